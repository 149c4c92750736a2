"""From a claim to the questions that its words allow, the most likely first, and whether they leave only one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.series.asking.database import words_of
from audit.series.asking.question import Question, Rows
from audit.series.asking.scope import Mention, Scopes, Stretch, unmatched_names
from audit.series.meaning import parts_named
from audit.series.names import parse_name
from audit.series.table import Table
from audit.text.document import Sentence
from audit.vocabulary import load

__all__ = ["Bound", "bind"]

_OF_THEM = re.compile(r"\s+(?:\w+\s+)?of\s+(?:the|these|those|them|whom|its|their)\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """A claim with its questions; `sure` if its words leave only the first one."""

    claim: Claim
    questions: tuple[Question, ...]
    sure: bool


def bind(claim: Claim, scopes: Scopes, running: frozenset[str], figures: list[int], *, of_list: bool) -> Bound | None:
    """The questions of a claim, None if it speaks of nothing that the table holds. `running` are its running totals,
    `figures` where the figures of the sentence begin, `of_list` whether the text has spoken of the list as such."""
    sentence, table = claim.sentence, scopes.table
    if sentence is None or claim.figure.words is not None or not claim.figure.is_quantity:
        return None
    said = _segment(claim, sentence, figures)
    mentions, stretches = scopes.mentions(sentence), scopes.stretches(sentence)
    # a value and a word of a column's name are looked for apart: 'the Reds lost 7 tanks' has both
    kinds = [one for one in mentions if one.column], [one for one in mentions if not one.column]
    mine = [kind[i] for kind in kinds for i in scopes.near(claim, kind, figures)]
    when = next((stretches[i] for i in scopes.near(claim, stretches, figures)), None)
    values = tuple(dict.fromkeys((one.column, one.value) for one in mine if one.column))
    named = frozenset(one.value for one in mine if not one.column)
    known = [one.value for one in mentions] + [scopes.document.text[one.start : one.end] for one in stretches]
    foreign = bool(unmatched_names(sentence.text, [*known, *_months()])) or (claim.place is not None and not mine)
    rows = Rows(values, when.first if when else None, when.last if when else None)
    if when is not None and not _within(when, scopes):
        # the table has no days, or none of these
        return None
    # two values of one column are both meant, unless several figures share them out
    shared = len({column for column, _ in values}) < len(values) and len(figures) > 1
    questions = list(_questions(claim, scopes, rows, when, named, running, said))
    if not questions:
        return None
    # a day's figure in an article is that of one event; how things stood by a day, or over days, is the table's
    told = of_list or bool(when and (not when.exact or when.reached or named))
    if not told or (running and when is None and not mine):
        # of running totals and the counts of their days a figure without a day can be any
        return None
    some = shared or _OF_THEM.match(scopes.document.text, claim.figure.end) is not None
    some = some or any(_has(said, word) for word in load("asking")["only_some"]["words"])
    sure = not foreign and not some and not _modified(claim, mine, table) and len({q.sql for q in questions}) == 1
    return Bound(claim, tuple(questions), sure)


def _within(when: Stretch, scopes: Scopes) -> bool:
    if scopes.span is None:
        return False
    first, last = scopes.span
    return (when.first is None or when.first <= last) and (when.last is None or when.last >= first)


@cache
def _months() -> tuple[str, ...]:
    return tuple(name.capitalize() for name in load("dates")["months"])


def _segment(claim: Claim, sentence: Sentence, figures: list[int]) -> str:
    """The words from the figure before to the figure behind."""
    text = claim.document.text
    before = max((at for at in figures if at < claim.figure.start), default=sentence.start)
    behind = min((at for at in figures if at > claim.figure.start), default=sentence.end)
    return text[before:behind].lower()


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _any(text: str, role: str) -> bool:
    return any(_has(text, word) for word in load("asking")[role]["words"])


def _questions(
    claim: Claim,
    scopes: Scopes,
    rows: Rows,
    when: Stretch | None,
    named: frozenset[str],
    running: frozenset[str],
    said: str,
) -> Iterator[Question]:
    table = scopes.table
    columns = _columns(claim, scopes, named, said)
    if claim.figure.kind is Kind.PERCENT:
        if rows.values or rows.first or rows.last:
            whole = Rows((), rows.first, rows.last) if rows.values else Rows()
            yield from (Question("share", column, rows, whole) for column in columns)
            if not columns and _counts_rows(
                claim.document.text[claim.figure.end : claim.figure.end + 60].lower(), table
            ):
                yield Question("share", "", rows, whole)
        return
    if claim.figure.kind not in (Kind.COUNT, Kind.MEASURE):
        return
    what = (
        "mean"
        if _any(said, "mean")
        else "largest"
        if _any(said, "largest")
        else "smallest"
        if _any(said, "smallest")
        else ""
    )
    noun = (claim.figure.noun or "").lower()
    if not columns and _counts_rows(noun, table):
        if not what:
            kind = next((name for name in words_of(table) if _names(name, noun)), None)
            yield Question("distinct", kind, rows) if kind else Question("count", "", rows)
        return
    level = when is not None and when.reached
    if any(column in running for column in columns) and when is not None:
        # how things stood by a day is told by a running total, what came over some days by the new counts
        columns = [column for column in columns if (column in running) == (level or when.exact)] or columns
    for column in columns:
        if column in running and not what:
            if when is None or when.first is None or when.exact:
                yield Question("last", column, Rows(rows.values, None, rows.last))
        elif when is not None and when.exact and when.reached and table.series and table.regular and not what:
            # how things stood by a day is a level in a series, and a sum in a list of events
            yield Question("last", column, Rows(rows.values, None, rows.last))
        else:
            yield Question(what or "sum", column, rows)


def _counts_rows(noun: str, table: Table) -> bool:
    """Whether a noun is what a row of the table is called, or what a column of words holds."""
    heads = {word.removesuffix("s") for word in noun.split()}
    if heads & set(load("asking")["rows"]["words"]) and not (table.series and table.regular):
        return True
    return any(_names(name, noun) for name in words_of(table))


def _names(column: str, noun: str) -> bool:
    """'ward' names the column of wards."""
    words = parse_name(column).words
    last = noun.split()[-1] if noun.split() else ""
    return len(words) == 1 and bool(last) and last.removesuffix("s") == words[0].removesuffix("s")


def _by_words(claim: Claim, table: Table, said: str) -> list[str]:
    """The columns all words of whose names stand between the figures around ('40 people drowned', 'lost 10 tanks')."""
    if claim.figure.kind is Kind.PERCENT:
        return []
    stems = {word.removesuffix("s") for word in re.findall(r"[a-z]+", said)}
    fitting: list[tuple[int, str]] = []
    for column in table.columns:
        name = parse_name(column)
        words = {word.removesuffix("s") for word in name.words if word not in ("number", "of", "the", "in", "total")}
        if words and words <= stems and not name.has("low", "high", "coded", "share", "per"):
            fitting.append((len(words), column))
    most = max((size for size, _ in fitting), default=0)
    return [column for size, column in fitting if size == most]


def _columns(claim: Claim, scopes: Scopes, named: frozenset[str], segment: str) -> list[str]:
    """The columns that hold what the figure counts, those of its part and with its names."""
    table = scopes.table
    phrase = " ".join(filter(None, (claim.figure.phrase.text if claim.figure.phrase else "", claim.figure.noun or "")))
    measure = claim.measures[0] if len(claim.measures) == 1 else parse_name(phrase or claim.figure.noun or "").measure
    if claim.figure.kind is Kind.PERCENT and measure is None:
        measure = parse_name(claim.document.text[claim.figure.end : claim.figure.end + 40]).measure
    part = parts_named(phrase.lower())
    noun = {word.removesuffix("s") for word in (claim.figure.noun or "").lower().split()}
    found = []
    for column in table.columns:
        said = parse_name(column)
        if said.has("low", "high", "coded") or (said.has("share", "per") and claim.figure.kind is not Kind.PERCENT):
            continue
        beside = scopes.words_beside(column)
        of = parts_named(" ".join(said.words))
        if measure is not None and said.measure == measure and of == part and (not beside or beside <= named):
            found.append(column)
        elif measure is None and said.measure is None and noun:
            stems = {word.removesuffix("s") for word in said.words if word not in ("number", "of", "the")}
            if stems and stems <= noun | named and stems & noun:
                found.append(column)
    if not found:
        found = _by_words(claim, table, segment)
    exact = [column for column in found if parse_name(column).measure and scopes.words_beside(column)]
    return exact if named and exact else [column for column in found if column not in exact]


def _modified(claim: Claim, mine: list[Mention], table: Table) -> bool:
    """Whether a word beside the counted noun says something that no filter holds ('suicide attacks')."""
    if claim.figure.phrase is None:
        return False
    matched = {word for one in mine for word in one.value.lower().split()}
    plain = {"people", "person", "of", "the", "in", "and", "other", "were", "men", "women", "children"}
    words = [word for word in re.findall(r"[a-z]+", claim.figure.phrase.text.lower()) if word not in plain]
    head = (claim.figure.noun or "").lower().split()[-1:] or [""]
    left = [
        word
        for word in words
        if word.removesuffix("s") not in (head[0], head[0].removesuffix("s"))
        and word not in matched
        and parse_name(word).measure is None
        and not parse_name(word).has("part", "neutral")
    ]
    return bool(left)
