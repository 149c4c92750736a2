"""Months and weekdays by their names: 'on Sunday', 'in June', 'last May'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from audit.lang import load
from audit.text.time_mention import (
    AROUND,
    OPENING,
    TimeKind,
    TimeMention,
    offsets_of_words,
    sentences_with,
    time_words,
    words_before,
)
from audit.text.words import alternatives, letters
from audit.vocabulary import kept

if TYPE_CHECKING:
    from audit.text.document import Document, Sentence

__all__ = ["named_times"]

_DAYS_OF_A_WEEK = 7


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


@kept
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(time_words('named_behind'))})(?![a-z])")


@kept
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{alternatives(time_words('elsewhere'))})(?![a-z])")


_PERSON = re.compile(r"\b[A-Z](?:[a-z]+|\.)\s$")
_CAPITAL = re.compile(r"\s[A-Z][a-z]+")
_BOTH = re.compile(r"\s(?:and|or|to|through)\s([A-Z][a-z]+)")


@kept
def _name_heads() -> frozenset[str]:
    return frozenset(_names())


def named_times(document: Document) -> Iterator[TimeMention]:
    for sentence in sentences_with(document, _name_heads()):
        for match in _name().finditer(document.text, sentence.start, sentence.end):
            time = _time_of_name(document, sentence, match)
            if time is not None:
                yield time


def _time_of_name(document: Document, sentence: Sentence, match: re.Match[str]) -> TimeMention | None:
    start, end = match.span()
    last, two = words_before(document, sentence.start, start)
    behind = document.lowered[end : min(sentence.end, end + AROUND)]
    leading = two if two in offsets_of_words() else last if last in offsets_of_words() else None
    led = leading is not None or last in time_words("which") or last in OPENING
    if last in time_words("named_before") or two in time_words("named_before") or _behind_name().match(behind):
        return None
    if not _is_time(document, sentence, match, led=led):
        return None
    kind, number = _names()[match.group().lower()]
    offset, anchored = offsets_of_words()[leading] if leading else (None, True)
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
    if word in time_words("doubtful"):
        other = _BOTH.match(text, match.end())
        return other is not None and other[1].lower() in _names()
    if word in time_words("short"):
        return False
    if _names()[word][0] is TimeKind.WEEKDAY:
        return True
    name = _CAPITAL.match(text, match.end()) if match.start() == sentence.start else None
    person = _PERSON.search(text, max(sentence.start, match.start() - AROUND), match.start())
    return name is None and (person is None or person.group().strip().lower() in time_words("one"))


def _ahead(document: Document, sentence: Sentence, start: int) -> bool:
    words = set(letters(document.lowered[sentence.start : start]).split())
    return not words.isdisjoint(time_words("ahead"))


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
        return published.year + offsets_of_words()[later[1]][0]
    if offset == -1:
        return published.year - (month >= published.month)
    if offset == 1:
        return published.year + (month <= published.month)
    return published.year if offset == 0 else None


@kept
def _behind_month() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:of\s)?({alternatives(load('times')['published'])})\syear\b")
