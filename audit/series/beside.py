"""Tables of one file held against each other: what months add up to against the quarters, one figure printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.days import NO_DAY
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["Beside", "beside"]

MOST = 2 / 3
"""Share of the periods at which two tables must fit, so that the others are wrong and the two are of one thing."""
FEWEST = 2
"""Periods at which they must fit."""
_LENGTH = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_PARTS = {("day", "week"): 7, ("month", "quarter"): 3, ("month", "year"): 12, ("quarter", "year"): 4}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found between two tables, and the columns that were compared, by the table's name."""

    findings: tuple[Finding, ...]
    spoken: frozenset[tuple[str, str]]

    def columns_of(self, table: Table) -> frozenset[str]:
        """The columns of a table that were compared."""
        return frozenset(column for name, column in self.spoken if name == table.name)


def beside(tables: Sequence[Table]) -> Beside:
    """The columns of one name of every two tables whose rows are dated: periods against what they are made of."""
    found: list[Finding] = []
    spoken: set[tuple[str, str]] = set()
    dated = [table for table in tables if table.days is not None and table.series and not table.unsure]
    for fine, coarse in permutations(dated, 2):
        for column in coarse.columns:
            twin = next((name for name in fine.columns if name.lower() == column.lower()), None)
            if twin is None or not _may_be_added(column):
                continue
            made = list(_compared(fine, twin, coarse, column))
            fits = sum(abs(total - coarse.columns[column].values[at]) < _NEAR for at, _, total in made)
            if fits < FEWEST or fits < MOST * len(made):
                continue
            spoken |= {(fine.name, twin), (coarse.name, column)}
            found += _findings(fine, twin, coarse, column, made)
    return Beside(tuple(found), frozenset(spoken))


_NEAR = 1e-6


def _may_be_added(column: str) -> bool:
    name = parse_name(column)
    return not name.has(
        "share", "per", "smoothed", "coded", "stock", "population", "cumulative", "low", "high", "counter"
    )


def _compared(fine: Table, twin: str, coarse: Table, column: str) -> Iterator[tuple[int, list[int], float]]:
    """Each period of the coarse table of which the fine one has every part: its position, those of the parts, their sum."""
    if _LENGTH.get(fine.unit, 0) >= _LENGTH.get(coarse.unit, 0):
        return
    assert fine.days is not None and coarse.days is not None
    labels = {label.lower(): code for code, label in enumerate(fine.labels)}
    values = fine.columns[twin].values
    for at, value in enumerate(coarse.columns[column].values):
        code = labels.get(coarse.label(at).lower())
        if code is None or np.isnan(value) or coarse.days[at] == NO_DAY:
            continue
        first, last = _period(int(coarse.days[at]), coarse.unit)
        inside = np.flatnonzero((fine.key == code) & (fine.days >= first) & (fine.days <= last) & ~np.isnan(values))
        wanted = _PARTS.get((fine.unit, coarse.unit), last - first + 1 if fine.unit == "day" else 0)
        if len(inside) == wanted:
            yield at, [int(one) for one in inside], float(values[inside].sum())


def _period(day: int, unit: str) -> tuple[int, int]:
    """First and last day of the period that a day stands for."""
    epoch = date(1970, 1, 1)
    start = epoch + timedelta(days=day)
    if unit == "week":
        return day, day + 6
    months = _MONTHS[unit]
    begin = (start.month - 1) // months * months
    ahead = start.year * 12 + begin + months
    first, following = date(start.year, begin + 1, 1), date(ahead // 12, ahead % 12 + 1, 1)
    return (first - epoch).days, (following - epoch).days - 1


def _findings(
    fine: Table, twin: str, coarse: Table, column: str, made: Sequence[tuple[int, list[int], float]]
) -> Iterator[Finding]:
    off = [one for one in made if abs(one[2] - coarse.columns[column].values[one[0]]) >= _NEAR]
    says = f"{column} of {coarse.name} is the sum of {fine.name}, {fine.unit} by {fine.unit}"
    for at, parts, total in off:
        cell = Cell(coarse, column, at)
        operands = tuple((f"part {i}", Cell(fine, twin, part)) for i, part in enumerate(parts, start=1))
        yield Finding(
            Operation.SUM,
            Verdict.INCONSISTENT,
            cell,
            f"what {count(len(parts), fine.unit)} add up to",
            f"{cell.where} is {cell.text}, but its {count(len(parts), fine.unit)} in {fine.name} add up to {say(total)}: "
            f"{say(abs(total - cell.value))} apart",
            operands,
            " + ".join(part.text for _, part in operands) if len(operands) <= 12 else "",
            Interval.of(number(total)),
            note=f"The two tables fit at {len(made) - len(off)} of {count(len(made), coarse.unit)}.",
            diagnosis=slip(cell.value, total),
            size=abs(total - cell.value),
        )
    if not off:
        last = Cell(coarse, column, made[-1][0])
        yield Finding(Operation.SUM, Verdict.CONSISTENT, last, says, f"{says} at all {count(len(made), coarse.unit)}")
