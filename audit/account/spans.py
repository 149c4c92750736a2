"""What makes a day the first or the last of a length of time that is told far from it, wherever both stand in the text.

'Founded in 1996', 'for the first time in 1958' make a first day; 'Her last visit was in 2002', 'lifted on 1 May' a last
one. An `End` is a day with what is said of it; which two belong to a length is for a generator to propose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from audit.account.events import event_of
from audit.account.lengths import Length, book
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Moment, Reading
from audit.syntax.moment import made_moment

__all__ = ["End", "celebrations", "ends", "inherited", "printed_today", "told_of"]

_BEFORE = 8
"""Tokens before a day within which the words for what happens on it stand, and behind it."""
_BEHIND = 6
_LED = 2
_LEADS = {
    "since": "begins",
    "from": "begins",
    "born": "begins",
    "open": "begins",
    "to": "ends",
    "died": "ends",
    "dash": "ends",
}
_OPENING = 1
"""The sentence up to which a text says what it is about."""
_CUTS = frozenset(("semicolon", "colon", "quote"))
_EARLY = re.compile(r"1[0-4]\d\d")
"""Years that are read as dates only where a word of time leads them in."""
_DATELINE = 2
"""Sentences in which a text may print its own day."""
_YEAR = Fraction(1461, 4)


class _Book(NamedTuple):
    begins: Mapping[str, str]
    ends: Mapping[str, str]
    celebrations: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """A day that may begin or end a length of time. `said` names the classes of what is said of it."""

    day: Moment
    event: str
    lead: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    words: frozenset[str]
    """Of its sentence, those with a topic of their own."""

    def begin(self) -> int:
        """How much speaks for a first day."""
        told = 2 * (self.event == "begins" or bool(self.begins)) + 2 * (_LEADS.get(self.lead) == "begins")
        return told + (self.day.sentence <= _OPENING) - (_LEADS.get(self.lead) == "ends")

    def end(self) -> int:
        """How much speaks for a last day."""
        told = 2 * (self.event == "ends" or bool(self.ends)) + (_LEADS.get(self.lead) == "ends")
        return told - (_LEADS.get(self.lead) == "begins")


def ends(reading: Reading) -> Mapping[int, End]:
    """Every day of a text that is a date, with what is said of it, by where it starts."""
    return reading.once(_ends)


def _ends(reading: Reading) -> dict[int, End]:
    days = [each for each in reading.moments.days if not each.torn and each.known != "word"]
    days = sorted([*days, *inherited(reading, days)], key=lambda each: each.start)
    known = pack(reading.document.language).build(_book)
    found: dict[int, End] = {}
    for number, day in enumerate(days):
        begin, end = reading.bounds[day.sentence]
        low = max(begin, day.first - _BEFORE, days[number - 1].last if number else 0)
        high = min(end, day.last + _BEHIND, days[number + 1].first if number + 1 < len(days) else end)
        words = reading.tokens.words
        near = [*_clause(reading, low, day.first, back=True), *_clause(reading, day.last, high)]
        moment = book(reading.document.language).moment
        lead = [moment[word] for word in words[max(begin, day.first - _LED) : day.first] if word in moment]
        found[day.start] = End(
            day,
            event_of(reading, day),
            lead[-1] if lead else "none",
            tuple(sorted({known.begins[word] for word in near if word in known.begins})),
            tuple(sorted({known.ends[word] for word in near if word in known.ends})),
            next((mention.words for mention in reading.by_sentence.get(day.sentence, ())), frozenset()),
        )
    return found


def _clause(reading: Reading, low: int, high: int, *, back: bool = False) -> list[str]:
    """The words from one token to another that stand in the clause of the day."""
    words, classes = reading.tokens.words[low:high], reading.tokens.classes[low:high]
    cuts = [at for at, name in enumerate(classes) if name in _CUTS]
    if not cuts:
        return words
    return words[cuts[-1] + 1 :] if back else words[: cuts[0]]


def printed_today(days: list[Moment], now: Moment | None) -> Moment | None:
    """The date of the text itself, where it is printed."""
    dated = [day for day in days if day.grain == "day" and day.known == "printed"]
    if now is None:
        return next((day for day in dated if day.sentence <= _DATELINE), None)
    return min(
        (day for day in dated if abs(day.low - now.low) <= 1), key=lambda day: abs(day.low - now.low), default=None
    )


def inherited(reading: Reading, days: list[Moment]) -> Iterator[Moment]:
    """Days whose month stands before them: 'on 1 September ... By the 10th'; a number that is past is of the next month."""
    tokens, at = reading.tokens, book(reading.document.language).moment
    yield from _early(reading, days)
    dated = [each for each in days if each.month is not None and each.grain != "year"]
    place = 0
    for mention in reading.mentions:
        if mention.figure.kind is not Kind.RANK or mention.head or mention.first < 2:
            continue
        while place < len(dated) and dated[place].start < mention.start:
            place += 1
        if not place or dated[place - 1].end > mention.start or not 1 <= mention.nominal <= 31:
            continue
        led = tokens.words[mention.first - 2 : mention.first]
        if led[1] != "the" or led[0] not in at or not _is_alone(reading, mention):
            continue
        anchor = dated[place - 1]
        on, told = date.fromordinal(anchor.low), int(mention.nominal)
        month = on.month - 1 + (anchor.day is not None and told < anchor.day)
        year = on.year + month // 12
        made = made_moment(mention.start, mention.end, mention.figure.text, year, month % 12 + 1, told, anchor.known)
        if made is not None:
            made.known = anchor.known
            made.sentence, made.first, made.last, made.mention = mention.sentence, mention.first, mention.last, mention
            yield made


def _early(reading: Reading, days: list[Moment]) -> Iterator[Moment]:
    """Years of the Middle Ages that nothing is counted by: 'died in 1388', 'until 1407'."""
    known = {each.start for each in days}
    at, words = book(reading.document.language).moment, reading.tokens.words
    for mention in reading.mentions:
        figure = mention.figure
        if mention.head or mention.start in known or not _EARLY.fullmatch(figure.text) or not mention.first:
            continue
        if words[mention.first - 1] not in at:
            continue
        made = made_moment(mention.start, mention.end, figure.text, int(figure.text), None, None, "printed")
        if made is not None:
            made.sentence, made.first, made.last, made.mention = mention.sentence, mention.first, mention.last, mention
            yield made


def _is_alone(reading: Reading, rank: Mention) -> bool:
    """Whether nothing stands behind that it could be one of: not 'the 10th floor', 'the 10th of them'."""
    tokens = reading.tokens
    if rank.last >= len(tokens.words):
        return True
    return tokens.classes[rank.last] not in ("", "of", "of_them", "dash")


def told_of(reading: Reading, first: int, last: int, sentence: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes of the words beside some tokens that make a first and a last of what stands there."""
    known = pack(reading.document.language).build(_book)
    begin, end = reading.bounds[sentence]
    before = _clause(reading, max(begin, first - _BEFORE), first, back=True)
    near = [*before, *_clause(reading, last, min(end, last + _BEHIND))]
    begins, ends = (
        tuple(sorted({kinds[word] for word in near if word in kinds})) for kinds in (known.begins, known.ends)
    )
    return begins, ends


def celebrations(reading: Reading) -> Iterator[Length]:
    """'its bicentenary', 'the centenary of the town': a length of so many years, told in a word."""
    known = pack(reading.document.language).build(_book).celebrations
    if known.keys().isdisjoint(reading.vocabulary):
        return
    tokens = reading.tokens
    for at, word in enumerate(tokens.words):
        if word not in known:
            continue
        start, end = tokens.starts[at], tokens.ends[at]
        sentence = reading.document.sentence_at(start)
        index = sentence.index if sentence else 0
        days = known[word] * _YEAR
        shift = Interval.of(days - _YEAR, days + _YEAR)
        text = reading.document.text[start:end]
        named = Figure(start, end, text, shift, kind=Kind.DATE, unit="day", precision=Fraction(0))
        words = next((mention.words for mention in reading.by_sentence.get(index, ())), frozenset())
        yield Length("ordered", "year", at, at + 1, index, ("unit:year", "length:celebration"), words, None, named)


def _book(words: Pack) -> _Book:
    tables = words["spans"]
    begins, ends = (
        {word: name for name, members in tables[kind].items() for word in members} for kind in ("begins", "ends")
    )
    return _Book(begins, ends, tables["celebrations"])
