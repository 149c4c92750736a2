"""What a data set shows at a glance: its counts, and the findings that are most worth an editor's time.

Findings stand in this order: how sure the binding is; how far claim and recomputation are apart for the larger of the two,
in three classes; how many documents name the source, for what those say who are named most goes furthest; and within all
that the exact distance. Outlets and months are counted, not ranked by share: how many figures an outlet derives, and so how
many of its figures can be checked at all, depends on what it writes about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit.corpus.dataset import done
from audit.corpus.tally import Tally, tally_of
from audit.errors import UnreadableError
from audit.interval import Interval, exact
from audit.show import difference

__all__ = ["NO_DATE", "Count", "Digest", "Found", "digest"]

MOST = 100
"""Findings that a report shows; all of them stand in the data set."""
WIDE, NARROW = 0.5, 0.1
"""Shares of the larger of claim and recomputation that part the three classes of distance."""
NO_DATE = "no date"
OUTLETS = 12
"""Outlets that are named; the others are added up."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, as the data set holds it."""

    number: int
    document: str
    origin: str
    title: str
    publisher: str
    published: date | None
    text: str
    unit: str | None
    working: str
    source: str
    sentence: str
    explanation: str
    confidence: str
    gap: float | None
    """The smallest distance between claim and recomputation, in `unit`; None if that has no size."""
    apart: float | None
    """The same relative to the larger of the two, from 0 to 1 and, where they differ in sign, up to 2."""
    named: int
    """Documents of the corpus that name the source; 0 if the text names none."""
    copies: int
    """How often the finding stands in the corpus in the same words, as where a report was taken over; this is the first."""

    @property
    def link(self) -> str | None:
        """The document's own address on the web, if its name is one."""
        return self.document if self.document.startswith(("http://", "https://")) else None

    @property
    def distance(self) -> str | None:
        """The gap in words: '7.6 percentage points'."""
        return None if self.gap is None else difference(Interval.of(exact(self.gap)), self.unit)


@dataclass(frozen=True, slots=True)
class Count:
    """Documents, recomputed figures and findings of one outlet or month."""

    name: str
    documents: int
    checks: int
    inconsistent: int

    def plus(self, other: Count) -> Count:
        """Both together, under this one's name."""
        return Count(
            self.name,
            self.documents + other.documents,
            self.checks + other.checks,
            self.inconsistent + other.inconsistent,
        )


@dataclass(frozen=True, slots=True)
class Digest:
    folder: str
    total: Tally
    findings: tuple[Found, ...]
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]


_FINDINGS = """
    with found as (
        select c.*, c.gap_low / nullif(
            greatest(abs(c.claimed_low), abs(c.claimed_high), abs(c.recomputed_low), abs(c.recomputed_high)), 0
        ) as apart,
        count(*) over same as copies
        from read_parquet($checks) c where c.verdict = 'inconsistent'
        window same as (partition by c.sentence, c.working)
        qualify row_number() over (partition by c.sentence, c.working order by c.number, c.check) = 1
    ),
    named as (
        select lower(source) as source, count(distinct number) as documents from read_parquet($claims)
        where lower(source) in (select lower(source) from found) group by 1
    )
    select d.number, d.document, coalesce(d.origin, ''), coalesce(d.title, ''), coalesce(d.publisher, ''), d.published,
        c.text, c.unit, c.working, coalesce(c.source, ''), coalesce(c.sentence, ''), coalesce(c.explanation, ''),
        c.confidence, c.gap_low, c.apart, coalesce(n.documents, 0), c.copies
    from found c join read_parquet($documents) d using (number) left join named n on n.source = lower(c.source)
    order by c.confidence = 'high' desc, c.apart >= $wide desc nulls last, c.apart >= $narrow desc nulls last,
        coalesce(n.documents, 0) desc, c.apart desc nulls last, d.number, c.check
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
        files = {table: str(out / table / "*.parquet") for table in ("checks", "claims", "documents")}
        found = store.execute(_FINDINGS, {**files, "most": MOST, "wide": WIDE, "narrow": NARROW}).fetchall()
        documents = {"documents": files["documents"]}
        outlets = store.execute(
            _COUNTS.format(name="coalesce(publisher, 'no publisher named')", order="2 desc, 1"), documents
        ).fetchall()
        months = store.execute(
            _COUNTS.format(name=f"coalesce(strftime(published, '%Y-%m'), '{NO_DATE}')", order="1"), documents
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
    others = Count(f"{len(counts) - OUTLETS:,} others", 0, 0, 0)
    for count in counts[OUTLETS:]:
        others = others.plus(count)
    return (*counts[:OUTLETS], others)
