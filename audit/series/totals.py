"""A row that is called the total of others ('Total', 'World', 'All ages') is their sum, column by column."""

from __future__ import annotations

from collections import defaultdict
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
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.vocabulary import load

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["check", "infer", "is_total"]

HOLDS = 0.8
"""A row called a total is held to it if it is the sum of the others at this share of its days, or of a table's columns."""
FEW = 3
"""Sums that must show it; with fewer the breaks are put as questions."""
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
    members: tuple[int, ...]
    """Codes of keys or, in a table without dates, positions."""

    def off(self, table: Table, column: str) -> np.ndarray:
        """Indices into `at` of what is more than rounding away from the sum; only where no part is missing."""
        target = table.columns[column].values[self.at]
        reach = 1e-6 + (len(self.members) * _place(table, column) / 2 if _is_share(column) else 0.0)
        return np.flatnonzero(self.judged & (np.abs(self.sums - np.nan_to_num(target)) > reach) & ~np.isnan(target))

    @property
    def judged(self) -> NDArray[np.bool_]:
        judged: NDArray[np.bool_] = (self.printed >= 2) & (self.printed == self.printed.max(initial=0))
        return judged


def is_total(label: str) -> bool:
    """Whether a row is called the total of others.

    >>> is_total("Grand total"), is_total("All ages"), is_total("Allenby")
    (True, True, False)
    """
    words = load("columns")["total_rows"]
    bare = label.strip(" :.*").lower()
    return bare in words["words"] or bare.split(" ", 1)[0] in words["first"]


def infer(table: Table) -> Iterator[Rule]:
    """The columns at which rows called totals are what the others add up to."""
    groups = _groups(table)
    columns = [c for c in table.columns if groups and _adds_up(table, c, groups)]
    counted: dict[str, tuple[int, int, int]] = {}
    for column in columns:
        tried = [_sums(table, column, total, members) for total, members in groups]
        seen = sum(int(one.judged.sum()) for one in tried)
        close = [np.abs(one.sums - table.columns[column].values[one.at]) <= NEAR * np.abs(one.sums) for one in tried]
        counted[column] = (
            seen,
            seen - sum(len(one.off(table, column)) for one in tried),
            sum(int((n & one.judged).sum()) for n, one in zip(close, tried, strict=True)),
        )
    # a table without dates has one sum a column: its columns stand for each other
    all_seen, all_held = sum(seen for seen, _, _ in counted.values()), sum(held for _, held, _ in counted.values())
    names = ", ".join(dict.fromkeys(_name(table, total) for total, _ in groups))
    for column, (seen, held, near) in counted.items():
        if not seen or near < HOLDS * seen:
            continue
        alone = table.days is None
        much, of = (all_held, all_seen) if alone else (held, seen)
        firm = of >= FEW and much >= (0.5 if alone else HOLDS) * of
        if firm or much >= 0.5 * of or alone:
            told = f"so it is at {held:,} of {count(seen, 'sum')}"
            yield Rule(Kind.TOTALS, (column,), f"{names} is the sum of the other rows in {column}", told, firm=firm)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The totals that are not the sum of the others, or that all are."""
    (column,) = rule.columns
    held: list[tuple[Cell, int]] = []
    broken = False
    for total, members in _groups(table):
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


def _groups(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    """The code of each key called a total with the codes that it sums up; without dates, positions in place of codes."""
    if table.days is None:
        names = _row_names(table)
        totals = [at for at, name in enumerate(names) if is_total(name)]
        if len(totals) != 1 or len(names) < 4 or len(set(names)) < len(names):
            return []
        return [(totals[0], tuple(at for at in range(len(names)) if at != totals[0]))]
    if len(table.labels) < 3 or not table.series:
        return []
    cut = [tuple(label.split(" / ")) for label in table.labels]
    beside: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    plain = [code for code, parts in enumerate(cut) if not any(map(is_total, parts))]
    for code in plain:
        for i in range(len(cut[code])):
            beside[i, (*cut[code][:i], *cut[code][i + 1 :])].append(code)
    groups = []
    for code, parts in enumerate(cut):
        which = [i for i, part in enumerate(parts) if is_total(part)]
        if len(which) != 1:
            continue
        rest = (*parts[: which[0]], *parts[which[0] + 1 :])
        members = plain if len(parts) == 1 else beside.get((which[0], rest), [])
        if len(members) >= 2:
            groups.append((code, tuple(members)))
    return groups


def _row_names(table: Table) -> list[str]:
    """Of a table without dates, what each row is called: its first column of words."""
    names = [name for name in table.texts if name not in table.columns]
    return [as_printed(cell) for cell in table.frame[names[0]]] if names and len(table) == len(table.frame) else []


def _name(table: Table, code: int) -> str:
    """What a group's total is called, by its code."""
    return _row_names(table)[code] if table.days is None else table.labels[code]


def _called(table: Table, at: int) -> str:
    """What the row at a position is called."""
    return _name(table, at if table.days is None else int(table.key[at]))


def _sums(table: Table, column: str, total: int, members: tuple[int, ...]) -> _Sums:
    values = table.columns[column].values
    if table.days is None:
        parts = values[list(members)]
        return _Sums(
            np.array([total]), np.array([np.nansum(parts)]), np.array([int((~np.isnan(parts)).sum())]), members
        )
    at = np.flatnonzero((table.key == total) & ~table.repeated)
    own = np.flatnonzero(np.isin(table.key, members) & ~table.repeated & ~np.isnan(values))
    place = np.searchsorted(table.stamps[at], table.stamps[own])
    found = place < len(at)
    found[found] = table.stamps[at][place[found]] == table.stamps[own][found]
    sums = np.bincount(place[found], weights=values[own][found], minlength=len(at))
    return _Sums(at, sums, np.bincount(place[found], minlength=len(at)), members)


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
    return not said.has("share", "per", "smoothed")
