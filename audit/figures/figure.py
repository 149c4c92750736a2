"""The noun `Figure`: one quantity as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from audit.display import Displayed
from audit.interval import Interval
from audit.text.document import Span

__all__ = ["NOT_QUANTITIES", "Bound", "Figure", "Kind"]


class Bound(StrEnum):
    """What the words around a figure make of its value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"


class Kind(StrEnum):
    """What sort of number it is. Everything numeric gets one; see `NOT_QUANTITIES` for those that no check uses."""

    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    FRACTION = "fraction"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    RATE = "rate"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    RANK = "rank"
    DATE = "date"
    TIME = "time"
    IDENTIFIER = "identifier"
    SCORE = "score"
    UNREAD = "unread"
    """A form that is printed and not understood ('1,2,00'): shown, and used by nobody."""


_CEILINGS = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
NOT_QUANTITIES = frozenset({Kind.DATE, Kind.TIME, Kind.IDENTIFIER, Kind.RANK, Kind.SCORE, Kind.UNREAD})
"""Kinds that name, order or date a thing and do not say how much of it there is."""


@dataclass(frozen=True, slots=True)
class Figure(Displayed):
    """One quantity as printed: `text[figure.start:figure.end] == figure.text`.

    The span holds the numeral, its scale, sign and unit ('900 meters', '$3 to $5 billion', '56-75%', 'between 30,000 and
    40,000'), not the words of its bound (`cue`) nor the counted noun (`phrase`).
    """

    start: int
    end: int
    text: str
    value: Interval
    """In `unit`s. Two ends for a range; half-infinite for 'more than', 'at least', 'less than', 'at most'; a point for
    'about' and 'nearly', which rounding widens; for a vague word what the convention in force makes of it. A percentage
    counts in hundredths ('56%' is 56), a fraction, ratio or multiple in ones ('two thirds' is 2/3, 'doubled' is 2)."""
    bound: Bound = Bound.EXACT
    kind: Kind = Kind.COUNT
    unit: str | None = None
    """Canonical name of the unit as pint knows it ('meter', 'kilogram', 'year'), 'percentage', 'percentage point', or the
    currency ('dollar', 'euro'); None for a count."""
    noun: str | None = None
    """What is counted, singular and in lower case, with the modifiers that say of which kind it is and without names
    ('fighter' of 'Hamas fighters', 'heart transplant', 'missile launch site'); a name only where it is itself the head
    ('model 3'), an abbreviation in capitals written out; None where nothing is counted."""
    phrase: Span | None = None
    """The counted noun phrase without the figure ('Hamas fighters', 'shafts used by Hamas')."""
    precision: Fraction = Fraction(1)
    """One unit of the last printed place, in `unit`s ('1.4 billion': 100,000,000; '10,000': 1; '5.30': 1/100); of a range
    the coarser end's; of a vague word its power of ten."""
    cue: Span | None = None
    """The words that set the bound ('more than', 'as many as', 'or so')."""
    per: str | None = None
    """Of a rate, what it is divided by ('day', '100000 person')."""
    words: str | None = None
    """A vague quantity's own words ('dozens', 'a number of'); None if the figure is precise."""
    carried: bool = False
    """Whether `noun` and `phrase` are another figure's: an earlier one's ('wounded another 10,000'), the whole's ('four of
    the six men') or that of a later one of the same list or a clause told alike ('40, 52 and 61 murders')."""

    @property
    def head(self) -> str | None:
        """The last word of `noun`, by which two counts are of one kind of thing ('site' of 'missile launch site')."""
        return self.noun.rpartition(" ")[2] if self.noun else None

    @property
    def is_quantity(self) -> bool:
        """Whether it says how much or how many; dates, ranks, identifiers and scores do not."""
        return self.kind not in NOT_QUANTITIES

    @property
    def is_ceiling(self) -> bool:
        """Whether it reaches from nothing up to the number that is printed: 'up to 24', 'less than 37%'."""
        return self.bound in _CEILINGS and self.value.low == 0 and not self.value.is_point

    @property
    def is_range(self) -> bool:
        """Whether two ends were printed: 'less than 37%' reaches down to nothing and is no range."""
        if self.value.is_point or self.is_ceiling:
            return False
        return self.value.is_finite and self.words is None
