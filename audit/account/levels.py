"""Two levels of one thing, the earlier and the later: 'to 410 from 380', '12 homes, against nine a year before'.

What rose, fell, doubled or differs is told by two such levels. Which of them is the earlier, the words say: what governs it
('from', 'compared with'), what stands behind it ('a year earlier'), or their years.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from audit.account.trio import BARE, base
from audit.syntax import Mention, Reading

__all__ = ["Levels", "levels"]

_OLD = frozenset(["from", "compare", "than", "earlier"])
_NEW = frozenset(["to", "at", "are", "bring_to", "have"])
_AHEAD = 2
_BACK = 1
_BETWEEN = 2
"""Figures of the same sort that may stand between two levels."""


class Levels(NamedTuple):
    """An earlier and a later level, and what told which is which."""

    old: Mention
    new: Mention
    told: str


def levels(reading: Reading, claim: Mention, *, kinds: tuple[str, ...], same: str = "") -> Iterator[Levels]:
    """The pairs of levels near a claim: of one sort, of the given kinds, both told in one sentence or in two neighbours.

    `same` narrows them to one sort.
    """
    pools: dict[str, list[Mention]] = {}
    for sentence in range(claim.sentence - _BACK, claim.sentence + _AHEAD + 1):
        here = [m for m in reading.by_sentence.get(sentence, ()) if m is not claim and m.type.startswith(kinds)]
        for mention in here:
            name = base(mention)
            if not same or name == same:
                pools.setdefault(name, []).append(mention)
    loose = pools.get(BARE, [])
    for name, pool in pools.items():
        joined = pool if name == BARE or not loose else sorted((*pool, *loose), key=lambda m: m.number)
        for at, one in enumerate(joined):
            for other in joined[at + 1 : at + 2 + _BETWEEN]:
                if name != BARE and base(one) == base(other) == BARE:
                    continue
                if _near(reading, claim, one, other):
                    yield from _ordered(reading, one, other)


def _near(reading: Reading, claim: Mention, one: Mention, other: Mention) -> bool:
    """Whether two figures can be levels of one change: told together, or the one beside the claim and the other marked."""
    if one.sentence == other.sentence:
        return one.sentence == claim.sentence or bool(mark(reading, one) or mark(reading, other))
    if claim.sentence not in (one.sentence, other.sentence):
        return False
    return abs(one.sentence - other.sentence) == 1 and "old" in (mark(reading, one), mark(reading, other))


def mark(reading: Reading, mention: Mention) -> str:
    """'old', 'new' or '' by the words around it."""
    place = reading.places[mention.number]
    if place.governor in _OLD or "earlier" in place.behind:
        return "old"
    return "new" if place.governor in _NEW or "now" in place.behind else ""


def _ordered(reading: Reading, one: Mention, other: Mention) -> Iterator[Levels]:
    years = reading.places[one.number].year, reading.places[other.number].year
    marks = mark(reading, one), mark(reading, other)
    if years[0] and years[1] and years[0] != years[1]:
        told = "dated" if "" in marks or marks[0] == marks[1] else "dated_marked"
        yield Levels(one, other, told) if years[0] < years[1] else Levels(other, one, told)
    elif marks[0] == marks[1]:
        yield Levels(one, other, f"order_{marks[0]}" if marks[0] else "order")
        if marks[0] == "old":
            yield Levels(other, one, "reversed")
    elif marks[0] == "old" or (marks[1] == "new" and not marks[0]):
        yield Levels(one, other, "both" if all(marks) else "old" if marks[0] else "new")
    else:
        yield Levels(other, one, "both" if all(marks) else "old" if marks[1] else "new")
