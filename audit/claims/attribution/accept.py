"""The score that accepts or rejects a figure's candidates: log odds summed over named features, the weights data.

The candidates of one figure compete with one another and with 'none of them', whose log odds are 0. The weights stand in
`vocabulary/attribution.toml`, where a reader can look each of them up; `benchmarks/attribution.py --fit` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from audit.vocabulary import load

__all__ = ["Weights", "log_odds", "shares", "weights"]

_HUNDREDTHS = 100
"""Weights are kept as whole hundredths, so that their sums are exact in any order."""
_LIMIT = 3000
"""Log odds beyond this are certainty, in hundredths."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds in hundredths. A candidate counts from a share of `accept` on, and is of the high grade from `high` on."""

    base: int
    by_feature: dict[str, int]
    accept: float
    high: float


@cache
def weights() -> Weights:
    table = load("attribution")
    by_feature = {feature: round(weight * _HUNDREDTHS) for feature, weight in table["weights"].items()}
    return Weights(round(table["base"] * _HUNDREDTHS), by_feature, table["accept"], table["high"])


def log_odds(features: Iterable[str]) -> int:
    """The sum of the weights of the features, in hundredths; one without a weight says nothing."""
    return sum(map(weights().by_feature.get, features, repeat(0)))


def shares(candidates: Sequence[int]) -> list[float]:
    """How likely each candidate, given by its log odds, is the figure's source; what is lacking to 1 is for 'none'."""
    odds = [math.exp(max(-_LIMIT, min(_LIMIT, one)) / _HUNDREDTHS) for one in candidates]
    total = 1 + math.fsum(odds)
    return [one / total for one in odds]
