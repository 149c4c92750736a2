from fractions import Fraction

import pytest

from audit.figures.units import convert
from audit.interval import Interval


@pytest.mark.parametrize(
    ("value", "unit", "other", "result"),
    [
        (900, "meter", "foot", Fraction(900 * 1250, 381)),
        (20, "celsius", "fahrenheit", 68),
        (10, "square_kilometer", "hectare", 1000),
        (10, "dunam", "hectare", 1),
        (60, "mile_per_hour", "kilometer_per_hour", Fraction("96.56064")),
    ],
)
def test_converts_exactly(value, unit, other, result):
    assert convert(Interval.of(value), unit, other) == Interval.of(result)


def test_a_difference_takes_no_offset():
    assert convert(Interval.of(2), "celsius", "fahrenheit", difference=True) == Interval.of("3.6")


def test_what_cannot_be_converted_is_none():
    assert convert(Interval.of(1), "meter", "kilogram") is None
    assert convert(Interval.of(1), "meter", "smoot_of_old") is None
