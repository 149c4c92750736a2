"""Whose words a text is when nobody else is named: what is known of it, else what its own words let infer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from audit.claims.attribution.disclaimers import find_disclaimers
from audit.claims.attribution.phrases import Phrases, phrases
from audit.claims.attribution.tokens import tokenize
from audit.document import Document, Span
from audit.vocabulary import load

__all__ = ["Publisher", "publisher_of"]

_NAME = r"[A-Z][\w&.'’-]*(?:[^\S\n]+[A-Z][\w&.'’-]*){0,4}"
_DATELINE = re.compile(rf"^[^\n(]{{0,80}}\((?P<name>{_NAME})\)[^\S\n]*(?:--|—|–|-)", re.MULTILINE)
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


@cache
def _receiving() -> tuple[Phrases, re.Pattern[str]]:
    """What stands before whoever receives a statement, and the agencies that call themselves by name there."""
    table = load("agencies")
    names = "|".join(re.escape(name) for name in sorted(table["receivers"], key=len, reverse=True))
    return phrases({"cue": table["receiving"]["phrases"]}), re.compile(rf"\s+(?P<name>{names})\b")


def publisher_of(document: Document) -> Publisher | None:
    """The publisher that is given, else the one that the text's words imply, else None.

    By its words: the agency of a dateline ('PARIS (AFP) --'); who says that it could not verify something; who receives
    statements, if that is an agency that writes of itself in the third person.
    """
    if document.publisher:
        return Publisher(document.publisher)
    text = document.text
    dateline = _DATELINE.search(text, 0, _HEAD) if "(" in text[:_HEAD] else None
    if dateline:
        return Publisher(dateline["name"], document.span(dateline.start("name"), dateline.end("name")))
    for cue in find_disclaimers(document):
        name = _BEFORE.search(text, max(0, cue.start - _REACH), cue.start)
        if name and _is_outlet(name["name"]):
            return Publisher(name["name"], document.span(cue.start - len(name[0]), cue.end))
    return _received(document) if any(name in text for name in load("agencies")["receivers"]) else None


def _received(document: Document) -> Publisher | None:
    """'In a statement to AFP', 'told Reuters'."""
    before, names = _receiving()
    for sentence in before.sentences(document):
        tokens = tokenize(document, sentence.start, sentence.end)
        for found in before.find(tokens.words):
            name = names.match(document.text, tokens.end(found.last))
            if name:
                return Publisher(name["name"], document.span(tokens.starts[found.first], name.end()))
    return None


def _is_outlet(name: str) -> bool:
    """'ITV News', 'Reuters': an agency, or a name that ends or starts with a word for an outlet."""
    table = load("agencies")
    words = frozenset(name.lower().split())
    return name in table["agencies"] or not words.isdisjoint(load("sources")["outlets"]["names"])
