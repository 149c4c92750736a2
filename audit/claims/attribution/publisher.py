"""Whose words a text is when nobody else is named: what is known of it, else what its own words let infer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.claims.attribution.disclaimers import find_disclaimers
from audit.claims.attribution.phrases import Phrases, phrases
from audit.lang import load
from audit.text.document import Document, Span
from audit.text.words import alternatives, heads
from audit.vocabulary import kept

__all__ = ["Publisher", "publisher_of"]

_NAME = r"[A-Z][\w&.'’-]*(?:[^\S\n]+[A-Z][\w&.'’-]*){0,4}"
_DATELINE = re.compile(rf"\((?P<name>{_NAME})\)[^\S\n]*(?:--|—|–|-)")
_PLACE = 80
"""Characters before the agency in the line of a dateline at most: 'SAN MARINO, May 4'."""
_HEAD = 2500
"""A dateline stands this near to the start: a caption, a date and a headline may come before it."""
_BEFORE = re.compile(rf"(?P<name>{_NAME})\s*$")
_REACH = 60


@dataclass(frozen=True, slots=True)
class Publisher:
    """A name, and the words from which it was inferred; None if it was given."""

    name: str
    words: Span | None = None

    @property
    def inferred(self) -> bool:
        return self.words is not None


@kept
def _receiving() -> tuple[Phrases, re.Pattern[str], frozenset[str]]:
    """What stands before whoever receives a statement; the agencies that call themselves by name there; their words."""
    table = load("agencies")
    names = alternatives(table["receivers"])
    before = phrases({"cue": table["receiving"]["phrases"]})
    return before, re.compile(rf"\s+(?P<name>{names})\b"), heads(table["receivers"])


def publisher_of(document: Document) -> Publisher | None:
    """The publisher that is given, else the one that the text's words imply, else None.

    By its words: the agency of a dateline ('PARIS (AFP) --'); who says that it could not verify something; who receives
    statements, if that is an agency that writes of itself in the third person.
    """
    if document.publisher:
        return Publisher(document.publisher)
    text = document.text
    for dateline in _DATELINE.finditer(text, 0, _HEAD):
        line = text.rfind("\n", 0, dateline.start()) + 1
        if dateline.start() - line <= _PLACE and "(" not in text[line : dateline.start()]:
            return Publisher(dateline["name"], document.span(*dateline.span("name")))
    for cue in find_disclaimers(document):
        name = _BEFORE.search(text, max(0, cue.start - _REACH), cue.start)
        if name and _is_outlet(name["name"]):
            return Publisher(name["name"], document.span(cue.start - len(name[0]), cue.end))
    return _received(document)


def _received(document: Document) -> Publisher | None:
    """'In a statement to AFP', 'told Reuters'."""
    before, names, words = _receiving()
    if words.isdisjoint(document.words):
        return None
    for tokens, found in before.in_document(document):
        name = names.match(document.text, tokens.end(found.last))
        if name:
            return Publisher(name["name"], document.span(tokens.starts[found.first], name.end()))
    return None


def _is_outlet(name: str) -> bool:
    """'ITV News', 'Reuters': an agency, or a name that ends or starts with a word for an outlet."""
    table = load("agencies")
    words = frozenset(name.lower().split())
    return name in table["agencies"] or not words.isdisjoint(load("sources")["outlets"]["names"])
