"""The numbers that a table has for a figure: sums over rows, levels at a time, extremes, means, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from audit.series.asking.concepts import Said, words_of_role
from audit.series.asking.question import Question, Rows, Term
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.stretches import Stretch
from audit.series.asking.subjects import Subject, Subjects
from audit.series.asking.target import Target, is_row
from audit.series.names import parse_name
from audit.series.table import Table

__all__ = ["each_of", "level", "term", "terms"]

_PERIOD = re.compile(r"\b(?:day|week|month|quarter|year)\b")
_EACH = re.compile(r"\b(?:per|each|a|an|every) (day|week|month|quarter|year)\b")


def level(table: Table, when: Stretch | None) -> bool:
    """Whether the days say how things stood: on a day, or by then."""
    return when is not None and (when.exact or when.reached) and table.series


def term(subjects: Subjects, columns: tuple[Subject, ...], rows: Rows, when: Stretch | None) -> Term:
    """The number that columns have over rows: what came is added up, what stands is read at its last day."""
    names = tuple(one.column for one in columns)
    table = subjects.table
    kinds = {one.kind for one in columns}
    scale = columns[0].scale if len({one.scale for one in columns}) == 1 else 1
    keys = tuple(table.key_names) if len(table.labels) > 1 else ()
    if table.days is None:
        return Term("mean" if "rate" in kinds else "sum", names, rows, scale=scale)
    if "running" in kinds:
        return Term("last", names, rows.within(None, rows.last), keys=keys, scale=scale)
    if "stock" in kinds and subjects.is_panel:
        return Term("last", names, rows, keys=keys, scale=scale)
    if "rate" in kinds:
        return Term("mean", names, rows, scale=scale)
    new = all(parse_name(name).measure and subjects.falls(name) for name in names)
    if when is not None and when.exact and when.reached and subjects.is_panel and not new:
        # how things stood by a day is a level in a series, and a sum in a list of events or where deaths fall, being new
        return Term("last", names, rows.within(None, rows.last), keys=keys, scale=scale)
    return Term("sum", names, rows, scale=scale)


def terms(
    heard: Heard, spot: Spot, subjects: Subjects, target: Target, rows: Rows, when: Stretch | None, standing: bool
) -> Iterator[Question]:
    """The questions of a count or measure, the most likely first."""
    first, last = heard.clause(spot.first)
    how = next((one for one in ("mean", "largest", "smallest") if heard.has(one, first, last)), "")
    if target.kind:
        yield Question(Term("distinct", (target.kind,), rows))
        return
    if not target.columns:
        each = _EACH.search(heard.text(first, last))
        if how == "mean" and each is not None and subjects.table.days is not None:
            yield Question(Term("mean", (), rows, by=each[1]))
        elif how and how != "mean" and not rows.values and when is None:
            yield from (Question(Term(how, (), rows, by=by)) for by in _groups(heard, subjects, first, last))
        elif how != "mean":
            yield Question(Term("count", (), rows))
        return
    columns = _of_time(target.columns, when, standing)
    if not columns or (when is None and not rows.values and _is_any(subjects, target, heard)):
        return
    plain = term(subjects, columns, rows, when)
    if how == "mean":
        yield from _means(heard, subjects, columns, rows, plain, first, last)
        return
    if how:
        yield from _extremes(heard, subjects, columns, rows, plain, how, when, first, last)
        return
    whole = when is not None and when.first is not None and not when.exact
    if plain.how == "last" and whole and columns[0].kind == "running":
        begin = rows.within(None, rows.first - timedelta(days=1) if rows.first else None)
        yield Question(plain, "difference", term(subjects, columns, begin, when))
    yield Question(plain)
    flows = plain.how == "last" and {one.kind for one in columns} == {"flow"}
    if flows and when is not None and when.reached and heard.has("doing", first, last):
        # what was given each day has come by then to its sum
        yield Question(Term("sum", plain.columns, plain.rows, scale=plain.scale))


def _is_any(subjects: Subjects, target: Target, heard: Heard) -> bool:
    """Of running totals and the counts of their days a figure without a day can be any."""
    has_running = any(one.kind == "running" for one in subjects.all)
    return has_running and not any(one.beside for one in target.columns)


def _of_time(columns: tuple[Subject, ...], when: Stretch | None, standing: bool) -> tuple[Subject, ...]:
    """Of columns of one thing: how things stood by a day is told by a running total, what came over days by new counts."""
    running = tuple(one for one in columns if one.kind == "running")
    if not running or len(running) == len(columns):
        return columns
    reached = when is not None and (when.reached or when.exact) and standing
    return running if reached else tuple(one for one in columns if one not in running)


def _means(
    heard: Heard, subjects: Subjects, columns: tuple[Subject, ...], rows: Rows, plain: Term, first: int, last: int
) -> Iterator[Question]:
    each = _EACH.search(heard.text(first, last))
    flow = all(one.kind == "flow" for one in columns)
    kind = next(
        (subjects.kinds[one.concept] for one in each_of(heard, first, last) if one.concept in subjects.kinds), ""
    )
    if not subjects.is_list and any(is_row(one.concept) for one in each_of(heard, first, last)):
        return  # 'per incident', of a table of months
    if flow and kind:
        yield Question(Term("mean", plain.columns, rows, by=kind, scale=plain.scale))
        return
    if flow and each is not None and subjects.table.days is not None:
        yield Question(Term("mean", plain.columns, rows, by=each[1], scale=plain.scale))
        return
    yield Question(Term("mean", plain.columns, rows, by="row" if flow else "", scale=plain.scale))


def _extremes(
    heard: Heard,
    subjects: Subjects,
    columns: tuple[Subject, ...],
    rows: Rows,
    plain: Term,
    how: str,
    when: Stretch | None,
    first: int,
    last: int,
) -> Iterator[Question]:
    groups = _groups(heard, subjects, first, last)
    said = {heard.tokens.words[one.first] for one in heard.between(first, last) if one.concept not in subjects.known}
    if not subjects.is_list and said & words_of_role("rows") - words_of_role("largest"):
        return  # 'the worst single attack', of a table of months
    if subjects.table.days is None and _PERIOD.search(heard.text(first, last)):
        return  # 'the deadliest quarter', of a table without days
    names, scale = plain.columns, plain.scale
    event = any(is_row(one.concept) for one in heard.between(first, last)) and not subjects.table.series
    bare = not rows.values and when is None
    if event and not groups:
        yield Question(Term(how, names, rows, scale=scale))
        return
    if not bare:
        yield Question(plain)
    for by in groups if bare else ():
        yield Question(Term(how, names, rows, by=by, scale=scale))
    if bare and not groups:
        yield Question(Term(how, names, rows, scale=scale))


def each_of(heard: Heard, first: int, last: int) -> list[Said]:
    """What 'each', 'every' or 'per' stands before: 'an average of 33 dead in each district'."""
    before = words_of_role("distributed")
    return [one for one in heard.between(first, last) if heard.text(one.first - 1, one.first) in before]


def _groups(heard: Heard, subjects: Subjects, first: int, last: int) -> list[str]:
    """Over what a text adds up before it looks for the most: 'the deadliest month', 'the worst-hit province'."""
    found = []
    for one in heard.between(first, last):
        word = heard.tokens.words[one.first]
        if word in ("month", "year", "week", "quarter", "day") and subjects.table.days is not None:
            found.append(word)
        elif one.concept in subjects.kinds and word != "":
            found.append(subjects.kinds[one.concept])
    return list(dict.fromkeys(found))
