"""Closed, open and half-infinite intervals of exact numbers.

Ends are `Fraction`s, or minus and plus infinity. A float that comes in is read as it is printed (0.1 is one tenth), and
no float is made inside, so that 0.1 + 0.2 is 0.3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from audit.display import Displayed
from audit.errors import IntervalError

__all__ = ["INFINITY", "End", "Interval", "Number", "exact"]

Number: TypeAlias = int | Fraction | Decimal | float | str
End: TypeAlias = Fraction | float
"""An end of an interval: a `Fraction`, or a float that is minus or plus infinity and nothing else."""

INFINITY = math.inf


def exact(number: Number) -> End:
    """The number as a `Fraction`, or as an infinite float. A finite float counts as its shortest decimal form.

    >>> exact(0.1) + exact("0.2") == exact("0.3")
    True
    """
    if isinstance(number, Fraction):
        return number
    if isinstance(number, float):
        if math.isinf(number):
            return number
        if math.isnan(number):
            raise IntervalError("not a number: nan")
        return Fraction(repr(number))
    return Fraction(number)


def _times(a: End, b: End) -> End:
    return Fraction(0) if not a or not b else a * b


def _less(a: End, b: End) -> bool:
    """a < b. Two fractions are compared as integers, which is several times faster than `Fraction` does it."""
    if type(a) is Fraction and type(b) is Fraction:
        return a.numerator * b.denominator < b.numerator * a.denominator
    return a < b


def _same(a: End, b: End) -> bool:
    if type(a) is Fraction and type(b) is Fraction:
        return a.numerator == b.numerator and a.denominator == b.denominator
    return a is b or a == b


def _is_endless(end: End, infinity: float) -> bool:
    return isinstance(end, float) and end == infinity


def _sign(end: End) -> int:
    """-1, 0 or 1."""
    number = end.numerator if isinstance(end, Fraction) else end
    return (number > 0) - (number < 0)


def _lower(a: End, b: End) -> End:
    return b if _less(b, a) else a


def _higher(a: End, b: End) -> End:
    return b if _less(a, b) else a


@dataclass(frozen=True, slots=True)
class Interval(Displayed):
    """All numbers from `low` to `high`; an end that is open is not itself included. Infinite ends are open.

    >>> Interval.of(19000, 21000) / Interval.of(30000, 40000)
    Interval(19/40 .. 7/10)
    """

    low: End
    high: End
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is self.high and not (self.low_open or self.high_open):  # a point: nothing to compare
            return
        if _less(self.high, self.low) or ((self.low_open or self.high_open) and _same(self.low, self.high)):
            raise IntervalError(f"no number lies between {self.low} and {self.high}")

    @classmethod
    def of(cls, low: Number, high: Number | None = None) -> Interval:
        """A closed interval, or a point; ends in the wrong order raise `IntervalError`."""
        bottom = exact(low)
        if high is None and isinstance(bottom, Fraction):
            return cls(bottom, bottom)
        top = bottom if high is None else exact(high)
        return cls(bottom, top, _is_endless(bottom, -INFINITY), _is_endless(top, INFINITY))

    @classmethod
    def above(cls, low: Number, *, itself: bool = True) -> Interval:
        """From `low` (included unless `itself` is false) upwards."""
        return cls(exact(low), INFINITY, not itself, True)

    @classmethod
    def below(cls, high: Number, *, itself: bool = True, floor: Number = -INFINITY) -> Interval:
        """From `floor` to `high` (included unless `itself` is false)."""
        bottom = exact(floor)
        return cls(bottom, exact(high), _is_endless(bottom, -INFINITY), not itself)

    @property
    def is_point(self) -> bool:
        return self.low is self.high or _same(self.low, self.high)

    @property
    def is_finite(self) -> bool:
        return type(self.low) is not float and type(self.high) is not float

    @property
    def middle(self) -> End:
        """The middle; of a half-infinite interval the finite end, of an infinite one zero."""
        if self.low is self.high:
            return self.low
        if self.is_finite:
            return (self.low + self.high) / 2
        if self.low != -INFINITY:
            return self.low
        return self.high if self.high != INFINITY else Fraction(0)

    @property
    def width(self) -> End:
        return self.high - self.low if self.is_finite else INFINITY

    def __contains__(self, number: Number | Interval) -> bool:
        if isinstance(number, Interval):
            low = _less(self.low, number.low) or (
                (number.low_open or not self.low_open) and _same(self.low, number.low)
            )
            return low and (
                _less(number.high, self.high)
                or ((number.high_open or not self.high_open) and _same(number.high, self.high))
            )
        value = exact(number)
        low = _less(self.low, value) or (not self.low_open and _same(self.low, value))
        return low and (_less(value, self.high) or (not self.high_open and _same(value, self.high)))

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        low, high = _higher(self.low, other.low), _lower(self.high, other.high)
        if not _same(low, high):
            return _less(low, high)
        if not isinstance(low, Fraction):  # both infinite
            return True
        return low in self and low in other

    def distance(self, other: Interval) -> End:
        """From the nearer end of one to the nearer end of the other; 0 if they touch or meet."""
        return max(self.low - other.high, other.low - self.high, Fraction(0)) if not self.meets(other) else Fraction(0)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, high = _lower(self.low, other.low), _higher(self.high, other.high)
        low_open = all(i.low_open for i in (self, other) if _same(i.low, low))
        high_open = all(i.high_open for i in (self, other) if _same(i.high, high))
        return Interval(low, high, low_open, high_open)

    def meet(self, other: Interval) -> Interval | None:
        """What lies in both, or None."""
        if not self.meets(other):
            return None
        low, high = _higher(self.low, other.low), _lower(self.high, other.high)
        low_open = any(i.low_open for i in (self, other) if _same(i.low, low))
        high_open = any(i.high_open for i in (self, other) if _same(i.high, high))
        return Interval(low, high, low_open, high_open)

    def widen(self, below: Number, above: Number | None = None) -> Interval:
        """Each end moved outwards: `below` at the bottom, `above` (or the same) at the top."""
        down, up = exact(below), exact(below if above is None else above)
        return Interval(self.low - down, self.high + up, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        if self.low is self.high:
            return _point(-self.low)
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval | Number) -> Interval:
        if isinstance(other, int | Fraction):
            return self._moved(other)
        that = _interval(other)
        if _are_points(self, that):
            return _point(self.low + that.low)
        return Interval(
            self.low + that.low,
            self.high + that.high,
            self.low_open or that.low_open,
            self.high_open or that.high_open,
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | Number) -> Interval:
        if isinstance(other, int | Fraction):
            return self._moved(-other)
        that = _interval(other)
        if _are_points(self, that):
            return _point(self.low - that.low)
        return Interval(
            self.low - that.high,
            self.high - that.low,
            self.low_open or that.high_open,
            self.high_open or that.low_open,
        )

    def __rsub__(self, other: Number) -> Interval:
        return (-self) + other

    def _moved(self, by: int | Fraction) -> Interval:
        """Both ends moved by a number, which needs no interval of its own."""
        if self.low is self.high:
            return _point(self.low + by)
        return Interval(self.low + by, self.high + by, self.low_open, self.high_open)

    def __mul__(self, other: Interval | Number) -> Interval:
        if isinstance(other, int | Fraction) and other > 0:
            if self.low is self.high:
                return _point(self.low * other)
            return Interval(self.low * other, self.high * other, self.low_open, self.high_open)
        that = _interval(other)
        if _are_points(self, that):
            return _point(self.low * that.low)
        closed = not (self.low_open or self.high_open or that.low_open or that.high_open)
        if closed and _sign(self.low) >= 0 and _sign(that.low) >= 0:  # the common case: the corners are known
            return Interval(self.low * that.low, self.high * that.high)
        corners = [
            (_times(a, b), (a_open and b != 0) or (b_open and a != 0))
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((that.low, that.low_open), (that.high, that.high_open))
        ]
        # at equal products a closed corner wins: the value is reached there
        low, low_open = min(corners, key=lambda corner: (corner[0], corner[1]))
        high, high_open = max(corners, key=lambda corner: (corner[0], not corner[1]))
        return Interval(low, high, low_open and low != high, high_open and low != high)

    __rmul__ = __mul__

    def __truediv__(self, other: Interval | Number) -> Interval:
        that = _interval(other)
        if _are_points(self, that) and that.low:
            return _point(self.low / that.low)
        low, high = _sign(that.low), _sign(that.high)
        if low <= 0 <= high and not (low == 0 and that.low_open) and not (high == 0 and that.high_open):
            raise IntervalError(f"division by an interval that holds zero: {that}")
        return self * that.reciprocal()

    def __rtruediv__(self, other: Number) -> Interval:
        return _interval(other) / self

    def reciprocal(self) -> Interval:
        """One over it; `IntervalError` if zero lies inside. An open end at zero becomes an infinite one."""
        signs = _sign(self.low), _sign(self.high)
        if signs in ((-1, 1), (0, 0)):
            raise IntervalError(f"no reciprocal of an interval that holds zero: {self}")
        if signs[1] <= 0:
            return -((-self).reciprocal())
        low: End = Fraction(0) if _is_endless(self.high, INFINITY) else 1 / self.high
        high: End = INFINITY if signs[0] == 0 else 1 / self.low
        return Interval(low, high, self.high_open, self.low_open or signs[0] == 0)

    def __str__(self) -> str:
        if self.is_point:
            return str(self.low)
        return f"{self.low} .. {self.high}"

    def __repr__(self) -> str:
        left, right = "(" if self.low_open else "", ")" if self.high_open else ""
        return f"Interval({left}{self}{right})"


def _are_points(one: Interval, other: Interval) -> bool:
    """Whether both are single numbers, made as such: their results need to be worked out once only."""
    return one.low is one.high and other.low is other.high


def _point(end: End) -> Interval:
    return Interval(end, end)


def _interval(value: Interval | Number) -> Interval:
    return value if isinstance(value, Interval) else Interval.of(value)
