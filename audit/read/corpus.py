"""Corpora with named columns: JSONL, JSON and Parquet, a document a row, streamed; rows are parsed when they are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

from audit.errors import UnreadableError
from audit.lang import load
from audit.read.decode import require_text
from audit.read.metadata import Metadata, document, parse_date
from audit.read.options import LONGEST_LINE, MOST_BYTES, ReadOptions
from audit.read.pending import Pending
from audit.read.whole import whole
from audit.text.document import Document

__all__ = ["read_json", "read_jsonl", "read_parquet"]

_BATCH = 1000
_PIECE = 1 << 20
"""Bytes of a column that are read at once, so that memory does not grow with the groups of rows."""


def read_jsonl(stream: BinaryIO, name: str, origin: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """A document a line; a line that is no JSON object, or has no text, is a failure in its place."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        where = f"{origin}:{number}"
        if len(line) > LONGEST_LINE:
            yield UnreadableError(where, f"is a line over the limit of {LONGEST_LINE:,} bytes", "one document a line")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
        elif line.strip():
            yield Pending(where, partial(_parsed, line, where, name, number, options), len(line))


def read_json(stream: BinaryIO, name: str, origin: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """One object, or a list of objects, or an object that holds one such list."""
    data = whole(stream)
    if len(data) > MOST_BYTES:
        yield UnreadableError(origin, f"is over {MOST_BYTES:,} bytes", "make it JSONL, which is read line by line")
        return
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield UnreadableError(origin, f"is no JSON: {error}", "mend it, or give the text itself")
        return
    rows = content if isinstance(content, list) else [content]
    if isinstance(content, dict) and not _column(content, "text", options):
        rows = next((value for value in content.values() if isinstance(value, list)), rows)
    yield from _rows(rows, origin, name, options)


def read_parquet(stream: BinaryIO, name: str, origin: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """A document a row, in batches, so that memory does not grow with the file."""
    import pyarrow
    import pyarrow.parquet

    try:
        file = pyarrow.parquet.ParquetFile(stream, buffer_size=_PIECE)
        names = dict.fromkeys(file.schema_arrow.names)
        chosen = [one for field in load("reading")["columns"] if (one := _column(names, field, options))]
        if not _column(names, "text", options):
            yield _no_text(origin, names)
            return
        at = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=chosen):
            yield from _rows(batch.to_pylist(), origin, name, options, at)
            at += batch.num_rows
    except MemoryError:
        raise
    except Exception as error:  # pyarrow lets errors of its own, of the system and of UTF-8 through
        words = " ".join(str(error).split())[:100] or type(error).__name__
        yield UnreadableError(origin, f"is no Parquet file: {words}", "make it again")


def _rows(
    rows: Iterable[Any], origin: str, name: str, options: ReadOptions, at: int = 0
) -> Iterator[Pending | UnreadableError]:
    for number, row in enumerate(rows, at + 1):
        where = f"{origin}:{number}"
        yield Pending(where, partial(_row, row, where, f"{name}:{number}", options))


def _parsed(line: bytes, where: str, name: str, number: int, options: ReadOptions) -> Document:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableError(where, "is a line that is no JSON", "one JSON object a line") from None
    return _row(row, where, f"{name}:{number}", options)


def _row(row: Any, where: str, name: str, options: ReadOptions) -> Document:
    if not isinstance(row, Mapping):
        raise UnreadableError(where, "is no object with named fields", 'write {"text": ...}')
    text = row.get(_column(row, "text", options) or "")
    if not isinstance(text, str):
        raise _no_text(where, row)
    text = require_text(text, where)
    said = {field: row.get(_column(row, field, options) or "") for field in load("reading")["columns"]}
    found = Metadata(
        title=_words(said["title"]),
        publisher=_words(said["publisher"]),
        published=parse_date(said["published"]),
        author=_words(said["author"]),
        language=_words(said["language"]),
    )
    return document(text, _words(said["name"]) or name, where, options, found)


def _column(row: Mapping[str, Any], field: str, options: ReadOptions) -> str | None:
    """The user's column for the field, else the first of the usual names that is there."""
    if field in options.columns:
        return options.columns[field] if options.columns[field] in row else None
    return next((name for name in load("reading")["columns"][field] if name in row), None)


def _no_text(where: str, row: Mapping[str, Any]) -> UnreadableError:
    names = ", ".join(sorted(str(name) for name in row)[:12]) or "none"
    return UnreadableError(where, f"has no column of texts (columns: {names})", "name it with --column text=NAME")


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        return "; ".join(str(item) for item in value) or None
    return str(value).strip() or None if value is not None and not isinstance(value, Mapping) else None
