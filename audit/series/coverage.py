"""How much of a table the rules spoke of; what they did not is named with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from audit.result import Coverage
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.table import Table

__all__ = ["covered", "told"]

_ADVICE = frozenset({Kind.FROZEN, Kind.JUMPS, Kind.DIGITS, Kind.DATES, Kind.DUPLICATES, Kind.COUNTER})
"""Kinds that say nothing of whether a column's numbers are right."""
SHOWN = 30
"""Columns that are named one by one."""


def covered(
    table: Table, rules: Iterable[Rule], left: tuple[str, ...] = (), compared: frozenset[str] = frozenset()
) -> Coverage:
    """The columns of numbers that rules in force speak of, and why the others are left; `left` are tables left out,
    `compared` the columns that were held against another table's."""
    rules = tuple(rules)
    spoken = {column for rule in rules if rule.on and rule.kind not in _ADVICE for column in rule.columns}
    spoken |= compared
    denied = {
        rule.columns[0]: rule for rule in rules if not rule.on and rule.kind in (Kind.CUMULATIVE, Kind.INCREMENTS)
    }
    days = (*((table.date_name,) if table.date_name in spoken else ()), *table.moments)
    checked = [name for name in (*table.columns, *days) if name in spoken]
    reasons = [(name, why) for name, why in table.unread.items() if why]
    for name in table.columns:
        if name in spoken:
            continue
        if name in denied:
            rule = denied[name]
            said = f"it may be what {rule.columns[1]} rises by: " if rule.kind is Kind.INCREMENTS else ""
            reasons.append((name, said + rule.evidence))
        elif parse_name(name).has("coded"):
            reasons.append((name, "its name says that its numbers stand for descriptions"))
        else:
            reasons.append((name, "no total, part, rate, running total or second account of it stands beside it"))
    cells = tuple(f"“{text[:20]}” in {name}" for name, texts in table.left.items() for text in texts)
    whys = tuple(f"{name}: {why}" for name, why in reasons)
    return Coverage(len(checked), len(checked) + len(reasons), whys, left, cells)


def told(coverage: Coverage) -> tuple[str, ...]:
    """The sentences that a report says of it."""
    lines = [f"Checked {coverage.checked:,} of {coverage.columns:,} columns of numbers."]
    lines += [f"Not checked: column {one}." for one in coverage.left[:SHOWN]]
    if len(coverage.left) > SHOWN:
        lines.append(f"Not checked: {len(coverage.left) - SHOWN:,} further columns.")
    lines += [f"Not read: {one}." for one in coverage.tables]
    return tuple(lines)
