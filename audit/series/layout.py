"""From a grid with names to a `Table`: long and wide layouts, date and keys found, rows put in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from audit.errors import OptionError, UnreadableError
from audit.series.cells import numbers
from audit.series.composed import Composed, composed_date
from audit.series.days import MINUTES, NO_DAY, UNITS, Days, days
from audit.series.keys import UNIQUE, Keys, find_keys, given_keys
from audit.series.names import parse_name
from audit.series.reshape import dates_across, melted, spread
from audit.series.rhythm import as_series, date_evidence, key_evidence
from audit.series.table import Column, Table

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["lay_out"]

_T = TypeVar("_T", bound=np.generic)
LONGEST_SPAN = 1000
MOST_COLUMNS = 5000
_FEW = 60
"""A column of words with at most so many different ones may name the measures of a long table."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The columns of a grid by what they hold."""

    values: dict[str, NDArray[np.float64]]
    dates: dict[str, Days]
    words: list[str]
    notes: list[str]
    ends: dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    """Columns that hold numbers which are not looked at, with the reason."""
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the columns of numbers the cells that print none."""


ROW_OF_LIST = "entries"
"""The column that a list without numbers is given: 1 in each row."""


def lay_out(
    frame: pd.DataFrame,
    name: str,
    *,
    first_row: int = 1,
    date: str | None = None,
    keys: tuple[str, ...] | None = None,
    notes: tuple[str, ...] = (),
    day_first: bool | None = None,
    listed: bool = False,
) -> Table:
    """The table in the order of its keys and days. `date`, `keys` and `day_first` take the place of what is inferred.

    `listed` takes a list of words alone too: each of its rows counts for one.
    """
    for wanted in (date, *(keys or ())):
        if wanted is not None and wanted not in frame.columns:
            raise OptionError("column", wanted, tuple(map(str, frame.columns))[:20])
    if len(frame.columns) > MOST_COLUMNS:
        raise UnreadableError(
            name, f"has {len(frame.columns):,} columns", "turn it so that they run down, or take a part of it"
        )
    across = dates_across(frame, day_first)
    if across and date is None:
        return melted(frame, name, across, first_row, notes, day_first)
    read = _read(frame, date, day_first)
    if date is None and all(one.unit == "year" for one in read.dates.values()):
        composed = composed_date(frame)
        if composed is not None:
            frame, read = composed.frame, _composed(read, composed)
    measured = _measured(read)
    if not measured and listed and ROW_OF_LIST not in frame.columns:
        counted = frame.assign(**{ROW_OF_LIST: 1})
        return lay_out(counted, name, first_row=first_row, date=date, keys=keys, notes=notes, day_first=day_first)
    if not measured:
        left = "; ".join(f"column {column}: {why}" for column, why in read.unread.items())
        problem = f"has no column of numbers ({left})" if left else "has no column of numbers"
        raise UnreadableError(name, problem, "check the delimiter and the header")
    dated = date or _date_column(read)
    if dated is not None and (read.dates[dated].values == NO_DAY).all():
        dated = None
    base = Table(
        name,
        frame,
        {},
        None,
        np.zeros(0, np.int32),
        ("",),
        first_row=first_row,
        notes=(*notes, *read.notes),
        unread=read.unread,
        left={column: cells for column, cells in read.left.items() if column in measured},
    )
    texts = {
        c: "episode" if parse_name(c).has("episode") else "text"
        for c in [*read.words, *read.values]
        if c not in measured
    }
    if dated is None:
        return _undated(base, read, measured, texts)
    day = read.dates[dated].values
    values = _value_columns(measured)
    naming = _measure_names(frame, read, values) if keys is None else None
    rows = np.flatnonzero(day != NO_DAY)
    within = frame if len(rows) == len(day) else frame.iloc[rows]
    day = day[rows]
    candidates = [c for c in read.words if c not in (dated, naming)] + [
        c for c in read.values if c not in measured and not parse_name(c).has("span", "date")
    ]
    found = find_keys(within, day, candidates) if naming is None and keys is None else None
    if naming is not None:
        return spread(
            base,
            read.values[values[0]],
            read.dates[dated],
            rows,
            value=values[0],
            naming=naming,
            dated=dated,
            candidates=candidates,
        )
    chosen = found or given_keys(within, day, keys or ())
    base = replace(base, date_name=dated, unit=read.dates[dated].unit, unsure=read.dates[dated].unsure, texts=texts)
    clock = read.dates[dated].clock
    if clock is not None and chosen.unique < UNIQUE:
        # rows of one day that no key tells apart may follow each other by the hour
        stamps = day * MINUTES + clock[rows]
        chosen = given_keys(within, stamps, keys) if keys is not None else find_keys(within, stamps, candidates)
        table = _ordered(base, rows, stamps, chosen)
        assert table.days is not None
        table = replace(table, days=table.days // MINUTES, clock=table.days % MINUTES)
    else:
        table = _ordered(base, rows, day, chosen)
    table = _with_columns(as_series(table, chosen.unique), read, measured)
    said = date_evidence(dated, read.dates[dated], day)
    if table.series:
        return replace(table, evidence=(said, *key_evidence(chosen)))
    table = _with_columns(
        replace(base, days=day, key=np.zeros(len(rows), np.int32), order=rows, series=False), read, measured
    )
    events = "Rows share days, or days come at random, and no column makes series of them: each row stands for itself."
    return replace(table, evidence=(said, events))


def _composed(read: _Read, composed: Composed) -> _Read:
    """The columns with those that make up the date taken together."""
    return _Read(
        {name: values for name, values in read.values.items() if name not in composed.parts},
        {composed.name: composed.days},
        [name for name in read.words if name not in composed.parts],
        [*read.notes, *composed.days.notes],
        read.ends,
        read.unread,
        read.left,
    )


def _with_columns(table: Table, read: _Read, measured: list[str]) -> Table:
    assert table.order is not None
    columns = {
        c: Column(c, _taken(read.values[c], table.order), table.order, c, _ends(read, c, table.order)) for c in measured
    }
    moments = {c: _taken(one.values, table.order) for c, one in read.dates.items() if c != table.date_name}
    texts = {c: use for c, use in table.texts.items() if c not in (*table.key_names, table.date_name)}
    return replace(table, columns=columns, texts=texts, moments=moments)


def _ends(read: _Read, name: str, order: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    ends = read.ends.get(name)
    return None if ends is None else (_taken(ends[0], order), _taken(ends[1], order))


def _read(frame: pd.DataFrame, date: str | None, day_first: bool | None) -> _Read:
    values: dict[str, NDArray[np.float64]] = {}
    dates: dict[str, Days] = {}
    words: list[str] = []
    notes: list[str] = []
    ends: dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]] = {}
    unread: dict[str, str] = {}
    left: dict[str, tuple[str, ...]] = {}
    for label in frame.columns:
        name, cells = str(label), frame[label]
        if cells.dtype.kind == "M" or name == date or cells.dtype.kind not in "iuf" or parse_name(name).has("date"):
            read = (
                days(cells, name, day_first=day_first)
                if cells.dtype.kind not in "iuf" or parse_name(name).has("date") or name == date
                else None
            )
            if read is not None:
                dates[name] = read
                notes += read.notes
                continue
        column = numbers(cells, name)
        if column.values is None:
            words.append(name)
            if column.unread:
                unread[name] = column.unread
            continue
        values[name] = column.values
        notes += column.notes
        if column.ends is not None:
            ends[name] = column.ends
        if column.left:
            left[name] = column.left
        if _numbers_rows(name, column.values):
            unread[name] = "it numbers the rows"
    return _Read(values, dates, words, notes, ends, unread, left)


def _numbers_rows(name: str, values: NDArray[np.float64]) -> bool:
    """Whether a column without a name of its own goes on by one from row to row."""
    unnamed = name.startswith(("column ", "Unnamed: ")) or not parse_name(name).words
    return unnamed and len(values) > 2 and bool((np.diff(values) == 1).all())


def _measured(read: _Read) -> list[str]:
    """The columns of numbers that count something: no serial numbers, codes, coordinates, phases, spans of time."""
    out = []
    for name in read.values:
        said = parse_name(name)
        label = said.has("counter", "span", "episode") and not (
            said.measure or said.has("cumulative", "part", "best", "low", "high", "per", "share")
        )
        # 'hours' over which a row goes are few; hours flown, worked or lost are counted
        label = label and not (said.has("span") and bool(np.nanmax(read.values[name], initial=0) > LONGEST_SPAN))
        if not label and name not in read.unread:
            out.append(name)
    return out


def _date_column(read: _Read) -> str | None:
    """The column of days whose name says so, has the finest unit and the most different days."""
    scored = {
        name: (parse_name(name).has("date"), -UNITS.index(column.unit), len(np.unique(column.values)), -at)
        for at, (name, column) in enumerate(read.dates.items())
    }
    return max(scored, key=lambda name: scored[name]) if scored else None


def _undated(base: Table, read: _Read, measured: list[str], texts: dict[str, str]) -> Table:
    """Rows without dates: in the order of the file if something runs on from row to row, else each for itself."""
    rows = np.arange(len(base.frame))
    columns = {c: Column(c, read.values[c], rows, c, read.ends.get(c)) for c in measured}
    running = not read.words and any(parse_name(c).has("cumulative") for c in measured)
    said = "No column holds dates; " + (
        "rows follow each other as in the file." if running else "each row stands for itself."
    )
    return replace(
        base,
        columns=columns,
        key=np.zeros(len(rows), np.int32),
        texts=texts,
        moments={c: one.values for c, one in read.dates.items()},
        order=rows,
        series=running,
        evidence=(said,),
    )


def _value_columns(measured: list[str]) -> list[str]:
    named = [c for c in measured if parse_name(c).has("names_values")]
    return named if len(named) == 1 and len(measured) <= 2 else measured


def _measure_names(frame: pd.DataFrame, read: _Read, values: list[str]) -> str | None:
    """In a table with one column of numbers, the column of words that says what each number counts."""
    if len(values) != 1:
        return None
    for name in sorted(read.words, key=lambda word: not parse_name(word).has("names_measures")):
        distinct = frame[name].dropna().unique()[: _FEW + 1]
        if 1 < len(distinct) <= _FEW:
            telling = sum(parse_name(str(one)).measure is not None for one in distinct)
            if telling >= max(2, len(distinct) * (0.3 if parse_name(name).has("names_measures") else 0.6)):
                return name
    return None


def _ordered(table: Table, rows: NDArray[np.intp], day: NDArray[np.int64], keys: Keys) -> Table:
    step, codes = np.diff(day), keys.codes
    in_order = bool(np.all((np.diff(codes) > 0) | ((np.diff(codes) == 0) & (step >= 0))))
    order = np.arange(len(day)) if in_order else np.lexsort((day, codes))
    return replace(
        table,
        days=_taken(day, order),
        key=_taken(codes, order),
        order=rows[order],
        key_names=keys.names,
        labels=keys.labels,
    )


def _taken(values: NDArray[_T], order: NDArray[np.intp] | None) -> NDArray[_T]:
    if order is None or (len(order) == len(values) and order[0] == 0 and bool(np.all(np.diff(order) == 1))):
        return values
    return values[order]
