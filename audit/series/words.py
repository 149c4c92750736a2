"""How the rules of tables put numbers and counts into words."""

from __future__ import annotations

from fractions import Fraction

from audit import show

__all__ = ["count", "number", "percent", "say"]


def number(value: float) -> Fraction:
    """The float as the number that it prints."""
    return Fraction(int(value)) if float(value).is_integer() else Fraction(repr(float(value)))


def say(value: float) -> str:
    """'1,234', '12.5'.

    >>> say(1234.0), say(12.5)
    ('1,234', '12.5')
    """
    return show.number(number(value))


def percent(share: float) -> str:
    """'12%', '0.4%'."""
    return f"{share * 100:.3g}%" if share < 10 else f"{share * 100:,.0f}%"


def count(how_many: int, thing: str, things: str = "") -> str:
    """'1 row', '3 rows'."""
    return f"{how_many:,} {thing if how_many == 1 else things or thing + 's'}"
