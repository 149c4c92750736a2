"""An axis for intervals: linear or logarithmic, with round ticks; places on it are shares of its length, from 0 to 1.

The PDF, the HTML page and the pictures draw from these places, so that all of them show the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from audit import show
from audit.interval import End, Interval

__all__ = ["Axis", "Tick", "axis_over"]

WIDE = 100
"""Beyond this ratio of largest to smallest the axis is logarithmic."""
MARGIN = 0.04
"""Share of the axis left free at each end, where the arrows of endless intervals are drawn."""
STEPS = (1, 2, 5, 10)
ROOM = 44
"""Characters of all the labels of an axis together, so that they never touch."""


@dataclass(frozen=True, slots=True)
class Tick:
    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """`low` and `high` are the values at places MARGIN and 1 - MARGIN; of a logarithmic axis their logarithms."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[Tick, ...] = ()

    def place(self, value: End) -> float:
        """Where the value stands, from 0 to 1; an infinite one, or one at or below zero of a logarithm, at the end."""
        if not isinstance(value, Fraction):
            return 1.0 if value > 0 else 0.0
        if self.logarithmic and value <= 0:
            return 0.0
        at = _log(value) if self.logarithmic else float(value)
        length = self.high - self.low or 1.0  # ends that differ by less than a float tells apart stand in one place
        share = (at - self.low) / length
        return round(min(1.0, max(0.0, MARGIN + share * (1 - 2 * MARGIN))), 5)


def axis_over(intervals: Iterable[Interval], unit: str | None = None, *, logarithmic: bool | None = None) -> Axis:
    """The axis on which all finite ends of the intervals lie; without any, one from 0 to 1."""
    ends = sorted({end for interval in intervals for end in (interval.low, interval.high) if isinstance(end, Fraction)})
    if not ends:
        ends = [Fraction(0), Fraction(1)]
    least = min((end for end in ends if end > 0), default=Fraction(1))
    wide = ends[0] >= 0 and ends[-1] / least > WIDE if logarithmic is None else logarithmic
    if wide:
        low, high = math.floor(_log(least)), math.ceil(_log(max(ends[-1], least)))
        high += high == low
        powers = [Fraction(10) ** power for power in range(low, high + 1)]
        return _with_ticks(Axis(low, high, True), powers, unit)
    span = ends[-1] - ends[0] or abs(ends[0]) or Fraction(1)
    step = _step(span / 4)
    first, last = math.floor(ends[0] / step), math.ceil(ends[-1] / step)
    if first == last:
        first, last = first - 1, last + 1
    # an axis that comes near zero starts there, so that lengths can be compared
    if 0 < first <= (last - first) / 2:
        first = 0
    axis = Axis(float(first * step), float(last * step), False)
    return _with_ticks(axis, [n * step for n in range(first, last + 1)], unit)


def _with_ticks(axis: Axis, values: list[Fraction], unit: str | None) -> Axis:
    """The axis with as many of the values as ticks as there is room for."""
    labels = [show.interval(Interval.of(value), unit) for value in values]
    longest = max(len(label) for label in labels) + 3
    skip = max(1, math.ceil(len(values) * longest / ROOM))
    ticks = tuple(Tick(axis.place(value), label) for value, label in zip(values, labels, strict=True))
    return replace(axis, ticks=ticks[::skip])


def _step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5 times a power of ten that is no less."""
    power = Fraction(10) ** math.floor(_log(least))
    return next(step * power for step in STEPS if step * power >= least)


def _log(value: Fraction) -> float:
    """Logarithm to ten; of numbers of any size, which floats may not hold."""
    return math.log10(value.numerator) - math.log10(value.denominator)
