"""Reads the sentences of a document for their sources, each once and only when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.candidates import find_candidates, may_speak
from audit.claims.attribution.quotes import Quotes
from audit.claims.attribution.tokens import Tokens, tokenize
from audit.text.document import Document, Sentence

__all__ = ["Finder", "Reader", "Reading", "Standing"]

_WINDOW = 150
"""Words between a figure and a cue in its sentence at most, so that a text without full stops takes no longer."""
_NEAREST = 16

Finder = Callable[[Tokens], list[Candidate]]


class Standing(NamedTuple):
    """What all figures on one side of a candidate see of it."""

    place: str
    """Its order and the side ('sv.after') or, where the figures are in another sentence, how it is found from there."""
    sided: list[str]
    """Features of it and this side."""
    others: list[str]
    """Features of it alone."""
    log_odds: int
    """Of being the source rather than nobody, by these, in hundredths."""


class Reading:
    """One sentence. It is parted into tokens when somebody asks for one: most sentences need not be."""

    def __init__(self, document: Document, stretch: Sentence, quotes: Quotes, find: Finder) -> None:
        self._document, self._stretch, self._quotes = document, stretch, quotes
        self.sentence = stretch.index
        self.candidates: list[Candidate] = []
        """In the order of their cues."""
        if find is not find_candidates or may_speak(stretch.text, document.words_of(stretch)):
            self.tokens = tokenize(document, stretch.start, stretch.end)
            self.candidates = find(self.tokens)
        self.cues: list[int] = [candidate.cue[1] for candidate in self.candidates]
        """The number of the token at which each candidate's cue ends."""
        self.standing: dict[tuple[int, str], Standing] = {}
        """What the figures before or after a candidate, by its number, see of it, as far as somebody asked."""

    @cached_property
    def tokens(self) -> Tokens:
        return tokenize(self._document, self._stretch.start, self._stretch.end)

    @cached_property
    def quoted(self) -> list[int] | None:
        """For each token the number of the quotation that it stands in, -1 outside; None without any."""
        return self._quotes.over(self.tokens.starts)

    def around(self, token: int) -> range:
        """The candidates whose cues stand near the token: no more than `_NEAREST` on either side, none beyond `_WINDOW`."""
        cues = self.cues
        if len(cues) <= _NEAREST and len(self.tokens) <= _WINDOW:
            return range(len(cues))
        at = bisect_left(cues, token)
        low = max(at - _NEAREST, bisect_left(cues, token - _WINDOW))
        return range(low, min(at + _NEAREST, bisect_left(cues, token + _WINDOW + 1)))


class Reader:
    """The sentences of one document, each read once; `find` gives the candidates of a sentence."""

    def __init__(self, document: Document, find: Finder = find_candidates) -> None:
        self.document = document
        self.quotes = Quotes(document)
        self._find = find
        self._readings: dict[int, Reading] = {}

    def read(self, sentence: int) -> Reading:
        """The sentence of that number."""
        known = self._readings.get(sentence)
        if known is None:
            stretch = self.document.sentences[sentence]
            known = self._readings[sentence] = Reading(self.document, stretch, self.quotes, self._find)
        return known
