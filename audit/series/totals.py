"""A row that is called the total of others is their sum, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.cells import as_printed
from audit.series.finding import Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.names import parse_name
from audit.series.rows import is_total
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.total_rows import WORDS, groups
from audit.series.words import count, number, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["check", "infer"]

HOLDS = 0.8
"""A row called a total is held to it if it is the sum of the others at this share of its days, or of a table's columns."""
FEW = 3
"""Sums that must show it; with fewer the breaks are put as questions."""
MANY = 20
"""Of so few sums or less ..."""
SLIPS = 0.3
"""... this share may be off, or one."""
NEAR = 0.25
"""Where no sum holds, a row further than this from the sum of the others is a total of something else."""
SHOWN = 12
"""Parts that are written out; of more only their number is told."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """The positions of the rows called a total, what the others of the day add up to there, and how many they are."""

    at: np.ndarray
    sums: np.ndarray
    printed: np.ndarray
    several: np.ndarray
    """How many of them are not zero: a sum of one, or of nothing, shows nothing."""
    members: tuple[int, ...]
    """Codes of keys or, in a table without dates, positions."""

    def off(self, table: Table, column: str) -> np.ndarray:
        """Indices into `at` of what is more than rounding away from the sum; only where no part is missing."""
        target = table.columns[column].values[self.at]
        reach = 1e-6 + (len(self.members) * _place(table, column) / 2 if _is_share(column) else 0.0)
        return np.flatnonzero(self.judged & (np.abs(self.sums - np.nan_to_num(target)) > reach) & ~np.isnan(target))

    @property
    def telling(self) -> NDArray[np.bool_]:
        telling: NDArray[np.bool_] = self.judged & (self.several >= 2)
        return telling

    @property
    def judged(self) -> NDArray[np.bool_]:
        judged: NDArray[np.bool_] = (self.printed >= 2) & (self.printed == self.printed.max(initial=0))
        return judged


def infer(table: Table) -> Iterator[Rule]:
    """The columns at which rows called totals are what the others add up to."""
    sums_of = groups(table)
    columns = [c for c in table.columns if sums_of and _adds_up(table, c, sums_of)]
    counted: dict[str, tuple[int, int, int]] = {}
    for column in columns:
        tried = [_sums(table, column, total, members) for total, members in sums_of]
        seen = sum(int(one.telling.sum()) for one in tried)
        close = [np.abs(one.sums - table.columns[column].values[one.at]) <= NEAR * np.abs(one.sums) for one in tried]
        counted[column] = (
            seen,
            seen - sum(int(one.telling[one.off(table, column)].sum()) for one in tried),
            sum(int((n & one.telling).sum()) for n, one in zip(close, tried, strict=True)),
        )
    # a table without dates has one sum a column: its columns stand for each other
    all_seen, all_held = sum(seen for seen, _, _ in counted.values()), sum(held for _, held, _ in counted.values())
    names = ", ".join(dict.fromkeys(_name(table, total) for total, _ in sums_of))
    for column, (seen, held, near) in counted.items():
        alone = table.days is None
        far = near < min(HOLDS * seen, max(1, seen - 1))
        if not seen or (far and (not alone or all_held < FEW)):
            continue
        much, of = (all_held, all_seen) if alone else (held, seen)
        few = much >= FEW and of - much <= max(1, SLIPS * of) and of <= MANY
        firm = not far and of >= FEW and (much >= (0.5 if alone else HOLDS) * of or few)
        if firm or much >= 0.5 * of or alone:
            told = f"so it is at {held:,} of {count(seen, 'sum')}"
            yield Rule(Kind.TOTALS, (column,), f"{names} is the sum of the other rows in {column}", told, firm=firm)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The totals that are not the sum of the others, or that all are."""
    (column,) = rule.columns
    held: list[tuple[Cell, int]] = []
    broken = False
    for total, members in groups(table):
        one = _sums(table, column, total, members)
        target = table.columns[column].values[one.at]
        off = one.off(table, column)
        held += [(Cell(table, column, int(at)), len(members)) for at in one.at[one.judged & ~np.isnan(target)][-1:]]
        for first, last in runs(one.at[off], table.key, (one.sums - target)[off]):
            broken = True
            many = so_many_rows(table, int(one.at[off[first]]), int(one.at[off[last]]))
            yield _finding(table, rule, one, int(off[first]), many)
    if not broken and held:
        cell, several = held[-1]
        working = f"{rule.says}, {count(several, 'row')} to each sum"
        yield Finding(Operation.PARTS, Verdict.CONSISTENT, cell, rule.says, working)


def _finding(table: Table, rule: Rule, one: _Sums, i: int, many: str) -> Finding:
    (column,) = rule.columns
    at, due = int(one.at[i]), float(one.sums[i])
    cell = Cell(table, column, at)
    parts = [Cell(table, column, part) for part in _parts(table, column, one, at)]
    formula = " + ".join(part.text for part in parts) if len(parts) <= SHOWN else f"the sum of {len(parts)} rows"
    gap = cell.value - due
    left_out = [_called(table, part.at) for part in parts if part.value == -gap != 0]
    note = f"{left_out[0]} alone is as much." if len(left_out) == 1 else ""
    called = _called(table, at)
    where = cell.where if table.label(at) else f"{column} of {called}"
    return Finding(
        Operation.PARTS,
        Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
        cell,
        f"the sum of the other {count(len(parts), 'row')}",
        f"{formula} = {say(due)}, but {where} is {cell.text}: {say(abs(gap))} apart",
        tuple(("part", part) for part in parts[:SHOWN]),
        formula,
        Interval.of(number(due)),
        tuple(Interval.of(number(part.value + gap)) if part.value + gap >= 0 else None for part in parts[:SHOWN]),
        " ".join(filter(None, (many, note))),
        () if rule.firm else (f"whether {called} is the sum of the other rows",),
        slip(cell.value, due),
        abs(gap),
    )


def _name(table: Table, code: int) -> str:
    """What a group's total is called, by its code."""
    if table.days is not None:
        return table.labels[code]
    names = [name for name, use in table.texts.items() if name not in table.columns and use == "text"]
    cells = [as_printed(table.frame[name].iloc[code]) for name in names[:WORDS]]
    return next((cell for cell in cells if is_total(cell)), cells[0])


def _called(table: Table, at: int) -> str:
    """What the row at a position is called."""
    return _name(table, at if table.days is None else int(table.key[at]))


def _sums(table: Table, column: str, total: int, members: tuple[int, ...]) -> _Sums:
    values = table.columns[column].values
    if table.days is None:
        parts = values[list(members)]
        return _Sums(
            np.array([total]),
            np.array([np.nansum(parts)]),
            np.array([int((~np.isnan(parts)).sum())]),
            np.array([int((np.nan_to_num(parts) != 0).sum())]),
            members,
        )
    at = np.flatnonzero((table.key == total) & ~table.repeated)
    own = np.flatnonzero(np.isin(table.key, members) & ~table.repeated & ~np.isnan(values))
    place = np.searchsorted(table.stamps[at], table.stamps[own])
    found = place < len(at)
    found[found] = table.stamps[at][place[found]] == table.stamps[own][found]
    sums = np.bincount(place[found], weights=values[own][found], minlength=len(at))
    several = np.bincount(place[found], weights=values[own][found] != 0, minlength=len(at))
    return _Sums(at, sums, np.bincount(place[found], minlength=len(at)), several, members)


def _parts(table: Table, column: str, one: _Sums, at: int) -> list[int]:
    if table.days is None:
        return [part for part in one.members if not np.isnan(table.columns[column].values[part])]
    same = (table.stamps == table.stamps[at]) & np.isin(table.key, one.members) & ~table.repeated
    return np.flatnonzero(same & ~np.isnan(table.columns[column].values)).tolist()


def _is_share(column: str) -> bool:
    return parse_name(column).has("share")


def _place(table: Table, column: str) -> float:
    values = table.columns[column].values[:200]
    texts = [table.printed(column, int(at)).rstrip("%") for at in np.flatnonzero(~np.isnan(values))]
    return float(10.0 ** -max((len(text.partition(".")[2]) for text in texts), default=0))


def _adds_up(table: Table, column: str, groups: list[tuple[int, tuple[int, ...]]]) -> bool:
    """Counts do; shares only where the total prints the whole of them, 100 or 1; means and rates do not."""
    said = parse_name(column)
    if said.has("share") and table.days is None:
        return bool(table.columns[column].values[groups[0][0]] in (1, 100))
    return said.counts
