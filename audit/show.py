"""How numbers are shown to people: the one place where an exact number becomes rounded text.

A whole number keeps all its digits. A fraction is shown in full where two decimals or four figures suffice, else with three
figures; digits before the point are never rounded away. What stands round a number is in `strings/show.toml`.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import count

from audit.figures.figure import Figure
from audit.interval import INFINITY, End, Interval
from audit.strings import strings
from audit.text.dates import weekday_name

__all__ = ["DAYS", "change", "difference", "figure", "interval", "number", "text", "unit"]

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
SHORT = 4
"""A number of at most this many figures is shown exactly, and a large round one with its scale ('1.4 billion')."""
DAYS = {"date": 0, "weekday": 1}
"""Units that stand for days: a day's number in the calendar, and a day of the week from 0; the first day is a Monday."""
FIGURES = 3
"""Figures of a number that cannot be shown exactly ('66.7')."""


def number(value: End) -> str:
    """The number alone, with thousands separators.

    >>> number(Fraction(200, 3)), number(Fraction(22400)), number(Fraction(1_400_000_000)), number(Fraction("-0.25"))
    ('66.7', '22,400', '1.4 billion', '−0.25')
    """
    if not isinstance(value, Fraction):
        return "∞" if value > 0 else "−∞"
    if value.numerator < 0:
        return "−" + number(-value)
    for name, size in strings("show")["scale"].items():
        if value.numerator >= size * value.denominator and _is_short(value / size):
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def interval(value: Interval, unit: str | None = None) -> str:
    """An interval with its unit.

    >>> interval(Interval.of(50, Fraction(200, 3)), "percentage"), interval(Interval.above(600, itself=False))
    ('50% to 66.7%', 'more than 600')
    """
    words = strings("show")["half_infinite"]
    if value.is_point:
        return _with_unit(value.low, unit)
    if value.is_finite:
        low, high = _with_unit(value.low, unit, first=True), _with_unit(value.high, unit)
        return str(words["range"]).format(low, high) if low != high else high
    if value.low != -INFINITY:
        return str(words["above" if value.low_open else "from"]).format(_with_unit(value.low, unit))
    if value.high != INFINITY:
        return str(words["below" if value.high_open else "to"]).format(_with_unit(value.high, unit))
    return str(words["all"])


def figure(printed: Figure) -> str:
    """A figure's value with its bound and unit, in the house's own form ('about 900 meters', '56% to 75%').

    What is no quantity stays as printed: a date or a rank has no value to show.
    """
    value = printed.value
    if not printed.is_quantity:
        return text(printed.text)
    if printed.words is not None or (value.is_finite and not value.is_point):
        return interval(value, printed.unit)
    end = value.low if value.low != -INFINITY else value.high
    return str(strings("show")["bound"][str(printed.bound)]).format(_with_unit(end, printed.unit))


def change(relative: Fraction) -> str:
    """A relative change in words.

    >>> change(Fraction(12, 100)), change(Fraction(-1, 2))
    ('12% more', '50% less')
    """
    return f"{number(abs(relative) * 100)}% {'less' if relative < 0 else 'more'}"


def difference(gap: Interval, unit: str | None = None) -> str:
    """A distance between two values of the unit: percentages are percentage points apart.

    >>> difference(Interval.of(6), "percentage")
    '6 percentage points'
    """
    return interval(gap, strings("show")["difference"].get(unit, unit))


def unit(name: str) -> str:
    """A unit's own name, for many of them: 'percentage', 'meters', 'kilometers per hour'."""
    words = strings("show")
    return name.replace("_", " ") if name in words["after"] else _unit_words(name, one=False)


def text(words: str) -> str:
    """Words of an input as any file can hold them: control characters and halves of surrogate pairs become U+FFFD.

    >>> text("12\\x00 dead\\ud800")
    '12\ufffd dead\ufffd'
    """
    return words if words.isprintable() else _UNWRITABLE.sub("\ufffd", words)


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{int(value):,}"
    if _is_short(value):
        places = next(n for n in count(1) if 10**n % value.denominator == 0)
    else:
        places = max(0, FIGURES - _exponent(value) - 1)
    return _fixed(value, places)


def _is_short(value: Fraction) -> bool:
    """Whether two decimals or four figures show it exactly."""
    if 100 % value.denominator == 0 and value.numerator < 10**SHORT * value.denominator:
        return True
    places = SHORT - _exponent(value) - 1
    return places >= 0 and 10**places % value.denominator == 0


def _exponent(value: Fraction) -> int:
    """Power of ten of the first figure: 2 for 250, -1 for 0.25."""
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    reached = value.numerator * 10 ** max(0, -exponent) >= value.denominator * 10 ** max(0, exponent)
    return exponent if reached else exponent - 1


def _fixed(value: Fraction, places: int) -> str:
    scaled = round(value * 10**places)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole:,}" + (f".{rest:0{places}d}".rstrip("0").rstrip(".") if places else "")


def _with_unit(value: End, unit: str | None, *, first: bool = False) -> str:
    """The number with its unit; of the first end of a range without words that the second will carry."""
    if unit in DAYS and isinstance(value, Fraction):
        day = date.fromordinal(int(value) + DAYS[unit])
        return day.isoformat() if unit == "date" else weekday_name(day)
    shown = number(value)
    if unit is None:
        return shown
    words = strings("show")
    if unit in words["before"]:
        return f"{words['before'][unit]}{shown}"
    if unit in words["after"]:
        return f"{shown}{words['after'][unit]}"
    return shown if first else f"{shown} {_unit_words(unit, one=abs(value) == 1)}"


def _unit_words(name: str, *, one: bool) -> str:
    counted, slash, per = name.replace("_", " ").partition(" / ")
    if not one and not counted.endswith("s") and "**" not in counted:
        counted = strings("show")["plural"].get(name, f"{counted}s")
    return f"{counted}{slash and ' per '}{per}"
