"""Placeholders: the characters that stand for figures where constructions are looked for.

Each tells the figure's class and its place among the claims, so that words around it may be cut without losing track of
which figure is which.
"""

from __future__ import annotations

import re

from audit.figures.figure import Figure, Kind
from audit.vocabulary import load

__all__ = ["BOUNDARY", "CLASSES", "MARK", "PER_SHARE", "ROOM", "any_of", "class_of", "place_of", "placeholder"]

BOUNDARY = "‖"
"""Stands between two sentences that are read together."""

_BASE = 0xE000
ROOM = 200
"""Figures of one class that a sentence has room for; a longer one is a table and no construction reads it."""
PER_SHARE = "per_share"
"""A class of its own: money for one share stands beside totals that it must not be mixed up with."""
CLASSES: tuple[str, ...] = (*(kind.value for kind in Kind), PER_SHARE)
_FIRST = {name: _BASE + number * ROOM for number, name in enumerate(CLASSES)}


def any_of(*names: str) -> str:
    """A character class that matches the placeholder of a figure of any of the classes; of all if none is named."""
    ranges = [f"{chr(first)}-{chr(first + ROOM - 1)}" for name, first in _FIRST.items() if not names or name in names]
    return f"[{''.join(ranges)}]"


MARK = re.compile(any_of())
"""Matches any placeholder."""


def class_of(figure: Figure) -> str:
    """The class of a figure: its kind, or `PER_SHARE`."""
    return PER_SHARE if figure.per in load("checks")["asides"]["shares"] else figure.kind.value


def placeholder(figure: Figure, place: int) -> str:
    """The character for a figure at that place; places begin again at 0 after the last that there is room for."""
    return chr(_FIRST[class_of(figure)] + place % ROOM)


def place_of(mark: str) -> int:
    """The place of the figure for which a placeholder stands, below `ROOM`."""
    return (ord(mark) - _BASE) % ROOM
