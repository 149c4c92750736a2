"""The nouns `Enumeration` and `Item`: a list that a text tells, and each thing in it by the tokens that name it.

What all that reads lists asks of a token stands here too: the words that join, and whether a mark is a hyphen or a dash.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.syntax.reading import Reading

__all__ = [
    "Enumeration",
    "Item",
    "ListWords",
    "is_dash",
    "is_link",
    "is_tight",
    "list_words",
    "orders",
]

_LINKING = frozenset({"of", "in", "on", "at", "for", "from", "to", "by", "with", "since", "between", "than", "during"})


class Item(NamedTuple):
    first: int
    last: int
    """The token behind it."""
    kind: str
    """'name', 'number', 'member' ('one', 'the other', 'first'), 'phrase', 'clause'."""


class Enumeration(NamedTuple):
    items: tuple[Item, ...]
    traits: tuple[str, ...]
    """What its form says: how it is joined and closed, of what sort its items are."""
    after: int
    """The token behind it."""

    @property
    def first(self) -> int:
        return self.items[0].first


class ListWords(NamedTuple):
    joins: frozenset[str]
    choice: frozenset[str]
    open_behind: frozenset[str]
    one: frozenset[str]
    paired: frozenset[str]
    order: Mapping[str, int]
    """'first' -> 0, 'secondly' -> 1."""
    particles: frozenset[str]
    stop: frozenset[str]
    prepositions: frozenset[str]


def _words(words: Pack) -> ListWords:
    book = words["enumerations"]
    joins, names, members = book["joins"], book["names"], book["members"]
    return ListWords(
        joins=frozenset(joins["and"]),
        choice=frozenset(joins["or"]),
        open_behind=frozenset(book["open"]["behind"]),
        one=frozenset(members["one"]) | frozenset(members["paired"]),
        paired=frozenset(members["paired"]),
        order={word: place for place, words in enumerate(members["orders"]) for word in words},
        particles=frozenset(names["particles"]),
        stop=frozenset(words["function"]["stop"]),
        prepositions=frozenset(book["prepositions"]["words"]),
    )


def list_words(reading: Reading) -> ListWords:
    return pack(reading.document.language or "en").build(_words)


def orders(reading: Reading) -> Mapping[str, int]:
    """The words by which things are told in order, each with its place from nought."""
    return list_words(reading).order


def is_tight(reading: Reading, at: int) -> bool:
    """Whether a mark stands without a space between two words ('al-Din', '04:00', 'J.P.')."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    return 0 < at < len(starts) - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]


def is_dash(reading: Reading, at: int) -> bool:
    """A dash between clauses, and no hyphen."""
    if reading.tokens.classes[at] != "dash":
        return False
    starts, ends = reading.tokens.starts, reading.tokens.ends
    text = reading.document.text[starts[at]]
    if text in "—―":
        return True
    before = at > 0 and reading.tokens.classes[at - 1] == "dash" and ends[at - 1] == starts[at]
    behind = at + 1 < len(starts) and reading.tokens.classes[at + 1] == "dash" and ends[at] == starts[at + 1]
    return before or behind or (not is_tight(reading, at) and at > 0 and ends[at - 1] < starts[at])


def is_link(reading: Reading, at: int) -> bool:
    """A preposition, or what else begins a new noun phrase."""
    tokens = reading.tokens
    return (
        tokens.classes[at] in _LINKING
        or tokens.classes[at] in ("the", "a")
        or tokens.words[at] in list_words(reading).prepositions
    )
