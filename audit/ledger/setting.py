"""What a text says elsewhere of a claim: the day of its event, and the place in the heading above it."""

from __future__ import annotations

import re
from datetime import date
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
_HEADING = re.compile(r"[ \t]*(?:#+[ \t]*)?(?P<name>[^\W\d_][^\n.:;,!?\d]{1,40}?)[ \t]*:?[ \t]*")
_days: WeakKeyDictionary[Document, dict[int, date | None]] = WeakKeyDictionary()


def day_of(claim: Claim) -> date | None:
    """The day of which the claim speaks: that which its sentence names, else that of the sentences right before it (of the
    first sentence, a headline: right behind it), else the day of publication."""
    sentence, document = claim.sentence, claim.document
    day = claim.as_of or document.published
    if sentence is None or claim.as_of is None or claim.as_of != document.published:
        return day
    known = _days.setdefault(document, {})
    if sentence.index not in known:
        known[sentence.index] = _told(document, sentence)
    return known[sentence.index] or day


def _told(document: Document, sentence: Sentence) -> date | None:
    """The one day that the text around a sentence names, if the sentence names none."""
    times = Times(document)
    if _named(times, document, sentence) is not None or _spans_more(document, sentence):
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
    """Of a claim in a line with a bullet the heading above it, if that can be a place: the line names none itself."""
    text, start = claim.document.text, claim.figure.start
    line = text.rfind("\n", 0, start) + 1
    if not _LINE.match(text, line):
        return None
    above = text[:line].split("\n")[:-1]
    for one in reversed(above):
        if not one.strip() or _LINE.match(one):
            continue
        match = _HEADING.fullmatch(one)
        if match is None or not all(word[0].isupper() for word in match["name"].split() if len(word) > 3):
            return None
        return match["name"]
    return None
