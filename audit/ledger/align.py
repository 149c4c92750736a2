"""Whether two statements of different documents are about the same quantity, why, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from audit.claims.claim import Confidence, PeriodKind, Relation
from audit.ledger.statement import Statement
from audit.vocabulary import load

__all__ = ["Alignment", "align", "same_moment"]

_SHARED_WORDS = 2
"""Words of the matter that two reports of one event share besides the place."""
_SETTLED = 30
"""Days after which the count of an event is taken to be closed: two later reports of it should agree."""
_NEW = (None, PeriodKind.NEW)
_RUNNING = (PeriodKind.CUMULATIVE, PeriodKind.SINCE)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements about one quantity. `high` only if measure, unit, people, place and event all answer to each other."""

    reasons: tuple[str, ...]
    """What they share, each in a few words, for the reader."""
    confidence: Confidence
    doubts: tuple[str, ...] = ()
    """What keeps it from being sure."""


def align(one: Statement, other: Statement) -> Alignment | None:
    """How the two answer to each other; None if anything shows that they count different things, or nothing that they
    count the same. Days are compared by `same_moment`, not here."""
    if one.what != other.what or one.unit != other.unit or _kinds_differ(one, other):
        return None
    reasons, doubts = [one.what + (f" in {one.unit}" if one.unit else "")], []
    if one.people != other.people:
        more = one.people ^ other.people
        if not (one.people < other.people or other.people < one.people) or not more <= one.names & other.names:
            return None
        doubts.append(f"only one says of whom: {', '.join(sorted(more))}")
    elif one.people:
        reasons.append(" ".join(sorted(one.people)))
    place = _same_place(one, other)
    if place is None:
        return None
    reasons.append(place)
    if not _events_agree(one, other):
        return None
    shared = one.events & other.events
    if shared:
        reasons.append(" and ".join(sorted(shared)))
    common = sorted((one.words & other.words) - _event_words())
    if _of_event(one):
        if len(common) + 2 * len(shared) < _SHARED_WORDS:
            doubts.append("nothing but the place says that it is one event")
    elif not (one.people or one.claim.measures) or (not one.claim.measures and len(common) < _SHARED_WORDS):
        doubts.append("the same thing is counted, perhaps not the same ones of it")
    if Confidence.LOW in (one.claim.confidence, other.claim.confidence):
        doubts.append("the meaning of a figure is not sure")
    confidence = Confidence.LOW if doubts else Confidence.HIGH
    return Alignment(tuple(reasons), confidence, tuple(doubts))


def same_moment(one: Statement, other: Statement) -> bool | None:
    """Whether the two speak of the same day and were said on the same day, or so long after it that nothing changes
    any more; None where a date is missing."""
    if one.day is None or other.day is None:
        return None
    if one.day != other.day:
        return False
    if one.published is None or other.published is None or one.published == other.published:
        return True
    return all((s.published - s.day).days >= _SETTLED for s in (one, other) if s.published and s.day)


def _kinds_differ(one: Statement, other: Statement) -> bool:
    """Parts with wholes, further ones with all, another period, the new with the running total."""
    first, second = (s.period.kind if s.period else None for s in (one, other))
    if (first in _RUNNING) != (second in _RUNNING) and (first not in _NEW or second not in _NEW):
        updated = Relation.UPDATE in (one.claim.relation, other.claim.relation)
        if not (updated and None in (first, second)):
            return True
    if PeriodKind.PER in (first, second) and first != second:
        return True
    starts = {s.period.start for s in (one, other) if s.period and s.period.start}
    if len(starts) > 1:
        return True
    for relation in (Relation.ADDITION, Relation.SUBSET, Relation.BACKGROUND):
        if (one.claim.relation is relation) != (other.claim.relation is relation):
            return True
    return one.claim.relation is Relation.ADDITION or one.claim.figure.kind is not other.claim.figure.kind


def _same_place(one: Statement, other: Statement) -> str | None:
    """The reason why the place is the same; None if it differs or nothing says so."""
    if one.place and other.place:
        return f"in {one.claim.place}" if one.place == other.place else None
    if one.place or other.place:
        known, open_ = (one, other) if one.place else (other, one)
        return f"in {known.claim.place}, which both name" if known.place in open_.names else None
    shared = one.names & other.names
    return f"both name {', '.join(_shown(one, other))}" if shared else None


def _shown(one: Statement, other: Statement) -> list[str]:
    return sorted(one.names & other.names)[:3]


def _of_event(one: Statement) -> bool:
    return bool(set(one.claim.measures) & set(load("events")["measures"]["of_events"]))


def _events_agree(one: Statement, other: Statement) -> bool:
    if not one.events or not other.events or one.events & other.events:
        return True
    return any(frozenset((a, b)) in _related() for a in one.events for b in other.events)


@cache
def _related() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("events")["related"]["together"])


@cache
def _event_words() -> frozenset[str]:
    return frozenset(word for words in load("events")["classes"].values() for word in words)
