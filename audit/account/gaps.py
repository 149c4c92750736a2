"""How far apart the figures of wrong bindings are, and those of errors: it tells a wrong figure from a wrong binding."""

from __future__ import annotations

from bisect import bisect_left

from audit.account.binding import Binding
from audit.account.fit import apart
from audit.account.weights import strangers
from audit.operations import record

__all__ = ["ENDS", "band", "oftener", "tells_nothing"]

ENDS = (0.1, 0.35, 1.1, 2.4, float("inf"))
"""|ln(printed / worked out)| up to which a gap is of a band; the last is of those without limit, or of the wrong sign."""
_ERRORS = (0.20, 0.31, 0.38, 0.08, 0.03)
"""Of annotated errors (468, and 240 of another hand), the share of each band; none has the wrong sign."""


def band(gap: float) -> int:
    return bisect_left(ENDS, gap)


def tells_nothing(binding: Binding) -> bool:
    """Whether a wrong figure may be any distance from the right one: of days, lengths of time and things counted."""
    return record(binding.operation, binding.form).any_gap or binding.claim.type == "date"


def oftener(binding: Binding) -> float:
    """How much oftener an error has the gap of this binding than one that was bound wrongly; of days a gap tells nothing."""
    if tells_nothing(binding):
        return 1.0
    gap = apart(binding)
    if gap == float("inf"):
        return 0.0
    place = band(gap)
    return _ERRORS[place] / strangers(binding)[place]
