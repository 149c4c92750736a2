"""Whether two neighbouring sentences speak of the same figure."""

from __future__ import annotations

import re
from functools import cache

from audit.checks.binders.directions import directions
from audit.checks.construction import Match
from audit.checks.placeholders import BOUNDARY
from audit.checks.vetoes import clause_before
from audit.vocabulary import load

__all__ = ["same_subject"]

_WORD = re.compile(r"[a-z][a-z-]{2,}")


def same_subject(match: Match) -> bool:
    """Whether the words before the change and those before the new figure share a noun, or two of one meaning."""
    boundary = match.words.index(BOUNDARY)
    one = _nouns(clause_before(match.words, 0, match.places["change"]))
    other = _nouns(clause_before(match.words, boundary + 1, match.places["new"]))
    return not one.isdisjoint(other)


def _nouns(words: str) -> frozenset[str]:
    meanings, vague = _meanings()
    found = {word.rstrip("s") for word in _WORD.findall(words)} - vague
    return frozenset(meanings.get(word, word) for word in found)


@cache
def _meanings() -> tuple[dict[str, str], frozenset[str]]:
    content = load("changes")["subjects"]
    same = {word.rstrip("s"): group[0] for group in content["same"] for word in group}
    return same, frozenset(word.rstrip("s") for word in (*content["vague"], *directions()))
