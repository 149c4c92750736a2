"""From a proposal to a check: works out every reading, compares it with the claim under each policy, gives the verdict."""

from __future__ import annotations

from dataclasses import replace

from audit.checks.agreement import Recomputed, agreement, distance, end_of, within
from audit.checks.check import Check, Reading, Verdict
from audit.checks.diagnosis import diagnose
from audit.checks.implied import corners, imply
from audit.checks.proposal import Candidate, Proposal
from audit.checks.working import expression, one_line
from audit.claims.claim import Confidence
from audit.errors import IntervalError
from audit.figures.figure import Figure
from audit.figures.rounding import Policy, stands_for

__all__ = ["TRUST", "judge"]

TRUST = (
    Verdict.CONSISTENT,
    Verdict.CONSISTENT_WITH_ROUNDING,
    Verdict.TOO_COARSE,
    Verdict.UNVERIFIABLE,
    Verdict.INCONSISTENT,
)
"""A claim is as good as the best of its readings."""

_NOT_SURE = "words that say which figures it is worked out from"


def judge(proposal: Proposal, policy: Policy = Policy.TWO_FIGURE) -> Check:
    """The check of a proposal under the policy.

    Inconsistent only if no reading fits and the words bind the operands; a proposal that is not sure and does not fit, or
    that misses something, is unverifiable.
    """
    worked = {
        each: [_work(candidate, proposal.claim.figure, each) for candidate in proposal.readings] for each in Policy
    }
    under = {each: _weigh(proposal, [reading.verdict for reading, _ in worked[each]]) for each in Policy}
    readings = tuple(reading for reading, _ in worked[policy])
    verdict = under[policy]
    missing = proposal.missing
    if verdict is Verdict.UNVERIFIABLE and not missing:
        missing = proposal.doubts or (_NOT_SURE,)
    check = Check(
        operation=proposal.operation,
        claim=proposal.claim,
        readings=readings,
        verdict=verdict,
        working="",
        missing=missing,
        under={str(each): found for each, found in under.items()},
        confidence=Confidence.HIGH if _is_sure(proposal) else Confidence.LOW,
        note=proposal.note,
    )
    if verdict is Verdict.INCONSISTENT:
        check = replace(
            check,
            gap=distance(proposal.claim.figure, worked[policy][0][1]),
            diagnosis=diagnose(proposal),
        )
    return replace(check, working=one_line(check))


def _weigh(proposal: Proposal, verdicts: list[Verdict]) -> Verdict:
    if proposal.missing or not verdicts:
        return Verdict.UNVERIFIABLE
    best = min(verdicts, key=TRUST.index)
    return Verdict.UNVERIFIABLE if best is Verdict.INCONSISTENT and not _is_sure(proposal) else best


def _is_sure(proposal: Proposal) -> bool:
    return proposal.sure and not proposal.doubts


def _work(candidate: Candidate, claimed: Figure, policy: Policy) -> tuple[Reading, Recomputed]:
    """One reading worked out. Operands that allow no result at all (a base of zero) make it unverifiable."""
    figures = [operand.claim.figure for operand in candidate.operands]
    try:
        result = _recompute(candidate, figures, policy)
    except (IntervalError, ZeroDivisionError):
        nothing = claimed.value
        return (
            Reading(candidate.label, candidate.operands, expression(candidate), nothing, nothing, Verdict.UNVERIFIABLE),
            Recomputed(nothing, nothing, nothing, nothing),
        )
    reading = Reading(
        label=candidate.label,
        operands=candidate.operands,
        formula=expression(candidate),
        as_printed=result.as_printed,
        recomputed=result.whole,
        verdict=(within if candidate.limit else agreement)(claimed, result, policy),
        implied=() if candidate.limit else imply(candidate, claimed.value),
    )
    return reading, result


def _recompute(candidate: Candidate, figures: list[Figure], policy: Policy) -> Recomputed:
    printed = [figure.value for figure in figures]
    as_printed = candidate.compute(printed)
    whole = candidate.compute([stands_for(figure, policy) for figure in figures])
    if not any(figure.is_range for figure in figures):
        return Recomputed(as_printed, whole, whole, whole)
    lowest, highest = corners(candidate.compute, printed)
    low, high = (
        candidate.compute([stands_for(end_of(figure, up), policy) for figure, up in zip(figures, ends, strict=True)])
        for ends in (lowest, highest)
    )
    return Recomputed(as_printed, whole, low, high)
