"""How far a figure lies over or under a level that is no earlier one: '2,300 came, 15 percent above a quota of 2,000'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.checks.binders.movement import basis_points, level_difference, relative
from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.language import words_of
from audit.checks.proposal import Proposal
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable
from audit.checks.vetoes import clause, doubts
from audit.claims.claim import Claim
from audit.figures.figure import Bound, Kind
from audit.interval import Interval

__all__ = ["propose"]


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every distance from a limit, a target or a number needed that the sentence gives beside both."""
    for match in matches(skeleton, "changes", "limit"):
        yield from _distance(match)


def _distance(match: Match) -> Iterator[Proposal]:
    change, new, level = match.claims["change"], match.claims["new"], _end(match.claims["old"])
    if (
        change.figure.words is not None
        or not comparable(new.figure, level.figure)
        or words_of("breaks").search(match.words, match.start, match.end)
    ):
        return
    words = match.words[match.start : match.end]
    direction = -1 if words_of("short").search(words) else 1
    operands = (Operand(level, "old"), Operand(new, "new"))
    why = doubts(clause(match), match.around("change"))
    kind = change.figure.kind
    if kind in (Kind.PERCENT, Kind.FRACTION):
        reading = relative(operands, direction, 100 if kind is Kind.PERCENT else 1)
        yield Proposal(Operation.PERCENT_CHANGE, change, (reading,), doubts=why)
    elif kind is Kind.PERCENTAGE_POINTS and new.figure.kind is Kind.PERCENT:
        reading = level_difference(operands, direction, basis_points(change.figure))
        yield Proposal(Operation.PERCENTAGE_POINT_CHANGE, change, (reading,), doubts=why)
    elif change.figure.kind is new.figure.kind is Kind.COUNT or addable(change.figure, new.figure):
        yield Proposal(Operation.DIFFERENCE, change, (level_difference(operands, direction),), doubts=why)


def _end(level: Claim) -> Claim:
    """The level exact: 'the limit of 10,000' is a number whatever may lie under it."""
    figure = level.figure
    if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        end = figure.value.high
    elif figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        end = figure.value.low
    else:
        return level
    return replace(level, figure=replace(figure, value=Interval.of(end), bound=Bound.EXACT))
