"""The score that accepts or rejects a candidate for a figure: a logistic sum over named features, its weights data.

The weights stand in `vocabulary/attribution.toml`, fitted by `benchmarks/attribution.py --fit`. They are one table of a few
hundred numbers that a reader can look up; `explain` shows the sum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from audit.vocabulary import load

__all__ = ["Weights", "probability", "weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """`base` and `by_feature` are log odds; a candidate counts from `accept` on, and is of the high grade from `high` on."""

    base: float
    by_feature: dict[str, float]
    accept: float
    high: float


@cache
def weights() -> Weights:
    table = load("attribution")
    return Weights(table["base"], dict(table["weights"]), table["accept"], table["high"])


def probability(features: list[str]) -> float:
    """How likely the candidate is the figure's source, from 0 to 1, as measured when the weights were fitted."""
    table = weights()
    get = table.by_feature.get
    return 1 / (1 + math.exp(-(table.base + sum(get(feature, 0.0) for feature in features))))
