"""One number of a table as a part of another: shares of a whole, rates of those who fall ill, so many per so many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.lang import pack
from audit.series.asking.comparing import direction
from audit.series.asking.concepts import concepts
from audit.series.asking.question import Question, Rows, Term
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.subjects import Subject, Subjects
from audit.series.asking.target import Target
from audit.series.asking.terms import term
from audit.series.asking.values import Mention

__all__ = ["per", "rates", "shares"]

NEAR = 4
"""Words behind a figure without a noun among which the whole is named."""
_OF = re.compile(r"^(?:\w+ )?of\b")


def rates(heard: Heard, spot: Spot, subjects: Subjects, own: Sequence[Mention], rows: Rows) -> Iterator[Question]:
    """'the case fatality rate', '12% of the patients died': those who die among those who fall ill."""
    first, last = heard.clause(spot.first)
    text = f" {heard.text(first, last)} "
    beside = frozenset(one.value for one in own if not one.column)
    if any(f" {word} " in text for word in pack()["asking"]["rate"]["killed"]):
        part, whole = subjects.named(frozenset({"killed"}), beside), subjects.named(frozenset({"infected"}), beside)
        if part and whole:
            yield _ratio(subjects, tuple(part), tuple(whole), rows)
    if _OF.match(heard.text(spot.last, spot.last + 2)):
        start, end = spot.last, max(spot.noun[1], spot.last)
        if start == end:  # 'took 15 percent of spending': the whole is no noun of the figure
            end = start + NEAR
        whole = subjects.named(frozenset(one.concept for one in heard.between(start, end)), beside)
        following = min((one.first for one in heard.spots if one.first > spot.first), default=last)
        rest = [one.concept for one in heard.between(end, min(last, following))]
        part = _other(subjects.named(frozenset(rest), beside), whole)
        ahead = [one.concept for one in heard.between(first, spot.first)]
        part = part or _other(subjects.named(frozenset(ahead), beside), whole)
        if part and whole:
            yield _ratio(subjects, tuple(part), tuple(whole), rows)


def per(heard: Heard, spot: Spot, subjects: Subjects, target: Target, rows: Rows) -> Iterator[Question]:
    """'26 pupils per teacher': one column over another."""
    over = spot.claim.figure.per
    if over is None or not target.columns:
        return
    whole = subjects.named(frozenset(one.concept for one in concepts([over.lower()])), frozenset())
    whole = _other(whole, list(target.columns))
    if len(whole) == 1:
        yield Question(term(subjects, target.columns, rows, None), "part", term(subjects, tuple(whole), rows, None))


def _other(found: list[Subject], whole: list[Subject]) -> list[Subject]:
    """The columns found, if they are not those of the whole."""
    return [] if {one.column for one in found} == {one.column for one in whole} else found


def _ratio(subjects: Subjects, part: tuple[Subject, ...], whole: tuple[Subject, ...], rows: Rows) -> Question:
    return Question(term(subjects, part, rows, None), "share", term(subjects, whole, rows, None))


def shares(
    heard: Heard,
    spot: Spot,
    subjects: Subjects,
    target: Target,
    own: Sequence[Mention],
    mentions: Sequence[Mention],
    rows: Rows,
) -> Iterator[Question]:
    """'76% of all cases', 'a third of the dead in Ash': of the named rows in all of them."""
    if direction(heard, spot) and not _OF.match(heard.text(spot.last, spot.last + 2)):
        return
    last = heard.clause(spot.first)[1]
    inner = [one for one in own if spot.last <= one.first < min(last, spot.noun[1] + 6)]
    inner_columns = {one.column for one in inner if _joined(heard, spot, one)}
    columns = {column for column, _ in rows.values}
    # 'of all suspected cases': the word that tells the columns apart is the whole's too
    beside = any(not one.column and one not in inner for one in own)
    options: list[Rows] = []
    if len(columns) > 1 and inner_columns & columns and columns - inner_columns:
        options.append(rows.without(columns - inner_columns))
    if columns:
        options.append(rows.without(columns))
    options += [rows.without(columns).within(None, None)] if (rows.first or rows.last) else []
    if beside and not columns:
        options.insert(0, rows)
    for whole in options:
        if whole == rows and not beside:
            continue
        if not target.columns:
            yield Question(Term("count", (), rows), "share", Term("count", (), whole))
            continue
        of = _all_of(subjects, target) if beside else target.columns
        part, all_ = term(subjects, target.columns, rows, None), term(subjects, of, whole, None)
        if part != all_:
            yield Question(part, "share", all_)


def _joined(heard: Heard, spot: Spot, mention: Mention) -> bool:
    """Whether a mention belongs to the phrase of the whole: 'of all deaths in Ash'."""
    text = heard.text(max(spot.noun[1], spot.last), mention.first)
    return bool(re.fullmatch(r"(?:(?:in|of|across|for|at|by) ?)?(?:the)?", text.strip()))


def _all_of(subjects: Subjects, target: Target) -> tuple[Subject, ...]:
    """All columns that count the same, or the one that holds them all."""
    core = target.columns[0].core
    same = [one for one in subjects.all if one.core == core and one.kind == target.columns[0].kind]
    found = subjects.named(core, frozenset())
    return tuple(found) if found else tuple(same)
