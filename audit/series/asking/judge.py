"""The answers to the questions of claims held against what they print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from audit.checks.agreement import Recomputed, agreement, distance
from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Link
from audit.figures.figure import Figure, Kind
from audit.figures.rounding import POLICIES, Policy
from audit.interval import Interval
from audit.series.asking.bind import Bound, bind
from audit.series.asking.database import Database
from audit.series.asking.question import Question, Rows
from audit.series.asking.scope import Scopes
from audit.series.names import parse_name
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.text.document import Document, Sentence
from audit.vocabulary import load

__all__ = ["Answered", "ask"]

SHOWN = 3
"""Readings that a question to the reader names at most."""
GAP = 3
"""A figure that is so many times off is taken for one of something else."""
_FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


@dataclass(frozen=True, slots=True)
class _Answer:
    claim: Claim
    question: Question
    value: float
    rows: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The checks, and the document of the answers with its claims."""

    checks: tuple[Check, ...]
    document: Document
    claims: tuple[Claim, ...]


def ask(
    documents: Iterable[Document],
    claims: Sequence[Claim],
    table: Table,
    running: frozenset[str],
    policy: Policy,
    origin: str | None,
) -> Answered | None:
    """A check for each claim of the documents whose words bind it to an aggregate of the table; None if none does."""
    database = Database(table)
    found: list[tuple[Bound, list[_Answer]]] = []
    for document in documents:
        scopes = Scopes(table, document)
        own = [claim for claim in claims if claim.document is document]
        starts = sorted(claim.figure.start for claim in own if claim.figure.is_quantity)
        for bound in _bound(own, scopes, running, starts):
            answers = [
                _Answer(bound.claim, question, value, database.count(question))
                for question in bound.questions
                for value in [database.answer(question)]
                if value is not None
            ]
            if answers:
                found.append((bound, answers))
    if not found:
        return None
    shown = _write([answer for _, answers in found for answer in answers], table, origin)
    recorded = dict(zip((id(a) for _, answers in found for a in answers), shown, strict=True))
    checks = (_check(bound, answers, recorded, policy) for bound, answers in found)
    return Answered(tuple(one for one in checks if one is not None), shown[0].document, tuple(shown))


def _bound(claims: list[Claim], scopes: Scopes, running: frozenset[str], starts: list[int]) -> Iterator[Bound]:
    text = scopes.document.text.lower()
    cues = [
        match.start()
        for word in load("asking")["list"]["words"]
        for match in re.finditer(rf"\b{re.escape(word)}\b", text)
    ]
    first = min(cues, default=len(text))
    for claim in claims:
        if claim.sentence is None:
            continue
        within = [at for at in starts if claim.sentence.start <= at < claim.sentence.end]
        found = bind(claim, scopes, running, within, of_list=first < claim.sentence.end)
        if found is not None:
            yield found
    for sentence in scopes.document.sentences:
        if first < sentence.end:
            yield from _ranked(sentence, scopes)


def _ranked(sentence: Sentence, scopes: Scopes) -> Iterator[Bound]:
    """'Most of the killed were in Birchland', 'Birchland had the most deaths': the one value named ranks first."""
    words = "|".join(sorted(map(re.escape, ("most", "highest", "worst-hit")), key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{words})\b", scopes.document.text[: sentence.end].lower()):
        if match.start() < sentence.start:
            continue
        mentions = [one for one in scopes.mentions(sentence) if one.column]
        stretches = scopes.stretches(sentence)
        measures = {parse_name(word).measure for word in re.findall(r"\w+", sentence.text)} - {None}
        columns = [c for c in scopes.table.columns if parse_name(c).measure in measures and not scopes.words_beside(c)]
        columns = [c for c in columns if not parse_name(c).has("part", "share", "per", "low", "high")]
        rest = sentence.text
        for stretch in stretches:
            rest = rest.replace(scopes.document.text[stretch.start : stretch.end], "")
        if len(mentions) != 1 or len(columns) != 1 or len(stretches) > 1 or any(map(str.isdigit, rest)):
            return
        (one,) = mentions
        when = stretches[0] if stretches else None
        rows = Rows((), when.first if when else None, when.last if when else None)
        figure = Figure(
            match.start(),
            match.end(),
            scopes.document.text[match.start() : match.end()],
            Interval.of(1),
            kind=Kind.RANK,
        )
        claim = Claim(figure, scopes.document, 0, sentence)
        yield Bound(claim, (Question("rank", columns[0], rows, ranked=(one.column, one.value)),), True)
        return


def _write(answers: list[_Answer], table: Table, origin: str | None) -> list[Claim]:
    """A line for each answer, with the question in words and as SQL, and the claims that the answers make."""
    lines: list[str] = []
    spots: list[tuple[int, int]] = []
    length = 0
    for answer in answers:
        head = f"{answer.question.words} ({count(answer.rows, 'row')}): "
        shown = say(round(answer.value, 2))
        line = f"{head}{shown} [{answer.question.sql}]"
        spots.append((length + len(head), length + len(head) + len(shown)))
        lines.append(line)
        length += len(line) + 1
    notes = (
        "Each line is worked out over the rows of the table with the query behind it.",
        *table.notes,
        *table.evidence,
    )
    document = Document("\n".join(lines), name=table.name, origin=origin, notes=notes)
    publisher = Attribution((Link(document.name, None, None, CueKind.PUBLISHER),))
    claims = []
    start = 0
    for at, (line, (first, last), answer) in enumerate(zip(lines, spots, answers, strict=True)):
        share = answer.question.what == "share"
        figure = Figure(
            first,
            last,
            document.text[first:last],
            Interval.of(number(round(answer.value, 6))),
            kind=Kind.PERCENT if share else Kind.COUNT,
            unit="percentage" if share else None,
        )
        sentence = Sentence(start, start + len(line), line, at, at)
        measure = parse_name(answer.question.column).measure if answer.question.column else None
        claims.append(
            Claim(
                figure,
                document,
                at,
                sentence,
                measures=(measure,) if measure else (),
                attribution=publisher,
                locator=answer.question.words,
            )
        )
        start += len(line) + 1
    return claims


def _check(bound: Bound, answers: list[_Answer], recorded: dict[int, Claim], policy: Policy) -> Check | None:
    claim = bound.claim
    tried = [(answer, recorded[id(answer)]) for answer in answers]
    verdicts = [_verdict(claim, cell, policy) for _, cell in tried]
    fitting = next((i for i, verdict in enumerate(verdicts) if verdict in _FITS), None)
    if fitting is not None:
        return _made(claim, [tried[fitting]], verdicts[fitting], policy)
    near = [pair for pair in tried if _of_one_size(claim, pair[0].value)]
    if bound.sure and len(near) == 1 and len(tried) == 1:
        return _made(claim, near, Verdict.INCONSISTENT, policy)
    if not near:
        return None
    printed = float(claim.figure.value.low)
    near.sort(key=lambda pair: abs(pair[0].value - printed))
    return _made(claim, near[:SHOWN], Verdict.UNVERIFIABLE, policy)


def _verdict(claim: Claim, cell: Claim, policy: Policy) -> Verdict:
    point = cell.figure.value
    return agreement(claim.figure, Recomputed(point, point, point, point), policy)


def _of_one_size(claim: Claim, value: float) -> bool:
    if claim.figure.kind is Kind.RANK:
        return True
    printed = float(max(claim.figure.value.low, Fraction(0)))
    return value > 0 and printed > 0 and value / GAP < printed < value * GAP


def _made(claim: Claim, tried: Iterable[tuple[_Answer, Claim]], verdict: Verdict, policy: Policy) -> Check:
    tried = list(tried)
    answer, cell = tried[0]
    point = cell.figure.value
    differs = verdict not in _FITS
    readings = tuple(
        Reading(
            one.question.words, (Operand(of, "table"),), of.figure.text, of.figure.value, of.figure.value, verdict, ()
        )
        for one, of in tried
    )
    asked = " or ".join(f"{one.question.words} is {of.figure.text}" for one, of in tried)
    sure = verdict is not Verdict.UNVERIFIABLE
    return Check(
        Operation.CELL,
        claim,
        readings,
        verdict,
        f"the text prints {claim.figure.text}, {'but' if differs else 'and'} in the table {asked}",
        distance(claim.figure, Recomputed(point, point, point, point)) if differs else None,
        missing=() if sure else ("which rows and which column the figure speaks of",),
        under={name: _verdict(claim, cell, name) for name in POLICIES} if sure else {},
        note=f"Query: {answer.question.sql}",
    )
