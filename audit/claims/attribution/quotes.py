"""Where the quotations of a document begin and end, and which one carries another on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from audit.text.document import Document

__all__ = ["Quote", "Quotes"]

_MARKS = ("“", "”", '"', "''", "``", "«", "»", "„")
_OPEN, _CLOSE = frozenset(("“", "``", "«", "„")), frozenset(("”", "»"))


class Quote(NamedTuple):
    """A quotation within one paragraph, with its marks; `closed` if the closing mark stands there."""

    start: int
    end: int
    closed: bool
    paragraph: int


@cache
def _any(marks: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the marks. Most texts have one or two of them, which are found much sooner than all."""
    return re.compile("|".join(marks))


@dataclass(frozen=True, eq=False)
class Quotes:
    """All quotations of a document, in order."""

    document: Document

    @cached_property
    def all(self) -> tuple[Quote, ...]:
        text, document = self.document.text, self.document
        marks = tuple(mark for mark in _MARKS if mark in text)
        if not marks:
            return ()
        found: list[Quote] = []
        opened, paragraph = -1, 0
        for match in _any(marks).finditer(text):
            mark, at, end = match.group(), match.start(), match.end()
            sentence = document.sentence_at(at)
            if sentence is not None and sentence.paragraph != paragraph:
                if opened >= 0:
                    found.append(Quote(opened, document.paragraphs[paragraph].end, False, paragraph))
                opened, paragraph = -1, sentence.paragraph
            before, after = text[at - 1 : at] or " ", text[end : end + 1]
            # a straight mark that can only open: one before it was not closed
            leans = before.isspace() and not after.isspace()
            if mark in _OPEN or (mark not in _CLOSE and (leans or (opened < 0 and not _inch(text, at, before)))):
                opened = at
            elif opened >= 0:
                found.append(Quote(opened, end, True, paragraph))
                opened = -1
        if opened >= 0:
            found.append(Quote(opened, document.paragraphs[paragraph].end, False, paragraph))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [quote.end for quote in self.all]

    def at(self, offset: int) -> int:
        """Number of the quotation that holds the offset, -1 if none does."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._ends[index] else -1

    def over(self, offsets: list[int]) -> list[int] | None:
        """For each of the offsets, which ascend, the number of the quotation that holds it, -1 outside; None without any."""
        over = range(bisect_right(self._ends, offsets[0]), bisect_right(self._starts, offsets[-1])) if offsets else ()
        if not over:
            return None
        found = [-1] * len(offsets)
        for index in over:
            low, high = bisect_left(offsets, self._starts[index]), bisect_left(offsets, self._ends[index])
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


def _inch(text: str, at: int, before: str) -> bool:
    """Whether a straight mark stands for inches, or closes what was never opened: '5\" pipe', 'he said.\" '."""
    after = text[at + 1 : at + 2]
    return not before.isspace() and (not after or after.isspace())
