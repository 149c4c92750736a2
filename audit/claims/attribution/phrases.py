"""Finds the phrases of a vocabulary among words: 'is|are ~ said to' finds 'is said to' and 'are also widely said to'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audit.claims.attribution.tokens import Tokens, tokenize
from audit.lang import load
from audit.text.document import Document, Span
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["Found", "Phrases", "phrases"]

_GAP = 3
"""Words that '~' stands for at most."""


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


class _Rest(NamedTuple):
    """What follows the first word of a phrase: all further steps, and the choices for the very next word if no gap is."""

    group: str
    steps: tuple[_Step, ...]
    following: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by the words with which they begin, and by the words that they cannot do without."""

    by_first: dict[str, list[_Rest]]
    """For each first word what follows it, in the order given."""
    heads: frozenset[str]
    """The rarest word of each phrase, in all its choices, as `audit.text.words` has words."""
    by_head: dict[str, list[tuple[frozenset[str], ...]]]
    """For each head the choices for the other words of its phrases."""

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether a text of these words has all the words of some phrase."""
        for head in self.heads & words:
            for others in self.by_head[head]:
                for choices in others:
                    if words.isdisjoint(choices):
                        break
                else:
                    return True
        return False

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Every phrase among the words, in order; none begins within another."""
        after = 0
        for i in [i for i, word in enumerate(words) if word in self.by_first]:
            if i >= after:
                after_it = words[i + 1] if i + 1 < len(words) else ""
                for group, steps, following in self.by_first[words[i]]:
                    last = _last(steps, words, i) if following is None or after_it in following else None
                    if last is not None:
                        yield Found(group, i, last)
                        after = last + 1
                        break

    def in_document(self, document: Document) -> Iterator[tuple[Tokens, Found]]:
        """Every phrase in the sentences of a document, in order."""
        if self.may_stand_in(document.words):
            for sentence in document.sentences:
                if self.may_stand_in(document.words_of(sentence)):
                    tokens = tokenize(document, sentence.start, sentence.end)
                    for found in self.find(tokens.words):
                        yield tokens, found


def phrases(groups: Mapping[str, Iterable[str]]) -> Phrases:
    """All groups; where two phrases begin at one word, the one that is given first wins.

    In a phrase `|` parts choices for a word and `~` stands for up to three adverbs or 'be' and 'been' between words.
    """
    by_first: dict[str, list[_Rest]] = {}
    by_head: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for group, given in groups.items():
        for phrase in given:
            first, *steps = _steps(phrase)
            following = steps[0].choices if steps and not steps[0].gap else None
            for word in sorted(first.choices):
                by_first.setdefault(word, []).append(_Rest(group, tuple(steps), following))
            rarest, *others = sorted((heads(step.choices) for step in (first, *steps)), key=_commonness)
            for head in sorted(rarest):
                by_head.setdefault(head, []).append(tuple(others))
    return Phrases(by_first, frozenset(by_head), by_head)


def _commonness(choices: frozenset[str]) -> int:
    return -min(map(len, choices))  # short words are common


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
    for i in range(at + 1, min(at + 2 + (_GAP if gap else 0), len(words))):
        if words[i] in choices:
            last = _last(steps[1:], words, i)
            if last is not None:
                return last
        if not (words[i] in _between() or (words[i].endswith("ly") and words[i][:-2].isalpha())):
            break
    return None


@kept
def _between() -> frozenset[str]:
    return frozenset(load("hedges")["reach"]["gap"])
