"""Draw in weights that are surer than they ought to be: what they say of articles that they were not fitted on.

With few annotated relations and many features the weights of the account fit their own articles too well. Each half of the
samples is therefore judged by the weights of the other, and a scale and a shift are sought under which these chances are
as often right as they say; the weights are then scaled and shifted so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

__all__ = ["calibrated", "scale_and_shift"]

RIGHT = 0.98
DRAWN_IN = 3.0
"""How strongly few samples are kept near the scale and shift of nothing known."""
USUAL = 0.8
LIKELY = -3.0
"""The score from which on a binding counts: the many that nobody would think of would settle all else."""


def calibrated(weights: Mapping[str, float], scale: float, shift: float) -> dict[str, float]:
    return {name: round(scale * weight + (shift if name == "" else 0.0), 3) for name, weight in weights.items()}


def scale_and_shift(held_out: Sequence[tuple[float, Any]]) -> tuple[float, float]:
    """From each sample of news with the score that weights fitted on others give it: the likeliest scale and shift."""
    known = [(score, sample) for score, sample in held_out if sample.right is None and score > LIKELY]
    if not known:
        return USUAL, 0.0
    score = np.array([each for each, _ in known])
    fit = np.array([sample.fits for _, sample in known], dtype=float)
    chance = np.array([sample.chance for _, sample in known])
    best, found = -np.inf, (USUAL, 0.0)
    for scale in np.arange(0.3, 1.21, 0.05):
        for shift in np.arange(-1.5, 1.01, 0.1):
            p = 1 / (1 + np.exp(-np.clip(scale * score + shift, -30, 30)))
            fits = p * RIGHT + (1 - p) * chance
            likely = float(np.sum(np.where(fit == 1, np.log(fits), np.log(1 - fits))))
            likely -= DRAWN_IN * ((scale - USUAL) ** 2 * 10 + shift**2)
            if likely > best:
                best, found = likely, (float(scale), float(shift))
    return found
