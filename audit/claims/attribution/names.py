"""The names of a text, and the fullest one of whoever a short form, a description or a pronoun stands for.

A surname stands for the last fuller name before it that ends in it, letters for the words whose initials they are, 'the
defence minister' for the name that follows that title, 'he' and 'it' for the last subject before that could be one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.tokens import has_small
from audit.lang import load
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["Mention", "Names", "without_possessive"]

_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ɏͰ-֏Ḁ-῿]"  # beyond Latin-1 small letters, too: what is not English opens no sentence
_WORD = rf"{_UPPER}(?:\.|[\w&’'-]*+(?:\.\w[\w&’'-]*+)*)"
_MOST = 10
"""Capitalised words of a name at most."""
_RUN = re.compile(rf"{_WORD}(?:[^\S\n]++{_WORD}){{0,{_MOST - 1}}}")
_NAME = re.compile(rf"{_WORD}(?:(\.?[^\S\n]++(?:[a-z]++[^\S\n]++){{1,2}}|\.[^\S\n]++){_WORD}|[^\S\n]++{_WORD})+")
"""Two words or more; the group has what may part them."""


class Mention(NamedTuple):
    """A name of two words or more, with titles: `words` in lower case."""

    start: int
    text: str
    words: tuple[str, ...]


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of capitalised words, small words between them: 'Gen. J. Poe of the Red Guard'."""
    for match in _NAME.finditer(text):
        if match.lastindex is None and match.group().count(" ") < _MOST:
            yield match.span()
        else:
            yield from _parted(text, *match.span())


def _parted(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs in a stretch of text, parted where other small words or more than `_MOST` capitalised ones stand."""
    links, start, end = _links(), first, first
    for match in _RUN.finditer(text, first, last):
        between = text[end : match.start()]
        joined = between in links or (between[:1] == "." and _abbreviates(text[start:end], between))
        if joined and sum(word[0].isupper() for word in text[start : match.end()].split()) <= _MOST:
            end = match.end()
        else:
            if end > start:
                yield start, end
            start, end = match.span()
    if end > start:
        yield start, end


def _abbreviates(name: str, between: str) -> bool:
    """Whether the full stop that opens what stands after the name is that of its last word, a title: 'Gen. Poe'."""
    return between[1:].isspace() and "\n" not in between and name.rsplit(None, 1)[-1].lower() in _titles()


@kept
def _titles() -> frozenset[str]:
    return frozenset(load("sentences")["titles"])


@kept
def _links() -> frozenset[str]:
    """What joins two capitalised words: a small word, 'the', or both."""
    lex = lexicon()
    small = lex.small | lex.people | lex.outlets
    return frozenset([" the ", *(f" {word} " for word in small), *(f" {word} the " for word in small)])


@dataclass(frozen=True, eq=False)
class Names:
    """The names of one document; found when first asked for. None in wire copy that is all in capitals."""

    document: Document

    @cached_property
    def mentions(self) -> list[Mention]:
        """In order. Words that stand alone are left out: any sentence opens with a capital."""
        text = self.document.text
        if not has_small(text):
            return []
        found = []
        for start, end in self._within_sentences(_runs(text)):
            run = text[start:end]
            named = None if run.isalnum() else _named(run)
            if named is not None and len(named[2]) > 1:
                skipped, name, words = named
                found.append(Mention(start + skipped, name, words))
        return found

    def _within_sentences(self, runs: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The runs, parted where a sentence ends in one: 'posted on X. Ann Poe replied'."""
        text, document = self.document.text, self.document
        for start, end in runs:
            sentence = document.sentence_at(end - 1) if "." in text[start:end] else None
            if sentence is None or sentence.start <= start:
                yield start, end
            else:
                yield start, start + len(text[start : sentence.start].rstrip())
                yield sentence.start, end

    @cached_property
    def _by_last(self) -> dict[str, list[Mention]]:
        """Mentions by their last word."""
        index: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            index.setdefault(mention.words[-1], []).append(mention)
        return index

    @cached_property
    def _by_title(self) -> dict[tuple[str, ...], list[Mention]]:
        """Mentions by the title that they start with: ('defence', 'minister')."""
        people = lexicon().people
        index: dict[tuple[str, ...], list[Mention]] = {}
        for mention in self.mentions:
            if people.isdisjoint(mention.words):
                continue
            for length in range(1, min(4, len(mention.words) - 1)):
                if mention.words[length - 1] in people and mention.words[length] not in people:
                    for first in range(length):
                        index.setdefault(mention.words[first:length], []).append(mention)
                    break
        return index

    @cached_property
    def _by_initials(self) -> dict[str, Mention]:
        index: dict[str, Mention] = {}
        for mention in self.mentions:
            capitals = [word for word in mention.text.split() if word[0].isupper()]
            if len(capitals) > 2:
                index.setdefault("".join(word[0] for word in capitals), mention)
        return index

    def fullest(self, text: str, offset: int) -> str:
        """The fullest name of what `text`, which stands at `offset`, names; `text` itself if there is no fuller."""
        lex = lexicon()
        parts = text.split()
        while len(parts) > 1 and parts[0].lower() in lex.determiners:
            parts = parts[1:]
        if not parts:
            return text
        last = without_possessive(parts[-1])
        if last.isupper() and len(parts) == 1 and last in self._by_initials:
            return self._by_initials[last].text
        if last[:1].isupper():
            words = tuple([without_possessive(part).lower() for part in parts])
            return self._longest(words, offset) or text
        if len(parts) < len(text.split()) or "'s" in text or "’s" in text:
            return self._titled(tuple(part.lower() for part in parts), offset) or text
        return text

    def _longest(self, words: tuple[str, ...], offset: int) -> str | None:
        known = self._by_last.get(words[-1], [])
        fitting = [m for m in known[:200] if set(words) <= set(m.words) and len(m.words) >= len(words)]
        nearest = _nearest(fitting, offset)
        if nearest is None:
            return None
        # of the same person: the same last two words
        same = [m for m in fitting if m.words[-2:] == nearest.words[-2:]]
        return max(same, key=lambda m: (len(m.words), -m.start)).text

    def _titled(self, words: tuple[str, ...], offset: int) -> str | None:
        for first in range(max(0, len(words) - 3), len(words)):
            nearest = _nearest(self._by_title.get(words[first:], []), offset)
            if nearest is not None:
                return nearest.text
        return None

    @cached_property
    def _outlets(self) -> list[Mention]:
        """Names that a word for an outlet introduces, or that have one in them: 'the Israeli newspaper Haaretz'."""
        words = lexicon().outlets
        found = []
        for mention in self.mentions:
            at = next((i for i, word in enumerate(mention.words[:-1]) if word in words), None)
            if at is not None:
                found.append(Mention(mention.start, " ".join(mention.text.split()[at + 1 :]), mention.words[at + 1 :]))
        return found

    def outlet_before(self, offset: int) -> str | None:
        """The outlet that the text introduced last before the offset."""
        before = bisect_left(self._outlets, offset, key=lambda mention: mention.start)
        return self._outlets[before - 1].text if before else None

    def first_in(self, start: int, end: int) -> Mention | None:
        """The first name between the offsets."""
        at = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        found = self.mentions[at] if at < len(self.mentions) else None
        return found if found is not None and found.start < end else None


def without_possessive(name: str) -> str:
    """'The army' for 'The army's'."""
    return _POSSESSIVE.sub("", name) if "'" in name or "’" in name else name


def _nearest(mentions: list[Mention], offset: int) -> Mention | None:
    """The last one before the offset, else the first one after it."""
    before = bisect_left(mentions, offset, key=lambda mention: mention.start)
    return mentions[before - 1] if before else mentions[0] if mentions else None


@kept(most=1 << 14)
def _named(text: str) -> tuple[int, str, tuple[str, ...]] | None:
    """The run without the small words that a sentence's capital lets in at its start, and without a possessive.

    Where in the run the name begins, its text and its words in lower case; None if no name is left.
    """
    lex, start = lexicon(), 0
    while True:
        first, _, rest = text.partition(" ")
        low = first.lower().rstrip(".,")
        if not rest or not (
            low in lex.determiners
            or low in lex.prepositions
            or low in lex.openers
            or low in lex.clause
            or low in lex.days
            or low in lex.pronouns
        ):
            break
        start += len(text) - len(rest)
        start += len(rest) - len(rest.lstrip())
        text = rest.lstrip()
    text = without_possessive(text.rstrip(".-"))
    words = tuple([without_possessive(word).lower().rstrip(".") for word in text.split()])
    named = words and text.lower() not in lex.determiners and any(word[0].isupper() for word in text.split())
    return (start, text, words) if named else None
