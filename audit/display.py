"""How a noun shows and writes itself: by what is told to it here, so that no noun imports what stands above it.

`audit/__init__.py`, the one door of the package, tells it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Displayed", "Face", "face", "show_through"]


class Face(NamedTuple):
    """What the nouns do with themselves for their user."""

    html: Callable[[Any], str]
    """A noun in a notebook."""
    frame: Callable[[Any, str], Any]
    """An audit's figures, claims, checks or operands as a data frame."""
    write: Callable[[Any, Path], Path]
    """An audit as a report."""


_FACES: list[Face] = []


def show_through(new: Face) -> None:
    """Show all nouns by these from now on."""
    _FACES[:] = [new]


def face() -> Face:
    return _FACES[0]


class Displayed:
    """A noun with an HTML form."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return face().html(self)
