"""Reads the dates of a text: '7 October 2023', 'Saturday, Oct. 7', 'the 7th of October', '2023-10-07', 'March 2022'.

A date is read as far as it is printed. `DateMention.resolve` fills in a year that is left out from a date nearby, and never
guesses a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from audit.errors import OptionError
from audit.vocabulary import load
from audit.words import heads

__all__ = ["DateMention", "as_day", "find_dates", "has_digital", "month_names", "weekday_name"]

CENTURY = 50
"""'9 JAN 90' is of the 1900s from this two-digit year on, '9 JAN 24' of the 2000s below it."""


WINDOW = 30
"""Characters either side of a month's name within which its date lies."""


_DIGITAL = re.compile(r"-\d\d-\d\d\b")
"""What every date in ISO 8601 has."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed: `text[start:end]`, weekday included. Parts that are not printed are None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    """From 0 for Monday, where a weekday stands with the date."""
    weekday_start: int | None = None
    """Where the weekday's name begins."""
    weekday_end: int | None = None

    @property
    def exact(self) -> date | None:
        """The day, if year, month and day are printed and there is such a day."""
        return _day(self.year, self.month, self.day)

    def resolve(self, near: date | None) -> date | None:
        """The day, with a year that is left out taken so that it comes closest to `near`; None if no day is printed."""
        if self.year is not None or near is None:
            return self.exact
        days = (_day(year, self.month, self.day) for year in (near.year - 1, near.year, near.year + 1))
        return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _day(year: int | None, month: int, day: int | None) -> date | None:
    if year is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    words = load("dates")
    months = "|".join(sorted(words["months"], key=lambda word: (-len(word), word)))
    days = "|".join(sorted(words["weekdays"], key=lambda word: (-len(word), word)))
    month = rf"(?:{months})\b\.?"
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    year = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d)"
    short = r"\d\d(?=\s*(?:[(.,;:)\]\-–—]|$))"
    lead = rf"(?:(?P<weekday>{days})\b\.?(?:,\s?|\s(?:the\s)?|\s?\())?"
    tail = rf"(?:\s?\((?P<after>{days})\)|,\sa\s(?P<appositive>{days})\b)?"
    first = (
        rf"(?P<d1>{number})(?:st|nd|rd|th)?(?:\s+of)?[\s\-](?P<m1>{month})"
        rf"(?:,?[\s\-]+(?:(?P<y1>{year})|(?P<s1>{short})))?"
    )
    second = rf"(?P<m2>{month})\s+(?P<d2>{number})(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)(?:,?\s+(?P<y2>{year}))?"
    third = rf"(?P<m3>{month})(?:\sof)?,?\s+(?P<y3>{year})"
    iso = r"(?P<y4>(?:1[89]|20)\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>0[1-9]|[12]\d|3[01])"
    return re.compile(rf"(?<![\w.\-/]){lead}(?:{iso}|{first}|{second}|{third})(?!\w){tail}", re.IGNORECASE)


@cache
def _anchor() -> re.Pattern[str]:
    """A month's name with a capital, or what looks like an ISO date: cheap to look for, and every date has one.

    It begins with a class of the first characters, which the engine runs to without trying anything in between.
    """
    months = sorted(load("dates")["months"], key=lambda word: (-len(word), word))
    spelt = [*map(str.capitalize, months), *map(str.upper, months)]
    firsts = "".join(sorted({month[0] for month in spelt}))
    named = "|".join(f"{month[1:]}(?<={month})" for month in spelt)
    return re.compile(rf"[{firsts}0-9](?:(?<!\w[{firsts}])(?:{named})\b|(?<=\d)\d-\d\d-\d\d\b)")


@cache
def month_names() -> frozenset[str]:
    """A word of the name of each month, in lower case, short ones too."""
    return heads(load("dates")["months"])


def has_digital(text: str) -> bool:
    """Whether something in the text may be a date in ISO 8601."""
    return _DIGITAL.search(text) is not None


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, within: Iterable[tuple[int, int]] | None = None
) -> tuple[DateMention, ...]:
    """Every date between the offsets, in order. 'may' and 'march' without a capital are words, not months.

    `within` are the stretches, in order, outside which no month's name and no ISO date stands, if they are known.
    """
    stop = len(text) if end is None else end
    return tuple(_walk(text, start, stop, [(start, stop)] if within is None else within))


def _walk(text: str, start: int, stop: int, within: Iterable[tuple[int, int]]) -> Iterator[DateMention]:
    at = start
    for anchor in (anchor for first, last in within for anchor in _anchor().finditer(text, first, last)):
        if anchor.start() < at:
            continue
        match = _pattern().search(text, max(at, anchor.start() - WINDOW), min(stop, anchor.end() + WINDOW))
        if match is not None and match.end() > anchor.start():
            mention = _mention(match)
            at = match.end()
            if mention is not None:
                yield mention


def _mention(match: re.Match[str]) -> DateMention | None:
    words = load("dates")
    name = match["m1"] or match["m2"] or match["m3"]
    if name and not name[0].isupper():
        return None
    month = words["months"][name.rstrip(".").lower()] if name else int(match["m4"])
    day = match["d1"] or match["d2"] or match["d4"]
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if year is None and match["s1"]:
        year = f"{19 if int(match['s1']) >= CENTURY else 20}{match['s1']}"
    group = next((group for group in ("weekday", "after", "appositive") if match[group]), None)
    weekday = words["weekdays"][match[group].lower()] if group else None
    begin, end = match.span(group) if group else (None, None)
    return DateMention(
        match.start(), match.end(), int(year) if year else None, month, int(day) if day else None, weekday, begin, end
    )


def as_day(value: date | str | None, option: str = "published") -> date | None:
    """The day that a caller gives as a date, a time or a string in ISO 8601; raises `OptionError` for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise OptionError(option, value, ("a date as in 2024-02-01",)) from None


def weekday_name(day: date) -> str:
    """'Saturday'."""
    names: dict[str, int] = load("dates")["weekdays"]
    return next(name.capitalize() for name, number in names.items() if number == day.weekday())
