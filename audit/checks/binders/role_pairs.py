"""Shares and multiples of the only two figures of a clause that can be set against each other, by their roles.

'The 30 deaths are 2 percent of the 1,500 cases'; 'it is 40 km long, four times its width of 10 km'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.checks.binders.roles import LEVELS, SHARES, Clause, Place, clauses, two_levels
from audit.checks.construction import Match
from audit.checks.language import words_of
from audit.checks.skeleton import Skeleton
from audit.figures.figure import Kind

__all__ = ["multiples", "shares"]

_NEAR = 30
"""Characters beside a figure in which the word stands that says what it is."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    owner = r"(?: [^\s,;:]+){0,6} ?$"
    return {
        "of": re.compile(rf"^ of{owner}"),
        "whole": re.compile(rf"\b(?:of|out of|among) (?:the|its|their|his|her|a total of|all|these|those|this){owner}"),
        "apposed": re.compile(
            rf"^(?: [^\s,;:()]+){{0,3}} ?(?:\(|[,-]* ?{words_of('role_apposed').pattern}(?: [^\s,;:()]+)?) ?$"
        ),
        "behind_multiple": re.compile(rf"^ (?:{words_of('role_of_multiple').pattern})(?: [^\s,;:]+){{0,6}} ?$"),
    }


def shares(skeleton: Skeleton) -> Iterator[Match]:
    """A match of `share`, `part` and `whole` where the share is said to be that of the part."""
    for clause in clauses(skeleton, SHARES):
        found = [place for place in clause.places if place.claim.figure.kind in SHARES]
        if len(found) != 1 or _is_change(clause, found[0]):
            continue
        share, others = found[0], clause.others(found[0])
        if len(others) != 2 or any(place.claim.figure.kind not in LEVELS for place in others):
            continue
        whole = _whole(clause, share, others)
        if whole is not None:
            part = others[1] if whole is others[0] else others[0]
            if _is_apposed(clause, share, part):
                yield clause.match(share=share, part=part, whole=whole)


def _whole(clause: Clause, share: Place, others: list[Place]) -> Place | None:
    """What the share is said to be of; else the one figure of which another is said to be a part."""
    patterns = _patterns()
    behind = next((place for place in others if place.at > share.at), None)
    if behind is not None and patterns["of"].match(clause.behind(share)):
        return behind
    found = [place for place in others if patterns["whole"].search(clause.before(place))]
    return found[0] if len(found) == 1 else None


def _is_apposed(clause: Clause, share: Place, part: Place) -> bool:
    """Whether an opening bracket, 'or', 'are' or their like stands between the share and the part."""
    first, last = sorted((share, part), key=lambda place: place.at)
    return _patterns()["apposed"].match(clause.text[first.at + 1 : last.at]) is not None


def _is_change(clause: Clause, share: Place) -> bool:
    return bool(
        words_of("any_change").search(clause.before(share, _NEAR))
        or words_of("change_noun").match(clause.behind(share, _NEAR).lstrip())
    )


def multiples(skeleton: Skeleton) -> Iterator[Match]:
    """A match of `multiple`, `new` and `old` where the multiple stands between the two and is said to be of the second."""
    for clause in clauses(skeleton, (Kind.MULTIPLE,)):
        found = [place for place in clause.places if place.claim.figure.kind is Kind.MULTIPLE]
        levels = two_levels(clause.others(*found)) if len(found) == 1 else None
        if levels is None or not levels[0].at < found[0].at < levels[1].at:
            continue
        if _patterns()["behind_multiple"].match(clause.behind(found[0])):
            yield clause.match(multiple=found[0], new=levels[0], old=levels[1])
