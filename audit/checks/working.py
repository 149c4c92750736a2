"""The working of a check: on one line, and as a tree with every operand's words, offsets, source and rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.checks.check import Check, Operand, Reading, Verdict
from audit.checks.proposal import Candidate
from audit.claims.claim import Attribution
from audit.figures.figure import Figure
from audit.figures.rounding import Policy, stands_for
from audit.interval import Interval
from audit.show import interval
from audit.strings import strings

__all__ = ["Node", "expression", "one_line", "tree"]


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: words, where they stand (None for a result), who says so, and what lies beneath."""

    label: str
    text: str
    start: int | None = None
    end: int | None = None
    source: str = ""
    interval: Interval | None = None
    """What it stands for under the policy, or the result."""
    children: tuple[Node, ...] = ()


def expression(candidate: Candidate) -> str:
    """The formula of a reading with the operands' own words in it."""
    return candidate.expression.format(*(operand.figure.text for operand in candidate.operands))


def one_line(figure: Figure, readings: Sequence[Reading]) -> str:
    """'(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%, printed 56-75%'; '' where nothing could be worked out."""
    worked = [reading for reading in readings if reading.verdict is not Verdict.UNVERIFIABLE]
    if not worked:
        return ""
    if figure.unit == "weekday":
        stated = " or ".join(dict.fromkeys(interval(reading.as_printed, figure.unit) for reading in worked))
        day = interval(figure.value, figure.unit)
        return str(strings("show")["weekday"]["working"]).format(text=figure.text, day=day, stated=stated)
    parts = [f"{reading.formula} = {interval(reading.as_printed, figure.unit)}" for reading in worked]
    return f"{'; or '.join(parts)}, printed {figure.text}"


def tree(check: Check, policy: Policy = Policy.TWO_FIGURE) -> Node:
    """The claim with its readings beneath it and each reading's operands beneath that."""
    readings = tuple(
        Node(
            reading.label,
            f"{reading.formula} = {interval(reading.as_printed, check.claim.figure.unit)}",
            interval=reading.recomputed,
            children=tuple(_leaf(operand, policy) for operand in reading.operands),
        )
        for reading in check.readings
    )
    figure = check.claim.figure
    return Node(
        str(check.operation),
        figure.text,
        figure.start,
        figure.end,
        _source(check.claim.attribution),
        stands_for(figure, policy),
        readings,
    )


def _leaf(operand: Operand, policy: Policy) -> Node:
    figure = operand.figure
    source = _source(operand.claim.attribution if operand.claim else None)
    return Node(operand.role, figure.text, figure.start, figure.end, source, stands_for(figure, policy))


def _source(attribution: Attribution | None) -> str:
    return attribution.name if attribution is not None else ""
