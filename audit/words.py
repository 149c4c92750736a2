"""Which words a text has: asked before any phrase is looked for, so that most rules need not look at most sentences.

A word is a run of the letters a to z; all else stands between words. A phrase in another script has no word of its own, so
that it is never ruled out.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["heads", "letters", "words_in"]

_LETTERS = bytes(code if chr(code).isalpha() and code < 0x80 else 0x20 for code in range(0x100))


def letters(lowered: str) -> str:
    """A text in lower case with a space for each character that is no letter from a to z, the others at their offsets."""
    return lowered.encode("ascii", "replace").translate(_LETTERS).decode("ascii")


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case; the empty word is one of every text."""
    return frozenset(("", *letters(text.lower()).split()))


def heads(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: a text that has none of them has none of the phrases."""
    return frozenset(max(letters(phrase.lower()).split(), key=len, default="") for phrase in phrases)
