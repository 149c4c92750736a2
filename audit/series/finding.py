"""The noun `Finding`: what a rule has found, by positions in a table, before it becomes a `Check` with words and offsets."""

from __future__ import annotations

from dataclasses import dataclass

from audit.checks.check import Diagnosis, Operation, Verdict
from audit.interval import Interval
from audit.series.table import Table

__all__ = ["DATE", "LIMIT", "Cell", "Finding"]

DATE = ""
"""Stands in a `Cell` for the column that dates the row."""
LIMIT = 500
"""Findings of one rule that are given each; beyond them the largest are given and the others counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table by position; `column` is `DATE` for the cell that dates the row."""

    table: Table
    column: str
    at: int

    @property
    def text(self) -> str:
        return self.table.printed_date(self.at) if self.column == DATE else self.table.printed(self.column, self.at)

    @property
    def value(self) -> float:
        if self.column in self.table.moments:
            return float(self.table.moments[self.column][self.at])
        return float(self.table.columns[self.column].values[self.at])

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number that it allows."""
        low, high = self.table.columns[self.column].between()
        return float(low[self.at]), float(high[self.at])

    @property
    def where(self) -> str:
        """'killed_cum on 2024-02-01': how a sentence calls it."""
        when = self.table.when(self.at)
        if not when:
            called = self.table.row_names[self.at] if self.table.row_names else ""
            return f"{self.column} of {called}" if called else f"{self.column} in row {self.row}"
        if self.table.label(self.at):
            return f"{self.column} ({when})"
        return f"{self.column} {'on' if self.table.unit == 'day' else 'in'} {when}"

    @property
    def row(self) -> int:
        return self.table.row_of_date(self.at) if self.column == DATE else self.table.row(self.column, self.at)


@dataclass(frozen=True, slots=True)
class Finding:
    """One break of a rule, or one statement that it held. `size` ranks it within its rule, the largest first."""

    operation: Operation
    verdict: Verdict
    cell: Cell
    """What is judged."""
    label: str
    """What was expected, in a few words."""
    working: str
    operands: tuple[tuple[str, Cell], ...] = ()
    """Role and cell of each operand."""
    formula: str = ""
    recomputed: Interval | None = None
    """What the cell would have to lie in."""
    implied: tuple[Interval | None, ...] = ()
    """For each operand, what it would have to lie in for the cell to stand."""
    note: str = ""
    missing: tuple[str, ...] = ()
    diagnosis: Diagnosis | None = None
    size: float = 0.0
