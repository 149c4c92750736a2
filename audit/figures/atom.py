"""A figure while it is being read: what one stretch of text says, before its neighbours have had their say."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from audit.figures.figure import Kind

__all__ = ["Atom"]


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
    partitive: bool = False
    """'one of', 'five of': a part of the noun that follows."""
