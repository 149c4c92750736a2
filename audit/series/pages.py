"""Tables that stand in pages made to be read: HTML, Word, Markdown, PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UnreadableError
from audit.series.grid import Grid, Grids
from audit.series.words import count

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["in_markdown", "in_pdf", "in_web_page", "in_word"]

_PIPED = re.compile(r"\s*\|?(.*?[^\\])\|?\s*$")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
ROWS = 2
"""A table has a header and so many rows less one at least."""
GAP = 1.2
"""Words further apart than this many times their height stand in two cells."""


def in_web_page(text: str, where: str, suffix: str) -> Grids:
    """The tables of a page; one that was saved under the name of another format is said to be one."""
    import pandas as pd

    reason = "is a web page" + (
        "" if suffix in (".html", ".htm") else f" saved under the name of a {suffix[1:].upper()} file"
    )
    try:
        tables = pd.read_html(io.StringIO(text), header=None, displayed_only=False) if "<table" in text.lower() else []
    except ValueError:
        tables = []
    note = f"The file {reason}."
    grids = []
    small = 0
    for at, table in enumerate(tables, start=1):
        if table.shape[0] < ROWS or table.shape[1] < 2:
            small += 1
            continue
        names = table.columns
        if all(isinstance(name, int) for name in names):
            grids.append(Grid(table.astype("str").replace("nan", ""), False, (note,), f"table {at}"))
            continue
        flat = [" ".join(dict.fromkeys(map(str, name))) if isinstance(name, tuple) else str(name) for name in names]
        grids.append(Grid(table.set_axis(flat, axis=1), True, (note,), f"table {at}"))
    if not grids:
        raise UnreadableError(
            where, f"{reason} and holds no table", "download the file itself (the link called 'raw' or 'download')"
        )
    return Grids(tuple(grids), (f"{count(small, 'table')} of a single row or column",) if small else ())


def in_word(path: Path) -> Grids:
    """The tables of a Word file; a cell that is merged across columns stands in each of them."""
    import docx

    try:
        file = docx.Document(str(path))
        tables = [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in file.tables]
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own through
        raise UnreadableError(
            str(path), f"is a broken or locked Word file ({type(error).__name__})", "open and save it again as DOCX"
        ) from None
    return _of_rows(tables, str(path), "is a Word file")


def in_markdown(text: str, where: str) -> Grids:
    """The tables that are drawn with bars, a rule of hyphens below their first row."""
    lines = text.splitlines()
    tables: list[list[list[str]]] = []
    at = 0
    while at + 1 < len(lines):
        if "|" in lines[at] and _RULE.match(lines[at + 1]):
            rows = [_cells(lines[at])]
            at += 2
            while at < len(lines) and "|" in lines[at] and lines[at].strip():
                rows.append(_cells(lines[at]))
                at += 1
            tables.append(rows)
        at += 1
    return _of_rows(tables, where, "is Markdown")


def _cells(line: str) -> list[str]:
    match = _PIPED.match(line)
    inner = match[1] if match else line
    return [cell.replace("\\|", "|").strip(" *_") for cell in re.split(r"(?<!\\)\|", inner)]


def _of_rows(tables: Iterable[list[list[str]]], where: str, what: str) -> Grids:
    grids = []
    small = 0
    for at, rows in enumerate(tables, start=1):
        width = max(map(len, rows), default=0)
        if len(rows) < ROWS or width < 2:
            small += 1
            continue
        grids.append(Grid(_frame(rows, width), False, (), f"table {at}"))
    if not grids:
        raise UnreadableError(where, f"{what} and holds no table", "give a file that holds one")
    return Grids(tuple(grids), (f"{count(small, 'table')} of a single row or column",) if small else ())


def _frame(rows: list[list[str]], width: int) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame([row + [""] * (width - len(row)) for row in rows], dtype=str)


def in_pdf(path: Path) -> Grids:
    """Rows of words that stand in columns, page by page. Where cells begin is read from the gaps between the words."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(str(path))
    except pypdfium2.PdfiumError:
        raise UnreadableError(str(path), "is a broken or locked PDF", "open and save it again") from None
    try:
        tables = [
            (page + 1, rows) for page in range(len(file)) for rows in _in_lines(list(_lines(file[page].get_textpage())))
        ]
    finally:
        file.close()
    grids = tuple(
        Grid(
            _frame(rows, max(map(len, rows))),
            False,
            ("The columns are read from where the words stand on the page.",),
            f"page {page}, table {at}",
        )
        for at, (page, rows) in enumerate(tables, start=1)
    )
    if not grids:
        raise UnreadableError(str(path), "is a PDF without a table that could be read", "give the table as CSV or XLSX")
    return Grids(grids)


_Cell = tuple[float, float, str]
"""Where a cell begins and ends on its line, and its words."""


def _lines(page: object) -> Iterator[list[_Cell]]:
    """The lines of a page from top to bottom, each cut into cells at its wide gaps."""
    rects = []
    for at in range(page.count_rects()):  # type: ignore[attr-defined]
        left, bottom, right, top = page.get_rect(at)  # type: ignore[attr-defined]
        text = page.get_text_bounded(left, bottom, right, top).strip()  # type: ignore[attr-defined]
        if text:
            rects.append((left, bottom, right, top, " ".join(text.split())))
    rects.sort(key=lambda rect: (-rect[3], rect[0]))
    lines: list[list[tuple[float, float, float, float, str]]] = []
    for rect in rects:
        middle = (rect[1] + rect[3]) / 2
        if lines and lines[-1][0][1] <= middle <= lines[-1][0][3]:
            lines[-1].append(rect)
        else:
            lines.append([rect])
    for line in lines:
        cells: list[_Cell] = []
        for left, bottom, right, top, text in sorted(line):
            if cells and left - cells[-1][1] < GAP * (top - bottom):
                cells[-1] = (cells[-1][0], right, f"{cells[-1][2]} {text}")
            else:
                cells.append((left, right, text))
        yield cells


def _in_lines(lines: list[list[_Cell]]) -> Iterator[list[list[str]]]:
    """Runs of three lines or more with several cells each, every cell in the column that it overlaps."""
    run: list[list[_Cell]] = []
    for line in [*lines, []]:
        if len(line) > 1:
            run.append(line)
            continue
        if len(run) > ROWS:
            yield _columns(run)
        run = []


def _columns(lines: list[list[_Cell]]) -> list[list[str]]:
    spans: list[list[float]] = []
    for left, right, _ in sorted(cell for line in lines for cell in line):
        if spans and left <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    rows = []
    for line in lines:
        row = [""] * len(spans)
        for left, _, text in line:
            at = next(i for i, (start, end) in enumerate(spans) if start <= left <= end)
            row[at] = f"{row[at]} {text}".strip()
        rows.append(row)
    return rows
