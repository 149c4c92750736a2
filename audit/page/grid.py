"""Tables as the page shows them: the cells as they are printed, those that a finding names marked in place.

Of a long table the rows that findings name are shown, with their neighbours; what is left out is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.report.model import Article
from audit.report.words import shown
from audit.result import Audit, Part
from audit.strings import strings

if TYPE_CHECKING:
    from audit.series.table import Table

__all__ = ["grids"]

Data = dict[str, Any]
ROWS = 200
"""Of a table with more the first ones are shown and those near a finding."""
FIRST = 8
NEAR = 2
COLUMNS = 60
LONGEST = 80
"""Characters of a cell."""
_WHERE = re.compile(r"row (\d+)(?:, column (.*))?", re.DOTALL)


def grids(path: Path, audit: Audit, articles: Sequence[Article]) -> list[Data]:
    """Each table of the file, in its order; `articles` are those of the audit's parts."""
    from audit.series import load_book

    return [_grid(table, _marks(table, audit.parts, articles)) for table in load_book(path).tables]


def _marks(table: Table, parts: Sequence[Part], articles: Sequence[Article]) -> dict[tuple[int, str], tuple[str, str]]:
    """Entry and group of each cell that a finding names, by row as a reader counts and column."""
    columns = sorted((str(name) for name in table.frame.columns), key=len, reverse=True)
    found: dict[tuple[int, str], tuple[str, str]] = {}
    for part, article in zip(parts, articles, strict=True):
        if part.document.name != table.name:
            continue
        groups = {entry.key: entry.group for entry in article.entries}
        keys = {figure: f"{article.key}-f{number}" for number, figure in enumerate(part.figures, start=1)}
        for claim in part.claims:
            place, key = _WHERE.match(claim.locator or ""), keys.get(claim.figure, "")
            if place is None or key not in groups:
                continue
            words = place[2] if place[2] is not None else table.date_name or ""
            column = next((name for name in columns if f"{words},".startswith((f"{name},", f"{name} ("))), None)
            if column is not None:
                found.setdefault((int(place[1]), column), (key, groups[key]))
    return found


def _grid(table: Table, marks: Mapping[tuple[int, str], tuple[str, str]]) -> Data:
    from audit.series.cells import as_printed

    frame, first = table.frame, table.first_row
    named = {column for _, column in marks}
    columns = [at for at, name in enumerate(frame.columns) if at < COLUMNS or str(name) in named]
    graver = sorted(marks, key=lambda place: (marks[place][1] in ("fit", "plain"), place[0]))
    rows = _rows(len(frame), [row - first for row, _ in graver])
    words = strings("page")["grid"]
    left = [
        words[what].format(n=f"{shown_:,}", all=f"{there:,}")
        for what, shown_, there in (("rows", len(rows), len(frame)), ("columns", len(columns), frame.shape[1]))
        if shown_ < there
    ]
    names = [str(frame.columns[at]) for at in columns]
    return {
        "name": shown(table.name),
        "columns": [[shown(name), name in table.columns] for name in names],
        "rows": [
            [
                row + first,
                [
                    [_cut(as_printed(frame.iat[row, at])), *marks.get((row + first, name), ("", ""))]
                    for at, name in zip(columns, names, strict=True)
                ],
            ]
            for row in rows
        ],
        "left": " ".join(left),
    }


def _rows(there: int, named: Sequence[int]) -> list[int]:
    """The rows that are shown: all, or the first and those near the named ones, as many as there is room for."""
    if there <= ROWS:
        return list(range(there))
    near = dict.fromkeys(range(FIRST))
    for row in named:
        near |= dict.fromkeys(at for at in range(row - NEAR, row + NEAR + 1) if 0 <= at < there)
    return sorted(list(near)[:ROWS])


def _cut(text: str) -> str:
    words = shown(text.removesuffix(" 00:00:00"))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
