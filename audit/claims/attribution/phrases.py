"""Patterns out of the phrases of a vocabulary: 'is|are ~ said to' finds 'is said to' and 'are also widely said to'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from audit.vocabulary import load

__all__ = ["Phrases", "phrases"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern for text in lower case, each group a named group of it, and what its matches cannot do without."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    """The words with which a phrase begins."""
    signals: tuple[str, ...]
    """Words of which at least one stands in every match: where none does, there is nothing to search for."""

    def places(self, lowered: str) -> Iterator[int]:
        """Where a text in lower case has signals; no match is without one."""
        for signal in self.signals:
            at = lowered.find(signal)
            while at >= 0:
                yield at
                at = lowered.find(signal, at + len(signal))


def phrases(groups: Mapping[str, Iterable[str]]) -> Phrases:
    """All groups as one pattern; where two groups fit, the one that is given first wins.

    In a phrase `|` parts choices for a word and `~` stands for up to three adverbs or 'be' and 'been' between words.
    """
    groups = {name: tuple(group) for name, group in groups.items()}
    parts = (f"(?P<{name}>{'|'.join(map(_phrase, group))})" for name, group in groups.items())
    every = [[word.split("|") for word in phrase.split()] for group in groups.values() for phrase in group]
    return Phrases(
        re.compile(rf"(?<![\w'’-])(?:{'|'.join(parts)})(?![\w-])"),
        frozenset(choice for words in every for choice in words[0]),
        _shortest({choice for words in every for choice in max(words, key=_rarity)}),
    )


def _rarity(choices: list[str]) -> int:
    """Long words are rarer; one with an apostrophe may be written in two ways, so it tells nothing."""
    return 0 if any("'" in choice for choice in choices) else min(map(len, choices))


def _shortest(words: set[str]) -> tuple[str, ...]:
    """The words without those in which another one stands: who finds 'verif' finds 'verified'."""
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


@cache
def _gap() -> str:
    words = "|".join(map(re.escape, load("hedges")["reach"]["gap"]))
    return rf"(?:\s+(?:[^\W\d_]+ly|{words})\b){{0,3}}"


def _phrase(phrase: str) -> str:
    words = phrase.split()
    found = ""
    for i, word in enumerate(words):
        if word == "~":
            found += _gap()
        else:
            choices = "|".join(re.escape(choice).replace("'", "['’]") for choice in word.split("|"))
            found += (r"\s+" if i else "") + f"(?:{choices})"
    return found
