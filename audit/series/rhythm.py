"""How the rows of a table follow each other in time, and how that was recognised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from audit.series.days import Days, iso
from audit.series.keys import UNIQUE, Keys
from audit.series.names import parse_name
from audit.series.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["as_series", "date_evidence", "key_evidence"]

LONG = 4
"""Rows that a key must have on average to make a series without a fixed step."""
STEADY = 0.6
"""Share of steps that must have the usual length for a table to be regular."""


def as_series(table: Table, unique: float) -> Table:
    """The usual step, and whether rows follow each other at all or are a list of events."""
    assert table.days is not None
    step = np.diff(table.stamps)
    within = step[np.diff(table.key) == 0]
    within = within[within > 0]
    if not len(within):
        return replace(table, series=False)
    lengths, counts = np.unique(within, return_counts=True)
    usual = int(lengths[counts.argmax()])
    months = table.unit in ("month", "quarter", "year")
    regular = not table.unsure and (months or counts.max() >= STEADY * len(within))
    cumulative = any(parse_name(c).has("cumulative") for c in (*table.columns, *map(str, table.frame.columns)))
    alone = unique == 1 and len(table.labels) == 1 and table.clock is None
    # rows that a column of words makes into series of some length, no two of one day
    keyed = unique == 1 and bool(table.key_names) and len(table) >= LONG * len(table.labels) and table.clock is None
    series = unique >= UNIQUE and bool(regular or cumulative or alone or keyed)
    usual = usual if table.clock is None else 1
    return replace(table, step=usual, regular=bool(regular), series=series)


def date_evidence(name: str, read: Days, day: NDArray[np.int64]) -> str:
    first, last, different = iso(day.min()), iso(day.max()), len(np.unique(day))
    return f"Column {name} dates the rows: {different:,} different {read.unit}s from {first} to {last}."


def key_evidence(keys: Keys) -> list[str]:
    if not keys.names:
        return []
    return [f"Each row is named by {' and '.join(keys.names)} beside the day: {len(keys.labels):,} series."]
