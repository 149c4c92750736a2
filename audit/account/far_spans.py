"""A length of time between days that stand far from it: 'Founded in 1996' at the end of a report of a '27-year history'.

The first day is one on which something begins, is made or befalls, the last one on which it ends or is looked back upon,
that of the sentence of the length, or that of the text. Of each few are tried, those of which most speaks for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from audit.account.between import bound
from audit.account.binding import Binding
from audit.account.lengths import GRAINS, Length
from audit.account.spans import End, celebrations, ends
from audit.syntax import Moment, Reading
from audit.syntax.moment import beside

__all__ = ["celebrated", "far_spans"]

_STARTS, _LASTS = 4, 4
"""Days that are tried as the first and as the last of a length, and pairs of them at most."""
_PAIRS = 4
_LOOK_BACK = frozenset({"ago", "past"})
"""Ways that reach to the day of the text."""
_STEPS = frozenset({"after", "later", "before"})
_NOT = frozenset({"next", "told"})
_TAIL = 6
"""Tokens behind a length that say what it is counted from: 'three weeks after the storm'."""
_NEAR, _OUTER = 24, 4
"""Days on either side of a length that are looked at, besides so many at both ends of the text."""


def far_spans(reading: Reading, length: Length, today: Moment | None, done: set[tuple[int, int]]) -> Iterator[Binding]:
    """The likeliest pairs of days that no rule for near ones has proposed; `today` is the printed date of the text."""
    if length.way in _NOT or length.anchored:
        return
    told = ends(reading)
    grains = GRAINS[length.unit]
    usable = [each for each in told.values() if each.day.grain in grains and not _overlaps(each.day, length)]
    if len(usable) < 2:
        return
    if len(usable) > 2 * (_NEAR + _OUTER):
        at = bisect_left(usable, length.first, lo=_OUTER, hi=len(usable) - _OUTER, key=_first)
        near = usable[max(_OUTER, at - _NEAR) : min(len(usable) - _OUTER, at + _NEAR)]
        usable = [*usable[:_OUTER], *near, *usable[-_OUTER:]]
    latest = max(each.day.high for each in usable if each.day.known != "nowhere") if _has_years(usable) else None
    tail = _tail(reading, length)
    starts = sorted(_ranked_first(usable, length, tail), key=_by_score)[:_STARTS]
    lasts = sorted(_ranked_last(usable, length, today, latest), key=_by_score)[:_LASTS]
    pairs = [
        (one_score + other_score + _told_alike(one, other), one, other)
        for one_score, one in starts
        for other_score, other in lasts
        if one is not other
    ]
    for one, other in pairwise(usable if length.way != "extreme" else ()):  # 'from 12 to 15 February', told of anywhere
        if one.day.sentence == other.day.sentence and 0 < other.day.first - one.day.last <= 1:
            pairs.append((4 + _shared(one, length), one, other))
    found = 0
    for score, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        key = (one.day.start, other.day.start)
        if key in done or key[::-1] in done:
            continue
        both = beside(one.day, other.day) if one.day.start < other.day.start else _turned(one.day, other.day)
        if both is None or both[0].low >= both[1].low:
            continue
        done.add(key)
        said = _said(reading, length, one, other, today, tail)
        said.append(f"score:{min(9, max(0, score))}")
        yield from bound(f"{length.way}.far", length, both, said)
        found += 1
        if found == _PAIRS:
            return


def celebrated(reading: Reading, today: Moment | None) -> Iterator[Binding]:
    """'its bicentenary, in 1998' with a foundation in 1798, anywhere."""
    for length in celebrations(reading):
        yield from far_spans(reading, length, today, set())


def _told_alike(one: End, other: End) -> int:
    """More for 'the first time in 1958' with 'Her last visit was in 2002'."""
    return 2 * ("first" in one.begins and "last" in other.ends)


def _turned(one: Moment, other: Moment) -> tuple[Moment, Moment] | None:
    both = beside(other, one)
    return None if both is None else (both[1], both[0])


def _overlaps(day: Moment, length: Length) -> bool:
    return day.first < length.last and length.first < day.last


def _has_years(usable: Sequence[End]) -> bool:
    return any(each.day.known != "nowhere" for each in usable)


def _first(each: End) -> int:
    return each.day.first


def _low(each: End) -> int:
    return each.day.low


def _by_score(pair: tuple[int, End]) -> tuple[int, int]:
    return -pair[0], pair[1].day.start


def _tail(reading: Reading, length: Length) -> frozenset[str]:
    """The words that a length is counted from, where it is."""
    if length.way not in _STEPS and length.way != "ordered":
        return frozenset()
    end = reading.bounds[length.sentence][1]
    behind = reading.tokens.words[length.last : min(end, length.last + _TAIL)]
    return length.words & frozenset(behind)


def _shared(each: End, length: Length) -> int:
    return min(2, len(each.words & length.words)) if each.day.sentence != length.sentence else 0


def _ranked_first(usable: Sequence[End], length: Length, tail: frozenset[str]) -> Iterator[tuple[int, End]]:
    earliest = min((each for each in usable if each.day.known != "nowhere"), key=_low, default=None)
    for each in usable:
        if length.way == "extreme" and each.lead != "since":  # 'a 46-year high ... not seen since 1978'
            continue
        apart = abs(each.day.sentence - length.sentence)
        near = 1 if apart <= 1 else 0
        near += each is earliest
        yield each.begin() + near + _shared(each, length) + 2 * bool(tail & each.words and apart), each


def _ranked_last(
    usable: Sequence[End], length: Length, today: Moment | None, latest: int | None
) -> Iterator[tuple[int, End]]:
    back = length.way in _LOOK_BACK
    for each in usable:
        apart = abs(each.day.sentence - length.sentence)
        now = today is not None and each.day.start == today.start
        if back and not now and each.day.high != latest:
            continue
        near = 3 if apart == 0 else 1 if apart == 1 else 0
        yield each.end() + near + _shared(each, length) + 2 * now + (each.day.high == latest), each


def _said(
    reading: Reading, length: Length, one: End, other: End, today: Moment | None, tail: frozenset[str]
) -> list[str]:
    said: list[str] = []
    for name, each in (("first", one), ("last", other)):
        apart = each.day.sentence - length.sentence
        said += [
            f"{name}:{'same' if not apart else 'beside' if abs(apart) == 1 else 'before' if apart < 0 else 'behind'}",
            f"{name}:event:{each.event or 'none'}",
            f"{name}<{each.lead}",
            f"{name}:grain:{each.day.grain}",
            f"{name}:year:{each.day.known}",
            f"{name}:topic:{_shared(each, length)}",
        ]
        said += [f"{name}:begins:{kind}" for kind in each.begins]
        said += [f"{name}:ends:{kind}" for kind in each.ends]
        if each.day.sentence == 0:
            said.append(f"{name}:title")
    if today is not None and other.day.start == today.start:
        said.append("last:today")
    if tail:
        said.append("counted_from:named" if tail & one.words else "counted_from:other")
    if one.day.sentence == other.day.sentence:
        said.append("ends:same_sentence")
    if other.day.start < one.day.start:
        said.append("ends:turned")
    joint = set(reading.classes(one.day.last, other.day.first)) if 0 < other.day.first - one.day.last <= 1 else set()
    said += [f"joined-{name}" for name in sorted(joint)]
    return said
