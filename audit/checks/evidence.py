"""What a sentence has of what constructions need: figures, words and signs.

By what it has not, most constructions are ruled out before they are tried, and most sentences before they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from audit.checks.language import Construction, Family, constructions, families
from audit.checks.placeholders import class_of
from audit.claims.claim import Claim

__all__ = ["Evidence", "evidence", "may_hold", "possible"]

_MOST = 8
"""Figures that no construction needs more of."""
_MIXTURES = 1 << 12
"""Classes of figures together in a sentence for which the constructions are kept at hand."""


class Evidence(NamedTuple):
    """What one sentence has, or two that are read together."""

    classes: frozenset[str]
    """Of its figures."""
    figures: int
    met: int
    """Those needs of constructions that its words and signs meet, each a bit."""
    apart: int
    """The same; of two sentences the needs that the second meets, by bits of their own behind those of the first."""

    def beside(self, other: Evidence) -> Evidence:
        """That of both together, this one first."""
        apart = self.met | other.met << len(_needs())
        return Evidence(self.classes | other.classes, self.figures + other.figures, self.met | other.met, apart)


def evidence(text: str, words: frozenset[str], claims: Sequence[Claim]) -> Evidence:
    """That of a sentence of this text, these words and these figures."""
    meets = _meets()
    met = 0
    for piece in words & meets.keys():
        met |= meets[piece]
    is_plain = text.isascii()
    for sign, bits in _signs():
        if not is_plain or sign in text:  # other dashes and brackets are taken for the plain ones
            met |= bits
    return Evidence(frozenset([class_of(claim.figure) for claim in claims]), len(claims), met, met)


def may_hold(found: Evidence, *, across: bool) -> bool:
    """Whether any construction, within a sentence or across the end of one, has all it needs, on whichever side of it."""
    return any(needs & found.met == needs for needs in _enough(found.classes, min(found.figures, _MOST), across))


def possible(found: Evidence, *, across: bool) -> dict[Family, list[Construction]]:
    """The constructions, within a sentence or across the end of one, that have all they need: by family, in order.

    Of two sentences each must have what its side of the construction needs.
    """
    known, met = _with_figures(found.classes, min(found.figures, _MOST), across), found.apart
    by_family: dict[Family, list[Construction]] = {}
    for family, construction in [(family, each) for needs, family, each in known if needs & met == needs]:
        by_family.setdefault(family, []).append(construction)
    return by_family


@lru_cache(maxsize=_MIXTURES)
def _enough(classes: frozenset[str], figures: int, across: bool) -> tuple[int, ...]:
    """The needs of each construction for which there are the figures, without those that go beyond another's."""
    every = {_bits(each.needs + each.behind) for _, _, each in _with_figures(classes, figures, across)}
    return tuple(sorted(needs for needs in every if not any(other & needs == other != needs for other in every)))


@lru_cache(maxsize=_MIXTURES)
def _with_figures(classes: frozenset[str], figures: int, across: bool) -> tuple[tuple[int, Family, Construction], ...]:
    """The constructions for which there are the figures, by number and class, each with its needs and its family.

    Needs behind the end of a sentence have bits of their own.
    """
    return tuple(
        (_bits(construction.needs) | _bits(construction.behind) << len(_needs()), family, construction)
        for family in families()
        for construction in constructions(*family)
        if construction.across == across
        and len(construction.classes) <= figures
        and not any(classes.isdisjoint(wanted) for wanted in construction.classes)
    )


@cache
def _needs() -> Mapping[frozenset[str], int]:
    """Each need of any construction and its bit."""
    every = {
        need: None
        for vocabulary, family in families()
        for construction in constructions(vocabulary, family)
        for need in construction.needs + construction.behind
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
