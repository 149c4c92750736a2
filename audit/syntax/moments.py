"""The days that a text speaks of: its dates, years, months and words like 'yesterday', each as a `Moment`.

A year that is left out is taken from the words beside it ('7 October last year'), from a date printed before it in its
paragraph, from the day of publication, or from a date elsewhere in the text, in that order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from audit.figures.figure import Kind
from audit.syntax.moment import COMMON_YEAR, Moment, Moments, days_of, in_year, made_moment, nearest_year
from audit.text.dates import DateMention
from audit.text.time_mention import TimeKind, TimeMention
from audit.text.times import find_times

if TYPE_CHECKING:
    from audit.syntax.reading import Mention, Reading

__all__ = ["find_moments", "published"]

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_PRINTED = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d) ?[-–/] ?(\d\d(?:\d\d)?)")
_EARLY = re.compile(r",? (1[0-7]\d\d)\b")
"""A year before those that a date is read with: 'September 3, 1783'."""
_NAMED = re.compile(r"(?:\d|[A-Z]).*(?:\d\w*|\b[A-Z]\w*)", re.DOTALL)
"""A date without 'the' before it and 'a' behind it, where a weekday stands there."""
_OF_IT = 5
"""Characters behind a month within which 'last year' tells its year and is no date of its own."""
_DAY_FIRST = re.compile(r"(\d{1,2}) ")
_JOINS_DAYS = frozenset({"dash", "and", "to", "or", "slash"})
_LAST_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]((?:1[5-9]|20)\d\d)")


def published(reading: Reading) -> Moment | None:
    day = reading.document.published
    if day is None:
        return None
    number = day.toordinal()
    return Moment(-1, -1, day.isoformat(), number, number, "day", "printed", month=day.month, day=day.day)


def find_moments(reading: Reading) -> Moments:
    """Every moment of a text, in order, and its words for a distance."""
    document = reading.document
    times = find_times(document)
    year_words = {time.start: time.year for time in times if time.kind is TimeKind.RELATIVE_YEAR and time.year}
    found = [*_dates(reading, year_words), *_words(times, document.published), *_years(reading)]
    found.sort(key=lambda each: each.start)
    days: list[Moment] = []
    for each in found:
        if not days or each.start >= days[-1].end + (_OF_IT if days[-1].month and each.known == "word" else 0):
            days.append(each)
    tokens = reading.tokens
    for each in days:
        sentence = document.sentence_at(each.start)
        each.sentence = sentence.index if sentence else 0
        each.first, each.last = tokens.at(each.start), tokens.from_(each.end)
    _attach(reading, days)
    days = sorted([*days, *_more_days(reading, days)], key=lambda each: each.start)
    _resolve(reading, days)
    told = tuple(time for time in times if time.kind.startswith("relative") and time.offset)
    return Moments(tuple(days), told, tuple(time for time in times if time.kind is TimeKind.WEEKDAY))


def _dates(reading: Reading, year_words: dict[int, int]) -> Iterator[Moment]:
    text = reading.document.text
    for mention in reading.document.dates:
        start, end = _core(text, mention)
        year = mention.year
        for at in (end + 1, end + 2):
            year = year or year_words.get(at)
        early = None if year else _EARLY.match(text, end)
        if early:
            year = int(early[1])
        made = made_moment(start, end, text[start:end], year, mention.month, mention.day, "printed")
        if made is not None:
            if mention.weekday is not None and mention.weekday_start is not None and mention.weekday_end is not None:
                made.weekday, made.weekday_at = mention.weekday, (mention.weekday_start, mention.weekday_end)
            made.torn = "\n" in text[mention.start : mention.end]
            yield made


def _core(text: str, mention: DateMention) -> tuple[int, int]:
    """Where a date stands without the weekday beside it."""
    start, end = mention.start, mention.end
    if mention.weekday_start is not None and mention.weekday_end is not None:
        if mention.weekday_start == mention.start:
            start = mention.weekday_end
        else:
            end = mention.weekday_start
    found = _NAMED.search(text, start, end)
    return found.span() if found else (start, end)


def _words(times: tuple[TimeMention, ...], now: date | None) -> Iterator[Moment]:
    for time in times:
        made = None
        if time.kind is TimeKind.MONTH:
            made = made_moment(time.start, time.end, time.text, time.year, time.month, None, "printed")
        elif time.kind is TimeKind.YEAR:
            made = made_moment(time.start, time.end, time.text, time.year, None, None, "printed")
        elif time.kind is TimeKind.RELATIVE_YEAR and time.year is not None:
            made = made_moment(time.start, time.end, time.text, time.year, None, None, "word")
        elif time.kind is TimeKind.RELATIVE_MONTH and now is not None and time.offset is not None and time.anchored:
            year, month = divmod(12 * now.year + now.month - 1 + time.offset, 12)
            made = made_moment(time.start, time.end, time.text, year, month + 1, None, "word")
        elif time.day is not None and time.kind in (TimeKind.RELATIVE_DAY, TimeKind.WEEKDAY):
            day = time.day
            made = made_moment(time.start, time.end, time.text, day.year, day.month, day.day, "word")
        if made is not None:
            yield made


def _years(reading: Reading) -> Iterator[Moment]:
    """Figures that are years: '2019', '2010-11'; of '9/11/2001' the year alone is sure."""
    for mention in reading.mentions:
        figure = mention.figure
        if figure.kind is not Kind.DATE:
            continue
        alone = _YEAR.fullmatch(figure.text) or _LAST_YEAR.fullmatch(figure.text)
        both = _YEARS.fullmatch(figure.text)
        if alone:
            year = int(alone[1] if alone.re is _LAST_YEAR else alone[0])
            made = made_moment(figure.start, figure.end, figure.text, year, None, None, "printed")
        elif both:
            made = made_moment(figure.start, figure.end, figure.text, int(both[1]), None, None, "printed")
            if made is not None:
                last = int(both[2]) if len(both[2]) == 4 else int(both[1][:2] + both[2])
                made.high = max(made.high, date(last, 12, 31).toordinal())
        else:
            continue
        if made is not None:
            yield made


def _attach(reading: Reading, days: list[Moment]) -> None:
    """To each moment the figure that is printed there."""
    dated = [mention for mention in reading.mentions if mention.figure.kind in (Kind.DATE, Kind.RANK, Kind.IDENTIFIER)]
    ends = [mention.end for mention in dated]
    for each in days:
        at = bisect_left(ends, each.start + 1)
        if at < len(dated) and dated[at].start < each.end:
            each.mention = dated[at]
            early = _PRINTED.search(dated[at].figure.text) if each.known == "nowhere" else None
            moved = in_year(each, int(early[0])) if early else None
            if moved is not None:
                each.low, each.high, each.known = moved.low, moved.high, "printed"


def _more_days(reading: Reading, days: list[Moment]) -> Iterator[Moment]:
    """Days whose month is told once for several: '6-12 July', 'July 11 and 12'."""
    tokens = reading.tokens
    for number, each in enumerate(days):
        printed = each.mention
        if printed is None or each.month is None:
            continue
        if each.grain == "month":
            _take_its_day(each, printed)
        if each.grain != "day" or each.day is None:
            continue
        for place, link, forward in (
            (printed.number - 1, each.first - 1, False),
            (printed.number + 1, each.last, True),
        ):
            if not 0 <= place < len(reading.mentions) or not 0 <= link < len(tokens.words):
                continue
            other = reading.mentions[place]
            beside = other.first == link + 1 if forward else other.last == link
            free = not any(m.start < other.end and other.start < m.end for m in days[max(0, number - 1) : number + 2])
            if beside and free and tokens.classes[link] in _JOINS_DAYS and _may_be_day(other, each.day, forward):
                year = date.fromordinal(each.low).year if each.known == "printed" else None
                made = made_moment(
                    other.start, other.end, other.figure.text, year, each.month, int(other.low), "printed"
                )
                if made is not None:
                    made.sentence, made.first, made.last, made.mention = each.sentence, other.first, other.last, other
                    yield made


def _take_its_day(moment: Moment, printed: Mention) -> None:
    """A month before which its day is printed that a dash joins to another: '6-12 July'."""
    found = _DAY_FIRST.match(printed.figure.text)
    year = date.fromordinal(moment.low).year if moment.known == "printed" else COMMON_YEAR
    span = days_of(year, moment.month, int(found[1])) if found else None
    if found and span:
        moment.start, moment.first, moment.text = printed.start, printed.first, printed.figure.text
        moment.low, moment.high, moment.grain, moment.day = *span, "day", int(found[1])


def _may_be_day(number: Mention, day: int, forward: bool) -> bool:
    if number.type != "count" or number.low not in range(1, 32) or number.after != number.last:
        return False
    return number.low > day if forward else number.low < day


def _resolve(reading: Reading, days: list[Moment]) -> None:
    """Fill in the years that are left out."""
    told = reading.document.published
    now = None if told is None else told.toordinal()
    dated = [each for each in days if each.known == "printed" and each.grain != "year"]
    loose = [each for each in days if each.known == "nowhere"]
    if not loose or (now is None and not dated):
        return
    starts = [each.start for each in dated]
    paragraphs = [sentence.paragraph for sentence in reading.document.sentences]
    for each in loose:
        at = bisect_left(starts, each.start)
        before = dated[at - 1] if at else None
        if before is not None and (now is None or paragraphs[before.sentence] == paragraphs[each.sentence]):
            near, known = before.low, "text"
        elif now is not None:
            near, known = now, "published"
        else:
            near, known = dated[0].low, "text"
        moved = nearest_year(each, near)
        if moved is not None:
            each.low, each.high, each.known = moved.low, moved.high, known
