"""Numbers that counted rows reach: 'attacks that killed at least 10', 'camps in which nobody died'."""

from __future__ import annotations

from collections.abc import Collection

from audit.figures.figure import Bound as Limit
from audit.series.asking.concepts import words_of_role
from audit.series.asking.filters import is_whole
from audit.series.asking.scene import Scene
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.target import Target, find_target

__all__ = ["is_of_each", "limits_of"]

_BESIDE = frozenset({"and", ",", "or"})
"""What a figure of its own follows: '12 raids and at least 60 dead'."""


def limits_of(
    heard: Heard, spot: Spot, scene: Scene, target: Target, used: Collection[int]
) -> tuple[tuple[tuple[str, str, float], ...], int] | None:
    """Of rows that are counted, what their numbers reach: 'attacks that killed at least 10', '... in which nobody died'."""
    behind = f" {heard.text(spot.last, heard.clause(spot.first)[1])} "
    if target.columns or is_whole(heard, spot) or any(f" {word} " in behind for word in words_of_role("summed")):
        return None
    signs = {Limit.AT_LEAST: ">=", Limit.MORE_THAN: ">", Limit.AT_MOST: "<=", Limit.LESS_THAN: "<"}
    for other in heard.spots:
        sign = signs.get(other.claim.figure.bound)
        if (
            other.first <= spot.first
            or other.first in used
            or _others_own(heard, spot, other)
            or heard.text(heard.start(other) - 1, heard.start(other)) in _BESIDE
        ):
            continue
        if sign and heard.clause(spot.first) == heard.clause(other.first):
            of = find_target(heard, other, scene.subjects, (), None)
            end = other.claim.figure.value.low if sign in (">=", ">") else other.claim.figure.value.high
            if of is not None and len(of.columns) == 1:
                return ((of.names[0], sign, float(end)),), other.first
    said = heard.between(*heard.clause(spot.first))
    for at, one in enumerate(said):
        if heard.tokens.words[one.first] in ("no", "nobody", "none", "without") and one.first > spot.first:
            near = frozenset(other.concept for other in said[at + 1 : at + 5])
            found = scene.subjects.named(near, frozenset())
            if len(found) == 1:
                return ((found[0].column, "=", 0.0),), -1
    return None


def _others_own(heard: Heard, spot: Spot, limit: Spot) -> bool:
    """Whether a number that is reached is said of a figure that stands nearer: 'of the 4 wards, 3 had more than 15'."""
    between = [one for one in heard.spots if spot.first < one.first < limit.first]
    return any(not is_whole(heard, one) for one in between)


def is_of_each(heard: Heard, spot: Spot, other: int) -> bool:
    """Whether the words say of each row what it reaches ('raids that killed at least 10'): '3 raids killed at least 10' may
    be the sum of the three."""
    start = max(spot.last, spot.noun[1])
    return other < 0 or (heard.has("each", start, other) and ", which" not in heard.text(start, other))
