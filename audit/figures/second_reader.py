"""quantulum3 as a second reader: does it read each of our figures as we do?"""

from __future__ import annotations

from dataclasses import dataclass

from audit.figures.figure import Figure

__all__ = ["Agreement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the second reader made of one of our figures."""

    figure: Figure
    agrees: bool | None
    """True if it read the same value and unit, False if it read another, None if it saw no quantity there."""
    reading: str
    """Its own reading in words ('10000 hartree unk second'); '' if it saw none."""
