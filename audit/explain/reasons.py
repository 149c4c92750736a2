"""Why a check was bound as it was: its rule, the features of its words with their weights, and the candidates that lost."""

from __future__ import annotations

from typing import Any

from audit.account import Binding, bindings
from audit.account.fit import fits
from audit.account.weights import chance_as_printed, weighed_as, weights
from audit.checks.check import Check
from audit.explain.relations import binding_data, key_of, key_of_check
from audit.result import Part
from audit.syntax import read

__all__ = ["reasons_data"]

_LOST = 5
"""Candidates that lost, the likeliest first."""


def reasons_data(part: Part, check: Check) -> dict[str, Any] | None:
    """Of a check that the account has bound; None of one that has a rule of its own (losses of a force, a day given)."""
    reading = read(part.document, part.claims)
    at = check.claim.figure.start
    about = [(one, said) for one, said in bindings(reading) if one.claim.start == at]
    rivals = [(one, chance_as_printed(one, said, fitting=fits(one))) for one, said in about]
    rivals.sort(key=lambda found: -found[1])
    chosen = next((f for f in rivals if f[0].rule == check.rule and key_of(f[0]) == key_of_check(check)), None)
    if chosen is None:
        return None
    lost: dict[tuple[str, int, frozenset[int]], dict[str, Any]] = {}
    for binding, chance in rivals:
        if key_of(binding) != key_of(chosen[0]) and len(lost) < _LOST:
            lost.setdefault(key_of(binding), binding_data(reading, binding, chance))
    return {
        **binding_data(reading, *chosen),
        "odds": check.odds,
        **_weighed(chosen[0]),
        "lost": list(lost.values()),
        "candidates": len({key_of(binding) for binding, _ in rivals}),
    }


def _weighed(binding: Binding) -> dict[str, Any]:
    """The features that have a weight, the heaviest first; what has none is counted."""
    known = weights(weighed_as(binding), differing=not fits(binding))
    named = sorted((name for name in dict.fromkeys(binding.features) if name in known), key=lambda n: -abs(known[n]))
    found = [{"feature": name, "weight": known[name]} for name in named]
    return {"constant": known[""], "features": found, "features_without_weight": len(binding.features) - len(found)}
