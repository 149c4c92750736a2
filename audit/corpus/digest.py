"""What a data set shows at a glance: its counts, and the findings that are most worth an editor's time.

Findings stand in this order: how sure the binding is, then how far claim and recomputation are apart for the claim's size,
then whether a source is named. Outlets and months are counted, not ranked by share: how many figures an outlet derives, and
so how many of its figures can be checked at all, depends on what it writes about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit.corpus.dataset import done
from audit.corpus.tally import Tally, tally_of
from audit.errors import UnreadableError

__all__ = ["Count", "Digest", "Found", "digest"]

MOST = 100
"""Findings that a report shows; all of them stand in the data set."""
OUTLETS = 12
"""Outlets that are named; the others are added up."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, as the data set holds it; `apart` is the gap relative to the claim's size."""

    number: int
    document: str
    origin: str
    publisher: str
    published: date | None
    text: str
    working: str
    source: str
    sentence: str
    explanation: str
    confidence: str
    apart: float | None


@dataclass(frozen=True, slots=True)
class Count:
    """Documents, recomputed figures and findings of one outlet or month."""

    name: str
    documents: int
    checks: int
    inconsistent: int


@dataclass(frozen=True, slots=True)
class Digest:
    folder: str
    total: Tally
    findings: tuple[Found, ...]
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]


_FINDINGS = """
    select d.number, d.document, coalesce(d.origin, ''), coalesce(d.publisher, ''), d.published, c.text, c.working,
        coalesce(c.source, ''), coalesce(c.sentence, ''), coalesce(c.explanation, ''), c.confidence,
        c.gap_low / nullif(greatest(abs(c.claimed_low), abs(c.claimed_high)), 0) as apart
    from read_parquet($checks) c join read_parquet($documents) d using (number)
    where c.verdict = 'inconsistent'
    order by c.confidence = 'high' desc, apart desc nulls last, c.source is null, d.number, c.check
    limit $most
"""
_COUNTS = """
    select {name} as name, count(*), sum(checks)::bigint, sum(inconsistent)::bigint
    from read_parquet($documents) group by 1 order by {order}
"""


def digest(folder: str | Path) -> Digest:
    """Read the data set in the folder; `UnreadableError` if it holds none."""
    import duckdb

    out = Path(folder)
    units = done(out)
    if not units:
        raise UnreadableError(str(folder), "holds no audited corpus", "make one with: audit corpus IN OUT")
    with duckdb.connect() as store:
        files = {table: str(out / table / "*.parquet") for table in ("checks", "documents")}
        found = store.execute(_FINDINGS, {**files, "most": MOST}).fetchall()
        documents = {"documents": files["documents"]}
        outlets = store.execute(
            _COUNTS.format(name="coalesce(publisher, 'no publisher named')", order="2 desc, 1"), documents
        ).fetchall()
        months = store.execute(
            _COUNTS.format(name="coalesce(strftime(published, '%Y-%m'), 'no date')", order="1"), documents
        ).fetchall()
    return Digest(
        str(folder),
        tally_of(out, sorted(units)),
        tuple(Found(*row) for row in found),
        _shortened([Count(*row) for row in outlets]),
        tuple(Count(*row) for row in months),
    )


def _shortened(counts: list[Count]) -> tuple[Count, ...]:
    if len(counts) <= OUTLETS:
        return tuple(counts)
    rest = counts[OUTLETS:]
    others = Count(
        f"{len(rest):,} others",
        sum(count.documents for count in rest),
        sum(count.checks for count in rest),
        sum(count.inconsistent for count in rest),
    )
    return (*counts[:OUTLETS], others)
