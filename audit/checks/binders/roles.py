"""A change and the only two levels of its clause, in any order of words, where one of the two is said to be the earlier.

'24% more than in the same period last year, when it sold 200'; 'costs of 31, a fall of 4, or 10%, from 35'. The
constructions say how the words stand; here the roles are found one by one: which figure is the change, which is the level
that it is counted from ('from', 'than', 'a year earlier'), and that no third figure of the clause could take its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.construction import Match
from audit.checks.language import words_of
from audit.checks.placeholders import BOUNDARY, MARK, any_of
from audit.checks.skeleton import Skeleton
from audit.checks.units import comparable
from audit.claims.claim import Claim
from audit.figures.figure import Kind

__all__ = ["changes"]

_LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.MEASURE})
_BEFORE, _BEHIND = 30, 25
"""Characters before and behind a change in which its word of change stands."""
_BASE = 60
"""Characters before the earlier level in which the word stands that makes it one."""
_CHANGE = re.compile(any_of(Kind.PERCENT.value, Kind.FRACTION.value))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    base, moved, joint = (words_of(name).pattern for name in ("role_base", "change", "role_joints"))
    return {
        "clause": re.compile(rf"[;:{BOUNDARY}]|{words_of('breaks').pattern}|, {joint} (?=[a-z' ]{{0,40}}{moved})"),
        "base": re.compile(
            rf"{base}(?: [^\s,;:]+){{0,9}}(?:,? (?:when|where) {words_of('role_same').pattern}(?: [^\s,;:]+){{0,3}})? ?$"
        ),
        "earlier": re.compile(rf"^(?: [a-z'-]+){{0,3}} {words_of('role_earlier').pattern}"),
        "aside": re.compile(r"^ ?(?:,? or|\() ?(?:[a-z]+ )?$"),
    }


def changes(skeleton: Skeleton) -> Iterator[Match]:
    """One match of `change`, `old` and `new` for each share by which one of a clause's two levels differs from the other."""
    for start, end in _clauses(skeleton.text):
        marks = [(found.start(), skeleton.claim(found.group())) for found in MARK.finditer(skeleton.text, start, end)]
        if not 3 <= len(marks) <= 5 or sum(_is_change(claim) for _, claim in marks) != 1:
            continue
        at = next(place for place, (_, claim) in enumerate(marks) if _is_change(claim))
        if _moves(skeleton.text, marks, at, start, end):
            found = _levels(skeleton.text, _without_amount(skeleton.text, marks, at), start)
            if found is not None:
                old, new = found
                claims = {"change": marks[at][1], "old": old[1], "new": new[1]}
                places = {"change": marks[at][0], "old": old[0], "new": new[0]}
                yield Match(skeleton.text, claims, {}, places, min(places.values()), max(places.values()) + 1)


def _clauses(text: str) -> list[tuple[int, int]]:
    ends = [(found.start(), found.end()) for found in _patterns()["clause"].finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def _is_change(claim: Claim) -> bool:
    return claim.figure.kind in (Kind.PERCENT, Kind.FRACTION)


def _moves(text: str, marks: Sequence[tuple[int, Claim]], at: int, start: int, end: int) -> bool:
    """Whether a word of change stands beside the figure, on its own side of its neighbours."""
    place = marks[at][0]
    left = marks[at - 1][0] + 1 if at else start
    right = marks[at + 1][0] if at + 1 < len(marks) else end
    lead, tail = text[max(left, place - _BEFORE) : place], text[place + 1 : min(right, place + 1 + _BEHIND)]
    if at and _patterns()["aside"].match(text[left:place]):
        lead = text[max(start, marks[at - 1][0] - _BEFORE) : marks[at - 1][0]]
    return bool(words_of("any_change").search(lead) or words_of("change_noun").search(tail))


def _without_amount(text: str, marks: Sequence[tuple[int, Claim]], at: int) -> list[tuple[int, Claim]]:
    """The figures without the change and without the amount that says the same ('a fall of 4, or 10%')."""
    patterns = _patterns()
    left = [each for place, each in enumerate(marks) if place != at]
    if at and patterns["aside"].match(text[marks[at - 1][0] + 1 : marks[at][0]]):
        left.remove(marks[at - 1])
    elif at + 1 < len(marks) and patterns["aside"].match(text[marks[at][0] + 1 : marks[at + 1][0]]):
        left.remove(marks[at + 1])
    return left


def _levels(
    text: str, found: Sequence[tuple[int, Claim]], start: int
) -> tuple[tuple[int, Claim], tuple[int, Claim]] | None:
    """The earlier level and the other, if there are two that can be compared and words make just one the earlier."""
    if len(found) != 2 or any(claim.figure.kind not in _LEVELS for _, claim in found):
        return None
    one, other = found
    if not comparable(one[1].figure, other[1].figure):
        return None
    for test in (_has_base, _is_earlier):
        marked = [level for level in found if test(text, level[0], start)]
        if len(marked) == 1:
            return (one, other) if marked[0] is one else (other, one)
        if marked:
            return None
    return None


def _has_base(text: str, place: int, start: int) -> bool:
    left = max((found.end() for found in MARK.finditer(text, max(start, place - _BASE), place)), default=start)
    return _patterns()["base"].search(text[max(left, place - _BASE) : place]) is not None


def _is_earlier(text: str, place: int, start: int) -> bool:
    return _patterns()["earlier"].match(text[place + 1 : place + 1 + _BASE]) is not None
