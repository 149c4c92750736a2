"""A weekday and its date: 'Tuesday (7 April)', 'Friday, June 27, 2031'; and a weekday alone beside a date of the same event.

The claim is the date, worked out as a day of the week; the weekday is what stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from audit.account.binding import Binding, Role
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Moment, Reading
from audit.text.time_mention import TimeMention

__all__ = ["weekdays"]

_CHANCE = 1 / 7
_BESIDE = 4
"""Tokens between a weekday and its date, in one phrase."""
_ADJACENT = _BESIDE + 1
"""Dates on either side that can stand so near."""
_BACK, _ON = 2, 1
"""Dates before and behind a weekday that stands alone with which it is tried."""
_REACH = 5
"""Sentences within which they stand."""
_CALENDAR = date(1753, 1, 1).toordinal()
"""Before this day a date may be of the old calendar, in which it was another day of the week."""
_SOON = 60
"""Days from publication within which a date without a year is surely that of the nearest year."""


def weekdays(reading: Reading) -> Iterator[Binding]:
    """Every weekday with the date that stands in its phrase, else with the dates nearest to it."""
    moments = reading.moments
    days = [each for each in moments.days if each.grain == "day" and each.known != "word" and each.mention is not None]
    usable = [each for each in days if each.known != "nowhere" and not each.torn and each.low >= _CALENDAR]
    known = {id(each) for each in usable}
    for day in days:
        if day.weekday is not None and id(day) in known:
            yield _binding(
                reading, "weekday.beside", day, _named(day.weekday, reading, *day.weekday_at), ["phrase:one"]
            )
    if not usable:
        return
    for time in moments.weekdays:
        assert time.weekday is not None
        name = _named(time.weekday, reading, time.end - len(time.text.split()[-1]), time.end)
        among = bisect_left(days, time.start, key=_start)
        beside = _in_phrase(reading, time, days[max(0, among - _ADJACENT) : among + _ADJACENT])
        if beside is not None:
            if id(beside) in known:
                yield _binding(reading, "weekday.beside", beside, name, ["phrase:wide"])
            continue
        until = bisect_left(usable, time.start, key=_start)
        since = bisect_right(usable, time.start, key=_start)
        before, behind = usable[max(0, until - _BACK) : until], usable[since : since + _ON]
        sentence = reading.document.sentence_at(time.start)
        at = sentence.index if sentence else 0
        for rank, day in enumerate((*reversed(before), *behind)):
            if abs(day.sentence - at) <= _REACH or day.sentence == 0:
                yield _binding(reading, "weekday.near", day, name, _near(reading, time, at, day, rank))


def _start(day: Moment) -> int:
    return day.start


def _named(number: int, reading: Reading, start: int, end: int) -> Figure:
    text = reading.document.text[start:end]
    return Figure(start, end, text, Interval.of(number), kind=Kind.DATE, unit="weekday", precision=Fraction(0))


def _binding(reading: Reading, rule: str, day: Moment, name: Figure, said: list[str]) -> Binding:
    assert day.mention is not None
    published = reading.document.published
    features = [rule, *said, f"year:{day.known}"]
    if published is not None and (day.known != "printed" or rule != "weekday.beside"):
        apart = abs(day.low - published.toordinal())
        features.append("from_now:week" if apart <= 7 else "from_now:soon" if apart <= _SOON else "from_now:far")
    features += [f"{rule}&{name}" for name in features[1:]]
    if rule == "weekday.beside":
        features.append("&".join(features[: len(features) // 2 + 1]))
    return Binding("day_of_week", rule, _claim(day), (Role("weekday", named=name),), tuple(features), chance=_CHANCE)


def _claim(day: Moment) -> Mention:
    """The date as a figure whose value is its day of the week."""
    assert day.mention is not None
    mention, number = day.mention, date.fromordinal(day.low).weekday()
    figure = replace(day.figure, value=Interval.of(number), unit="weekday", start=day.start, end=day.end, text=day.text)
    return replace(mention, claim=replace(mention.claim, figure=figure), low=float(number), high=float(number))


def _in_phrase(reading: Reading, time: TimeMention, days: list[Moment]) -> Moment | None:
    """The date that stands in one phrase with the weekday."""
    tokens, joins = reading.tokens, pack(reading.document.language).build(_beside)
    first, last = tokens.at(time.start), tokens.from_(time.end)
    for day in days:
        begin, end = (last, day.first) if day.start > time.start else (day.last, first)
        if 0 <= end - begin <= _BESIDE and all(word in joins for word in tokens.words[begin:end]):
            text = reading.document.text
            if "\n" not in text[min(time.end, day.end) : max(time.start, day.start)]:
                return day
    return None


def _beside(words: Pack) -> frozenset[str]:
    return frozenset(words["lengths"]["weekday"]["beside"])


def _near(reading: Reading, time: TimeMention, at: int, day: Moment, rank: int) -> list[str]:
    """How a weekday that stands alone stands to a date elsewhere."""
    apart = day.sentence - at
    found = ["rank:first" if rank == 0 else "rank:later", "date:behind" if day.start > time.start else "date:before"]
    found.append(f"apart:{max(-3, min(3, apart))}")
    if day.sentence <= 1 and at > 1:
        found.append("date:opening")
    if time.offset is not None:
        found.append("weekday:moved")
    tokens = reading.tokens
    first = tokens.at(time.start)
    found.append(f"weekday<{tokens.classes[first - 1] or 'word'}" if first else "weekday<start")
    found.append(f"date<{tokens.classes[day.first - 1] or 'word'}" if day.first > 0 else "date<start")
    if time.day is not None:
        said = time.day.toordinal() - day.low
        found.append("now:same_week" if abs(said) < 7 else "now:other_week")
    others = sum(
        min(time.start, day.start) < each.start < max(time.start, day.start) for each in reading.moments.weekdays
    )
    found.append(f"weekdays_between:{min(others, 3)}")
    return found
