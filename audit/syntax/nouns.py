"""Nouns as the account compares them: their kind, and whether a noun can stand for any of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["Nouns", "nouns", "topic"]


_NUMERALS = ("cardinals", "scales", "groups", "ordinals")


class Nouns(NamedTuple):
    kind_of: Mapping[str, str]
    """Noun in the singular -> the kind of thing that it names."""
    general: frozenset[str]
    stop: frozenset[str]
    numbers: frozenset[str]
    """Words that print a number: they are the value of a figure and none of what it is about."""


@kept
def nouns(language: str = "en") -> Nouns:
    return pack(language).build(_nouns)


def _nouns(words: Pack) -> Nouns:
    kinds = words["kinds"]
    kind_of = {noun: kind for kind, members in kinds["kinds"].items() for noun in members}
    numerals = words["numerals"]
    numbers = frozenset(word for name in _NUMERALS for word in numerals[name])
    return Nouns(kind_of, frozenset(kinds["general"]["words"]), frozenset(words["function"]["stop"]), numbers)


def topic(words: Iterable[str], language: str = "en") -> frozenset[str]:
    """Of the words of a sentence those with a topic of their own, in the singular."""
    lexicon = nouns(language)
    said = [word for word in set(words) - lexicon.stop if len(word) > 2 and not word[0].isdigit()]
    return frozenset([singular(word, language) for word in said if word.partition("-")[0] not in lexicon.numbers])
