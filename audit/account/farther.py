"""A figure that its own words call worked out, and others of the passage from which it may be, in any order.

Where the relation's own file finds no link of words, the passage is searched: every two figures of fitting types around the
claim. Each such binding is unlikely by itself; it is shown only where the numbers fit as strangers' hardly ever would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from audit.account.binding import Binding, Role
from audit.account.features import Prefixed, heads, numbered
from audit.syntax import Mention, Reading

__all__ = ["farther"]

_BACK = 4
"""Sentences before the claim that are its passage."""
_AHEAD = 1
_MOST = 9
"""Figures of the passage that are tried, nearest first."""
_SIDE = 5
"""Tokens on either side of a claim in which its own words stand."""
_AMOUNTS = ("count", "money", "measure", "duration", "percent")
_AS_CLAIM = frozenset(("sum", "difference", "remainder"))
"""What is worked out from figures of the claim's own type."""


def farther(reading: Reading) -> Iterator[Binding]:
    """Every figure with a word of working out beside it, with each two figures of its passage that would do."""
    for claim in reading.mentions:
        if claim.type == "implied" or claim.day is not None:
            continue
        cues = _cues(reading, claim)
        if not cues:
            continue
        passage = [
            m
            for m in reading.mentions[max(0, claim.number - 2 * _MOST) : claim.number + _MOST]
            if m is not claim
            and m.type.startswith(_AMOUNTS)
            and m.day is None
            and claim.sentence - _BACK <= m.sentence <= claim.sentence + _AHEAD
        ]
        passage.sort(key=lambda m: abs(m.number - claim.number))
        yield from _bound(reading, claim, cues, passage[:_MOST])


def _cues(reading: Reading, claim: Mention) -> frozenset[str]:
    begin, end = reading.bounds[claim.sentence]
    classes = reading.tokens.classes
    near = classes[max(begin, claim.first - _SIDE) : claim.first] + classes[claim.last : min(end, claim.after + _SIDE)]
    if "rebased" in near:
        return frozenset()
    return frozenset(near) & _WAYS.keys()


_WAYS: dict[str, tuple[str, ...]] = {
    "remaining": ("remainder",),
    "other": ("remainder",),
    "difference": ("difference",),
    "than": ("difference",),
    "more": ("difference",),
    "total": ("sum", "product"),
    "bring_to": ("sum",),
    "price": ("product", "rate"),
    "each": ("rate", "product"),
    "average": ("rate",),
    "up": ("percent_change", "difference"),
    "down": ("percent_change", "difference"),
    "times": ("multiple",),
    "share_of": ("percent_of",),
    "of": ("percent_of",),
}
"""The class of a word beside the claim, and what it may be the result of."""


def _bound(reading: Reading, claim: Mention, cues: frozenset[str], passage: Sequence[Mention]) -> Iterator[Binding]:
    ways = {way: cue for cue in sorted(cues) for way in _WAYS[cue]}
    stands = {mention: _stand(claim, mention) for mention in passage}
    is_share = claim.type in ("percent", "fraction")
    for way, cue in ways.items():
        if is_share != (way in ("percent_of", "percent_change")) and way not in ("difference", "sum", "remainder"):
            continue
        if (way == "multiple") != claim.type.startswith(("multiple", "ratio")):
            continue
        rule = f"farther.{way}"
        same = (
            rule,
            f"{rule}&{cue}",
            _RIVALS[min(4, len(passage) // 2)],
            _TYPE[claim.type.partition(" ")[0]],
            _DETERMINER[claim.determiner if claim.determiner in ("the", "a", "remaining", "other") else ""],
        )
        first, second = ({mention: Role(name, mention) for mention in passage} for name in _ROLES[way])
        own = "percent" if way == "difference" and claim.type == "percentage_points" else claim.type
        for one, other in permutations([m for m in passage if m.type == own] if way in _AS_CLAIM else passage, 2):
            form = _form(way, cue, claim, one, other)
            if form is not None:
                features = (*same, *_both(stands[one], stands[other], one, other))
                yield Binding(way, rule, claim, (first[one], second[other]), features, form)


def _form(way: str, cue: str, claim: Mention, one: Mention, other: Mention) -> str | None:
    """Which formula works the claim out from the two in this order; None where their types forbid it."""
    alike = one.type == other.type
    match way:
        case "sum":
            return "" if alike and one.type == claim.type and one.number < other.number else None
        case "difference" if alike and one.number < other.number:
            return "" if one.type == claim.type or (one.type, claim.type) == ("percent", "percentage_points") else None
        case "remainder":
            return "" if alike and one.type == claim.type else None
        case "percent_of":
            return "" if alike and one.type != "percent" and claim.type == "percent" else None
        case "percent_change" if claim.type == "percent" and alike:
            return "rise" if cue == "up" else "fall"
        case "multiple":
            return "" if alike else None
        case "rate" | "product" if other.high == 1:
            return None  # what is shared among one, or taken once, is not worked out
        case "rate":
            return "" if one.type == claim.type and other.type in ("count", "duration") and one is not other else None
        case "product":
            return "" if one.type == claim.type and other.type == "count" and one.type.startswith("money") else None
    return None


class _Stand(NamedTuple):
    """How a figure of the passage stands to the claim."""

    sentences: int
    figures: int
    behind: bool
    agrees: str
    """How its noun agrees with the claim's, as a feature of the first of two and of the second."""
    agrees_second: str


def _stand(claim: Mention, mention: Mention) -> _Stand:
    agreement = heads(mention, claim)
    return _Stand(
        abs(claim.sentence - mention.sentence),
        abs(claim.number - mention.number),
        mention.number > claim.number,
        _FIRST[agreement],
        _SECOND[agreement],
    )


_RIVALS = numbered("far:rivals", 4)
_TYPE = Prefixed("far:type:")
_DETERMINER = Prefixed("far:determiner:")
_FIRST = Prefixed("far:")
_SECOND = Prefixed("far:second:")
_FAR = numbered("far", _BACK)
_NEAR = numbered("near", _BACK)
_TOGETHER = ("far:False", "far:True")
_SIDES = ("far:before", "far:behind")
_NEXT = tuple(tuple(f"far:next:{next_}:{near}" for near in (False, True)) for next_ in (False, True))
"""The names of the features, put together once."""


def _both(one: _Stand, other: _Stand, first: Mention, second: Mention) -> tuple[str, ...]:
    """How the two stand to the claim and to each other."""
    nearer, further = (one, other) if one.sentences <= other.sentences else (other, one)
    beside = one.figures == 1 or other.figures == 1
    return (
        _FAR[further.sentences],
        _NEAR[nearer.sentences],
        _TOGETHER[first.sentence == second.sentence],
        one.agrees,
        other.agrees_second,
        _SIDES[one.behind or other.behind],
        _NEXT[abs(first.number - second.number) == 1][beside],
    )


_ROLES = {
    "sum": ("part", "part"),
    "difference": ("one", "other"),
    "remainder": ("whole", "part"),
    "percent_of": ("part", "whole"),
    "percent_change": ("old", "new"),
    "multiple": ("one", "other"),
    "rate": ("total", "number"),
    "product": ("each", "number"),
}
