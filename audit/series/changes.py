"""A column that is called the change of others is the difference of two of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "infer"]

FEW = 4
"""Rows that must show it."""
MANY = 20
HOLDS = 0.9
"""From `MANY` rows on it must hold at this share of them; of fewer a quarter may be off."""
SLIPS = 0.25
NEAR = 12
"""Of a wide table only the columns so many places away are tried."""


def infer(table: Table) -> Iterator[Rule]:
    """Columns named so, each with the pair of columns that gives it at nearly every row."""
    names = list(table.columns)
    for at, name in enumerate(names):
        said = parse_name(name)
        if not said.has("change") or said.has("share", "per", "smoothed"):
            continue
        near = [c for c in names[max(0, at - NEAR) : at + NEAR + 1] if c != name and parse_name(c).counts]
        found = _pair(table, name, near)
        if found is not None:
            later, earlier, agree, seen = found
            evidence = f"its name says that it is a change; so it is at {agree:,} of {count(seen, 'row')}"
            yield Rule(Kind.CHANGE, (name, later, earlier), f"{name} = {later} − {earlier}", evidence)


def _pair(table: Table, name: str, others: list[str]) -> tuple[str, str, int, int] | None:
    printed = table.columns[name].values
    best: tuple[str, str, int, int] | None = None
    for later in others:
        for earlier in others:
            if later == earlier:
                continue
            due = table.columns[later].values - table.columns[earlier].values
            judged = ~np.isnan(due) & ~np.isnan(printed)
            seen = int(judged.sum())
            agree = int((np.abs(due - printed)[judged] < 1e-6).sum())
            sure = agree >= HOLDS * seen if seen > MANY else seen - agree <= max(1, SLIPS * seen)
            if agree < FEW or not sure or len(np.unique(printed[judged])) < FEW - 1:
                continue
            if best is None or agree > best[2]:
                best = later, earlier, agree, seen
    return best


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows whose change is not the difference of the two, or that all are."""
    name, later, earlier = rule.columns
    due = table.columns[later].values - table.columns[earlier].values
    printed = table.columns[name].values
    judged = ~np.isnan(due) & ~np.isnan(printed)
    off = np.flatnonzero(judged & (np.abs(np.nan_to_num(due) - np.nan_to_num(printed)) > 1e-6))
    for at in off.tolist():
        cell, after, before = (Cell(table, column, at) for column in rule.columns)
        value = float(due[at])
        yield Finding(
            Operation.DIFFERENCE,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"{later} − {earlier}",
            f"{after.text} − {before.text} = {say(value)}, but {cell.where} is {cell.text}: "
            f"{say(abs(value - cell.value))} apart",
            (("after", after), ("before", before)),
            f"{after.text} − {before.text}",
            Interval.of(number(value)),
            (Interval.of(number(before.value + cell.value)), Interval.of(number(after.value - cell.value))),
            missing=() if rule.firm else (f"whether {name} is the difference of {later} and {earlier}",),
            diagnosis=slip(abs(cell.value), abs(value)),
            size=abs(value - cell.value),
        )
    if not len(off) and judged.any():
        last = Cell(table, name, int(np.flatnonzero(judged)[-1]))
        yield Finding(
            Operation.DIFFERENCE,
            Verdict.CONSISTENT,
            last,
            rule.says,
            f"{rule.says} at all {count(int(judged.sum()), 'row')}",
        )
