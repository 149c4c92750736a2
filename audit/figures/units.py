"""Converts a quantity from one unit to another, exactly, by pint's definitions and those of `vocabulary/units_extra.txt`."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from audit.interval import Interval

__all__ = ["convert"]

_POWER = re.compile(r"\b(square|cubic)_([a-z]+)")


@cache
def _registry() -> Any:
    """pint's units in exact fractions. Loading it takes half a second: only texts with conversions do."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    extra = files("audit.vocabulary").joinpath("units_extra.txt").read_text(encoding="utf-8")
    registry.load_definitions([line for line in extra.splitlines() if line and not line.startswith("#")])
    return registry


@cache
def _line(unit: str, other: str, difference: bool) -> tuple[Fraction, Fraction] | None:
    """Factor and offset of the conversion; None if there is none."""
    import pint

    registry = _registry()
    try:
        ends = [registry.Quantity(Fraction(x), _spelt(unit)).to(_spelt(other)).magnitude for x in (0, 1)]
    except (pint.errors.PintError, AttributeError):
        return None
    zero, one = (Fraction(end) for end in ends)
    return one - zero, Fraction(0) if difference else zero


def _spelt(unit: str) -> str:
    """The unit as pint's parser reads it: 'kilometer**2', 'mile / hour'."""
    return _POWER.sub(lambda m: f"{m[2]}**{2 if m[1] == 'square' else 3}", unit).replace("_per_", " / ")


def convert(value: Interval, unit: str, other: str, *, difference: bool = False) -> Interval | None:
    """The value in the other unit; None if one is unknown or they measure different things.

    A difference of temperatures takes no offset: 2 degrees Celsius more are 3.6 degrees Fahrenheit more.
    """
    line = _line(unit, other, difference)
    return None if line is None else value * line[0] + line[1]
