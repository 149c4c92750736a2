"""Words and marks of a stretch of text, with their offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from audit.text.document import Document, Span
from audit.text.tokens import Grain, stretch

__all__ = ["Tokens", "has_small", "tokenize"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: `words` in lower case with straight apostrophes, `starts` their offsets in the document's text."""

    text: str
    words: list[str]
    starts: list[int]
    cased: bool = True
    """Whether capitals tell names from words; they do not in wire copy that is all in capitals."""

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Offset at which the token ends."""
        return self.starts[i] + len(self.words[i])

    def at(self, offset: int) -> int:
        """Number of the token that holds the offset, or of the first one after it."""
        i = self.before(offset)
        return i if i >= 0 and offset < self.end(i) else i + 1

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
        return self.text[self.starts[first] : self.end(last)]

    def span(self, first: int, last: int) -> Span:
        start, end = self.starts[first], self.end(last)
        return Span(start, end, self.text[start:end])


def tokenize(document: Document, start: int, end: int) -> Tokens:
    """The tokens of the document from `start` to `end`."""
    piece = document.text[start:end]
    starts, _, words = stretch(document, start, end, Grain.TIED)
    if "’" in piece:
        words = [word.replace("’", "'") for word in words]
    return Tokens(document.text, words, starts, has_small(piece))


def has_small(text: str) -> bool:
    """Whether any of its letters is a small one."""
    # wire copy in capitals is told as a whole; in other texts one of the first letters is small
    return not text.isupper() and any(map(str.islower, text))
