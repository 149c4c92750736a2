"""The Parquet data set: a folder for each table, a part file for each unit, `documents` written last.

A part file is written beside under a hidden name and renamed, so that each is whole or absent to whoever reads the folder
meanwhile, and a unit whose `documents` part stands is done.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit.columns import CORPUS
from audit.errors import UnreadableError, UnwritableError
from audit.frames import Columns

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["clean", "done", "failures", "make_folders", "part", "schema", "write"]

_TYPES = {"string": "string", "Int64": "int64", "Float64": "float64", "boolean": "bool_", "datetime64[ms]": "date32"}


def make_folders(out: Path) -> None:
    for table in CORPUS:
        (out / table).mkdir(parents=True, exist_ok=True)


def part(out: Path, table: str, unit: int) -> Path:
    """The part file of a unit."""
    return out / table / f"part-{unit:08d}.parquet"


def done(out: Path) -> set[int]:
    """The numbers of the units that are complete."""
    return {int(file.stem.removeprefix("part-")) for file in (out / "documents").glob("part-*.parquet")}


def failures(out: Path, most: int) -> list[UnreadableError]:
    """The first failures, in the order of the input."""
    import duckdb

    with duckdb.connect() as store:
        query = 'select "where", reason, remedy from read_parquet($files) order by number limit $most'
        found = store.execute(query, {"files": str(out / "failures" / "*.parquet"), "most": most}).fetchall()
    return [UnreadableError(*row) for row in found]


def clean(out: Path) -> None:
    """Remove what a run that was cut short left half-written."""
    for file in sorted(out.glob("*/.part-*.parquet.*")):
        file.unlink(missing_ok=True)


@cache
def schema(table: str) -> pa.Schema:
    """The table's schema; each field carries its meaning as metadata."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field(column.name, getattr(pa, _TYPES[column.dtype])(), metadata={"meaning": column.meaning})
            for column in CORPUS[table]
        ]
    )


def write(out: Path, unit: int, tables: Mapping[str, Columns]) -> None:
    """Write the parts of one unit; `UnwritableError` if that cannot be done."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for table in CORPUS:
        fields = schema(table)
        arrays = [pa.array(tables[table][field.name], type=field.type) for field in fields]
        file = part(out, table, unit)
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            pq.write_table(pa.Table.from_arrays(arrays, schema=fields), beside, compression="zstd")
            beside.replace(file)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise UnwritableError(str(file), os.strerror(error.errno) if error.errno else str(error)) from None
