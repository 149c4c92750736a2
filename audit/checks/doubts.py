"""Of two figures that do not fit: whether one is wrong, or only bound wrongly.

What tells them apart is weighed by fitted weights (`doubts.json`, made by `benchmarks/fit_doubts.py` from texts in which one
figure was changed, and from unlabelled news): how surely the words bind them, how far apart they are, how often
strangers would be, whether they fit elsewhere in the text, and of how many other doubts one of them has part.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, inf, log
from pathlib import Path
from typing import NamedTuple

from audit.account import Binding
from audit.account.fit import apart, chance_fit
from audit.account.gaps import oftener
from audit.account.likeness import LEAD
from audit.checks.digits import slip_of
from audit.checks.weigh import NAMING, OF_TWO, UNSAID, WEAK, leans_on_a_part
from audit.operations import record

__all__ = ["Doubt", "Fit", "chance_of_an_error", "features_of", "figures_of", "is_loose"]

_COPIED = frozenset(("run:some", "run:long"))
"""Of two figures in the same words: one is wrong, or a copy was brought up to date."""
_TIGHT = 0.06
_FAR = 5.0
_MANY = 20
_AT_HEAD = frozenset(("headline", "lead", "opening"))
"""Of two figures of which one stands at the head of the text."""


class Fit(NamedTuple):
    """A binding that fits, and the chance that it is meant."""

    meant: float
    binding: Binding
    chance: float
    """The same before its numbers were looked at."""


class Doubt(NamedTuple):
    """A binding that does not fit, and how likely its words alone make it."""

    binding: Binding
    chance: float
    odds: float
    """By the gap alone (`audit.checks.weigh.odds_of_an_error`)."""
    flag: float
    """From which of these odds on it is called inconsistent; infinite where no slip makes the gap."""
    alone: bool
    """Whether it stands in a passage that leaves no other figure to be meant."""
    orphan: bool
    """Whether its claim points back to a number that nothing before it prints."""


def figures_of(binding: Binding) -> frozenset[int]:
    """Where the figures of a binding begin: two bindings of the same are one relation."""
    return frozenset((binding.claim.start, *(role.figure.start for role in binding.roles if role.name != "said")))


def chance_of_an_error(features: Mapping[str, float]) -> float:
    """The chance, in news, that a figure is wrong; features as of `features_of`."""
    weights = _weights()
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def features_of(doubts: Sequence[Doubt], fitting: Iterable[Fit]) -> list[dict[str, float]]:
    """What speaks for and against an error, of each doubt of a text; `fitting` are the fits that are shown."""
    upheld: dict[int, list[tuple[float, frozenset[int]]]] = {}
    for meant, binding, _ in fitting:
        if binding.operation not in WEAK and not is_loose(binding):
            figures = figures_of(binding)
            for start in figures:
                upheld.setdefault(start, []).append((meant, figures))
    doubted = Counter(start for doubt in doubts for start in _starts(doubt.binding))
    return [_features(doubt, upheld, doubted) for doubt in doubts]


def is_loose(binding: Binding) -> bool:
    """Whether it fits only because its operands are round: it then upholds none of its figures."""
    known = record(binding.operation, binding.form)
    return not (known.discrete or known.calendar) and (apart(binding) > _TIGHT or leans_on_a_part(binding))


def _features(
    doubt: Doubt, upheld: Mapping[int, list[tuple[float, frozenset[int]]]], doubted: Mapping[int, int]
) -> dict[str, float]:
    binding, own = doubt.binding, figures_of(doubt.binding)
    chance, slip = min(0.9999, max(0.001, doubt.chance)), slip_of(binding)
    held = [
        max((meant for meant, figures in upheld.get(start, ()) if figures != own), default=0.0)
        for start in _starts(binding)
        if start in own
    ]
    return {
        "bound": log(chance / (1 - chance)),
        "gap": min(_FAR, apart(binding)),
        "oftener": log(max(0.01, oftener(binding))),
        "strange": log(max(0.001, 1 - chance_fit(binding))),
        "claim_upheld": held[0],
        "all_upheld": min(held),
        "doubted": float(min(_MANY, max(doubted[start] for start in _starts(binding)))),
        "sentences": float(len({mention.sentence for mention in binding.mentions})),
        "date": float(binding.claim.type == "date"),
        "unsaid": float(binding.rule in UNSAID),
        "naming": float(binding.rule in NAMING),
        "beyond": float(doubt.flag == inf),
        "limit": float(binding.operation in WEAK),
        "swapped": float(slip == "swapped"),
        "one_digit": float(slip == "one_digit"),
        "own_slip": float(slip == "own"),
        "tens": float(slip == "tens"),
        "orphan": float(doubt.orphan),
        "toll": float("measure:same" in binding.features and not _AT_HEAD.isdisjoint(binding.features)),
        "headline": float("headline" in binding.features and binding.claim.sentence <= LEAD),
        f"of_{binding.operation}": 1.0,
        "copied": float(not _COPIED.isdisjoint(binding.features) and OF_TWO not in binding.features),
    }


def _starts(binding: Binding) -> list[int]:
    return [binding.claim.start, *(role.figure.start for role in binding.roles)]


@cache
def _weights() -> Mapping[str, float]:
    file = Path(__file__).with_name("doubts.json")
    weights: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))["weights"]
    return weights
