"""Figures of a clause whose roles are found one by one, in any order of words.

'24% more than in the same period last year, when it sold 200'; 'costs of 31, a fall of 4, or 10%, from 35'. The
constructions say how the words stand; here the words beside each figure say what it is, and a role is filled only where
no third figure of the clause could fill it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from audit.checks.construction import Match
from audit.checks.language import words_of
from audit.checks.placeholders import BOUNDARY, MARK
from audit.checks.skeleton import Skeleton
from audit.checks.units import comparable
from audit.claims.claim import Claim
from audit.figures.figure import Kind

__all__ = ["LEVELS", "SHARES", "Clause", "Place", "changes", "clauses", "two_levels"]

SHARES = (Kind.PERCENT, Kind.FRACTION)
LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.MEASURE})
_BEFORE, _BEHIND = 30, 25
"""Characters before and behind a change in which its word of change stands."""
_REACH = 60
"""Characters beside a level in which the words stand that make it the earlier one."""
_FEWEST, _MOST = 3, 5
"""Figures of a clause below and beyond which its roles are not looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of a clause and where its placeholder stands."""

    at: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a skeleton in which no other clause begins, and its figures."""

    text: str
    """All of the skeleton."""
    start: int
    end: int
    places: tuple[Place, ...]
    """In the order of the text."""

    def before(self, place: Place, width: int = _REACH) -> str:
        """The words before a figure, back to the figure before it."""
        left = self.start
        for other in self.places:
            if other.at >= place.at:
                break
            left = other.at + 1
        return self.text[max(left, place.at - width) : place.at]

    def behind(self, place: Place, width: int = _REACH) -> str:
        """The words behind a figure, up to the next figure."""
        right = min((other.at for other in self.places if other.at > place.at), default=self.end)
        return self.text[place.at + 1 : min(right, place.at + 1 + width)]

    def others(self, *taken: Place) -> list[Place]:
        return [place for place in self.places if place not in taken]

    def match(self, **roles: Place) -> Match:
        claims = {name: place.claim for name, place in roles.items()}
        return Match(self.text, claims, {}, {name: place.at for name, place in roles.items()}, self.start, self.end)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {
        name: words_of(f"role_{name}").pattern
        for name in ("base", "near_base", "started", "earlier", "were", "joints", "same", "goes_on")
    }
    moved = words_of("change").pattern
    few = r"(?: [^\s,;:]+)"
    return {
        "clause": re.compile(
            rf"[;:{BOUNDARY}](?! ?(?:{words['goes_on']}|in (?:19|20)\d\d))|{words_of('breaks').pattern}"
            rf"|, having\b| and (?:has|have|had|is|are|was|were) (?=[a-z' ]{{0,20}}{moved})"
            rf"|, (?!{words_of('meaning').pattern}){words['joints']} (?=[a-z' ]{{0,40}}{moved})"
        ),
        "base": re.compile(
            rf"{words['base']}(?! (?:which|whom|where|what|whose)\b){few}{{0,9}}"
            rf"(?:,? (?:when|where) {words['same']}{few}{{0,3}})? ?$"
            rf"|{words['near_base']}{few}{{0,1}} ?$"
        ),
        "started": re.compile(rf"{words['started']}[^,;:]{{0,40}}$"),
        "earlier": re.compile(rf"^(?: [a-z'-]+){{0,3}} {words['earlier']}"),
        "earlier_before": re.compile(rf"{words['earlier']},?(?: {words['were']})? ?$"),
        "than": re.compile(r"^ (?:[a-z]+ )?(?:than|above|below)\b"),
        "aside": re.compile(r"^ ?(?:,? or|\() ?(?:[a-z]+ )?$"),
        "year_before": re.compile(r"\bin (?P<year>(?:19|20)\d\d)\b[^;:]*$"),
        "year_behind": re.compile(r"^[^,;:]{0,30} in (?P<year>(?:19|20)\d\d)\b"),
    }


def clauses(skeleton: Skeleton, kinds: Collection[Kind]) -> list[Clause]:
    """Those with three figures or a few more, in order, of a skeleton that has a figure of the kinds."""
    if len(skeleton.claims) < _FEWEST or skeleton.evidence.classes.isdisjoint(kinds):
        return []
    text = skeleton.text
    return [
        Clause(text, start, end, tuple(Place(at, skeleton.claim(text[at])) for at in marks))
        for start, end, marks in _stretches(text)
    ]


@lru_cache(maxsize=4)  # each text is asked for by several families in a row
def _stretches(text: str) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """Start, end and placeholders of each clause of a skeleton's text that has as many figures as are wanted."""
    ends = [found.span() for found in _patterns()["clause"].finditer(text)]
    found = []
    for start, end in zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True):
        marks = tuple(mark.start() for mark in MARK.finditer(text, start, end))
        if _FEWEST <= len(marks) <= _MOST:
            found.append((start, end, marks))
    return tuple(found)


def changes(skeleton: Skeleton) -> Iterator[Match]:
    """One match of `change`, `old` and `new` for each share by which one level of a clause differs from its other."""
    for clause in clauses(skeleton, SHARES):
        shares = [place for place in clause.places if place.claim.figure.kind in SHARES]
        if len(shares) != 1 or not _moves(clause, shares[0]):
            continue
        levels = two_levels(clause.others(*shares, *_amount(clause, shares[0])))
        if levels is None:
            continue
        old = next(
            (old for test in (_base, _earlier, _started, _years) if (old := test(clause, levels)) is not None), None
        )
        if old is not None and not _is_over_another(clause, shares[0], old):
            yield clause.match(change=shares[0], old=old, new=levels[1] if old is levels[0] else levels[0])


def _is_over_another(clause: Clause, share: Place, old: Place) -> bool:
    """Whether the words behind the change name another base ('15 percent more than in 2003')."""
    following = next((place for place in clause.places if place.at > share.at), None)
    return _patterns()["than"].match(clause.behind(share)) is not None and following is not old


def two_levels(places: Sequence[Place]) -> tuple[Place, Place] | None:
    """The two figures, if they are two and can be set against each other."""
    if len(places) != 2 or any(place.claim.figure.kind not in LEVELS for place in places):
        return None
    one, other = places
    return (one, other) if comparable(one.claim.figure, other.claim.figure) else None


def _moves(clause: Clause, share: Place) -> bool:
    """Whether a word of change stands beside the figure, or beside the amount that says the same."""
    lead = clause.before(share, _BEFORE)
    amount = _amount(clause, share)
    if amount and amount[0].at < share.at:
        lead = clause.before(amount[0], _BEFORE)
    return bool(words_of("any_change").search(lead) or words_of("change_noun").search(clause.behind(share, _BEHIND)))


def _amount(clause: Clause, share: Place) -> list[Place]:
    """The amount that says the same as the share ('a fall of 4, or 10%'), if there is one."""
    aside, at = _patterns()["aside"], clause.places.index(share)
    if at and aside.match(clause.before(share)):
        return [clause.places[at - 1]]
    if at + 1 < len(clause.places) and aside.match(clause.behind(share)):
        return [clause.places[at + 1]]
    return []


def _base(clause: Clause, levels: tuple[Place, Place]) -> Place | None:
    """The level before which a word stands that makes it the base ('from', 'than')."""
    return _only(levels, lambda place: _patterns()["base"].search(clause.before(place)) is not None)


def _earlier(clause: Clause, levels: tuple[Place, Place]) -> Place | None:
    """The level beside which words stand that make it the earlier ('a year ago')."""
    patterns = _patterns()
    return _only(
        levels,
        lambda place: bool(
            patterns["earlier"].match(clause.behind(place)) or patterns["earlier_before"].search(clause.before(place))
        ),
    )


def _started(clause: Clause, levels: tuple[Place, Place]) -> Place | None:
    """The level with which it is said to have begun ('the stock, which began the year at 64, closed at 80')."""
    return _only(levels, lambda place: _patterns()["started"].search(clause.before(place)) is not None)


def _years(clause: Clause, levels: tuple[Place, Place]) -> Place | None:
    """The level of the earlier year, if both have theirs."""
    years = []
    for place in levels:
        before = _patterns()["year_before"].search(clause.before(place))
        behind = _patterns()["year_behind"].match(clause.behind(place))
        if (before is None) == (behind is None):
            return None
        years.append((before or behind)["year"])  # type: ignore[index]
    return None if years[0] == years[1] else levels[0] if years[0] < years[1] else levels[1]


def _only(levels: tuple[Place, Place], test: Callable[[Place], bool]) -> Place | None:
    found = [place for place in levels if test(place)]
    return found[0] if len(found) == 1 else None
