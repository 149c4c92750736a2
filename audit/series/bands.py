"""A column of codes that stands for bands of a column of numbers: each code belongs to one run of sizes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, say

__all__ = ["check", "infer"]

MOST = 9
"""Codes at most."""
ENOUGH = 15
OFF = 0.05
"""Share of the rows whose code may be another, or one row."""


def infer(table: Table) -> Iterator[Rule]:
    """Columns of codes whose names add a word for that ('deaths_description') to the name of a column of numbers."""
    plain = {frozenset(parse_name(c).words): c for c in table.columns if parse_name(c).counts}
    for name in table.columns:
        said = parse_name(name)
        if not said.has("coded"):
            continue
        of = plain.get(frozenset(word for word in said.words if word not in _coded()))
        if of is None:
            continue
        values, codes = table.columns[of].values, table.columns[name].values
        both = ~np.isnan(values) & ~np.isnan(codes)
        kinds, sizes = np.unique(codes[both], return_counts=True)
        if both.sum() < ENOUGH or not 1 < len(kinds) <= MOST:
            continue
        off = int(_off(values, codes).sum())
        if off <= max(1, OFF * both.sum()):
            rows = int(both.sum())
            told = f"its name says so; each code has its run of sizes at {rows - off:,} of {count(rows, 'row')}"
            yield Rule(Kind.BAND, (name, of), f"{name} follows {of}", told, firm=int(sizes.min()) > 1 or len(kinds) < 4)


def _coded() -> frozenset[str]:
    from audit.lang import load

    return frozenset(load("columns")["coded"]["words"])


def _off(values: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """The rows whose code is not that of most rows of their size: bands are cut where the fewest rows are left out."""
    both = np.flatnonzero(~np.isnan(values) & ~np.isnan(codes))
    order = both[np.argsort(values[both], kind="stable")]
    kinds = np.unique(codes[order])
    found = np.zeros(len(values), dtype=bool)
    best: np.ndarray | None = None
    for rising in (kinds, kinds[::-1]):
        due = _cut(values[order], codes[order], rising)
        off = due != codes[order]
        if best is None or off.sum() < best.sum():
            best = off
    if best is not None:
        found[order[best]] = True
    return found


def _cut(values: np.ndarray, codes: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The code of each row, sizes going up and codes in the order given, with the fewest rows of another code."""
    steps, start = np.unique(values, return_index=True)
    ends = np.append(start[1:], len(values))
    wrong = np.array([[int((codes[a:b] != kind).sum()) for kind in kinds] for a, b in zip(start, ends, strict=True)])
    cost = wrong[0].astype(float)
    came = np.zeros(wrong.shape, dtype=int)
    for i in range(1, len(steps)):
        low = np.minimum.accumulate(cost)
        at = np.array([int(np.argmin(cost[: k + 1])) for k in range(len(kinds))])
        came[i] = at
        cost = low + wrong[i]
    path = [int(np.argmin(cost))]
    for i in range(len(steps) - 1, 0, -1):
        path.append(int(came[i][path[-1]]))
    due = np.empty(len(values))
    for (a, b), k in zip(zip(start, ends, strict=True), reversed(path), strict=True):
        due[a:b] = kinds[k]
    return due


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows whose code is that of another size, or that none is."""
    name, of = rule.columns
    values, codes = table.columns[of].values, table.columns[name].values
    off = np.flatnonzero(_off(values, codes))
    for at in off.tolist():
        cell, size = Cell(table, name, at), Cell(table, of, at)
        rest = np.arange(len(values)) != at
        same = values[rest & (codes == codes[at])]
        ends = [say(float(end(same))) for end in (np.nanmin, np.nanmax)] if len(same) else ["no other number"]
        span = " to ".join(dict.fromkeys(ends))
        yield Finding(
            Operation.SAME,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"the code of {of}",
            f"{cell.where} is {cell.text}, which stands for {span} elsewhere, but {of} is {size.text}",
            (("number", size),),
            missing=() if rule.firm else (f"which sizes of {of} the code stands for",),
        )
    if not len(off):
        both = np.flatnonzero(~np.isnan(values) & ~np.isnan(codes))
        yield Finding(
            Operation.SAME,
            Verdict.CONSISTENT,
            Cell(table, name, int(both[-1])),
            rule.says,
            f"{rule.says} at all {count(len(both), 'row')}",
        )
