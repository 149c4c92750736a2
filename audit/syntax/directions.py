"""Which way the words around a figure say that something went: up or down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from audit.lang import Pack, pack

if TYPE_CHECKING:
    from audit.syntax.reading import Mention, Reading

__all__ = ["Direction", "direction"]

_BEFORE = 14
_BEHIND = 4
_GOVERNS = 2
"""Words between a verb and the figure by which something went."""
_STOPS_BEHIND = frozenset(["comma", "semicolon", "stop", "open", "and", "while", "from", "to"])
_STOPS_BEFORE = frozenset(["semicolon", "stop", "while"])


class Direction(NamedTuple):
    way: str
    """'rise' or 'fall'."""
    side: str
    """'before' or 'behind' the figure."""
    apart: int
    """Words between the two."""


def direction(reading: Reading, mention: Mention) -> Direction | None:
    """The nearest word that says which way: behind the figure ('a 13% increase', '5% more than'), else before it.

    'Over' and 'under' compare, unless a verb right before the figure says which way: 'slid 35% over the winter'.
    """
    behind = _behind(reading, mention)
    if behind is None or reading.tokens.classes[mention.last + behind.apart] == "than":
        before = _before(reading, mention)
        if behind is None or (before is not None and before.apart <= _GOVERNS):
            return before
    return behind


def _behind(reading: Reading, mention: Mention) -> Direction | None:
    ways = pack(reading.document.language).build(_ways)
    words, classes = reading.tokens.words, reading.tokens.classes
    for at in range(mention.last, min(reading.bounds[mention.sentence][1], mention.last + _BEHIND)):
        if classes[at] in _STOPS_BEHIND or words[at][0].isdigit():
            break
        if words[at] in ways:
            return Direction(ways[words[at]], "behind", at - mention.last)
    return None


def _before(reading: Reading, mention: Mention) -> Direction | None:
    classes, begin = reading.tokens.classes, reading.bounds[mention.sentence][0]
    words, level = reading.tokens.words, classes[mention.first - 1] == "of"
    comparatives = pack(reading.document.language)["nouns"]["skipped"]["comparatives"] if level else ()
    for at in range(mention.first - 1, max(begin, mention.first - _BEFORE) - 1, -1):
        if classes[at] in _STOPS_BEFORE:
            break
        if words[at] in comparatives:
            return None  # 'a higher rate of 40%' is one
        if classes[at] in ("up", "down"):
            return Direction("rise" if classes[at] == "up" else "fall", "before", mention.first - 1 - at)
    return None


def _ways(words: Pack) -> Mapping[str, str]:
    change, other = words["relations"]["change"], words["directions"]
    found = dict.fromkeys((*other["rise"], *change["up"]), "rise")
    found.update(dict.fromkeys((*other["fall"], *change["down"]), "fall"))
    return {part: way for word, way in found.items() for part in word.split()[:1]}
