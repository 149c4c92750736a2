"""Which of the values and days that a sentence names belong to a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.stretches import Stretch
from audit.series.asking.values import Mention

__all__ = ["is_part", "is_whole", "mine", "moment"]

_T = TypeVar("_T")
_OF_THEM = re.compile(r"(?:\w+ )?of (?:these|those|them|whom|which)\b")
_AMONG = re.compile(r"(?:including|among them|of whom|of which|of them|, with)$")
_WHEN = re.compile(r"(?:in|on|since|during|between|from|by|after|before|at|alone|over) ")
_AND = re.compile(r"(?:,|and|, and|or|as well as|&|, as well as)")


def is_part(heard: Heard, spot: Spot) -> bool:
    """Whether a figure counts a part of the one before it: 'including 9', '43 of them', '102 dead, 92 in 2032'."""
    if not any(other.first < spot.first for other in heard.spots):
        return False
    if _OF_THEM.match(heard.text(spot.last, spot.last + 4)):
        return True
    before = heard.text(spot.first - 3, spot.first)
    if _AMONG.search(before):
        return True
    bare = spot.noun[0] == spot.noun[1]
    return (
        bare
        and before.endswith((",", ", with", "and"))
        and bool(_WHEN.match(heard.text(spot.last, spot.last + 2) + " "))
    )


def mine(heard: Heard, spot: Spot, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that say of which rows a figure speaks: of each column the one that the sentence names, of several
    the nearest."""
    own = _reachable(heard, spot, heard.own(mentions, spot), lambda one: (one.first, one.last))
    chosen: list[Mention] = []
    for column in dict.fromkeys(one.column for one in own):
        of = [one for one in own if one.column == column]
        if len({one.value for one in of}) > 1:
            at = _near(heard, spot, [(one.first, one.last) for one in of])
            of = [of[i] for i in at]
        chosen += of
    return chosen


def is_whole(heard: Heard, spot: Spot) -> bool:
    """Whether a figure is what the one before it is a part of: '50 of 102', '3 out of the 12'."""
    before = max((other.last for other in heard.spots if other.first < spot.first), default=None)
    return before is not None and heard.text(before, spot.first) in (
        "of",
        "out of",
        "of the",
        "out of the",
        "of a total of",
        "of all",
    )


def moment(heard: Heard, spot: Spot) -> Stretch | None:
    """The stretch of days of which a figure speaks."""
    own = _reachable(heard, spot, heard.stretches, heard.place)
    if not own:
        return None
    return own[_near(heard, spot, [heard.place(one) for one in own])[0]]


def _reachable(heard: Heard, spot: Spot, found: Sequence[_T], place: Callable[[_T], tuple[int, int]]) -> list[_T]:
    """Those that do not stand behind another figure that counts a part of this one."""
    parts = [other.first for other in heard.spots if other.first > spot.first and is_part(heard, other)]
    return [one for one in found if not any(place(one)[0] > at for at in parts)]


def _near(heard: Heard, spot: Spot, places: Sequence[tuple[int, int]]) -> list[int]:
    """Indices of what belongs to a figure: what stands right behind it before the next figure, else last before it, else
    first of all; of several joined by 'and' all."""
    following = min((one.first for one in heard.spots if one.first > spot.first), default=heard.end)
    inner = [i for i, (low, high) in enumerate(places) if spot.noun[0] <= low < spot.noun[1]]
    last = heard.clause(spot.first)[1]
    behind = [i for i, (low, _) in enumerate(places) if spot.last <= low < min(following, last)]
    ahead = [i for i, (_, high) in enumerate(places) if high <= spot.first]
    same = [i for i in ahead if heard.clause(spot.first)[0] <= places[i][0]]
    told = _in_turn(heard, spot, places)
    if told is not None:
        return [told]
    chosen = inner[:1] or behind[:1] or same[-1:] or ahead[-1:] or [0]
    group = {places[chosen[0]]}
    ordered = sorted(set(places))
    for _ in ordered:
        for one, other in pairwise(ordered):
            if {one, other} & group and _AND.fullmatch(heard.text(one[1], other[0])):
                group |= {one, other}
    return [i for i, place in enumerate(places) if place in group]


def _in_turn(heard: Heard, spot: Spot, places: Sequence[tuple[int, int]]) -> int | None:
    """'A and B had 5 and 7 respectively': the one that stands where the figure does."""
    if "respectively" not in heard.words:
        return None
    spots = [one for one in heard.spots if type(one.claim.figure.kind) is type(spot.claim.figure.kind)]
    ordered = sorted(set(places))
    if len(ordered) != len(spots):
        return None
    return places.index(ordered[spots.index(spot)])
