"""Counts of things that no measure names ('94 seats', '6,900 hectares'): what they count, and when two count the same.

Two numbers of one noun mostly count two things. Two documents speak of one count only if each prints the noun once, both
name the same day or the same beginning, the same names and nothing of their own, and more of the matter besides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.claims.claim import Claim, PeriodKind, Relation
from audit.figures.figure import Figure, Kind
from audit.lang import load
from audit.ledger.names import people_key, place_key, singular
from audit.ledger.scene import scene, stale
from audit.ledger.setting import days_named
from audit.syntax.nouns import nouns

if TYPE_CHECKING:
    from audit.ledger.statement import Statement

__all__ = ["THING", "is_thing", "one_thing", "thing_of"]

THING = "of "
"""With which the key of such a count begins, before its noun or its kind."""
_KINDS = {Kind.COUNT: "", Kind.MEASURE: "measure", Kind.PERCENT: "share", Kind.MONEY: "sum"}
_ALIKE = 2
"""Words of the matter that two sentences share besides the noun, the place and the day: with one alone, boats that were
stopped are held against boats that arrived."""
_ALIKE_SHARES = 3
"""Of two shares, which have no noun of their own."""
_OF = re.compile(r"\sof\s([a-z]+)")
"""Of a measure that of which it is: '640 tonnes of food'."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def thing_of(claim: Claim) -> str | None:
    """The key of what a claim without a measure counts; None if that cannot be said."""
    figure = claim.figure
    if claim.measures or figure.words is not None or figure.per is not None or figure.kind not in _KINDS:
        return None
    if claim.relation in (Relation.ADDITION, Relation.SUBSET, Relation.BACKGROUND):
        return None
    if claim.period is not None and claim.period.kind in (PeriodKind.NEW, PeriodKind.PER):
        return None
    kind = _KINDS[figure.kind]
    if kind:
        return THING + kind
    noun = _head(figure)
    return THING + noun if len(noun) > 2 and people_key(noun) else None


def is_thing(one: Statement) -> bool:
    return one.what.startswith(THING)


def one_thing(one: Statement, other: Statement) -> bool:
    """Whether the words of both sentences bear out that the two count the same."""
    if one.total == "since" and days_named(one.claim) != days_named(other.claim):
        return False
    if _own(one) ^ _own(other):
        return False
    mine, others = _words(one.claim), _words(other.claim)
    if not (_narrowing(one.claim) <= others and _narrowing(other.claim) <= mine):
        return False
    counted = {_head(one.claim.figure), *_words_of(one.claim.figure.text), *_words_of(other.claim.figure.text)}
    shared = [word for word in (mine & others) - counted if not stale(word)]
    names = (one.sentence.names & other.sentence.names) - one.located - other.located
    classes = (one.sentence.events & other.sentence.events, one.sentence.sites & other.sentence.sites)
    return len(shared) + len(names) + sum(map(bool, classes)) >= (
        _ALIKE_SHARES if one.what == THING + "share" else _ALIKE
    )


def _head(figure: Figure) -> str:
    return singular((figure.noun or "").rpartition(" ")[2].lower())


def _narrowing(claim: Claim) -> frozenset[str]:
    """Words beside the noun that say of which kind it is: 'confirmed' of 'confirmed cases'."""
    figure = claim.figure
    phrase = claim.document.text[figure.phrase.start : figure.phrase.end] if figure.phrase else figure.noun or ""
    found = _words_of(phrase) - _words_of(figure.text) - {_head(figure)}
    text = claim.document.text
    if figure.kind is Kind.MEASURE and (of := _OF.match(text, figure.end)):
        found |= _words_of(of[1])
    return found | {phrase for phrase in load("ledger")["parts"]["narrowing"] if _behind(claim, phrase)}


def _behind(claim: Claim, phrase: str) -> bool:
    """Whether the sentence says the phrase of what is counted: 'twelve were sentenced in absentia'."""
    return claim.sentence is not None and f" {phrase}" in claim.sentence.text


def _own(one: Statement) -> frozenset[str]:
    """Names of its sentence that are no places, those of who says it left out."""
    chain = one.claim.attribution.chain if one.claim.attribution else ()
    said = [scene(link.name).names for link in chain]
    names = one.sentence.names.difference(one.sentence.first, one.located, *said)
    return names - {place_key(one.claim.place or "")} - one.located


def _words(claim: Claim) -> frozenset[str]:
    """Content words of the claim's sentence, its first word among them."""
    text = claim.sentence.text if claim.sentence else ""
    return _words_of(text[:1].lower() + text[1:])


def _words_of(text: str) -> frozenset[str]:
    found = (singular(word) for word in _WORD.findall(text) if word[0].islower())
    return frozenset(word for word in found if word not in nouns().stop)
