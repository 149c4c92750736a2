"""From a file to grids of cells, by its suffix and its first bytes. What had to be assumed is noted, not hidden."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from audit.errors import UnreadableError, failure
from audit.files import open_regular
from audit.read.apart import apart
from audit.read.options import Limits
from audit.read.zipped import refuse_bomb, refuse_endless_sheet
from audit.series import pages
from audit.series.blocks import split
from audit.series.grid import Grid, Grids
from audit.series.nested import records_of

__all__ = ["SUFFIXES", "Grid", "Grids", "read_grids"]

SUFFIXES = (
    *(".csv", ".tsv", ".txt", ".json", ".geojson", ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".parquet", ".html", ".htm"),
    *(".docx", ".md", ".pdf"),
)
_ZIPPED = (".xlsx", ".xlsm", ".docx")
_DELIMITERS = (",", ";", "\t", "|")
SPARE = 20
"""Cells beyond the usual number that are read of a row that has too many."""
_HEAD = 30
"""Lines that are looked at to find the delimiter."""


def read_grids(path: Path, limits: Limits = Limits()) -> Grids:  # noqa: B008  (frozen)
    """The cells of the file, by its suffix and its first bytes. Raises `UnreadableError`.

    What is more than a text is read in a process apart, within `limits`.
    """
    where, suffix = str(path), path.suffix.lower()
    try:
        with open_regular(path) as file:
            if suffix in _ZIPPED:
                refuse_bomb(file, where, limits)
    except FileNotFoundError:
        raise UnreadableError(where, "is not there", "give a file that holds a table") from None
    except (OSError, ValueError) as error:
        raise failure(where, error) from None
    if suffix not in SUFFIXES:
        raise UnreadableError(
            where, f"has a suffix that no reader knows ({suffix or 'none'})", f"use one of {', '.join(SUFFIXES)}"
        )
    if suffix in _APART:
        return apart(partial(_APART[suffix], path), where, limits)
    text, notes = _decoded(path.read_bytes(), where)
    start = text.lstrip()[:2000].lower()
    if not start:
        raise UnreadableError(where, "is empty", "give a file that holds a table")
    if start.startswith("<") and ("<html" in start or "<!doctype" in start or "<table" in start):
        return apart(partial(pages.in_web_page, text, where, suffix), where, limits)
    if suffix == ".md":
        return pages.in_markdown(text, where)
    if suffix in (".json", ".geojson", ".jsonl", ".ndjson"):
        return _json(text, where, notes)
    return _delimited(text, where, suffix, notes)


def _decoded(raw: bytes, where: str) -> tuple[str, list[str]]:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), []
            except UnicodeDecodeError:
                break
    if b"\0" in raw[:4096]:
        raise UnreadableError(where, "is a binary file, not a table of text", "save it as CSV in UTF-8")
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        lines, other = [], 0
        for line in raw.split(b"\n"):
            try:
                lines.append(line.decode("utf-8"))
            except UnicodeDecodeError:
                lines.append(line.decode("cp1252", "replace"))
                other += 1
        return "\n".join(lines), [f"{other} lines are not UTF-8 and were read as Windows-1252."]


def _delimited(text: str, where: str, suffix: str, notes: list[str]) -> Grids:
    import pandas as pd

    delimiter = "\t" if suffix == ".tsv" else _delimiter(text)
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            sep=delimiter,
            header=None,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
        )
    except (pd.errors.ParserError, ValueError):
        try:
            rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
        except csv.Error as error:  # a quotation mark is opened and half of the file is one cell
            raise UnreadableError(
                where, f"is no table: {error}", "look for a quotation mark that is not closed"
            ) from None
        width = Counter(len(row) for row in rows if row).most_common(1)[0][0]
        odd = sum(len(row) not in (0, width) for row in rows)
        widest = min(max(map(len, rows)), width + SPARE)
        frame = pd.DataFrame([row[:widest] + [""] * (widest - len(row)) for row in rows], dtype=str)
        notes = [*notes, f"{odd} rows do not have the {width} cells that most have; {SPARE} more are read at most."]
    if frame.shape[1] < 2 or len(frame) < 2:
        raise UnreadableError(
            where, "holds no table of two columns and two rows", "separate cells by commas, semicolons or tabs"
        )
    blocks, between = split(frame)
    left = tuple(f"{words!r} stands between tables" for words in between)
    if len(blocks) == 1:
        return Grids((Grid(frame, False, tuple(notes)),), left)
    named = (Grid(block, False, tuple(notes), f"rows from {first + 1}", first) for first, block in blocks)
    return Grids(tuple(named), left)


def _delimiter(text: str) -> str:
    """The mark that cuts most of the first rows into one and the same number of cells; marks in quotes cut nothing."""
    head = [line for line in text[:200_000].splitlines()[:_HEAD] if line.strip()]

    def agreement(mark: str) -> tuple[int, int]:
        try:
            rows = list(csv.reader(head, delimiter=mark))
        except csv.Error:
            return 0, 0
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return (widths.most_common(1)[0][1], widths.most_common(1)[0][0]) if widths else (0, 0)

    return max(_DELIMITERS, key=agreement)


def _json(text: str, where: str, notes: list[str]) -> Grids:
    import pandas as pd

    try:
        content: Any = json.loads(text)
    except RecursionError:
        raise UnreadableError(where, "is nested too deep for a table", "give a list of objects") from None
    except json.JSONDecodeError as error:
        try:
            content = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise UnreadableError(
                where, f"is no JSON: {error.msg} in line {error.lineno}", "check that the file is complete"
            ) from error
    found, beside = records_of(content)
    if not found:
        raise UnreadableError(where, "holds no records", "give a list of objects, or an object of objects")
    grids = []
    for records in found:
        names = dict.fromkeys(name for record in records.rows for name in record)
        columns = {name: pd.Series([record.get(name) for record in records.rows], dtype=object) for name in names}
        under = [f"The records under {records.name!r} were read."] if records.name else []
        grids.append(Grid(pd.DataFrame(columns), True, (*notes, *under, *records.notes), records.name))
    return Grids(tuple(grids), tuple(f"single value {name!r}" for name in beside))


def _parquet(path: Path) -> Grids:
    import pandas as pd

    try:
        frame = pd.read_parquet(path)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableError(str(path), f"is no Parquet file: {_said(error)}", "check that it is complete") from error
    if frame.index.name or frame.index.nlevels > 1:
        frame = frame.reset_index()
    return Grids((Grid(frame, True),))


def _workbook(path: Path) -> Grids:
    import openpyxl
    import pandas as pd

    refuse_endless_sheet(path)
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableError(str(path), f"is no XLSX workbook: {_said(error)}", "save it again as .xlsx") from error
    grids: list[Grid] = []
    left: list[str] = []
    for sheet in book.worksheets:
        if sheet.max_row < 2 or sheet.max_column < 2:
            left.append(f"sheet {sheet.title!r}: it holds no table")
            continue
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        merged = sorted((area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges)
        for top, across, bottom, right in merged:
            value = rows[top - 1][across - 1]
            for row in range(top - 1, bottom):
                rows[row][across - 1 : right] = [value] * (right - across + 1)
        notes = (
            [f"{len(merged)} merged cells were read as if each cell of the area held what the area shows."]
            if merged
            else []
        )
        blocks, between = split(pd.DataFrame(rows, dtype=object))
        left += [f"sheet {sheet.title!r}: {words!r} stands between tables" for words in between]
        for first, frame in blocks:
            place = f", from row {first + 1}" if len(blocks) > 1 else ""
            grids.append(Grid(frame, False, tuple(notes), f"sheet {sheet.title!r}{place}", first))
    for sheet in book.chartsheets:
        left.append(f"sheet {sheet.title!r}: it holds a chart")
    if not grids:
        raise UnreadableError(str(path), "holds no sheet with a table", "put the table on a sheet of its own")
    return Grids(tuple(grids), tuple(left))


def _said(error: Exception) -> str:
    """The first words of somebody else's message."""
    return " ".join(str(error).split())[:80] or type(error).__name__


_APART: dict[str, Callable[[Path], Grids]] = {
    ".parquet": _parquet,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".docx": pages.in_word,
    ".pdf": pages.in_pdf,
}
