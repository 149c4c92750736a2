"""The ledger's DuckDB file: opened for one step at a time, written in transactions of whole documents."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import LedgerError
from audit.ledger.rows import Row, claims_of, document_of, keys_of
from audit.ledger.schema import COMPARED, TABLES, VERSION, create, migrate, version_of
from audit.result import Part

if TYPE_CHECKING:
    import duckdb
    import pyarrow

__all__ = ["insert", "opened", "restore", "rows", "with_siblings"]

_STEP = 0.05
_MEMORY = "1GB"
"""What DuckDB may hold; beyond it sorts and joins go through a folder beside the file, which it removes again."""
_DOCUMENTS = 500
"""Documents whose claims are held at once when a file is brought up to this version."""
_one_at_a_time = threading.Lock()


@contextmanager
def opened(path: Path, wait: float) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the file, made if there is none and brought to this version, in one transaction.

    What is done with it is written whole when the block ends, or not at all. While another process has the file, waits up
    to `wait` seconds. Raises `LedgerError` if it cannot be had, is no ledger, or comes from a later version.
    """
    with _one_at_a_time:
        connection = _connect(path, wait)
        try:
            connection.execute("BEGIN")
            _bring_up(connection, path)
            yield connection
            connection.execute("COMMIT")
        finally:
            connection.close()


def rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()) -> list[Row]:
    """The rows of a query by column name."""
    result = connection.execute(query, list(parameters))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def insert(connection: duckdb.DuckDBPyConnection, table: str, content: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table, all at once."""
    import pyarrow

    if content:
        batch = pyarrow.Table.from_pylist(list(content), schema=_schema(table))
        connection.register("batch", batch)
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")
        connection.unregister("batch")


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
        document = document_of(row)
        figures, made = claims_of(document, *(grouped[name][row["document"]] for name in tables))
        found[row["document"]] = Part(document, figures, made)
    return found


def with_siblings(connection: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The claims (document, claim) with all others of the same documents that count the same."""
    _choose(connection, claims)
    query = """SELECT DISTINCT c.document, c.claim FROM claims c
        JOIN (SELECT DISTINCT document, what, unit FROM claims JOIN chosen USING (document, claim)) a
        ON c.document = a.document AND c.what = a.what AND c.unit IS NOT DISTINCT FROM a.unit ORDER BY ALL"""
    return [(document, claim) for document, claim in connection.execute(query).fetchall()]


def _choose(connection: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, int]]) -> None:
    """Fill the table `chosen` with claims (document, claim), for joins."""
    query = (
        "CREATE OR REPLACE TEMP TABLE chosen AS SELECT unnest(?::BIGINT[]) AS document, unnest(?::BIGINT[]) AS claim"
    )
    connection.execute(query, [[document for document, _ in claims], [claim for _, claim in claims]])


def _connect(path: Path, wait: float) -> duckdb.DuckDBPyConnection:
    import duckdb

    end = time.monotonic() + wait
    while True:
        try:
            return duckdb.connect(str(path), config={"memory_limit": _MEMORY})
        except duckdb.IOException as error:
            words = str(error)
            if "lock" not in words.lower():
                reason, remedy = "is no ledger", "give the path of a DuckDB file, or of one to be made"
                if not path.parent.is_dir() or path.is_dir():
                    reason, remedy = "cannot be opened", "give the path of a file in a folder that exists"
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
