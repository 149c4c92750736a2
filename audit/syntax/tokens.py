"""The tokens of a document, cut once: where each stands, its lower case, and what it means for how figures belong together.

Four parallel lists rather than an object a token: a long article has thousands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import compress, repeat
from operator import ne
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.text.document import Document
from audit.text.tokens import cut

__all__ = ["PUNCTUATION", "Tokens", "tokenise"]

PUNCTUATION: Mapping[str, str] = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "―": "dash",
    ".": "stop",
    "!": "stop",
    "?": "stop",
    '"': "quote",
    "“": "quote",
    "”": "quote",
    "/": "slash",
    "•": "bullet",
    "*": "bullet",
    "|": "bar",
}


class _Book(NamedTuple):
    alone: Mapping[str, str]
    longer: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]
    """First word -> second word -> (all words behind the first, the class), the longest first."""


class Tokens(NamedTuple):
    """The tokens of a text, in order, by parallel lists."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    """In lower case."""
    classes: list[str]
    """What the token says about how figures belong together ('including', 'comma'); '' for all other words."""
    capital: list[bool]
    upper: list[bool]
    """Whether any of its letters is a capital ('iPhone')."""

    def at(self, offset: int) -> int:
        """The first token that does not end before the offset."""
        return bisect_left(self.ends, offset + 1)

    def from_(self, offset: int) -> int:
        """The first token that begins at the offset or behind it."""
        return bisect_left(self.starts, offset)


def tokenise(document: Document) -> Tokens:
    """The tokens of a whole document. A phrase of several words marks each of its tokens with the class of the phrase."""
    book = pack(document.language).build(_book)
    starts, ends, words = document.tokens
    classes = list(map(book.alone.get, words, repeat("")))
    for at in compress(range(len(words)), map(book.longer.__contains__, words)):
        behind = book.longer[words[at]].get(words[at + 1] if at + 1 < len(words) else "", ())
        for rest, name in behind:
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                classes[at : at + 1 + len(rest)] = [name] * (1 + len(rest))
                break
    text = document.text
    printed = map(text.__getitem__, map(slice, starts, ends))
    upper = list(map(ne, printed, words))
    capital = [False] * len(words)
    for at in compress(range(len(words)), upper):
        capital[at] = text[starts[at]].isupper()
    return Tokens(starts, ends, words, classes, capital, upper)


def _book(words: Pack) -> _Book:
    alone: dict[str, str] = dict(PUNCTUATION)
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for table in words["relations"].values():
        for name, phrases in table.items():
            for phrase in phrases:
                first, *rest = cut(phrase).words
                if rest:
                    longer.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), name))
                else:
                    alone.setdefault(first, name)
    return _Book(
        alone,
        {
            first: {second: tuple(sorted(rests, key=_longest_first)) for second, rests in seconds.items()}
            for first, seconds in longer.items()
        },
    )


def _longest_first(phrase: tuple[tuple[str, ...], str]) -> int:
    return -len(phrase[0])
