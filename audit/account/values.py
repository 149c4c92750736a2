"""Whether two figures of a text print the same value: exactly, or one the other rounded; and how often strangers would."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from audit.figures.figure import Bound, Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.syntax import Mention

__all__ = ["chance_of_same", "same_value"]

_DIGITS = re.compile(r"\d")
_STRANGERS = {1: 0.15, 2: 0.04, 3: 0.01}
"""By how many digits say something: so often two figures of one type in one article are equal by chance."""
_BEYOND = 0.2
"""So far past its bound, as a share of it, 'more than 100' still tells of 120."""
_FEW = 3
"""Up to so many things are counted so often that equal numbers say little."""
_FEWEST = 0.25


def same_value(one: Mention, other: Mention) -> bool:
    """Whether both print one value. Of two printed alike none is the other rounded: 2% is not 3%."""
    if one.type == "date":
        return _same_day(one, other)
    a, b = one.figure, other.figure
    if a.text == b.text:
        return True
    if one.type == "score" or (a.words and b.words):
        return False
    if a.is_range or b.is_range:
        return one.low == other.low and one.high == other.high
    x, y = one.nominal, other.nominal
    if x == y:
        return True
    far = abs(x - y)
    bounded = [not m.figure.value.is_finite for m in (one, other)]
    if any(bounded) and not all(bounded):
        inside = one.low <= y <= one.high if bounded[0] else other.low <= x <= other.high
        return inside and far <= _BEYOND * max(abs(x), abs(y))
    if Bound.ABOUT in (a.bound, b.bound) or Bound.NEARLY in (a.bound, b.bound) or a.words or b.words:
        return y in stands_for(a, Policy.TWO_FIGURE) or x in stands_for(b, Policy.TWO_FIGURE)
    places = _place(a), _place(b)
    return places[0] != places[1] and far <= max(places) / 2


def _place(figure: Figure) -> float:
    """One unit of its last digit that says something, the second at most: of 770,000 it is 10,000, of 200 it is 10."""
    value = figure.value.low if isinstance(figure.value.low, Fraction) else figure.value.high
    place = figure.precision
    if not isinstance(value, Fraction) or not value or place < 1 or value.denominator != 1:
        return float(place)
    digits = str(abs(value.numerator))
    zeros = 10 ** min(len(digits) - len(digits.rstrip("0")), max(0, len(digits) - 2))
    return float(max(int(place), zeros))


def _same_day(one: Mention, other: Mention) -> bool:
    return one.day.agrees(other.day) if one.day and other.day else one.figure.text == other.figure.text


def chance_of_same(mention: Mention) -> float:
    """How often another figure of its type would print the same value by chance."""
    figure = mention.figure
    if figure.kind is Kind.DATE:
        return 0.05
    value = abs(mention.nominal)
    if figure.kind in (Kind.COUNT, Kind.RANK, Kind.DURATION) and value <= _FEW:
        return _FEWEST
    return _STRANGERS.get(_digits(figure.text, value), 0.003)


@lru_cache(maxsize=1 << 12)
def _digits(text: str, value: float) -> int:
    printed = "".join(_DIGITS.findall(text)).strip("0")
    return len(printed) or len(str(int(value)).strip("0")) or 1
