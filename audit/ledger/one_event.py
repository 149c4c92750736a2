"""Whether two statements are of one event, or of one place's people."""

from __future__ import annotations

import re

from audit.lang import load
from audit.ledger.acts import fixed
from audit.ledger.one_place import at_one_place, one_party, words_in_common
from audit.ledger.setting import days_named, in_a_line
from audit.ledger.spans import openings
from audit.ledger.statement import Statement
from audit.ledger.things import is_thing, one_thing
from audit.ledger.whom import meet, nearly_all, part
from audit.vocabulary import kept

__all__ = ["one_matter", "open_alike", "related"]

_SHARED_WORDS = 2
"""Words of the matter that two reports of one event share besides the place, where no class of event or site is shared."""
_SHARED_WORDS_THERE = 1
"""The same where each says for itself that it was at that place, on a day before that of the report."""


def one_matter(one: Statement, other: Statement) -> bool:
    """Whether their measure is of one event or of one place's people; any other may measure two things."""
    if is_thing(one):
        return one_thing(one, other)
    if one.what in load("events")["measures"]["of_parties"] and not one_party(one, other):
        return False
    measures, what = load("events")["measures"], set(one.what.split("+"))
    of_event, of_place = (what <= set(measures[name]) for name in ("of_events", "of_places"))
    if not (of_event or of_place):
        return False
    return _one_event(one, other) if of_event else bool(one.people)


def _one_event(one: Statement, other: Statement) -> bool:
    """Whether the two share what happened, or to what, or enough words of the matter."""
    if one.events & other.events or one.sites & other.sites:
        return True
    if not _one_cause(one, other):
        return False
    alike = one.people == other.people or part(one, other)
    told = all(s.what not in s.claim.measures for s in (one, other))
    once = one.what in load("events")["measures"]["once"] or nearly_all(one, other)
    same = alike if told or once or fixed(one.what) else bool(one.people & other.people)
    if same and (at_one_place(one, other) or one_party(one, other)) and _names_its_day(one) and _names_its_day(other):
        return True
    if one.total == other.total == "since" and open_alike(one, other) and one.told & other.told:
        return True
    placed = one.place is not None and one.place == other.place and all(s.day != s.published for s in (one, other))
    return words_in_common(one, other) >= (_SHARED_WORDS_THERE if placed else _SHARED_WORDS)


def _one_cause(one: Statement, other: Statement) -> bool:
    """Whether both marched for or against one thing, or one of them does not say for what."""
    if one.what != "attended":
        return True
    return meet(*(frozenset(m[1].lower() for m in _causes().finditer(s.sentence.text)) for s in (one, other)))


@kept
def _causes() -> re.Pattern[str]:
    words = load("acts")["attended"]
    return re.compile(rf"\b(?:{'|'.join(words['causes'])})\s(?:(?:the|a|an|of|more|better)\s)*([\w-]+)")


def _names_its_day(one: Statement) -> bool:
    """Whether its words say of which day it speaks."""
    if one.day is None or one.day != one.published:
        return one.day is not None
    named = days_named(one.claim)
    if in_a_line(one.claim) and (above := one.claim.document.sentences[:1]):
        named |= one.claim.document.words_of(above[0])  # what is told in points is dated at the top
    weekdays: dict[str, int] = load("dates")["weekdays"]
    return any(weekdays.get(word) == one.day.weekday() for word in named)


def open_alike(one: Statement, other: Statement) -> bool:
    """Whether both give the day from which they count, or name it with one word."""
    if all(s.claim.period and s.claim.period.start for s in (one, other)):
        return True
    return not openings(one.claim).isdisjoint(openings(other.claim))


def related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the classes of event can be one event's."""
    return meet(one, other) or any(frozenset((a, b)) in _together() for a in one for b in other)


@kept
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("events")["related"]["together"])
