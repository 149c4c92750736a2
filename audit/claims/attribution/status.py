"""How firmly a figure is stated, from what weakens it and from the verb that gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from audit.claims.attribution.hedges import Sort
from audit.claims.attribution.sources import Named
from audit.claims.claim import Hedge, HedgeKind, Status
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["claimed", "status_of"]

_ORDER = (
    (Sort.DENIAL, Status.DENIED),
    (Sort.PRESUMPTION, Status.PRESUMED),
    (Sort.CONDITION, Status.PRESUMED),
    (Sort.HYPOTHESIS, Status.HYPOTHETICAL),
    (Sort.INFERENCE, Status.INFERRED),
    (Sort.PLAN, Status.PLANNED),
    (Sort.HEDGE, Status.REPORTED),
)
"""Where several weaken one figure, the first of these counts: what is denied is not also planned."""


def status_of(sorts: Iterable[Sort], hedges: Collection[Hedge], named: Named | None) -> Status:
    """The status of a figure with these weakenings, these hedges and this source."""
    present = frozenset(sorts)
    if present:
        return next(status for sort, status in _ORDER if sort in present)
    if named is not None and claimed(named):
        return Status.REPORTED
    if hedges and any(hedge.kind is HedgeKind.DISCLAIMER for hedge in hedges):
        return Status.REPORTED
    return Status.ASSERTED


def claimed(named: Named) -> bool:
    """Whether the cue itself weakens: 'claimed', 'alleges', 'the claim that'."""
    candidate = named.candidate
    if candidate.verb == "claim":
        return True
    return candidate.verb == "noun" and named.tokens.words[candidate.cue[1]] in _doubted()


@kept
def _doubted() -> frozenset[str]:
    return frozenset(load("hedges")["hedge"]["nouns"])
