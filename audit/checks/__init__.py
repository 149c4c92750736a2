"""Recomputes every claim that is derived from others."""

from __future__ import annotations

from collections.abc import Iterable

from audit.checks.binders import binders
from audit.checks.check import AGREEING, Check, Operation, Verdict
from audit.checks.gaps import Told
from audit.checks.judge import judge
from audit.checks.proposal import Proposal
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.rounding import Policy
from audit.reference import Reference, reference

__all__ = ["find_checks"]


_IDENTIFIER = 12
"""So many digits in one run, or more, number a thing (a post, an account) and count nothing."""


def find_checks(
    document: Document,
    claims: tuple[Claim, ...],
    *,
    policy: Policy = Policy.TWO_FIGURE,
    tables: Reference | None = None,
) -> tuple[Check, ...]:
    """One check for each claim that the words derive from others, in the order of the text.

    Where two binders propose for the same claim, the earlier in `binders` has it, unless it finds the claim inconsistent
    and the other reading of the words fits. What has been proposed for a claim in the same way is judged once.
    Claims of figures that are no quantities are left out. `tables` are the reference tables in force, those of `data/`
    if None.
    """
    counted = Told(c for c in claims if c.figure.is_quantity and not _is_identifier(c.figure.text))
    chosen: dict[tuple[int, int, str], Check] = {}
    judged: dict[tuple[int, int, str], list[Proposal]] = {}
    for binder in binders(tables or reference()):
        for proposal in binder(document, counted):
            figure = proposal.claim.figure
            key = (figure.start, figure.end, proposal.claim.document.name)
            standing = chosen.get(key)
            if standing is not None and standing.verdict in AGREEING:
                continue
            before = judged.setdefault(key, [])
            if any(proposal.is_like(other) for other in before):
                continue
            before.append(proposal)
            check = judge(proposal, policy)
            if standing is None or _yields(standing, check):
                chosen[key] = check
    return tuple(_once(chosen.values()))


def _is_identifier(text: str) -> bool:
    return len(text) >= _IDENTIFIER and text.isdecimal()


def _once(checks: Iterable[Check]) -> list[Check]:
    """The checks in the order of the text, without those that solve for another figure what an earlier one has flagged."""
    flagged: set[frozenset[int]] = set()
    kept = []
    for check in checks:
        figures = frozenset((check.claim.figure.start, *(operand.figure.start for operand in check.operands)))
        if check.verdict is not Verdict.INCONSISTENT or figures not in flagged:
            kept.append(check)
        if check.verdict is Verdict.INCONSISTENT:
            flagged.add(figures)
    return sorted(kept, key=lambda check: (check.claim.figure.start, check.claim.figure.end, check.claim.document.name))


def _yields(standing: Check, other: Check) -> bool:
    """Whether the check that stands gives way to the other: a flag never outlives a reading that fits or cannot be told.

    The one that stands does not fit itself. That a part is no more than its whole is no reading of a figure that is worked
    out from others.
    """
    if other.operation is Operation.SUBSET and standing.operands:
        return False
    if standing.verdict is Verdict.INCONSISTENT:
        same = {id(operand.claim) for operand in standing.operands} == {id(operand.claim) for operand in other.operands}
        return other.verdict in AGREEING or (other.verdict is Verdict.UNVERIFIABLE and not same)
    return other.verdict in AGREEING or (not standing.operands and bool(other.operands))
