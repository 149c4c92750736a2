"""The readings of a change: over the figure before it, or in its unit."""

from __future__ import annotations

from audit.checks.check import Operand
from audit.checks.formulas import difference, fall, ratio, rise
from audit.checks.proposal import Candidate, Slip
from audit.figures.figure import Figure, Kind

__all__ = ["basis_points", "level_difference", "relative"]


def relative(operands: tuple[Operand, Operand], direction: int, scale: int) -> Candidate:
    """The change from the first operand to the second over the first, times the scale; that of a fall is positive."""
    up, down = rise(scale), fall(scale)
    slips = [Slip("new_figure_as_base", fall(scale, old=1, new=0) if direction > 0 else rise(scale, old=1, new=0))]
    if operands[0].figure.kind is Kind.PERCENT:
        slips.append(Slip("percent_for_points", difference(1, 0) if direction > 0 else difference(0, 1)))
    slips += [
        Slip("wrong_direction", down if direction > 0 else up),
        Slip("ratio_as_change", ratio(scale, part=1, whole=0)),
    ]
    if direction > 0:
        return Candidate("rise over the old figure", operands, up, "{1} / {0} − 1", slips=tuple(slips))
    return Candidate("fall over the old figure", operands, down, "1 − {1} / {0}", slips=tuple(slips))


def level_difference(operands: tuple[Operand, Operand], direction: int, scale: int = 1) -> Candidate:
    """How much more, or with a negative direction less, the second operand is than the first, times the scale."""
    more, less = (1, 0) if direction > 0 else (0, 1)
    label = "new less old" if direction > 0 else "old less new"
    expression = f"{{{more}}} − {{{less}}}"
    if scale == 1:
        return Candidate(label, operands, difference(more, less), expression)
    return Candidate(label, operands, lambda v: (v[more] - v[less]) * scale, f"({expression}) × {scale}")


def basis_points(figure: Figure) -> int:
    """How many of the figure's unit make one percentage point."""
    return 100 if figure.unit == "basis point" else 1
