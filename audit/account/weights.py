"""How likely a binding is meant: fitted weights of its features, and nothing of its arithmetic.

`benchmarks/fit_account.py` fits them, on annotated relations and on unlabelled news, and says beside them on what.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from audit.account.binding import Binding

__all__ = [
    "STRANGERS",
    "chance_as_printed",
    "chance_of",
    "is_weighed_apart",
    "measured",
    "operations",
    "strangers",
    "weighed_as",
    "weights",
]

_HERE = Path(__file__).parent / "weights"


@cache
def weights(operation: str, *, differing: bool = False) -> Mapping[str, float]:
    """Feature -> weight; '' is the constant. An operation without a file has none, and is never bound.

    `differing` are those for figures whose numbers differ, where the operation has such.
    """
    content = _content(operation)
    found: dict[str, float] = content["differing" if differing and "differing" in content else "weights"]
    return found


class _Weighing(dict[str, float]):
    """The weights of an operation, to be looked up fast: what has none weighs nothing."""

    def __missing__(self, name: str) -> float:
        self[name] = 0.0
        return 0.0


@cache
def _weighing(operation: str, differing: bool) -> _Weighing:
    return _Weighing(weights(operation, differing=differing))


def measured(operation: str) -> Mapping[str, Mapping[str, tuple[int, int, int]]]:
    """'rule' and 'grade', each by name: bindings seen in unlabelled news, those that fitted, and hundredths of such as
    chance makes fit."""
    cells: dict[str, dict[str, tuple[int, int, int]]] = _content(operation).get("trust", {})
    return cells


def operations() -> tuple[str, ...]:
    """Those that have weights, in alphabetical order."""
    return tuple(sorted(file.stem for file in _HERE.glob("*.json")))


@cache
def _content(operation: str) -> dict[str, Any]:
    file = _HERE / f"{operation}.json"
    content: dict[str, Any] = (
        json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"weights": {"": -20.0}}
    )
    return content


STRANGERS = (0.02, 0.04, 0.14, 0.2, 0.6)
"""Of 2,292 wrong bindings of all operations, the share of each band of gaps."""


def strangers(binding: Binding) -> Sequence[float]:
    """How far apart wrong bindings of its rule are, by the bands of `audit.account.gaps`; measured on unlabelled news."""
    known: dict[str, list[float]] = _content(weighed_as(binding)).get("strangers", {})
    return known.get(binding.rule) or known.get("") or STRANGERS


_FAMILIES = frozenset(("clock", "farther", "lines"))
"""Rules whose features weigh otherwise than those of their operation's other rules."""


def weighed_as(binding: Binding) -> str:
    """Where the weights of its features stand: its operation's, or those of a family of rules of their own."""
    family = binding.rule.partition(".")[0]
    return family if family in _FAMILIES else binding.operation


def is_weighed_apart(binding: Binding) -> bool:
    """Whether its operation has weights of its own for figures that differ: that equal ones stand near each other says
    nothing of whether others are of one quantity."""
    return "differing" in _content(weighed_as(binding))


def chance_of(binding: Binding, *, differing: bool = False) -> float:
    """The chance that the words mean this binding, before its numbers are looked at; or once they are seen to differ."""
    known = _weighing(weighed_as(binding), differing)
    total = sum(map(known.__getitem__, binding.features), known[""])
    return 1 / (1 + exp(-total)) if total > -30 else 0.0


def chance_as_printed(binding: Binding, said: float, *, fitting: bool) -> float:
    """The chance that a binding is meant, which is `said` by its words; of figures that differ by the weights for such."""
    return said if fitting or not is_weighed_apart(binding) else chance_of(binding, differing=True)
