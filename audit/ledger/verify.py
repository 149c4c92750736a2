"""Whether a ledger is whole: texts are those of their sums, every span lies in its text, every number leads somewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.ledger.store import rows

if TYPE_CHECKING:
    import duckdb

__all__ = ["problems"]

_LOOSE = {
    "a claim without its figure": """SELECT document FROM claims c ANTI JOIN figures f
        ON c.document = f.document AND c.figure = f.figure""",
    "a claim without its document": "SELECT document FROM claims ANTI JOIN documents USING (document)",
    "a figure without its document": "SELECT document FROM figures ANTI JOIN documents USING (document)",
    "a source without its claim": """SELECT document FROM sources s ANTI JOIN claims c
        ON s.document = c.document AND s.claim = c.claim""",
    "a check without its claim": """SELECT document FROM checks k ANTI JOIN claims c
        ON k.document = c.document AND k.claim = c.claim""",
    "an edition of a document that is not there": """SELECT document FROM documents d
        WHERE follows IS NOT NULL AND follows NOT IN (SELECT document FROM documents)""",
    "a claim twice": "SELECT document FROM claims GROUP BY document, claim HAVING count(*) > 1",
    "a figure that does not stand in its text": """SELECT f.document FROM figures f JOIN documents d USING (document)
        WHERE printed AND (start < 0 OR stop > length(d.text) OR substr(d.text, start + 1, stop - start) <> f.text)""",
}
"""What would be wrong, and the query for the documents of which it is."""


def problems(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Each thing that is wrong, in a sentence; nothing in a whole ledger."""
    for row in rows(connection, "SELECT document, sha256, text FROM documents WHERE whole ORDER BY document"):
        if hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            yield f"document {row['document']}: its text is not the one that was stored"
    for wrong, query in _LOOSE.items():
        for row in rows(connection, f"SELECT document, count(*) AS times FROM ({query}) GROUP BY 1 ORDER BY 1"):
            times = f" ({row['times']:,} times)" if row["times"] > 1 else ""
            yield f"document {row['document']}: {wrong}{times}"
