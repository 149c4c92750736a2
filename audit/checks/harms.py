"""Of which harm a figure is, where its own clause does not say: 'with 290 killed' is a count of the killed."""

from __future__ import annotations

import re

from audit.checks.gaps import after
from audit.claims.claim import Claim
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["harm"]


@kept
def _said() -> dict[str, str]:
    return {word: measure for measure, words in load("totals")["said"].items() for word in words}


def harm(claim: Claim) -> str | None:
    """The measure of the claim; without one, that of the word behind its figure."""
    if claim.measure is not None or claim.sentence is None:
        return claim.measure
    word = re.match(r" ([a-z]+)", after(claim))
    return _said().get(word[1]) if word else None
