"""Words of time that are no date and no figure: 'on Sunday', 'in June', 'in 2019', 'last year', 'yesterday', 'the next day'.

A word is read as far as it says something. What it resolves to is filled in where it needs no guess: `year` of 'last June'
and `day` of 'yesterday' where the day of publication is known. Nothing that is part of a `DateMention` stands here.

>>> from audit.text.document import Document
>>> [(time.text, time.kind, time.offset) for time in find_times(Document("On Sunday 3 died; a year earlier 5 had."))]
[('Sunday', 'weekday', None), ('a year earlier', 'relative_year', -1)]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from audit.lang import load
from audit.text.words import alternatives, letters
from audit.vocabulary import kept

if TYPE_CHECKING:
    from audit.text.document import Document, Sentence

__all__ = ["TimeKind", "TimeMention", "find_times"]

_AROUND = 40
"""Characters before and behind a name in which the words stand that say which one it is."""
_DAYS_OF_A_WEEK = 7
_OPENING = frozenset("(—–-")


class TimeKind(StrEnum):
    """What the words name, or how far they reach from another time."""

    WEEKDAY = "weekday"
    MONTH = "month"
    YEAR = "year"
    RELATIVE_DAY = "relative_day"
    RELATIVE_WEEK = "relative_week"
    RELATIVE_MONTH = "relative_month"
    RELATIVE_YEAR = "relative_year"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words of time as printed: `document.text[start:end] == text`, with 'last', 'the next' and the like."""

    start: int
    end: int
    text: str
    kind: TimeKind
    weekday: int | None = None
    """From 0 for Monday, of a weekday's name."""
    month: int | None = None
    """From 1, of a month's name."""
    year: int | None = None
    """As printed, or that of 'last year', 'last June', 'in June last year' where the day of publication is known."""
    offset: int | None = None
    """How many days, weeks, months or years further on: 'last year' -1, 'two days later' +2; for a name 'last Sunday' -1,
    'next June' +1, None where the name stands alone."""
    anchored: bool = True
    """Whether it is counted from the day of publication ('yesterday'), and not from where the story stands ('the next
    day', 'a year earlier')."""
    day: date | None = None
    """The day of 'yesterday' and the like, and that of a weekday, where the day of publication is known: of a weekday that
    stands alone the latest up to then, None where the sentence speaks of what is to come."""


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Every word of time outside the dates of the document, in order."""
    taken = document.dates
    starts = [mention.start for mention in taken]
    times = [*_relative(document), *_named(document), *_years(document)]
    times.sort(key=lambda time: (time.start, -time.end))
    found: list[TimeMention] = []
    last = 0
    for time in times:
        k = bisect_right(starts, time.end - 1) - 1
        if time.start >= last and (k < 0 or taken[k].end <= time.start):
            last = time.end
            found.append(time)
    return tuple(found)


def _having(document: Document, heads: frozenset[str]) -> Iterator[Sentence]:
    for sentence in document.sentences:
        if not heads.isdisjoint(document.words_of(sentence)):
            yield sentence


# Names of days and months


@kept
def _settings(name: str) -> frozenset[str]:
    return frozenset(load("times")["settings"][name])


@kept
def _offsets() -> dict[str, tuple[int, bool]]:
    """'last', 'the next' and their like: how far on, and whether from the day of publication."""
    words = load("times")
    return {
        **{word: (number, True) for word, number in words["published"].items()},
        **{word: (number, False) for word, number in words["told"].items()},
    }


@kept
def _names() -> dict[str, tuple[TimeKind, int]]:
    words = load("dates")
    return {
        **{name: (TimeKind.MONTH, number) for name, number in words["months"].items()},
        **{name: (TimeKind.WEEKDAY, number) for name, number in words["weekdays"].items()},
    }


@kept
def _name() -> re.Pattern[str]:
    """A name with a capital; a class of first letters comes first, which the engine runs to."""
    spelt = [form for name in _names() for form in (name.capitalize(), name.upper())]
    firsts = "".join(sorted({form[0] for form in spelt}))
    rest = "|".join(sorted((f"{form[1:]}(?<={form})" for form in spelt), key=lambda form: -len(form)))
    return re.compile(rf"[{firsts}](?<![\w.'’]{{1}}[{firsts}])(?:{rest})(?![\w@]|['’](?!s\b)|-[A-Z])")


def _before(document: Document, floor: int, start: int) -> tuple[str, str]:
    """The word before the place, in lower case, and the two before it; a mark counts as a word ('(', 'mid-')."""
    words = document.lowered[max(floor, start - _AROUND) : start].split()
    if not words:
        return "", ""
    last = words[-1]
    if last[-1] in _OPENING:
        return last[-1], last
    return last, f"{words[-2]} {last}" if len(words) > 1 else last


@kept
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(_settings('named_behind'))})(?![a-z])")


@kept
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{alternatives(_settings('elsewhere'))})(?![a-z])")


_PERSON = re.compile(r"\b[A-Z](?:[a-z]+|\.)\s$")
_CAPITAL = re.compile(r"\s[A-Z][a-z]+")
_BOTH = re.compile(r"\s(?:and|or|to|through)\s([A-Z][a-z]+)")


@kept
def _name_heads() -> frozenset[str]:
    return frozenset(_names())


def _named(document: Document) -> Iterator[TimeMention]:
    for sentence in _having(document, _name_heads()):
        for match in _name().finditer(document.text, sentence.start, sentence.end):
            time = _time_of_name(document, sentence, match)
            if time is not None:
                yield time


def _time_of_name(document: Document, sentence: Sentence, match: re.Match[str]) -> TimeMention | None:
    start, end = match.span()
    last, two = _before(document, sentence.start, start)
    behind = document.lowered[end : min(sentence.end, end + _AROUND)]
    leading = two if two in _offsets() else last if last in _offsets() else None
    led = leading is not None or last in _settings("which") or last in _OPENING
    if last in _settings("named_before") or two in _settings("named_before") or _behind_name().match(behind):
        return None
    if not _is_time(document, sentence, match, led=led):
        return None
    kind, number = _names()[match.group().lower()]
    offset, anchored = _offsets()[leading] if leading else (None, True)
    if leading:
        start = document.lowered.rindex(leading.split()[0], 0, start)
    text, published = document.text[start:end], document.published
    if kind is TimeKind.MONTH:
        year = _year_of_month(number, offset, behind, published) if published and anchored else None
        return TimeMention(start, end, text, kind, None, number, year, offset, anchored)
    day = None
    if published is not None and anchored and not _elsewhere().match(behind):
        day = _day_of(number, offset, published, ahead=_ahead(document, sentence, start))
    return TimeMention(start, end, text, kind, number, None, None, offset, anchored, day)


def _is_time(document: Document, sentence: Sentence, match: re.Match[str], *, led: bool) -> bool:
    """Whether the name is that of a day or month, and not of a person or a word that begins a sentence."""
    word, text = match.group().lower(), document.text
    if led:
        return True
    if word in _settings("doubtful"):
        other = _BOTH.match(text, match.end())
        return other is not None and other[1].lower() in _names()
    if word in _settings("short"):
        return False
    if _names()[word][0] is TimeKind.WEEKDAY:
        return True
    name = _CAPITAL.match(text, match.end()) if match.start() == sentence.start else None
    person = _PERSON.search(text, max(sentence.start, match.start() - _AROUND), match.start())
    return name is None and (person is None or person.group().strip().lower() in _settings("one"))


def _ahead(document: Document, sentence: Sentence, start: int) -> bool:
    words = set(letters(document.lowered[sentence.start : start]).split())
    return not words.isdisjoint(_settings("ahead"))


def _day_of(weekday: int, offset: int | None, published: date, *, ahead: bool) -> date | None:
    """The day of a weekday's name: the latest up to publication, for 'last' before it, for 'next' after it."""
    back = (published.weekday() - weekday) % _DAYS_OF_A_WEEK
    if offset is None:
        return None if ahead else published - timedelta(days=back)
    if offset < 0:
        return published - timedelta(days=back or _DAYS_OF_A_WEEK)
    if offset > 0:
        return published + timedelta(days=(weekday - published.weekday()) % _DAYS_OF_A_WEEK or _DAYS_OF_A_WEEK)
    return None  # 'this Sunday' is either


def _year_of_month(month: int, offset: int | None, behind: str, published: date) -> int | None:
    later = _behind_month().match(behind)
    if later:
        return published.year + _offsets()[later[1]][0]
    if offset == -1:
        return published.year - (month >= published.month)
    if offset == 1:
        return published.year + (month <= published.month)
    return published.year if offset == 0 else None


@kept
def _behind_month() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:of\s)?({alternatives(load('times')['published'])})\syear\b")


# Times told by their distance


@kept
def _heads() -> frozenset[str]:
    """A sentence that has none of these words tells of no time by its distance."""
    words = load("times")
    single = {max(phrase.split(), key=len) for phrase in words["days"]}
    return frozenset(single | {form for unit in words["units"] for form in (unit, f"{unit}s")})


@kept
def _cardinals() -> dict[str, int]:
    small = {word: number for word, number in load("numerals")["cardinals"].items() if number}
    return {**small, **dict.fromkeys(load("times")["settings"]["one"], 1)}


@kept
def _told() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands at the beginning of a sentence, and behind a mark or space within it.

    'yesterday', 'last year', 'the following day', 'two years ago', 'a week earlier', 'the day before', 'year-earlier'.
    """
    words: dict[str, Any] = load("times")
    units = alternatives(words["units"])
    apart = alternatives((*words["away"], *words["apart"]))
    number = rf"(?P<number>\d{{1,3}}|{alternatives(_cardinals())})"
    body = (
        rf"(?:(?P<day>{alternatives(words['days'])})"
        rf"|(?P<led>{alternatives(_offsets())})[\s-](?P<unit>{units})(?!-)"
        rf"|(?:{number}[\s-])?(?P<counted>{units})s?[\s-](?P<way>{apart}))(?!\w)"
    )
    firsts = "".join(sorted({form[0] for form in (*words["days"], *_offsets(), *_cardinals(), *words["units"])}))
    return re.compile(body), re.compile(rf"[^\w.,-](?=[{firsts}0-9]){body}")


def _relative(document: Document) -> Iterator[TimeMention]:
    first, later = _told()
    for sentence in _having(document, _heads()):
        opening = first.match(document.lowered, sentence.start, sentence.end)
        for match in (opening, *later.finditer(document.lowered, sentence.start, sentence.end)):
            time = _time_told(document, sentence, match) if match else None
            if time is not None:
                yield time


def _time_told(document: Document, sentence: Sentence, match: re.Match[str]) -> TimeMention | None:
    words, group = load("times"), next(name for name in ("day", "led", "number", "counted") if match[name])
    start, end = match.start(group), match.end()
    if match["day"]:
        unit, offset, anchored = "day", words["days"][match["day"]], True
    elif match["led"]:
        offset, anchored = _offsets()[match["led"]]
        unit = words["units"][match["unit"]]
        if not anchored and match["led"] == "the next" and _lasts(document, sentence, start):
            return None
    else:
        way, counted, number = match["way"], match["counted"], match["number"]
        hyphened = document.text[match.start("way") - 1] == "-"
        if number is None and not hyphened:
            return None
        if not hyphened and way in _settings("open") and not _closes(document, sentence, end):
            return None
        unit, anchored = words["units"][counted], way in words["away"]
        step = words["away"][way] if anchored else words["apart"][way]
        offset = step * (_cardinals().get(number or "a") or int(number))
    day, year, published = None, None, document.published
    if published is not None and anchored:
        if unit == "day":
            day = published + timedelta(days=offset)
        elif unit == "year":
            year = published.year + offset
    text = document.text[start:end]
    return TimeMention(start, end, text, TimeKind(f"relative_{unit}"), None, None, year, offset, anchored, day)


def _lasts(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether 'the next' there opens a stretch of time: 'over the next year'."""
    before = document.lowered[max(sentence.start, start - _AROUND) : start].split()
    return bool(before) and before[-1] in _settings("lasting")


def _closes(document: Document, sentence: Sentence, end: int) -> bool:
    """Whether the clause is at its end, or goes on with a word that no noun phrase begins with."""
    rest = document.lowered[end : min(sentence.end, end + _AROUND)].lstrip()
    word = letters(rest).split(" ", 1)[0]
    return not word or word in _settings("closing")


# Years

_YEAR = re.compile(r"[12](?<![\w.,/$£€-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\w|[%/]|[.,]\d|-\d|\s?%)")


def _years(document: Document) -> Iterator[TimeMention]:
    """Years that a word of time or a bracket leads in: 'in 2019', 'the summer of 2016', '(2020)'."""
    for match in _YEAR.finditer(document.text):
        start, end = match.span()
        last, two = _before(document, 0, start)
        if last in _OPENING or last in _settings("before_year") or two in _settings("before_year"):
            yield TimeMention(start, end, match.group(), TimeKind.YEAR, year=int(match.group()))
