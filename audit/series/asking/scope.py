"""Which rows of a table a figure's words mean: values and names in columns, days, months, years, ends of the table."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

import numpy as np

from audit.claims.claim import Claim
from audit.series.asking.database import words_of
from audit.series.cells import as_printed
from audit.series.days import NO_DAY
from audit.series.names import parse_name
from audit.series.table import Table
from audit.text.document import Document, Sentence
from audit.vocabulary import load

__all__ = ["Mention", "Scopes", "Stretch"]

MOST = 3000
"""Different values of a column beyond which its words describe each row."""
_YEAR = re.compile(r"(?<![\d.,$€£-])(?:1[89]|20)\d\d(?![\d.,%-]*\d)\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_END = re.compile(
    rf"\b(?:the|its)\s+(\w+)\s+(?:(\d+|{'|'.join(_NUMBERS)})\s+)?(day|week|fortnight|month)s?\b", re.IGNORECASE
)
_BEFORE = re.compile(r"((?:[\w-]+\s+){0,5}[\w-]+)\s+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A value of a column, or a word in the name of one, where the text has it; `column` is '' for a column's name."""

    start: int
    end: int
    column: str
    value: str


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


class Scopes:
    """The words of a document that mean rows of a table."""

    def __init__(self, table: Table, document: Document) -> None:
        self.table, self.document = table, document

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

    @cached_property
    def _values(self) -> dict[str, list[tuple[str, str]]]:
        """Column and value by the value in lower case."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name in words_of(self.table):
            distinct = self.table.frame[name].unique()
            if len(distinct) > MOST:
                continue
            for one in map(as_printed, distinct):
                if 2 < len(one) < 60 and not one.isdecimal():
                    found.setdefault(one.lower(), []).append((name, one))
        beside = {column: self.words_beside(column) for column in self.table.columns}
        often = Counter(word for words in beside.values() for word in words)
        for column, words in beside.items():
            # the words that tell columns of one thing apart, not those that say what it is
            telling = words if parse_name(column).measure else {word for word in words if often[word] == 1}
            if parse_name(column).measure or any(often[word] > 1 for word in words):
                for word in telling:
                    if len(word) > 2:
                        found.setdefault(word, []).append(("", word))
        return found

    @staticmethod
    def words_beside(column: str) -> frozenset[str]:
        """What a column's name says beside its measure: 'ashland' of 'Deaths_Ashland'."""
        said = parse_name(column)
        roles = ("cumulative", "new", "variant", "best", "part", "whole", "share", "per")
        return said.without(*roles) - {str(said.measure)}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = sorted(self._values, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.I) if words else None

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """The values that the sentence names, in order."""
        if self._pattern is None:
            return []
        out = []
        for match in self._pattern.finditer(self.document.text, sentence.start, sentence.end):
            text = match[0].lower()
            found = self._values.get(text) or self._values.get(text.removesuffix("s"), [])
            out += [Mention(match.start(), match.end(), column, value) for column, value in found]
        return out

    def stretches(self, sentence: Sentence) -> list[Stretch]:
        """The days, months, years and ends of the table that the sentence names, in order."""
        return sorted(self._stretches(sentence), key=lambda one: one.start)

    def _stretches(self, sentence: Sentence) -> Iterator[Stretch]:
        text = self.document.text
        dated: list[tuple[int, int, date, date]] = []
        for mention in self.document.dates:
            if sentence.start <= mention.start < sentence.end:
                year = mention.year or self._year(mention.month)
                if year is not None:
                    last = calendar.monthrange(year, mention.month)[1]
                    first_day, last_day = (mention.day, mention.day) if mention.day else (1, last)
                    if first_day <= last:
                        days = date(year, mention.month, first_day), date(year, mention.month, last_day)
                        dated.append((mention.start, mention.end, *days))
        for match in _YEAR.finditer(text, sentence.start, sentence.end):
            if not any(start <= match.start() < end for start, end, _, _ in dated):
                year = int(match[0])
                dated.append((match.start(), match.end(), date(year, 1, 1), date(year, 12, 31)))
        dated.sort()
        skip = False
        for i, (start, end, first, last_) in enumerate(dated):
            if skip:
                skip = False
                continue
            following = dated[i + 1] if i + 1 < len(dated) else None
            joined = following is not None and re.fullmatch(
                r"\s*(?:and|to|until|through|-|–)\s*", text[end : following[0]]
            )
            cue = self._cue(start)
            if (
                joined
                and following is not None
                and (cue in ("between", "from") or "and" not in text[end : following[0]])
            ):
                skip = True
                yield Stretch(start, following[1], first, following[3], False)
                continue
            exact = first == last_
            match cue:
                case "from":
                    yield Stretch(start, end, first, None, exact)
                case "after":
                    yield Stretch(start, end, last_ + timedelta(days=1), None, exact)
                case "until":
                    yield Stretch(start, end, None, last_, exact, reached=True)
                case "before":
                    yield Stretch(start, end, None, first - timedelta(days=1), exact)
                case _:
                    yield Stretch(start, end, first, last_, exact)
        yield from self._ends(sentence, bool(dated))

    def _year(self, month: int) -> int | None:
        """The one year in which the table has this month."""
        if self.span is None:
            return None
        first, last = self.span
        months = (first.year, first.month), (last.year, last.month)
        years = [year for year in range(first.year, last.year + 1) if months[0] <= (year, month) <= months[1]]
        return years[0] if len(years) == 1 else None

    def _cue(self, start: int) -> str:
        match = _BEFORE.search(self.document.text, max(0, start - 60), start)
        words = match[1].lower() if match else ""
        for role in ("between", "until", "from", "after", "before"):
            if any(words == cue or words.endswith(f" {cue}") for cue in load("asking")[role]["words"]):
                return role
        return ""

    def _ends(self, sentence: Sentence, dated: bool) -> Iterator[Stretch]:
        if self.span is None or dated:
            return
        ends = load("asking")["ends"]
        for match in _END.finditer(self.document.text, sentence.start, sentence.end):
            word, many, unit = match[1].lower(), (match[2] or "1").lower(), match[3].lower()
            length = int(ends.get(unit, 1)) * (_NUMBERS.get(many) or int(many))
            if word in ends["first"]:
                yield Stretch(
                    match.start(), match.end(), self.span[0], self.span[0] + timedelta(days=length - 1), False
                )
            elif word in ends["last"]:
                yield Stretch(
                    match.start(), match.end(), self.span[1] - timedelta(days=length - 1), self.span[1], False
                )

    def near(self, claim: Claim, spots: Sequence[Mention | Stretch], figures: list[int]) -> list[int]:
        """Indices of the mentions that belong to a figure: those right behind it before the next figure, else the last
        before it, else the first of the sentence; of one place in the text all."""
        start, end = claim.figure.start, claim.figure.end
        following = min((at for at in figures if at > start), default=10**9)
        text = self.document.text
        behind = [
            i
            for i, one in enumerate(spots)
            if end <= one.start < following
            and not re.search(r"[;:,]\s*(?:and|but|while)\b|;", text[end : one.start])
            and len(text[end : one.start].split()) <= 8
        ]
        ahead = [i for i, one in enumerate(spots) if one.end <= start]
        if behind:
            chosen = spots[behind[0]].start
        elif ahead:
            chosen = spots[ahead[-1]].start
        elif spots:
            chosen = spots[0].start
        else:
            return []
        group = {chosen}
        for one, other in pairwise(sorted({(one.start, one.end) for one in spots})):
            # 'in Ash and Birch' names both
            if re.fullmatch(r"\s*(?:,|and|, and)\s*", text[one[1] : other[0]]) and {one[0], other[0]} & group:
                group |= {one[0], other[0]}
        return [i for i, one in enumerate(spots) if one.start in group]


def unmatched_names(text: str, known: np.ndarray | list[str]) -> list[str]:
    """Capitalised words inside a sentence that are none of those known."""
    found = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*", text)
    lowered = {word.lower() for word in known}
    return [name for name in found if name.lower() not in lowered]
