"""Nouns as the account compares them: their singular, their kind, and whether a noun can stand for any of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.vocabulary import kept

__all__ = ["Nouns", "nouns", "plurals", "singular", "topic"]


class Nouns(NamedTuple):
    plurals: Mapping[str, str]
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
    return Nouns(kinds["plurals"], kind_of, frozenset(kinds["general"]["words"]), frozenset(words["function"]["stop"]))


@kept(most=1 << 15)
def singular(word: str, language: str = "en") -> str:
    """The singular of a noun in lower case; one that has none, or is none, is left as it is.

    >>> [singular(word) for word in ("cities", "women", "boxes", "glass", "cases", "homes")]
    ['city', 'woman', 'box', 'glass', 'case', 'home']
    """
    known = nouns(language).plurals.get(word)
    if known is not None:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@kept(most=1 << 12)
def plurals(noun: str, language: str = "en") -> frozenset[str]:
    """The noun and every form of which it may be the singular.

    >>> sorted(plurals("city"))
    ['cities', 'city', 'cityes', 'citys']
    """
    irregular = {word for word, one in nouns(language).plurals.items() if one == noun}
    forms = {noun, noun + "s", noun + "es", noun[:-1] + "ies" if noun.endswith("y") else noun}
    return frozenset(forms | irregular)


def topic(words: Iterable[str], language: str = "en") -> frozenset[str]:
    """Of the words of a sentence those with a topic of their own, in the singular."""
    said = set(words) - nouns(language).stop
    return frozenset([singular(word) for word in said if len(word) > 2 and not word[0].isdigit()])
