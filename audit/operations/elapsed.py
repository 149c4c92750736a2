"""The time from one day to another, in days, weeks, months, years or decades. Days are numbers of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from audit.errors import IntervalError
from audit.interval import Interval
from audit.operations.record import Formula

__all__ = ["UNITS", "age", "elapsed"]

_YEAR = Fraction(3652425, 10000)
"""Days in a year of the Gregorian calendar, on average."""
UNITS: Mapping[str, Fraction] = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": _YEAR / 12,
    "year": _YEAR,
    "decade": _YEAR * 10,
}


def _year(day: Any) -> int:
    try:
        return date.fromordinal(int(day)).year
    except (ValueError, OverflowError) as error:
        raise IntervalError("no day of the calendar") from error


def elapsed(unit: str, *, both: bool = False) -> Formula:
    """From the first day to the second. Full years alone are told too, and the years of the calendar between the two; `both`
    counts the first day as well."""
    size = UNITS[unit]

    def time(values: Sequence[Any]) -> Any:
        found = (values[1] - values[0]) / size
        if not isinstance(found, Interval):
            return found + 0.5 if both else found
        if unit == "day":
            return Interval.of(found.low, found.high + 1) if both else found
        low, high = found.low // 1, found.high
        if unit == "year":
            turns = [
                _year(last) - _year(first)
                for first in (values[0].low, values[0].high)
                for last in (values[1].low, values[1].high)
            ]
            low, high = min(low, *turns), max(high, *turns)
        return Interval.of(low, high)

    return time


def age(values: Sequence[Any]) -> Any:
    """Full years of life on a day."""
    born, day = values
    if not isinstance(born, Interval):
        return (day - born) / float(_YEAR) - 0.5
    return Interval.of(_full(born.high, day.low), _full(born.low, day.high))


def _full(born: Any, day: Any) -> int:
    try:
        first, last = date.fromordinal(int(born)), date.fromordinal(int(day))
    except (ValueError, OverflowError) as error:
        raise IntervalError("no day of the calendar") from error
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
