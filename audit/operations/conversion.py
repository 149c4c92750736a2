"""The record of a conversion of units, whose form names the units; and of a rate in another unit than its total's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from audit.figures.units import convert
from audit.interval import Interval
from audit.operations.record import Record, Slip
from audit.vocabulary import kept

__all__ = ["conversion", "rate"]


@kept
def conversion(form: str) -> Record:
    """Of 'mile>kilometer' or 'celsius>fahrenheit>difference'."""
    unit, target, *rest = form.split(">")
    difference = bool(rest)
    slips = [Slip("not_converted", lambda v: v[0]), Slip("conversion_reversed", _line(target, unit, difference))]
    if convert(Interval.of(1), unit, target, difference=True) != convert(Interval.of(1), unit, target):
        name = "offset_taken" if difference else "offset_left_out"
        slips.insert(0, Slip(name, _line(unit, target, not difference)))
    label = f"{unit} to {target}".replace("_", " ")
    return Record(label, _line(unit, target, difference), lambda _: "{0}", tuple(slips))


@kept
def rate(form: str) -> Record:
    """Of 'kilometer>meter/week>day': a total in kilometers over a number of weeks, in meters a day."""
    over, under = (_factor(part) for part in form.split("/"))
    label = "the total over its time" if under != 1 else "the total over its number"
    return Record(label, lambda values: values[0] / values[1] * (over / under), lambda _: "{0} / {1}")


def _factor(units: str) -> Any:
    if not units:
        return 1
    unit, target = units.split(">")
    return convert(Interval.of(1), unit, target).low


def _line(unit: str, target: str, difference: bool) -> Callable[[Sequence[Any]], Any]:
    zero = convert(Interval.of(0), unit, target, difference=difference).low
    factor = convert(Interval.of(1), unit, target, difference=difference).low - zero
    return lambda values: values[0] * factor + zero
