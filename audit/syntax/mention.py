"""The nouns `Mention` and `Day`: a printed figure as the account sees it, in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from audit.claims.claim import Claim
from audit.figures.figure import Figure
from audit.figures.floats import middle, reach

__all__ = ["Day", "Mention"]


class Day(NamedTuple):
    """A date as far as it is printed."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def agrees(self, other: Day) -> bool:
        """Whether all that both print is the same, and there is something that both print."""
        both = [(mine, theirs) for mine, theirs in zip(self, other, strict=True) if None not in (mine, theirs)]
        return bool(both) and all(mine == theirs for mine, theirs in both)


@dataclass(slots=True, eq=False)
class Mention:
    """One printed figure in its place. `first` to `last` are its tokens, its bound included; `after` is the first token
    behind its noun phrase."""

    claim: Claim
    number: int
    """Its place among the mentions; of a collective that of the first behind it."""
    first: int
    last: int
    after: int
    sentence: int
    paragraph: int
    type: str
    """What it can be compared with: 'count', 'money dollar', 'percent', 'date' ...; 'implied' if no number is printed"""
    head: str
    """The counted noun's head in the singular; '' where none is said."""
    modifiers: frozenset[str]
    determiner: str
    """The class of the word before it ('the', 'all', 'more'), else ''."""
    partitive: bool
    """Whether it counts some of a whole that its own phrase names: 'two of the devices'."""
    low: float
    high: float
    day: Day | None = None
    """Of a date, as far as it is printed."""
    words: frozenset[str] = frozenset()
    """Of its sentence, those with a topic of their own, in the singular."""
    figure: Figure = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)
    nominal: float = field(init=False)
    """The number that is printed, whatever its bound; of a range its middle."""
    _reach: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """What is asked of it most is looked up once."""
        self.figure = figure = self.claim.figure
        self.start, self.end = figure.start, figure.end
        if self.low == self.high:
            self.nominal = self.low
        else:
            self.nominal = self.high if self.low == 0 and figure.is_ceiling else middle(self.low, self.high)

    @property
    def next(self) -> int:
        """The number of the first mention behind it: of a collective, which is none of them, its own."""
        return self.number + (self.claim.index >= 0)

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def sort(self) -> str:
        """What it can be measured against: its type, of a rate with its unit."""
        return f"rate {self.claim.figure.unit}" if self.type == "rate" else self.type

    @property
    def reach(self) -> float:
        """How far from its nominal value it may stand, by the rounding policy."""
        if self._reach is None:
            self._reach = reach(self.claim.figure)
        return self._reach
