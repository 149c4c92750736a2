"""What is audited: a text with what is known about it. The text is never rewritten, so every offset points into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from audit.display import Displayed
from audit.lang import ENGLISH
from audit.text.dates import DateMention, as_day, find_dates, has_digital, month_names
from audit.text.language import code_of, foreign_among, is_read, recognised
from audit.text.sentences import split_paragraphs, split_sentences
from audit.text.tokens import Cut, cut, ties
from audit.text.words import letters

__all__ = ["Document", "Sentence", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text: `document.text[span.start:span.end] == span.text`."""

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its stretch of the text, its number in the document and that of its paragraph, both from 0."""

    start: int
    end: int
    text: str
    index: int
    paragraph: int

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, eq=False)
class Document(Displayed):
    """A text and its metadata. Two documents are the same if they are one object; `sha256` compares contents.

    `name` is how a report calls it (a file's name, a URL, 'text'); `origin` where it was read from, as given.
    `publisher` and `published` are what the user, the file's metadata or the text's own first line say; None if nothing.
    A `published` that is given as a string in ISO 8601 becomes a date; raises `OptionError` for one that is none.
    """

    text: str
    name: str = "text"
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    author: str | None = None
    origin: str | None = None
    language: str = ""
    """The code of its language: as told, else recognised by its words, and English where there are too few to tell."""
    notes: tuple[str, ...] = field(default=())
    """What a reader had to assume, each one sentence; shown in the report's method section."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "published", as_day(self.published))
        object.__setattr__(self, "language", code_of(self.language) or recognised(self.text) or ENGLISH)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, in order: stretches between blank lines or, where there are none, between line ends."""
        return tuple(Span(start, end, self.text[start:end]) for start, end in split_paragraphs(self.text))

    @cached_property
    def unread(self) -> tuple[tuple[Span, str], ...]:
        """The stretches of it in languages that are not read, each with the language's code: nothing there is judged."""
        if not is_read(self.language):
            return ((self.span(0, len(self.text)), self.language),)
        told = foreign_among([paragraph.text for paragraph in self.paragraphs])
        return tuple(
            (paragraph, code) for paragraph, code in zip(self.paragraphs, told, strict=True) if code is not None
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order. Every character that is not white space between them lies in exactly one."""
        return tuple(
            Sentence(start, end, self.text[start:end], index, paragraph)
            for index, (start, end, paragraph) in enumerate(split_sentences(self.text))
        )

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, every character at its own offset: where words are looked for in small letters."""
        low = self.text.lower()
        if len(low) == len(self.text):
            return low
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def tokens(self) -> Cut:
        """Its tokens, cut finely, in order."""
        return cut(self.lowered)

    @cached_property
    def ties(self) -> list[int]:
        """Where tokens may be tied together by whoever reads it more coarsely (`audit.text.tokens.stretch`)."""
        return ties(self.lowered)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or the last one before it; None in a text without sentences."""
        if not self.sentences:
            return None
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        spaced = letters(self.lowered)
        return tuple([frozenset(["", *spaced[s.start : s.end].split()]) for s in self.sentences])

    def words_of(self, sentence: Sentence) -> frozenset[str]:
        """The words of one of its sentences, as `audit.text.words` has them: asked before a phrase is looked for."""
        return self._words[sentence.index]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all its sentences."""
        return frozenset(("",)).union(*self._words)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates that are printed in it, in order."""
        return find_dates(self.text, within=self._dated())

    def _dated(self) -> list[tuple[int, int]]:
        """The sentences in which the name of a month stands, whatever its case; the whole text if it has digital dates."""
        if has_digital(self.text):
            return [(0, len(self.text))]
        months = month_names()
        return [(s.start, s.end) for s in self.sentences if not months.isdisjoint(self._words[s.index])]

    def is_read_at(self, offset: int) -> bool:
        """Whether what stands there is in a language that is read."""
        return not any(span.covers(offset) for span, _ in self.unread)

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        return f"Document({self.name!r}, {len(self.text)} characters)"
