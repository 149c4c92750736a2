"""The lengths of time of a text: 'two days later', 'for the past 39 years', 'the next day', 'their 22nd anniversary'.

A `Length` says how far two days are apart; `way` is what its own words make of it. Which days is for a generator to propose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, load, pack
from audit.syntax import Mention, Reading
from audit.text.time_mention import TimeMention

__all__ = ["GRAINS", "Book", "Length", "book", "lengths"]

GRAINS = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
    "decade": ("day", "month", "year"),
}
"""How finely a day must be told for a length in that unit."""
_NEVER = frozenset({"every", "term", "until"})
_DAYS: Mapping[str, tuple[Fraction, int]] = {
    "day": (Fraction(1), 0),
    "week": (Fraction(7), 3),
    "month": (Fraction(487, 16), 16),
    "year": (Fraction(1461, 4), 190),
}
"""Days in each unit, and how many more or less the words may mean."""


class Book(NamedTuple):
    behind: Mapping[str, str]
    before: Mapping[str, str]
    moment: Mapping[str, str]
    ordered: Mapping[str, str]
    part: Mapping[str, tuple[int, int]]
    """Of a month or year, in hundredths: 'early', 'the end of'."""


@dataclass(slots=True, eq=False)
class Length:
    """`mention` is the figure that says it, or else `named` the words, as a number of days to go on by."""

    way: str
    unit: str
    first: int
    last: int
    sentence: int
    features: tuple[str, ...]
    words: frozenset[str]
    """Of its sentence, those with a topic of their own."""
    mention: Mention | None = None
    named: Figure | None = None
    back: bool = False
    anchored: bool = False


def book(language: str) -> Book:
    return pack(language).build(_book)


def _book(words: Pack) -> Book:
    tables = words["lengths"]
    behind, before, moment = (
        {word: name for name, members in tables[kind].items() for word in members}
        for kind in ("behind", "before", "moment")
    )
    return Book(behind, before, moment, tables["ordered"], tables["part"])


def lengths(reading: Reading) -> Iterator[Length]:
    """Every length of time that may lie between two days of the text, figures first."""
    taken: list[tuple[int, int]] = []
    found: Length | None
    for mention in reading.mentions:
        figure = mention.figure
        if figure.words is not None:
            continue
        if figure.kind is Kind.DURATION and figure.unit in GRAINS:
            taken.append((mention.start, mention.end))
            found = _counted(reading, mention, figure.unit)
        elif figure.kind is Kind.RANK:
            found = _ordered(reading, mention)
        else:
            continue
        if found is not None and found.way not in _NEVER:
            yield found
    for time in reading.moments.told:
        if not any(start < time.end and time.start < end for start, end in taken):
            found = _told(reading, time)
            if found is not None:
                yield found


def _counted(reading: Reading, mention: Mention, unit: str) -> Length:
    tokens, words = reading.tokens, book(reading.document.language)
    begin, end = reading.bounds[mention.sentence]
    behind = tokens.words[mention.last : min(end, mention.last + 3)]
    before = tokens.words[max(begin, mention.first - 2) : mention.first]
    next_class = words.behind.get(behind[0], "") if behind else ""
    if next_class == "in":
        following = tokens.classes[mention.last + 1] if len(behind) > 1 else "stop"
        next_class = "later" if following in ("comma", "stop", "dash", "close", "semicolon") else "inside"
        if any(words.behind.get(word) == "term" for word in behind[1:]):
            next_class = "term"
    elif not next_class and any(words.behind.get(word) in ("term", "extreme") for word in behind[:2]):
        next_class = "term"
    elif not next_class and any(words.behind.get(word) == "run" for word in behind[:3]):
        next_class = "run"
    if next_class == "until" and _is_to_the_day(reading, mention):
        next_class = ""
    last_class = words.before.get(before[-1], "") if before else ""
    if last_class == "every" and _is_in_other_words(reading, mention):
        last_class = ""
    way = (
        next_class if next_class not in ("", "inside") else last_class if last_class not in ("", "a", "be") else "bare"
    )
    if last_class == "every":
        way = "every"
    said = [f"unit:{unit}", f"bound:{mention.figure.bound}", f"length<{last_class or 'word'}"]
    said.append(f"length>{next_class or (tokens.classes[mention.last] if behind else '') or 'word'}")
    if "-" in mention.figure.text:
        said.append("length:adjective")
    if len(before) > 1 and words.before.get(before[0]):
        said.append(f"length<<{words.before[before[0]]}")
    if mention.figure.value.is_finite and mention.figure.value.high <= 1:
        said.append("length:one")
    return Length(way, unit, mention.first, mention.last, mention.sentence, tuple(said), mention.words, mention)


def _is_to_the_day(reading: Reading, mention: Mention) -> bool:
    """'forty years to the day after': the length is exact, and reaches to no date."""
    words, known = reading.tokens.words[mention.last : mention.last + 3], load("times")["units"]
    return len(words) > 2 and reading.tokens.classes[mention.last + 1] == "the" and known.get(words[2]) == "day"


def _is_in_other_words(reading: Reading, mention: Mention) -> bool:
    """'since June 2024, or two years': the same told again, and no other choice."""
    return mention.first > 1 and reading.tokens.classes[mention.first - 2 : mention.first] == ["comma", "or"]


def _ordered(reading: Reading, mention: Mention) -> Length | None:
    """'their 22nd wedding anniversary', 'the seventh month of the siege'."""
    tokens, known = reading.tokens, book(reading.document.language).ordered
    end = reading.bounds[mention.sentence][1]
    for at in range(mention.last, min(end, mention.last + 2)):
        unit = known.get(tokens.words[at])
        if unit is not None:
            said = (
                f"unit:{unit}",
                "length:ordered",
                f"length>{'anniversary' if at and tokens.words[at] != unit else 'unit'}",
            )
            return Length("ordered", unit, mention.first, at + 1, mention.sentence, said, mention.words, mention)
        if tokens.classes[at] == "of":
            return None
    return None


def _told(reading: Reading, time: TimeMention) -> Length | None:
    """'the next day', 'a year later', 'last month': as a number of days to go on from where it is counted."""
    unit = time.kind.removeprefix("relative_")
    if unit not in _DAYS or not time.offset:
        return None
    tokens = reading.tokens
    sentence = reading.document.sentence_at(time.start)
    index = sentence.index if sentence else 0
    first, last = tokens.at(time.start), tokens.from_(time.end)
    shift = _shift(reading, time, unit)
    if shift is None:
        return None
    named = Figure(time.start, time.end, time.text, shift, kind=Kind.DATE, unit="day", precision=Fraction(0))
    way = "told" if not time.anchored else "ago" if shift.high < 0 else "next"
    begin, end = reading.bounds[index]
    said = (
        f"unit:{unit}",
        f"words:{'back' if time.offset < 0 else 'on'}",
        f"words<{tokens.classes[first - 1] or 'word'}" if first > begin else "words<start",
        f"words>{tokens.classes[last] or 'word'}" if last < end else "words>end",
    )
    words = next((m.words for m in reading.by_sentence.get(index, ())), frozenset())
    return Length(way, unit, first, last, index, said, words, None, named, time.offset < 0, time.anchored)


def _shift(reading: Reading, time: TimeMention, unit: str) -> Interval | None:
    """In days. 'last year' is all of the calendar's year before, 'a year ago' a day or so many months round it."""
    assert time.offset is not None
    now = reading.document.published
    named = time.anchored and unit in ("month", "year") and time.text.split()[0].lower() in load("times")["published"]
    if time.anchored and now is None:
        return None
    if named and now is not None:
        months, step = (now.year * 12, 12) if unit == "year" else (now.year * 12 + now.month - 1, 1)
        months += step * time.offset
        first, behind = _month(months), _month(months + step)
        return Interval.of((first - now).days, (behind - timedelta(1) - now).days)
    size, more = _DAYS[unit]
    middle = size * time.offset
    return Interval.of(middle - more, middle + more)


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
