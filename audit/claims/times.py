"""As of when a count holds, and what stretch of time it covers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from audit.claims.claim import Period, PeriodKind
from audit.lang import load
from audit.text.dates import DateMention
from audit.text.document import Document, Sentence, Span
from audit.text.words import alternatives, heads
from audit.vocabulary import kept

__all__ = ["Times"]

_AFTER = 60
"""How far after 'since' its date may begin, in characters."""
_REACH = 400
"""How far from its figure a date may stand to be the date of the count, in characters."""
_BEFORE = 30
"""How far before its figure 'a total of' or 'so far' may stand, in characters."""

_OPENED = re.compile(r"\s(?:the|then|(?:1[89]|20)\d\d\b|last|it|its)\b", re.IGNORECASE)
"""'since the ceasefire', 'since then', 'since 2003': what makes 'since' a start and no reason."""
_DASH = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]\s")
"""What stands behind the date of a dateline."""
_LIKE_YEAR = re.compile(r"[12][089]\d\d")
"""Cheap to look for, and no year is without it."""
_FEW = re.compile(r"\S*(?:\s[^\s\d,;:]+){0,3}\s")
"""What may stand between the start of a figure and the year that it is of, behind it."""
_SOON = re.compile(r"(?:[^\s,;:]|,(?=\d))*[^,;:]{0,30}")
"""How far behind the start of a figure the words may begin that take it out of the reach of a year before it."""


@kept
def _patterns() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """For each kind of words their pattern, for lower case, and a word of each of which one cannot be missing."""
    words = load("other_counts")
    kinds = {key: words[key] for key in ("since", "per", "cumulative", "fresh", "background", "beyond")}
    kinds["day"] = words["days"]
    kinds["weekday"] = [day for day in load("dates")["weekdays"] if len(day) > 5]
    return {key: (re.compile(rf"\b(?:{alternatives(known)})\b"), heads(known)) for key, known in kinds.items()}


@kept
def _spans() -> frozenset[str]:
    """A sentence that has none of these words says nothing of the stretch of time that a count covers."""
    kinds = ("since", "per", "cumulative", "fresh", "background")
    return frozenset().union(*(_patterns()[kind][1] for kind in kinds))


@kept
def _year() -> re.Pattern[str]:
    """'in 2015', 'the siege of 1993', 'in March 1999'."""
    month = rf"(?:(?:{alternatives(load('dates')['months'])})\.?\s)?"
    return re.compile(
        rf"\b(?:in|during|of|throughout)\s{month}(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[.,]\d)", re.IGNORECASE
    )


@kept
def _apart() -> re.Pattern[str]:
    """What ends the reach of a year: a new clause, or words of the present."""
    words = load("other_counts")
    return re.compile(rf";|\b(?:{alternatives((*words['apart'], *words['since'], *words['fresh'], *words['days']))})\b")


class Times:
    """The dates of a document, and for each sentence what its words say about time."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._dates: tuple[DateMention, ...] = document.dates
        self._starts = [mention.start for mention in self._dates]
        self.published = document.published
        self._sentence: Sentence | None = None
        self._here: dict[str, list[re.Match[str]]] = {}
        self._spans = False

    def _enter(self, sentence: Sentence) -> None:
        """Forget what was found in the sentence before."""
        if self._sentence is not sentence:
            self._sentence, self._here = sentence, {}
            self._spans = not _spans().isdisjoint(self._document.words_of(sentence))

    def _matches(self, sentence: Sentence, key: str) -> list[re.Match[str]]:
        """What one pattern finds in the sentence; kept for the claims that follow."""
        self._enter(sentence)
        found = self._here.get(key)
        if found is None:
            pattern, wanted = _patterns()[key]
            found = self._here[key] = []
            if not wanted.isdisjoint(self._document.words_of(sentence)):
                found.extend(pattern.finditer(self._document.lowered[sentence.start : sentence.end]))
        return found

    def _mentions(self, start: int, end: int) -> tuple[DateMention, ...]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def as_of(self, sentence: Sentence, offset: int) -> date | None:
        """The day that the sentence names for the count, else the day of publication.

        None if neither is known, or if the words say that the count is of an earlier year ('in 2015 a bomb killed 71').
        """
        if not self._dates and self.published is None:
            return None
        first, last = max(sentence.start, offset - _REACH), min(sentence.end, offset + _REACH)
        dated = [
            (abs(mention.start - offset), day)
            for mention in self._mentions(first, last)
            if (day := mention.resolve(self.published)) is not None
            and not self._opens(sentence, mention)
            and not self._is_dateline(sentence, mention)
        ]
        if dated:
            return min(dated)[1]
        if self.published is None or self._is_earlier(sentence, offset):
            return None
        if days := self._matches(sentence, "day"):
            return self.published + timedelta(days=load("other_counts")["days"][days[0].group()])
        if weekdays := self._matches(sentence, "weekday"):
            weekday: int = load("dates")["weekdays"][weekdays[0].group()]
            return self.published - timedelta(days=(self.published.weekday() - weekday) % 7)
        return self.published

    def _is_earlier(self, sentence: Sentence, offset: int) -> bool:
        """Whether the year nearest to the count, behind it or before it in its clause, is not that of publication."""
        assert self.published is not None
        text, years = self._document.text, self._years(sentence)
        if not years:
            return False
        behind = next((year for year in years if year.start() > offset), None)
        if behind is not None and _FEW.fullmatch(text[offset : behind.start()]):
            return int(behind["year"]) != self.published.year
        before = next((year for year in reversed(years) if year.end() <= offset), None)
        soon = _SOON.match(text, offset, sentence.end)
        if before is None or soon is None or _apart().search(text[before.end() : soon.end()].lower()):
            return False
        return int(before["year"]) != self.published.year

    def _years(self, sentence: Sentence) -> list[re.Match[str]]:
        """The years that a preposition leads in; their offsets are those of the text."""
        self._enter(sentence)
        found = self._here.get("year")
        if found is None:
            text, start, end = self._document.text, sentence.start, sentence.end
            found = self._here["year"] = (
                list(_year().finditer(text, start, end)) if _LIKE_YEAR.search(text, start, end) else []
            )
        return found

    def _is_dateline(self, sentence: Sentence, mention: DateMention) -> bool:
        """Whether a date says when the report was sent ('TARNMOUTH, May 11 (Newsline) - '), and not of when it is."""
        if self.published is None or mention.resolve(self.published) != self.published:
            return False
        text = self._document.text
        before = text[sentence.start : mention.start].strip(" ,")
        return before.isupper() and _DASH.match(text, mention.end, sentence.end) is not None

    def _opens(self, sentence: Sentence, mention: DateMention) -> bool:
        """Whether 'since' stands before the date, which then opens a stretch of time and is not its end."""
        before = self._matches(sentence, "since")
        k = bisect_left(before, mention.start - sentence.start, key=re.Match.end) - 1
        return k >= 0 and mention.start - sentence.start - before[k].end() <= _AFTER

    def background(self, sentence: Sentence, end: int) -> bool:
        """Whether for a figure that ends there the sentence is of a longer time or another event ('so far this year')."""
        self._enter(sentence)
        if not self._spans:
            return False
        end -= sentence.start
        return any(not self._beyond(sentence, end, match) for match in self._matches(sentence, "background"))

    def _beyond(self, sentence: Sentence, end: int, match: re.Match[str]) -> bool:
        """Whether words between the figure and those of time turn these to something else ('the deadliest raid since')."""
        found = self._after(sentence, "beyond", end)
        if found is None or found.end() > match.start():
            return False
        return self._document.text[sentence.start + found.end()] != "-"  # 'the worst-hit town since March'

    def period(self, sentence: Sentence, start: int, end: int) -> Period | None:
        """The stretch of time that a figure from `start` to `end` covers; None if the sentence does not say."""
        self._enter(sentence)
        if not self._spans:
            return None
        start, end = start - sentence.start, end - sentence.start
        per = self._after(sentence, "per", end)
        if per is not None and per.start() - end <= _AFTER:
            return Period(PeriodKind.PER, cue=self._cue(sentence, per))
        near = [match for match in (self._before(sentence, "since", end), self._after(sentence, "since", end)) if match]
        for match in sorted(near, key=lambda match: abs(match.start() - end)):
            if self._beyond(sentence, end, match):
                continue
            opener = sentence.start + match.end()
            mention = next(iter(self._mentions(opener, opener + _AFTER)), None)
            if mention is not None or _OPENED.match(self._document.text, opener):
                day = mention.resolve(self.published) if mention else None
                return Period(PeriodKind.SINCE, day, self.published, self._cue(sentence, match))
        total = self._before(sentence, "cumulative", start)
        if total is not None and start - total.end() <= _BEFORE:
            return Period(PeriodKind.CUMULATIVE, cue=self._cue(sentence, total))
        fresh = self._matches(sentence, "fresh")
        return Period(PeriodKind.NEW, cue=self._cue(sentence, fresh[0])) if fresh else None

    def _before(self, sentence: Sentence, key: str, offset: int) -> re.Match[str] | None:
        """The last match that ends at or before an offset of the sentence."""
        matches = self._matches(sentence, key)
        k = bisect_right(matches, offset, key=re.Match.end)
        return matches[k - 1] if k else None

    def _after(self, sentence: Sentence, key: str, offset: int) -> re.Match[str] | None:
        """The first match that begins at or after an offset of the sentence."""
        matches = self._matches(sentence, key)
        k = bisect_left(matches, offset, key=re.Match.start)
        return matches[k] if k < len(matches) else None

    def _cue(self, sentence: Sentence, match: re.Match[str]) -> Span:
        return self._document.span(sentence.start + match.start(), sentence.start + match.end())
