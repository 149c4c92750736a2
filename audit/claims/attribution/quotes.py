"""Where the quotations of a document begin and end, and which one carries another on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from audit.document import Document

__all__ = ["Quote", "Quotes"]

_MARK = re.compile(r"“|”|\"|''|``|«|»|„")
_OPEN, _CLOSE = frozenset(("“", "``", "«", "„")), frozenset(("”", "»"))


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation within one paragraph, with its marks; `closed` if the closing mark stands there."""

    start: int
    end: int
    closed: bool
    paragraph: int


@dataclass(frozen=True, eq=False)
class Quotes:
    """All quotations of a document, in order."""

    document: Document

    @cached_property
    def all(self) -> tuple[Quote, ...]:
        text = self.document.text
        found: list[Quote] = []
        for number, paragraph in enumerate(self.document.paragraphs):
            found += _quotes(text, paragraph.start, paragraph.end, number)
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self.all]

    def over(self, offsets: list[int]) -> list[int]:
        """For each of the offsets, which ascend, the number of the quotation that holds it, -1 outside."""
        found = [-1] * len(offsets)
        if offsets and self.all:
            first = max(0, bisect_right(self._starts, offsets[0]) - 1)
            for index in range(first, bisect_right(self._starts, offsets[-1])):
                low = bisect_left(offsets, self.all[index].start)
                high = bisect_left(offsets, self.all[index].end)
                found[low:high] = [index] * (high - low)
        return found

    def carried(self, index: int) -> tuple[int, str] | None:
        """Number of the quotation whose speaker may go on in this one, and where it stands.

        'paragraph': before it in its paragraph; 'ends': at the end of the paragraph before, which this one carries on;
        'within': in the paragraph before, whose end names its speaker.
        """
        if index == 0:
            return None
        quote, before = self.all[index], self.all[index - 1]
        if before.paragraph == quote.paragraph:
            return index - 1, "paragraph"
        if before.paragraph != quote.paragraph - 1 or quote.start != self.document.paragraphs[quote.paragraph].start:
            return None
        rest = self.document.text[before.end : self.document.paragraphs[before.paragraph].end]
        return index - 1, "within" if any(character.isalnum() for character in rest) else "ends"


def _quotes(text: str, start: int, end: int, paragraph: int) -> Iterator[Quote]:
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[match.end() : match.end() + 1]
        leans = (
            before.isspace() and not after.isspace()
        )  # a straight mark that can only open: one before it was not closed
        if mark in _OPEN or (mark not in _CLOSE and (leans or (opened is None and not _inch(text, at, before)))):
            opened = at
        elif opened is not None:
            yield Quote(opened, match.end(), True, paragraph)
            opened = None
    if opened is not None:
        yield Quote(opened, end, False, paragraph)


def _inch(text: str, at: int, before: str) -> bool:
    """Whether a straight mark stands for inches, or closes what was never opened: '5\" pipe', 'he said.\" '."""
    after = text[at + 1 : at + 2]
    return not before.isspace() and (not after or after.isspace())
