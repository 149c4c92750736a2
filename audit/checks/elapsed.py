"""The time between two days, in the unit of a claim. Days are numbers of the calendar (`date.toordinal`).

A date of which only the month or year is printed is an interval of days; so is then the time between.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from audit.checks.check import Operand
from audit.checks.proposal import Candidate, Formula, Slip
from audit.errors import IntervalError
from audit.interval import End, Interval
from audit.text.dates import DateMention

__all__ = ["DAYS", "days_of", "elapsed"]

YEAR = Fraction(3652425, 10000)
"""Days in a year of the Gregorian calendar, on average."""
DAYS: dict[str, Fraction] = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": YEAR / 12,
    "year": YEAR,
    "decade": YEAR * 10,
}
"""Days in each unit in which a length of time can be checked against dates."""


def days_of(mention: DateMention, near: date | None) -> Interval | None:
    """The days that a date can mean: one, or all of its month; None where its year is not known."""
    if mention.day is None:
        if mention.year is None:
            return None
        last = calendar.monthrange(mention.year, mention.month)[1]
        return _days(date(mention.year, mention.month, 1), date(mention.year, mention.month, last))
    day = mention.resolve(near)
    return None if day is None else _days(day, day)


def _days(first: date, last: date) -> Interval:
    return Interval.of(first.toordinal(), last.toordinal())


def elapsed(start: Operand, end: Operand, unit: str) -> tuple[Candidate, ...]:
    """The readings of a length of time from one date to another: the difference, both days counted, full units only."""
    size = DAYS[unit]
    both = (start, end)

    def difference(values: Sequence[Interval]) -> Interval:
        return (values[1] - values[0]) / size

    def inclusive(values: Sequence[Interval]) -> Interval:
        return (values[1] - values[0] + 1) / size

    def full(values: Sequence[Interval]) -> Interval:
        exact = inclusive(values)
        return Interval.of(exact.low // 1, exact.high // 1)

    def without_leap_days(values: Sequence[Interval]) -> Interval:
        return values[1] - values[0] - _leap_days(values[0].high, values[1].low)

    second: Formula = inclusive if unit == "day" else full
    label = "both days counted" if unit == "day" else f"full {unit}s only"
    slips = (Slip("leap_day_left_out", without_leap_days),) if unit == "day" else ()
    return (
        Candidate("from the one date to the other", both, difference, "{1} - {0}", slips=slips),
        Candidate(label, both, second, "{1} - {0}"),
    )


def _leap_days(first: End, last: End) -> int:
    """How many 29ths of February lie between two days, the last included."""
    begin, end = _date(first), _date(last)
    leaps = (date(year, 2, 29) for year in range(begin.year, end.year + 1) if calendar.isleap(year))
    return sum(begin < day <= end for day in leaps)


def _date(day: End) -> date:
    try:
        return date.fromordinal(int(day))
    except (ValueError, OverflowError) as error:
        raise IntervalError("no day of the calendar") from error
