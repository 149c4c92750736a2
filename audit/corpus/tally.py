"""What a run counts: what a unit hands back, and the sum that the summary prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from audit.corpus import dataset

__all__ = ["Tally", "tally_of"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one unit or of a whole run."""

    documents: int = 0
    figures: int = 0
    claims: int = 0
    checks: int = 0
    left_out: int = 0
    """Documents that `since`, `until` or `only_inconsistent` left out."""
    verdicts: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    """By reason, without what is particular to one input."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.documents + other.documents,
            self.figures + other.figures,
            self.claims + other.claims,
            self.checks + other.checks,
            self.left_out + other.left_out,
            self.verdicts + other.verdicts,
            self.failures + other.failures,
        )

    @property
    def seen(self) -> int:
        """Inputs that are through: audited, left out or failed."""
        return self.documents + self.left_out + self.failures.total()


def tally_of(out: Path, units: Iterable[int]) -> Tally:
    """The counts of units that are done already, read back from their parts; what they left out is not known."""
    import pyarrow.parquet as pq

    total = Tally()
    for unit in units:
        documents = pq.read_table(
            dataset.part(out, "documents", unit), columns=["figures", "claims", "checks"]
        ).to_pydict()
        checks = pq.read_table(dataset.part(out, "checks", unit), columns=["verdict"]).to_pydict()
        failures = pq.read_table(dataset.part(out, "failures", unit), columns=["reason"]).to_pydict()
        total += Tally(
            len(documents["figures"]),
            sum(documents["figures"]),
            sum(documents["claims"]),
            sum(documents["checks"]),
            0,
            Counter(checks["verdict"]),
            Counter(kind(reason) for reason in failures["reason"]),
        )
    return total


def kind(reason: str) -> str:
    """A reason without its particulars, for counting: what stands before a bracket, a colon or a digit."""
    for mark in "(:":
        reason = reason.partition(mark)[0]
    return "".join(character for character in reason if not character.isdigit()).strip() or "unknown"
