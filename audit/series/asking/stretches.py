"""Which days of a table a date of a text means: days, months, quarters, years, ends of the table, 'the year before'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from audit.lang import load
from audit.series.asking.concepts import words_of_role
from audit.series.asking.portions import NUMBERS, how_many, month_end, portion, shifted
from audit.series.days import NO_DAY
from audit.series.table import Table
from audit.text.document import Document, Sentence
from audit.text.words import alternatives

__all__ = ["Stretch", "Stretches"]

_YEAR = re.compile(r"(?<![\d.,$€£-])(?:1[89]|20)\d\d(?![\d.,%-]*\d)\b")
_UNITS = "day|week|fortnight|month|quarter|half|year"
_ORDER = "first|opening|initial|last|final|latest|past|closing|second|third|fourth"
_MANY = rf"(?:(?P<many>\d{{1,2}}|{'|'.join(NUMBERS)})\s+)?(?P<unit>{_UNITS})s?"
_END = re.compile(rf"\b(?:the|its|their)\s+(?P<word>{_ORDER})\s+{_MANY}\b(?P<of>\s+of\s+$)?", re.IGNORECASE)
_PART = re.compile(rf"\b(?:the|in)\s+(?P<word>{_ORDER})\s+{_MANY}\s+of\s+$", re.IGNORECASE)
"""Before a date: which part of it is meant. Searched up to the date."""
_WEEK = re.compile(
    r"\b(?:the\s+)?(?:week|seven days)\s+(?:to|ending|ended|until|that ended|up to)(?:\s+on)?\s+$", re.IGNORECASE
)
_BEFORE = re.compile(r"((?:[\w-]+\s+){0,7}[\w-]+)\s+$")
_QUARTER = re.compile(
    r"\bQ(?P<q>[1-4])\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b|\b(?P<year2>(?:19|20)\d\d)[- ]?Q(?P<q2>[1-4])\b"
)
_SAME = re.compile(rf"\b(?:that|the same|this)\s+(?P<unit>{_UNITS})\b", re.IGNORECASE)
_BACK = re.compile(
    rf"\b(?:(?:the|a)\s+(?:previous|preceding|prior)\s+(?P<a>{_UNITS})|(?:the|a)\s+(?P<b>{_UNITS})\s+(?:before|earlier|previously))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\b(?:(?:the)\s+(?:following|next)\s+(?P<a>{_UNITS})|(?:the|a)\s+(?P<b>{_UNITS})\s+(?:after|later))\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:(?:in|on|of)\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,\s*)?(?:and|to|until|through|till|-|–)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a date of the text means for the table, and whether they are told as those up to then."""

    start: int
    end: int
    first: date | None
    last: date | None
    exact: bool
    """Whether it is a single day."""
    reached: bool = False
    """Whether it says how things stood by then."""
    ends: tuple[tuple[date, date], tuple[date, date]] | None = None
    """Of a stretch from one date to another, the days of each."""
    relative: bool = False
    """Whether it is told by another stretch ('the year before')."""
    since: bool = False

    @property
    def days(self) -> tuple[date | None, date | None]:
        return self.first, self.last


class Stretches:
    """The days that a document names, as a table has them."""

    def __init__(self, table: Table, document: Document) -> None:
        self.table, self.document = table, document
        self._months: dict[str, int] = load("dates")["months"]
        names = alternatives(name.capitalize() for name in self._months)
        # 'In January 2,150 people came': a month, and the number of people
        self._bare = re.compile(rf"\b({names})\b(?!\s+(?:\d{{1,2}}(?!\d|,\d{{3}})|\d{{4}}(?!\d)))")

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the table."""
        if self.table.days is None:
            return None
        days = self.table.days[self.table.days != NO_DAY]
        if not len(days):
            return None
        epoch = date(1970, 1, 1)
        return epoch + timedelta(days=int(days.min())), epoch + timedelta(days=int(days.max()))

    def within(self, stretch: Stretch) -> bool:
        """Whether the table has any of its days."""
        if self.span is None:
            return False
        first, last = self.span
        return (stretch.first is None or stretch.first <= last) and (stretch.last is None or stretch.last >= first)

    def of(self, sentence: Sentence, before: Stretch | None = None) -> list[Stretch]:
        """The stretches that the sentence names, in order; `before` is the last one of the text before it."""
        found = sorted(self._all(sentence, before), key=lambda one: (one.start, -one.end))
        out: list[Stretch] = []
        for one in found:
            if not out or one.start >= out[-1].end:
                out.append(one)
        return out

    def _all(self, sentence: Sentence, before: Stretch | None) -> Iterator[Stretch]:
        dated = self._dated(sentence)
        text = self.document.text
        out: list[Stretch] = []
        i = 0
        while i < len(dated):
            start, end, first, last = dated[i]
            cue, reach = self._cue(sentence, start, "between", "until", "from", "after", "before")
            if i + 1 < len(dated):
                following = dated[i + 1]
                joint = text[end : following[0]]
                if _JOINED.fullmatch(joint) and (cue in ("between", "from") or "and" not in joint.lower()):
                    out.append(
                        Stretch(reach, following[1], first, following[3], False, ends=((first, last), following[2:]))
                    )
                    i += 2
                    continue
            if i + 1 < len(dated) and not cue and _AND.fullmatch(text[end : dated[i + 1][0]]):
                following = dated[i + 1]
                if following[2] == last + timedelta(days=1):  # 'in 2030 and 2031'
                    out.append(Stretch(start, following[1], first, following[3], False))
                    i += 2
                    continue
            exact = first == last
            match "" if (week := self._week(sentence, start)) is not None else cue:
                case "" if week is not None:
                    out.append(Stretch(week, end, last - timedelta(days=6), last, False))
                case "from":
                    out.append(Stretch(reach, end, first, None, exact, ends=((first, last), (first, last)), since=True))
                case "after":
                    out.append(Stretch(reach, end, last + timedelta(days=1), None, exact))
                case "until":
                    out.append(
                        Stretch(reach, end, None, last, exact, reached=True, ends=((first, last), (first, last)))
                    )
                case "before":
                    out.append(Stretch(reach, end, None, first - timedelta(days=1), exact))
                case _:
                    out.append(Stretch(start, end, first, last, exact))
            i += 1
        yield from out
        if not dated:
            yield from self._ends(sentence)
        yield from self._relative(sentence, out, before)

    def _dated(self, sentence: Sentence) -> list[tuple[int, int, date, date]]:
        text = self.document.text
        found: list[tuple[int, int, int | None, int, int | None]] = []
        taken: list[tuple[int, int]] = []
        for mention in self.document.dates:
            if sentence.start <= mention.start < sentence.end:
                found.append((mention.start, mention.end, mention.year, mention.month, mention.day))
                taken.append((mention.start, mention.end))
        out: list[tuple[int, int, date, date]] = []

        def free(start: int) -> bool:
            return not any(low <= start < high for low, high in taken)

        for match in _QUARTER.finditer(text, sentence.start, sentence.end):
            year, quarter = int(match["year"] or match["year2"]), int(match["q"] or match["q2"])
            taken.append(match.span())
            out.append((*match.span(), date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)))
        for match in _YEAR.finditer(text, sentence.start, sentence.end):
            if free(match.start()):
                year = int(match[0])
                taken.append(match.span())
                out.append((*match.span(), date(year, 1, 1), date(year, 12, 31)))
        for match in self._bare.finditer(text, sentence.start, sentence.end):
            if free(match.start()):
                found.append((*match.span(), None, self._months[match[1].lower()], None))
        years = [(start, first.year) for start, _, first, _ in out] + [(one[0], one[2]) for one in found if one[2]]
        for start, end, printed, month, day in found:
            known = printed or self._year(month, start, [(at, one) for at, one in years if one is not None])
            if known is None or (day and day > month_end(known, month).day):
                continue
            year = known
            first, last = (
                (date(year, month, day), date(year, month, day))
                if day
                else (date(year, month, 1), month_end(year, month))
            )
            out.append((start, end, first, last))
        return [self._part(sentence, *one) for one in sorted(out)]

    def _part(self, sentence: Sentence, start: int, end: int, first: date, last: date) -> tuple[int, int, date, date]:
        """The stretch, or the part of it that the words before name: 'the first three months of 2032'."""
        match = _PART.search(self.document.text, sentence.start, start)
        if match is None:
            return start, end, first, last
        found = portion(match["word"].lower(), how_many(match["many"]), match["unit"].lower(), first, last)
        return (start, end, first, last) if found is None else (match.start(), end, *found)

    def _year(self, month: int, at: int, years: Sequence[tuple[int, int]]) -> int | None:
        """Of a month without a year: the year of the nearest date that has one, if the table has it, else its only one."""
        if self.span is None:
            return None
        first, last = self.span
        within = [
            year
            for year in range(first.year, last.year + 1)
            if (first.year, first.month) <= (year, month) <= (last.year, last.month)
        ]
        for _, year in sorted(years, key=lambda one: abs(one[0] - at)):
            if year in within:
                return year
        published = self.document.published
        if published is not None:
            within = [year for year in within if (year, month) <= (published.year, published.month)][-1:] or within
        return within[0] if len(within) == 1 else None

    def _cue(self, sentence: Sentence, start: int, *roles: str) -> tuple[str, int]:
        """The role of the words right before, and where they begin; of 'since' also with words between."""
        text = self.document.text
        match = _BEFORE.search(text, max(sentence.start, start - 80), start)
        words = match[1].lower() if match else ""
        for role in roles:
            for cue in sorted(words_of_role(role), key=len, reverse=True):
                if words == cue or words.endswith(f" {cue}"):
                    return role, start - len(words) + words.rfind(cue) - 1 if match else start
        far = re.search(r"\bsince\b(?: [\w-]+){1,6}$", words)
        if far is not None and match is not None:
            return "from", match.start() + far.start()
        return "", start

    def _week(self, sentence: Sentence, start: int) -> int | None:
        """Where 'the week to', 'the week ending' begins right before a date; None if it does not."""
        match = _WEEK.search(self.document.text, sentence.start, start)
        return match.start() if match else None

    def _ends(self, sentence: Sentence) -> Iterator[Stretch]:
        if self.span is None:
            return
        for match in _END.finditer(self.document.text, sentence.start, sentence.end):
            if self.document.text[match.end() :].lstrip().startswith("of "):
                continue
            found = portion(match["word"].lower(), how_many(match["many"]), match["unit"].lower(), *self.span)
            if found is not None:
                yield Stretch(*match.span(), *found, False)

    def _relative(self, sentence: Sentence, own: Sequence[Stretch], before: Stretch | None) -> Iterator[Stretch]:
        text = self.document.text
        for pattern, by in ((_SAME, 0), (_BACK, -1), (_AHEAD, 1)):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                ahead = [one for one in own if one.end <= match.start()]
                of = ahead[-1] if ahead else before or (own[0] if own and by else None)
                if of is None or of.first is None or of.last is None:
                    continue
                unit = next(filter(None, (match.groupdict().get(name) for name in ("unit", "a", "b")))).lower()
                first, last = shifted(of.first, of.last, unit, by)
                if by == 0 and unit == "year":
                    first, last = date(of.first.year, 1, 1), date(of.first.year, 12, 31)
                yield Stretch(*match.span(), first, last, False, relative=True)
