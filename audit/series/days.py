"""The cells of a column as days. A day that can be read in two ways is settled by the other cells or left unread."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from audit.lang import load
from audit.series.cells import as_printed

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["DAY_SHARE", "MINUTES", "NO_DAY", "UNITS", "Days", "day_of", "days", "is_date", "iso", "month_of"]

NO_DAY = np.iinfo(np.int64).min
"""Stands where no day could be read."""
UNITS = ("day", "week", "month", "quarter", "year")
"""In which dates step, the finest first."""
MINUTES = 24 * 60
DAY_SHARE = 0.8
"""A column is read as dates if this share of its filled cells are dates."""

_EPOCH = date(1970, 1, 1)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?")
_MONTH = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})")
_MONTH_NAME = re.compile(
    r"(?P<month>[^\W\d_]{3,9})\.?[\s,-]*(?P<year>\d{4})|(?P<year2>\d{4})[\s,-]*(?P<month2>[^\W\d_]{3,9})"
)
_QUARTER = re.compile(
    r"(?P<year>\d{4})[- ]?Q(?P<quarter>[1-4])|Q(?P<quarter2>[1-4])[- ]?(?P<year2>\d{4})", re.IGNORECASE
)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_DAY_NAME = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([^\W\d_]{3,9})|([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)[\s.,-]+(\d{4}|\d{2})"
)
_CLOCK = re.compile(r"[T ](\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Days:
    """Days since 1970-01-01 for each row (`NO_DAY` where none), the unit in which they step, and what was assumed."""

    values: NDArray[np.int64]
    unit: str
    """One of `UNITS`."""
    notes: tuple[str, ...]
    clock: NDArray[np.int64] | None = None
    """Minutes since midnight for each row, where rows of one day differ in them; else None."""
    unsure: bool = False
    """Whether nothing tells which of day and month stands first; the order of the rows is the same in both readings."""


def iso(day: int) -> str:
    """The day as '2024-02-01'."""
    return (_EPOCH + timedelta(days=int(day))).isoformat()


def day_of(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def days(cells: pd.Series, name: str, *, day_first: bool | None = None) -> Days | None:
    """The column as days, or None if it is no column of dates. `day_first` settles '03/04/2024'."""
    import pandas as pd

    if cells.dtype.kind == "M":
        stamps = pd.to_datetime(cells).to_numpy(dtype="datetime64[m]")
        minutes, lacking = stamps.astype(np.int64), np.isnat(stamps)
        values = np.where(lacking, NO_DAY, minutes // MINUTES)
        return Days(values, "day", (), _clock(values, np.where(lacking, 0, minutes % MINUTES)))
    if cells.dtype.kind in "fb":
        return None
    codes, distinct = pd.factorize(cells)
    texts = [as_printed(one) for one in distinct]
    filled = [text for text in texts if text]
    if not filled or sum(map(_looks_like_a_date, filled[:200])) < DAY_SHARE * len(filled[:200]):
        return None
    order, said, unsure = _order(filled, name, day_first)
    read = [_day(text, order) for text in texts]
    good = [one for one in read if one is not None]
    if len(good) < DAY_SHARE * len(filled) and order is not None:
        return None
    unit = max(UNITS, key=lambda unit: sum(_unit(text) == unit for text in filled))
    if order is None and len(good) < DAY_SHARE * len(filled):
        # too many are left unread for the others to make a series
        read = [None] * len(texts)
    table = np.array([NO_DAY if one is None else one for one in read] + [NO_DAY], dtype=np.int64)
    shapes = sorted({_shape(text) for text in filled if _looks_like_a_date(text)})
    if len(shapes) > 1:
        said.append(f"Column {name}: dates are printed in {len(shapes)} formats ({', '.join(shapes)}).")
    two_ways = sum(1 for text in texts if order is None and _two_ways(text))
    if two_ways:
        said.append(f"Column {name}: {two_ways} different cells are left unread ({_first(filter(_two_ways, texts))}).")
    lost = [text for text, one in zip(texts, read, strict=True) if text and one is None and not _two_ways(text)]
    if lost:
        said.append(
            f"Column {name}: {len(lost)} cells are no dates and their rows are left out ({', '.join(map(repr, lost[:4]))})."
        )
    values = table[codes]
    return Days(values, unit, tuple(said), _clock(values, np.array([*map(_minutes, texts), 0])[codes]), unsure)


def _clock(values: NDArray[np.int64], minutes: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """The minutes, if they tell apart rows that share a day."""
    import pandas as pd

    if not minutes.any():
        return None
    return minutes if len(pd.unique(values * MINUTES + minutes)) > len(pd.unique(values)) else None


def _minutes(text: str) -> int:
    match = _CLOCK.search(text)
    return int(match[1]) * 60 + int(match[2]) if match else 0


def is_date(text: str) -> bool:
    """Whether a text is a day, week, month, quarter or year as tables print them."""
    return _looks_like_a_date(text)


def month_of(name: str) -> int | None:
    """'Sept' is 9; None for what is no name of a month of three letters or more.

    >>> month_of("Sept"), month_of("Ma"), month_of("Maybe")
    (9, None, None)
    """
    names = load("dates")["months"]
    return next(
        (int(number) for full, number in names.items() if len(name) > 2 and full.startswith(name.lower())), None
    )


def _first(texts: Iterable[str]) -> str:
    return ", ".join(repr(text) for text in islice(texts, 4))


def _looks_like_a_date(text: str) -> bool:
    return _day(text, "day") is not None or _day(text, "month") is not None


def _shape(text: str) -> str:
    shaped = re.sub(
        r"[^\W\d_]{3,}",
        "month",
        re.sub(r"\d+", lambda m: "0" * min(4, len(m.group())), text[:10] if _ISO.fullmatch(text) else text),
    )
    return re.sub(r"\b00?\b", "00", shaped)


def _unit(text: str) -> str:
    if _YEAR.fullmatch(text):
        return "year"
    if _MONTH.fullmatch(text) or _MONTH_NAME.fullmatch(text):
        return "month"
    if _QUARTER.fullmatch(text):
        return "quarter"
    return "week" if _WEEK.fullmatch(text) else "day"


def _two_ways(text: str) -> bool:
    match = _NUMERIC.fullmatch(text)
    return (
        match is not None and match[1] != match[3] and int(match[1]) <= 12 and int(match[3]) <= 12 and match[2] != "."
    )


def _order(texts: list[str], name: str, stated: bool | None) -> tuple[str | None, list[str], bool]:
    """Which of day and month stands first in '03/04/2024', the evidence, and whether it is not sure; None if days differ
    in their order by it."""
    pairs = [(int(m[1]), int(m[3])) for m in map(_NUMERIC.fullmatch, texts) if m and m[2] != "."]
    if not pairs:
        return "day", [], False
    if stated is not None:
        return ("day" if stated else "month"), [], False
    day_first, month_first = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    if day_first != month_first:
        order = "day" if day_first else "month"
        return order, [f"Column {name}: the {order} stands first, as the cells with a number above 12 show."], False
    if not day_first:
        both = [[_day(text, order) for text in texts] for order in ("day", "month")]
        steady = [order for order, read in zip(("day", "month"), both, strict=True) if _steady(read)]
        if len(steady) == 1:
            why = "as only so the rows are evenly spaced"
            return steady[0], [f"Column {name}: the {steady[0]} stands first, {why}."], False
        if None not in (*both[0], *both[1]) and _ranked(both[0]) == _ranked(both[1]):
            said = (
                f"Column {name}: nothing tells which of day and month stands first; the rows have the same order either "
                "way, so their order is looked at and the time between them is not. Say it with day_first = true or false."
            )
            return "day", [said], True
    which = "both orders occur" if day_first else "nothing tells which of day and month stands first"
    remedy = "Print dates as 2024-02-01, or say it with day_first = true or false."
    return None, [f"Column {name}: {which}; days that can be read in two ways are not guessed. {remedy}"], False


def _ranked(read: list[int | None]) -> list[int]:
    return sorted(range(len(read)), key=lambda at: (read[at] or 0, at))


def _steady(read: list[int | None]) -> bool:
    """Whether the days go up (or down) by one and the same step."""
    steps = {b - a for a, b in itertools.pairwise(read) if a is not None and b is not None}
    return len(read) > 3 and len(steps) == 1 and steps != {0}


def _day(text: str, order: str | None) -> int | None:
    """The day of a cell; a month, week or year gives its first day."""
    try:
        if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
            return day_of(date(int(match[1]), int(match[2]), int(match[3])))
        if match := _NUMERIC.fullmatch(text):
            if order is None and _two_ways(text):
                return None
            first, second, year = int(match[1]), int(match[3]), int(match[4])
            by_day = match[2] == "." or first > 12 or (second <= 12 and order != "month")
            day, month = (first, second) if by_day else (second, first)
            return day_of(date(year + 2000 if year < 100 else year, month, day))
        if match := _DAY_NAME.fullmatch(text):
            named, year = month_of(match[2] or match[3]), int(match[5])
            return day_of(date(year + 2000 if year < 100 else year, named or 0, int(match[1] or match[4])))
        if match := _WEEK.fullmatch(text):
            return day_of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
        if match := _MONTH.fullmatch(text):
            return day_of(date(int(match["year"]), int(match["month"]), 1))
        if match := _MONTH_NAME.fullmatch(text):
            return day_of(
                date(int(match["year"] or match["year2"]), month_of(match["month"] or match["month2"]) or 0, 1)
            )
        if match := _QUARTER.fullmatch(text):
            return day_of(
                date(int(match["year"] or match["year2"]), 3 * int(match["quarter"] or match["quarter2"]) - 2, 1)
            )
        if _YEAR.fullmatch(text):
            return day_of(date(int(text), 1, 1))
    except ValueError:
        return None
    return None
