"""Operands that are no claim of the text's: dates, and figures of a reference table. Each becomes a claim with a source."""

from __future__ import annotations

from fractions import Fraction

from audit.claims.claim import Attribution, Claim, CueKind, Link, Period, PeriodKind
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.reference import Event, Population
from audit.text.document import Document

__all__ = [
    "DATE",
    "date_claim",
    "event_claim",
    "ordinal_claim",
    "population_claim",
    "published_claim",
]

DATE = "date"
"""Unit of a day as a number: its place in the calendar (`date.toordinal`). `audit.show` writes it as a date."""
OUTSIDE = -1
"""`index` of a claim that stands in no list of claims."""


def date_claim(document: Document, start: int, end: int, days: Interval) -> Claim:
    """A date as printed between the offsets; more than one day where only its month or year is printed."""
    return _claim(document, start, end, days, Kind.DATE, DATE)


def ordinal_claim(document: Document, start: int, end: int, number: int) -> Claim:
    """The number of a day, counted from a first one ('the 117th day'), between the offsets."""
    return _claim(document, start, end, Interval.of(number), Kind.RANK, "day")


def published_claim(document: Document) -> Claim:
    """The day on which the document was published; it must be known."""
    assert document.published is not None
    named = Document(document.published.isoformat(), name=f"{document.name}: date of publication")
    return _sourced(named, Interval.of(document.published.toordinal()), DATE, document.publisher or document.name)


def event_claim(event: Event) -> Claim:
    """The first day of an event of the reference table."""
    named = Document(event.start.isoformat(), name=f"reference: {event.name}")
    return _sourced(named, Interval.of(event.start.toordinal()), DATE, event.source)


def population_claim(row: Population) -> Claim:
    """A population of the reference table, as of its day."""
    text = f"{row.value.numerator:,}"
    named = Document(text, name=f"reference: population of {row.name}")
    figure = Figure(0, len(text), text, Interval.of(row.value), noun="person", precision=row.precision)
    day = Period(PeriodKind.CUMULATIVE, end=row.as_of)
    source = Attribution((Link(row.source, None, None, CueKind.PUBLISHER),))
    return Claim(figure, named, OUTSIDE, as_of=row.as_of, place=row.name, period=day, attribution=source)


def _claim(document: Document, start: int, end: int, value: Interval, kind: Kind, unit: str) -> Claim:
    text = document.text[start:end]
    figure = Figure(start, end, text, value, kind=kind, unit=unit, precision=Fraction(0))
    return Claim(figure, document, OUTSIDE, document.sentence_at(start))


def _sourced(document: Document, value: Interval, unit: str, source: str) -> Claim:
    claim = _claim(document, 0, len(document.text), value, Kind.DATE, unit)
    return Claim(
        claim.figure,
        document,
        OUTSIDE,
        claim.sentence,
        attribution=Attribution((Link(source, None, None, CueKind.PUBLISHER),)),
    )
