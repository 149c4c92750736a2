"""Tables in other layouts made into columns of numbers: measures named in a column, dates that run across."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from audit.series.cells import numbers
from audit.series.days import NO_DAY, Days, days, is_date
from audit.series.keys import find_keys, given_keys
from audit.series.names import parse_name
from audit.series.rhythm import as_series, date_evidence, key_evidence
from audit.series.table import UNNAMED, Column, Table

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["dates_across", "melted", "spread"]

ACROSS = 4
"""Columns named by days that make a table one whose dates run across."""


def spread(
    base: Table,
    numbers_: NDArray[np.float64],
    dates: Days,
    rows: NDArray[np.intp],
    *,
    value: str,
    naming: str,
    dated: str,
    candidates: list[str],
) -> Table:
    """A long table as one column of numbers for each measure that its column `naming` names.

    `numbers_` and `dates` are of all rows, `rows` those with a date, `candidates` the columns that may be keys.
    """
    import pandas as pd

    frame = base.frame
    day = dates.values[rows]
    which, measures = pd.factorize(frame[naming].iloc[rows])
    once = which == np.bincount(which[which >= 0]).argmax()
    picked = find_keys(frame.iloc[rows[once]], day[once], candidates)
    keyed = given_keys(frame.iloc[rows], day, picked.names)
    cell = pd.DataFrame({"key": keyed.codes, "day": day, "which": which})
    cell["again"] = cell.groupby(["key", "day", "which"], sort=False).cumcount()
    place, positions = pd.factorize(pd.MultiIndex.from_frame(cell[["key", "day", "again"]]), sort=True)
    at_key = positions.get_level_values(0).to_numpy().astype(np.int32)
    at_day = positions.get_level_values(1).to_numpy().astype(np.int64)
    order = np.zeros(len(positions), dtype=np.intp)
    order[place] = rows
    columns = {}
    for code, measure in enumerate(map(str, measures)):
        mine = which == code
        values, source = np.full(len(positions), np.nan), order.copy()
        values[place[mine]] = numbers_[rows[mine]]
        source[place[mine]] = rows[mine]
        columns[measure] = Column(measure, values, source, np.full(len(positions), value, dtype=object))
    evidence = [
        date_evidence(dated, dates, day),
        f"Column {naming} names what column {value} counts: {len(columns)} measures, each audited as a column of its own.",
        *key_evidence(keyed),
    ]
    table = replace(
        base,
        columns=columns,
        days=at_day,
        key=at_key,
        labels=keyed.labels,
        date_name=dated,
        key_names=keyed.names,
        unit=dates.unit,
        order=order,
        evidence=tuple(evidence),
    )
    return as_series(table, 1.0)


def dates_across(frame: pd.DataFrame, day_first: bool | None = None) -> list[str]:
    """The columns that are named by days, if the table is one whose dates run across; else none."""
    import pandas as pd

    names = [str(name) for name in frame.columns]
    tails = [name for name in names if name[:1].isdigit() or is_date(name)]
    if len(tails) < ACROSS or len(tails) < len(names) / 2:
        return []
    read = days(pd.Series(tails, dtype=object), "header", day_first=day_first)
    return tails if read is not None and (read.values != NO_DAY).any() else []


def melted(
    frame: pd.DataFrame,
    name: str,
    across: list[str],
    first_row: int,
    notes: tuple[str, ...],
    day_first: bool | None = None,
) -> Table:
    """A table whose dates run across, each row a series, as one column of numbers."""
    import pandas as pd

    header = days(pd.Series(across, dtype=object), "header", day_first=day_first)
    assert header is not None
    order = np.argsort(header.values, kind="stable")
    order = order[header.values[order] != NO_DAY]
    measure = next((c for c in frame.columns if parse_name(str(c)).has("names_measures")), None)
    words = [str(c) for c in frame.columns if str(c) not in across and not _is_coordinate(str(c))]
    labels = [
        " / ".join(str(cell) for cell in row if str(cell) not in ("", "nan", "None"))
        for row in frame[words].itertuples(index=False, name=None)
    ]
    n, m = len(frame), len(order)
    value = UNNAMED if measure is None else str(measure)
    if measure is not None and frame[measure].nunique() == 1:
        value = str(frame[measure].iloc[0])
    # few rows would not show whether a column of a day holds numbers: all cells are read together, row by row
    cells = pd.concat([frame[across[i]] for i in order], ignore_index=True)
    read = numbers(cells.iloc[np.arange(n * m).reshape(m, n).T.reshape(-1)].reset_index(drop=True), value)
    values = read.values if read.values is not None else np.full(n * m, np.nan)
    column = Column(
        value,
        values,
        np.repeat(np.arange(n), m),
        np.tile(np.array(across, dtype=object)[order], n),
        read.ends,
    )
    table = Table(
        name,
        frame,
        {value: column},
        np.tile(header.values[order], n),
        np.repeat(np.arange(n, dtype=np.int32), m),
        tuple(labels) if n > 1 else ("",),
        date_name="the header",
        key_names=tuple(words),
        unit=header.unit,
        first_row=first_row,
        notes=(*notes, *header.notes, *read.notes),
        left={value: read.left} if read.left else {},
        evidence=(f"The dates run across: {m} columns are named by days, each of the {n} rows is a series.",),
    )
    return replace(as_series(replace(table, unsure=header.unsure), 1.0), series=True)


def _is_coordinate(name: str) -> bool:
    return parse_name(name).has("counter") and not parse_name(name).has("key")
