"""Words and marks of a stretch of text, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

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


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        words.append(match.group().lower().replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, starts, ends, any(map(str.islower, text[start:end])))
