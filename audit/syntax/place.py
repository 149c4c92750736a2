"""What the words directly around a figure make of it: what governs it, what stands behind it, which year is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audit.syntax.reading import Mention, Reading

__all__ = ["Place", "places"]

_BACK = 6
"""Words before a figure among which the one that governs it is looked for."""
_BEHIND = 5
_QUIET = frozenset(
    ["the", "all", "a", "only", "year", "during", "with", "said", "future", "rebased", "average", "toll"]
)
"""Classes that stand between what governs a figure and the figure."""
_CLOSING = frozenset(["comma", "semicolon", "colon", "open", "close", "stop", "quote", "dash", "bar", "and", "or"])
_APART = frozenset(["semicolon", "while", "stop", "bar", "bullet"])
_YEARS = range(1800, 2101)


class Place(NamedTuple):
    """Where a figure stands in its clause."""

    governor: str
    """The class of the nearest word before it that says anything; 'figure' if another figure stands nearer, else 'start',
    'word'."""
    adjoining: str
    """The class of the token directly before it."""
    behind: frozenset[str]
    """The classes of the words behind its noun phrase, up to the next figure or mark."""
    next: str
    """The class of the token directly behind its noun phrase."""
    year: int | None
    """The year that the words give it: '40 in 2011'."""
    clause: int
    """The number of the clause of its sentence in which it stands."""


def places(reading: Reading) -> tuple[Place, ...]:
    """The place of every mention, in their order."""
    clauses: dict[int, list[int]] = {}
    return tuple(_place(reading, mention, clauses) for mention in reading.mentions)


def _place(reading: Reading, mention: Mention, clauses: dict[int, list[int]]) -> Place:
    classes, mentions = reading.tokens.classes, reading.mentions
    begin, end = reading.bounds[mention.sentence]
    before = mentions[mention.number - 1] if mention.number else None
    floor = before.last if before is not None and before.sentence == mention.sentence else begin
    following = mentions[mention.number + 1] if mention.number + 1 < len(mentions) else None
    limit = following.first if following is not None and following.sentence == mention.sentence else end
    if mention.sentence not in clauses:
        clauses[mention.sentence] = [at for at in range(begin, end) if classes[at] in _APART]
    return Place(
        _governor(classes, mention.first, floor, begin),
        classes[mention.first - 1] if mention.first > begin else "start",
        _behind(classes, mention.after, min(limit, mention.after + _BEHIND)),
        classes[mention.after] if mention.after < end else "stop",
        _year(classes, mention, following, before),
        sum(at < mention.first for at in clauses[mention.sentence]),
    )


def _governor(classes: list[str], first: int, floor: int, begin: int) -> str:
    for at in range(first - 1, max(floor, first - 1 - _BACK) - 1, -1):
        if classes[at] and classes[at] not in _QUIET:
            return classes[at]
    if first - 1 - _BACK >= floor:
        return "word"
    return "start" if floor == begin else "figure"


def _behind(classes: list[str], after: int, limit: int) -> frozenset[str]:
    found = []
    for at in range(after, limit):
        if classes[at] in _CLOSING:
            break
        if classes[at]:
            found.append(classes[at])
    return frozenset(found)


def _year(classes: list[str], mention: Mention, following: Mention | None, before: Mention | None) -> int | None:
    """'40 in 2011' and 'in 2011 40': the year that stands directly behind, else directly before."""
    if following is not None and _is_year(following, mention) and following.first - mention.after <= 4:
        between = classes[mention.after : following.first]
        if not _CLOSING & set(between):
            return int(following.low)
    if before is not None and _is_year(before, mention) and mention.first - before.last <= 5:
        between = classes[before.last : mention.first]
        if not ({"and", "or", "compare", "from", "to"} & set(between)):
            return int(before.low)
    return None


def _is_year(one: Mention, mention: Mention) -> bool:
    figure = one.figure
    return (
        one.sentence == mention.sentence
        and one.type == "date"
        and one.is_point
        and int(one.low) in _YEARS
        and (figure.precision == 1)
    )
