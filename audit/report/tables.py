"""CSV and Parquet: one frame a file, with the documented columns.

The name says which: `upi.figures.csv`, `upi.claims.parquet`, `upi.operands.csv`; any other name holds the checks.
"""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import Any

from audit.columns import FRAMES
from audit.frames import rows
from audit.result import Audit

__all__ = ["frame_of", "guarded", "render"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(audit: Audit, path: Path) -> bytes:
    """The bytes of the file at the path, by its suffix."""
    what = frame_of(path)
    return _parquet(audit, what) if path.suffix.lower() == ".parquet" else _csv(audit, what)


def frame_of(path: Path) -> str:
    """Which frame a file of that name holds."""
    inner = Path(path.stem).suffix.removeprefix(".")
    return inner if inner in FRAMES else "checks"


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before a leading = + - @, as OWASP advises.

    >>> guarded("=1+1"), guarded("12 dead")
    ("'=1+1", '12 dead')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(audit: Audit, what: str) -> bytes:
    """UTF-8, comma, CRLF (RFC 4180); a missing value is empty, an endless interval ends at inf or -inf."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    names = [column.name for column in FRAMES[what]]
    writer.writerow(names)
    for row in rows(audit, what):
        writer.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if math.isfinite(value) and value.is_integer() and abs(value) < 2**53 else repr(value)
    return guarded(value) if isinstance(value, str) else str(value)


def _parquet(audit: Audit, what: str) -> bytes:
    """Typed columns, each with its meaning in the field's metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(audit.to_frame(what), preserve_index=False)
    meanings = {column.name: {"meaning": column.meaning} for column in FRAMES[what]}
    fields = [field.with_metadata(meanings[field.name]) for field in table.schema]
    out = io.BytesIO()
    pq.write_table(table.cast(pa.schema(fields, metadata=table.schema.metadata)), out, compression="zstd")
    return out.getvalue()
