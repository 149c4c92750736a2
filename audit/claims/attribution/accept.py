"""The score that accepts or rejects a figure's candidates: log odds summed over named features, the weights data.

The candidates of one figure compete with one another and with 'none of them', whose log odds are 0. The weights stand in
`lang/en/attribution.toml`, where a reader can look each of them up; `benchmarks/attribution.py --fit` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

from audit.lang import load
from audit.vocabulary import kept

__all__ = ["Weights", "shares", "weights"]

_HUNDREDTHS = 100
"""Weights are kept as whole hundredths, so that their sums are exact in any order."""
_NOTHING: dict[str, int] = {}
_LIMIT = 3000
"""Log odds beyond this are certainty, in hundredths."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds in hundredths. A candidate counts from a share of `accept` on, and is of the high grade from `high` on."""

    base: int
    by_feature: dict[str, dict[str, int]]
    """By the first word of a feature's name ('sv.after'), and by the others ('verb say')."""
    accept: float
    high: float
    floor: int
    """Log odds in hundredths below which no candidate can have the share `accept`."""

    def of(self, first: str, features: Iterable[str]) -> int:
        """The sum of the weights of the features whose names go on after `first` so; one without a weight says nothing."""
        return sum(map(self.by_feature.get(first, _NOTHING).get, features, repeat(0)))


@kept
def weights() -> Weights:
    table = load("attribution")
    by_feature: dict[str, dict[str, int]] = {}
    for feature, weight in (*table["weights"].items(), *table["set"].items()):
        first, _, rest = feature.partition(" ")
        by_feature.setdefault(first, {})[rest] = round(weight * _HUNDREDTHS)
    accept = table["accept"]
    floor = math.floor(_HUNDREDTHS * math.log(accept / (1 - accept)))
    return Weights(round(table["base"] * _HUNDREDTHS), by_feature, accept, table["high"], floor)


def shares(candidates: Sequence[int]) -> list[float]:
    """How likely each candidate, given by its log odds, is the figure's source; what is lacking to 1 is for 'none'."""
    if max(map(abs, candidates), default=0) > _LIMIT:
        candidates = [max(-_LIMIT, min(_LIMIT, one)) for one in candidates]
    odds = [math.exp(one / _HUNDREDTHS) for one in candidates]
    total = 1 + math.fsum(odds)
    return [one / total for one in odds]
