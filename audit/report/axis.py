"""An axis for intervals: linear or logarithmic, with round ticks; places on it are shares of its length, from 0 to 1.

The PDF, the HTML page and the pictures draw from these places, so that all of them show the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from audit import show
from audit.interval import End, Interval

__all__ = ["Axis", "Tick", "axis_over"]

WIDE = 100
"""Beyond this ratio of largest to smallest the axis is logarithmic."""
MARGIN = 0.04
"""Share of the axis left free at each end, where the arrows of endless intervals are drawn."""
STEPS = (1, 2, 5, 10)


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
        share = (at - self.low) / (self.high - self.low)
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
        step = max(1, math.ceil((high - low) / 6))
        axis = Axis(low, high, True)
        powers = range(low, high + 1, step)
        return Axis(low, high, True, tuple(_tick(axis, Fraction(10) ** power, unit) for power in powers))
    span = ends[-1] - ends[0] or abs(ends[0]) or Fraction(1)
    step_size = _step(span / 4)
    first, last = math.floor(ends[0] / step_size), math.ceil(ends[-1] / step_size)
    if first == last:
        first, last = first - 1, last + 1
    # an axis that comes near zero starts there, so that lengths can be compared
    if 0 < first <= (last - first) / 2:
        first = 0
    axis = Axis(float(first * step_size), float(last * step_size), False)
    skip = max(1, math.ceil((last - first) / 6))
    return Axis(
        axis.low, axis.high, False, tuple(_tick(axis, n * step_size, unit) for n in range(first, last + 1, skip))
    )


def _step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5 times a power of ten that is no less."""
    power = Fraction(10) ** math.floor(_log(least))
    return next(step * power for step in STEPS if step * power >= least)


def _tick(axis: Axis, value: Fraction, unit: str | None) -> Tick:
    return Tick(axis.place(value), show.interval(Interval.of(value), unit))


def _log(value: Fraction) -> float:
    """Logarithm to ten; of numbers of any size, which floats may not hold."""
    return math.log10(value.numerator) - math.log10(value.denominator)
