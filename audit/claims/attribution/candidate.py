"""The noun `Candidate`: a pair of words that may be a source and its cue."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["SIGNING", "Candidate"]

SIGNING = ("—", "–", "―", "- ")
"""What a line begins with that names whose words stand above it."""


class Candidate(NamedTuple):
    """A source and its cue, by numbers of tokens (first and last, both included).

    `order`: sv (the army said), vs (said the army), participle (..., adding that), coordinated (... and said), relative
    (a poll that found), according (according to the army), nominal (the army's claim that), within (in a poll, ...), colon
    (The army: ...), line (a headline's army, a name behind a dash or alone on a line).
    """

    order: str
    verb: str
    """Class of the verb in the vocabulary, or of the phrase."""
    source: tuple[int, int]
    """With appositions."""
    head: tuple[int, int]
    """The noun phrase alone."""
    cue: tuple[int, int]
    edge: str
    """What stands before the source: start, comma, quote, and, clause, mark or word."""
    negated: bool = False
    modal: bool = False
    passive: bool = False
