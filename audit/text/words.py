"""Which words a text has: asked before any phrase is looked for, so that most rules need not look at most sentences.

A word is a run of the letters a to z; all else stands between words. A phrase in another script has no word of its own, so
that it is never ruled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

__all__ = ["PhraseBook", "alternatives", "heads", "letters", "may_have", "phrase_book", "words_in"]

PhraseBook: TypeAlias = Mapping[str, tuple[frozenset[str], ...]]
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


def phrase_book(phrases: Iterable[str]) -> PhraseBook:
    """Each head and, for each phrase that has it, the phrase's other words; none of them for a phrase of one word."""
    book: dict[str, list[frozenset[str]]] = {}
    for phrase in phrases:
        words = letters(phrase.lower()).split()
        head = max(words, key=len, default="")
        book.setdefault(head, []).append(frozenset(words) - {head})
    return {head: tuple(dict.fromkeys(others)) for head, others in book.items()}


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words or phrases, as they are spelt; the longest is tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def may_have(words: frozenset[str], book: PhraseBook) -> bool:
    """Whether a text of these words has all words of some phrase."""
    for head in book.keys() & words:
        for others in book[head]:
            if others <= words:
                return True
    return False
