"""A label that says how its row is made up, 'deaths (suspects + probables + confirmed)': each term is another row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.cells import as_printed
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "infer"]

_TERMS = re.compile(r"[(\[=:]?\s*([^()\[\]=:+]+(?:\+[^()\[\]=:+]+)+)[)\]]?\s*$")
LONGEST = 200
"""Characters of a label in which a formula is looked for."""
LABELS = 400
"""Different labels beyond which a column describes each row and names none."""


@dataclass(frozen=True, slots=True)
class _Formula:
    """The position of a row that says of which others it is made up, and theirs."""

    at: int
    parts: tuple[int, ...]


def infer(table: Table) -> Iterator[Rule]:
    """The columns of counts, if labels of rows say how these are made up."""
    found = _formulas(table)
    if not found:
        return
    label = found[0][0]
    columns = [name for name in table.columns if parse_name(name).counts]
    # 'deaths (suspects + probables)' says what it is; 'knife + gun' may be a kind of its own beside the two
    firm = all(_TERMS.sub("", label).strip() for label, _ in found)
    held = [_holds(table, name, one) for name in columns for _, one in found]
    if not firm and 2 * sum(held) < len(held):
        return
    for name in columns:
        says = f"{label} is made up in {name} as it says"
        yield Rule(Kind.FORMULA, (name,), says, f"the labels of {count(len(found), 'row')} say so", firm=firm)


def _holds(table: Table, name: str, one: _Formula) -> bool:
    values = table.columns[name].values
    return bool(abs(values[list(one.parts)].sum() - values[one.at]) < 1e-6)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows that are not the sum of those that their label names, or that all are."""
    (name,) = rule.columns
    values = table.columns[name].values
    last: Cell | None = None
    broken = False
    for label, one in _formulas(table):
        parts = [Cell(table, name, at) for at in one.parts]
        cell = Cell(table, name, one.at)
        if np.isnan(values[[one.at, *one.parts]]).any():
            continue
        last = cell
        due = sum(part.value for part in parts)
        gap = cell.value - due
        if abs(gap) < 1e-6:
            continue
        broken = True
        formula = " + ".join(part.text for part in parts)
        yield Finding(
            Operation.PARTS,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            label,
            f"{formula} = {say(due)}, but {name} of {label} in row {cell.row} is {cell.text}: {say(abs(gap))} apart",
            tuple(("part", part) for part in parts),
            formula,
            Interval.of(number(due)),
            tuple(Interval.of(number(part.value + gap)) if part.value + gap >= 0 else None for part in parts),
            missing=() if rule.firm else (f"whether {label} holds the other rows",),
            diagnosis=slip(cell.value, due),
            size=abs(gap),
        )
    if last is not None and not broken:
        yield Finding(Operation.PARTS, Verdict.CONSISTENT, last, rule.says, rule.says)


def _formulas(table: Table) -> list[tuple[str, _Formula]]:
    if "formulas" not in table.known:
        table.known["formulas"] = _found(table)
    found: list[tuple[str, _Formula]] = table.known["formulas"]
    return found


def _found(table: Table) -> list[tuple[str, _Formula]]:
    if table.order is None:
        return []
    out: list[tuple[str, _Formula]] = []
    words = [*table.key_names, *(name for name in table.texts if name not in table.columns)]
    for name in words:
        if name not in table.frame.columns:
            continue
        labels = [as_printed(cell) for cell in table.frame[name].unique()[: LABELS + 1]]
        if len(labels) > LABELS:
            continue
        made = {
            label: terms
            for label in labels
            if "+" in label[:LONGEST]
            for terms in [_terms(label[:LONGEST], labels)]
            if terms
        }
        if not made:
            continue
        cells = [as_printed(cell) for cell in table.frame[name].iloc[table.order]]
        others = [column for column in words if column != name and column in table.frame.columns]
        # rows of one formula share the day and every other label that is no note of its own
        beside = [[as_printed(cell) for cell in table.frame[other].iloc[table.order]] for other in others[:3]]
        beside = [column for column in beside if len(set(column)) <= max(1, len(column) // 2)]
        days = table.days.tolist() if table.days is not None else [0] * len(cells)
        place: dict[tuple[object, ...], int] = {}
        for at, label in enumerate(cells):
            place.setdefault((label, days[at], *(column[at] for column in beside)), at)
        for at, label in enumerate(cells):
            if label in made:
                rest = (days[at], *(column[at] for column in beside))
                parts = [place.get((term, *rest)) for term in made[label]]
                if None not in parts:
                    out.append((label, _Formula(at, tuple(part for part in parts if part is not None))))
    return out


def _terms(label: str, labels: list[str]) -> tuple[str, ...]:
    """The labels that the terms of a sum name, each by all its words and the words before the sum; () if one is missing."""
    match = _TERMS.search(label)
    if match is None:
        return ()
    head = _stems(label[: match.start()])
    named = []
    for term in match[1].split("+"):
        words = _stems(term)
        fitting = [
            (len(_stems(other)), other)
            for other in labels
            if "+" not in other and words and words | head <= _stems(other) | {"total"}
        ] or [(len(_stems(other)), other) for other in labels if "+" not in other and words and words == _stems(other)]
        fitting.sort()
        if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
            return ()
        named.append(fitting[0][1])
    return tuple(named) if len(set(named)) == len(named) else ()


def _stems(text: str) -> frozenset[str]:
    words = (word for word in parse_name(text).words if word not in ("of", "the", "and", "in", "among"))
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)
