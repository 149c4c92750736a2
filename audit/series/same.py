"""Two columns that report the same thing agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "copies", "infer"]

NAMED = 0.9
"""Columns whose names differ only in who states it or how it was prepared, if they agree at this share of the rows."""
BEHAVED = 0.98
"""Any two columns, if they agree at this share of the rows that are not zero ..."""
DIFFERENT = 20
"""... and hold so many different numbers."""
PARTED = 14
"""Rows in a row from which on two columns that differ are asked about and not called inconsistent."""
SAMPLE = 4000
MOST_COLUMNS = 60


def infer(table: Table) -> Iterator[Rule]:
    """Pairs of columns that agree nearly always."""
    names = list(table.columns)
    rows = np.arange(len(table))
    if len(rows) > SAMPLE:
        rows = rows[:: len(rows) // SAMPLE + 1]
    grid = {name: table.columns[name].values[rows] for name in names}
    taken: set[str] = set()
    for first, second in _pairs(names):
        if not (first in taken and second in taken):
            one, other = parse_name(first), parse_name(second)
            alike = _said(first) == _said(second) and bool(_said(first)[0])
            a, b = grid[first], grid[second]
            telling = ~np.isnan(a) & ~np.isnan(b) & ((a != 0) | (b != 0))
            seen = int(telling.sum())
            agree = int((a[telling] == b[telling]).sum())
            needed = NAMED if alike else BEHAVED
            if seen < 10 or agree < needed * seen or len(np.unique(a[telling])) < (4 if alike else DIFFERENT):
                continue
            a, b = table.columns[first].values, table.columns[second].values
            both = ~np.isnan(a) & ~np.isnan(b)
            total, hold = int(both.sum()), int((a[both] == b[both]).sum())
            why = "their names differ only in who states it" if alike else "their names do not say so"
            taken.add(second)
            if one.has("variant") and not other.has("variant"):
                # what is judged is the column without a further word
                first_, second_ = second, first
            else:
                first_, second_ = first, second
            yield Rule(
                Kind.SAME,
                (first_, second_),
                f"{first_} and {second_} agree",
                f"{why}; they are equal at {hold:,} of {count(total, 'row')}",
                firm=alike,
            )


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """All pairs of columns; of a wide table those whose names differ only in who states it."""
    if len(names) <= MOST_COLUMNS:
        yield from combinations(names, 2)
        return
    groups: dict[tuple[frozenset[str], str | None], list[str]] = {}
    for name in names:
        if _said(name)[0]:
            groups.setdefault(_said(name), []).append(name)
    for group in groups.values():
        yield from combinations(group[:MOST_COLUMNS], 2)


def _said(name: str) -> tuple[frozenset[str], str | None]:
    return parse_name(name).without("variant"), parse_name(name).measure


def copies(table: Table, rules: list[Rule]) -> frozenset[str]:
    """Columns that another one repeats in full: advice on them would say everything twice."""
    filled = {name: int((~np.isnan(column.values)).sum()) for name, column in table.columns.items()}
    same = [rule.columns for rule in rules if rule.kind is Kind.SAME and rule.on]
    return frozenset(one if filled[one] <= filled[other] else other for one, other in same)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which the two differ, rows in a row told once; or that they never do."""
    first, second = rule.columns
    a, b = table.columns[first].values, table.columns[second].values
    with np.errstate(invalid="ignore"):
        gap = np.abs(a - b)
    off = np.flatnonzero(gap > 1e-9 * np.maximum(1.0, np.nan_to_num(np.abs(a))))
    for start, stop in runs(off, table.key):
        at = int(off[start + int(np.argmax(gap[off[start : stop + 1]]))])
        # columns that part for good no longer report the same thing; a slip does not last
        firm = rule.firm and stop - start < PARTED
        one, other = Cell(table, first, at), Cell(table, second, at)
        yield Finding(
            Operation.SAME,
            Verdict.INCONSISTENT if firm else Verdict.UNVERIFIABLE,
            one,
            f"what {second} prints",
            f"{one.where} is {one.text}, {second} in the same row is {other.text}: {say(float(gap[at]))} apart",
            (("other column", other),),
            other.text,
            Interval.of(number(other.value)),
            (Interval.of(number(one.value)),),
            so_many_rows(table, int(off[start]), int(off[stop])),
            () if firm else (f"whether {first} and {second} are meant to report the same there",),
            slip(one.value, other.value),
            float(gap[at]),
        )
    if not len(off):
        both = np.flatnonzero(~np.isnan(gap))
        cell = Cell(table, first, int(both[-1]))
        yield Finding(
            Operation.SAME, Verdict.CONSISTENT, cell, rule.says, f"{rule.says} at all {count(len(both), 'row')}"
        )
