"""Steps far outside a series' own behaviour: questions to its publisher, no faults."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "infer"]

WINDOW = 30
"""Steps either side with which a step is compared; rows at which nothing is added are no steps."""
SPREADS = 12
"""A step is told if it is so many robust spreads (1.4826 times the median distance from the median) above the median ..."""
TIMES = 3
"""... and so many times the largest other step in the window."""
SMALLEST = 10
ENOUGH = 15
"""Steps that the window must hold."""


def infer(table: Table, rules: list[Rule], copies: frozenset[str]) -> Iterator[Rule]:
    """Running totals, and new counts that belong to none."""
    if not table.series:
        return
    running = [rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on]
    paired = {rule.columns[0] for rule in rules if rule.kind is Kind.INCREMENTS and rule.on}
    for name in (name for name in running if name not in copies):
        yield _rule(name, f"the steps of {name}", "it is a running total")
    for name in table.columns:
        if name not in (*running, *copies) and name not in paired and _is_new(name):
            yield _rule(name, name, "its name says that it counts what is new")


def _is_new(name: str) -> bool:
    return parse_name(name).has("new") and not parse_name(name).has("smoothed", "share", "per")


def _rule(name: str, what: str, why: str) -> Rule:
    says = f"{what} stay within {SPREADS} spreads and {TIMES} times the largest of the {WINDOW} either side"
    return Rule(Kind.JUMPS, (name,), says, why, firm=False)


def check(table: Table, rule: Rule, *, running: bool) -> Iterator[Finding]:
    """The steps that stand out, each with its threshold."""
    (name,) = rule.columns
    if running:
        steps = table.steps(name)
        # a step up from a fall only makes up for it
        after_fall = np.append(False, (steps.change[:-1] < 0) & (steps.after[:-1] == steps.before[1:]))
        # nor does a step that the next one takes back by half: that fall is told as such
        undone = np.append((steps.change[1:] < -steps.change[:-1] / 2) & (steps.after[:-1] == steps.before[1:]), False)
        moves = np.flatnonzero((steps.change > 0) & ~after_fall & ~undone[: len(steps.change)])
        size, at, before = steps.change[moves], steps.after[moves], steps.before[moves]
    else:
        at = np.flatnonzero(table.columns[name].values > 0)
        size, before = table.columns[name].values[at], at
    key = table.key[at]
    candidates = (size >= SMALLEST) & _stands_out(size, key)
    if running and table.days is not None:
        # a step over missing days is no step of one day
        candidates &= (table.days[at] - table.days[before]) <= table.step * (1 if table.regular else 3)
    for i in np.flatnonzero(candidates).tolist():
        low, high = max(0, i - WINDOW), min(len(size), i + WINDOW + 1)
        near = np.arange(low, high)
        others = size[near[(key[near] == key[i]) & (near != i)]]
        if len(others) < ENOUGH or size[i] < TIMES * others.max():
            continue
        middle = float(np.median(others))
        spread = max(1.4826 * float(np.median(np.abs(others - middle))), float(np.sqrt(max(middle, 1.0))))
        threshold = max(middle + SPREADS * spread, float(TIMES * others.max()))
        if size[i] <= threshold:
            continue
        cell, earlier = Cell(table, name, int(at[i])), Cell(table, name, int(before[i]))
        how = f"rises by {say(float(size[i]))}, from {earlier.text} to {cell.text}" if running else f"is {cell.text}"
        yield Finding(
            Operation.JUMP,
            Verdict.UNVERIFIABLE,
            cell,
            "the series' own behaviour",
            f"{cell.where} {how}; the {count(len(others), 'step')} around it have a median of {say(middle)} "
            f"and a largest of {say(float(others.max()))}, the threshold is {say(round(threshold, 1))}",
            (("earlier", earlier),) if running else (),
            f"at most {say(round(threshold, 1))} more than {earlier.text}"
            if running
            else f"at most {say(round(threshold, 1))}",
            Interval.below(number(round(threshold + (earlier.value if running else 0.0), 1))),
            note="A large event, a late booking or a slip can all look so.",
            missing=("what happened on that day",),
            size=float(size[i]) / threshold,
        )


def _stands_out(size: np.ndarray, key: np.ndarray) -> np.ndarray:
    """Steps that are `TIMES` as large as the three on either side, of the same key: a first sieve that costs little."""
    out = np.ones(len(size), dtype=bool)
    for away in (1, 2, 3):
        same = key[away:] == key[:-away]
        out[away:] &= ~same | (size[away:] >= TIMES * size[:-away])
        out[:-away] &= ~same | (size[:-away] >= TIMES * size[away:])
    return out
