"""Binds a multiple to the figures that it compares ('doubled to 40 from 20') and a span to its two ends."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.binders.role_pairs import multiples
from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import apart, difference, ratio, rise
from audit.checks.language import words_of
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable
from audit.checks.vetoes import clause, doubts
from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["propose"]

_WHICH = "words that say what it is a multiple of"
_MORE = "'times more' can mean the multiple or one more than it; both are accepted"


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every multiple and every span that the sentence works out."""
    for match in matches(skeleton, "checks", "multiple"):
        yield from _multiple(match, ())
    for match in matches(skeleton, "checks", "multiple_of_room"):
        yield from _multiple(match, (), over_breaks=True)
    for match in multiples(skeleton):
        yield from _multiple(match, ())
    for match in matches(skeleton, "checks", "multiple_perhaps"):
        yield from _multiple(match, (_WHICH,))
    for match in matches(skeleton, "checks", "span"):
        yield from _span(match)
    for match in matches(skeleton, "checks", "margin"):
        yield from _margin(match)
    for match in matches(skeleton, "checks", "apart"):
        yield from _apart(match)
    for match in matches(skeleton, "checks", "excess"):
        yield from _apart(match)
    for match in matches(skeleton, "checks", "span_of_range"):
        yield from _span_of_range(match)


def _multiple(match: Match, why: tuple[str, ...], *, over_breaks: bool = False) -> Iterator[Proposal]:
    multiple, old, new = match.claims["multiple"], match.claims["old"], match.claims["new"]
    if not comparable(old.figure, new.figure):
        return
    if not why and not over_breaks and words_of("breaks").search(match.words, match.start, match.end):
        return
    operands = (Operand(old, "old"), Operand(new, "new"))
    slips = (Slip("increase_as_multiple", rise(1)), Slip("multiple_upside_down", ratio(part=0, whole=1)))
    readings = [Candidate("new over old", operands, ratio(part=1, whole=0), "{1} / {0}", slips=slips)]
    note = ""
    if words_of("times_more").match(match.after("multiple").lstrip()):
        readings.append(Candidate("so many times more than the old", operands, rise(1), "{1} / {0} − 1"))
        note = _MORE
    why += doubts(clause(match), match.around("multiple"))
    yield Proposal(Operation.MULTIPLE, multiple, tuple(readings), doubts=why, note=note)


def _span(match: Match) -> Iterator[Proposal]:
    span, low, high = match.claims["span"], match.claims["low"], match.claims["high"]
    if comparable(low.figure, high.figure) and comparable(span.figure, high.figure):
        operands = (Operand(low, "low"), Operand(high, "high"))
        yield Proposal(
            Operation.SPAN, span, (Candidate("high end less low end", operands, difference(1, 0), "{1} − {0}"),)
        )


def _margin(match: Match) -> Iterator[Proposal]:
    """A lead in points beside the two percentages: 'by 18 points (58% to 40%)'."""
    margin = match.claims["margin"]
    if margin.figure.kind is Kind.COUNT and margin.figure.head != "point":
        return
    low = match.claims["low"].figure
    if low.kind is Kind.COUNT and low.noun is not None:
        return
    operands = (Operand(match.claims["high"], "high"), Operand(match.claims["low"], "low"))
    # a rating of -11 (40% to 51%) keeps its sign, a lead does not have one
    compute = difference(0, 1) if margin.figure.value.low < 0 else apart
    reading = Candidate("one percentage less the other", operands, compute, "{0} − {1}")
    yield Proposal(Operation.PERCENTAGE_POINT_CHANGE, margin, (reading,))


def _apart(match: Match) -> Iterator[Proposal]:
    """How far two figures of one kind are apart: '540 votes to 490, a difference of 50'."""
    between, high, low = match.claims["apart"], match.claims["high"], match.claims["low"]
    if (addable(high.figure, low.figure) and addable(between.figure, high.figure)) or _are_counts(between, high, low):
        operands = (Operand(high, "high"), Operand(low, "low"))
        yield Proposal(
            Operation.DIFFERENCE, between, (Candidate("how far they are apart", operands, apart, "{0} − {1}"),)
        )


def _are_counts(between: Claim, high: Claim, low: Claim) -> bool:
    """Whether all are counts with one noun for all: '1,140 pupils, 60 fewer than last year's 1,200'."""
    figures = (between.figure, high.figure, low.figure)
    if any(figure.kind is not Kind.COUNT or figure.words is not None for figure in figures):
        return False
    named = {figure.head for figure in figures if figure.head is not None and not figure.carried}
    spans = load("checks")["asides"]["spans"]
    return len({head for head in named if head not in spans and not words_of("comparative").fullmatch(head)}) <= 1


def _span_of_range(match: Match) -> Iterator[Proposal]:
    """The two ends stand in one figure: 'between 20 and 50, a span of 30'."""
    span, ends = match.claims["span"], match.claims["range"]
    if ends.figure.is_range and comparable(span.figure, ends.figure):
        reading = Candidate(
            "width of the range", (Operand(ends, "range"),), lambda v: Interval.of(v[0].width), "width of {0}"
        )
        yield Proposal(Operation.SPAN, span, (reading,))
