"""pint behind every unit: exact conversion, dimensions, and a vocabulary that the registry knows."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from audit.errors import UnitError
from audit.figures import find_figures
from audit.figures.units import convert, dimension, quantity, registry
from audit.interval import INFINITY, Interval
from audit.lang import load
from audit.standards import standard

UNITS = sorted(name for section, units in load("units").items() if section != "settings" for name in units)
CURRENCIES = sorted({*standard("currency_signs")["signs"].values(), *standard("currency_signs")["codes"].values()})


@pytest.mark.parametrize(
    ("value", "unit", "other", "result"),
    [
        (900, "meter", "foot", Fraction(900 * 1250, 381)),
        (20, "celsius", "fahrenheit", 68),
        (10, "square_kilometer", "hectare", 1000),
        (10, "dunam", "hectare", 1),
        (60, "mile_per_hour", "kilometer_per_hour", Fraction("96.56064")),
        (1, "barrel_of_oil", "liter", Fraction("158.987294928")),
        (1, "kiloton_tnt", "terajoule", Fraction("4.184")),
        (250, "penny", "pound sterling", Fraction(5, 2)),
        (3, "month of age", "month", 3),
        (40, "meter per 100 person", "meter per person", Fraction(2, 5)),
    ],
)
def test_converts_exactly(value: int, unit: str, other: str, result: Fraction) -> None:
    assert convert(Interval.of(value), unit, other) == Interval.of(result)


def test_a_difference_takes_no_offset() -> None:
    assert convert(Interval.of(2), "celsius", "fahrenheit", difference=True) == Interval.of("3.6")


def test_open_and_infinite_ends_stay_open_and_infinite() -> None:
    converted = convert(Interval.above(10, itself=False), "mile", "kilometer")
    assert (converted.low, converted.low_open, converted.high) == (Fraction("16.09344"), True, INFINITY)


@pytest.mark.parametrize(("unit", "other"), [("meter", "kilogram"), ("meter", "smoot_of_old"), ("dollar", "euro")])
def test_what_measures_something_else_is_an_error_of_one_line(unit: str, other: str) -> None:
    with pytest.raises(UnitError) as error:
        convert(Interval.of(1), unit, other)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_the_vocabulary_is_known_to_pint(unit: str) -> None:
    assert dimension(unit)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_has_a_dimension_of_its_own(currency: str) -> None:
    assert dimension(currency).startswith("[")


def test_quantities_of_figures() -> None:
    figures = find_figures("It used 12 km of cable at $30 per barrel, and 40 deaths per 100,000 people.")
    cable, price, deaths = (quantity(figure) for figure in figures if figure.is_quantity)
    assert (cable.magnitude, str(cable.units)) == (12, "kilometer")
    assert dimension("dollar per barrel") == "[dollar] / [length] ** 3"
    assert price.magnitude == 30
    assert deaths.magnitude == Fraction(40, 100_000)


@pytest.mark.parametrize("family", standard("factors"))
def test_the_table_of_common_units_says_what_pint_says(family: str) -> None:
    units = standard("factors")[family]
    base = next(iter(units))
    for unit in units:
        for number in (0, 1, 37):
            expected = registry().Quantity(Fraction(number), unit).to(base).magnitude
            assert convert(Interval.of(number), unit, base) == Interval.of(expected), unit
            assert convert(Interval.of(expected), base, unit) == Interval.of(number), unit


def test_common_units_are_converted_without_pint() -> None:
    code = (
        "import sys, audit; audit.check('It is 900 metres (2,950 ft) long.').checks[0]; sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
