"""What a sentence has of what constructions need: figures, words and signs.

By what it has not, most constructions are ruled out before they are tried, and most sentences before they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from audit.checks.language import Construction, constructions, families
from audit.checks.placeholders import class_of
from audit.claims.claim import Claim

__all__ = ["Evidence", "evidence", "may_hold", "possible"]

_MOST = 8
"""Figures that no construction needs more of."""


class Evidence(NamedTuple):
    """What one sentence has, or two that are read together."""

    classes: frozenset[str]
    """Of its figures."""
    figures: int
    met: int
    """Those needs of constructions that its words and signs meet, each a bit."""

    def beside(self, other: Evidence) -> Evidence:
        """That of both together."""
        return Evidence(self.classes | other.classes, self.figures + other.figures, self.met | other.met)


def evidence(text: str, words: frozenset[str], claims: Sequence[Claim]) -> Evidence:
    """That of a sentence of this text, these words and these figures."""
    meets = _meets()
    met = 0
    for piece in words & meets.keys():
        met |= meets[piece]
    for sign, bits in _signs():
        if sign in text or not text.isascii():  # other dashes and brackets are taken for the plain ones
            met |= bits
    return Evidence(frozenset(class_of(claim.figure) for claim in claims), len(claims), met)


def may_hold(found: Evidence, *, across: bool) -> bool:
    """Whether any construction, within a sentence or across the end of one, has all it needs."""
    return any(needs & found.met == needs for needs in _enough(found.classes, min(found.figures, _MOST), across))


def possible(found: Evidence, vocabulary: str, family: str) -> list[Construction]:
    """The constructions of a family that have all they need, in their order."""
    known = _of_family(vocabulary, family, found.classes, min(found.figures, _MOST))
    return [construction for needs, construction in known if needs & found.met == needs]


@cache
def _enough(classes: frozenset[str], figures: int, across: bool) -> tuple[int, ...]:
    """The needs of each construction for which there are the figures, without those that go beyond another's."""
    every = {
        needs
        for vocabulary, family in families()
        for needs, construction in _of_family(vocabulary, family, classes, figures)
        if construction.across == across
    }
    return tuple(sorted(needs for needs in every if not any(other & needs == other != needs for other in every)))


@cache
def _of_family(
    vocabulary: str, family: str, classes: frozenset[str], figures: int
) -> tuple[tuple[int, Construction], ...]:
    """The constructions of a family for which there are the figures, by number and class, each with its needs."""
    return tuple(
        (_bits(construction.needs), construction)
        for construction in constructions(vocabulary, family)
        if len(construction.classes) <= figures
        and not any(classes.isdisjoint(wanted) for wanted in construction.classes)
    )


@cache
def _needs() -> Mapping[frozenset[str], int]:
    """Each need of any construction and its bit."""
    every = {
        need: None
        for vocabulary, family in families()
        for construction in constructions(vocabulary, family)
        for need in construction.needs
        if "" not in need  # a phrase without a word may always be there
    }
    return {need: 1 << place for place, need in enumerate(every)}


def _bits(needs: Iterable[frozenset[str]]) -> int:
    bits = 0
    for need in needs:
        bits |= _needs().get(need, 0)
    return bits


@cache
def _meets() -> Mapping[str, int]:
    """Each word and sign that meets a need, and the bits of all that it meets."""
    meets: dict[str, int] = {}
    for need, bit in _needs().items():
        for piece in need:
            meets[piece] = meets.get(piece, 0) | bit
    return meets


@cache
def _signs() -> tuple[tuple[str, int], ...]:
    return tuple((piece, bits) for piece, bits in _meets().items() if not piece.isalpha())
