"""All rules of a table: those inferred, with what a rule file states, corrects or switches off laid over them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.errors import OptionError, UnreadableError
from audit.series import (
    bands,
    calendar,
    changes,
    digits,
    duplicates,
    formulas,
    frozen,
    increments,
    jumps,
    moments,
    monotone,
    order,
    parts,
    rates,
    same,
    sums,
    totals,
)
from audit.series.finding import Finding
from audit.series.rule import SWITCHED_OFF, Kind, Rule
from audit.series.table import Table

__all__ = ["Statement", "apply", "infer_rules", "read_statement"]

Statement = Mapping[str, Any]
"""A rule file: `date`, `keys`, `day_first`, `off` (names of kinds or rules) and `rule`, a list of tables
with `kind` and `columns`."""


_FAMILIES: tuple[Callable[[Table, list[Rule]], Iterator[Rule]], ...] = (
    lambda table, rules: monotone.infer(table),
    increments.infer,
    parts.infer,
    lambda table, rules: sums.infer(table),
    lambda table, rules: totals.infer(table),
    lambda table, rules: order.infer(table),
    lambda table, rules: same.infer(table),
    lambda table, rules: moments.infer(table),
    rates.infer,
    lambda table, rules: changes.infer(table),
    lambda table, rules: bands.infer(table),
    lambda table, rules: formulas.infer(table),
    calendar.infer,
    lambda table, rules: duplicates.infer(table),
    lambda table, rules: frozen.infer(rules, same.copies(table, rules)),
    lambda table, rules: jumps.infer(table, rules, same.copies(table, rules)),
    lambda table, rules: digits.infer(table, rules, same.copies(table, rules)),
)
"""In the order in which they build on each other."""


def read_statement(rules: str | Path | Statement | None) -> Statement:
    """The rule file's contents. Raises `UnreadableError` if it is no TOML, `OptionError` for a name that it cannot have."""
    if rules is None or isinstance(rules, Mapping):
        stated: Statement = rules or {}
    else:
        try:
            stated = tomllib.loads(Path(rules).read_text(encoding="utf-8"))
        except OSError as error:
            raise UnreadableError(str(rules), "could not be read", "give a TOML file with rules") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UnreadableError(
                str(rules), f"is no TOML: {error}", "see the section on rule files in the README"
            ) from error
    allowed = ("date", "keys", "day_first", "off", "rule")
    for name in stated:
        if name not in allowed:
            raise OptionError("rules", name, allowed)
    for one in stated.get("rule", ()):
        if one.get("kind") not in tuple(Kind):
            raise OptionError("rules: kind", one.get("kind"), tuple(Kind))
    return stated


def infer_rules(table: Table, stated: Statement | None = None) -> tuple[Rule, ...]:
    """The rules in force and those that are not applied, in the order in which they are checked."""
    stated = stated or {}
    rules: list[Rule] = []
    for family in _FAMILIES:
        # what is stated of a family counts for the families after it
        found = _stated_over(list(family(table, rules)), stated)
        rules += found
        rules += [
            one
            for one in _stated(table, stated)
            if found and one.kind == found[0].kind and one.name not in _names(found)
        ]
    names = _names(rules)
    rules += [rule for rule in _stated(table, stated) if rule.name not in names]
    return tuple(rules)


def _names(rules: list[Rule]) -> set[str]:
    return {rule.name for rule in rules}


def _stated(table: Table, stated: Statement) -> Iterator[Rule]:
    for one in stated.get("rule", ()):
        columns = tuple(one.get("columns", ()))
        for column in columns:
            if column not in table.columns and column != table.date_name:
                raise OptionError("rules: column", column, tuple(table.columns)[:20])
        kind = Kind(one["kind"])
        yield Rule(
            kind,
            columns,
            f"{kind}: {', '.join(columns)}",
            "stated in the rule file",
            scale=float(one.get("scale", 100.0)),
        )


def _stated_over(found: list[Rule], stated: Statement) -> list[Rule]:
    off = set(stated.get("off", ()))
    out = []
    for rule in found:
        if rule.kind in off or rule.name in off:
            rule = replace(rule, on=False, evidence=SWITCHED_OFF)
        elif any(
            one["kind"] == rule.kind and tuple(one.get("columns", ())) == rule.columns for one in stated.get("rule", ())
        ):
            rule = replace(rule, on=True, firm=True, evidence="stated in the rule file")
        out.append(rule)
    return out


def apply(table: Table, rules: tuple[Rule, ...], rule: Rule) -> Iterator[Finding]:
    """What one rule finds."""
    match rule.kind:
        case Kind.CUMULATIVE:
            return monotone.check(table, rule)
        case Kind.INCREMENTS:
            return increments.check(table, rule)
        case Kind.WITHIN:
            return parts.check(table, rule)
        case Kind.SUM:
            return sums.check(table, rule)
        case Kind.TOTALS:
            return totals.check(table, rule)
        case Kind.ORDER:
            return order.check(table, rule)
        case Kind.SAME:
            return same.check(table, rule)
        case Kind.RATE:
            return rates.check(table, rules, rule)
        case Kind.CHANGE:
            return changes.check(table, rule)
        case Kind.MOMENTS:
            return moments.check_order(table, rule)
        case Kind.LENGTH:
            return moments.check_length(table, rule)
        case Kind.BAND:
            return bands.check(table, rule)
        case Kind.FORMULA:
            return formulas.check(table, rule)
        case Kind.DATES:
            return calendar.check_dates(table, rule)
        case Kind.COUNTER:
            return calendar.check_counter(table, rule)
        case Kind.DUPLICATES:
            return duplicates.check(table, rule)
        case Kind.FROZEN:
            return frozen.check(table, rule)
        case Kind.JUMPS:
            return jumps.check(table, rule, running=_runs_on(table, rules, rule))
        case Kind.DIGITS:
            return digits.check(table, rule, running=_runs_on(table, rules, rule))


def _runs_on(table: Table, rules: tuple[Rule, ...], rule: Rule) -> bool:
    """Whether the rule's column is a running total."""
    known = f"running under {id(rules)}"
    if known not in table.known:
        table.known[known] = frozenset(r.columns[0] for r in rules if r.kind is Kind.CUMULATIVE and r.on)
    return rule.columns[0] in table.known[known]
