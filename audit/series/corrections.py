"""A publisher's own corrections, matched to the falls that they explain: on the same day, a day off, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.errors import UnreadableError
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.table import Table
from audit.series.words import say

__all__ = ["explain"]

DAYS_OFF = 1
"""A correction explains a fall that is so many days away, and the report says that it is."""


def explain(findings: Iterable[Finding], table: Table, corrections: Table) -> Iterator[Finding]:
    """The findings, each fall (and jump) with what the corrections say of it."""
    if table.days is None:
        yield from findings
        return
    book = _book(table, corrections)
    for finding in findings:
        if finding.operation not in (Operation.MONOTONE, Operation.JUMP) or finding.verdict is Verdict.CONSISTENT:
            yield finding
            continue
        yield _explained(finding, table, book)


_Book = dict[tuple[str, str, int], list[Cell]]
"""Corrections that are not zero, by column, key and day."""


def _book(table: Table, corrections: Table) -> _Book:
    if corrections.days is None:
        raise UnreadableError(
            corrections.name, "holds no dates", "give each correction the day of the row that it changes"
        )
    book: _Book = {}
    wanted = {_plain(name): name for name in table.columns}
    naming = _naming(table, corrections, wanted)
    keyed = [name for name in table.key_names if name in corrections.frame.columns]
    for name, column in corrections.columns.items():
        for at in np.flatnonzero(~np.isnan(column.values) & (column.values != 0)).tolist():
            row = int(column.rows[at])
            said = str(corrections.frame[naming].iloc[row]) if naming else name
            own = wanted.get(_plain(said))
            if own is not None:
                key = " / ".join(str(corrections.frame[k].iloc[row]) for k in keyed)
                book.setdefault((own, key, int(corrections.days[at])), []).append(Cell(corrections, name, at))
    return book


def _plain(name: str) -> str:
    return " ".join(parse_name(name).words)


def _naming(table: Table, corrections: Table, wanted: dict[str, str]) -> str | None:
    """In a long correction file, the column whose cells name the table's columns."""
    for name in map(str, corrections.frame.columns):
        cells = corrections.frame[name]
        if cells.dtype.kind in "iufM" or name == corrections.date_name:
            continue
        distinct = [_plain(str(one)) for one in cells.dropna().unique()[:200]]
        if distinct and sum(one in wanted for one in distinct) >= 0.8 * len(distinct):
            return name
    return None


def _explained(finding: Finding, table: Table, book: _Book) -> Finding:
    cell = finding.cell
    assert table.days is not None
    day = int(table.days[cell.at])
    change = cell.value - finding.operands[0][1].value if finding.operands else cell.value
    sign = 1 if finding.operation is Operation.JUMP else -1
    for away in sorted(range(-DAYS_OFF, DAYS_OFF + 1), key=abs):
        entries = book.get((cell.column, table.label(cell.at), day + away), [])
        entries = [entry for entry in entries if entry.value * sign > 0]
        if not entries:
            continue
        amount = sum(entry.value for entry in entries)
        operands = (*finding.operands, *(("correction", entry) for entry in entries))
        first = entries[0]
        working = f"{finding.working}; the publisher's correction of {first.text} is dated {first.table.day(first.at)}"
        if sign < 0 and change < amount:
            note = f"The correction explains only {say(-amount)} of the fall of {say(-change)}. {finding.note}".strip()
            return replace(finding, operands=operands, note=note, working=working)
        if away == 0:
            note = "The publisher's own correction of the same day explains it."
            return replace(
                finding,
                verdict=Verdict.CONSISTENT,
                operands=operands,
                note=note,
                working=working,
                missing=(),
                diagnosis=None,
            )
        when = "a day before" if away < 0 else "a day after"
        note = f"The publisher's own correction would explain it, but is dated {when}."
        lacking = ("whether the correction's date is that of this row",)
        return replace(
            finding,
            verdict=Verdict.UNVERIFIABLE,
            operands=operands,
            note=note,
            working=working,
            missing=lacking,
            diagnosis=None,
        )
    if finding.operation is Operation.JUMP:
        return finding
    return replace(finding, note=f"No entry of the correction file explains it. {finding.note}".strip())
