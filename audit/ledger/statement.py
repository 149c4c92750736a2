"""The noun `Statement`: a claim with the keys by which it is compared with claims of other documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from audit.claims.claim import Claim, Period, PeriodKind, Relation, Status
from audit.document import Document
from audit.figures.figure import Kind
from audit.ledger.names import name_key, people_key, place_key, singular
from audit.vocabulary import load

__all__ = ["Statement", "names_of", "statement", "statements"]

_LEAD = 900
"""Characters at the beginning of a report in which it says what it is about."""
_CAPITAL = r"[A-Z][\w’'-]*[^\W\d_]"
_NAME = re.compile(
    rf"(?:{_CAPITAL}|[A-Z]\.(?:[A-Z]\.)+)(?:[ -](?:(?:al|el|de|del|la|von|van|bin|ibn|of)[ -](?:the )?)?{_CAPITAL})*"
)
_FORM = re.compile(r"[a-z-]{3,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMPARED = frozenset({Status.ASSERTED, Status.REPORTED, Status.PRESUMED, Status.INFERRED})
_KINDS = frozenset(
    {Kind.COUNT, Kind.PERCENT, Kind.FRACTION, Kind.RATE, Kind.MONEY, Kind.MEASURE, Kind.RATIO, Kind.MULTIPLE}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim counts, of whom, where and when, each as a key that does not depend on the spelling."""

    claim: Claim
    what: str
    """The measure or measures; for a claim without one the counted noun, marked 'of'."""
    unit: str | None
    people: frozenset[str]
    place: str | None
    """Of the claim itself; None if its words name none."""
    names: frozenset[str]
    """Names in its sentence and in the lead of its document."""
    words: frozenset[str]
    """Other words of that sentence and lead, those of the trade left out."""
    events: frozenset[str]
    """Classes of what happened: those of its sentence, else those of the lead."""
    day: date | None
    published: date | None
    source: str | None
    """Key of the outermost source that the text names."""

    @property
    def running(self) -> bool:
        """Whether it is a total that goes on being counted."""
        kind = self.claim.period.kind if self.claim.period else None
        return kind in (PeriodKind.CUMULATIVE, PeriodKind.SINCE) or self.claim.relation is Relation.UPDATE

    @property
    def period(self) -> Period | None:
        return self.claim.period

    @property
    def date(self) -> date | None:
        """When it was said: the publication, else the day that it speaks of."""
        return self.published or self.day


@dataclass(frozen=True, slots=True)
class _Lead:
    names: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]


def statements(claims: Iterable[Claim]) -> Iterator[Statement]:
    """The claims that can be compared across documents, in order."""
    for claim in claims:
        made = statement(claim)
        if made is not None:
            yield made


def statement(claim: Claim) -> Statement | None:
    """The statement of a claim; None for one that nobody asserts, that prints no amount or says of nothing how much."""
    figure = claim.figure
    if claim.status not in _COMPARED or figure.kind not in _KINDS or claim.implied:
        return None
    what = "+".join(sorted(claim.measures)) or (f"of {singular(figure.noun)}" if figure.noun else "")
    if not what:
        return None
    lead = _lead(claim.document)
    sentence = claim.sentence.text if claim.sentence else ""
    events = _events(sentence) or lead.events
    named = claim.attribution.source if claim.attribution else None
    return Statement(
        claim=claim,
        what=what,
        unit=figure.unit if figure.per is None else f"{figure.unit or ''} / {figure.per}",
        people=people_key(claim.population or ""),
        place=place_key(claim.place) if claim.place else None,
        names=lead.names | names_of(sentence),
        words=lead.words | _words(sentence),
        events=events,
        day=claim.as_of or claim.document.published,
        published=claim.document.published,
        source=name_key(claim.attribution.name) if claim.attribution and named else None,
    )


_leads: WeakKeyDictionary[Document, _Lead] = WeakKeyDictionary()


def _lead(document: Document) -> _Lead:
    known = _leads.get(document)
    if known is None:
        text = f"{document.title or ''}. {document.text[:_LEAD]}"
        known = _leads[document] = _Lead(names_of(text), _words(text), _events(text))
    return known


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """Keys of the names in a text, whole and by their parts; words of the calendar and of openings are none."""
    plain = _not_names()
    found = set()
    for match in _NAME.finditer(text):
        words = [word for word in match.group().split() if word.lower() not in plain]
        if words:
            found.add(place_key(" ".join(words)))
            found.update(place_key(word) for word in words if len(words) > 1 and len(word) > 3 and word[0].isupper())
    return frozenset(found)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    trade = _trade()
    found = (singular(match.group().lower()) for match in _WORD.finditer(text) if match.group()[0].islower())
    return frozenset(word for word in found if word not in trade)


@lru_cache(maxsize=4096)
def _events(text: str) -> frozenset[str]:
    classes = _event_words()
    return frozenset(
        classes[word] for word in (m.group() for m in re.finditer(r"[a-z-]{3,}", text.lower())) if word in classes
    )


@cache
def _event_words() -> dict[str, str]:
    classes: dict[str, list[str]] = load("events")["classes"]
    return {word: name for name, words in classes.items() for word in words}


@cache
def _not_names() -> frozenset[str]:
    dates = load("dates")
    return frozenset(
        {*dates["months"], *dates["weekdays"], *load("sentences")["starters"], *load("events")["not_names"]}
    )


@cache
def _trade() -> frozenset[str]:
    return frozenset(load("events")["trade"])
