"""Times of the clock wherever a text tells them, in figures or words: '7.52 a.m.', 'four minutes to eight', 'noon'.

A bare number is a time where a word leads it in and a part of the day or 'o'clock' stands behind it, 'nine in the morning',
or with its minutes: 'restored at 9.25'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, load, pack
from audit.syntax import Mention, Reading
from audit.text.plurals import singular

__all__ = ["ClockTime", "clock_times"]

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?\s*([ap]?)", re.IGNORECASE)
_FULL = re.compile(r"(\d{1,2})\s*([ap])", re.IGNORECASE)
_LONG = re.compile(r"([012]\d)([0-5]\d)\b")
_HALF = 12 * 60
_BEHIND = 5
"""Tokens behind a time within which its part of the day or its weekday stands."""
_PAST = 4
"""Tokens that 'half past five' has at most."""


class _Book(NamedTuple):
    points: Mapping[str, int]
    parts: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, eq=False)
class ClockTime:
    """`minutes` since midnight, `half` whether the half of the day is known, `day` a weekday's number or -1."""

    start: int
    end: int
    text: str
    first: int
    last: int
    sentence: int
    minutes: int
    half: bool
    printed: bool
    """Whether it is a time in figures."""
    day: int = -1

    def at(self, minutes: int) -> Figure:
        """A figure of it, so many minutes since some midnight."""
        value = Interval.of(minutes)
        return Figure(self.start, self.end, self.text, value, kind=Kind.TIME, precision=Fraction(1))


def clock_times(reading: Reading) -> tuple[ClockTime, ...]:
    """Every time of the clock, in order."""
    return reading.once(_clock_times)


def _clock_times(reading: Reading) -> tuple[ClockTime, ...]:
    return tuple(sorted([*_figures(reading), *_points(reading)], key=lambda each: each.start))


def _figures(reading: Reading) -> Iterator[ClockTime]:
    known = pack(reading.document.language).build(_book)
    taken = -1
    for number, mention in enumerate(reading.mentions):
        if mention.first < taken:
            continue
        if mention.type == "time":
            minutes, half, last = _printed(reading, known, mention), _has_half(mention), mention.last
            if minutes is not None:
                yield _made(reading, known, mention, mention.first, last, minutes, half, printed=True)
        elif mention.type in ("duration", "count", "fraction"):
            behind = reading.mentions[number + 1] if number + 1 < len(reading.mentions) else None
            found = _short_of(reading, known, mention, behind) or _bare(reading, known, mention)
            if found is not None:
                minutes, last = found
                taken = last
                yield _made(reading, known, mention, mention.first, last, minutes, minutes >= _HALF + 60, printed=False)


def _points(reading: Reading) -> Iterator[ClockTime]:
    """'noon', 'midnight'."""
    known, tokens = pack(reading.document.language).build(_book), reading.tokens
    if known.points.keys().isdisjoint(reading.vocabulary):
        return
    for at, word in enumerate(tokens.words):
        if word in known.points:
            sentence = reading.document.sentence_at(tokens.starts[at])
            if sentence is not None:
                span = (tokens.starts[at], tokens.ends[at])
                day = _weekday(reading, at + 1)
                yield ClockTime(*span, word, at, at + 1, sentence.index, known.points[word], True, False, day)


def _printed(reading: Reading, known: _Book, mention: Mention) -> int | None:
    """Of a figure that is read as a time: '14:05', '9 p.m.', '2000 hours', 'half past five'."""
    text = mention.figure.text
    if long := _LONG.match(text):
        return int(long[1]) * 60 + int(long[2]) if int(long[1]) < 24 else None
    if told := _CLOCK.match(text):
        return _minutes(int(told[1]), int(told[2]), told[3])
    if told := _FULL.match(text):
        return _minutes(int(told[1]), 0, told[2])
    words = reading.tokens.words[mention.first : mention.last]
    if not 3 <= len(words) <= _PAST or words[-2] not in known.words["past"] | known.words["short"]:
        return None
    hour = _number(words[-1])
    minutes = 15 if words[-3] in known.words["quarter"] else 30 if words[-2] in known.words["past"] else None
    if not hour or minutes is None:
        return None
    return hour % 12 * 60 + minutes if words[-2] in known.words["past"] else (hour - 1) % 12 * 60 + 60 - minutes


def _minutes(hour: int, minute: int, half: str) -> int | None:
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    return (hour % 12 + 12 * (half.lower() == "p") if half else hour) * 60 + minute


def _number(word: str) -> int:
    """An hour of the clock in digits or in a word, 0 of any other."""
    number = int(word) if word.isdecimal() else _hours().get(word, 0)
    return number if number <= 12 else 0


def _hours() -> Mapping[str, int]:
    cardinals: Mapping[str, int] = load("numerals")["cardinals"]
    return cardinals


def _has_half(mention: Mention) -> bool:
    """Whether it says which half of the day it is of, or counts to 24."""
    text = mention.figure.text.lower()
    return _LONG.match(text) is not None or "m" in text[-3:] or text[:1] == "0" or mention.nominal > 12


def _short_of(reading: Reading, known: _Book, mention: Mention, hour: Mention | None) -> tuple[int, int] | None:
    """'four minutes to eight', '20 minutes past four': a word of time leads it in, so that it is no range."""
    if hour is None or hour.first != mention.last + 1 or hour.type not in ("duration", "count"):
        return None
    link = reading.tokens.words[mention.last]
    if mention.figure.unit != "minute" or not 0 < mention.nominal < 60 or not 1 <= hour.nominal <= 12 or hour.head:
        return None
    if not mention.first or reading.tokens.words[mention.first - 1] not in known.words["led"]:
        return None
    short = link in known.words["short"]
    if not short and link not in known.words["past"]:
        return None
    told = int(hour.nominal) % 12 * 60 + (-int(mention.nominal) if short else int(mention.nominal))
    return told % _HALF, hour.last


def _bare(reading: Reading, known: _Book, mention: Mention) -> tuple[int, int] | None:
    """'nine in the morning', 'at one o'clock', 'at 9.25': no quantity of anything."""
    figure, words = mention.figure, reading.tokens.words
    if (
        mention.type != "count"
        or figure.unit
        or not mention.first
        or words[mention.first - 1] not in known.words["led"]
    ):
        return None
    full = mention.head in known.words["full"]
    noun = words[mention.last] if mention.head and not full and mention.after > mention.last else ""
    told = _CLOCK.fullmatch(figure.text)
    if noun and (told is None or singular(noun) != noun):  # 'at 9.40 nobody', but 'at 2.50 crowns'
        return None
    if told is not None:
        minutes = _minutes(int(told[1]), int(told[2]), "")
        return None if minutes is None else (minutes, mention.last)
    if not 1 <= mention.nominal <= 12 or mention.nominal % 1:
        return None
    return (int(mention.nominal) % 12 * 60, mention.last) if full or _part(reading, known, mention.last) else None


def _part(reading: Reading, known: _Book, at: int) -> str:
    """'a' or 'p' where a part of the day stands behind: 'in the morning', 'on the Wednesday morning'."""
    for number, word in enumerate(reading.tokens.words[at : at + _BEHIND]):
        if word in known.parts:
            return known.parts[word] if number else ""
        if word not in known.words["between"] and not reading.tokens.capital[at + number]:
            return ""
    return ""


def _weekday(reading: Reading, at: int) -> int:
    """The weekday whose name stands behind, at most a few tokens away."""
    tokens = reading.tokens
    if at >= len(tokens.starts):
        return -1
    low, high = tokens.starts[at], tokens.starts[min(at + 2, len(tokens.starts) - 1)]
    return next((d.weekday for d in reading.moments.weekdays if low <= d.start <= high and d.weekday is not None), -1)


def _made(
    reading: Reading, known: _Book, mention: Mention, first: int, last: int, minutes: int, half: bool, *, printed: bool
) -> ClockTime:
    start, end = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    part = "" if half else _part(reading, known, last)
    if part and minutes < _HALF + 60:
        minutes = minutes % _HALF + _HALF * (part == "p")
    text = reading.document.text[start:end]
    day = _weekday(reading, last)
    return ClockTime(start, end, text, first, last, mention.sentence, minutes, half or bool(part), printed, day)


def _book(words: Pack) -> _Book:
    tables = words["clocks"]
    parts = {word: half for half, members in tables["parts"].items() for word in members}
    return _Book(tables["points"], parts, {name: frozenset(members) for name, members in tables["words"].items()})
