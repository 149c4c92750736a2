"""Figures worked out from another document's: 'six more died, bringing the toll to 29' beside yesterday's 23."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.checks.check import Check, Operand, Operation
from audit.checks.judge import judge
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Confidence, Relation
from audit.figures.rounding import Policy
from audit.ledger.align import Alignment
from audit.ledger.beside import who
from audit.ledger.statement import Statement
from audit.result import Part

__all__ = ["across"]

_DAYS = 3
"""Days within which a report goes on from another: after that, others may have stood between."""


def across(
    aligned: Iterable[tuple[Statement, Statement, Alignment]], parts: Sequence[Part], policy: Policy
) -> Iterator[Check]:
    """A check for each toll that an earlier document's toll and an addition in its own sentence should make.

    One that does not come out is `unverifiable`, never inconsistent: another report may stand between the two.
    """
    claims = {id(part.document): part.claims for part in parts}
    seen: set[tuple[int, int]] = set()
    for earlier, later, alignment in aligned:
        key = (id(later.claim.document), later.claim.index)
        if key in seen or alignment.confidence is Confidence.LOW or not _goes_on(earlier, later):
            continue
        added = _addition(later.claim, claims[id(later.claim.document)])
        if added is not None:
            seen.add(key)
            yield judge(_proposal(earlier, later, added), policy)


def _goes_on(earlier: Statement, later: Statement) -> bool:
    if later.total != "toll" or earlier.claim.figure.words or not earlier.date or not later.date:
        return False
    return 0 < (later.date - earlier.date).days <= _DAYS


def _addition(total: Claim, claims: Iterable[Claim]) -> Claim | None:
    """The one claim of the total's sentence that adds to it; None if there is none, or more than one."""
    found = [
        claim
        for claim in claims
        if claim.relation is Relation.ADDITION
        and claim.measures == total.measures
        and claim.sentence == total.sentence
        and claim.figure.words is None
    ]
    return found[0] if len(found) == 1 else None


def _proposal(earlier: Statement, later: Statement, added: Claim) -> Proposal:
    reading = Candidate(
        label=f"the toll of {who(earlier)} and the addition",
        operands=(Operand(earlier.claim, "earlier toll"), Operand(added, "added")),
        compute=lambda values: values[0] + values[1],
        expression="{0} + {1}",
    )
    note = f"The earlier toll stands in {who(earlier)}; another report may stand between the two."
    return Proposal(Operation.RUNNING_TOTAL, later.claim, (reading,), sure=False, note=note)
