"""What is stored, put right: documents taken out, and what is known about one changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from audit.errors import OptionError
from audit.figures.rounding import Policy
from audit.ledger.fragments import Fragments
from audit.ledger.rows import document_row, part_rows
from audit.ledger.schema import DOCUMENT_TABLES
from audit.ledger.store import insert, restore, rows
from audit.pipeline import check_document
from audit.result import Part
from audit.text.document import Document

if TYPE_CHECKING:
    import duckdb

__all__ = ["Known", "edit", "placed", "remove", "store"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a user knows about a document; None leaves a thing as it is, '' says that it is not known."""

    publisher: str | None = None
    published: date | str | None = None
    title: str | None = None
    place: str | None = None

    def of(self, document: Document) -> Document:
        """The document with what is known about it."""
        given = {"publisher": self.publisher, "published": self.published, "title": self.title}
        return replace(document, **{name: value or None for name, value in given.items() if value is not None})  # type: ignore[arg-type]


def remove(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> int:
    """Take documents out with all that was found in them; what followed one as its next edition follows the one before."""
    _all_there(connection, numbers)
    for number in numbers:
        connection.execute(
            "UPDATE documents SET follows = (SELECT follows FROM documents WHERE document = ?) WHERE follows = ?",
            [number, number],
        )
        for table in DOCUMENT_TABLES:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", [number])
    return len(numbers)


def edit(connection: duckdb.DuckDBPyConnection, number: int, known: Known) -> Document:
    """Change what is known about a document. Its text is read again, for days and sources follow from both; the document
    keeps its number and its edition. Raises `OptionError` where only its sentences are stored."""
    _all_there(connection, [number])
    document = restore(connection, [number])[number].document
    row = rows(
        connection, "SELECT policy, convention, edition, follows, place FROM documents WHERE document = ?", [number]
    )[0]
    if isinstance(document, Fragments):
        raise OptionError("DOCUMENT", number, ("one whose text is stored whole; of this only sentences are",))
    changed = known.of(document)
    place = row["place"] if known.place is None else known.place or None
    part = check_document(changed, policy=Policy(row["policy"]), convention=row["convention"])
    for table in DOCUMENT_TABLES:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", [number])
    store(connection, part, number, row | {"place": place})
    return changed


def store(connection: duckdb.DuckDBPyConnection, part: Part, number: int, row: dict[str, object]) -> None:
    """Write one document under its number; `row` gives policy, convention, edition, what it follows, place."""
    place = row["place"]
    made = document_row(part.document, number, str(row["policy"]), str(row["convention"]))
    made |= {"edition": row["edition"], "follows": row["follows"], "place": place}
    insert(connection, "documents", [made])
    for table, content in part_rows(placed(part, str(place) if place else None), number).items():
        insert(connection, table, content)


def placed(part: Part, place: str | None) -> Part:
    """The part with its claims that name no place in that one."""
    if not place:
        return part
    return replace(part, claims=tuple(claim if claim.place else replace(claim, place=place) for claim in part.claims))


def _all_there(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> None:
    found = rows(connection, "SELECT document FROM documents WHERE document IN (SELECT unnest(?))", [list(numbers)])
    missing = sorted(set(numbers) - {row["document"] for row in found})
    if missing:
        raise OptionError("DOCUMENT", missing[0], ("a number that `audit ledger list` gives",))
