"""As of when a count holds, and what stretch of time it covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from audit.claims.claim import Period, PeriodKind
from audit.dates import DateMention, find_dates
from audit.document import Document, Sentence, Span
from audit.vocabulary import load

__all__ = ["Times"]

_AFTER = 60
"""How far after 'since' its date may begin, in characters."""
_BEFORE = 30
"""How far before its figure 'a total of' or 'so far' may stand, in characters."""

_OPENED = re.compile(r"\s(?:the|then|(?:1[89]|20)\d\d\b|last|it|its)\b", re.IGNORECASE)
"""'since the ceasefire', 'since then', 'since 2003': what makes 'since' a start and no reason."""


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("relations")
    weekdays = [day for day in load("dates")["weekdays"] if len(day) > 5]
    return {
        **{
            key: re.compile(rf"\b(?:{_alternatives(words[key])})\b", re.IGNORECASE)
            for key in ("since", "per", "cumulative", "fresh", "background")
        },
        "day": re.compile(rf"\b(?:{_alternatives(words['days'])})\b", re.IGNORECASE),
        "weekday": re.compile(rf"\b(?:{_alternatives(weekdays)})\b", re.IGNORECASE),
    }


class Times:
    """The dates of a document, and for each sentence what its words say about time."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._dates: tuple[DateMention, ...] = find_dates(document.text)
        self._starts = [mention.start for mention in self._dates]
        self.published = document.published
        self._sentence: Sentence | None = None
        self._here: dict[str, list[re.Match[str]]] = {}

    def _matches(self, sentence: Sentence) -> dict[str, list[re.Match[str]]]:
        if self._sentence is not sentence:
            self._sentence = sentence
            self._here = {key: list(pattern.finditer(sentence.text)) for key, pattern in _patterns().items()}
        return self._here

    def _mentions(self, start: int, end: int) -> tuple[DateMention, ...]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def as_of(self, sentence: Sentence, offset: int) -> date | None:
        """The day that the sentence names for the count, else the day of publication; None if neither is known."""
        here = self._matches(sentence)
        openers = [match.end() + sentence.start for match in here["since"]]
        dated = [
            (abs(mention.start - offset), day)
            for mention in self._mentions(sentence.start, sentence.end)
            if (day := mention.resolve(self.published)) is not None
            and not any(0 <= mention.start - opener <= _AFTER for opener in openers)
        ]
        if dated:
            return min(dated)[1]
        if self.published is None:
            return None
        if here["day"]:
            return self.published + timedelta(days=load("relations")["days"][here["day"][0].group().lower()])
        if here["weekday"]:
            weekday: int = load("dates")["weekdays"][here["weekday"][0].group().lower()]
            return self.published - timedelta(days=(self.published.weekday() - weekday) % 7)
        return self.published

    def background(self, sentence: Sentence) -> bool:
        """Whether the sentence speaks of a longer time or another event ('so far this year')."""
        return bool(self._matches(sentence)["background"])

    def period(self, sentence: Sentence, start: int, end: int) -> Period | None:
        """The stretch of time that a figure from `start` to `end` covers; None if the sentence does not say."""
        here = self._matches(sentence)
        for match in here["per"]:
            if 0 <= match.start() + sentence.start - end <= _AFTER:
                return Period(PeriodKind.PER, cue=self._cue(sentence, match))
        if here["since"]:
            match = min(here["since"], key=lambda m: (abs(m.start() + sentence.start - end), m.start()))
            opener = sentence.start + match.end()
            mention = next(iter(self._mentions(opener, opener + _AFTER)), None)
            day = mention.resolve(self.published) if mention else None
            if mention is not None or _OPENED.match(self._document.text, opener):
                return Period(PeriodKind.SINCE, day, self.published, self._cue(sentence, match))
        for match in here["cumulative"]:
            if 0 <= start - match.end() - sentence.start <= _BEFORE:
                return Period(PeriodKind.CUMULATIVE, cue=self._cue(sentence, match))
        return Period(PeriodKind.NEW, cue=self._cue(sentence, here["fresh"][0])) if here["fresh"] else None

    def _cue(self, sentence: Sentence, match: re.Match[str]) -> Span:
        return self._document.span(sentence.start + match.start(), sentence.start + match.end())
