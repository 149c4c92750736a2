"""Of an estimate in three columns the lowest is at most the best, and the best at most the highest."""

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

__all__ = ["check", "infer"]

RANKS = ("low", "best", "high")
HOLDS = 0.8
"""Columns named as ends of an estimate are held to their order if it holds at this share of the rows."""


def infer(table: Table) -> Iterator[Rule]:
    """Pairs of low, best and high that are named alike otherwise."""
    families: dict[frozenset[str], dict[str, str]] = {}
    for column in table.columns:
        name = parse_name(column)
        rank = [role for role in RANKS if name.has(role)]
        # 'high estimate' is a high end and 'best estimate' a best one: the word 'estimate' alone ranks lowest
        outer = [role for role in rank if role != "best"]
        if len(outer) == 1 or rank == ["best"]:
            families.setdefault(name.without(*RANKS), {}).setdefault((outer or rank)[0], column)
    for words, family in families.items():
        if "best" not in family and words:
            # the best estimate may be the column that has no word beside the measure's own
            plain = [
                c for c in table.columns if parse_name(c).without(*RANKS) == words and not parse_name(c).has(*RANKS)
            ]
            if len(family) == 2 and len(plain) == 1:
                family["best"] = plain[0]
        ranked = [family[role] for role in RANKS if role in family]
        for lower, upper in combinations(ranked, 2):
            if len(ranked) == 3 and (lower, upper) == (ranked[0], ranked[2]):
                continue
            a, b = table.columns[lower].values, table.columns[upper].values
            both = ~np.isnan(a) & ~np.isnan(b)
            rows, off = int(both.sum()), int((a[both] > b[both]).sum())
            if rows:
                seen = f"their names rank them; so it is at {rows - off:,} of {count(rows, 'row')}"
                on = off <= max(1, (1 - HOLDS) * rows)
                yield Rule(Kind.ORDER, (lower, upper), f"{lower} is at most {upper}", seen, on=on)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which a lower end is above an upper one; or that none is."""
    lower, upper = rule.columns
    a, b = table.columns[lower].values, table.columns[upper].values
    off = np.flatnonzero(a > b)
    groups = runs(off, table.key, a[off], b[off]) if table.series else [(i, i) for i in range(len(off))]
    for first, last in groups:
        at = int(off[first])
        one, other = Cell(table, lower, at), Cell(table, upper, at)
        yield Finding(
            Operation.ORDER,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            one,
            f"at most {upper}",
            f"{one.where} is {one.text}, above {upper} with {other.text}, by {say(one.value - other.value)}",
            (("upper end", other),),
            f"at most {other.text}",
            Interval.below(number(other.value)),
            (Interval.above(number(one.value)),),
            so_many_rows(table, at, int(off[last])),
            diagnosis=slip(one.value, other.value),
            size=one.value - other.value,
        )
    if not len(off):
        both = np.flatnonzero(~np.isnan(a) & ~np.isnan(b))
        cell = Cell(table, lower, int(both[-1]))
        yield Finding(
            Operation.ORDER, Verdict.CONSISTENT, cell, rule.says, f"{rule.says} at all {count(len(both), 'row')}"
        )
