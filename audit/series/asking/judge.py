"""The answers to the questions of claims held against what they print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from audit.checks.agreement import Recomputed, agreement, distance
from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Link
from audit.figures.figure import Bound as Limit
from audit.figures.figure import Figure, Kind
from audit.figures.rounding import POLICIES, Policy
from audit.interval import Interval
from audit.series.asking.bind import Bound, bind
from audit.series.asking.concepts import words_of_role
from audit.series.asking.database import Database
from audit.series.asking.question import Question
from audit.series.asking.ranks import ranked
from audit.series.asking.scene import Scene
from audit.series.asking.sentence import Heard
from audit.series.asking.stretches import Stretch, Stretches
from audit.series.asking.subjects import Subjects
from audit.series.asking.values import Values
from audit.series.names import parse_name
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.syntax.tokens import tokenise
from audit.text.document import Document, Sentence

__all__ = ["Answered", "ask"]

SHOWN = 3
"""Readings that a question to the reader names at most."""
GAP = 3
"""A figure that is so many times off is taken for one of something else."""
NEAR = 10
"""An upper bound that is so near to a number is borne out by it, however small the two are: 'fewer than five', of one."""
CLOSE = 0.1
"""Share of a number within which a bound must lie where the words do not settle what it bounds."""
_ONE_SIDED = frozenset({Limit.AT_LEAST, Limit.MORE_THAN, Limit.AT_MOST, Limit.LESS_THAN})
TELLING = 3
"""Digits of a figure that does not fit by chance."""
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
    subjects = Subjects(table, running)
    values = Values(table, subjects)
    found: list[tuple[Bound, list[_Answer]]] = []
    for document in documents:
        scene = Scene(subjects, values, Stretches(table, document))
        own = [claim for claim in claims if claim.document is document]
        for bound in _bound(document, own, scene):
            answers = [
                _Answer(bound.claim, question, value, database.count(question.term.rows))
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


def _bound(document: Document, claims: list[Claim], scene: Scene) -> Iterator[Bound]:
    text = document.text.lower()
    cues = [match.start() for word in words_of_role("list") for match in re.finditer(rf"\b{re.escape(word)}\b", text)]
    first = min(cues, default=len(text))
    tokens = tokenise(document)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.sentence is not None:
            by_sentence.setdefault(claim.sentence.index, []).append(claim)
    before: Stretch | None = None
    for sentence in document.sentences:
        stretches = scene.stretches.of(sentence, before)
        heard = Heard(sentence, tokens, by_sentence.get(sentence.index, ()), stretches, scene.subjects.apart)
        if heard.spots:
            yield from bind(heard, scene, of_list=first < sentence.end)
        if first < sentence.end:
            yield from ranked(heard, document, scene)
        before = stretches[-1] if stretches else before


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
        share = answer.question.what in ("share", "rise", "fall")
        figure = Figure(
            first,
            last,
            document.text[first:last],
            Interval.of(number(round(answer.value, 6))),
            kind=Kind.PERCENT if share else Kind.COUNT,
            unit="percentage" if share else None,
        )
        sentence = Sentence(start, start + len(line), line, at, at)
        columns = answer.question.term.columns
        measure = parse_name(columns[0]).measure if columns else None
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
    fitting = next(
        (
            i
            for i, verdict in enumerate(verdicts)
            if verdict in _FITS and _is_borne_out(claim, tried[i][0].value, sure=bound.sure)
        ),
        None,
    )
    if fitting is not None and (fitting == 0 or _is_telling(claim)):
        return _made(claim, [tried[fitting]], verdicts[fitting], policy)
    if fitting is not None:
        return None
    near = [pair for pair in tried if _of_one_size(claim, pair[0].value)]
    one = bool(near) and len(near) == len(tried) and len({pair[0].value for pair in near}) == 1
    if one and (bound.sure or (bound.named and _is_slip(claim, near[0][0].value, told=bound.told))):
        return _made(claim, near[:1], Verdict.INCONSISTENT, policy)
    if not bound.told:
        return None
    if not near:
        return None
    printed = float(claim.figure.value.low)
    near.sort(key=lambda pair: abs(pair[0].value - printed))
    return _made(claim, near[:SHOWN], Verdict.UNVERIFIABLE, policy)


def _is_telling(claim: Claim) -> bool:
    """Whether a figure has so many digits that it does not fit one of several readings by chance."""
    return sum(map(str.isdigit, claim.figure.text)) >= TELLING


def _is_borne_out(claim: Claim, value: float, *, sure: bool) -> bool:
    """Whether a number that a bound allows is also near it: 35,957 homes do not bear out 'more than 6,000 homes'."""
    if not sure and claim.figure.bound in _ONE_SIDED:
        end = (
            claim.figure.value.high
            if claim.figure.bound in (Limit.AT_MOST, Limit.LESS_THAN)
            else claim.figure.value.low
        )
        return abs(value - float(end)) <= CLOSE * abs(value)
    bound = claim.figure.bound
    if bound in (Limit.AT_LEAST, Limit.MORE_THAN):
        return _of_one_size(claim, value)
    if bound in (Limit.AT_MOST, Limit.LESS_THAN):
        return float(claim.figure.value.high) - value <= NEAR or _of_one_size(claim, value)
    return True


def _is_slip(claim: Claim, value: float, *, told: bool) -> bool:
    """Whether a slip of the pen makes the figure of the table's number: hardly a number of something else is that near."""
    figure = claim.figure
    if not figure.value.is_point or figure.bound is not Limit.EXACT or figure.kind is not Kind.COUNT:
        return False
    digits = sum(map(str.isdigit, figure.text))
    found = slip(float(figure.value.low), value)
    enough = TELLING + 1 if not told else TELLING - 1 if found and found.slip == "swapped_digits" else TELLING
    return found is not None and digits >= enough


def _verdict(claim: Claim, cell: Claim, policy: Policy) -> Verdict:
    point = cell.figure.value
    figure = claim.figure
    if figure.kind is Kind.COUNT and float(point.low) % 1:
        figure = replace(figure, kind=Kind.RATE)  # a mean of 4.7 is printed as 5, though a count in ones is itself
    return agreement(figure, Recomputed(point, point, point, point), policy)


def _of_one_size(claim: Claim, value: float) -> bool:
    if claim.figure.kind is Kind.RANK:
        return True
    upper = claim.figure.bound in (Limit.AT_MOST, Limit.LESS_THAN)
    printed = float(claim.figure.value.high if upper else max(claim.figure.value.low, Fraction(0)))
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
