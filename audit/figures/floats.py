"""A figure in plain floats, for whoever compares thousands of them; what is shown is worked out exactly, elsewhere."""

from __future__ import annotations

from math import inf

from audit.figures.figure import Bound, Figure
from audit.figures.rounding import Policy, half_width, stands_for
from audit.interval import Interval

__all__ = ["ends", "middle", "nominal", "reach"]


def ends(value: Interval) -> tuple[float, float]:
    """Both ends; the two of a point are worked out once."""
    low = float(value.low)
    return low, low if value.high is value.low else float(value.high)


def nominal(figure: Figure) -> float:
    """The number that is printed, whatever its bound; of a range its middle."""
    return float(figure.value.high) if figure.is_ceiling else middle(*ends(figure.value))


def middle(low: float, high: float) -> float:
    """Of a half-infinite stretch the finite end."""
    if low == -inf:
        return high
    return low if high == inf else (low + high) / 2


def reach(figure: Figure) -> float:
    """How far from its nominal value a figure may stand, by the rounding policy."""
    if figure.bound is Bound.EXACT and figure.value.is_point:  # as most are
        return float(half_width(figure))
    wide = stands_for(figure, Policy.TWO_FIGURE)
    if wide is figure.value and wide.is_point:
        return 0.0
    at = nominal(figure)
    low, high = ends(wide)
    if figure.is_ceiling:
        return max(0.1 * abs(at), high - at)
    open_end = 0.1 * abs(at)
    return max(at - low if low != -inf else open_end, high - at if high != inf else open_end)
