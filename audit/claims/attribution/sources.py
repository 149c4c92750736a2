"""Which candidates each figure of a document has for its source, in its own sentence and across sentences.

A quotation takes its source from the cue beside it; without one, from the quotation that it carries on. A block after a
colon takes it from the line before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from audit.claims.attribution.accept import shares
from audit.claims.attribution.candidates import Candidate, find_candidates
from audit.claims.attribution.features import features, side
from audit.claims.attribution.quotes import Quotes
from audit.claims.attribution.tokens import Tokens, tokenize
from audit.document import Document, Span

__all__ = ["Finder", "Named", "Reader"]

_WINDOW = 150
"""Words between a figure and a cue in its sentence at most, so that a text without full stops takes no longer."""
_NEAREST = 16

Finder = Callable[[Tokens], list[Candidate]]
_Found = tuple[Candidate, Tokens, tuple[str, ...], int]
"""A candidate, the tokens that it stands in, its features and the number of its sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """A candidate in the document, with its share of the probability of being the source of a figure."""

    candidate: Candidate
    tokens: Tokens
    features: tuple[str, ...]
    sentence: int
    share: float

    @property
    def source(self) -> Span:
        return _span(self.tokens, *self.candidate.source)

    @property
    def head(self) -> Span:
        return _span(self.tokens, *self.candidate.head)

    @property
    def cue(self) -> Span:
        return _span(self.tokens, *self.candidate.cue)


def _span(tokens: Tokens, first: int, last: int) -> Span:
    start, end = tokens.starts[first], tokens.end(last)
    return Span(start, end, tokens.text[start:end])


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence, read once."""

    tokens: Tokens
    candidates: list[Candidate]
    quoted: list[int]

    def around(self, token: int) -> list[Candidate]:
        """The candidates whose cues stand near the token: no more than `_NEAREST` on either side, none beyond `_WINDOW`."""
        at = bisect_left(self.candidates, token, key=_cue)
        near = self.candidates[max(0, at - _NEAREST) : at + _NEAREST]
        return [candidate for candidate in near if abs(_cue(candidate) - token) <= _WINDOW]


def _cue(candidate: Candidate) -> int:
    return candidate.cue[1]


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads the sentences of one document, each once and only when a figure asks for it."""

    document: Document
    find: Finder = find_candidates
    quotes: Quotes = field(init=False)
    _read: dict[int, _Read] = field(init=False, default_factory=dict)
    _speakers: dict[int, tuple[int, int, str] | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quotes", Quotes(self.document))

    @cached_property
    def _opening(self) -> dict[int, int]:
        """The first sentence of each paragraph."""
        return {sentence.paragraph: sentence.index for sentence in reversed(self.document.sentences)}

    def read(self, sentence: int) -> _Read:
        found = self._read.get(sentence)
        if found is None:
            stretch = self.document.sentences[sentence]
            tokens = tokenize(self.document, stretch.start, stretch.end)
            at = self.quotes.at
            quoted = [-1] * len(tokens)
            if self.quotes.between(stretch.start, stretch.end):
                quoted = [-1 if (q := at(start)) is None else q for start in tokens.starts]
            found = self._read[sentence] = _Read(tokens, self.find(tokens), quoted)
        return found

    def named(self, offset: int) -> list[Named]:
        """Every candidate for a figure at the offset, in the order of the text."""
        stretch = self.document.sentence_at(offset)
        if stretch is None:
            return []
        read = self.read(stretch.index)
        tokens = read.tokens
        figure = min(tokens.at(offset), len(tokens) - 1)
        found: list[_Found] = []
        around = read.around(figure)
        for which, candidate in enumerate(around):
            place = side(tokens, candidate, figure)
            if place is not None:
                named = features(tokens, around, which, figure, read.quoted, place)
                found.append((candidate, tokens, tuple(named), stretch.index))
        found += self._across(offset, stretch.index, read.quoted[figure])
        return [Named(*one, share) for one, share in zip(found, shares([one[2] for one in found]), strict=True)]

    def _across(self, offset: int, sentence: int, quote: int) -> Iterator[_Found]:
        """Candidates in other sentences: of the quotation, or of the line that a colon ends."""
        if quote >= 0:
            speaker, steps = self._speaker(quote)
            if speaker is not None:
                where, which, how = speaker
                if where != sentence:
                    yield self._far(where, which, f"quote.{how}", steps)
        opened = self._block(sentence)
        if opened is not None:
            yield self._far(opened[0], opened[1], "block quoted" if quote >= 0 else "block")
        label = self._label(sentence)
        if label is not None:
            yield self._far(label, 0, "label quoted" if quote >= 0 else "label")

    def _far(self, sentence: int, which: int, key: str, steps: int = 0) -> _Found:
        read = self.read(sentence)
        candidate = read.candidates[which]
        family = key.split(".")[0].split()[0]
        named = [key, f"{family} verb {candidate.verb}", f"{family} order {candidate.order}"]
        if steps:
            named.append(f"{family} steps {min(steps, 3)}")
        return candidate, read.tokens, tuple(named), sentence

    def _block(self, sentence: int) -> tuple[int, int] | None:
        """The last candidate of the line before, if that line ends in a colon."""
        sentences = self.document.sentences
        if sentence == 0 or not sentences[sentence - 1].text.endswith(":"):
            return None
        candidates = self.read(sentence - 1).candidates
        outside = [k for k, c in enumerate(candidates) if c.order in ("sv", "according", "colon", "vs", "participle")]
        return (sentence - 1, outside[-1]) if outside else None

    def _label(self, sentence: int) -> int | None:
        """The sentence that opens the paragraph with a speaker's name and a colon, as a transcript does."""
        first = self._opening[self.document.sentences[sentence].paragraph]
        if first == sentence:
            return None
        candidates = self.read(first).candidates
        return first if candidates and candidates[0].order == "colon" else None

    def _speaker(self, quote: int) -> tuple[tuple[int, int, str] | None, int]:
        """Sentence and number of the candidate that speaks the quotation, how it was found, and over how many quotations."""
        index: int | None = quote
        steps, how = 0, ""
        while index is not None and steps < 40:
            if index not in self._speakers:
                self._speakers[index] = self._beside(index)
            speaker = self._speakers[index]
            if speaker is not None:
                return (speaker[0], speaker[1], how or speaker[2]), steps
            carried = self.quotes.carried(index)
            if carried is None or carried[1] == "within":
                previous = self._paragraph_before(index)
                if previous is not None:
                    return (*previous, "previous"), steps
            if carried is None:
                break
            index, step = carried
            how = step if not how or how == "paragraph" else how
            steps += 1
        return None, steps

    def _paragraph_before(self, index: int) -> tuple[int, int] | None:
        """The last speaker that the paragraph before names at its end, if the quotation opens its own paragraph."""
        quote = self.quotes.all[index]
        paragraph = self.document.paragraphs[quote.paragraph]
        first = self._opening.get(quote.paragraph, 0)
        if quote.start != paragraph.start or first == 0:
            return None
        read = self.read(first - 1)
        for which in range(len(read.candidates) - 1, -1, -1):
            candidate = read.candidates[which]
            if (
                candidate.order in ("sv", "vs")
                and candidate.verb in ("say", "claim")
                and read.quoted[candidate.cue[1]] < 0
            ):
                return first - 1, which
        return None

    def _beside(self, index: int) -> tuple[int, int, str] | None:
        """The candidate whose cue stands next to the quotation: after it, else before it."""
        quote = self.quotes.all[index]
        text, document = self.document.text, self.document
        last = document.sentence_at(quote.end - 1)
        first = document.sentence_at(quote.start)
        if last is None or first is None:
            return None
        ends = (
            [last.index]
            if last.end > quote.end
            else [last.index + 1]
            if last.index + 1 < len(document.sentences)
            else []
        )
        for number in ends:
            stretch = document.sentences[number]
            if stretch.paragraph != last.paragraph:
                continue
            read = self.read(number)
            for which, candidate in enumerate(read.candidates):
                low = min(candidate.source[0], candidate.cue[0])
                start = read.tokens.starts[low]
                if (
                    start >= quote.end
                    and read.quoted[candidate.cue[1]] < 0
                    and not text[quote.end : start].strip(" ,.\n")
                ):
                    return number, which, "after"
        read = self.read(first.index)
        for which in range(len(read.candidates) - 1, -1, -1):
            candidate = read.candidates[which]
            high = max(candidate.source[1], candidate.cue[1])
            if read.tokens.end(high) <= quote.start and read.quoted[candidate.cue[1]] < 0:
                return first.index, which, "before"
        if first.index and text[: quote.start].rstrip()[-1:] == ":":
            opened = self._block(first.index)
            if opened is not None:
                return opened[0], opened[1], "block"
        return None
