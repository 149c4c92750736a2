"""Which nouns count people one by one: of a family or a house no number of people can be a part."""

from __future__ import annotations

from functools import cache

from audit.vocabulary import load

__all__ = ["is_people"]


@cache
def _words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    words = load("people")
    return frozenset(words["people"]), frozenset(words["things"]), tuple(words["endings"])


def is_people(noun: str) -> bool:
    """Whether the noun (singular, lower case) names people, by a list or by its ending.

    >>> is_people("miner"), is_people("family")
    (True, False)
    """
    people, things, endings = _words()
    return noun in people or (noun.endswith(endings) and noun not in things)
