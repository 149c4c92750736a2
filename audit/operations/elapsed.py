"""The time from one day to another, in days, weeks, months, years or decades. Days are numbers of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from audit.interval import Interval
from audit.operations.record import Formula

__all__ = ["UNITS", "elapsed"]

_YEAR = Fraction(3652425, 10000)
"""Days in a year of the Gregorian calendar, on average."""
UNITS: Mapping[str, Fraction] = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": _YEAR / 12,
    "year": _YEAR,
    "decade": _YEAR * 10,
}


def elapsed(unit: str, *, both: bool = False) -> Formula:
    """From the first day to the second. Full months and begun ones are told alike; `both` counts the first day as well."""
    size = UNITS[unit]

    def time(values: Sequence[Any]) -> Any:
        found = (values[1] - values[0]) / size
        if not isinstance(found, Interval):
            return found + 0.5 if both else found
        if unit == "day":
            return Interval.of(found.low, found.high + 1) if both else found
        return Interval.of(found.low // 1, -(-found.high // 1))

    return time
