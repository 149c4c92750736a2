"""Of whom or of what: the counted noun phrase, up to where it starts to tell what happened."""

from __future__ import annotations

from functools import cache

from audit.figures.figure import Figure
from audit.vocabulary import load

__all__ = ["population", "roles"]


@cache
def roles() -> frozenset[str]:
    """Words before a name that do not tell two bearers apart ('minister', 'Dr')."""
    return frozenset(load("populations")["roles"])


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("populations")["ends"])


def population(figure: Figure) -> str | None:
    """'Hamas fighters' of 'Hamas fighters in the city'; None if nothing is counted."""
    if figure.phrase is None:
        return figure.noun
    kept: list[str] = []
    for word in figure.phrase.text.split():
        if kept and word.lower().strip(",.;:") in _ends():
            break
        kept.append(word)
        if word.endswith((",", ".", ";", ":")):
            break
    return " ".join(kept).strip(",.;:\"“”' ") or figure.noun
