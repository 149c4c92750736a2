"""A ledger's tables as Parquet or CSV files in a folder, or as one SQLite file for Datasette."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from audit.errors import LedgerError, OptionError
from audit.ledger.schema import MEANINGS, TABLES

if TYPE_CHECKING:
    import duckdb

__all__ = ["FORMATS", "export"]

FORMATS = (".parquet", ".csv", ".db", ".sqlite")
_SQLITE = {"BIGINT": "INTEGER", "INTEGER": "INTEGER", "BOOLEAN": "INTEGER", "DOUBLE": "REAL"}
_ROWS = 1000


def export(connection: duckdb.DuckDBPyConnection, path: Path) -> Path:
    """Write the tables beside the path, then rename: a folder NAME.parquet or NAME.csv, or a file NAME.db.

    Lists become JSON in CSV and SQLite. Raises `OptionError` for another suffix, `LedgerError` if something is there that
    is not of the same sort.
    """
    if path.suffix not in FORMATS:
        raise OptionError("export", path.name, FORMATS)
    folder = path.suffix in (".parquet", ".csv")
    if path.exists() and path.is_dir() is not folder:
        raise LedgerError(str(path), "is there and is something else", "give another path")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        (_files if folder else _sqlite)(connection, beside, path)
        if folder:
            if path.exists():
                shutil.rmtree(path)
            beside.replace(path)
        else:
            (beside / path.name).replace(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return path


def _files(connection: duckdb.DuckDBPyConnection, folder: Path, path: Path) -> None:
    for table, columns in TABLES.items():
        wanted = ", ".join(columns) if path.suffix == ".parquet" else _plain(table)
        target = str(folder / f"{table}{path.suffix}").replace("'", "''")
        options = "FORMAT parquet" if path.suffix == ".parquet" else "FORMAT csv, HEADER"
        connection.execute(f"COPY (SELECT {wanted} FROM {table} ORDER BY ALL) TO '{target}' ({options})")


def _plain(table: str) -> str:
    """The columns of a table with lists as JSON and dates in ISO 8601."""
    return ", ".join(
        f"to_json({name})::VARCHAR AS {name}"
        if kind.endswith("[]")
        else f"{name}::VARCHAR AS {name}"
        if kind == "DATE"
        else name
        for name, (kind, _) in TABLES[table].items()
    )


def _sqlite(connection: duckdb.DuckDBPyConnection, folder: Path, path: Path) -> None:
    target = sqlite3.connect(folder / path.name)
    try:
        for table, columns in TABLES.items():
            kinds = ", ".join(f"{name} {_SQLITE.get(kind.split()[0], 'TEXT')}" for name, (kind, _) in columns.items())
            target.execute(f"CREATE TABLE {table} ({kinds})")
            result = connection.execute(f"SELECT {_plain(table)} FROM {table} ORDER BY ALL")
            places = ", ".join("?" * len(columns))
            while some := result.fetchmany(_ROWS):
                target.executemany(f"INSERT INTO {table} VALUES ({places})", some)
        target.execute("CREATE TABLE columns_ (table_name TEXT, column_name TEXT, type TEXT, meaning TEXT)")
        target.executemany("INSERT INTO columns_ VALUES (?, ?, ?, ?)", MEANINGS)
        target.commit()
    finally:
        target.close()
