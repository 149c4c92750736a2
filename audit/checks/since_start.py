"""How long a war has lasted, against its first day: 'after four months of fighting', 'on the 117th day of the war'.

The first day stands in the sentence or in a reference table; the last is the day of publication. What a table of `data/`
says never makes a claim inconsistent, as the text may mean another fighting in the same place; a user's table may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from audit.checks.check import Operand, Operation
from audit.checks.elapsed import DAYS, days_of, elapsed
from audit.checks.outside import date_claim, event_claim, ordinal_claim, published_claim
from audit.checks.proposal import Proposal
from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.lang import load
from audit.reference import Event, Reference
from audit.text.dates import find_dates
from audit.text.document import Document, Sentence
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["since_start"]

LEAD = 2
"""Sentences at the head of a text that may name the place that all of it is about."""
DOUBT = "the start of the fighting that is meant"


@kept
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("durations")

    def one(name: str) -> str:
        return alternatives(words[name])

    fighting = rf"(?:(?:{one('manner')})\s+){{0,3}}(?:{one('fighting')})\b"
    return {
        "lasted": re.compile(rf"\s+(?:of|into)\s+{fighting}", re.IGNORECASE),
        "part": re.compile(rf"\b(?:{one('part')})\s+$", re.IGNORECASE),
        "day": re.compile(
            rf"\bday\s+(?P<after>\d{{1,4}})\s+(?:of|in)\s+{fighting}"
            rf"|\b(?P<before>\d{{1,4}})(?:st|nd|rd|th)\s+day\s+of\s+{fighting}",
            re.IGNORECASE,
        ),
        "since": re.compile(r"\b(?:since|began|started|begun|broke out|launched)\s+(?:on\s+)?$", re.IGNORECASE),
    }


@kept
def _places(tables: Reference) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(tables.places)})\b")


def since_start(document: Document, claims: Sequence[Claim], tables: Reference) -> Iterator[Proposal]:
    """One proposal for each length of a war or number of its day, if there is something to hold it against."""
    for claim in claims:
        figure, here = claim.figure, claim.sentence
        if figure.kind is not Kind.DURATION or figure.unit not in DAYS or here is None or figure.words is not None:
            continue
        if not _patterns()["lasted"].match(document.text, figure.end):
            continue
        left = figure.cue.start if figure.cue is not None and figure.cue.end <= figure.start else figure.start
        if not _patterns()["part"].search(document.text, max(here.start, left - 20), left):
            yield from _proposal(document, claim, here, tables)
    for sentence in document.sentences:
        if "day" not in document.words_of(sentence):
            continue
        for match in _patterns()["day"].finditer(document.text, sentence.start, sentence.end):
            group = "after" if match["after"] else "before"
            claim = ordinal_claim(document, *match.span(group), int(match[group]))
            yield from _proposal(document, claim, sentence, tables)


def _proposal(document: Document, claim: Claim, sentence: Sentence, tables: Reference) -> Iterator[Proposal]:
    unit = claim.figure.unit
    assert unit is not None
    start = _printed_start(document, sentence)
    event = None if start is not None else _event(document, claim, sentence, tables)
    if start is None and event is not None:
        start = Operand(event_claim(event), "start")
    if start is None:
        return
    if document.published is None:
        if event is None:
            yield Proposal(Operation.DURATION, claim, (), missing=("the day on which the text was written",))
        return
    end = published_claim(document)
    if unit == "day":
        # the text speaks of its own day or of the day before
        today = Fraction(document.published.toordinal())
        end = replace(end, figure=replace(end.figure, value=Interval.of(today - 1, today)))
    readings = elapsed(start, Operand(end, "published"), unit)
    if event is None:
        yield Proposal(Operation.DURATION, claim, readings)
    else:
        note = f"Held against {event.name}, from {event.start.isoformat()} ({event.source})."
        yield Proposal(Operation.DURATION, claim, readings, doubts=() if event.given else (DOUBT,), note=note)


def _printed_start(document: Document, sentence: Sentence) -> Operand | None:
    """The day since which it goes on, where the sentence has just one."""
    found = [
        (mention, days)
        for mention in find_dates(document.text, sentence.start, sentence.end)
        if _patterns()["since"].search(document.text, max(sentence.start, mention.start - 20), mention.start)
        and (days := days_of(mention, document.published)) is not None
    ]
    if len(found) != 1:
        return None
    mention, days = found[0]
    return Operand(date_claim(document, mention.start, mention.end, days), "start")


def _event(document: Document, claim: Claim, sentence: Sentence, tables: Reference) -> Event | None:
    """The event that began last in the place of the claim, of its sentence, or of the head of the text."""
    before = document.published
    if before is None:
        return None
    behind = document.text[claim.figure.end : sentence.end]
    heads = (
        behind,
        claim.place or "",
        sentence.text,
        document.title or "",
        *(s.text for s in document.sentences[:LEAD]),
    )
    for words in heads:
        events = [tables.latest_event(match.group(), before) for match in _places(tables).finditer(words)]
        known = [event for event in events if event is not None]
        if known:
            return known[0]
    return None
