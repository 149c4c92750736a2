"""The noun `Moment`: a stretch of the calendar as a text prints it, and how two of them are set against each other."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.text.time_mention import TimeMention

if TYPE_CHECKING:
    from audit.syntax.reading import Mention

__all__ = [
    "COMMON_YEAR",
    "Moment",
    "Moments",
    "beside",
    "days_of",
    "in_year",
    "made_moment",
    "nearest_year",
    "year_before",
]

COMMON_YEAR = 2001
"""Any year without a 29th of February: where no year is known only the time between two days can be told."""


@dataclass(slots=True, eq=False)
class Moment:
    """A stretch of the calendar as printed at `start` to `end`; of the day of publication these are -1."""

    start: int
    end: int
    text: str
    low: int
    """Its first day, as `date.toordinal` counts it, and its last."""
    high: int
    grain: str
    """'day', 'month' or 'year'."""
    known: str
    """Where its year is from: 'printed', 'text', 'published', 'word' (it is no date: 'yesterday'), 'nowhere'."""
    sentence: int = -1
    first: int = -1
    last: int = -1
    mention: Mention | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """From 0 for Monday, where its name stands in the date's own phrase, and where that stands."""
    weekday_at: tuple[int, int] = (-1, -1)
    torn: bool = False
    """Whether a line ends within it, so that its parts may not belong together."""

    @property
    def figure(self) -> Figure:
        value = Interval.of(self.low, self.high)
        return Figure(self.start, self.end, self.text, value, kind=Kind.DATE, unit="date", precision=Fraction(0))


@dataclass(frozen=True, slots=True)
class Moments:
    """What a text says of time: its moments, and its words for a distance in time ('the next day', 'last year')."""

    days: tuple[Moment, ...]
    told: tuple[TimeMention, ...]
    weekdays: tuple[TimeMention, ...]


def beside(one: Moment, other: Moment) -> tuple[Moment, Moment] | None:
    """Both with their years set against each other; None if the time between them cannot be told."""
    loose = [each for each in (one, other) if each.known in ("text", "published", "nowhere")]
    if len(loose) == 2:
        if one.known != other.known and "nowhere" in (one.known, other.known):
            return None
        if one.known == "nowhere" and other.low < one.low and one.low - other.low > 183:
            return one, in_year(other, COMMON_YEAR + 1) or other
        return one, other
    if len(loose) == 1:
        fixed = other if loose[0] is one else one
        near = abs(one.sentence - other.sentence) <= 1 and fixed.start >= 0
        if loose[0].known == "nowhere" or (near and fixed.grain != "year"):
            if fixed.grain == "year":
                moved = in_year(loose[0], date.fromordinal(fixed.low).year)
            else:
                moved = nearest_year(loose[0], fixed.low)
            if moved is None:
                return None
            return (moved, other) if loose[0] is one else (one, moved)
    return one, other


def days_of(year: int, month: int | None, day: int | None) -> tuple[int, int] | None:
    try:
        if month is None:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
        number = date(year, month, day).toordinal()
    except ValueError:
        return None
    return number, number


def made_moment(
    start: int, end: int, text: str, year: int | None, month: int | None, day: int | None, known: str
) -> Moment | None:
    span = days_of(COMMON_YEAR if year is None else year, month, day) or days_of(2000, month, day)
    if span is None:
        return None
    grain = "year" if month is None else "month" if day is None else "day"
    return Moment(start, end, text, *span, grain, known if year else "nowhere", month=month, day=day)


def in_year(moment: Moment, year: int) -> Moment | None:
    """The same day or month of that year."""
    span = days_of(year, moment.month, moment.day)
    return None if span is None else replace(moment, low=span[0], high=span[1])


def year_before(moment: Moment) -> Moment | None:
    """The same day of the year before."""
    return in_year(moment, date.fromordinal(moment.low).year - 1)


def nearest_year(moment: Moment, near: int) -> Moment | None:
    """The moment in the year that brings it closest to a day."""
    year = date.fromordinal(near).year
    turns = (days_of(each, moment.month, moment.day) for each in (year - 1, year, year + 1))
    span = min((turn for turn in turns if turn), key=lambda turn: abs(turn[0] - near), default=None)
    return None if span is None else replace(moment, low=span[0], high=span[1])
