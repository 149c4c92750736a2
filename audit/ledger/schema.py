"""The tables of the ledger, their version, and how a file of the version before becomes one of this.

Ends of intervals stand twice: as exact text ('3/2', 'inf'), from which nouns are made again, and as DOUBLE for queries.
Spans are offsets into `documents.text`, so that every row leads back to the words. The table `columns_` of the file itself
says what each column means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

__all__ = ["COMPARED", "DOCUMENT_TABLES", "MEANINGS", "TABLES", "VERSION", "create", "migrate", "version_of"]

VERSION = 6
"""2 added editions and the columns by which claims are compared; 3 added `whole`; 4 added `located` and `sites`; 5 added
`place`, and the tables `decisions` and `seen`; 6 added `scenes`."""

TABLES: dict[str, dict[str, tuple[str, str]]] = {
    "documents": {
        "document": ("BIGINT PRIMARY KEY", "number of the document in this ledger, from 1, in the order of adding"),
        "sha256": ("VARCHAR NOT NULL", "SHA-256 of the text in UTF-8"),
        "name": ("VARCHAR", "how reports call it"),
        "origin": ("VARCHAR", "where it was read from"),
        "title": ("VARCHAR", "title"),
        "publisher": ("VARCHAR", "publisher"),
        "published": ("DATE", "day of publication"),
        "author": ("VARCHAR", "author"),
        "language": ("VARCHAR", "language code"),
        "notes": ("VARCHAR[]", "what the reader had to assume"),
        "text": ("VARCHAR NOT NULL", "the text, to which all offsets refer"),
        "whole": (
            "BOOLEAN DEFAULT true",
            "false: only the sentences of its claims, at their offsets; the rest at origin",
        ),
        "policy": ("VARCHAR", "rounding policy that its checks were judged under"),
        "convention": ("VARCHAR", "convention that gave vague words their values"),
        "edition": ("INTEGER DEFAULT 1", "1 for the first, 2 for the next edition of the same document ..."),
        "follows": ("BIGINT", "document of which this is the next edition"),
        "place": ("VARCHAR", "where it plays, by the user's word: the place of its claims that name none"),
    },
    "figures": {
        "document": ("BIGINT NOT NULL", "number of the document"),
        "figure": ("INTEGER NOT NULL", "number of the figure in its document, from 1"),
        "start": ("INTEGER", "offset of its first character"),
        "stop": ("INTEGER", "offset after its last character"),
        "text": ("VARCHAR", "as printed"),
        "low": ("DOUBLE", "lower end in units"),
        "high": ("DOUBLE", "upper end in units"),
        "exact_low": ("VARCHAR", "lower end as a fraction"),
        "exact_high": ("VARCHAR", "upper end as a fraction"),
        "low_open": ("BOOLEAN", "whether the lower end itself is left out"),
        "high_open": ("BOOLEAN", "whether the upper end itself is left out"),
        "bound": ("VARCHAR", "exact, about, at_least ..."),
        "kind": ("VARCHAR", "count, percent, money ..."),
        "unit": ("VARCHAR", "unit in pint's name; missing for a count"),
        "noun": ("VARCHAR", "what is counted"),
        "phrase": ("INTEGER[]", "offsets of the counted noun phrase"),
        "cue": ("INTEGER[]", "offsets of the words that set the bound"),
        "exact_precision": ("VARCHAR", "one unit of the last printed place, as a fraction"),
        "per": ("VARCHAR", "of a rate, what it is divided by"),
        "words": ("VARCHAR", "a vague quantity's own words"),
        "carried": ("BOOLEAN", "whether its noun was carried over from another figure"),
        "printed": ("BOOLEAN", "false for the figure of a claim in which no number is printed"),
    },
    "claims": {
        "document": ("BIGINT NOT NULL", "number of the document"),
        "claim": ("INTEGER NOT NULL", "number of the claim in its document, from 1"),
        "figure": ("INTEGER NOT NULL", "number of its figure"),
        "measures": ("VARCHAR[]", "what is counted: killed, injured ..."),
        "population": ("VARCHAR", "of whom"),
        "place": ("VARCHAR", "where"),
        "as_of": ("DATE", "day that it speaks of"),
        "period": ("VARCHAR", "new, cumulative, since or per"),
        "period_start": ("DATE", "first day of the period"),
        "period_end": ("DATE", "last day of the period"),
        "period_cue": ("INTEGER[]", "offsets of the words that give the period"),
        "status": ("VARCHAR", "asserted, reported, presumed ..."),
        "relation": ("VARCHAR", "subset, addition, update or background"),
        "included_in": ("INTEGER", "claim of which it counts a part"),
        "includes": ("INTEGER[]", "claims that count parts of it"),
        "confidence": ("VARCHAR", "high or low"),
        "measure_cue": ("INTEGER[]", "offsets of the words that say what is counted"),
        "locator": ("VARCHAR", "cell of a table"),
        "implied": ("BOOLEAN", "whether no number is printed"),
        "attribution_confidence": ("VARCHAR", "high or low; missing without an attribution"),
        "sentence": ("INTEGER[]", "offsets of its sentence, its number in the document and its paragraph's, from 0"),
        "what": ("VARCHAR", "its measures as one key; missing if it cannot be compared"),
        "unit": ("VARCHAR", "key of the unit"),
        "people": ("VARCHAR[]", "keys of who is counted"),
        "place_key": ("VARCHAR", "key of the place"),
        "anchors": ("VARCHAR[]", "keys of the names in its sentence and lead, its own place among them"),
        "located": (
            "VARCHAR[]",
            "keys of the names that stand where a place stands, in its sentence or else in the lead",
        ),
        "scenes": ("VARCHAR[]", "keys of the places that its sentence and the first words of its document name"),
        "events": ("VARCHAR[]", "classes of what happened"),
        "sites": ("VARCHAR[]", "classes of where or to what it happened"),
        "day": ("DATE", "day by which it is compared"),
        "running": ("BOOLEAN", "whether it is a running total"),
        "as_printed_low": ("DOUBLE", "least that it can stand for under the policy as_printed"),
        "as_printed_high": ("DOUBLE", "most that it can stand for under the policy as_printed"),
        "two_figure_low": ("DOUBLE", "least that it can stand for under the policy two_figure"),
        "two_figure_high": ("DOUBLE", "most that it can stand for under the policy two_figure"),
    },
    "sources": {
        "document": ("BIGINT NOT NULL", "number of the document"),
        "claim": ("INTEGER NOT NULL", "number of the claim"),
        "link": ("INTEGER NOT NULL", "place in the chain, from 1, outermost first"),
        "name": ("VARCHAR", "fullest name"),
        "source": ("INTEGER[]", "offsets of the source; missing for the publisher"),
        "cue": ("INTEGER[]", "offsets of the cue"),
        "kind": ("VARCHAR", "direct, indirect, according_to ..."),
    },
    "hedges": {
        "document": ("BIGINT NOT NULL", "number of the document"),
        "claim": ("INTEGER NOT NULL", "number of the claim"),
        "cue": ("INTEGER[]", "offsets of the hedge"),
        "kind": ("VARCHAR", "hedge, disclaimer or presumption"),
        "start": ("INTEGER", "offset where its reach begins"),
        "stop": ("INTEGER", "offset where its reach ends"),
    },
    "checks": {
        "document": ("BIGINT NOT NULL", "number of the document"),
        "check_number": ("INTEGER NOT NULL", "number of the check in its document, from 1"),
        "operation": ("VARCHAR", "sum, percent_change ..."),
        "verdict": ("VARCHAR", "consistent, inconsistent ..."),
        "claim": ("INTEGER", "number of its claim"),
        "working": ("VARCHAR", "the working in one line"),
        "diagnosis": ("VARCHAR", "known slip"),
        "note": ("VARCHAR", "what to know beside it"),
        "confidence": ("VARCHAR", "high or low"),
        "operands": ("INTEGER[]", "numbers of the operands' claims in the same document"),
        "roles": ("VARCHAR[]", "the part that each of them plays"),
    },
    "decisions": {
        "key": ("VARCHAR NOT NULL", "key of the conflict, as `audit ledger conflicts` prints it"),
        "decision": ("VARCHAR", "resolved, dismissed or confirmed"),
        "reason": ("VARCHAR", "why"),
        "operation": ("VARCHAR", "contradiction, trend or provenance"),
        "figure": ("VARCHAR", "the later figure as printed"),
        "sentence": ("VARCHAR", "its sentence"),
    },
    "seen": {"key": ("VARCHAR NOT NULL", "key of a conflict that `audit ledger conflicts --new` has shown")},
}
"""Table -> column -> its type and meaning."""

DOCUMENT_TABLES = tuple(name for name, columns in TABLES.items() if "document" in columns)
"""The tables whose rows belong to documents."""

MEANINGS = [(table, name, *column) for table, columns in TABLES.items() for name, column in columns.items()]

COMPARED = tuple(TABLES["claims"])[list(TABLES["claims"]).index("what") :]
"""The columns of claims by which they are compared."""

_FOURTH = ("located", "sites")
_LATER = (*_FOURTH, "scenes")
_ADDED: dict[int, dict[str, tuple[str, ...]]] = {
    2: {"documents": ("edition", "follows"), "claims": tuple(name for name in COMPARED if name not in _LATER)},
    3: {"documents": ("whole",)},
    4: {"claims": _FOURTH},
    5: {"documents": ("place",), "decisions": (), "seen": ()},
    6: {"claims": ("scenes",)},
}
"""What each version added; of a table that is new altogether no column is named."""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of this version in an empty file; call within a transaction."""
    for table in TABLES:
        _make(connection, table)
    connection.execute("CREATE TABLE ledger (version INTEGER NOT NULL)")
    connection.execute("INSERT INTO ledger VALUES (?)", [VERSION])
    connection.execute("CREATE TABLE columns_ (table_name VARCHAR, column_name VARCHAR, type VARCHAR, meaning VARCHAR)")
    _describe(connection)


def _make(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    columns = ", ".join(f"{name} {kind}" for name, (kind, _) in TABLES[table].items())
    connection.execute(f"CREATE TABLE {table} ({columns})")


def version_of(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The version of the file's tables; None in an empty file; 0 in a database that is no ledger."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return None
    if "ledger" not in tables:
        return 0
    found = connection.execute("SELECT version FROM ledger").fetchall()
    return int(found[0][0]) if found else 0


def migrate(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    """Adds the columns that the file's version has not, those of comparison empty. Call within a transaction."""
    for later in range(version + 1, VERSION + 1):
        for table, names in _ADDED[later].items():
            if not names:
                _make(connection, table)
            for name in names:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {name} {TABLES[table][name][0]}")
    connection.execute("UPDATE ledger SET version = ?", [VERSION])
    connection.execute("DELETE FROM columns_")
    _describe(connection)


def _describe(connection: duckdb.DuckDBPyConnection) -> None:
    places = ", ".join(["(?, ?, ?, ?)"] * len(MEANINGS))
    connection.execute(f"INSERT INTO columns_ VALUES {places}", [word for row in MEANINGS for word in row])
