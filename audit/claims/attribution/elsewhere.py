"""Candidates for a figure that stand in other sentences: who speaks the quotation around it, and whose words a block is.

A quotation takes its source from the cue beside it; without one, from the quotation that it carries on. A block after a
colon takes it from the line before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from audit.claims.attribution.candidate import SIGNING, Candidate
from audit.claims.attribution.reading import Reader, Reading
from audit.text.document import Sentence

__all__ = ["Elsewhere", "Place"]

_STEPS = 40
"""Quotations over which one carries another on at most."""
_SPACE = 40
"""Characters of white space between a colon and its quotation at most."""
_OPENING = frozenset(["sv", "according", "colon", "line", "vs", "participle"])


class Place(NamedTuple):
    """A candidate by its number in its sentence, how it was found, and over how many quotations."""

    sentence: int
    which: int
    how: str
    steps: int = 0


class Elsewhere:
    """Finds them in one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._document = reader.document
        self._speakers: dict[int, Place | None] = {}
        self._blocks: dict[int, list[Place]] = {}
        self._colons = ":" in reader.document.text

    @cached_property
    def _opening(self) -> dict[int, int]:
        """The first sentence of each paragraph."""
        return {sentence.paragraph: sentence.index for sentence in reversed(self._document.sentences)}

    def places(self, sentence: int, quote: int) -> list[Place]:
        """The candidates for a figure of the sentence that stands in that quotation, or in none if it is negative."""
        blocks = self._blocks.get(sentence)
        if blocks is None:
            blocks = self._blocks[sentence] = list(self._openers(sentence)) if self._colons else []
        if quote < 0:  # a name alone on its line speaks what is quoted below, and heads all else
            return [place for place in blocks if not self._is_line(place)]
        speaker = self._speaker(quote)
        spoken = [] if speaker is None or speaker.sentence == sentence else [speaker]
        return spoken + [place._replace(how=f"{place.how} quoted") for place in blocks]

    def _is_line(self, place: Place) -> bool:
        return self._reader.read(place.sentence).candidates[place.which].order == "line" and place.how == "block"

    def _openers(self, sentence: int) -> Iterator[Place]:
        """Whose words a line or a paragraph is, by what opens it."""
        block = self._block(sentence)
        if block is not None:
            yield block
        first = self._opening[self._document.sentences[sentence].paragraph]
        if first != sentence and ":" in self._document.sentences[first].text:
            candidates = self._reader.read(first).candidates
            if candidates and (candidates[0].order == "colon" or self._is_label(candidates[0])):
                yield Place(first, 0, "label")  # a speaker's name, as in a transcript

    def _is_label(self, candidate: Candidate) -> bool:
        """Whether it is the name with which a quoted transcript opens a speech: '“ORIN: I was there.'"""
        return candidate.order == "line" and candidate.source[0] == 1 and candidate.cue[0] == candidate.source[1] + 1

    def _block(self, sentence: int) -> Place | None:
        """The last candidate of the line before, if that line ends in a colon."""
        if sentence == 0 or not self._document.sentences[sentence - 1].text.endswith(":"):
            return None
        candidates = self._reader.read(sentence - 1).candidates
        found = [which for which, candidate in enumerate(candidates) if candidate.order in _OPENING]
        return Place(sentence - 1, found[-1], "block") if found else None

    def _speaker(self, quote: int) -> Place | None:
        """Who speaks the quotation, or one that it carries on."""
        index: int | None = quote
        steps, how = 0, ""
        while index is not None and steps < _STEPS:
            if index not in self._speakers:
                self._speakers[index] = self._beside(index)
            speaker = self._speakers[index]
            if speaker is not None:
                return speaker._replace(how=f"quote.{how or speaker.how}", steps=steps)
            carried = self._reader.quotes.carried(index)
            if carried is None or carried[1] == "within":
                previous = self._paragraph_before(index)
                if previous is not None:
                    return previous._replace(steps=steps)
            if carried is None:
                break
            index, step = carried
            how = step if not how or how == "paragraph" else how
            steps += 1
        return None

    def _paragraph_before(self, index: int) -> Place | None:
        """The last speaker that the paragraph before names at its end, if the quotation opens its own paragraph."""
        quote = self._reader.quotes.all[index]
        first = self._opening.get(quote.paragraph, 0)
        if quote.start != self._document.paragraphs[quote.paragraph].start or first == 0:
            return None
        reading = self._reader.read(first - 1)
        for which, candidate in reversed(_unquoted(reading, self._document.sentences[first - 1].end)):
            if candidate.order in ("sv", "vs") and candidate.verb in ("say", "claim"):
                return Place(first - 1, which, "quote.previous")
        return None

    def _beside(self, index: int) -> Place | None:
        """The candidate whose cue stands next to the quotation: after it, else before it."""
        quote = self._reader.quotes.all[index]
        text, document = self._document.text, self._document
        first, last = document.sentence_at(quote.start), document.sentence_at(quote.end - 1)
        if first is None or last is None:
            return None
        after = last if last.end > quote.end else self._next(last)
        if after is not None:
            reading = self._reader.read(after.index)
            for which, candidate in _unquoted(reading, quote.end):
                start = reading.tokens.starts[min(candidate.source[0], candidate.cue[0])]
                labels = (
                    candidate.order == "line" and candidate.source[1] < candidate.cue[0]
                )  # 'ORIN:' speaks what follows
                if start >= quote.end and not labels and not text[quote.end : start].strip(" ,.\n"):
                    return Place(after.index, which, "after")
        reading = self._reader.read(first.index)
        for which, candidate in reversed(_unquoted(reading, quote.start)):
            if reading.tokens.end(max(candidate.source[1], candidate.cue[1])) <= quote.start:
                return Place(first.index, which, "before")
        return (
            self._block(first.index) if text[max(0, quote.start - _SPACE) : quote.start].rstrip()[-1:] == ":" else None
        )

    def _next(self, sentence: Sentence) -> Sentence | None:
        """The sentence after it in the same paragraph, or a line of its own that a dash opens."""
        following = self._document.sentences[sentence.index + 1 : sentence.index + 2]
        if following and (following[0].paragraph == sentence.paragraph or following[0].text.startswith(SIGNING)):
            return following[0]
        return None


def _unquoted(reading: Reading, offset: int) -> list[tuple[int, Candidate]]:
    """The candidates around the offset whose cues stand in no quotation, with their numbers."""
    if not reading.candidates:
        return []
    quoted, numbered = reading.quoted, [(i, reading.candidates[i]) for i in reading.around(reading.tokens.at(offset))]
    return [(which, candidate) for which, candidate in numbered if quoted is None or quoted[candidate.cue[1]] < 0]
