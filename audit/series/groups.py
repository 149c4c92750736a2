"""Breaks of a rule in rows that follow each other, told as one."""

from __future__ import annotations

import numpy as np

from audit.series.table import Table

__all__ = ["runs", "so_many_rows"]


def runs(at: np.ndarray, key: np.ndarray, *same: np.ndarray) -> list[tuple[int, int]]:
    """First and last index into `at` of each run of positions that follow each other within a key.

    A run also ends where one of the arrays in `same` (one value for each position of `at`) changes.

    >>> runs(np.array([3, 4, 5, 9]), np.zeros(10, int))
    [(0, 2), (3, 3)]
    """
    if not len(at):
        return []
    cut = (np.diff(at) != 1) | (key[at[1:]] != key[at[:-1]])
    for values in same:
        cut |= np.diff(values) != 0
    ends = np.append(np.flatnonzero(cut), len(at) - 1)
    starts = np.append(0, ends[:-1] + 1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def so_many_rows(table: Table, first: int, last: int) -> str:
    """The note that a break holds from one position to another; '' for one row."""
    if first == last:
        return ""
    where = f", {table.when(int(first))} to {table.when(int(last))}" if table.day(int(first)) else ""
    return f"So it is in {last - first + 1:,} rows in a row{where}; the one shown is the furthest off."
