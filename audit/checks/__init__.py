"""Recomputes every claim that is derived from others, by the account of its document."""

from __future__ import annotations

from audit.checks.check import Check, Operation
from audit.checks.find import checks_of, in_order
from audit.checks.judge import judge
from audit.checks.population_shares import population_shares
from audit.checks.reduction import reduction
from audit.checks.since_start import since_start
from audit.claims.claim import Claim
from audit.figures.rounding import Policy
from audit.reference import Reference, reference
from audit.syntax import read
from audit.text.document import Document

__all__ = ["find_checks"]

MOST_OF_A_FORCE = 100
"""Percent."""


def find_checks(
    document: Document,
    claims: tuple[Claim, ...],
    *,
    policy: Policy = Policy.TWO_FIGURE,
    tables: Reference | None = None,
) -> tuple[Check, ...]:
    """One check for each relation between figures that is confirmed, asked or flagged, in the order of the text; none of
    what is in a language that is not read.

    `tables` are the reference tables in force, those of `data/` if None.
    """
    claims = tuple(claim for claim in claims if document.is_read_at(claim.figure.start))
    if not claims:
        return ()
    found = list(checks_of(read(document, claims), policy))
    quantities = tuple(claim for claim in claims if claim.figure.is_quantity)
    known = tables or reference()
    found += [
        judge(proposal, policy)
        for proposal in (
            *reduction(document, quantities),
            *since_start(document, quantities, known),
            *population_shares(document, quantities, tables=known),
        )
    ]
    return tuple(in_order(check for check in found if not _is_absurd(check)))


def _is_absurd(check: Check) -> bool:
    """Whether a force would have lost more than all it had: it is then not the force that is meant."""
    return (
        check.operation is Operation.REDUCTION
        and bool(check.readings)
        and all(reading.recomputed.low > MOST_OF_A_FORCE for reading in check.readings)
    )
