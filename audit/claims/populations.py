"""Of whom or of what: the counted noun phrase, up to where it starts to tell what happened."""

from __future__ import annotations

from audit.figures.figure import Figure
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["population", "roles"]


@kept
def roles() -> frozenset[str]:
    """Words before a name that do not tell two bearers apart ('minister', 'Dr')."""
    return frozenset(load("populations")["roles"])


@kept
def _ends() -> frozenset[str]:
    return frozenset(load("populations")["ends"])


@kept
def _states() -> frozenset[str]:
    """Words that say what was done to the counted, not who they are ('12 dead')."""
    return frozenset(
        word for table in load("measures").values() for word in (*table.get("states", ()), *table.get("counted", ()))
    )


def population(figure: Figure) -> str | None:
    """'Hamas fighters' of 'Hamas fighters in the city'; None if nothing is counted."""
    if figure.phrase is None:
        return figure.head if figure.head not in _states() else None
    kept: list[str] = []
    for word in figure.phrase.text.split():
        if kept and word.lower().strip(",.;:") in _ends():
            break
        kept.append(word)
        if word.endswith((",", ".", ";", ":")):
            break
    words = " ".join(kept).strip(",.;:\"“”' ")
    return words if words and words.lower() not in _states() else None
