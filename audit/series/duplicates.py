"""A key and day stand in one row; two rows that share them agree."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import DATE, Cell, Finding
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, number

__all__ = ["check", "infer"]


def infer(table: Table) -> Iterator[Rule]:
    """Of a series: its key and day. Of a list of events: no two rows alike."""
    if table.series and table.days is not None:
        what = " and ".join((*table.key_names, str(table.date_name)))
        yield Rule(Kind.DUPLICATES, (str(table.date_name),), f"no two rows share {what}", "they tell the rows apart")
    elif not table.series and table.order is not None and len(table.frame.columns) >= 4:
        yield Rule(
            Kind.DUPLICATES,
            (next(iter(table.columns)),),
            "no two rows are alike in every cell",
            "each row stands for itself",
        )


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """Pairs of rows that share key and day, in conflict or alike."""
    if not table.series:
        yield from _alike(table, rule)
        return
    again = np.flatnonzero(table.repeated)
    for at in again.tolist():
        differing = [c for c, column in table.columns.items() if _differ(column.values[at - 1], column.values[at])]
        first = table.row_of_date(at - 1)
        if not differing:
            cell = Cell(table, DATE, at)
            yield Finding(
                Operation.DUPLICATES,
                Verdict.UNVERIFIABLE,
                cell,
                "one row for each day",
                f"{table.when(at)} stands twice, in rows {first} and {cell.row}, with the same numbers",
                missing=("whether the second row is a copy or another day's",),
            )
            continue
        cell, other = Cell(table, differing[0], at), Cell(table, differing[0], at - 1)
        also = f", and in {count(len(differing) - 1, 'other column')}" if len(differing) > 1 else ""
        yield Finding(
            Operation.DUPLICATES,
            Verdict.INCONSISTENT,
            cell,
            "what the other row of the same day prints",
            f"{table.when(at)} stands twice: {cell.column} is {other.text} in row {other.row} "
            f"and {cell.text} in row {cell.row}{also}",
            (("other row", other),),
            other.text,
            Interval.of(number(other.value)),
            size=abs(cell.value - other.value),
        )
    if not len(again):
        cell = Cell(table, DATE, len(table) - 1)
        yield Finding(
            Operation.DUPLICATES, Verdict.CONSISTENT, cell, rule.says, f"{rule.says}, of {count(len(table), 'row')}"
        )


def _differ(one: float, other: float) -> bool:
    return bool(one == one and other == other and one != other)


def _alike(table: Table, rule: Rule) -> Iterator[Finding]:
    frame = table.frame
    twice = np.flatnonzero(frame.duplicated(keep="first").to_numpy())
    if not len(twice) or table.order is None:
        return
    place = np.full(len(frame), -1)
    place[table.order] = np.arange(len(table.order))
    (column,) = rule.columns
    for at in place[twice].tolist():
        if at < 0 or not Cell(table, column, at).text:
            continue
        cell = Cell(table, column, at)
        yield Finding(
            Operation.DUPLICATES,
            Verdict.UNVERIFIABLE,
            cell,
            "each row once",
            f"row {cell.row} repeats an earlier row in every cell",
            missing=("whether it is another event or a copy",),
        )
