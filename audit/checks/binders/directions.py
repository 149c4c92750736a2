"""Which way a word of change points."""

from __future__ import annotations

from functools import cache

from audit.vocabulary import load

__all__ = ["directions"]


@cache
def directions() -> dict[str, int]:
    """1 for each word of a rise, -1 for each of a fall."""
    content = load("changes")
    return {word: sign for name, sign in content["directions"].items() for word in content["words"][name]}
