"""What an operand would have to be for the claim to hold, exactly.

Sums, differences, products, ratios, shares and changes are all of the form (a x + b) / (c x + d) in any one operand, so
three values fix the form, a fourth proves it, and the inverse is exact. A formula of another form implies nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product

from audit.checks.check import Implied, Operand
from audit.checks.proposal import Candidate
from audit.errors import IntervalError
from audit.interval import INFINITY, End, Interval, exact

__all__ = ["corners", "imply"]

_Curve = Callable[[End], End]


def corners(
    compute: Callable[[Sequence[Interval]], Interval], values: Sequence[Interval]
) -> tuple[tuple[bool, ...], ...]:
    """For each operand whether its upper end gives the lowest result, and whether it gives the highest."""
    loose = [index for index, value in enumerate(values) if not value.is_point and value.is_finite]
    if not loose:
        return ((False,) * len(values),) * 2
    found: list[tuple[Fraction, tuple[bool, ...]]] = []
    for choice in product((False, True), repeat=len(loose)):
        highs = dict(zip(loose, choice, strict=True))
        point = [
            Interval.of(value.high if highs.get(index) else value.low) if value.is_finite else value
            for index, value in enumerate(values)
        ]
        result = compute(point).middle
        if isinstance(result, Fraction):
            found.append((result, tuple(highs.get(index, False) for index in range(len(values)))))
    if not found:
        return ((False,) * len(values),) * 2
    return min(found)[1], max(found)[1]


def imply(reading: Candidate, claimed: Interval) -> tuple[Implied, ...]:
    """What each operand (first those that move together) would have to be, all others as printed.

    Dates and operands that are ranges or bounds are held: the text itself leaves them open. `claimed` is the claim as
    printed; of a range each end is solved for at the end of the others that yields it.
    """
    values = [operand.figure.value for operand in reading.operands]
    if not claimed.is_finite and claimed.low != -INFINITY:
        claimed = Interval.of(claimed.low)
    elif not claimed.is_finite:
        claimed = Interval.of(claimed.high)
    if not all(value.is_finite for value in values):
        return ()
    try:
        lowest, highest = corners(reading.compute, values)
    except (IntervalError, ZeroDivisionError):
        return ()
    low = [value.high if up else value.low for value, up in zip(values, lowest, strict=True)]
    high = [value.high if up else value.low for value, up in zip(values, highest, strict=True)]
    groups = ([reading.together] if reading.together else []) + [(index,) for index in range(len(values))]
    found = []
    for group in groups:
        if any(not values[i].is_point or not reading.operands[i].figure.is_quantity for i in group):
            continue
        stated = exact(sum((values[index].low for index in group), Fraction(0)))
        ends = [_solve(_curve(reading, low, group), stated, claimed.low)]
        if claimed.is_point and low == high:
            ends *= 2
        else:
            ends.append(_solve(_curve(reading, high, group), stated, claimed.high))
        solved = sorted(end for end in ends if end is not None)
        if stated == 0 or len(solved) < 2 or solved[0] < 0 <= stated:
            continue
        nearest = min(max(stated, solved[0]), solved[1])
        slack = Fraction((nearest - stated) / (stated if stated > 0 else -stated))
        found.append(Implied(reading.operands[group[0]], Interval.of(*solved), slack, _name(reading.operands, group)))
    return tuple(found)


def _name(operands: tuple[Operand, ...], group: tuple[int, ...]) -> str:
    return " and ".join(operands[index].role for index in group) + " together" if len(group) > 1 else ""


def _curve(reading: Candidate, points: Sequence[End], group: tuple[int, ...]) -> _Curve:
    """The result as a function of one operand, or of the sum of several: the first of them takes up the difference."""
    fixed = [Interval.of(point) for point in points]
    rest = sum((fixed[index].low for index in group[1:]), Fraction(0))

    def result(x: End) -> End:
        value = reading.compute([Interval.of(x - rest) if index == group[0] else v for index, v in enumerate(fixed)])
        if not value.is_point:
            raise IntervalError("no single result")
        return value.low

    return result


def _solve(curve: _Curve, near: End, wanted: End) -> End | None:
    """The x at which the curve takes the value wanted; None if it is not of the form (a x + b) / (c x + d).

    Every such form keeps the cross-ratio of four points. It is tried at once, twice, three times and five times the `near`
    value, for which the ratio is -2 to 1; then the ratio with the wanted value in the last place is solved for x.
    """
    try:
        once, twice, thrice, last = (curve(near * times) for times in (1, 2, 3, 5))
        if len({once, twice, thrice, last}) < 4:
            return None
        left, right = twice - thrice, twice - once
        if (last - once) * left != (last - thrice) * right * -2:
            return None
        if wanted == thrice:
            return near * 3
        above, below = (wanted - once) * left, (wanted - thrice) * right
        return near * (below + above * 3) / (below + above)
    except (IntervalError, ZeroDivisionError):
        return None
