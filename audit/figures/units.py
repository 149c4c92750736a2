"""Units as pint knows them: conversion without rounding, dimensions, and quantities for programs that speak pint.

pint's registry is made with `Fraction` for its numbers, so that a mile is 25146/15625 kilometres and not nearly so; what
news has beside pint's own units stands in `standards/units.txt`. A currency is a dimension of its own: no rate is fixed.
pint is imported when the first unit is asked for that `standards/factors.toml` does not have: it takes most of a second.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from audit.errors import UnitError
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.lang import load
from audit.standards import standard
from audit.vocabulary import kept

__all__ = ["convert", "dimension", "quantity", "registry"]

_DIFFERENCES = {"celsius": "delta_degree_Celsius", "fahrenheit": "delta_degree_Fahrenheit", "kelvin": "kelvin"}


@kept
def registry() -> Any:
    """pint's `UnitRegistry` with the units of the news, made once."""
    import logging
    from importlib.resources import files

    import pint

    logger = logging.getLogger("pint")
    level, logger.level = logger.level, logging.CRITICAL  # a barrel of oil takes the place of pint's own
    try:
        units: Any = pint.UnitRegistry(non_int_type=Fraction, on_redefinition="ignore")
        extra = files("audit.standards").joinpath("units.txt").read_text(encoding="utf-8")
        units.load_definitions([line for line in extra.splitlines() if line.strip() and not line.startswith("#")])
        for currency in _currencies():
            if currency not in units:
                units.define(f"{currency} = [{currency}]")
    finally:
        logger.level = level
    return units


def _currencies() -> list[str]:
    money, signs = load("currencies"), standard("currency_signs")
    pairs = [pair.split("=")[1] for line in money["adjectives"].values() for pair in line.split()]
    names = {*signs["signs"].values(), *signs["codes"].values(), *money["words"], *pairs}
    return sorted(_spelled(name) for name in names)


def _spelled(name: str) -> str:
    return name.strip().replace(" ", "_").replace("-", "_")


def _parse(unit: str | None, per: str | None = None) -> tuple[Fraction, Any]:
    """A figure's unit as a factor and pint's unit: 'dollar per 100 person' is a hundredth of dollar / person.

    A thing that pint does not know and that a rate is given per becomes a dimension of its own.
    """
    units = registry()
    above, _, below = (unit or "").removesuffix(" of age").partition(" per ")
    parsed = _one(above, above) if above else units.dimensionless
    below = below or per or ""
    number, _, thing = below.rpartition(" ")
    if thing.isdigit():
        number, thing = thing, ""
    if thing:
        parsed = parsed / _one(thing, below, define=True)
    return Fraction(1, int(number)) if number.isdigit() else Fraction(1), parsed


def _one(name: str, whole: str, *, define: bool = False) -> Any:
    units = registry()
    spelled = _spelled(name)
    try:
        if spelled in units:
            return units.parse_units(spelled)
    except Exception:  # pint raises many kinds for a name that it cannot read
        raise UnitError(whole, "is no unit that the registry knows") from None
    if not define or not spelled.isidentifier():
        raise UnitError(whole, "is no unit that the registry knows")
    units.define(f"{spelled} = [{spelled}]")
    return units.parse_units(spelled)


def convert(interval: Interval, unit: str, target: str, *, difference: bool = False) -> Interval:
    """The interval in another unit, exactly. Raises `UnitError` where the two measure different things.

    A temperature is moved along its scale; `difference=True` converts a rise or fall, which has no zero to move.

    >>> convert(Interval.of(20), "celsius", "fahrenheit"), convert(Interval.of(20), "celsius", "fahrenheit", difference=True)
    (Interval(68), Interval(36))
    """
    if difference:
        unit, target = _DIFFERENCES.get(unit, unit), _DIFFERENCES.get(target, target)
    factor, offset = _line(unit, target)
    ends = [(interval.low * factor + offset, interval.low_open), (interval.high * factor + offset, interval.high_open)]
    (low, low_open), (high, high_open) = sorted(ends, key=lambda pair: pair[0])
    return Interval(low, high, low_open, high_open)


@kept
def _line(unit: str, target: str) -> tuple[Fraction, Fraction]:
    """Factor and offset of the conversion: from the table of common units, else from pint."""
    for factors in standard("factors").values():
        if unit in factors and target in factors:
            (factor, zero), (divisor, goal_zero) = _numbers(factors[unit]), _numbers(factors[target])
            return factor / divisor, (zero - goal_zero) / divisor
    return _line_of_pint(unit, target)


def _numbers(written: str) -> tuple[Fraction, Fraction]:
    factor, _, zero = written.partition(" ")
    return Fraction(factor), Fraction(zero or 0)


def _line_of_pint(unit: str, target: str) -> tuple[Fraction, Fraction]:
    (factor, source), (divisor, goal) = _parse(unit), _parse(target)
    if source.dimensionality != goal.dimensionality:
        raise UnitError(unit, f"is {_dimension(source)} and cannot be made {target}, which is {_dimension(goal)}")
    zero, one = (
        Fraction(registry().Quantity(x * factor, source).to(goal).magnitude) / divisor
        for x in (Fraction(0), Fraction(1))
    )
    return one - zero, zero


def dimension(unit: str | None) -> str:
    """What the unit measures, as pint writes it: '[length]', '[mass]', '[dollar]'; 'dimensionless' for a count.

    >>> dimension("mile"), dimension("dollar per barrel")
    ('[length]', '[dollar] / [length] ** 3')
    """
    return _dimension(_parse(unit)[1])


def _dimension(unit: Any) -> str:
    powers = sorted(unit.dimensionality.items())
    above = [_power(name, power) for name, power in powers if power > 0]
    below = [_power(name, -power) for name, power in powers if power < 0]
    if not powers:
        return "dimensionless"
    return " / ".join([" * ".join(above) or "1", *below])


def _power(name: str, power: Any) -> str:
    return name if power == 1 else f"{name} ** {power}"


def quantity(figure: Figure) -> Any:
    """The figure as a pint `Quantity` with a `Fraction` inside: of a range its middle, of a bound its printed end."""
    factor, unit = _parse(figure.unit, figure.per)
    return registry().Quantity(figure.value.middle * factor, unit)
