"""How numbers are shown."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import show
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import Interval

NUMBERS = [
    (F(0), "0"),
    (F(7), "7"),
    (F(22450), "22,450"),
    (F(1234567), "1,234,567"),
    (F(1_500_000), "1.5 million"),
    (F(2_000_000_000), "2 billion"),
    (F(200, 3), "66.7"),
    (F(100, 3), "33.3"),
    (F("56.25"), "56.25"),
    (F("1234.56"), "1,234.56"),
    (F(100000, 7), "14,286"),
    (F(1, 3), "0.333"),
    (F("0.4752"), "0.4752"),
    (F("0.000123456"), "0.000123"),
    (F("9.9999999"), "10"),
    (F(3, 2 * 10**21), "0.0000000000000000000015"),
    (F(-5, 2), "−2.5"),
]


@pytest.mark.parametrize(("value", "shown"), NUMBERS)
def test_numbers(value: F, shown: str) -> None:
    assert show.number(value) == shown


@given(st.integers(0, 10**15))
def test_a_whole_number_loses_nothing(value: int) -> None:
    shown = show.number(F(value)).replace(",", "")
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if shown.endswith(name):
            assert F(shown.removesuffix(name).strip()) * size == value
            return
    assert int(shown) == value


@given(st.fractions(min_value=0, max_value=999_999))
def test_three_figures_are_close(value: F) -> None:
    shown = F(show.number(value).replace(",", ""))
    assert abs(shown - value) <= max(value, F(1, 10**12)) / 200


INTERVALS = [
    (Interval.of(50, F(200, 3)), "percentage", "50% to 66.7%"),
    (Interval.of(3, 5), "dollar", "$3 to $5"),
    (Interval.of(900), "meter", "900 meters"),
    (Interval.of(1), "meter", "1 meter"),
    (Interval.of(5, 6), "foot", "5 to 6 feet"),
    (Interval.of(40, 60), "kilometer / hour", "40 to 60 kilometers per hour"),
    (Interval.of(22400, 22500), None, "22,400 to 22,500"),
    (Interval.above(600, itself=False), None, "more than 600"),
    (Interval.above(600), None, "600 or more"),
    (Interval.below(10, itself=False), "percentage", "less than 10%"),
    (Interval.of(F(1, 3), F(1, 3) + F(1, 10**9)), None, "0.333"),
]


@pytest.mark.parametrize(("value", "unit", "shown"), INTERVALS)
def test_intervals(value: Interval, unit: str | None, shown: str) -> None:
    assert show.interval(value, unit) == shown


def test_a_figure_keeps_its_bound() -> None:
    tunnel = Figure(0, 10, "900 meters", Interval.of(900), Bound.ABOUT, Kind.MEASURE, "meter")
    refuge = Figure(0, 11, "1.5 million", Interval.above(1_500_000, itself=False), Bound.MORE_THAN)
    assert show.figure(tunnel) == "about 900 meters"
    assert show.figure(refuge) == "more than 1.5 million"


def test_changes_say_their_direction() -> None:
    assert show.change(F(3, 25)) == "12% more"
    assert show.change(F(-1, 3)) == "33.3% less"


def test_percentages_are_points_apart() -> None:
    assert show.difference(Interval.of(6, F(25, 3)), "percentage") == "6 to 8.33 percentage points"
    assert show.difference(Interval.of(3), "meter") == "3 meters"


def test_what_no_file_can_hold_is_replaced() -> None:
    assert show.text("a\x00b\ud800c\nd") == "a\ufffdb\ufffdc\nd"


def test_what_is_no_quantity_stays_as_printed() -> None:
    assert show.figure(Figure(0, 4, "98th", Interval.of(98), kind=Kind.RANK)) == "98th"
    assert show.figure(Figure(0, 2, "98", Interval.of(98))) == "98"


def test_pounds_of_weight_are_no_money() -> None:
    assert show.interval(Interval.of(140), "pound") == "140 pounds"
    assert show.interval(Interval.of(140), "pound sterling") == "£140"
