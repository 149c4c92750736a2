"""Days moved by months and weeks, and portions of a stretch of them: 'the first three months of 2032'."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from audit.lang import pack

__all__ = ["how_many", "month_end", "portion", "shifted"]

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def shifted(first: date, last: date, unit: str, by: int) -> tuple[date, date]:
    """The stretch so many units later."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit)
    if months is None:
        days = timedelta(days=by * int(pack()["asking"]["ends"].get(unit, 1)))
        return first + days, last + days
    whole = last == month_end(last.year, last.month)
    moved = _moved(last, by * months)
    return _moved(first, by * months), month_end(moved.year, moved.month) if whole else moved


def _moved(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return _day(year, month, day.day)


def _day(year: int, month: int, day: int) -> date:
    """The day of the month, or its last."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def how_many(text: str | None) -> int:
    return 1 if text is None else NUMBERS.get(text.lower()) or int(text)


def portion(word: str, many: int, unit: str, first: date, last: date) -> tuple[date, date] | None:
    """So many units at the beginning or end of a stretch, or its second, third or fourth one."""
    ends = pack()["asking"]["ends"]
    if word in ends["last"]:
        begin = shifted(last + timedelta(days=1), last + timedelta(days=1), unit, -many)[0]
        return begin, last
    nth = next((n for n, name in enumerate(("first", "second", "third", "fourth")) if word in ends[name]), None)
    if nth is None:
        return None
    begin = shifted(first, first, unit, nth * many)[0]
    return begin, shifted(begin, begin, unit, many)[0] - timedelta(days=1)
