"""Patterns out of the phrases of a vocabulary: 'is|are ~ said to' finds 'is said to' and 'are also widely said to'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from audit.vocabulary import load

__all__ = ["pattern"]


def pattern(groups: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """One pattern for all groups, each a named group of it; where two groups fit, the one that is given first wins.

    In a phrase `|` parts choices for a word and `~` stands for up to three adverbs or 'be' and 'been' between words.
    """
    parts = (f"(?P<{name}>{'|'.join(_phrase(phrase) for phrase in phrases)})" for name, phrases in groups.items())
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


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
