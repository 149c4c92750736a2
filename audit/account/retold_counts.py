"""Counts told again in other words: 'two brothers ... the pair', 'nine people ... the nine', '53 residents ... fifty-three
candles', 'nine killed ... we buried nine', 'nine matches ... the ninth defeat'.

Each rule gives pairs, and whether they were sought by their value; what points back is tried whatever it prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.account.likeness import LEAD
from audit.account.pointing import (
    FEW_TRIED,
    MAIN,
    TELLING,
    Pair,
    Text,
    are_alike,
    are_two_kinds,
    ends_of,
    in_reach,
    is_anyone,
    points_back,
    start_of,
)  # fmt: skip
from audit.account.values import same_value
from audit.syntax import Mention

__all__ = ["back", "groups", "standing"]

_POINTS = 3
"""Nearest earlier figures of its kind to which a definite one is tried to point back, whatever they print."""
_FEW = 12
"""Groups of more have no word of their own."""
_GROUP_BACK = 20
"""Sentences back to which a group is tried on counts of another value."""
_JOINED = 6
"""Words behind 'both' among which an 'and' joins what it is both of."""
_MANY = 100
"""Those of headline and lead are tried that are fewer too, or as many too: 'the 12' are not the 300."""


def groups(text: Text) -> Iterator[Pair]:
    """'two brothers ... the pair', 'her hat-trick ... three goals': the tempting wrong one is a pair of another kind."""
    groups = [each for each in text.reading.collectives if not _joins(text, each)]
    if not groups:
        return
    few = [m for m in text.counts if 1 < m.low <= _FEW]
    everyone = sorted((*few, *groups), key=start_of)
    named = {id(group) for group in groups}
    for at, later in enumerate(everyone):
        before = text.fresh(reversed(in_reach(everyone[:at])), later)
        around = [m for m in before if later.sentence - m.sentence <= _GROUP_BACK and are_alike(m, later)]
        equal = [m for m in before if m.nominal == later.nominal and not are_two_kinds(m, later)]
        if id(later) in named:
            near = around[:FEW_TRIED]
            yield from ((m, later, m not in near) for m in dict.fromkeys((*near, *ends_of(equal, FEW_TRIED))))
        elif later.low > 1:
            near = [m for m in around if id(m) in named][:FEW_TRIED] if points_back(text, later) else []
            equal = [m for m in equal if id(m) in named][:FEW_TRIED]
            yield from ((m, later, m not in near) for m in dict.fromkeys((*near, *equal)))


def back(text: Text) -> Iterator[Pair]:
    """'nine people ... the nine', 'seven others ... the missing seven', from however far."""
    for at, later in enumerate(text.counts):
        if not points_back(text, later) or later.low <= 1:
            continue
        earlier = reversed(in_reach(text.counts[:at]))
        every = [m for m in earlier if m.low > 1 and not are_two_kinds(m, later)]
        before = [m for m in every if are_alike(m, later)]
        lead = [m for m in every if m.sentence < LEAD and (m.low < _MANY) == (later.low < _MANY)]
        near = dict.fromkeys((*before[:_POINTS], *lead[-2 * MAIN :]))
        equal = [m for m in text.fresh(every, later) if m not in near and same_value(m, later)][:FEW_TRIED]
        yield from ((m, later, m in equal) for m in (*near, *equal))


def standing(text: Text) -> Iterator[Pair]:
    """'53 residents ... fifty-three candles': one of the things for each of the people; or a number that few things have."""
    standing, earlier, stood = text.words.standing, list[Mention](), list[Mention]()
    """All counts and lengths, and the counts of things that may stand for people."""
    for later in text.reading.mentions:
        stands = later.head in standing
        if later.type == "count" and later.head and later.low > 1 and (stands or later.nominal >= TELLING):
            told = in_reach(earlier)
            near = list(_stood_for(text, told)) if stands else []
            size = later.nominal
            alike = [m for m in told if size <= 2 * m.nominal <= 4 * size and m not in near and same_value(m, later)]
            yield from ((m, later, m not in near) for m in (*near, *ends_of(text.fresh(alike, later), 1)))
        elif later.type == "count" and later.low > FEW_TRIED:
            alike = [m for m in in_reach(stood) if same_value(m, later)]
            yield from ((m, later, True) for m in text.fresh(alike, later)[-1:])
        if later.type in ("count", "duration"):
            earlier.append(later)
            stood += [later] if stands else []


def _stood_for(text: Text, earlier: Sequence[Mention]) -> Iterable[Mention]:
    """The nearest counts of people, the toll of headline and lead, and the time that it tells: a cross for each day."""
    people = [m for m in earlier if is_anyone(text, m) and m.low > 1]
    harmed = [m for m in people if m.claim.measures]
    lead = [m for m in earlier if m.sentence < LEAD and (m.type == "duration" or is_anyone(text, m))]
    return dict.fromkeys((*people[-1:-4:-1], *harmed[-1:-3:-1], *lead[:MAIN]))


def _joins(text: Text, group: Mention) -> bool:
    """Whether it joins two things that are named: 'both Kesh and Vell'."""
    return "and" in text.reading.tokens.classes[group.last : group.last + _JOINED]
