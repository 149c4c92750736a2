"""The noun `Table`: columns of numbers in the order of their keys and days, each cell knowing where it was printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.series.cells import as_printed
from audit.series.days import MINUTES, NO_DAY, iso

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["UNNAMED", "Column", "Steps", "Table"]


UNNAMED = "value"
"""Name of the column of a table whose dates run across and that does not say what it counts."""


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """One measured quantity. `values[i]` belongs to position i of the table's order; NaN where nothing is printed."""

    name: str
    values: NDArray[np.float64]
    rows: NDArray[np.intp]
    """For each position the row of `Table.frame` that prints it."""
    source: str | NDArray[np.object_]
    """The column of `Table.frame` that prints it, or one for each position where the dates run across."""
    ends: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
    """Lowest and highest value of each position that prints no single number ('~200', '100+', 'unknown'); not a number
    elsewhere. `values` holds none there, so that a rule that knows nothing of ranges passes it over."""

    def between(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lowest and highest value at each position; not a number where nothing is printed."""
        if self.ends is None:
            return self.values, self.values
        loose = ~np.isnan(self.ends[0])
        return np.where(loose, self.ends[0], self.values), np.where(loose, self.ends[1], self.values)


@dataclass(frozen=True, eq=False, slots=True)
class Steps:
    """From each printed cell of a column to the next one of the same key."""

    before: NDArray[np.intp]
    after: NDArray[np.intp]
    change: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Table:
    """A table as the rules see it: positions sorted by key and day, columns of numbers, the cells as printed behind them."""

    name: str
    frame: pd.DataFrame
    columns: dict[str, Column]
    days: NDArray[np.int64] | None
    """Day of each position since 1970-01-01, `NO_DAY` where none could be read; None for a table without dates."""
    key: NDArray[np.int32]
    """Code of each position's key; all 0 for a table of one series."""
    labels: tuple[str, ...]
    """The key that each code stands for ('' for the only one)."""
    date_name: str | None = None
    key_names: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    """Columns of words that are neither date nor key, with what they are good for ('episode' or 'text')."""
    moments: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    """The columns of days beside the one that dates the rows, by position; `NO_DAY` where none could be read."""
    unread: dict[str, str] = field(default_factory=dict)
    """Columns with numbers that no rule looks at, each with the reason."""
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of columns of numbers the cells that print none, as printed."""
    order: NDArray[np.intp] | None = None
    """For each position its row in `frame`; None where dates run across."""
    step: int = 1
    """Days from one row to the next, as most rows have it."""
    regular: bool = True
    """Whether most rows follow the one before by `step`."""
    unit: str = "day"
    unsure: bool = False
    """Whether the days may have day and month exchanged: their order stands, the time between them does not."""
    clock: NDArray[np.int64] | None = None
    """Minutes since midnight of each position, where rows follow each other within a day."""
    first_row: int = 1
    """Number that the first row of `frame` has in the file."""
    series: bool = True
    """Whether rows follow each other in time; false for a list of events, to which only rules within a row apply."""
    notes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """How date and keys were recognised, each one sentence."""

    known: dict[str, Any] = field(init=False, repr=False, default_factory=dict)
    """What rules worked out once for the whole table."""

    def __len__(self) -> int:
        return len(self.key)

    def printed(self, name: str, at: int) -> str:
        """The cell as printed."""
        text = as_printed(self.frame[self._source(name, at)].iloc[self._frame_row(name, at)])
        return text.removesuffix(" 00:00:00") if name in self.moments else text

    def row(self, name: str, at: int) -> int:
        """The cell's row, as a reader of the file counts."""
        return self._frame_row(name, at) + self.first_row

    def where(self, name: str, at: int) -> str:
        """'row 17, column killed_cum, 2024-02-01'."""
        source = self._source(name, at)
        within = "" if name in (source, UNNAMED) else f" ({name})"
        return ", ".join(filter(None, (f"row {self.row(name, at)}, column {source}{within}", self.when(at))))

    def _source(self, name: str, at: int) -> str:
        if name in self.moments:
            return name
        source = self.columns[name].source
        return source if isinstance(source, str) else str(source[at])

    def _frame_row(self, name: str, at: int) -> int:
        if name in self.moments:
            return int(self.order[at]) if self.order is not None else at
        return int(self.columns[name].rows[at])

    def decimals(self, name: str, at: int) -> int:
        """To how many decimals the cell is printed; a comma parts them only where it groups no thousands."""
        text = self.printed(name, at).rstrip("% ")
        value = float(self.columns[name].values[at])
        point = max(text.rfind("."), text.rfind(","), text.rfind("٫"))
        tail = text[point + 1 :] if point >= 0 else ""
        if not tail.isdecimal() or value != value:
            return 0
        # '1,234' is a thousand and more, '0,410' is not; what is a whole number has decimals only if they are zeros
        grouped = len(tail) == 3 and text[point] != "." and value == int(value) and abs(value) >= 1000
        dotted = len(tail) == 3 and text[point] == "." and value == int(value) and int(tail) != int(value) % 1
        return 0 if grouped or (dotted and int(tail) != 0) else len(tail)

    def moment(self, name: str) -> NDArray[np.int64]:
        """A column of days by position, the one that dates the rows among them."""
        if name == self.date_name and self.days is not None:
            return self.days
        return self.moments[name]

    def day(self, at: int) -> str:
        """The position's date as '2024-02-01', or '' where there is none."""
        if self.days is None or self.days[at] == NO_DAY:
            return ""
        return iso(int(self.days[at]))

    def printed_date(self, at: int) -> str:
        """The cell that dates the position, as printed; of a table whose dates run across, the column's name."""
        if self.date_name in self.frame.columns:
            rows = self.order if self.order is not None else next(iter(self.columns.values())).rows
            return as_printed(self.frame[self.date_name].iloc[int(rows[at])]).removesuffix(" 00:00:00")
        source = next(iter(self.columns.values())).source
        return str(source[at])

    def row_of_date(self, at: int) -> int:
        rows = self.order if self.order is not None else next(iter(self.columns.values())).rows
        return int(rows[at]) + self.first_row

    def label(self, at: int) -> str:
        return self.labels[int(self.key[at])]

    def when(self, at: int) -> str:
        """'Peru, 2024-02-01' ('2024-02', '2024-W05', '2024-02-01 18:00'): what a reader calls the row."""
        return ", ".join(filter(None, (self.label(at), self._dated(at))))

    def _dated(self, at: int) -> str:
        day = self.day(at)
        if not day or self.days is None:
            return ""
        if self.unsure:
            return self.printed_date(at)
        match self.unit:
            case "year":
                return day[:4]
            case "month":
                return day[:7]
            case "quarter":
                return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
            case "week":
                year, week, _ = date.fromisoformat(day).isocalendar()
                return f"{year}-W{week:02d}"
        minutes = None if self.clock is None else int(self.clock[at])
        return day if minutes is None else f"{day} {minutes // 60:02d}:{minutes % 60:02d}"

    @cached_property
    def row_names(self) -> tuple[str, ...]:
        """Of a table without dates what each row is called: its first column of words; () if there is none."""
        words = [name for name in self.texts if name not in self.columns and name not in self.unread]
        if self.days is not None or not words or len(self) != len(self.frame):
            return ()
        first, *others = ([as_printed(cell) for cell in self.frame[name]] for name in words[:3])
        for other in others:
            if len(set(first)) == len(first):
                break
            first = [" / ".join(filter(None, pair)) for pair in zip(first, other, strict=True)]
        return tuple(first)

    def called(self, at: int) -> str:
        """What a reader calls the row: its name, the first column of words if no two rows share one, or its number."""
        if self.row_names:
            return self.row_names[at]
        if self.order is not None:
            words = next((name for name in self.texts if name not in self.columns and name not in self.unread), None)
            if words is not None and self.frame[words].is_unique:
                return as_printed(self.frame[words].iloc[int(self.order[at])])
        return f"row {self.row_of_date(at)}"

    @cached_property
    def stamps(self) -> NDArray[np.int64]:
        """Where each position stands in time: its day or, where rows follow each other within a day, its minute."""
        assert self.days is not None
        return self.days if self.clock is None else self.days * MINUTES + self.clock

    @cached_property
    def repeated(self) -> NDArray[np.bool_]:
        """Positions that share key and day with the one before."""
        if self.days is None or not self.series:
            return np.zeros(len(self), dtype=bool)
        return np.append(False, (np.diff(self.stamps) == 0) & (np.diff(self.key) == 0))[: len(self)]

    def steps(self, name: str) -> Steps:
        """The steps of a column over its printed cells, key by key; of rows that share key and day the first counts."""
        key = f"steps {name}"
        if key not in self.known:
            self.known[key] = self._steps(name)
        steps: Steps = self.known[key]
        return steps

    def _steps(self, name: str) -> Steps:
        values = self.columns[name].values
        filled = np.flatnonzero(~np.isnan(values) & ~self.repeated)
        before, after = filled[:-1], filled[1:]
        if len(self.labels) > 1:
            same = self.key[before] == self.key[after]
            before, after = before[same], after[same]
        return Steps(before, after, values[after] - values[before])
