"""Where a claim plays: in the place that its clause names, else in that of the heading or the label above it."""

from __future__ import annotations

import re
from typing import NamedTuple

from audit.claims.claim import Claim
from audit.lang import load
from audit.ledger.names import place_key
from audit.ledger.scene import scene
from audit.ledger.setting import heading_of
from audit.vocabulary import kept

__all__ = ["Where", "where_of"]


class Where(NamedTuple):
    name: str | None
    """As it is printed; None if nothing names a place."""
    key: str | None
    extent: frozenset[str]
    """'wide' if the words call it a province or the like, 'narrow' if a town; empty if neither."""


def where_of(claim: Claim, near: str) -> Where:
    """Where a claim plays, `near` being as much of its sentence as can bear on it."""
    if claim.place and (own := _in_its_clause(claim, claim.place)) is not None:
        return Where(own, place_key(own), frozenset())
    if claim.place:
        return Where(claim.place, _key(claim.place, near), _extent(claim.place, near))
    heading = heading_of(claim)
    return Where(heading, None if heading is None else place_key(heading), frozenset())


def _in_its_clause(claim: Claim, place: str) -> str | None:
    """The place that a count's own clause names, where the place that was found stands in the next one: 'the attack on Port
    Selwyn killed 29, and a second one in Marravale five'."""
    sentence, text = claim.sentence, claim.document.text
    if sentence is None:
        return None
    at = text.find(place, claim.figure.end, sentence.end)
    end = _next_clause().search(text, claim.figure.end, at) if at > 0 else None
    if end is None:
        return None
    starts = [match.end() for match in _next_clause().finditer(text, sentence.start, claim.figure.start)]
    own = text[starts[-1] if starts else sentence.start : end.start()]
    named = [match.group() for match in _NAME.finditer(own) if place_key(match.group()) in scene(own).located]
    return named[0] if len(named) == 1 else None


@kept
def _next_clause() -> re.Pattern[str]:
    """What ends a clause that names a place of its own."""
    words = load("ledger")["days_apart"]["words"]
    return re.compile(rf";\s|,\s(?:{'|'.join(words)})\s|\s(?:while|but)\s")


_NAME = re.compile(r"[A-Z][\w’'-]*[^\W\d_](?:[ -][A-Z][\w’'-]*[^\W\d_])*")


def _key(place: str, sentence: str) -> str:
    """Key of the place with the part of it that stands before its name ('northern Orrin')."""
    at = sentence.find(place)
    before = sentence[:at].split()[-1:] if at > 0 else []
    part = " ".join(word for word in before if word.lower() in load("aliases")["places"]["parts"])
    return place_key(f"{part} {place}".strip())


def _extent(place: str, sentence: str) -> frozenset[str]:
    """What kind of place the words beside the name, or the name's own, make of it."""
    kinds = load("aliases")["places"]
    at = sentence.find(place)
    before, after = sentence[: max(0, at)].split()[-2:], sentence[at + len(place) :].split()[:1] if at >= 0 else []
    of = before[:1] if before[1:] == ["of"] else []
    near = {word.strip(",.;:").lower() for word in (*of, *place.split(), *after)}
    return frozenset(name for name in ("wide", "narrow") if near & set(kinds[name]))
