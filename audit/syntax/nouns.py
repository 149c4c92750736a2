"""Nouns as the account compares them: their kind, and whether a noun can stand for any of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["Nouns", "nouns", "topic"]


class Nouns(NamedTuple):
    kind_of: Mapping[str, str]
    """Noun in the singular -> the kind of thing that it names."""
    general: frozenset[str]
    stop: frozenset[str]


@kept
def nouns(language: str = "en") -> Nouns:
    return pack(language).build(_nouns)


def _nouns(words: Pack) -> Nouns:
    kinds = words["kinds"]
    kind_of = {noun: kind for kind, members in kinds["kinds"].items() for noun in members}
    return Nouns(kind_of, frozenset(kinds["general"]["words"]), frozenset(words["function"]["stop"]))


def topic(words: Iterable[str], language: str = "en") -> frozenset[str]:
    """Of the words of a sentence those with a topic of their own, in the singular."""
    said = set(words) - nouns(language).stop
    return frozenset([singular(word, language) for word in said if len(word) > 2 and not word[0].isdigit()])
