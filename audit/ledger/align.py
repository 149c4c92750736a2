"""Whether two statements of different documents are about the same quantity, why, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from audit.claims.claim import Claim, Confidence
from audit.ledger.acts import fixed
from audit.ledger.one_event import one_matter, open_alike, related
from audit.ledger.one_kind import kinds_differ
from audit.ledger.one_place import one_group, one_scene, same_place
from audit.ledger.statement import Statement
from audit.ledger.things import THING, is_thing
from audit.ledger.units import common_unit
from audit.ledger.whom import is_loose, loosely, meet, part, set_apart, unshared

__all__ = ["Alignment", "align", "same_moment"]

_SETTLED = 30
"""Days after which the count of an event is taken to be closed: two later reports of it should agree."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements about one quantity; high if nothing is in doubt."""

    reasons: tuple[str, ...]
    """What they share, each in a few words, for the reader."""
    confidence: Confidence
    doubts: tuple[str, ...] = ()
    """What keeps it from being sure."""
    part: str = ""
    """'one' or 'other' if that counts people who are among those that the other counts: it cannot be more."""


def align(one: Statement, other: Statement) -> Alignment | None:
    """How the two answer to each other; None if anything hints that they count different things, or nothing says that
    they count the same. Days are compared by `same_moment`, not here."""
    if (
        one.what != other.what
        or common_unit(one.unit) != common_unit(other.unit)
        or kinds_differ(one, other)
        or set_apart(one, other)
    ):
        return None
    among_them = part(one, other)
    more = frozenset() if among_them else loosely(one, other) ^ loosely(other, one)
    if more and not (one.people < other.people or other.people < one.people or is_loose(one, other)):
        return None
    if not more <= one.names & other.names:
        return None
    place = same_place(one, other)
    if not meet(one.sentence.order, other.sentence.order) or not meet(one.extent, other.extent):
        return None
    if place is None or not related(one.events, other.events) or not meet(one.sites, other.sites):
        return None
    if not one_matter(one, other) or not (one_scene(one, other) or one_group(one, other)):
        return None
    reasons = [one.what.removeprefix(THING) + (f" in {one.unit}" if one.unit else "")]
    reasons += [" ".join(sorted(one.people & other.people))] if one.people & other.people else []
    reasons += [place, *sorted(one.events & other.events)]
    doubts = _doubts(
        one, other, more or unshared(one, other) or (frozenset() if among_them else one.people ^ other.people)
    )
    return Alignment(tuple(reasons), Confidence.LOW if doubts else Confidence.HIGH, doubts, among_them)


def same_moment(one: Statement, other: Statement) -> bool | None:
    """Whether the two speak of the same day and were said on the same day, or so long after it that nothing changes
    any more; None where a date is missing."""
    if one.day is None or other.day is None:
        return None
    if one.day != other.day:
        return False
    if one.published is None or other.published is None or one.published == other.published or fixed(one.what):
        return True
    return all((s.published - s.day).days >= _SETTLED for s in (one, other) if s.published and s.day)


def _doubts(one: Statement, other: Statement, more: frozenset[str]) -> tuple[str, ...]:
    """What keeps two statements that are about one quantity from surely being so."""
    found = []
    if not one_scene(one, other):
        found.append("each names something that the other does not")
    if one.sentence.order != other.sentence.order:
        found.append("one of them speaks of one of several events")
    if more:
        found.append("they do not say in one way of whom")
    if "since" in (one.total, other.total) and not (is_thing(one) or open_alike(one, other)):
        found.append("one of them does not say since when")
    if not (_is_clear(one.claim) and _is_clear(other.claim)):
        found.append("the meaning of a figure is not sure")
    return tuple(found)


def _is_clear(claim: Claim) -> bool:
    """Whether it is sure what is counted: the words say it, or the figure stands in a headline or a point and they
    say it right behind ('three dead')."""
    if claim.confidence is not Confidence.LOW:
        return True
    cue, figure = claim.measure_cue, claim.figure
    if cue is None or figure.words is not None or cue.start < figure.end:
        return False
    behind = figure.phrase.end if figure.phrase is not None and figure.phrase.start >= figure.end else figure.end
    return cue.start <= behind or not claim.document.text[behind : cue.start].strip()
