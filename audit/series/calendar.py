"""Days are in order and without gaps, and a column that counts the days keeps step with them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.series.cells import as_printed
from audit.series.days import NO_DAY, iso
from audit.series.finding import DATE, Cell, Finding
from audit.series.groups import runs
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, say

__all__ = ["check_counter", "check_dates", "infer"]

KEEPS_STEP = 0.9
"""A column counts the days if it is this many times as far from the date as in most rows."""
GAPS_TOLD = 40
"""Gaps that are told one by one; the others are counted."""


def infer(table: Table, rules: list[Rule]) -> Iterator[Rule]:
    """Dates of a series; columns that count them. Days without a row are asked about where rows come at a fixed step, or
    where something runs on from row to row: a list of events has none for the days without one."""
    running = any(rule.kind is Kind.CUMULATIVE and rule.on and rule.firm for rule in rules)
    if table.days is None or not table.series or table.date_name is None:
        return
    step = count(table.step, "day") if table.step != 1 else "a day"
    followed = table.regular or (running and len(table.labels) == 1)
    if table.unit in ("day", "week") and table.clock is None and not table.unsure and followed:
        seen = (
            f"most rows follow the one before by {step}"
            if table.regular
            else f"rows are {step} apart or more, at no fixed step"
        )
        says = f"{table.date_name} goes on in order" + (f", {step} a row" if table.regular else "")
        yield Rule(Kind.DATES, (table.date_name,), says, seen, firm=False)
    for name in map(str, table.frame.columns):
        if (
            name == table.date_name
            or name in table.columns
            or table.order is None
            or not parse_name(name).has("counter")
        ):
            continue
        distance = _distance(table, name)
        if distance is None:
            continue
        values, counts = np.unique(distance, return_counts=True)
        if len(table.labels) == 1 and len(distance) >= 5 and counts.max() >= KEEPS_STEP * len(distance):
            start = iso(-int(values[counts.argmax()]) + 1)
            seen = f"so it is at {counts.max():,} of {count(len(distance), 'row')}"
            yield Rule(Kind.COUNTER, (name,), f"{name} counts the days from {start}", seen)


def _distance(table: Table, name: str) -> np.ndarray | None:
    """Counter less day, for each position; None for a column that holds no whole numbers."""
    import pandas as pd

    assert table.days is not None
    cells = pd.to_numeric(table.frame[name], errors="coerce").to_numpy(dtype=float)[table.order]
    if np.isnan(cells).any() or (cells != np.floor(cells)).any():
        return None
    return cells.astype(np.int64) - table.days


def check_counter(table: Table, rule: Rule) -> Iterator[Finding]:
    """Rows whose number of the day is not that of their date."""
    (name,) = rule.columns
    distance = _distance(table, name)
    if distance is None or table.order is None:
        return
    values, counts = np.unique(distance, return_counts=True)
    usual = int(values[counts.argmax()])
    for at in np.flatnonzero(distance != usual).tolist():
        printed = as_printed(table.frame[name].iloc[int(table.order[at])])
        due = int(printed) - int(distance[at]) + usual
        cell = Cell(table, DATE, at)
        yield Finding(
            Operation.DATES,
            Verdict.INCONSISTENT,
            cell,
            f"the day that {name} gives",
            f"{cell.text} would be number {due} by the other rows, but {name} is {printed}",
            size=abs(int(distance[at]) - usual),
        )


def check_dates(table: Table, rule: Rule) -> Iterator[Finding]:
    """Gaps between dates, and rows that stand out of order in the file."""
    assert table.days is not None
    step = np.diff(table.days)
    within = table.key[1:] == table.key[:-1]
    gaps = np.flatnonzero(within & (step > table.step)) + 1
    if table.regular:
        yield from _gaps(table, gaps)
    elif len(gaps):
        at = int(gaps[np.argmax(step[gaps - 1])])
        cell, before = Cell(table, DATE, at), Cell(table, DATE, at - 1)
        yield Finding(
            Operation.DATES,
            Verdict.UNVERIFIABLE,
            cell,
            "a row for each day",
            f"{count(len(table), 'row')} at no fixed step; the longest time without {count(int(step[at - 1]) - 1, 'day')}, "
            f"from {before.text} to {cell.text}",
            (("row before", before),),
            missing=("what happened in the days without a row",),
            size=float(step[at - 1]),
        )
    yield from _out_of_order(table)
    if not len(gaps):
        yield Finding(
            Operation.DATES,
            Verdict.CONSISTENT,
            Cell(table, DATE, len(table) - 1),
            rule.says,
            f"{count(len(table), 'row')} without a gap",
        )


def _gaps(table: Table, gaps: np.ndarray) -> Iterator[Finding]:
    assert table.days is not None
    groups = [(int(gaps[first]), int(gaps[last])) for first, last in runs(gaps, table.key)]
    lacking = {
        first: int(table.days[last] - table.days[first - 1]) // table.step - (last - first + 1)
        for first, last in groups
    }
    longest = sorted((group for group in groups if lacking[group[0]] > 0), key=lambda group: -lacking[group[0]])
    thing = "day" if table.step == 1 else "row"
    for first, last in sorted(longest[:GAPS_TOLD]):
        cell, before = Cell(table, DATE, last), Cell(table, DATE, first - 1)
        who = f"{table.label(first)}: " if table.label(first) else ""
        how = f"no row between {before.text} and {cell.text}"
        if last > first:
            how = f"only {count(last - first, 'row')} between {before.text} and {cell.text}, none of them a step apart"
        yield Finding(
            Operation.DATES,
            Verdict.UNVERIFIABLE,
            cell,
            "a row at each step",
            f"{who}{how}: {count(lacking[first], thing)} missing",
            (("row before", before),),
            missing=("the rows of these days",),
            size=float(lacking[first]),
        )
    if len(longest) > GAPS_TOLD:
        first, at = longest[GAPS_TOLD]
        most = lacking[first]
        yield Finding(
            Operation.DATES,
            Verdict.UNVERIFIABLE,
            Cell(table, DATE, at),
            "a row at each step",
            f"{count(len(longest) - GAPS_TOLD, 'further gap')}, none of more than {count(most, thing)}",
        )


def _out_of_order(table: Table) -> Iterator[Finding]:
    """Rows of one key that stand in the file before an earlier day, where the file is in order otherwise."""
    if table.order is None or table.days is None or table.days.min() == NO_DAY:
        return
    turned = np.flatnonzero((np.diff(table.order) < 0) & (table.key[1:] == table.key[:-1]) & (np.diff(table.days) > 0))
    turned = turned[~table.repeated[turned]]
    # a file in falling order turns at every row; only single rows are out of place
    if len(turned) > max(3, 0.02 * len(table)):
        return
    for at in turned.tolist():
        early, late = Cell(table, DATE, at), Cell(table, DATE, at + 1)
        yield Finding(
            Operation.DATES,
            Verdict.UNVERIFIABLE,
            late,
            "dates in order",
            f"{late.text} stands in row {say(late.row)}, before {early.text} in row {say(early.row)}",
            (("earlier day", early),),
            note="A row out of place may be a slip in its date.",
            missing=("whether the date is right",),
        )
