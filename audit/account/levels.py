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
_AGREED = ("old", "new")
_AHEAD = 2
_BACK = 1
_FAR = 14
"""Figures on either side of the claim that may be levels."""
_BETWEEN = 2
"""Figures of the same sort that may stand between two levels."""


class Levels(NamedTuple):
    """An earlier and a later level, and what told which is which."""

    old: Mention
    new: Mention
    told: str


def levels(
    reading: Reading, claim: Mention, *, kinds: tuple[str, ...], units: frozenset[str] = frozenset()
) -> Iterator[Levels]:
    """The pairs of levels near a claim: of one sort, of the given kinds, both told in one sentence or in two neighbours.

    `units` narrows them to some sorts.
    """
    pools: dict[str, list[Mention]] = {}
    for mention in reading.about(claim, _BACK, _AHEAD):
        if mention is claim or abs(mention.number - claim.number) > _FAR or not mention.type.startswith(kinds):
            continue
        name = base(mention)
        if not units or name in units or name == BARE:
            pools.setdefault(name, []).append(mention)
    loose = pools.get(BARE, [])
    told_by_claim = _told_by(reading, claim)
    for name, pool in pools.items():
        joined = pool if name == BARE or not loose else sorted((*pool, *loose), key=lambda m: m.number)
        for at, one in enumerate(joined):
            for other in joined[at + 1 : at + 2 + _BETWEEN]:
                if name != BARE and base(one) == base(other) == BARE:
                    continue
                marks = tuple("old" if level is told_by_claim else mark(reading, level) for level in (one, other))
                if _near(claim, one, other, marks):
                    yield from _ordered(reading, one, other, marks)


def _told_by(reading: Reading, claim: Mention) -> Mention | None:
    """The level that a comparison behind the claim makes the earlier: '54% below its peak of 10.2', 'six times the 20'."""
    behind = reading.places[claim.number].behind
    following = reading.mentions[claim.number + 1 : claim.number + 2]
    if not following or following[0].sentence != claim.sentence or following[0].type == "date":
        return None
    multiple = claim.type == "multiple" and following[0].first - claim.last <= 8 and not {"to", "from"} & behind
    return following[0] if "than" in behind or multiple else None


def _near(claim: Mention, one: Mention, other: Mention, marks: tuple[str, ...]) -> bool:
    """Whether two figures can be levels of one change: told together, or the one beside the claim and the other marked."""
    if one.sentence == other.sentence:
        return one.sentence == claim.sentence or any(marks)
    if claim.sentence not in (one.sentence, other.sentence):
        return False
    return abs(one.sentence - other.sentence) == 1 and "old" in marks


def mark(reading: Reading, mention: Mention) -> str:
    """'old', 'new' or '' by the words around it."""
    place = reading.places[mention.number]
    if place.governor in _OLD or "earlier" in place.behind:
        return "old"
    return "new" if place.governor in _NEW or "now" in place.behind else ""


def _ordered(reading: Reading, one: Mention, other: Mention, marks: tuple[str, ...]) -> Iterator[Levels]:
    years = reading.places[one.number].year, reading.places[other.number].year
    if years[0] and years[1] and years[0] != years[1]:
        told = "dated" if "" in marks or marks[0] == marks[1] else "dated_marked"
        first, last, as_marked = (one, other, _AGREED) if years[0] < years[1] else (other, one, _AGREED[::-1])
        yield Levels(first, last, "both" if marks == as_marked else told)
    elif marks[0] == marks[1]:
        yield Levels(one, other, f"order_{marks[0]}" if marks[0] else "order")
        if marks[0] == "old":
            yield Levels(other, one, "reversed")
    elif marks[0] == "old" or (marks[1] == "new" and not marks[0]):
        yield Levels(one, other, "both" if all(marks) else "old" if marks[0] else "new")
    else:
        yield Levels(other, one, "both" if all(marks) else "old" if marks[1] else "new")
