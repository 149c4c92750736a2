"""Counts of people and rates per head held against the populations of `data/`, each named with its source and day."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.lang import load
from audit.reference import Population, Reference
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.table import Table
from audit.series.words import number, say

__all__ = ["check_populations"]

NEAR = Fraction(15, 100)
"""A population differs by so much between years and sources without any error."""


def check_populations(table: Table, book: Reference) -> Iterator[Finding]:
    """Counts above the population of their place, and rates per head that imply quite another one."""
    people = [name for name in table.columns if parse_name(name).measure and not parse_name(name).has("per", "share")]
    rates = [(name, scale) for name in table.columns for scale in [_scale(name)] if scale]
    for code, label in enumerate(table.labels):
        known = next(
            (rows for part in (label, *label.split(" / ")) for rows in [book.populations_of(part)] if rows), ()
        )
        if not known:
            continue
        at = np.flatnonzero(table.key == code)
        for name in people:
            yield from _too_many(table, name, at, known)
        for name, scale in rates:
            yield from _per_head(table, name, scale, people, at, known)


def _scale(column: str) -> int:
    """'deaths_per_million' gives 1,000,000; 0 for a column that is no rate per head."""
    words = parse_name(column).words
    if "per" not in words:
        return 0
    rest = " ".join(words[words.index("per") + 1 :])
    return next((int(size) for size, names in load("columns")["per_head"].items() if rest in names), 0)


def _too_many(table: Table, name: str, at: np.ndarray, known: tuple[Population, ...]) -> Iterator[Finding]:
    values = table.columns[name].values[at]
    if np.isnan(values).all():
        return
    most = Cell(table, name, int(at[int(np.nanargmax(values))]))
    largest = max(known, key=lambda row: row.value)
    if number(most.value) <= largest.value * (1 + NEAR):
        return
    yield Finding(
        Operation.PER_CAPITA,
        Verdict.INCONSISTENT,
        most,
        f"at most the population of {largest.name}",
        f"{most.where} is {most.text}, more than the {say(float(largest.value))} people of {largest.name} "
        f"({_source(largest)})",
        formula=f"at most {say(float(largest.value))}",
        recomputed=Interval.below(largest.value * (1 + NEAR), floor=0),
        size=most.value,
    )


def _per_head(
    table: Table, rate: str, scale: int, people: list[str], at: np.ndarray, known: tuple[Population, ...]
) -> Iterator[Finding]:
    """The last row of a place whose rate and count give a population that is far from every one known."""
    words = parse_name(rate).words
    same = frozenset(words[: words.index("per")])
    count = next((name for name in people if frozenset(parse_name(name).words) == same), None)
    if count is None:
        return
    above, below = table.columns[count].values[at], table.columns[rate].values[at]
    usable = at[(above > 0) & (below > 0)]
    if not len(usable):
        return
    cell, of = Cell(table, rate, int(usable[-1])), Cell(table, count, int(usable[-1]))
    implied = number(of.value) * scale / number(cell.value)
    if any(abs(implied - row.value) <= NEAR * row.value for row in known):
        return
    nearest = min(known, key=lambda row: abs(row.value - implied))
    yield Finding(
        Operation.PER_CAPITA,
        Verdict.UNVERIFIABLE,
        cell,
        f"{count} / population of {nearest.name}",
        f"{of.text} / {cell.text} × {say(scale)} = {say(float(round(implied)))} people, but {nearest.name} has "
        f"{say(float(nearest.value))} ({_source(nearest)})",
        (("count", of),),
        missing=("the population that the publisher used",),
        size=float(abs(implied - nearest.value)),
    )


def _source(row: Population) -> str:
    return f"{row.source}, {row.as_of.isoformat()}"
