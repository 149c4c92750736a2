"""The noun `Series`: the claims of many documents about one quantity, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from audit.checks.check import Check, Verdict
from audit.claims.claim import Claim
from audit.figures.rounding import Policy
from audit.interval import Interval
from audit.ledger.beside import compared_as, who
from audit.ledger.compare import findings, pairs
from audit.ledger.setting import heading_of
from audit.ledger.statement import Statement, statements
from audit.ledger.things import THING
from audit.show import text as shown

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Series", "series_of"]

_MARKED = frozenset({Verdict.INCONSISTENT, Verdict.UNVERIFIABLE})


@dataclass(frozen=True, eq=False)
class Series:
    """One quantity: `statements` in the order of time, `checks` between them, `label` in words."""

    label: str
    statements: tuple[Statement, ...]
    checks: tuple[Check, ...]
    policy: Policy = Policy.TWO_FIGURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(statement.claim for statement in self.statements)

    def beside(self) -> list[str]:
        """How each claim stands to the one before it, in words; '' for the first."""
        values = [compared_as(made.claim.figure, self.policy) for made in self.statements]
        return ["", *(_beside(before, value) for before, value in pairwise(values))]

    def to_frame(self) -> pd.DataFrame:
        """One row a claim: date, who says it, as printed, what it can stand for, how it stands to the one before."""
        import pandas as pd

        columns: dict[str, list[object]] = {
            name: [] for name in ("date", "who", "text", "low", "high", "beside", "status", "findings", "sentence")
        }
        for made, beside in zip(self.statements, self.beside(), strict=True):
            claim = made.claim
            value = compared_as(claim.figure, self.policy)
            found = [check.working for check in self.checks if check.claim is claim and check.verdict in _MARKED]
            row = (
                made.date,
                who(made),
                shown(claim.figure.text),
                float(value.low),
                float(value.high),
                beside or None,
                str(claim.status),
                "; ".join(found) or None,
                shown(claim.sentence.text) if claim.sentence else None,
            )
            for name, cell in zip(columns, row, strict=True):
                columns[name].append(cell)
        kinds = {"date": "datetime64[s]", "low": "Float64", "high": "Float64"}
        return pd.DataFrame(
            {name: pd.Series(cells, dtype=kinds.get(name, "string")) for name, cells in columns.items()}
        )


def _beside(before: Interval, value: Interval) -> str:
    if before.meets(value):
        return "compatible with the one before"
    return "higher than the one before" if value.low >= before.high else "lower than the one before"


def series_of(claims: Iterable[Claim], policy: Policy = Policy.TWO_FIGURE) -> tuple[Series, ...]:
    """The series of the claims that at least two documents make, the longest first, then by date and label."""
    made = list(statements(claims))
    aligned = list(pairs(made))
    group: dict[int, list[Statement]] = {}
    for earlier, later, _ in aligned:
        if earlier.unit != later.unit:
            continue  # one line has one unit
        first, second = (group.setdefault(id(one), [one]) for one in (earlier, later))
        if first is not second:
            first.extend(second)
            for one in second:
                group[id(one)] = first
    checks: defaultdict[int, list[Check]] = defaultdict(list)
    for check in findings(aligned, made, policy):
        checks[id(check.claim)].append(check)
    distinct = {id(statements): statements for statements in group.values()}
    found = [_series(statements, checks, policy) for statements in distinct.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.statements), one.statements[0].date or date.min, one.label)))


def _series(statements: Sequence[Statement], checks: dict[int, list[Check]], policy: Policy) -> Series:
    ordered = sorted(statements, key=lambda s: (s.date or date.min, s.claim.document.name, s.claim.figure.start))
    of_these = tuple(check for one in ordered for check in checks.get(id(one.claim), ()))
    return Series(_label(ordered), tuple(ordered), of_these, policy)


def _label(statements: Sequence[Statement]) -> str:
    """'killed: Hamas fighters, Khan Younis': the measure or noun, and the fullest words for whom and where."""
    first = statements[0]
    what = " and ".join(first.claim.measures) or first.claim.figure.noun or first.what.removeprefix(THING)
    people = max((s.claim.population or "" for s in statements), key=len)
    place = max((s.claim.place or heading_of(s.claim) or "" for s in statements), key=len)
    details = ", ".join(shown(words) for words in (people, place) if words and words != what)
    return f"{what}: {details}" if details else what
