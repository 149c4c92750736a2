"""Roundness and last digits: advice on how a series was made, never a charge against whoever made it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.series.days import iso
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, percent

__all__ = ["benford", "check", "infer", "last_digit_p"]

ENOUGH = 60
"""Numbers that a test must have."""
LEAST = 30
"""Smaller numbers are left out: their last digit is not free of their first."""
ROUND = {5: 0.35, 10: 0.2, 100: 0.05}
"""A share of multiples above this is told; free digits give 1%, 10% and 20%."""
P = 1e-6
"""... if the last digits are as uneven as that by chance no more often than so."""
ORDERS = 3.0
"""Orders of magnitude that numbers must span for Benford's law to be looked at."""
BENFORD_NUMBERS = 300


def infer(table: Table, rules: list[Rule], copies: frozenset[str]) -> Iterator[Rule]:
    """Steps of running totals, and new counts that belong to none."""
    running = [rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on]
    paired = {rule.columns[0] for rule in rules if rule.kind is Kind.INCREMENTS and rule.on}
    for name in table.columns:
        said = parse_name(name)
        if name in paired or name in copies or said.has("share", "per", "smoothed"):
            continue
        if name in running or said.measure or said.has("new"):
            what = f"the steps of {name}" if name in running else name
            yield Rule(Kind.DIGITS, (name,), f"last digits of {what} are even", "advice only", firm=False)


def check(table: Table, rule: Rule, *, running: bool) -> Iterator[Finding]:
    """What share of the numbers is round, where it is many more than free digits give."""
    (name,) = rule.columns
    if running:
        steps = table.steps(name)
        sizes, at = steps.change, steps.after
    else:
        sizes, at = table.columns[name].values, np.arange(len(table))
    kept = sizes >= LEAST
    sizes, at = sizes[kept], at[kept]
    if len(sizes) < ENOUGH or (sizes != np.floor(sizes)).any():
        return
    p = last_digit_p(sizes)
    shares = {multiple: float((sizes % multiple == 0).mean()) for multiple in ROUND}
    over = [multiple for multiple, limit in ROUND.items() if shares[multiple] > limit]
    if p > P or not over:
        return
    multiple = 10 if 10 in over else over[0]
    is_round = sizes % multiple == 0
    cell = Cell(table, name, int(at[np.flatnonzero(is_round)[-1]]))
    what = "step" if running else "number"
    shown = f"1 case in {round(1 / p):,}" if p > 1e-9 else "less than 1 case in a thousand million"
    told = ", ".join(
        f"{percent(share)} multiples of {m} (free digits give {percent(1 / m)})" for m, share in shares.items()
    )
    yield Finding(
        Operation.DIGITS,
        Verdict.UNVERIFIABLE,
        cell,
        "free last digits",
        f"of {count(len(sizes), what)} of {name}, each {LEAST} or more: {told}; "
        f"chance makes last digits as uneven in {shown}",
        note=f"{_by_year(table, at, is_round, multiple)}{benford(sizes)} "
        "Round numbers say that a count was estimated or rounded; they are no error.",
        missing=("how the publisher counts or rounds",),
        size=shares[multiple],
    )


def _by_year(table: Table, at: np.ndarray, is_round: np.ndarray, multiple: int) -> str:
    if table.days is None:
        return ""
    years = np.array([int(iso(day)[:4]) for day in np.unique(table.days[at])])
    of = years[np.unique(table.days[at], return_inverse=True)[1]]
    if len(set(years.tolist())) < 2:
        return ""
    shares = (
        f"{year}: {percent(float(is_round[of == year].mean()))} of {int((of == year).sum()):,}"
        for year in sorted(set(years.tolist()))
    )
    return f"Multiples of {multiple} by year: {', '.join(shares)}. "


def last_digit_p(sizes: np.ndarray) -> float:
    """The chance of last digits as uneven as these if all ten were equally likely (chi-squared, nine degrees of freedom)."""
    counts = np.bincount((sizes % 10).astype(int), minlength=10)
    expected = len(sizes) / 10
    x = float(((counts - expected) ** 2).sum() / expected)
    tail = math.sqrt(2 * x / math.pi) * math.exp(-x / 2) * (1 + x / 3 + x**2 / 15 + x**3 / 105)
    return math.erfc(math.sqrt(x / 2)) + tail


def benford(sizes: np.ndarray) -> str:
    """Whether the first digits follow Benford's law (mean distance of the shares at most 0.015, as Nigrini has it), or why
    that was not asked."""
    low, high = np.quantile(sizes, (0.01, 0.99))
    orders = math.log10(high / low) if low > 0 else 0.0
    if orders < ORDERS or len(sizes) < BENFORD_NUMBERS:
        lacking = (
            f"the numbers span {orders:.1f} orders of magnitude"
            if orders < ORDERS
            else f"there are only {len(sizes)} numbers"
        )
        return f"Benford's law does not apply: {lacking}."
    first = np.floor(sizes / 10 ** np.floor(np.log10(sizes))).astype(int)
    shares = np.bincount(first, minlength=10)[1:10] / len(sizes)
    distance = float(np.abs(shares - np.log10(1 + 1 / np.arange(1, 10))).mean())
    return f"First digits {'follow' if distance <= 0.015 else 'do not follow'} Benford's law (mean distance {distance:.3f})."
