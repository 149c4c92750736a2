"""Finds the phrases of a vocabulary among words: 'is|are ~ said to' finds 'is said to' and 'are also widely said to'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from audit.claims.attribution.tokens import Tokens
from audit.document import Document, Sentence, Span
from audit.vocabulary import load

__all__ = ["Found", "Phrases", "phrases"]

_GAP = 3
"""Words that '~' stands for at most."""
_PART = re.compile(r"\w+")


class Found(NamedTuple):
    """A phrase: its group, and the numbers of its first and last token."""

    group: str
    first: int
    last: int

    def span(self, tokens: Tokens) -> Span:
        return tokens.span(self.first, self.last)


class _Step(NamedTuple):
    """The choices for a word of a phrase, and whether adverbs may stand before it."""

    choices: frozenset[str]
    gap: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by the words with which they begin, and what none of them can do without."""

    by_first: dict[str, list[tuple[str, tuple[_Step, ...]]]]
    """For each first word the groups and the further steps, in the order given."""
    needed: frozenset[str]
    """Words of which at least one stands in every phrase: where none does, there is nothing to look for."""
    parts: frozenset[str]
    """Their longest runs of letters."""

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Every phrase among the words, in order; none begins within another."""
        if self.needed.isdisjoint(words):
            return
        after = 0
        for i in [i for i, word in enumerate(words) if word in self.by_first]:
            if i >= after:
                for group, steps in self.by_first[words[i]]:
                    last = _last(steps, words, i)
                    if last is not None:
                        yield Found(group, i, last)
                        after = last + 1
                        break

    def sentences(self, document: Document) -> list[Sentence]:
        """The sentences that may hold a phrase, in order."""
        present = "|".join(sorted(self.parts & document.words))
        places = [match.start() for match in re.finditer(present, document.lowered)] if present else []
        found = {one.index: one for at in places if (one := document.sentence_at(at)) is not None}
        return list(found.values())


def phrases(groups: Mapping[str, Iterable[str]]) -> Phrases:
    """All groups; where two phrases begin at one word, the one that is given first wins.

    In a phrase `|` parts choices for a word and `~` stands for up to three adverbs or 'be' and 'been' between words.
    """
    by_first: dict[str, list[tuple[str, tuple[_Step, ...]]]] = {}
    needed: set[str] = set()
    for group, given in groups.items():
        for phrase in given:
            first, *steps = _steps(phrase)
            for word in sorted(first.choices):
                by_first.setdefault(word, []).append((group, tuple(steps)))
            needed |= max((first, *steps), key=lambda step: min(map(len, step.choices))).choices  # long words are rarer
    parts = frozenset(max(_PART.findall(word), key=len) for word in needed)
    return Phrases(by_first, frozenset(needed), parts)


def _steps(phrase: str) -> Iterator[_Step]:
    gap = False
    for word in phrase.split():
        if word != "~":
            yield _Step(frozenset(word.split("|")), gap)
        gap = word == "~"


def _last(steps: tuple[_Step, ...], words: Sequence[str], at: int) -> int | None:
    """Number of the last word of the phrase whose steps follow the word at `at`; None if they do not."""
    if not steps:
        return at
    choices, gap = steps[0]
    if not gap:
        fits = at + 1 < len(words) and words[at + 1] in choices
        return _last(steps[1:], words, at + 1) if fits else None
    for i in range(at + 1, min(at + 2 + _GAP, len(words))):
        if words[i] in choices:
            last = _last(steps[1:], words, i)
            if last is not None:
                return last
        if not (words[i] in _between() or (words[i].endswith("ly") and words[i][:-2].isalpha())):
            break
    return None


@cache
def _between() -> frozenset[str]:
    return frozenset(load("hedges")["reach"]["gap"])
