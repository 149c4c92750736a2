"""Several tables on one sheet: blocks of cells that blank rows or blank columns part, each with a header of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.series.cells import as_printed, is_missing, parse_cell

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Block", "split"]

ROWS = 3
"""A block has a header and two rows at least."""
LONGEST = 20_000
"""Sheets with more rows are one table."""

Block = tuple[int, "pd.DataFrame"]
"""The number of the block's first row on the sheet (from 0), and its cells."""


def split(grid: pd.DataFrame) -> tuple[list[Block], list[str]]:
    """The blocks of a sheet, and the words that stand between them. A sheet of one table is one block, with all its rows."""
    if len(grid) > LONGEST or len(grid) < 2 * ROWS:
        return [(0, grid)], []
    filled = np.array([[bool(cell) for cell in row] for row in _printed(grid)], dtype=bool).reshape(grid.shape)
    beside = [grid.iloc[:, first : last + 1] for first, last in _runs([bool(column.any()) for column in filled.T])]
    if len(beside) > 1 and all(piece.shape[1] > 1 and _headed(piece) for piece in beside):
        parts = [split(piece.reset_index(drop=True)) for piece in beside]
        return [block for blocks, _ in parts for block in blocks], [line for _, said in parts for line in said]
    pieces = [(first, grid.iloc[first : last + 1]) for first, last in _runs([bool(row.any()) for row in filled])]
    blocks: list[tuple[int, int]] = []
    between: list[str] = []
    for first, piece in pieces:
        last = first + len(piece) - 1
        if _headed(piece):
            blocks.append((first, last))
        elif blocks and len(piece) >= 1 and _rowlike(piece):
            # rows that a blank line sets apart belong to the table above
            blocks[-1] = (blocks[-1][0], last)
        else:
            between += [
                " ".join(filter(None, map(as_printed, row)))[:80] for row in piece.itertuples(index=False, name=None)
            ]
    if len(blocks) < 2:
        return [(0, grid)], []
    return [(first, grid.iloc[first : last + 1].reset_index(drop=True)) for first, last in blocks], between


def _runs(filled: list[bool]) -> list[tuple[int, int]]:
    """First and last index of each run of what is filled."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], np.array(filled, dtype=np.int8), [0]])))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _headed(piece: pd.DataFrame) -> bool:
    """Whether it begins with a row of words (below a title, perhaps) and goes on with numbers."""
    if len(piece) < ROWS:
        return False
    rows = _printed(piece.head(24))
    at = next((i for i, row in enumerate(rows[:2]) if sum(map(bool, row)) > 1), None)
    if at is None or _numbers(rows[at]):
        return False
    body = rows[at + 1 :]
    return sum(_numbers(row) > 0 for row in body) >= max(2, len(body) / 2)


def _rowlike(piece: pd.DataFrame) -> bool:
    return any(map(_numbers, _printed(piece.head(5))))


def _printed(piece: pd.DataFrame) -> list[list[str]]:
    return [[as_printed(cell) for cell in row] for row in piece.itertuples(index=False, name=None)]


def _numbers(row: list[str]) -> int:
    return sum(not is_missing(cell) and parse_cell(cell)[0] == parse_cell(cell)[0] for cell in row)
