"""Documents put into a ledger, some hundred in a transaction: what has been written stays whole whatever happens."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audit.checks.check import Check
from audit.errors import UnreadableError
from audit.figures.rounding import Policy
from audit.ledger.corrections import store
from audit.ledger.editions import changes, is_edition
from audit.ledger.rows import document_row, part_rows, spelt
from audit.ledger.schema import DOCUMENT_TABLES, TABLES
from audit.ledger.store import insert, restore, rows
from audit.result import Part

if TYPE_CHECKING:
    import duckdb

__all__ = ["Added", "add_batch", "batches", "uncollected"]

_BATCH = 500
"""Documents written in one transaction: what a kill can lose, and what memory must hold. Opening and closing the file costs
as much as writing fifty."""
_CHARACTERS = 4_000_000
"""Of their texts, so that long ones are written before they fill the memory."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did."""

    documents: int = 0
    """New ones, next editions of known ones among them."""
    known: int = 0
    """Documents that the ledger had already, to the letter."""
    editions: int = 0
    corrected: int = 0
    """Documents that the ledger had to the letter, of whose publisher, day or title more is known now."""
    changed: tuple[Check, ...] = field(default=())
    """Figures that a new edition changed."""
    failures: tuple[UnreadableError, ...] = field(default=())
    """Documents that could not be written; the others were."""

    def __add__(self, other: Added) -> Added:
        return Added(
            self.documents + other.documents,
            self.known + other.known,
            self.editions + other.editions,
            self.corrected + other.corrected,
            self.changed + other.changed,
            self.failures + other.failures,
        )


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: writing makes none, and each of its rounds would walk all that is being written
    (a third of the time that it takes)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts in groups; what has come before an error or Ctrl-C is given too, then that goes on."""
    batch: list[Part] = []
    characters = 0
    try:
        for part in parts:
            batch.append(part)
            characters += len(part.document.text)
            if len(batch) == _BATCH or characters >= _CHARACTERS:
                full, batch, characters = batch, [], 0
                yield full
    except (KeyboardInterrupt, Exception):
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def corrected(
    connection: duckdb.DuckDBPyConnection, fresh: dict[tuple[str, str | None], Part], policy: Policy, convention: str
) -> tuple[int, int]:
    """Puts right what the ledger has of the same text and origin, and takes it from `fresh`: how many were put right, and
    how many were known as they are."""
    query = """SELECT document, sha256, origin, publisher, published, title, edition, follows, place FROM documents
        WHERE sha256 IN (SELECT unnest(?)) AND whole"""
    put_right = same = 0
    for row in rows(connection, query, [[sha for sha, _ in fresh]]):
        part = next((p for (sha, _), p in fresh.items() if sha == row["sha256"] and _one_origin(p, row)), None)
        if part is None:
            continue
        document = part.document
        del fresh[document.sha256, spelt(document.publisher)]
        given = {"publisher": spelt(document.publisher), "published": document.published, "title": document.title}
        if all(value is None or value == row[name] for name, value in given.items()):
            same += 1
            continue
        for table in DOCUMENT_TABLES:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", [row["document"]])
        store(connection, part, row["document"], row | {"policy": str(policy), "convention": convention})
        put_right += 1
    return put_right, same


def _one_origin(part: Part, row: Mapping[str, object]) -> bool:
    return part.document.origin is not None and spelt(part.document.origin) == row["origin"]


def add_batch(connection: duckdb.DuckDBPyConnection, batch: list[Part], policy: Policy, convention: str) -> Added:
    last = rows(connection, "SELECT coalesce(max(document), 0) AS last FROM documents")[0]["last"]
    tables: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    fresh: dict[tuple[str, str | None], Part] = {}
    hashes = [part.document.sha256 for part in batch]
    query = "SELECT sha256, publisher FROM documents WHERE sha256 IN (SELECT unnest(?))"
    known = {(row["sha256"], row["publisher"]) for row in rows(connection, query, [hashes])}
    for part in batch:
        key = (part.document.sha256, spelt(part.document.publisher))
        if key not in known:
            fresh.setdefault(key, part)
    put_right, _ = corrected(connection, fresh, policy, convention)
    done = Added(len(fresh), len(batch) - len(fresh) - put_right, corrected=put_right)
    latest = latest_of(connection, [spelt(part.document.origin) for part in fresh.values()])
    for number, part in enumerate(fresh.values(), start=last + 1):
        row = document_row(part.document, number, str(policy), convention)
        place, edition, old = latest.get(row["origin"], (0, 0, None))
        if old is not None and is_edition(old.document, part.document):
            row["follows"], row["edition"] = place, edition + 1
            done += Added(editions=1, changed=tuple(changes(old, part, policy)))
        latest[row["origin"]] = (number, row["edition"], part)
        tables["documents"].append(row)
        for table, content in part_rows(part, number).items():
            tables[table].extend(content)
    for table, content in tables.items():
        insert(connection, table, content)
    return done


def latest_of(
    connection: duckdb.DuckDBPyConnection, origins: list[str | None]
) -> dict[str | None, tuple[int, int, Part | None]]:
    """For each origin that the ledger knows, the number of its latest document, that document's edition and its part."""
    query = "SELECT max(document) AS document, arg_max(edition, document) AS edition, origin FROM documents"
    found = rows(connection, f"{query} WHERE origin IN (SELECT unnest(?)) GROUP BY origin ORDER BY 1", [origins])
    parts = restore(connection, [row["document"] for row in found])
    return {row["origin"]: (row["document"], row["edition"], parts[row["document"]]) for row in found}
