"""What a printed figure stands for, by policy. The first five lines are the design's own."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.figures.figure import Bound, Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.interval import Interval


def figure(value: object, precision: object = 1, kind: Kind = Kind.COUNT, bound: Bound = Bound.EXACT) -> Figure:
    interval = value if isinstance(value, Interval) else Interval.of(value)  # type: ignore[arg-type]
    return Figure(0, 1, "7", interval, bound, kind, precision=Fraction(precision))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        (figure(10_000), 9_500, 10_500),
        (figure(1_400_000_000, 100_000_000), 1_350_000_000, 1_450_000_000),
        (figure(9_735), 9_735, 9_735),
        (figure(70), 70, 70),
        (figure(56, kind=Kind.PERCENT), "55.5", "56.5"),
        (figure(1_200), 1_150, 1_250),
        (figure(100), 95, 105),
        (figure(1_000_000, 1_000_000), 900_000, 1_100_000),
        (figure(3_000_000, 1_000_000), 2_700_000, 3_300_000),
        (figure(7_000_000_000, 1_000_000_000), 6_500_000_000, 7_500_000_000),
        (figure(10_000_000, 1_000_000), 9_500_000, 10_500_000),
        (figure("5.30", "0.01", Kind.MONEY), "5.295", "5.305"),
        (figure(0, kind=Kind.PERCENT), 0, "0.5"),
        (figure(Interval.of(30_000, 40_000)), 29_500, 40_500),
        (figure(300, bound=Bound.ABOUT), 285, 315),
        (figure(7, bound=Bound.ABOUT), "6.65", "7.35"),
        (figure(3418, bound=Bound.ABOUT), 3413, 3423),
        (figure(3400, bound=Bound.ABOUT), 3230, 3570),
        (figure(60, kind=Kind.MEASURE, bound=Bound.NEARLY), 54, 60),
        (figure("-20", kind=Kind.MEASURE, bound=Bound.ABOUT), -21, -19),
    ],
)
def test_two_figure(printed: Figure, low: object, high: object) -> None:
    assert stands_for(printed) == Interval.of(low, high)  # type: ignore[arg-type]


def test_loose_takes_the_last_digit_that_is_not_zero() -> None:
    assert stands_for(figure(10_000), Policy.LOOSE) == Interval.of(5_000, 15_000)
    assert stands_for(figure(9_735), Policy.LOOSE) == Interval.of(9_735)


def test_as_printed_is_the_number() -> None:
    assert stands_for(figure(10_000), Policy.AS_PRINTED) == Interval.of(10_000)


def test_a_hard_bound_is_never_crossed() -> None:
    more = figure(Interval.above(600, itself=False), bound=Bound.MORE_THAN)
    assert stands_for(more, Policy.LOOSE) == Interval.above(600, itself=False)
    most = figure(Interval.below(600, floor=0), bound=Bound.AT_MOST)
    assert stands_for(most, Policy.LOOSE).high == 600


def test_a_vague_word_keeps_its_convention() -> None:
    dozens = Figure(0, 6, "dozens", Interval.of(12, 120), words="dozens", precision=Fraction(10))
    assert stands_for(dozens, Policy.LOOSE) == Interval.of(12, 120)


def test_words_for_fractions_are_wider_than_their_digits() -> None:
    third = Figure(0, 7, "a third", Interval.of(Fraction(1, 3)), kind=Kind.FRACTION)
    assert stands_for(third) == Interval.of(Fraction(19, 60), Fraction(21, 60))


@given(st.integers(0, 10**9), st.sampled_from(list(Kind)), st.sampled_from([Bound.EXACT, Bound.ABOUT]))
@settings(deadline=None)
def test_policies_nest_and_hold_the_printed_number(number: int, kind: Kind, bound: Bound) -> None:
    printed = figure(number, kind=kind, bound=bound)
    narrow, middle, wide = (stands_for(printed, policy) for policy in Policy)
    assert number in narrow
    assert narrow in middle
    assert middle in wide
