"""Whether two statements are of one kind of count: none a part, a further one or another period's beside a whole."""

from __future__ import annotations

import re

from audit.claims.claim import PeriodKind, Relation
from audit.lang import load
from audit.ledger.statement import Statement
from audit.ledger.whom import meet
from audit.vocabulary import kept

__all__ = ["kinds_differ"]


def kinds_differ(one: Statement, other: Statement) -> bool:
    """Parts with wholes, further ones with all, another period, the new with the running total."""
    periods = tuple(s.claim.period for s in (one, other))
    first, second = (period.kind if period else None for period in periods)
    if (one.total == "since") != (other.total == "since") or one.degree != other.degree or one.spans != other.spans:
        return True
    if not meet(_hours(one), _hours(other)):
        return True
    if PeriodKind.NEW in (first, second) and (one.running or other.running):
        return True
    if PeriodKind.PER in (first, second) and first != second:
        return True
    if len({period.start for period in periods if period and period.start}) > 1:
        return True
    for relation in (Relation.ADDITION, Relation.SUBSET):
        if (one.claim.relation is relation) != (other.claim.relation is relation):
            return True
    if _is_background(one) != _is_background(other) and not one.total == other.total == "since":
        return True
    return one.claim.relation is Relation.ADDITION or one.claim.figure.kind is not other.claim.figure.kind


def _hours(one: Statement) -> frozenset[str]:
    """The parts of a day that its sentence names."""
    parts: dict[str, list[str]] = load("ledger")["hours"]
    return frozenset(name for name, words in parts.items() if not one.sentence.forms.isdisjoint(words))


def _is_background(one: Statement) -> bool:
    """Whether it is of a longer time or another event; 'last month's bombing' is the event itself."""
    claim = one.claim
    if claim.relation is not Relation.BACKGROUND:
        return False
    return claim.period is not None or claim.sentence is None or not _owned_time().search(claim.sentence.text)


@kept
def _owned_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:last|this)\s(?:{'|'.join(load('ledger')['spans']['owners'])})['’]s\b", re.IGNORECASE)
