"""What a text says elsewhere of a claim: the day of its event, and the place in the heading above it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from weakref import WeakKeyDictionary

from audit.claims.claim import Claim
from audit.claims.times import Times
from audit.lang import load
from audit.text.document import Document, Sentence
from audit.vocabulary import kept

__all__ = ["day_of", "days_named", "heading_of", "in_a_line"]

_BACK = 3
"""Sentences before a claim in which the day of its event may stand."""
_LINE = re.compile(r"^[ \t]*(?:[-*•–·]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_LABEL = re.compile(r"[ \t]*(?:[-*•–·][ \t]+)?(?P<name>[A-Z][^\n.:;,!?\d]{1,40}?)[ \t]*:[ \t]+")
"""With which a line begins that tells of one place: 'Cedar Gulf: 3 dead'."""
_HEADING = re.compile(r"[ \t]*(?:#+[ \t]*)?(?P<name>[^\W\d_][^\n.:;,!?\d]{1,40}?)[ \t]*:?[ \t]*")
_days: WeakKeyDictionary[Document, dict[int, date | None]] = WeakKeyDictionary()


def day_of(claim: Claim) -> date | None:
    """The day of which the claim speaks: that which its sentence names, else that of the sentences right before it (of the
    first sentence, a headline: right behind it), else the day of publication."""
    sentence, document = claim.sentence, claim.document
    day = claim.as_of or document.published
    if sentence is None or claim.as_of is None:
        return day
    spoken = _apart_from_saying(claim)
    if spoken is not None:
        return spoken
    if _day_is_elsewhere(claim):
        return _told(document, sentence, named=False) or day
    if claim.as_of != document.published:
        return day
    known = _days.setdefault(document, {})
    if sentence.index not in known:
        known[sentence.index] = _told(document, sentence)
    return known[sentence.index] or day


def _apart_from_saying(claim: Claim) -> date | None:
    """The day of an event that its sentence names beside the day on which somebody spoke of it ('said on Sunday that nine
    had died on Saturday', 'a day earlier'); None where it names no two."""
    sentence, published = claim.sentence, claim.document.published
    if sentence is None or published is None:
        return None
    text = sentence.text
    said = _saying().search(text)
    if said is None:
        return None
    at = load("dates")["weekdays"]
    spoken = published - timedelta(days=(published.weekday() - at[said["day"].lower()]) % 7)
    if (before := _before().search(text)) is not None:
        return spoken + timedelta(days=load("ledger")["days_before"][before[0].lower()])
    others = {at[m[0].lower()] for m in _weekday().finditer(text) if m.start() != said.start("day")}
    if len(others) != 1:
        return None
    return spoken - timedelta(days=(spoken.weekday() - others.pop()) % 7)


@kept
def _weekday() -> re.Pattern[str]:
    days = "|".join(day.capitalize() for day in load("dates")["weekdays"] if len(day) > 5)
    return re.compile(rf"\b(?:{days})\b")


@kept
def _saying() -> re.Pattern[str]:
    """A verb of saying with the day on which it was said."""
    verbs = "|".join(load("ledger")["said"]["verbs"])
    days = "|".join(day.capitalize() for day in load("dates")["weekdays"] if len(day) > 5)
    return re.compile(rf"\b(?:{verbs})(?:\s[\w’'-]+){{0,4}}?\s(?:on|late|early)\s(?P<day>{days})\b")


@kept
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('ledger')['days_before'])})\b(?!['’]s)", re.IGNORECASE)


def _day_is_elsewhere(claim: Claim) -> bool:
    """Whether the days that its sentence names stand in another clause: '34 were counted, and they dug on Tuesday'."""
    sentence = claim.sentence
    assert sentence is not None
    days = [sentence.start + match.start() for match in _weekday().finditer(sentence.text)]
    text, start, end = claim.document.text, claim.figure.start, claim.figure.end
    return bool(days) and all(_joint().search(text, *((end, day) if day > end else (day, start))) for day in days)


@kept
def _joint() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{'|'.join(load('ledger')['days_apart']['words'])})\s")


def _told(document: Document, sentence: Sentence, *, named: bool = True) -> date | None:
    """The one day that the text around a sentence names, if the sentence names none of the claim's own (`named`)."""
    times = Times(document)
    if named and (_named(times, document, sentence) is not None or _spans_more(document, sentence)):
        return None
    sentences = document.sentences
    at = sentence.index
    around = [*reversed(sentences[max(0, at - _BACK) : at]), *(sentences[1:2] if at == 0 else ())]
    if _LINE.match(document.text, document.text.rfind("\n", 0, sentence.start) + 1):
        around.append(sentences[0])  # what is told in points is dated at the top
    for other in around:
        day = _named(times, document, other)
        if day is not None:
            return day
    return None


def _named(times: Times, document: Document, sentence: Sentence) -> date | None:
    """The day that the words of a sentence name, if they name one."""
    words = document.words_of(sentence)
    if words.isdisjoint(_words()) and not any(sentence.start <= m.start < sentence.end for m in document.dates):
        return None
    return times.as_of(sentence, sentence.start)


def days_named(claim: Claim) -> frozenset[str]:
    """The words of its sentence that name a day of the week or a month."""
    months = frozenset(month for month in load("dates")["months"] if len(month) > 3)
    return claim.document.words_of(claim.sentence) & (_words() | months) if claim.sentence else frozenset()


def _spans_more(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence counts over more than a day, or speaks of now."""
    return not document.words_of(sentence).isdisjoint({"since", "so", "total", "altogether", "overall", "now"})


@kept
def _words() -> frozenset[str]:
    weekdays = (day for day in load("dates")["weekdays"] if len(day) > 5)
    return frozenset(weekdays) | {"yesterday", "overnight"} & frozenset(load("other_counts")["days"])


def in_a_line(claim: Claim) -> bool:
    """Whether a claim stands in a line that is no sentence: a headline, a point of a list."""
    text, start = claim.document.text, claim.figure.start
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return _LINE.match(text, line) is not None or not text[line : end if end >= 0 else len(text)].rstrip().endswith(
        (".", "!", "?", "”", '"')
    )


def heading_of(claim: Claim) -> str | None:
    """The place that the line of a claim begins with, else the heading above it, if that can be a place: the claim's words
    name none."""
    text, start = claim.document.text, claim.figure.start
    line = text.rfind("\n", 0, start) + 1
    label = _LABEL.match(text, line)
    if label is not None and label.end() <= start and _may_be_a_place(label["name"]):
        return label["name"]
    pointed = _LINE.match(text, line) is not None
    above = text[:line].split("\n")[:-1]
    for at, one in enumerate(reversed(above)):
        if not one.strip() or _LINE.match(one):
            continue
        match = _HEADING.fullmatch(one)
        if match is None or not _may_be_a_place(match["name"]):
            return None
        # what stands at the top is the title of the whole
        return match["name"] if pointed or any(earlier.strip() for earlier in above[: len(above) - at - 1]) else None
    return None


def _may_be_a_place(name: str) -> bool:
    words = name.split()
    if not all(word[0].isupper() for word in words if len(word) > 3) or not words[0][0].isupper():
        return False
    return {word.lower() for word in words}.isdisjoint(_sections())


@kept
def _sections() -> frozenset[str]:
    """Words of headings that name a part of a report and no place."""
    return frozenset(load("ledger")["sections"]["words"])
