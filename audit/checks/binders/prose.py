"""Reads each sentence once as a skeleton and hands it to the families of constructions in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.binders import change, share
from audit.checks.proposal import Proposal
from audit.checks.skeleton import Skeleton, skeletons
from audit.claims.claim import Claim
from audit.document import Document

__all__ = ["bind"]

_FAMILIES: tuple[Callable[[Skeleton], Iterator[Proposal]], ...] = (change.propose, share.propose)


def bind(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """What the constructions of single sentences derive."""
    for skeleton in skeletons(document, claims):
        if len(skeleton.claims) > 1:
            for family in _FAMILIES:
                yield from family(skeleton)
