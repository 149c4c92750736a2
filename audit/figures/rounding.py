"""What a printed figure can stand for: the three rounding policies. All widths of the program live in this file.

Ends are closed, so half-up, half-even and half-away agree with themselves (as statcheck and scrutiny do it: a printed
decimal stands for half a unit of its last place either side, and both halves are accepted at a tie).
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from audit.figures.figure import Bound, Figure, Kind
from audit.interval import End, Interval

__all__ = [
    "ABOUT",
    "CLOSE",
    "FRACTION_REACH",
    "FRACTION_WORDS",
    "NEARLY",
    "POLICIES",
    "Policy",
    "half_unit",
    "stands_for",
]


class Policy(StrEnum):
    """How wide a printed figure is taken to be."""

    AS_PRINTED = "as_printed"
    TWO_FIGURE = "two_figure"
    LOOSE = "loose"


POLICIES: dict[Policy, str] = {
    Policy.AS_PRINTED: "the number is the number",
    Policy.TWO_FIGURE: "half a unit of the last printed place; trailing zeros count as rounding, down to two figures",
    Policy.LOOSE: "half a unit of the last digit that is not zero",
}

ABOUT = Fraction(5, 100)
"""'about 300': 5% either side, or half a unit of the last place where that is wider."""
ABOUT_UNITS = 5
"""But no more than so many units of the last digit that says something: 'some 3,398' is no 3,362."""
NEARLY = Fraction(10, 100)
"""'nearly 60': 10% downwards, never upwards."""
FRACTION_WORDS = Fraction(5, 100)
"""'two thirds', 'doubled': 5% either side."""
FRACTION_REACH = Fraction(10, 100)
"""As a claim a fraction word is called wrong only beyond this: writers call 31% and 36% 'a third' alike."""
CLOSE = Fraction(10, 100)
"""'just under 25%' reaches this far down, 'slightly more than 200' this far up."""
SINGLE_DIGIT = Fraction(10, 100)
"""A single digit with a scale reaches no further than this: half a unit of its last place would be half of '1 million'."""
BARE_COUNT = 100
"""A whole count below this is itself: nobody rounds 70 dead to the nearest ten without saying so."""

_DECIMAL = re.compile(r"\d\.\d")
_WORDS = frozenset({Kind.FRACTION, Kind.MULTIPLE})
_IN_ONES = frozenset({Kind.COUNT, Kind.AGE, Kind.RATIO})
_NOUGHT = Fraction(0)


def stands_for(figure: Figure, policy: Policy = Policy.TWO_FIGURE) -> Interval:
    """The interval of values that the figure can stand for under the policy, in the figure's unit.

    A vague figure keeps the interval of its convention, a date is itself. The hard side of a bound is never crossed: 'more
    than 600' has a floor at 600, 'as many as 600' a ceiling. Counts, money and lengths do not reach below zero.
    """
    value = figure.value
    if policy is Policy.AS_PRINTED or figure.words is not None or not figure.is_quantity:
        return value
    below = _half(value.low, figure, policy) if isinstance(value.low, Fraction) else None
    above = (
        below
        if value.high is value.low
        else _half(value.high, figure, policy)
        if isinstance(value.high, Fraction)
        else None
    )
    if not below and not above and figure.bound is Bound.EXACT:
        return value
    low = value.low if below is None else value.low - below
    high = value.high if above is None else value.high + above
    match figure.bound:
        case Bound.EXACT:
            pass
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return value if not value.is_point else Interval.of(value.low, high)
        case Bound.LESS_THAN | Bound.AT_MOST:
            return value if not value.is_point else Interval.of(low, value.high)
        case Bound.ABOUT:
            low, high = (
                min(low, value.low - _about(value.low, figure)),
                max(high, value.high + _about(value.high, figure)),
            )
        case Bound.NEARLY:
            low, high = min(low, _share(value.low, 1 - NEARLY)), value.high
    if value.low >= 0 > low:
        low = Fraction(0)
    return Interval.of(low, high)


def half_width(figure: Figure, policy: Policy = Policy.TWO_FIGURE) -> Fraction:
    """How far either way a number may stand from the point that is printed, its bound left aside."""
    value = figure.value.low
    if policy is Policy.AS_PRINTED or figure.words is not None or not figure.is_quantity or isinstance(value, float):
        return _NOUGHT
    return _half(value, figure, policy)


def half_unit(end: End, place: Fraction) -> Fraction:
    """Half a unit of the last printed place; of a scaled single digit a tenth of its value if that is less."""
    half = place / 2
    if place.numerator <= place.denominator or not isinstance(end, Fraction) or end.numerator == 0:
        return half
    return min(half, abs(end) * SINGLE_DIGIT)


def _about(end: End, figure: Figure) -> Fraction:
    """How far 'about' reaches from one printed end."""
    if not isinstance(end, Fraction):
        return _NOUGHT
    size, unit = abs(end.numerator), figure.precision
    if end.denominator == 1 and size and unit.numerator >= unit.denominator:
        unit = max(unit, Fraction(min(_last_digit(size), _second_digit(size))))
    return min(abs(end) * ABOUT, unit * ABOUT_UNITS)


def _share(end: End, factor: Fraction) -> End:
    # of a figure below zero the factor that shrinks it would reach the wrong way
    return end * (factor if end >= 0 else 2 - factor) if isinstance(end, Fraction) else end


def _half(end: Fraction, figure: Figure, policy: Policy) -> Fraction:
    """Half the width of one printed end."""
    if figure.kind in _WORDS and not figure.text[:1].isdigit():
        return abs(end) * FRACTION_WORDS
    place = figure.precision
    size = abs(end.numerator)
    whole = place.numerator == place.denominator == end.denominator
    if whole and figure.kind in _IN_ONES:
        if size < BARE_COUNT and policy is Policy.TWO_FIGURE:
            return _NOUGHT
        half = _NOUGHT
    else:
        half = half_unit(end, place)
    if end.denominator != 1 or size == 0 or place.numerator < place.denominator or _DECIMAL.search(figure.text):
        return half  # '$100.00' and '20.0 million' say how far they are rounded
    zeros = _last_digit(size)
    if policy is Policy.LOOSE:
        return max(half, Fraction(zeros, 2)) if zeros > 1 else half
    capped = min(zeros, _second_digit(size))
    return max(half, Fraction(capped, 2)) if capped > 1 else half


def _last_digit(number: int) -> int:
    """One unit of the last digit that is not zero: 10,000 gives 10,000, 22,400 gives 100."""
    digits = str(number)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _second_digit(number: int) -> int:
    """One unit of the second digit: 10,000 gives 1,000, 70 gives 1."""
    return int(10 ** max(0, len(str(number)) - 2))
