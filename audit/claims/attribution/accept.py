"""The score that accepts or rejects a figure's candidates: log odds summed over named features, the weights data.

The candidates of one figure compete with one another and with 'none of them', whose log odds are 0. The weights stand in
`vocabulary/attribution.toml`, where a reader can look each of them up; `benchmarks/attribution.py --fit` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from audit.vocabulary import load

__all__ = ["Weights", "shares", "weights"]

_LIMIT = 30.0
"""Log odds beyond this are certainty."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A candidate counts from a share of `accept` on, and is of the high grade from `high` on."""

    base: float
    by_feature: dict[str, float]
    accept: float
    high: float


@cache
def weights() -> Weights:
    table = load("attribution")
    return Weights(table["base"], dict(table["weights"]), table["accept"], table["high"])


def shares(candidates: Sequence[Sequence[str]]) -> list[float]:
    """How likely each candidate, given by its features, is the figure's source; what is lacking to 1 is for 'none'."""
    table = weights()
    get, base = table.by_feature.get, table.base
    odds = [
        math.exp(max(-_LIMIT, min(_LIMIT, base + math.fsum(get(feature, 0.0) for feature in features))))
        for features in candidates
    ]
    total = 1 + math.fsum(odds)
    return [one / total for one in odds]
