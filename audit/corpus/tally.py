"""What a run counts: what a unit hands back, and the sum that the summary prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.checks.check import Verdict
from audit.corpus import dataset
from audit.errors import ProgramError
from audit.read.alike import kind
from audit.strings import strings

__all__ = ["FAULT", "Tally", "tally_of"]


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

    def as_dict(self) -> dict[str, object]:
        """For JSON, counters by name in the order of the alphabet."""
        return {
            "documents": self.documents,
            "figures": self.figures,
            "claims": self.claims,
            "checks": self.checks,
            "left_out": self.left_out,
            "verdicts": dict(sorted(self.verdicts.items())),
            "failures": dict(sorted(self.failures.items())),
        }

    def summary(self) -> str:
        """For people: a line for what there was, one for each verdict and one for each reason of failure."""
        words = strings("corpus")["verdicts"]
        lines = [
            f"{self.documents:,} documents, {self.figures:,} figures, {self.claims:,} claims, {self.checks:,} checks",
            *(
                f"{self.verdicts[verdict]:>9,}  {words[verdict][self.verdicts[verdict] != 1]}"
                for verdict in Verdict
                if self.verdicts[verdict]
            ),
        ]
        if self.left_out:
            lines.append(f"{self.left_out:,} left out")
        if self.failures:
            lines.append(f"{self.failures.total():,} failed")
            lines += [f"{number:>9,}  {reason}" for reason, number in sorted(self.failures.items(), key=_most_first)]
        return "\n".join(lines)


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def tally_of(out: Path, units: Sequence[int]) -> Tally:
    """The counts of units that are done already, read back from their parts; what they left out is not known."""
    if not units:
        return Tally()
    import duckdb

    with duckdb.connect() as store:

        def ask(query: str, table: str) -> list[tuple[Any, ...]]:
            parts = [str(dataset.part(out, table, unit)) for unit in units]
            return store.execute(query, {"parts": parts}).fetchall()

        counts = ask(
            "select count(*), sum(figures)::bigint, sum(claims)::bigint, sum(checks)::bigint from read_parquet($parts)",
            "documents",
        )[0]
        verdicts = ask("select verdict, count(*) from read_parquet($parts) group by 1", "checks")
        reasons = ask("select reason, count(*) from read_parquet($parts) group by 1", "failures")
    failures: Counter[str] = Counter()
    for reason, number in reasons:
        failures[kind(reason)] += number
    documents, figures, claims, checks = (count or 0 for count in counts)
    return Tally(documents, figures, claims, checks, 0, Counter(dict(verdicts)), failures)


FAULT = kind(ProgramError.of("", Exception()).reason)
"""The reason for which documents are left out by a fault of the program."""
