"""Slips of the pen that turn one printed number into another."""

from __future__ import annotations

from audit.checks.check import Diagnosis
from audit.interval import Interval
from audit.series.words import say

__all__ = ["slip"]


def slip(printed: float, expected: float) -> Diagnosis | None:
    """The slip that makes `printed` of `expected`, or None.

    >>> slip(158.0, 185.0).slip
    'swapped_digits'
    """
    if printed == expected or min(printed, expected) < 0 or not (printed.is_integer() and expected.is_integer()):
        return None
    a, b = str(int(printed)), str(int(expected))
    value = Interval.of(int(expected))
    if len(a) == len(b) > 1 and any(b[:i] + b[i + 1] + b[i] + b[i + 2 :] == a for i in range(len(b) - 1)):
        return Diagnosis("swapped_digits", f"{say(printed)} is {say(expected)} with two digits swapped.", value)
    if len(b) == len(a) + 1 and len(a) > 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b))):
        return Diagnosis("missing_digit", f"{say(printed)} is {say(expected)} with a digit missing.", value)
    if len(a) == len(b) + 1 and len(b) > 1 and any(a[:i] + a[i + 1 :] == b for i in range(len(a))):
        return Diagnosis("digit_too_many", f"{say(printed)} is {say(expected)} with a digit too many.", value)
    # numbers that differ in the last digit alone are merely near each other
    if len(a) == len(b) > 3 and a[-1] == b[-1] and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        return Diagnosis("one_digit", f"{say(printed)} differs from {say(expected)} in one digit.", value)
    return None
