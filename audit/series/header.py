"""Where a grid's header stands: rows of title above it, a second row of names below, names that occur twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audit.series.cells import as_printed, is_missing, parse_cell
from audit.series.days import days

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["name_columns", "unique_names"]

_LOOK = 15
"""Rows from the top in which a header is looked for."""


def name_columns(grid: pd.DataFrame) -> tuple[pd.DataFrame, int, list[str]]:
    """The rows below the header under their names, the number of the first one in the file (from 1), what was assumed."""
    notes: list[str] = []
    top = [[as_printed(cell) for cell in row] for row in grid.head(_LOOK).itertuples(index=False, name=None)]
    # a title that is merged across the columns fills every cell with the same words
    filled = [sum(map(bool, row)) if len(set(row)) > 1 else 1 for row in top]
    usual = Counter(filled).most_common(1)[0][0]
    title = next((i for i, count in enumerate(filled) if count > max(1, usual // 2)), 0)
    if title:
        notes.append(f"{title} rows above the header were left out.")
    head = top[title]
    if _numeric(head) > len(head) // 2 and not _all_dates_after_the_first(head):
        notes.append("The table has no header; its columns are called by their numbers.")
        return _cut(grid, title, [f"column {i + 1}" for i in range(grid.shape[1])]), title + 1, notes
    body = title + 1
    second = top[body] if body < len(top) else []
    third = top[body + 1] if body + 1 < len(top) else []
    if (
        third
        and not _numeric(second)
        and any(second)
        and _numeric(third)
        and (len(set(filter(None, head))) < len(head))
    ):
        across = _fill_right(head, second)
        head = [" ".join(filter(None, dict.fromkeys(pair))) for pair in zip(across, second, strict=True)]
        notes.append(f"Rows {title + 1} and {title + 2} are read together as the header.")
        body += 1
    names = [name or f"column {i + 1}" for i, name in enumerate(head)]
    return _cut(grid, body, names), body + 1, notes


def unique_names(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The frame with each name once: a second column of a name is called 'name (2)', and it is said if it repeats it."""
    notes: list[str] = []
    names: list[str] = []
    first: dict[str, int] = {}
    for at, name in enumerate(map(str, frame.columns)):
        if name in first:
            same = frame.iloc[:, at].astype(str).equals(frame.iloc[:, first[name]].astype(str))
            number = names.count(name) + sum(n.startswith(f"{name} (") for n in names) + 1
            notes.append(
                f"Two columns are called {name!r}"
                + (" and hold the same." if same else f"; the later one is called '{name} ({number})' here.")
            )
            name = f"{name} ({number})"
        first.setdefault(name, at)
        names.append(name)
    return frame.set_axis(names, axis=1), notes


def _cut(grid: pd.DataFrame, body: int, names: list[str]) -> pd.DataFrame:
    frame = grid.iloc[body:].reset_index(drop=True).set_axis(names, axis=1)
    empty = [
        i for i in range(frame.shape[1]) if names[i] == f"column {i + 1}" and not frame.iloc[:, i].map(as_printed).any()
    ]
    return frame.iloc[:, [i for i in range(frame.shape[1]) if i not in empty]] if empty else frame


def _numeric(row: list[str]) -> int:
    return sum(not is_missing(cell) and parse_cell(cell)[0] == parse_cell(cell)[0] for cell in row)


def _all_dates_after_the_first(head: list[str]) -> bool:
    import pandas as pd

    tail = [cell for cell in head[1:] if cell]
    return bool(tail) and days(pd.Series(tail[-20:], dtype=object), "header") is not None


def _fill_right(head: list[str], below: list[str]) -> list[str]:
    """A blank cell of the upper row belongs to the name on its left, if there is a name below it."""
    out: list[str] = []
    for name, under in zip(head, below, strict=True):
        out.append(name or (out[-1] if out and under else ""))
    return out
