"""From a path or a frame to a `Table`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UnreadableError
from audit.series.formats import read_grid
from audit.series.header import name_columns, unique_names
from audit.series.layout import lay_out
from audit.series.table import Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["load_table"]


def load_table(
    source: str | Path | pd.DataFrame,
    *,
    name: str | None = None,
    date: str | None = None,
    keys: tuple[str, ...] | None = None,
    day_first: bool | None = None,
) -> Table:
    """The table of a file or of a frame. Raises `UnreadableError` for what holds none.

    Rows are counted as the reader of the file counts them: of a grid (CSV, XLSX, web page) its header is counted, of records
    (JSON, Parquet, a frame) the first is row 1.
    """
    import pandas as pd

    first = 1
    notes: tuple[str, ...] = ()
    if isinstance(source, pd.DataFrame):
        name = name or "table"
        named = source.index.name is not None or source.index.nlevels > 1 or isinstance(source.index, pd.DatetimeIndex)
        frame = source.reset_index() if named else source.reset_index(drop=True)
        if frame.empty:
            raise UnreadableError(name, "has no rows", "give a frame with a row for each day or event")
    else:
        path = Path(source)
        name = name or path.name
        grid = read_grid(path)
        frame, notes = grid.frame, grid.notes
        if not grid.named:
            frame, first, said = name_columns(frame)
            notes = (*notes, *said)
    frame, said = unique_names(_hashable(frame))
    return lay_out(frame, name, first_row=first, date=date, keys=keys, notes=(*notes, *said), day_first=day_first)


def _hashable(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with lists and the like in its cells as they would be printed."""
    odd = [
        i
        for i, kind in enumerate(frame.dtypes)
        if str(kind) == "object" and frame.iloc[:, i].map(lambda cell: isinstance(cell, (list, dict, set))).any()
    ]
    for i in odd:
        frame = frame.assign(**{str(frame.columns[i]): frame.iloc[:, i].map(str)})
    return frame
