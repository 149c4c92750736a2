"""Words and marks of a stretch of text, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from audit.document import Document

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"\d[\d,.]*\d|''|``|--+"  # a number with its separators, a double quote of two marks, a dash of hyphens
    r"|[^\W_]+(?:[-'’.&/][^\W_]+)*"  # a word: St-Denis, don't, U.S, AT&T
    r"|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: `words` in lower case with straight apostrophes, `starts` and `ends` in the document's text."""

    text: str
    lowered: str
    """The text in lower case, at the same offsets."""
    words: list[str]
    starts: list[int]
    ends: list[int]
    cased: bool = True
    """Whether capitals tell names from words; they do not in wire copy that is all in capitals."""

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Number of the token that holds the offset, or of the first one after it."""
        return bisect_left(self.ends, offset + 1)

    def before(self, offset: int) -> int:
        """Number of the last token that starts at or before the offset; -1 if none does."""
        return bisect_right(self.starts, offset) - 1

    def capital(self, i: int) -> bool:
        """Whether the token starts with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def capital_before(self, i: int) -> bool:
        """Whether the token opens the sentence or a quotation, where a capital says nothing."""
        return i == 0 or not self.words[i - 1][-1].isalnum()

    def string(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last]]


def tokenize(document: Document, start: int, end: int) -> Tokens:
    """The tokens of the document from `start` to `end`."""
    text, lowered = document.text, document.lowered
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    low = lowered[start:end].replace("’", "'")
    words = [low[first - start : last - start] for first, last in spans]
    cased = any(map(str.islower, text[start:end]))
    return Tokens(text, lowered, words, [first for first, _ in spans], [last for _, last in spans], cased)
