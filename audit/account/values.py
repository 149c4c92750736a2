"""Whether two figures of a text print the same value: exactly, or one the other rounded; and how often strangers would."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import inf

from audit.account.clock_faces import same_hour
from audit.account.forms import factor
from audit.account.stretches import as_long, base
from audit.figures.figure import Bound, Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.syntax import Mention

__all__ = ["chance_of_same", "same_stretch", "same_value"]

_DIGITS = re.compile(r"\d")
_STRANGERS = {1: 0.15, 2: 0.04, 3: 0.01}
"""By how many digits say something: so often two figures of one type in one article are equal by chance."""
_BEYOND = 0.06
"""So far past its bound, as a share of it, 'more than 1,250' still tells of 1,320, or so many units of its last digit:
'more than 100' of 120."""
_UNITS = 2
_BEYOND_ONE = 0.25
"""But no farther than that: 'more than four million' does not tell of 5.3 million."""
_WIDE = 2
"""So many times its low end a range may reach that is told again by one of its ends: '1 to 60' is not."""
_ABOUT = 5
"""So many units of the last digit 'about' reaches: 'about 76.8' is not 76.2."""
_YEAR = 366
_ROUGH = frozenset((Bound.ABOUT, Bound.NEARLY))
_FEW = 3
"""Up to so many things are counted so often that equal numbers say little."""
_FEWEST = 0.25


def same_value(one: Mention, other: Mention) -> bool:
    """Whether both print one value. Of two printed alike none is the other rounded: 2% is not 3%."""
    if one.type == "date":
        return same_stretch((one.low, one.high), (other.low, other.high))
    a, b = one.figure, other.figure
    if a.text.lower() == b.text.lower():
        return True
    if one.type == "score" or (a.words and b.words):
        return False
    if one.type == other.type == "time":
        return same_hour(one, other)
    units = {base(one), base(other)} if Kind.DURATION in (a.kind, b.kind) else {""}
    if "" not in units and (len(units) == 2 or -1 in (one.claim.index, other.claim.index)):
        return as_long(one, other)
    p, q = factor(a), factor(b)
    x, y = p * one.nominal, q * other.nominal
    if a.is_range or b.is_range:
        if a.is_range and b.is_range:
            return p * one.low == q * other.low and p * one.high == q * other.high
        low, high, point = (p * one.low, p * one.high, y) if a.is_range else (q * other.low, q * other.high, x)
        return point in (low, high) and high <= _WIDE * low
    if x == y:
        return True
    if a.words or b.words:
        number, words, times = (y, one, p) if a.words else (x, other, q)
        return times * words.low <= number <= times * words.high * (1 + _BEYOND)
    far = abs(x - y)
    bounded = [m.low == -inf or m.high == inf for m in (one, other)]
    if any(bounded) and not all(bounded):
        inside = p * one.low <= y <= p * one.high if bounded[0] else q * other.low <= x <= q * other.high
        least = (a, x) if bounded[0] else (b, y)
        size = abs(least[1])
        return inside and far <= max(_BEYOND * size, min(_UNITS * _place(least[0]), _BEYOND_ONE * size))
    places = p * _place(a), q * _place(b)
    if a.bound in _ROUGH or b.bound in _ROUGH or Kind.FRACTION in (a.kind, b.kind):
        if Kind.AGE in (a.kind, b.kind):
            return far <= 1
        wide = y / p in stands_for(a, Policy.TWO_FIGURE) or x / q in stands_for(b, Policy.TWO_FIGURE)
        return wide and far <= _ABOUT * max(places)
    if places[0] == places[1]:
        return False
    (coarse, place), fine = ((x, places[0]), y) if places[0] > places[1] else ((y, places[1]), x)
    return -place / 2 <= abs(fine) - abs(coarse) < place / 2  # 155 is rounded to 160, and no 150


def same_stretch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two stretches of days agree: a coarse date and a finer one within it, a run of years and its first or last."""
    runs = [high - low > _YEAR for low, high in (one, other)]
    if all(runs):
        return one == other
    if any(runs):
        return one[0] == other[0] or one[1] == other[1]
    return one[0] <= other[1] and other[0] <= one[1]


def _place(figure: Figure) -> float:
    """One unit of its last digit that says something, the second at most: of 770,000 it is 10,000, of 200 it is 10."""
    value = figure.value.low if isinstance(figure.value.low, Fraction) else figure.value.high
    place = figure.precision
    if isinstance(value, float) or value.denominator != 1 or not value.numerator or place.numerator < place.denominator:
        return float(place)
    digits = str(abs(value.numerator))
    zeros = 10 ** min(len(digits) - len(digits.rstrip("0")), max(0, len(digits) - 2))
    return float(max(int(place), zeros))


def chance_of_same(mention: Mention) -> float:
    """How often another figure of its type would print the same value by chance."""
    figure = mention.figure
    if figure.kind is Kind.DATE:
        return 0.05
    value = abs(mention.nominal)
    if value <= _FEW and figure.kind in (Kind.COUNT, Kind.RANK, Kind.DURATION):
        return _FEWEST
    return _STRANGERS.get(_digits(figure.text, value), 0.003)


@lru_cache(maxsize=1 << 12)
def _digits(text: str, value: float) -> int:
    printed = "".join(_DIGITS.findall(text)).strip("0")
    return len(printed) or len(str(int(value)).strip("0")) or 1
