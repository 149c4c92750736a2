"""Parts that are each within their whole and together are not: none of them is said to fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from audit.account import Binding
from audit.checks.doubts import Doubt, Fit, figures_of

__all__ = ["too_many"]

_INCLUDING = "part.including"
_SURE = 0.95
"""From this chance on that it is meant a fit stands, whatever might be added to it."""


def too_many(fitting: Sequence[Fit], asked: Iterable[Doubt]) -> set[frozenset[int]]:
    """The figures of the fits that say too little: the rest of what their words name does not fit."""
    beyond: dict[int, list[tuple[frozenset[int], float]]] = {}
    for doubt in asked:
        if doubt.binding.operation == "sum":
            figures = figures_of(doubt.binding)
            for start in figures:
                beyond.setdefault(start, []).append((figures, doubt.chance))
    found = set(_of_one_whole(fitting))
    for fit in fitting:
        key = figures_of(fit.binding)
        wider = beyond.get(fit.binding.claim.start, ())
        if fit.meant < _SURE and any(key < figures and likely > fit.chance for figures, likely in wider):
            found.add(key)
    return found


def _of_one_whole(fitting: Iterable[Fit]) -> Iterable[frozenset[int]]:
    """'45, including 27 women and 30 children'."""
    parts: dict[tuple[int, int], dict[int, Binding]] = {}
    for fit in fitting:
        binding = fit.binding
        if binding.rule == _INCLUDING:
            place = (binding.roles[0].figure.start, binding.claim.sentence)
            parts.setdefault(place, {})[binding.claim.start] = binding
    for named in parts.values():
        for one in named.values():
            if sum(each.claim.nominal for each in named.values()) > one.roles[0].nominal:
                yield figures_of(one)
