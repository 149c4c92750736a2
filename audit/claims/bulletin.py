"""Reads official casualty bulletins: the day's killed and injured, and those since the beginning, in each language of which
`audit.lang` has the words.

A bulletin is a list under headings. A heading says what time the counts under it cover; a count is a label and a number on
one line, or a label on one line and its number on the next. The first count of a measure under a heading is the count; what
follows in brackets are its parts. Each language is read by itself, so that a difference between the two is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from audit.claims.claim import PeriodKind
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.lang import Pack, packs_with
from audit.text.document import Document, Span
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["Bulletin", "Reading", "read_bulletin"]

MEASURES = ("killed", "injured")
_FEWEST = 3
"""Counts of a bulletin: a sentence of prose may look like one or two."""
_LINE = re.compile(r"[^\r\n]+")
_HOURS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One count of a bulletin, with the label that says what it counts."""

    measure: str
    period: PeriodKind
    """`NEW` for the day's own count, `SINCE` for one since some later day, `CUMULATIVE` since the beginning."""
    figure: Figure
    label: Span
    language: str
    late: bool = False
    """Whether a note adds it to the total afterwards ('six martyrs have been added to the total')."""

    @property
    def number(self) -> int:
        return int(self.figure.value.low)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What a bulletin says, in each of its languages."""

    readings: tuple[Reading, ...]
    """All counts, in the order of the text."""
    hours: int | None = None
    """How many hours the day's own counts cover, where a heading says so."""

    def reading(self, measure: str, period: PeriodKind = PeriodKind.NEW) -> Reading | None:
        """The count of a measure: in the first language that has one; None if none has."""
        mine = [r for r in self.readings if r.measure == measure and r.period is period and not r.late]
        return min(mine, key=_trusted, default=None)

    def added(self, measure: str) -> int:
        """How many a note adds afterwards to the total of a measure; 0 if there is no such note."""
        late = [r for r in self.readings if r.late and r.measure == measure]
        first = min(late, key=_trusted, default=None)
        return sum(r.number for r in late if first is not None and r.language == first.language)

    @property
    def is_list(self) -> bool:
        """Whether the text is a bulletin, with counts of the day beside those of a longer time."""
        periods = {reading.period for reading in self.readings}
        return PeriodKind.NEW in periods and len(periods) > 1 and len(self.readings) >= _FEWEST

    def of_the_day(self, measure: str) -> int | None:
        """The day's own count with those that a note adds to the total; None if it gives neither."""
        reading, late = self.reading(measure), self.added(measure)
        return late or None if reading is None else reading.number + late

    @property
    def differences(self) -> tuple[tuple[Reading, Reading], ...]:
        """Pairs of counts of the same thing that differ between the two languages."""
        first = {(r.measure, r.period): r for r in self.readings if _trusted(r) == 0 and not r.late}
        return tuple(
            (mine, other)
            for other in self.readings
            if _trusted(other) > 0
            and not other.late
            and (mine := first.get((other.measure, other.period))) is not None
            and mine.number != other.number
        )


def _trusted(reading: Reading) -> int:
    """The place of its language in the order in which they are trusted."""
    return next(place for place, language in enumerate(_languages()) if language.name == reading.language)


@dataclass(frozen=True, slots=True)
class _Language:
    name: str
    script: re.Pattern[str]
    nouns: dict[str, re.Pattern[str]]
    number: re.Pattern[str]
    cumulative: re.Pattern[str]
    since: re.Pattern[str]
    fresh: re.Pattern[str]
    added: re.Pattern[str]
    value: re.Pattern[str]
    words: dict[str, int]


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


@kept
def _languages() -> tuple[_Language, ...]:
    return tuple(_language(language) for language in packs_with("bulletins"))


def _language(language: Pack) -> _Language:
    table = language["bulletins"]
    words: dict[str, int] = table["words"]
    digits = r"(?<![\d.,،٬])\d+(?:[.,،٬]\d{3})*(?!\d)"
    return _Language(
        language.language,
        re.compile(table["script"]),
        {measure: _any(table[measure]) for measure in MEASURES},
        _any(table["number"]),
        _any(table["cumulative"]),
        _any(table["since"]),
        _any(table["fresh"]),
        _any(table["added"]),
        re.compile(rf"{digits}|{_any(list(words)).pattern}", re.IGNORECASE),
        words,
    )


def read_bulletin(document: Document) -> Bulletin:
    """Every count of killed and injured in the bulletin. A text that is no bulletin has no readings."""
    readings: list[Reading] = []
    hours: int | None = None
    for language in _languages():
        period: PeriodKind | None = None
        pending: tuple[str, PeriodKind, Span] | None = None
        seen: set[tuple[str, PeriodKind]] = set()
        for line in _lines(document.text, language):
            found = _count(document, line, language, pending)
            if found is not None and language.added.search(line.text):
                readings.append(Reading(found[0], PeriodKind.NEW, found[1], found[2], language.name, late=True))
                continue
            heading = _heading(line.text, language)
            labelled = language.number.search(line.text) is not None if found else _label(line, language)
            if heading is not None and not labelled:
                period, pending = heading, None
                hour = _HOURS.search(line.text) if heading is PeriodKind.NEW else None
                hours = int(hour.group()) if hour and hours is None else hours
                continue
            scope = heading or period
            if scope is None:
                continue
            if found is None:
                label = _label(line, language)
                pending = (label[0], scope, label[1]) if label else pending
                continue
            measure, figure, span = found
            if (measure, scope) not in seen:
                seen.add((measure, scope))
                readings.append(Reading(measure, scope, figure, span, language.name))
            pending = None
    return Bulletin(tuple(sorted(readings, key=lambda reading: reading.figure.start)), hours)


def _lines(text: str, language: _Language) -> Iterator[Span]:
    """The lines in the language; a line without letters belongs to the language of the line before it."""
    others = [one for one in _languages() if one is not language]
    mine = False
    for match in _LINE.finditer(text):
        line = match.group()
        if language.script.search(line):
            mine = True
        elif any(other.script.search(line) for other in others):
            mine = False
        if mine and line.strip():
            yield Span(match.start(), match.end(), line)


def _heading(line: str, language: _Language) -> PeriodKind | None:
    """The time that a line announces; None if it announces none."""
    if language.cumulative.search(line):
        return PeriodKind.CUMULATIVE
    if language.since.search(line):
        return PeriodKind.SINCE
    return PeriodKind.NEW if language.fresh.search(line) else None


def _count(
    document: Document, line: Span, language: _Language, pending: tuple[str, PeriodKind, Span] | None
) -> tuple[str, Figure, Span] | None:
    """Measure, figure and label of a line: the label before the number, after it, or on the line before."""
    value = language.value.search(line.text)
    if value is None:
        return None
    nouns = [(m.start(), measure, m) for measure, noun in language.nouns.items() if (m := noun.search(line.text))]
    label = language.number.search(line.text)
    if nouns:
        _, measure, noun = min(nouns)
        if label is not None and label.start() < noun.start():  # 'number of martyrs: 4'
            value = language.value.search(line.text, noun.end())
            if value is None:
                return None
        elif value.start() > noun.end() or noun.start() - value.end() > _NEAR:
            return None
        span = document.span(line.start + noun.start(), line.start + noun.end())
    elif pending is not None and not line.text[: value.start()].strip(" :\t•*-–"):
        measure, _, span = pending
    else:
        return None
    return measure, _figure(document, line.start + value.start(), line.start + value.end(), language), span


_NEAR = 12
"""'4 new martyrs': so many characters may stand between a number and its noun."""


def _label(line: Span, language: _Language) -> tuple[str, Span] | None:
    """The label of a line that has no number of its own."""
    if language.number.search(line.text) is None:
        return None
    for measure, noun in language.nouns.items():
        if match := noun.search(line.text):
            span = Span(line.start + match.start(), line.start + match.end(), match.group())
            return measure, span
    return None


def _figure(document: Document, start: int, end: int, language: _Language) -> Figure:
    text = document.text[start:end]
    number = language.words.get(text.lower())
    if number is None:
        number = int(re.sub(r"\D", "", text))
    return Figure(start, end, text, Interval.of(Fraction(number)), noun="person")
