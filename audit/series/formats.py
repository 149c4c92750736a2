"""From a file to a grid of cells: CSV, TSV, JSON, JSON lines, XLSX, Parquet. What had to be assumed is noted, not hidden."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import UnreadableError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SUFFIXES", "Grid", "read_grid"]

SUFFIXES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".parquet", ".html", ".htm")
_DELIMITERS = (",", ";", "\t", "|")
SPARE = 20
"""Cells beyond the usual number that are read of a row that has too many."""
_HEAD = 30
"""Lines that are looked at to find the delimiter."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A file's cells. Of a grid without names (`named` false) the first rows still hold the header."""

    frame: pd.DataFrame
    named: bool
    notes: tuple[str, ...] = ()


def read_grid(path: Path) -> Grid:
    """The cells of the file, by its suffix and its first bytes. Raises `UnreadableError`."""
    where, suffix = str(path), path.suffix.lower()
    if not path.is_file():
        raise UnreadableError(
            where, "is not there" if not path.exists() else "is a folder", "give a file that holds a table"
        )
    if suffix not in SUFFIXES:
        raise UnreadableError(
            where, f"has a suffix that no reader knows ({suffix or 'none'})", f"use one of {', '.join(SUFFIXES)}"
        )
    if suffix == ".parquet":
        return _parquet(path)
    if suffix in (".xlsx", ".xlsm"):
        return _workbook(path)
    text, notes = _decoded(path.read_bytes(), where)
    start = text.lstrip()[:2000].lower()
    if not start:
        raise UnreadableError(where, "is empty", "give a file that holds a table")
    if start.startswith("<") and ("<html" in start or "<!doctype" in start or "<table" in start):
        return _web_page(text, where, suffix)
    if suffix in (".json", ".jsonl", ".ndjson"):
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


def _web_page(text: str, where: str, suffix: str) -> Grid:
    import pandas as pd

    reason = "is a web page" + (
        "" if suffix in (".html", ".htm") else f" saved under the name of a {suffix[1:].upper()} file"
    )
    try:
        tables = pd.read_html(io.StringIO(text), header=None, displayed_only=False) if "<table" in text.lower() else []
    except ValueError:
        tables = []
    tables = [table for table in tables if table.shape[0] > 2 and table.shape[1] > 1]
    if not tables:
        raise UnreadableError(
            where, f"{reason} and holds no table", "download the file itself (the link called 'raw' or 'download')"
        )
    largest = max(tables, key=lambda table: table.size)
    note = f"The file {reason}; its largest table of {len(tables)} was read."
    names = largest.columns
    if all(isinstance(name, int) for name in names):
        return Grid(largest.astype("str"), False, (note,))
    flat = [" ".join(dict.fromkeys(map(str, name))) if isinstance(name, tuple) else str(name) for name in names]
    return Grid(largest.set_axis(flat, axis=1), True, (note,))


def _delimited(text: str, where: str, suffix: str, notes: list[str]) -> Grid:
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
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
        width = Counter(len(row) for row in rows if row).most_common(1)[0][0]
        odd = sum(len(row) not in (0, width) for row in rows)
        widest = min(max(map(len, rows)), width + SPARE)
        frame = pd.DataFrame([row[:widest] + [""] * (widest - len(row)) for row in rows], dtype=str)
        notes = [*notes, f"{odd} rows do not have the {width} cells that most have; {SPARE} more are read at most."]
    if frame.shape[1] < 2 or len(frame) < 2:
        raise UnreadableError(
            where, "holds no table of two columns and two rows", "separate cells by commas, semicolons or tabs"
        )
    return Grid(frame, False, tuple(notes))


def _delimiter(text: str) -> str:
    lines = [line for line in text[:100_000].splitlines()[:_HEAD] if line.strip()]

    def agreement(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines)
        counts.pop(0, None)
        return (counts.most_common(1)[0][1], counts.most_common(1)[0][0]) if counts else (0, 0)

    return max(_DELIMITERS, key=agreement)


def _json(text: str, where: str, notes: list[str]) -> Grid:
    import pandas as pd

    try:
        content: Any = json.loads(text)
    except json.JSONDecodeError as error:
        try:
            content = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise UnreadableError(
                where, f"is no JSON: {error.msg} in line {error.lineno}", "check that the file is complete"
            ) from error
    records, said = _records(content)
    if not records:
        raise UnreadableError(where, "holds no records", "give a list of objects, or an object of objects")
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: pd.Series([record.get(name) for record in records], dtype=object) for name in names}
    return Grid(pd.DataFrame(columns), True, (*notes, *said))


def _records(content: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """The list of flat records in whatever JSON was given, and what was assumed to get there."""
    if isinstance(content, Mapping) and content.get("type") == "FeatureCollection":
        return [_flat(feature.get("properties") or {}) for feature in content.get("features", ())], []
    if isinstance(content, list):
        if content and all(isinstance(row, list) for row in content):
            head, *rows = content
            return [dict(zip(map(str, head), row, strict=False)) for row in rows], [
                "The first list gives the names of the columns."
            ]
        return [_flat(record) for record in content if isinstance(record, Mapping)], []
    if not isinstance(content, Mapping):
        return [], []
    if isinstance(content.get("columns"), list) and isinstance(content.get("data"), list):
        return _records([content["columns"], *content["data"]])[0], []
    lists = {key: value for key, value in content.items() if isinstance(value, list) and value}
    if (
        len(lists) > 1
        and len({len(value) for value in lists.values()}) == 1
        and not any(isinstance(v[0], Mapping) for v in lists.values())
    ):
        return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)], []
    holders = {key: value for key, value in lists.items() if isinstance(value[0], (Mapping, list))}
    if holders:
        key = max(holders, key=lambda key: len(holders[key]))
        return _records(holders[key])[0], [f"The records under {key!r} were read."]
    inner = {key: value for key, value in content.items() if isinstance(value, Mapping)}
    if len(inner) == 1:
        key = next(iter(inner))
        return _records(inner[key])[0], [f"The records under {key!r} were read."]
    if inner and len(inner) >= len(content) - 1:
        across = [set(value) for value in inner.values()]
        if len(inner) < len(across[0]) and all(keys == across[0] for keys in across):
            # an object of columns, each an object of rows, as pandas writes it
            rows = list(next(iter(inner.values())))
            return [{"key": row, **{name: column[row] for name, column in inner.items()}} for row in rows], []
        return [{"key": key, **_flat(value)} for key, value in inner.items()], [
            "The names of the outer object became the column 'key'."
        ]
    if content and all(isinstance(value, (int, float, str, type(None))) for value in content.values()):
        return [{"key": key, "value": value} for key, value in content.items()], [
            "The names of the object became the column 'key'."
        ]
    return [], []


def _flat(record: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{before}{key}."))
        elif isinstance(value, list):
            flat[f"{before}{key}"] = json.dumps(value, ensure_ascii=False)
        else:
            flat[f"{before}{key}"] = value
    return flat


def _parquet(path: Path) -> Grid:
    import pandas as pd

    try:
        frame = pd.read_parquet(path)
    except Exception as error:
        raise UnreadableError(
            str(path), f"is no Parquet file: {str(error).splitlines()[0][:80]}", "check that it is complete"
        ) from error
    if frame.index.name or frame.index.nlevels > 1:
        frame = frame.reset_index()
    return Grid(frame, True)


def _workbook(path: Path) -> Grid:
    import openpyxl
    import pandas as pd

    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:
        raise UnreadableError(
            str(path), f"is no XLSX workbook: {str(error).splitlines()[0][:80]}", "save it again as .xlsx"
        ) from error
    sheets = [sheet for sheet in book.worksheets if sheet.max_row > 1 and sheet.max_column > 1]
    if not sheets:
        raise UnreadableError(str(path), "holds no sheet with a table", "put the table on a sheet of its own")
    sheet = max(sheets, key=lambda sheet: sheet.max_row * sheet.max_column)
    notes = [] if len(book.worksheets) == 1 else [f"The sheet {sheet.title!r} was read, of {len(book.worksheets)}."]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    merged = sorted((area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges)
    for top, left, bottom, right in merged:
        value = rows[top - 1][left - 1]
        for row in range(top - 1, bottom):
            rows[row][left - 1 : right] = [value] * (right - left + 1)
    if merged:
        notes.append(f"{len(merged)} merged cells were read as if each cell of the area held what the area shows.")
    return Grid(pd.DataFrame(rows, dtype=object), False, tuple(notes))
