"""Reads each sentence once as a skeleton and hands it to the families of constructions in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.binders import change, multiple, product, share, total
from audit.checks.proposal import Proposal
from audit.checks.skeleton import Skeleton, join, skeletons
from audit.claims.claim import Claim
from audit.document import Document

__all__ = ["bind"]

_FAMILIES: tuple[Callable[[Skeleton], Iterator[Proposal]], ...] = (
    change.propose,
    share.propose,
    total.propose,
    product.propose,
    multiple.propose,
)
_PAIRS: tuple[Callable[[Skeleton], Iterator[Proposal]], ...] = (
    change.propose_pair,
    total.propose_pair,
    product.propose_pair,
)


def bind(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """What sentences derive, alone, and each with the one before it in its paragraph."""
    last: Skeleton | None = None
    for skeleton in skeletons(document, claims):
        if len(skeleton.claims) > 1:
            for family in _FAMILIES:
                yield from family(skeleton)
        if last is not None and _are_neighbours(last, skeleton):
            pair = join(last, skeleton)
            if pair is not None:
                for family in _PAIRS:
                    yield from family(pair)
        last = skeleton


def _are_neighbours(one: Skeleton, other: Skeleton) -> bool:
    return other.sentence.index == one.sentence.index + 1 and other.sentence.paragraph - one.sentence.paragraph <= 1
