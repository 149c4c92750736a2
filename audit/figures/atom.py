"""A figure while it is being read: what one stretch of text says, before its neighbours have had their say."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from audit.figures.figure import Kind

__all__ = ["Atom", "label", "leading", "whole"]


@dataclass(slots=True)
class Atom:
    """Offsets are the shadow's. `low` and `high` are the ends of the value, equal unless the words are vague or a range."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    place: Fraction = Fraction(1)
    kind: Kind | None = None
    """None until something says what it is: then it is a count."""
    unit: str | None = None
    per: str | None = None
    numeral: tuple[int, int] = (0, 0)
    """Where the number itself stands, without its unit and sign of money."""
    scaled: bool = False
    """Whether a scale is part of it ('3 million')."""
    factor: Fraction = Fraction(1)
    """The scales that are part of it, multiplied out: of 'three dozen' 12."""
    digits: bool = False
    """Whether it is written in digits."""
    vague: str | None = None
    """The vague word that it rests on."""
    prefixed: bool = False
    """Whether the unit stands before the number ('$3')."""
    joined: bool = False
    """Whether unit or noun is tied to it by a hyphen ('10-member')."""
    ranged: bool = False
    """Whether it was put together from two printed ends."""
    bound: str | None = None
    cue: tuple[int, int] | None = None
    counted: tuple[int, int] | None = None
    """Where the counted noun stands if that is within the atom: 'one house in five'."""
    nested: bool = False
    """Whether the number after it is part of what it counts ('two new 737 jets')."""


@lru_cache(maxsize=4096)
def whole(number: int) -> Fraction:
    """The whole number, made once: news prints the same few again and again."""
    return Fraction(number)


def label(kind: Kind, start: int, end: int, value: int = 0) -> Atom:
    """An atom that is no quantity: a date, a time, a rank, a name."""
    number = whole(value)
    return Atom(start, end, number, number, kind=kind, numeral=(start, end), digits=True)


def leading(text: str) -> int:
    """The number that a text begins with; 0 if it begins with none."""
    end = 0
    while end < len(text) and "0" <= text[end] <= "9":
        end += 1
    return int(text[:end]) if end else 0
