"""The ledger's DuckDB file: opened for one step at a time, written in transactions of whole documents."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import LedgerError
from audit.ledger.rows import HALF, Row, claims_of, document_of, keys_of
from audit.ledger.schema import COMPARED, TABLES, VERSION, create, migrate, version_of
from audit.result import Part

if TYPE_CHECKING:
    import duckdb
    import pyarrow

__all__ = ["days_of", "insert", "opened", "restore", "rows", "with_siblings"]

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""What DuckDB may hold (beyond it sorts and joins go through a folder beside the file, which it removes again); and that
it fetches nothing."""
_STEP = 0.05
_DOCUMENTS = 500
"""Documents whose claims are held at once when a file is brought up to this version."""
_FULL = ("No space left", "File too large", "not enough space", "disk is full", "Disk quota", "failed to offload")
_RESTORE = "restore a copy, or add the texts to a new one"
_READ_ONLY = ("Read-only file system", "Permission denied", "read-only mode")
_one_at_a_time = threading.Lock()


@contextmanager
def opened(path: Path, wait: float, *, write: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the file, for reading or for writing, in one transaction; made if there is none and brought to this
    version.

    What is done with it is written whole when the block ends, or not at all. While another process has the file, waits up
    to `wait` seconds. Raises `LedgerError` if it cannot be had or written, is damaged, is no ledger, or comes from a later
    version.
    """
    import duckdb

    written = (duckdb.OperationalError, duckdb.InternalError, duckdb.FatalException, duckdb.CatalogException)
    of_the_file = written if write else (duckdb.Error,)
    with _one_at_a_time:
        try:
            connection = _ready(path, wait, write)
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.close()
        except of_the_file as error:
            raise _told(path, error) from None
        except _DamageError as error:
            raise LedgerError(str(path), f"is damaged ({error})", _RESTORE) from None


def _ready(path: Path, wait: float, write: bool) -> duckdb.DuckDBPyConnection:
    """A connection with a transaction begun; to read a file of this version not a byte is written."""
    connection = _connect(path, wait, read_only=not write and path.exists())
    try:
        if not write and version_of(connection) in (None, *range(1, VERSION)):
            connection.close()
            connection = _connect(path, wait, read_only=False)
        connection.execute("BEGIN")
        _bring_up(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


class _DamageError(Exception):
    """What stands in the file can be none of ours."""


def _told(path: Path, error: duckdb.Error) -> LedgerError:
    """What to tell of what the database says in its own words."""
    import duckdb

    words = str(error)
    if isinstance(error, duckdb.OutOfMemoryException):
        return LedgerError(str(path), "needs more memory than there is", "close other programs and try again")
    if any(sign in words for sign in _FULL):
        return LedgerError(
            str(path), "could not be written, the disk is full", "make room; what was in it is untouched"
        )
    if any(sign in words for sign in _READ_ONLY):
        return LedgerError(str(path), "may not be written", "copy it to where you may write")
    return LedgerError(str(path), f"is damaged ({type(error).__name__})", _RESTORE)


def rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()) -> list[Row]:
    """The rows of a query by column name."""
    result = connection.execute(query, list(parameters))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def insert(connection: duckdb.DuckDBPyConnection, table: str, content: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table, all at once."""
    import pyarrow

    if content:
        try:
            batch = pyarrow.Table.from_pylist(list(content), schema=_schema(table))
        except UnicodeEncodeError:
            batch = pyarrow.Table.from_pylist([_whole(row) for row in content], schema=_schema(table))
        connection.register("batch", batch)
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")
        connection.unregister("batch")


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with each half of a character replaced, for no database holds one; every other keeps its place."""

    def mended(value: Any) -> Any:
        if isinstance(value, list):
            return [mended(one) for one in value]
        return HALF.sub("\ufffd", value) if isinstance(value, str) else value

    return {name: mended(value) for name, value in row.items()}


def restore(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[int], claims: Sequence[tuple[int, int]] | None = None
) -> dict[int, Part]:
    """Parts without checks by number of document; with `claims` (document, claim) only those claims and their figures."""
    if not documents:
        return {}
    connection.execute("CREATE OR REPLACE TEMP TABLE wanted AS SELECT unnest(?::BIGINT[]) AS document", [documents])
    restriction = "JOIN wanted USING (document)"
    if claims is not None:
        _choose(connection, claims)
        restriction = "JOIN chosen USING (document, claim)"
    of_figures = restriction
    if claims is not None:
        chosen = "SELECT DISTINCT document, figure FROM claims JOIN chosen USING (document, claim)"
        of_figures = f"JOIN ({chosen}) USING (document, figure)"
    tables = {
        "figures": f"SELECT figures.* FROM figures {of_figures} ORDER BY document, figure",
        "claims": f"SELECT claims.* FROM claims {restriction} ORDER BY document, claim",
        "sources": f"SELECT sources.* FROM sources {restriction} ORDER BY document, claim, link",
        "hedges": f"SELECT hedges.* FROM hedges {restriction} ORDER BY document, claim, start",
    }
    grouped: dict[str, defaultdict[int, list[Row]]] = {name: defaultdict(list) for name in tables}
    for name, query in tables.items():
        for row in rows(connection, query):
            grouped[name][row["document"]].append(row)
    found = {}
    for row in rows(connection, "SELECT documents.* FROM documents JOIN wanted USING (document) ORDER BY document"):
        try:
            document = document_of(row)
            figures, made = claims_of(document, *(grouped[name][row["document"]] for name in tables))
        except (ValueError, TypeError, LookupError, ArithmeticError) as error:
            raise _DamageError(f"document {row['document']}") from error
        found[row["document"]] = Part(document, figures, made)
    return found


def with_siblings(connection: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The claims (document, claim) with all others of the same documents that count the same."""
    _choose(connection, claims)
    query = """SELECT DISTINCT c.document, c.claim FROM claims c
        JOIN (SELECT DISTINCT document, what, unit FROM claims JOIN chosen USING (document, claim)) a
        ON c.document = a.document AND c.what = a.what AND c.unit IS NOT DISTINCT FROM a.unit ORDER BY ALL"""
    return [(document, claim) for document, claim in connection.execute(query).fetchall()]


def days_of(connection: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, int]]) -> dict[tuple[int, int], date]:
    """The day of which each claim (document, claim) speaks, where it has one."""
    _choose(connection, claims)
    query = "SELECT document, claim, day FROM claims JOIN chosen USING (document, claim) WHERE day IS NOT NULL"
    return {(document, claim): day for document, claim, day in connection.execute(query).fetchall()}


def _choose(connection: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, int]]) -> None:
    """Fill the table `chosen` with claims (document, claim), for joins."""
    query = (
        "CREATE OR REPLACE TEMP TABLE chosen AS SELECT unnest(?::BIGINT[]) AS document, unnest(?::BIGINT[]) AS claim"
    )
    connection.execute(query, [[document for document, _ in claims], [claim for _, claim in claims]])


def _connect(path: Path, wait: float, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    import duckdb

    if path.is_dir() or not path.parent.is_dir() or (path.exists() and not path.is_file()):
        raise LedgerError(str(path), "cannot be opened", "give the path of a file in a folder that exists")
    end = time.monotonic() + wait
    while True:
        try:
            return duckdb.connect(str(path.absolute()), read_only=read_only, config=_CONFIG)
        except duckdb.IOException as error:
            words = str(error)
            if any(sign in words for sign in (*_FULL, *_READ_ONLY)):
                raise
            if "Could not set lock" not in words:
                reason = "is no ledger" if "not a valid DuckDB" in words else "is damaged, or no ledger"
                remedy = "give the path of a DuckDB file, or of one to be made; of a damaged one restore a copy"
                raise LedgerError(str(path), reason, remedy) from None
            if time.monotonic() >= end:
                reason = f"is in use by another program (waited {wait:g} s)"
                raise LedgerError(str(path), reason, "try again when it has ended") from None
            time.sleep(_STEP)


def _bring_up(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    version = version_of(connection)
    if version is None:
        create(connection)
    elif 0 < version < VERSION:
        migrate(connection, version)
        _fill_keys(connection)
    elif version > VERSION:
        raise LedgerError(str(path), f"is of version {version}, this program knows {VERSION}", "use a newer program")
    elif version != VERSION:
        raise LedgerError(str(path), "is a database, but no ledger", "give another path")


def _fill_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """The columns of comparison for claims that were stored by an earlier version."""
    import pyarrow

    numbers = [row["document"] for row in rows(connection, "SELECT document FROM documents ORDER BY document")]
    setters = ", ".join(f"{name} = keys.{name}" for name in COMPARED)
    types = _schema("claims")
    wanted = pyarrow.schema([types.field(name) for name in ("document", "claim", *COMPARED)])
    for at in range(0, len(numbers), _DOCUMENTS):
        parts = restore(connection, numbers[at : at + _DOCUMENTS])
        keys = [
            {"document": number, "claim": claim.index + 1, **keys_of(claim)}
            for number, part in parts.items()
            for claim in part.claims
        ]
        connection.register("keys", pyarrow.Table.from_pylist(keys, schema=wanted))
        same = "claims.document = keys.document AND claims.claim = keys.claim"
        connection.execute(f"UPDATE claims SET {setters} FROM keys WHERE {same}")
        connection.unregister("keys")


def _schema(table: str) -> pyarrow.Schema:
    import pyarrow

    types = {
        "BIGINT": pyarrow.int64(),
        "INTEGER": pyarrow.int32(),
        "DOUBLE": pyarrow.float64(),
        "BOOLEAN": pyarrow.bool_(),
        "DATE": pyarrow.date32(),
        "VARCHAR": pyarrow.string(),
        "VARCHAR[]": pyarrow.list_(pyarrow.string()),
        "INTEGER[]": pyarrow.list_(pyarrow.int32()),
    }
    return pyarrow.schema([(name, types[kind.split()[0]]) for name, (kind, _) in TABLES[table].items()])
