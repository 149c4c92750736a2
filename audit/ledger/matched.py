"""What does not fit in a ledger: the pairs that its queries give, read back, aligned and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from audit.checks.check import Check
from audit.figures.rounding import Policy
from audit.ledger.align import align
from audit.ledger.candidates import candidates
from audit.ledger.compare import Pair, findings
from audit.ledger.statement import Statement, statement
from audit.ledger.store import days_of, restore, with_siblings
from audit.result import Part

if TYPE_CHECKING:
    import duckdb

__all__ = ["matched"]

_Key: TypeAlias = tuple[int, int]
"""A claim: number of its document, number in it."""
_Row: TypeAlias = tuple[int, int, int, int]
"""Two claims, that which was said first in front."""


def matched(
    connection: duckdb.DuckDBPyConnection, asked: Sequence[str], policy: Policy
) -> tuple[list[Check], list[Part]]:
    """What the rules find in the pairs of the queries `asked`, and the documents with the claims that were compared.

    Most pairs come to nothing, so that only those that are aligned are read with all else that their documents say.
    """
    queries = [candidates(what, policy) for what in asked]
    found = list(dict.fromkeys(row for query in queries for row in connection.execute(query).fetchall()))
    chosen = [row for row, _ in _aligned(found, _statements(connection, _parts(connection, _ends(found))))]
    parts = _parts(connection, with_siblings(connection, _ends(chosen)))
    made = _statements(connection, parts)
    pairs = [pair for _, pair in _aligned(chosen, made)]
    known = [one for one in made.values() if one is not None]
    return list(findings(pairs, known, policy)), [parts[number] for number in sorted(parts)]


def _ends(found: Iterable[_Row]) -> list[_Key]:
    return sorted({end for row in found for end in (row[:2], row[2:])})


def _parts(connection: duckdb.DuckDBPyConnection, keys: Sequence[_Key]) -> dict[int, Part]:
    return restore(connection, sorted({document for document, _ in keys}), keys)


def _statements(connection: duckdb.DuckDBPyConnection, parts: Mapping[int, Part]) -> dict[_Key, Statement | None]:
    """The statements of the claims, of the days that the ledger has: no text is read again for them."""
    claims = {(number, claim.index + 1): claim for number, part in parts.items() for claim in part.claims}
    days = days_of(connection, list(claims))
    return {key: statement(claim, day=days.get(key)) for key, claim in claims.items()}


def _aligned(found: Iterable[_Row], made: Mapping[_Key, Statement | None]) -> Iterator[tuple[_Row, Pair]]:
    for row in found:
        earlier, later = made[row[:2]], made[row[2:]]
        if earlier is not None and later is not None and (alignment := align(earlier, later)) is not None:
            yield row, (earlier, later, alignment)
