"""The noun `TimeMention`: a word of time as far as it says something, and what its readers ask of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from audit.lang import load
from audit.vocabulary import kept

if TYPE_CHECKING:
    from audit.text.document import Document, Sentence

__all__ = [
    "AROUND",
    "OPENING",
    "TimeKind",
    "TimeMention",
    "offsets_of_words",
    "sentences_with",
    "time_words",
    "words_before",
]

AROUND = 40
"""Characters before and behind a name in which the words stand that say which one it is."""
OPENING = frozenset("(—–-")


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


def sentences_with(document: Document, heads: frozenset[str]) -> Iterator[Sentence]:
    for sentence in document.sentences:
        if not heads.isdisjoint(document.words_of(sentence)):
            yield sentence


@kept
def time_words(name: str) -> frozenset[str]:
    return frozenset(load("times")["settings"][name])


@kept
def offsets_of_words() -> dict[str, tuple[int, bool]]:
    """'last', 'the next' and their like: how far on, and whether from the day of publication."""
    words = load("times")
    return {
        **{word: (number, True) for word, number in words["published"].items()},
        **{word: (number, False) for word, number in words["told"].items()},
    }


def words_before(document: Document, floor: int, start: int) -> tuple[str, str]:
    """The word before the place, in lower case, and the two before it; a mark counts as a word ('(', 'mid-')."""
    words = document.lowered[max(floor, start - AROUND) : start].split()
    if not words:
        return "", ""
    last = words[-1]
    if last[-1] in OPENING:
        return last[-1], last
    return last, f"{words[-2]} {last}" if len(words) > 1 else last
