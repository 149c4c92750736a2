"""From a path or a frame to its tables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UnreadableError
from audit.read.options import Limits
from audit.series.formats import read_grids
from audit.series.grid import Grid
from audit.series.header import name_columns, unique_names
from audit.series.hxl import declared
from audit.series.layout import lay_out
from audit.series.table import Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Book", "load_book", "load_table"]


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of one file, in its order, and what it holds beside them that could not be read, with the reason."""

    tables: tuple[Table, ...]
    left: tuple[str, ...] = ()

    @property
    def largest(self) -> Table:
        return max(self.tables, key=lambda table: table.frame.size)


def load_table(
    source: str | Path | pd.DataFrame,
    *,
    name: str | None = None,
    date: str | None = None,
    keys: tuple[str, ...] | None = None,
    day_first: bool | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Table:
    """The table of a file or of a frame, of several the largest. Raises `UnreadableError` for what holds none.

    Rows are counted as the reader of the file counts them: of a grid (CSV, XLSX, web page) its header is counted, of records
    (JSON, Parquet, a frame) the first is row 1.
    """
    return load_book(source, name=name, date=date, keys=keys, day_first=day_first, limits=limits).largest


def load_book(
    source: str | Path | pd.DataFrame,
    *,
    name: str | None = None,
    date: str | None = None,
    keys: tuple[str, ...] | None = None,
    day_first: bool | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    listed: bool = False,
) -> Book:
    """All tables of a file or of a frame, of `listed` those too that have no numbers, whose rows can be counted. Raises
    `UnreadableError` if none can be read."""
    import pandas as pd

    if isinstance(source, pd.DataFrame):
        name = name or "table"
        named = source.index.name is not None or source.index.nlevels > 1 or isinstance(source.index, pd.DatetimeIndex)
        frame = source.reset_index() if named else source.reset_index(drop=True)
        if frame.empty:
            raise UnreadableError(name, "has no rows", "give a frame with a row for each day or event")
        return Book((_laid_out(Grid(frame, True), name, date, keys, day_first, listed=listed),))
    path = Path(source)
    name = name or path.name
    read = read_grids(path, limits)
    several = len(read.grids) > 1
    tables: list[Table] = []
    left = list(read.left)
    failures: list[UnreadableError] = []
    for grid in read.grids:
        try:
            called = f"{name}, {grid.name}" if several else name
            tables.append(_laid_out(grid, called, date, keys, day_first, several=several, listed=listed))
        except UnreadableError as error:
            failures.append(error)
            left.append(f"{grid.name}: {error.reason}")
    if not tables:
        raise failures[0]
    return Book(tuple(tables), tuple(left))


def _laid_out(
    grid: Grid,
    name: str,
    date: str | None,
    keys: tuple[str, ...] | None,
    day_first: bool | None,
    *,
    several: bool = False,
    listed: bool = False,
) -> Table:
    frame, first, notes = grid.frame, 1, grid.notes
    if not grid.named:
        frame, first, said = name_columns(frame)
        frame, tags, declared_ = declared(frame)
        first += grid.first + tags
        notes = (*notes, *said, *declared_)
    frame, said = unique_names(_hashable(frame))
    if several:
        # of several tables the names that were given are those of one
        date = date if date in frame.columns else None
        keys = keys if keys is not None and set(keys) <= set(frame.columns) else None
    notes = (*notes, *said)
    return lay_out(frame, name, first_row=first, date=date, keys=keys, notes=notes, day_first=day_first, listed=listed)


def _hashable(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with lists and the like in its cells as they would be printed."""
    odd = {
        i
        for i, kind in enumerate(frame.dtypes)
        if str(kind) == "object" and frame.iloc[:, i].map(lambda cell: isinstance(cell, (list, dict, set))).any()
    }
    if not odd:
        return frame
    import pandas as pd

    columns = [frame.iloc[:, i].map(str) if i in odd else frame.iloc[:, i] for i in range(frame.shape[1])]
    return pd.concat(columns, axis=1)
