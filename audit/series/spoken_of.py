"""Which column, part and day of a table a claim speaks of: its words choose the cell, never the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from audit.claims.claim import Claim, Status
from audit.lang import load
from audit.series.days import day_of
from audit.series.finding import Cell
from audit.series.meaning import Meaning, parts_named
from audit.series.names import parse_name
from audit.series.table import Table
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["BoundCell", "Places", "bind_to_cells", "day_of_text", "parts_of"]

NEIGHBOURS = (0, -1, 1)
"""Days from the text's own on which its figure may have been recorded."""
_SAID = frozenset({Status.ASSERTED, Status.REPORTED, Status.INFERRED})


@dataclass(frozen=True, slots=True)
class BoundCell:
    """A claim with the cells that its words allow, those of its own day first."""

    claim: Claim
    meaning: Meaning
    cells: tuple[Cell, ...]
    day: date
    assumed: bool
    """Whether the day is the text's and not the claim's own."""
    running: frozenset[str]
    """The columns that are running totals."""

    @property
    def own_cells(self) -> list[Cell]:
        """The cells of the claim's own day."""
        return [cell for cell in self.cells if cell.table.day(cell.at) == self.day.isoformat()]


class Places:
    """Positions of a table by key and day."""

    def __init__(self, table: Table) -> None:
        assert table.days is not None
        self._table = table
        self._codes = {label.lower(): code for code, label in enumerate(table.labels)}
        order = np.lexsort((table.days, table.key))
        self._order, self._days, self._keys = order, table.days[order], table.key[order]

    def at(self, place: str | None, day: int) -> int | None:
        """The position of the key that the text's place names (of a table of one series, the only one) on the day."""
        code = 0 if len(self._table.labels) == 1 else self._codes.get((place or "").lower())
        if code is None:
            return None
        low, high = np.searchsorted(self._keys, [code, code + 1])
        at = low + int(np.searchsorted(self._days[low:high], day))
        return int(self._order[at]) if at < high and self._days[at] == day else None


def day_of_text(document: Document, table: Table) -> date | None:
    """The day that a text speaks of: its own date, else the latest that it names."""
    if document.published is not None:
        return document.published
    named = [mention.exact for mention in document.dates]
    return max((day for day in named if day is not None), default=None)


def bind_to_cells(
    claim: Claim,
    meaning: Meaning | None,
    table: Table,
    places: Places,
    running: frozenset[str],
    text_day: date | None,
) -> BoundCell | None:
    day = claim.as_of or text_day
    if meaning is None or day is None or claim.implied or claim.status not in _SAID:
        return None
    if claim.figure.words is not None or not claim.figure.is_quantity:
        return None
    names = [name for name in table.columns if _speaks_of(name, meaning, name in running)]
    names.sort(key=lambda name: parse_name(name).has("variant"))
    cells = []
    for away in NEIGHBOURS:
        at = places.at(claim.place, day_of(day) + away)
        if at is not None:
            cells += [Cell(table, name, at) for name in names if not np.isnan(table.columns[name].values[at])]
    return (
        BoundCell(claim, meaning, tuple(cells), day, claim.as_of is None and claim.document.published is None, running)
        if cells
        else None
    )


@kept
def parts_of(column: str) -> frozenset[str]:
    """The parts that a column's name names."""
    words = load("columns")["part"]["words"]
    return frozenset(next(iter(parts_named(word)), word) for word in parse_name(column).words if word in words)


def _speaks_of(column: str, meaning: Meaning, running: bool) -> bool:
    name = parse_name(column)
    if name.measure != meaning.measure or name.has("share", "per", "smoothed", "low", "high"):
        return False
    unknown = (
        name.without("cumulative", "new", "variant", "best")
        - {meaning.measure}
        - {word for word in name.words if word in load("columns")["part"]["words"]}
    )
    return parts_of(column) == meaning.part and not unknown and meaning.running in (None, running)
