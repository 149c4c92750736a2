"""Reads the dates of a text: '7 October 2023', 'Saturday, Oct. 7', 'the 7th of October', '2023-10-07', 'March 2022'.

A date is read as far as it is printed. `DateMention.resolve` fills in a year that is left out from a date nearby, and never
guesses a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from audit.errors import OptionError
from audit.lang import load
from audit.text.words import alternatives, heads
from audit.vocabulary import kept

__all__ = [
    "DateMention",
    "as_day",
    "counts_people",
    "find_dates",
    "has_digital",
    "month_names",
    "ordinal_days",
    "short_months",
    "weekday_name",
]

CENTURY = 50
"""'9 JAN 90' is of the 1900s from this two-digit year on, '9 JAN 24' of the 2000s below it."""


WINDOW = 30
"""Characters either side of a month's name within which its date lies."""


_DIGITAL = re.compile(r"-\d\d-\d\d\b")
"""What every date in ISO 8601 has."""
_COUNTED = re.compile(r"\s(?:other |more )?([a-z]+)")


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


@kept
def _pattern() -> re.Pattern[str]:
    words = load("dates")
    months = "|".join(sorted(words["months"], key=lambda word: (-len(word), word)))
    days = "|".join(sorted(words["weekdays"], key=lambda word: (-len(word), word)))
    month = rf"(?:(?:{alternatives(short_months())})\b\.?|(?:{months})\b)"
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    year = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d)"
    short = r"\d\d(?=\s*(?:[(.,;:)\]\-–—]|$))(?![:.,]\d)"
    lead = rf"(?:(?P<weekday>{days})\b\.?(?:,\s?|\s(?:the\s)?|\s?\())?"
    tail = rf"(?:\s?\((?P<after>{days})\)|,\sa\s(?P<appositive>{days})\b)?"
    ranks = alternatives(form for name in ordinal_days() for form in (name, name.replace("-", " ")))
    first = (
        rf"(?:(?P<d1>{number})(?:\s?(?:st|nd|rd|th))?|(?P<o1>{ranks}))(?:\s+(?:day\s)?of)?[\s\-](?P<m1>{month})"
        rf"(?:,?[\s\-]+(?:(?P<y1>{year})|(?P<s1>{short})))?"
    )
    second = (
        rf"(?:(?P<y5>{year}),?\s)?(?P<m2>{month})\s+(?:the\s)?(?:(?P<d2>{number})(?:st|nd|rd|th)?|(?P<o2>{ranks}))"
        rf"(?![\d%]|[.,:]\d)(?:,?\s+(?P<y2>{year}))?"
    )
    third = rf"(?P<m3>{month})(?:\sof)?,?\s+(?P<y3>{year})"
    iso = r"(?P<y4>(?:1[89]|20)\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>0[1-9]|[12]\d|3[01])"
    return re.compile(rf"(?<![\w.\-/]){lead}(?:{iso}|{first}|{second}|{third})(?!\w){tail}", re.IGNORECASE)


@kept
def _anchor() -> re.Pattern[str]:
    """A month's name with a capital, or what looks like an ISO date: cheap to look for, and every date has one.

    It begins with a class of the first characters, which the engine runs to without trying anything in between.
    """
    months = sorted(load("dates")["months"], key=lambda word: (-len(word), word))
    spelt = [*map(str.capitalize, months), *map(str.upper, months)]
    firsts = "".join(sorted({month[0] for month in spelt}))
    named = "|".join(f"{month[1:]}(?<={month})" for month in spelt)
    return re.compile(rf"[{firsts}0-9](?:(?<!\w[{firsts}])(?:{named})\b|(?<=\d)\d-\d\d-\d\d\b)")


@kept
def month_names() -> frozenset[str]:
    """A word of the name of each month, in lower case, short ones too."""
    return heads(load("dates")["months"])


@kept
def short_months() -> frozenset[str]:
    """'feb', 'sept': names of months of which another is the full form. Only these take a full stop."""
    months = load("dates")["months"]
    full = {max((name for name in months if months[name] == number), key=len) for number in months.values()}
    return frozenset(months) - full


@kept
def ordinal_days() -> dict[str, int]:
    """'fourth': 4, 'twenty-first': 21; the days of a month."""
    words = load("numerals")
    ordinals = {name: number for name, number in words["ordinals"].items() if number < 32}
    tens = {name: number for name, number in words["cardinals"].items() if number in (20, 30)}
    joined = {
        f"{ten}-{name}": number + small
        for ten, number in tens.items()
        for name, small in ordinals.items()
        if small < 10 and number + small < 32
    }
    return ordinals | joined


def counts_people(before: str, behind: str) -> bool:
    """Whether a number between the two, right behind a month's full name, counts people: 'in May 3 people died'.

    `before` ends where the month begins, `behind` begins where the number ends; both are in lower case.
    """
    words = load("dates")["counted"]
    lead, counted = before.split(), _COUNTED.match(behind)
    return bool(lead) and lead[-1] in words["before"] and counted is not None and counted[1] in words["people"]


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
        near = _pattern().finditer(text, max(at, anchor.start() - WINDOW), min(stop, anchor.end() + WINDOW))
        match = next((match for match in near if match.end() > anchor.start()), None)
        if match is not None:
            mention = _mention(match)
            at = match.end()
            if mention is not None:
                yield mention


def _mention(match: re.Match[str]) -> DateMention | None:
    words = load("dates")
    name = match["m1"] or match["m2"] or match["m3"]
    if name and not name[0].isupper():
        return None
    if match["d2"] and not match["y2"] and name.lower() not in short_months():
        text, at = match.string, match.start("m2")
        if counts_people(
            text[max(0, at - WINDOW) : at].lower(), text[match.end("d2") : match.end("d2") + WINDOW].lower()
        ):
            return None
    month = words["months"][name.rstrip(".").lower()] if name else int(match["m4"])
    spelt = match["o1"] or match["o2"]
    day = match["d1"] or match["d2"] or match["d4"] or (spelt and ordinal_days()["-".join(spelt.lower().split())])
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"]
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
