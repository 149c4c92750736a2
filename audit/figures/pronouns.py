"""'one': a pronoun, a part of an idiom, or a count of one person."""

from __future__ import annotations

import re

from audit.figures.lexicon import Lexicon
from audit.figures.lookback import word_start
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["harmed", "is_pronoun"]

_AFTER = re.compile(r"[ \n\t\"']*([^\W\d_]{1,40})")


@kept
def _one(name: str) -> frozenset[str]:
    return frozenset(load("identifiers")["one"][name])


@kept
def _bound() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load("identifiers")["one_bound"]
    return words


def harmed() -> frozenset[str]:
    """Verbs behind which a number without a noun counts victims: 'killing one', 'wounding scores'."""
    return _one("harmed")


def is_pronoun(low: str, start: int, end: int, lex: Lexicon, *, counted: bool) -> bool:
    """Whether the 'one' there stands for a noun or in an idiom: 'no one', 'one of a kind', 'one step away', 'one day'.

    'killing one and wounding another', 'one was killed' count a victim. `counted` tells whether a noun follows.
    """
    if low[start:end] != "one":
        return False
    stop = len(low[max(0, start - 28) : start].rstrip(" \n\t\"'(")) + max(0, start - 28)
    begin = word_start(low, stop)
    after = _AFTER.match(low, end)
    previous, following = low[begin:stop], after[1] if after else ""
    narrowed = previous in _one("narrowed") and low[word_start(low, begin - 1) : begin - 1] not in lex.determiners
    if low[start - 1 : start] == "-" or (previous in _one("after") and not narrowed) or low.startswith("'", end):
        return True
    if low.startswith("-", end):
        return following in _one("idioms") or following in _one("pairs")
    if following == "step":
        return after is not None and _next(low, after.end()) in _one("idiom_steps")
    if following in _one("idioms") or previous in _bound().get(following, ()):
        return True
    if previous in harmed() and not counted:
        return False
    if after and following in _one("passive") and _harmed(low, after.end(), lex):
        return False
    return following in _one("before") or (not counted and following != "of")


def _harmed(low: str, at: int, lex: Lexicon) -> bool:
    """Whether a participle of harm follows a form of 'be', an adverb between them at most: 'was fatally wounded'."""
    word = _AFTER.match(low, at)
    if word and word[1].endswith("ly"):
        word = _AFTER.match(low, word.end())
    return word is not None and (word[1] in lex.participles or word[1] in harmed())


def _next(low: str, at: int) -> str:
    word = _AFTER.match(low, at)
    return word[1] if word else ""
