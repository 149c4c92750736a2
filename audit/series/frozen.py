"""A breakdown that stands still while its whole goes on: the parts are no longer kept up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, number, percent, say

__all__ = ["check", "infer"]

ROWS = 7
"""Rows for which a part must stand still at least."""
EXPECTED = 20
"""How many more the part would have, at its share before, while it stands still. By chance alone none comes where 20 are
expected once in 500 million times (Poisson)."""
TOLD = 4
"""Stretches of one part that are told one by one, the largest first."""
FALLS = 0.97
"""... and its share falls below this part of what it was."""
LEAST = 20
"""Smaller parts have no share to speak of."""


def infer(rules: list[Rule], copies: frozenset[str]) -> Iterator[Rule]:
    """Each running total that is a part of another."""
    running = {rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on}
    for rule in rules:
        whole, part = (rule.columns * 2)[:2]
        if (
            rule.kind is Kind.WITHIN
            and rule.on
            and rule.firm
            and part not in copies
            and running.issuperset(rule.columns)
        ):
            yield Rule(
                Kind.FROZEN,
                rule.columns,
                f"{part} moves while {whole} does",
                "it is a part and both are running totals",
                firm=False,
            )


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The stretches at which the part stands still though its share of the whole's rise would be large."""
    whole, part = rule.columns
    a, b = table.columns[part].values, table.columns[whole].values
    at = np.flatnonzero(~np.isnan(a) & ~np.isnan(b) & (b > 0))
    if len(at) < ROWS:
        return
    moved = (np.diff(a[at]) != 0) | (np.diff(table.key[at]) != 0)
    starts = np.append(0, np.flatnonzero(moved) + 1)
    ends = np.append(starts[1:] - 1, len(at) - 1)
    first, last = at[starts], at[ends]
    share = a[first] / b[first]
    expected = share * (b[last] - b[first])
    now = a[last] / b[last]
    still = (ends - starts + 1 >= ROWS) & (expected >= EXPECTED) & (a[first] >= LEAST)
    told = np.flatnonzero(still & (now < FALLS * share) & (share < 1))
    told = told[np.argsort(-expected[told], kind="stable")]
    others = len(told) - TOLD
    for i in sorted(told[:TOLD].tolist()):
        cell, since = Cell(table, part, int(last[i])), Cell(table, part, int(first[i]))
        end, begin = Cell(table, whole, int(last[i])), Cell(table, whole, int(first[i]))
        more = (
            f" Not told of this column: {count(others, 'smaller stretch', 'smaller stretches')}."
            if others > 0 and i == told[0]
            else ""
        )
        yield Finding(
            Operation.FROZEN,
            Verdict.UNVERIFIABLE,
            cell,
            "a part that is kept up",
            f"{part} stands at {cell.text} for {count(int(ends[i] - starts[i]) + 1, 'row')}, "
            f"{table.when(since.at)} to {table.when(cell.at)}, "
            f"while {whole} rises by {say(end.value - begin.value)}",
            (("since", since), ("whole then", begin), ("whole now", end)),
            f"about {percent(float(share[i]))} of {end.text}",
            Interval.above(number(float(np.ceil(FALLS * float(share[i]) * end.value)))),
            note=f"At its share before, {percent(float(share[i]))}, about {say(float(round(expected[i])))} more would be "
            f"expected; its share falls to {percent(float(now[i]))}. "
            f"A share worked out from these columns is too low.{more}",
            missing=(f"{part} for these days",),
            size=float(expected[i]),
        )
