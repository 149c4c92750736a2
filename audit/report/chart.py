"""The picture of a finding: claim, readings and what would be needed, as intervals on one axis. Places, no drawing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from audit import show
from audit.checks.check import Check, Implied
from audit.figures.figure import NOT_QUANTITIES, Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.interval import Interval
from audit.ledger.beside import edition_of, who_of
from audit.report.axis import Axis, Tick, axis_over
from audit.report.words import say, shown

__all__ = ["Bar", "Panel", "needed_of", "panels", "stated", "what_of", "whole"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval: `start` to `end` as printed, and around it what the policy in force allows it: what was judged."""

    label: str
    value: str
    role: str
    """claim, reading, stated or needed."""
    start: float
    end: float
    endless_left: bool
    endless_right: bool
    widths: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that share an axis, with the words that stand for the picture where it cannot be seen."""

    title: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    alternative: str
    legend: str = ""
    """What the bars and lines stand for; '' where every bar stands for itself."""


def panels(check: Check, policy: Policy, *, beside: bool = False) -> tuple[Panel, ...]:
    """The claim beside its readings and, where something would make it fit, that beside what was stated.

    With `beside` the two are statements of equal weight: neither is 'the claim', and neither is set off from the other.

    Empty for a check without a reading, or of dates and the like, which lie on no axis of sizes.
    """
    figure = check.claim.figure
    if not check.readings or figure.kind in NOT_QUANTITIES:
        return ()
    name, role = (_beside(check), "reading") if beside else (say("labels", "claim"), "claim")
    rows = [(name, figure.value, role, (stands_for(figure, policy),))]
    rows += [
        (reading.label, whole(reading.as_printed, figure), "reading", (whole(reading.recomputed, figure),))
        for reading in check.readings
    ]
    legend = say("sentences", "legend", policy=say("policies", policy))
    found = [_panel(say("labels", "claim"), rows, figure.unit, legend)]
    nearest = min(check.implied, key=lambda implied: abs(implied.slack), default=None)
    if nearest is not None and nearest.slack:
        unit = nearest.operand.figure.unit
        what = what_of(nearest)
        pair = [
            (f"{what}, {say('labels', 'stated')}", stated(nearest), "stated", ()),
            (f"{what}, {say('labels', 'needed')}", needed_of(nearest), "needed", ()),
        ]
        found.append(_panel(say("labels", "implied"), pair, unit))
    return tuple(found)


def _beside(check: Check) -> str:
    """Who gives the claim, as the reading beside it names who gives the other."""
    other = check.readings[0].operands[0].claim if check.readings[0].operands else None
    alike = other is not None and check.readings[0].label == who_of(other)
    return who_of(check.claim) if alike else edition_of(check.claim)


def whole(value: Interval, figure: Figure) -> Interval:
    """A result beside a figure that counts whole things, to the nearest of them; any other as it is."""
    return _rounded(value, _nearest, _nearest) if _counts(figure) else value


def needed_of(implied: Implied) -> Interval:
    """What an operand would have to be; of whole things the whole numbers within it, or else the nearest."""
    value = implied.value
    if not _counts(implied.operand.figure):
        return value
    if value.is_finite and math.ceil(value.low) > math.floor(value.high):
        return _rounded(value, _nearest, _nearest)
    return _rounded(value, math.ceil, math.floor)


def _counts(figure: Figure) -> bool:
    """Whether a figure counts things of which there are no parts: a whole number without a unit."""
    ends = [end for end in (figure.value.low, figure.value.high) if isinstance(end, Fraction)]
    return figure.kind is Kind.COUNT and figure.unit is None and all(end.denominator == 1 for end in ends)


def _rounded(value: Interval, low: Callable[[Fraction], int], high: Callable[[Fraction], int]) -> Interval:
    ends = [
        Fraction(rounding(end)) if isinstance(end, Fraction) else end
        for end, rounding in ((value.low, low), (value.high, high))
    ]
    open_ends = value.low_open and ends[0] == value.low, value.high_open and ends[1] == value.high
    return Interval(ends[0], ends[1], *open_ends)


def _nearest(end: Fraction) -> int:
    return math.floor(end + Fraction(1, 2))


def what_of(implied: Implied) -> str:
    """What an implied value is a value of: the operands that move together, or the operand as printed and its role."""
    if implied.together:
        return shown(implied.together)
    words = {"text": shown(implied.operand.figure.text), "role": shown(implied.operand.role.replace("_", " "))}
    return say("sentences", "operand", **words)


def stated(implied: Implied) -> Interval:
    """What the operand is as stated; of a sum of several, the implied value taken back by its slack."""
    if not implied.slack or not implied.together:
        return implied.operand.figure.value
    nearest = implied.value.low if implied.slack > 0 else implied.value.high
    return Interval.of(nearest / (1 + implied.slack)) if implied.slack != -1 else implied.operand.figure.value


def _panel(
    title: str, rows: Sequence[tuple[str, Interval, str, tuple[Interval, ...]]], unit: str | None, legend: str = ""
) -> Panel:
    axis = axis_over([piece for _, value, _, widths in rows for piece in (value, *widths)], unit)
    bars = tuple(_bar(shown(label), value, role, widths, axis, unit) for label, value, role, widths in rows)
    spoken = [say("sentences", "chart_bar", label=bar.label, shown=bar.value) for bar in bars]
    alternative = say("sentences", "chart", claim=spoken[0], readings="; ".join(spoken[1:]))
    return Panel(title, bars, axis.ticks, alternative, legend if any(bar.widths for bar in bars) else "")


def _bar(label: str, value: Interval, role: str, widths: tuple[Interval, ...], axis: Axis, unit: str | None) -> Bar:
    finite = [isinstance(end, Fraction) for end in (value.low, value.high)]
    around = tuple(
        (axis.place(wide.low), axis.place(wide.high)) for wide in widths if wide != value and not wide.is_point
    )
    start, end = axis.place(value.low), axis.place(value.high)
    return Bar(label, show.interval(value, unit), role, start, end, not finite[0], not finite[1], around)
