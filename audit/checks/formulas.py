"""The formulas of the operations, each operand standing in it once so that no interval comes out wider than it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add, mul

from audit.checks.proposal import Formula
from audit.interval import Interval

__all__ = ["apart", "difference", "fall", "product", "ratio", "rise", "total"]


def rise(scale: int = 100, *, old: int = 0, new: int = 1) -> Formula:
    """Growth of the new over the old."""
    return lambda v: (v[new] / v[old] - 1) * scale


def fall(scale: int = 100, *, old: int = 0, new: int = 1) -> Formula:
    """Loss of the new against the old."""
    return lambda v: (1 - v[new] / v[old]) * scale


def difference(more: int, less: int) -> Formula:
    return lambda v: v[more] - v[less]


def ratio(scale: int = 1, *, part: int = 0, whole: int = 1) -> Formula:
    """Part over whole, in hundredths with a scale of 100."""
    return lambda v: v[part] / v[whole] * scale


def total(values: Sequence[Interval]) -> Interval:
    return reduce(add, values)


def product(values: Sequence[Interval]) -> Interval:
    return reduce(mul, values)


def apart(values: Sequence[Interval]) -> Interval:
    """How far two values are apart, whichever is the larger."""
    found = values[0] - values[1]
    if found.low >= 0:
        return found
    return -found if found.high <= 0 else Interval.of(0, max(found.high, -found.low))
