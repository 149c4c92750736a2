"""Every pair of words in a sentence that may be a source and its cue; `accept` says later which figure they govern.

This is the seam for a parser: `find_candidates` takes the tokens of one sentence and gives its candidates. Whatever finds
the subject of a verb better than a walk over words does may take its place (`attribute(..., find=...)`); all else stays.
"""

from __future__ import annotations

from collections.abc import Callable

from audit.claims.attribution.by_form import according, before_colon, behind_dash, by_noun, within_document
from audit.claims.attribution.by_verb import spoken
from audit.claims.attribution.candidate import SIGNING, Candidate
from audit.claims.attribution.lexicon import Lexicon, lexicon
from audit.claims.attribution.tokens import Tokens
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["find_candidates", "may_speak"]

_SIGNED = tuple(f"{quote} {dash}" for quote in '”"' for dash in "—–―-")
_Finder = Callable[[Tokens, Lexicon, int, list[Candidate]], None]


@kept
def _cues() -> frozenset[str]:
    """A word of each cue, as `audit.text.words` has words."""
    lex = lexicon()
    words = frozenset(lex.verbs) | lex.documents | lex.claims | lex.counting
    plain = frozenset(word for word in words if word.isascii() and word.isalpha())
    according = (" ".join(phrase) for phrases in lex.according.values() for phrase in phrases)
    return plain | heads([*(words - plain), *according])


def may_speak(sentence: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words (`audit.text.words`) may have candidates."""
    return (
        ":" in sentence
        or sentence.startswith(SIGNING)
        or any(mark in sentence for mark in _SIGNED)
        or not words.isdisjoint(_cues())
    )


def find_candidates(tokens: Tokens) -> list[Candidate]:
    """The candidates of one sentence, in the order of their cues. Time is linear: every walk is bounded."""
    lex, finders = lexicon(), _finders()
    found: list[Candidate] = []
    for i in [i for i, word in enumerate(tokens.words) if word in finders]:
        for find in finders[tokens.words[i]]:
            find(tokens, lex, i, found)
    return sorted(found, key=lambda candidate: candidate.cue[1]) if len(found) > 1 else found


@kept
def _finders() -> dict[str, list[_Finder]]:
    """For each word and mark that may be a cue, what finds candidates there."""
    lex = lexicon()
    finders: dict[str, list[_Finder]] = {}
    for find, words in (
        (spoken, lex.verbs),
        (according, lex.according),
        (before_colon, (":",)),
        (behind_dash, ("—", "–", "―", "--", "-")),
        (within_document, lex.holding),
        (by_noun, lex.documents | lex.claims | lex.counting),
    ):
        for word in words:
            finders.setdefault(word, []).append(find)
    return finders
