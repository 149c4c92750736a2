"""The tokens of a document, cut once: where each stands, its lower case, and what it means for how figures belong together.

Four parallel lists rather than an object a token: a long article has thousands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import repeat
from operator import add, ne
from typing import NamedTuple

from audit.lang import Pack, pack

__all__ = ["PUNCTUATION", "Tokens", "tokenise"]

_TOKEN = re.compile(
    r"(?=\S)(?:[a-zA-Z]++(?=[ ,.])"  # most tokens; the rest are tried only where no white space stands
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]|_+)"
)
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


def tokenise(text: str, language: str = "en") -> Tokens:
    """The tokens of a whole text. A phrase of several words marks each of its tokens with the class of the phrase."""
    book = pack(language).build(_book)
    raw: list[str] = _TOKEN.findall(text)
    words = list(map(str.lower, raw))
    classes = list(map(book.alone.get, words, repeat("")))
    for at in [at for at, word in enumerate(words) if word in book.longer]:
        behind = book.longer[words[at]].get(words[at + 1] if at + 1 < len(words) else "", ())
        for rest, name in behind:
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                classes[at : at + 1 + len(rest)] = [name] * (1 + len(rest))
                break
    starts, end = [], 0
    for word in raw:  # nothing but what is no token stands between two of them
        start = text.index(word, end)
        starts.append(start)
        end = start + len(word)
    ends = list(map(add, starts, map(len, raw)))
    return Tokens(starts, ends, words, classes, [word[0].isupper() for word in raw], list(map(ne, raw, words)))


def _book(words: Pack) -> _Book:
    alone: dict[str, str] = dict(PUNCTUATION)
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for table in words["relations"].values():
        for name, phrases in table.items():
            for phrase in phrases:
                first, *rest = _TOKEN.findall(phrase)
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
