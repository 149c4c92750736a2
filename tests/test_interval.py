from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import IntervalError
from audit.interval import INFINITY, Interval, exact

numbers = st.fractions(-1000, 1000, max_denominator=50)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval.of(min(ends), max(ends)))


def test_a_float_is_read_as_it_is_printed() -> None:
    assert exact(0.1) + exact(0.2) == Fraction(3, 10)


def test_nan_is_no_number() -> None:
    with pytest.raises(IntervalError):
        exact(float("nan"))


@pytest.mark.parametrize(
    ("interval", "number", "inside"),
    [
        (Interval.of(1, 2), 2, True),
        (Interval(Fraction(1), Fraction(2), high_open=True), 2, False),
        (Interval.above(600), 600, True),
        (Interval.above(600, itself=False), 600, False),
        (Interval.above(600, itself=False), "600.01", True),
        (Interval.below(5, floor=0), 0, True),
        (Interval.below(5, floor=0), -1, False),
    ],
)
def test_contains(interval: Interval, number: int | str, inside: bool) -> None:
    assert (number in interval) is inside


def test_closed_ends_that_touch_meet_and_open_ones_do_not() -> None:
    assert Interval.of(1, 2).meets(Interval.of(2, 3))
    assert not Interval.of(1, 2).meets(Interval.above(2, itself=False))
    assert Interval.of(1, 2).distance(Interval.above(5)) == 3


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(IntervalError):
        Interval.of(3, 2)


def test_a_point_cannot_be_open() -> None:
    with pytest.raises(IntervalError):
        Interval(Fraction(1), Fraction(1), low_open=True)


def test_losses_over_a_strength() -> None:
    share = Interval.of(20_000) / Interval.of(30_000, 40_000)
    assert (share.low, share.high) == (Fraction(1, 2), Fraction(2, 3))


def test_division_by_zero_inside_is_refused_and_by_an_open_zero_is_infinite() -> None:
    with pytest.raises(IntervalError):
        Interval.of(1) / Interval.of(-1, 1)
    with pytest.raises(IntervalError):
        Interval.of(1) / Interval.of(0, 1)
    assert (Interval.of(1) / Interval(Fraction(0), Fraction(2), low_open=True)).high == INFINITY


def test_an_infinite_end_times_zero_is_zero() -> None:
    product = Interval.above(0) * Interval.of(0, 2)
    assert product.low == 0
    assert product.high == INFINITY
    assert (Interval.above(5) * Interval.of(0)).is_point


def test_openness_is_kept_by_arithmetic() -> None:
    assert (Interval.above(600, itself=False) + Interval.of(1, 2)).low_open
    assert (-Interval.above(600, itself=False)).high_open
    half_open = Interval(Fraction(1), Fraction(2), low_open=True)
    assert (half_open * Interval.of(-1)).high_open


@given(intervals, intervals, st.fractions(0, 1), st.fractions(0, 1))
def test_arithmetic_holds_every_result(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    x, y = a.low + (a.high - a.low) * s, b.low + (b.high - b.low) * t
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if 0 not in b:
        assert x / y in a / b


@given(intervals, intervals)
def test_meet_hull_and_distance_agree(a: Interval, b: Interval) -> None:
    assert a in a.hull(b)
    assert b in a.hull(b)
    assert a.meets(b) == b.meets(a) == (a.meet(b) is not None) == (a.distance(b) == 0)
