"""Whether the numbers of a binding fit, quickly and in floats; and how often figures that are strangers would.

The verdict of a check is worked out exactly (`audit.checks.judge`); this only says which bindings are worth it.
"""

from __future__ import annotations

from math import inf, log

from audit.account.binding import Binding, Role
from audit.account.values import same_stretch, same_value
from audit.figures.figure import Bound, Figure, Kind
from audit.operations import record
from audit.syntax import Mention

__all__ = ["apart", "chance_fit", "fits", "worked"]

_LIMIT = 0.5
"""A limit holds for one pair of strangers in two."""
_MOST = 0.5
_LUCK = {
    "difference": 0.35, "duration": 0.5, "fraction_of": 0.25, "multiple": 0.4, "percent_change": 0.22, "percent_of": 0.25,
    "percentage_point_change": 0.35, "product": 0.25, "rate": 0.2, "ratio": 0.4, "remainder": 0.18, "sum": 0.5,
}  # fmt: skip
"""How often bindings of an operation that are hardly meant fit, against what the widths of their figures say: measured on
unlabelled news. A result of strangers is seldom of the size of the claim, and often of the wrong sign."""
_BEGUN = 0.1
"""Of a unit: how far a length of time may miss what its dates give."""


def worked(binding: Binding) -> tuple[float, float] | None:
    """The result of the nominal values and how far rounding can move it; None if there is none."""
    if binding.worked is None:
        binding.worked = (_worked(binding),)
    return binding.worked[0]


def _worked(binding: Binding) -> tuple[float, float] | None:
    values = [role.nominal for role in binding.roles]
    compute = record(binding.operation, binding.form).compute
    try:
        result = compute(values)
        slack = 0.0
        for place, role in enumerate(binding.roles):
            by = role.reach
            if by:
                moved = list(values)
                moved[place] += by
                slack += abs(compute(moved) - result)
    except (ZeroDivisionError, OverflowError):
        return None
    return float(result), slack


def fits(binding: Binding) -> bool:
    """Whether the claim may be what the operands give, rounding allowed."""
    known = record(binding.operation, binding.form)
    if known.discrete:
        return all(_is_again(role, binding.claim) for role in binding.roles)
    found = worked(binding)
    if found is None:
        return False
    result, slack = found
    claim, printed = binding.claim.figure, binding.claim.nominal
    if known.limit:
        over = result - printed if known.least else printed - result
        return over <= 1e-9 + (slack if slack and claim.precision > 1 else 0.0)
    if known.calendar:
        low, high = _told(claim, slack, binding.form)
        return low <= result <= high
    return abs(result - printed) <= slack + binding.claim.reach + 1e-9 * abs(printed)


def _is_again(role: Role, claim: Mention) -> bool:
    """Whether a mention, or a stretch of days that is no figure ('next month'), is the claim told again."""
    if role.mention is not None:
        return same_value(role.mention, claim)
    value = role.figure.value
    return same_stretch((float(value.low), float(value.high)), (claim.low, claim.high))


def _told(claim: Figure, slack: float, form: str) -> tuple[float, float]:
    """Between which ends a length of time lies that is told so; 'almost 107' is an age of 106."""
    value, half = claim.value, max(0.5 * float(claim.precision), slack) + _BEGUN
    low, high = float(value.low), float(value.high)
    if high == inf:
        return low - _BEGUN, low + max(1.0, 0.2 * low) + half
    if claim.bound is Bound.NEARLY:
        least = low - 1 if form == "age" else 0.9 * low
        return min(low - half, least - slack), high + max(_BEGUN, slack)
    return low - half, high + half


def apart(binding: Binding) -> float:
    """|ln(printed / worked out)|; infinite where the signs differ or nothing can be worked out."""
    found = worked(binding)
    printed = binding.claim.nominal
    if found is None or found[0] * printed <= 0:
        return inf
    return abs(log(printed / found[0]))


def chance_fit(binding: Binding) -> float:
    """How often figures that have nothing to do with each other would fit like this."""
    if binding.chance:
        return binding.chance
    known, luck = record(binding.operation, binding.form), _LUCK.get(binding.operation, 1.0)
    if known.limit:
        return _LIMIT
    found = worked(binding)
    printed = abs(binding.claim.nominal)
    if found is None or not printed:
        return _MOST * luck
    figure = binding.claim.figure
    if known.calendar:
        low, high = _told(figure, found[1], binding.form)
        return max(0.001, luck * min(_MOST, (high - low) / (printed + 1)))
    width = 2 * (found[1] + binding.claim.reach) + (1.0 if figure.kind is Kind.COUNT and figure.precision == 1 else 0.0)
    return max(0.001, luck * min(_MOST, known.chance * width / (printed + 1)))
