"""The working of a check: on one line, and as a tree with every operand's words, offsets, source and rounding."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from audit import show
from audit.checks.check import Check, Operand, Verdict
from audit.checks.proposal import Candidate
from audit.figures.figure import Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.interval import INFINITY, End, Interval

__all__ = ["Node", "expression", "number", "one_line", "tree", "words"]

_PLACES = 4
"""Significant digits shown; whole numbers are always shown whole."""
_ABBREVIATED = {"percentage": "%"}


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
    return candidate.expression.format(*(operand.claim.figure.text for operand in candidate.operands))


def one_line(check: Check) -> str:
    """'(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%, printed 56-75%'; '' where nothing could be worked out."""
    worked = [reading for reading in check.readings if reading.verdict is not Verdict.UNVERIFIABLE]
    if not worked:
        return ""
    figure = check.claim.figure
    parts = [f"{reading.formula} = {words(reading.as_printed, figure)}" for reading in worked]
    return f"{'; or '.join(parts)}, printed {figure.text}"


def tree(check: Check, policy: Policy = Policy.TWO_FIGURE) -> Node:
    """The claim with its readings beneath it and each reading's operands beneath that."""
    readings = tuple(
        Node(
            reading.label,
            f"{reading.formula} = {words(reading.as_printed, check.claim.figure)}",
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
    figure = operand.claim.figure
    source = _source(operand.claim.attribution)
    return Node(operand.role, figure.text, figure.start, figure.end, source, stands_for(figure, policy))


def _source(attribution: object) -> str:
    return str(getattr(attribution, "name", ""))


def words(value: Interval, figure: Figure) -> str:
    """An interval in the unit of the figure, as a reader would write it: '50% to 66.7%', '2.4 million', 'over 60'."""
    if figure.kind is Kind.DATE:
        return show.interval(value, figure.unit)
    unit = _unit(figure)
    if value.is_point:
        return number(value.low) + unit
    if value.is_finite:
        return f"{number(value.low)}{unit} to {number(value.high)}{unit}"
    if value.low != -INFINITY:
        return f"{number(value.low)}{unit} or more"
    return f"{number(value.high)}{unit} or less"


def _unit(figure: Figure) -> str:
    if figure.kind is Kind.MULTIPLE:
        return " times"
    if figure.unit is None or figure.kind is Kind.COUNT:
        return ""
    return _ABBREVIATED.get(figure.unit, f" {figure.unit}")


def number(value: End) -> str:
    """A number to four significant digits, with thousands separated; a whole number is shown whole.

    >>> number(Fraction(200, 3)), number(Fraction(20000)), number(Fraction(1, 8))
    ('66.67', '20,000', '0.125')
    """
    if not isinstance(value, Fraction):
        return "infinite"
    if value.denominator == 1:
        return f"{value.numerator:,}"
    size, power = abs(value), 0
    while size >= 10:
        size, power = size / 10, power + 1
    while size < 1:
        size, power = size * 10, power - 1
    places = max(0, _PLACES - 1 - power)
    shown = f"{round(value * 10**places)}".lstrip("-").rjust(places + 1, "0")
    whole, tail = (shown[:-places], shown[-places:].rstrip("0")) if places else (shown, "")
    return ("-" if value < 0 else "") + f"{int(whole):,}" + (f".{tail}" if tail else "")
