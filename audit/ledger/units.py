"""Units of one measure: what one outlet gives in acres and another in hectares is compared in hectares."""

from __future__ import annotations

from audit.figures.figure import Figure, Kind
from audit.figures.units import convert
from audit.interval import INFINITY, Interval
from audit.lang import load

__all__ = ["common_unit", "in_common_unit", "in_unit_of"]


def common_unit(unit: str | None) -> str | None:
    """The unit to compare in: 'hectare' for 'acre'; any other is its own."""
    groups: dict[str, list[str]] = load("ledger")["units"]
    return next((units[0] for units in groups.values() if unit in units), unit)


def in_common_unit(value: Interval, figure: Figure) -> Interval:
    """Values of a figure in the unit to compare in."""
    return _converted(value, figure, common_unit(figure.unit))


def in_unit_of(other: Figure, value: Interval, figure: Figure) -> Interval:
    """Values of a figure in the unit of another that is compared with it."""
    return _converted(value, figure, other.unit)


def _converted(value: Interval, figure: Figure, goal: str | None) -> Interval:
    if figure.kind is not Kind.MEASURE or figure.unit is None or goal is None or goal == figure.unit:
        return value
    if value.high == INFINITY:
        low = convert(Interval.of(value.low), figure.unit, goal).low
        return Interval(low, INFINITY, value.low_open, True)
    return convert(value, figure.unit, goal)
