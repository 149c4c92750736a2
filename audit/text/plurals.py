"""The number of nouns, by their forms: the singular of a plural, and what may be a plural. Its words are `plurals.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from audit.lang import ENGLISH, Pack, pack
from audit.vocabulary import kept

__all__ = ["is_irregular", "is_plural", "plurals", "singular"]

_SHORTEST = 2
"""Letters that no plural is shorter than, its ending apart: 'axes' is of 'axe', 'boxes' of 'box'."""


class _Forms(NamedTuple):
    irregular: Mapping[str, str]
    none: frozenset[str]
    """Words that look like plurals and are none."""
    never: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]


def _forms(words: Pack) -> _Forms:
    table = words["plurals"]
    endings = tuple((ending, instead) for ending, instead in table["endings"]["rules"])
    return _Forms(table["irregular"], frozenset(table["none"]["words"]), tuple(table["endings"]["never"]), endings)


@kept(most=1 << 15)
def singular(word: str, language: str = ENGLISH) -> str:
    """The singular of a noun in lower case; one that has none, or is none, is left as it is.

    >>> [singular(word) for word in ("cities", "women", "boxes", "axes", "ties", "glass", "cases", "news")]
    ['city', 'woman', 'box', 'axe', 'tie', 'glass', 'case', 'news']
    """
    forms = pack(language).build(_forms)
    known = forms.irregular.get(word)
    if known is not None:
        return known
    ending = _ending(word, forms)
    return word if ending is None else word[: -len(ending[0])] + ending[1]


def is_irregular(word: str, language: str = ENGLISH) -> bool:
    """Whether it is a plural of its own form: 'women', 'police'."""
    return word in pack(language).build(_forms).irregular


@kept(most=1 << 15)
def is_plural(word: str, language: str = ENGLISH) -> bool:
    """Whether a noun in lower case has the form of a plural.

    >>> [is_plural(word) for word in ("women", "police", "747s", "news", "bus", "town")]
    [True, True, True, False, False, False]
    """
    forms = pack(language).build(_forms)
    return word in forms.irregular or _ending(word, forms) is not None


def _ending(word: str, forms: _Forms) -> tuple[str, str] | None:
    if word in forms.none or word.endswith(forms.never):
        return None
    least = 1 if word[:1].isdigit() else _SHORTEST
    return next((rule for rule in forms.endings if word.endswith(rule[0]) and len(word) >= len(rule[0]) + least), None)


@kept(most=1 << 12)
def plurals(noun: str, language: str = ENGLISH) -> frozenset[str]:
    """The noun and every form of which it is the singular.

    >>> sorted(plurals("city")), sorted(plurals("axe"))
    (['cities', 'city', 'citys'], ['axe', 'axes'])
    """
    forms = pack(language).build(_forms)
    regular = (noun.removesuffix(instead) + ending for ending, instead in forms.endings if noun.endswith(instead))
    return frozenset(
        {noun}
        | {word for word, one in forms.irregular.items() if one == noun}
        | {word for word in regular if singular(word, language) == noun}
    )
