"""From a proposal to a check: works out every reading, compares it with the claim under each policy, gives the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.checks.agreement import Recomputed, distance, end_of, fits, rounded, rounded_within
from audit.checks.check import Check, Reading, Verdict
from audit.checks.diagnosis import diagnose
from audit.checks.implied import corners, imply
from audit.checks.proposal import Candidate, Proposal
from audit.checks.working import expression, one_line
from audit.claims.claim import Confidence
from audit.errors import IntervalError
from audit.figures.figure import Bound, Figure
from audit.figures.rounding import Policy, stands_for
from audit.interval import INFINITY, Interval

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
    figure = _bare(proposal.claim.figure) if proposal.nominal else proposal.claim.figure
    worked = [_work(candidate, figure, policy, nominal=proposal.nominal) for candidate in proposal.readings]
    under = {each: _weigh(proposal, [verdicts[each] for _, verdicts in worked]) for each in Policy}
    verdict = under[policy]
    missing = proposal.missing
    if verdict is Verdict.UNVERIFIABLE and not missing:
        missing = proposal.doubts or (_NOT_SURE,)
    readings = tuple(
        _reading(candidate, figure, result, verdicts[policy])
        for candidate, (result, verdicts) in zip(proposal.readings, worked, strict=True)
    )
    first = worked[0][0] if worked and verdict is Verdict.INCONSISTENT else None
    return Check(
        operation=proposal.operation,
        claim=proposal.claim,
        readings=readings,
        verdict=verdict,
        working=one_line(figure, readings),
        gap=None if first is None else distance(figure, first),
        diagnosis=None if first is None else diagnose(proposal),
        missing=missing,
        under={str(each): found for each, found in under.items()},
        confidence=Confidence.HIGH if _is_sure(proposal) else Confidence.LOW,
        note=proposal.note,
    )


def _weigh(proposal: Proposal, verdicts: list[Verdict]) -> Verdict:
    if proposal.missing or not verdicts:
        return Verdict.UNVERIFIABLE
    best = min(verdicts, key=TRUST.index)
    return Verdict.UNVERIFIABLE if best is Verdict.INCONSISTENT and not _is_sure(proposal) else best


def _is_sure(proposal: Proposal) -> bool:
    return proposal.sure and not proposal.doubts


def _bare(figure: Figure) -> Figure:
    """The number of a figure without its bound."""
    if figure.is_ceiling:
        return replace(figure, value=Interval.of(figure.value.high), bound=Bound.EXACT, cue=None)
    if figure.bound is Bound.EXACT or (figure.value.is_finite and not figure.value.is_point):
        return figure
    end = figure.value.low if figure.value.low != -INFINITY else figure.value.high
    return replace(figure, value=Interval.of(end), bound=Bound.EXACT, cue=None)


def _work(
    candidate: Candidate, claimed: Figure, policy: Policy, *, nominal: bool = False
) -> tuple[Recomputed | None, dict[Policy, Verdict]]:
    """The result under the policy and the verdict under each; None if the operands allow no result (a base of zero).

    What fits as printed fits under every policy; the others are worked out only for what does not.
    """
    figures = [_bare(operand.figure) if nominal else operand.figure for operand in candidate.operands]
    printed = [figure.value for figure in figures]
    try:
        as_printed = candidate.compute(printed)
        ends = corners(candidate.compute, printed) if any(figure.is_range for figure in figures) else None
        result = _result(candidate, as_printed, figures, ends, policy)
        if claimed.value.meets(as_printed) if candidate.limit else fits(claimed, as_printed):
            return result, dict.fromkeys(Policy, Verdict.CONSISTENT)
        results = {
            each: result if each is policy else _result(candidate, as_printed, figures, ends, each) for each in Policy
        }
    except (IntervalError, ZeroDivisionError):
        return None, dict.fromkeys(Policy, Verdict.UNVERIFIABLE)
    compare = rounded_within if candidate.limit else rounded
    return result, {each: compare(claimed, found, each) for each, found in results.items()}


def _result(
    candidate: Candidate,
    as_printed: Interval,
    figures: list[Figure],
    ends: Sequence[Sequence[bool]] | None,
    policy: Policy,
) -> Recomputed:
    """Where operands are ranges, each end of the result is that of some end of each, with the rounding of that end alone."""
    if policy is Policy.AS_PRINTED and ends is None:
        return Recomputed(as_printed, as_printed, as_printed, as_printed)
    whole = candidate.compute([stands_for(figure, policy) for figure in figures])
    if ends is None:
        return Recomputed(as_printed, whole, whole, whole)
    low, high = (
        candidate.compute([stands_for(end_of(figure, up), policy) for figure, up in zip(figures, which, strict=True)])
        for which in ends
    )
    return Recomputed(as_printed, whole, low, high)


def _reading(candidate: Candidate, claimed: Figure, result: Recomputed | None, verdict: Verdict) -> Reading:
    """The reading as shown; of one that allows no result the claim itself stands in its place."""
    implied = imply(candidate, claimed.value) if verdict is Verdict.INCONSISTENT and not candidate.limit else ()
    return Reading(
        label=candidate.label,
        operands=candidate.operands,
        formula=expression(candidate),
        as_printed=result.as_printed if result else claimed.value,
        recomputed=result.whole if result else claimed.value,
        verdict=verdict,
        implied=implied,
    )
