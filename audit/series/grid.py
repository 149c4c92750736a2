"""The noun `Grid`: the cells of one table of a file, before anything is known of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Grid", "Grids"]


@dataclass(frozen=True, slots=True)
class Grid:
    """A file's cells. Of a grid without names (`named` false) the first rows still hold the header."""

    frame: pd.DataFrame
    named: bool
    notes: tuple[str, ...] = ()
    name: str = ""
    """Which of several it is: "sheet 'Totals'", 'table 2'."""
    first: int = 0
    """The row of the file, from 0, in which its cells begin."""


@dataclass(frozen=True, slots=True)
class Grids:
    """All tables of a file, and what it holds beside them that is not looked at."""

    grids: tuple[Grid, ...]
    left: tuple[str, ...] = ()
