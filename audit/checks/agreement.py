"""When a printed figure and a recomputation agree: intervals in, verdict out. It knows no words and no operations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.checks.check import Verdict
from audit.figures.figure import Bound, Figure, Kind
from audit.figures.rounding import CLOSE, FRACTION_REACH, Policy, half_unit, stands_for
from audit.interval import End, Interval
from audit.lang import load

__all__ = ["COARSE", "Recomputed", "agreement", "distance", "end_of", "fits", "printed_as", "rounded", "rounded_within"]

COARSE = 2
"""A recomputation that reaches from half the claim to twice the claim could not have failed a claim of that size."""

_HARD = frozenset({Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST})


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A result: as printed, and under a policy as a whole and at each end (the ends differ if an operand is a range)."""

    as_printed: Interval
    whole: Interval
    low: Interval
    """What the lower end can be under the policy."""
    high: Interval
    """What the upper end can be under the policy."""


def end_of(figure: Figure, high: bool) -> Figure:
    """One end of a range as a figure of its own; any other figure is itself."""
    if not figure.is_range:
        return figure
    return replace(figure, value=Interval.of(figure.value.high if high else figure.value.low))


def printed_as(figure: Figure) -> Interval:
    """The numbers that would be printed as this figure: half a unit of its last place either side, a hard bound kept.

    A count in ones is itself. A fraction word, 'about' and 'nearly' are given the width that their words give them.
    """
    if figure.bound in _HARD and not figure.value.is_point:
        return _near_end(figure) if _is_close(figure) else figure.value
    if not figure.value.is_finite or figure.words is not None:
        return figure.value
    if figure.bound in (Bound.ABOUT, Bound.NEARLY) or figure.kind in (Kind.FRACTION, Kind.MULTIPLE):
        return stands_for(figure, Policy.TWO_FIGURE)
    if figure.precision == 1 and figure.kind in (Kind.COUNT, Kind.AGE):
        return figure.value
    value = figure.value
    below = half_unit(value.low, figure.precision)
    return value.widen(below, below if value.high is value.low else half_unit(value.high, figure.precision))


def agreement(claimed: Figure, result: Recomputed, policy: Policy) -> Verdict:
    """Consistent, consistent with rounding, too coarse or inconsistent: whether the two can be one number.

    A claimed range is compared end by end with a recomputed one: 50 to 66.7% does not confirm 56-75% because they overlap.
    """
    return Verdict.CONSISTENT if fits(claimed, result.as_printed) else rounded(claimed, result, policy)


def fits(claimed: Figure, as_printed: Interval) -> bool:
    """Whether the result of the operands as printed would be printed as the claim: no policy can then deny it."""
    if not _is_by_ends(claimed, as_printed):
        return as_printed in printed_as(claimed)
    low, high = end_of(claimed, False), end_of(claimed, True)
    return as_printed.low in printed_as(low) and as_printed.high in printed_as(high)


def rounded(claimed: Figure, result: Recomputed, policy: Policy) -> Verdict:
    """Whether a claim that does not fit as printed does so with the rounding of the policy."""
    if _is_by_ends(claimed, result.as_printed):
        return _ends_agree(claimed, result, policy)
    if claimed.value.is_finite and _is_coarse(claimed.value, result.whole):
        return Verdict.TOO_COARSE
    if result.whole.meets(_widest(claimed, policy)):
        return Verdict.CONSISTENT_WITH_ROUNDING
    return Verdict.INCONSISTENT


def rounded_within(claimed: Figure, limits: Recomputed, policy: Policy) -> Verdict:
    """Whether a claim outside limits ('a part is at most its whole') lies within them with the rounding of the policy."""
    return Verdict.CONSISTENT_WITH_ROUNDING if limits.whole.meets(_widest(claimed, policy)) else Verdict.INCONSISTENT


def distance(claimed: Figure, result: Recomputed) -> Interval | None:
    """How far the two are apart as printed, from the smallest to the largest; of two ranges, end by end."""
    printed, found = claimed.value, result.as_printed
    if _is_by_ends(claimed, found):
        low, high = _size(printed.low - found.low), _size(printed.high - found.high)
        return Interval.of(min(low, high), max(low, high))
    if printed.meets(found):
        return None
    near = printed.distance(found)
    if not (printed.is_finite and found.is_finite):
        return Interval.of(near)
    return Interval.of(near, max(_size(printed.high - found.low), _size(found.high - printed.low)))


def _is_close(figure: Figure) -> bool:
    """Whether the bound is one that the value is said to be close to: 'just under'."""
    return figure.cue is not None and figure.cue.text.lower().startswith(tuple(load("bounds")["near"]["close"]))


def _near_end(figure: Figure) -> Interval:
    """The stretch near the end that the bound names."""
    value = figure.value
    if figure.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return Interval(value.low, value.low + _size(value.low) * CLOSE, value.low_open)
    return Interval(value.high - _size(value.high) * CLOSE, value.high, False, value.high_open)


def _widest(claimed: Figure, policy: Policy) -> Interval:
    """All that the claim can stand for before it is called wrong."""
    printed = printed_as(claimed)
    if policy is Policy.AS_PRINTED or claimed.bound in _HARD:
        return printed
    wide = printed.hull(stands_for(claimed, policy))
    is_word = claimed.kind in (Kind.FRACTION, Kind.MULTIPLE)
    if claimed.bound is Bound.NEARLY and not is_word:
        wide = wide.widen(0, claimed.precision / 2)  # 20.3 rounds to 20, and may pass for 'nearly 20'
    if is_word and (claimed.bound is Bound.NEARLY or not claimed.text[:1].isdigit()):
        wide = wide.hull(claimed.value * Interval.of(1 - FRACTION_REACH, 1 + FRACTION_REACH))
    return wide


def _is_by_ends(claimed: Figure, found: Interval) -> bool:
    return claimed.is_range and not found.is_point and found.is_finite


def _ends_agree(claimed: Figure, result: Recomputed, policy: Policy) -> Verdict:
    low, high = end_of(claimed, False), end_of(claimed, True)
    if _is_coarse(low.value, result.low) and _is_coarse(high.value, result.high):
        return Verdict.TOO_COARSE
    if result.low.meets(_widest(low, policy)) and result.high.meets(_widest(high, policy)):
        return Verdict.CONSISTENT_WITH_ROUNDING
    return Verdict.INCONSISTENT


def _is_coarse(claimed: Interval, found: Interval) -> bool:
    size = _size(claimed.middle)
    return size > 0 and found.low <= size / COARSE and found.high >= size * COARSE


def _size(end: End) -> End:
    return end if end >= 0 else -end
