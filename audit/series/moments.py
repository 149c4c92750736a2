"""Two columns of days: which comes first, and how many days lie between them where a column says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.lang import load
from audit.series.days import NO_DAY
from audit.series.finding import DATE, Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["between", "check_length", "check_order", "infer"]

NAMED = 0.8
"""Columns whose names rank them are held to their order if it holds at this share of the rows ..."""
BEHAVED = 0.97
"""... others if it holds at this share, of `ENOUGH` rows at least, and then as a question."""
ENOUGH = 20
FEW = 4
MOST = 12
"""Columns of days that are looked at."""
LENGTH = 0.75
"""A column named a duration is held to two days if so many of its rows are."""


def infer(table: Table) -> Iterator[Rule]:
    """Pairs of columns of days in order, and columns that count the days between two of them."""
    names = [
        name for name in (table.date_name, *table.moments) if name is not None and _days_of(table, name) is not None
    ]
    names = list(dict.fromkeys(names))[:MOST]
    for one, other in combinations(names, 2):
        yield from _order(table, one, other)
    for name in table.columns:
        said = parse_name(name)
        if said.has("length") and not said.has("per", "share", "smoothed") and len(names) > 1:
            yield from _length(table, name, names)


def _days_of(table: Table, name: str) -> np.ndarray | None:
    if table.unit != "day" and name == table.date_name:
        return None
    if name != table.date_name and name not in table.moments:
        return None
    return table.moment(name)


def _rank(name: str) -> int | None:
    words = frozenset(parse_name(name).words)
    ranks = load("columns")["moments"]
    found = [at for at, role in enumerate(("born", "begin", "end", "told")) if words & frozenset(ranks[role])]
    return found[-1] if found else None


def _order(table: Table, one: str, other: str) -> Iterator[Rule]:
    ranks = _rank(one), _rank(other)
    named = None not in ranks and ranks[0] != ranks[1] and set(ranks) != {2, 3}
    if named and ranks[0] > ranks[1]:  # type: ignore[operator]
        one, other = other, one
    a, b = table.moment(one), table.moment(other)
    both = (a != NO_DAY) & (b != NO_DAY)
    seen, right = int(both.sum()), int((a[both] <= b[both]).sum())
    if not named and 2 * right < seen:
        one, other, right = other, one, int((a[both] >= b[both]).sum())
    if seen < FEW or (right < NAMED * seen if named else seen < ENOUGH or right < BEHAVED * seen or right == seen):
        return
    why = "their names rank them" if named else "their names do not say so"
    told = f"{why}; so it is at {right:,} of {count(seen, 'row')}"
    yield Rule(Kind.MOMENTS, (one, other), f"{one} is not after {other}", told, firm=named)


def _length(table: Table, name: str, names: list[str]) -> Iterator[Rule]:
    best: tuple[int, int, str, str, int] | None = None
    for one, other in combinations(names, 2):
        for first, last in ((one, other), (other, one)):
            for more in (0, 1):
                due, judged = _due(table, name, first, last, more)
                agree = int((due == table.columns[name].values)[judged].sum())
                if best is None or agree > best[0]:
                    best = agree, int(judged.sum()), first, last, more
    if best is None or best[0] < FEW or best[0] < LENGTH * best[1]:
        return
    agree, seen, first, last, more = best
    both = ", both counted," if more else ""
    told = f"its name says that it counts days; so it is at {agree:,} of {count(seen, 'row')}"
    says = f"{name} are the days from {first} to {last}{both.rstrip(',')}"
    yield Rule(Kind.LENGTH, (name, first, last), says, told, scale=float(more))


def between(table: Table, first: str, last: str, more: int) -> np.ndarray:
    """The days from one column to another, not a number where one is lacking."""
    a, b = table.moment(first), table.moment(last)
    lacking = (a == NO_DAY) | (b == NO_DAY)
    return np.where(lacking, np.nan, np.where(lacking, 0, b) - np.where(lacking, 0, a) + float(more))


def _due(table: Table, name: str, first: str, last: str, more: int) -> tuple[np.ndarray, np.ndarray]:
    due = between(table, first, last, more)
    return due, ~np.isnan(due) & ~np.isnan(table.columns[name].values) & (due >= 0)


def _cell(table: Table, name: str, at: int) -> Cell:
    return Cell(table, DATE if name == table.date_name else name, at)


def check_order(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which the later day stands before the earlier one, or that none does."""
    one, other = rule.columns
    a, b = table.moment(one), table.moment(other)
    both = (a != NO_DAY) & (b != NO_DAY)
    off = np.flatnonzero(both & (a > b))
    for at in off.tolist():
        early, late = _cell(table, one, at), _cell(table, other, at)
        by = count(int(a[at] - b[at]), "day")
        yield Finding(
            Operation.DATES,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            late,
            f"not before {one}",
            f"{table.called(at)}: {other} is {late.text}, before {one} with {early.text}, by {by}",
            ((one, early),),
            missing=() if rule.firm else (f"whether {one} always comes first",),
            size=float(a[at] - b[at]),
        )
    if not len(off) and both.any():
        last = _cell(table, other, int(np.flatnonzero(both)[-1]))
        yield Finding(
            Operation.DATES, Verdict.CONSISTENT, last, rule.says, f"{rule.says} at all {count(int(both.sum()), 'row')}"
        )


def check_length(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows whose number of days is not that between the two, or that all are."""
    name, first, last = rule.columns
    due, judged = _due(table, name, first, last, int(rule.scale))
    values = table.columns[name].values
    off = np.flatnonzero(judged & (due != values))
    for at in off.tolist():
        cell, begin, end = Cell(table, name, at), _cell(table, first, at), _cell(table, last, at)
        yield Finding(
            Operation.DURATION,
            Verdict.INCONSISTENT,
            cell,
            f"from {first} to {last}",
            f"from {begin.text} to {end.text} there are {count(int(due[at]), 'day')}"
            f"{', both counted' if rule.scale else ''}, but {cell.where} is {cell.text}: "
            f"{say(abs(float(due[at]) - cell.value))} apart",
            (("begin", begin), ("end", end)),
            f"from {begin.text} to {end.text}",
            Interval.of(number(float(due[at]))),
            size=abs(float(due[at]) - cell.value),
        )
    if not len(off) and judged.any():
        cell = Cell(table, name, int(np.flatnonzero(judged)[-1]))
        yield Finding(
            Operation.DURATION,
            Verdict.CONSISTENT,
            cell,
            rule.says,
            f"{rule.says} at all {count(int(judged.sum()), 'row')}",
        )
