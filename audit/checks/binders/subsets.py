"""A part that the words set inside a whole ('27 people, including 11 children') is no larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.checks.check import Operand, Operation
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval

__all__ = ["subsets"]


def subsets(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each printed count that is linked to a whole of the same sentence or the one before it."""
    known = {claim.index: claim for claim in claims}
    for claim in claims:
        whole = known.get(claim.included_in) if claim.included_in is not None else None
        if whole is None or claim.implied or whole.implied or not _alike(claim, whole):
            continue
        yield Proposal(
            Operation.SUBSET,
            claim,
            (Candidate("no more than its whole", (Operand(whole, "whole"),), _up_to, "{0} at most", limit=True),),
        )


def _alike(part: Claim, whole: Claim) -> bool:
    """Whether both are counts in ones with a number of their own."""
    return all(
        claim.figure.kind is Kind.COUNT and claim.figure.unit is None and claim.figure.words is None
        for claim in (part, whole)
    )


def _up_to(values: Sequence[Interval]) -> Interval:
    return Interval.below(values[0].high)
