"""From a proposal to a check: works out every reading, compares it with the claim under each policy, gives the verdict."""

from __future__ import annotations

from collections.abc import Sequence
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
from audit.interval import Interval

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
    figure = proposal.claim.figure
    worked = [_recompute(candidate) for candidate in proposal.readings]
    verdicts = {
        each: [
            _compare(candidate, figure, results, each)
            for candidate, results in zip(proposal.readings, worked, strict=True)
        ]
        for each in Policy
    }
    under = {each: _weigh(proposal, found) for each, found in verdicts.items()}
    verdict = under[policy]
    missing = proposal.missing
    if verdict is Verdict.UNVERIFIABLE and not missing:
        missing = proposal.doubts or (_NOT_SURE,)
    check = Check(
        operation=proposal.operation,
        claim=proposal.claim,
        readings=tuple(
            _reading(candidate, figure, results, found, policy)
            for candidate, results, found in zip(proposal.readings, worked, verdicts[policy], strict=True)
        ),
        verdict=verdict,
        working="",
        missing=missing,
        under={str(each): found for each, found in under.items()},
        confidence=Confidence.HIGH if _is_sure(proposal) else Confidence.LOW,
        note=proposal.note,
    )
    if verdict is Verdict.INCONSISTENT and worked[0] is not None:
        check = replace(check, gap=distance(figure, worked[0][policy]), diagnosis=diagnose(proposal))
    return replace(check, working=one_line(check))


def _weigh(proposal: Proposal, verdicts: list[Verdict]) -> Verdict:
    if proposal.missing or not verdicts:
        return Verdict.UNVERIFIABLE
    best = min(verdicts, key=TRUST.index)
    return Verdict.UNVERIFIABLE if best is Verdict.INCONSISTENT and not _is_sure(proposal) else best


def _is_sure(proposal: Proposal) -> bool:
    return proposal.sure and not proposal.doubts


def _recompute(candidate: Candidate) -> dict[Policy, Recomputed] | None:
    """The result under each policy; None if the operands allow no result at all (a base of zero)."""
    figures = [operand.claim.figure for operand in candidate.operands]
    printed = [figure.value for figure in figures]
    try:
        as_printed = candidate.compute(printed)
        if not any(figure.is_range for figure in figures):
            return {each: _result(candidate, as_printed, figures, each) for each in Policy}
        ends = corners(candidate.compute, printed)
        return {each: _result_of_ranges(candidate, as_printed, figures, ends, each) for each in Policy}
    except (IntervalError, ZeroDivisionError):
        return None


def _result(candidate: Candidate, as_printed: Interval, figures: list[Figure], policy: Policy) -> Recomputed:
    if policy is Policy.AS_PRINTED:
        return Recomputed(as_printed, as_printed, as_printed, as_printed)
    whole = candidate.compute([stands_for(figure, policy) for figure in figures])
    return Recomputed(as_printed, whole, whole, whole)


def _result_of_ranges(
    candidate: Candidate, as_printed: Interval, figures: list[Figure], ends: Sequence[Sequence[bool]], policy: Policy
) -> Recomputed:
    """Each end of the result is that of some end of each range, with the rounding of that end alone."""
    whole = candidate.compute([stands_for(figure, policy) for figure in figures])
    low, high = (
        candidate.compute([stands_for(end_of(figure, up), policy) for figure, up in zip(figures, which, strict=True)])
        for which in ends
    )
    return Recomputed(as_printed, whole, low, high)


def _compare(
    candidate: Candidate, claimed: Figure, results: dict[Policy, Recomputed] | None, policy: Policy
) -> Verdict:
    if results is None:
        return Verdict.UNVERIFIABLE
    return (within if candidate.limit else agreement)(claimed, results[policy], policy)


def _reading(
    candidate: Candidate,
    claimed: Figure,
    results: dict[Policy, Recomputed] | None,
    verdict: Verdict,
    policy: Policy,
) -> Reading:
    """The reading as shown; of one that allows no result the claim itself stands in its place."""
    implied = imply(candidate, claimed.value) if verdict is Verdict.INCONSISTENT and not candidate.limit else ()
    return Reading(
        label=candidate.label,
        operands=candidate.operands,
        formula=expression(candidate),
        as_printed=results[policy].as_printed if results else claimed.value,
        recomputed=results[policy].whole if results else claimed.value,
        verdict=verdict,
        implied=implied,
    )
