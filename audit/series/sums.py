"""Columns that make up another: every division of a total, found by its name, by its place or by what adds up.

The parts of a division stand next to each other, or carry the whole's name with a further word ('deaths_men' and
'deaths_women' of 'deaths_total'). A break is a contradiction where a name says that the column is a whole; where the
numbers alone show it, a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.lang import load
from audit.series import total_rows
from audit.series.finding import Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.names import Name, parse_name
from audit.series.rows import rates
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "infer"]

FEW = 3
"""Rows that must show a sum whose whole is named so ..."""
ENOUGH = 8
"""... and of any other."""
MANY = 20
"""From so many rows on a sum must hold at `HOLDS` of them; of fewer rows three in ten may be off if the whole is named."""
HOLDS = 0.9
SLIPS = 0.3
DOUBT = 0.5
"""Of a named whole, the share of rows from which on the others are asked about."""
SAMPLE = 4000
PILOT = 64
"""Rows on which sums are looked for, and the few of them on which most candidates fall."""
MOST_COLUMNS = 60
"""Tables with more columns are searched for the parts of named wholes alone ..."""
LONGEST = 60
"""... in runs of so many columns at most."""
BEGINNINGS = 40_000
"""Columns at which the runs of all wholes together may begin: of many wholes in a wide table the parts that do not carry a
whole's name are looked for near it, so that a thousand columns cost ten times what a hundred do."""
_OPEN = 1e12


@dataclass(frozen=True, slots=True)
class _Division:
    parts: tuple[int, ...]
    agree: int
    seen: int
    shown: int


@dataclass(frozen=True, slots=True)
class _Grid:
    """Some rows of the columns of counts."""

    low: np.ndarray
    high: np.ndarray
    printed: np.ndarray
    names: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    """What each column's name says that it counts."""
    by_word: Mapping[str, frozenset[int]]
    """The columns in whose name a word stands."""


def infer(table: Table) -> Iterator[Rule]:
    """Each whole with each division of it."""
    counts = tuple(c for c in table.columns if parse_name(c).counts and not parse_name(c).has("population"))
    if len(counts) < 3:
        return
    named = {c for c in counts if _is_whole(parse_name(c))}
    if len(counts) > MOST_COLUMNS and not named:
        return
    rows = np.flatnonzero(~rates(table))
    if len(rows) > SAMPLE:
        rows = rows[:: len(rows) // SAMPLE + 1]
    grid = _grid(table, counts, rows)
    wholes = len(named) if len(counts) > MOST_COLUMNS else len(counts)
    reach = max(2 * LONGEST, BEGINNINGS // max(wholes, 1))
    for at, whole in enumerate(counts):
        if parse_name(whole).has("low", "high") or (len(counts) > MOST_COLUMNS and whole not in named):
            continue
        for found in _divisions(grid, at, whole in named, reach):
            yield _rule(table, whole, [counts[i] for i in found.parts], whole in named)


def _is_whole(name: Name) -> bool:
    return name.has("whole") or name.measure in load("columns")["within"]


def _rule(table: Table, whole: str, parts: Sequence[str], named: bool) -> Rule:
    off, judged = _off(table, whole, parts)
    seen = int(judged.sum())
    holds = seen - int(off.sum())
    named = named and _of_whole(parse_name(whole), [parse_name(part) for part in parts])
    firm = named and _sure(holds, seen)
    why = "its name says that it is the whole; " if named else ""
    told = f"{why}they add up at {holds:,} of {count(seen, 'row')}"
    return Rule(Kind.SUM, (whole, *parts), f"{' + '.join(parts)} = {whole}", told, firm=firm)


def _of_whole(whole: Name, parts: Sequence[Name]) -> bool:
    """Casualties are a whole of killed and injured, not of any columns that happen to add up to it."""
    if whole.has("whole"):
        return True
    within = load("columns")["within"].get(str(whole.measure), ())
    return all(part.measure in within or whole.measure == part.measure for part in parts)


def _sure(holds: int, seen: int) -> bool:
    return holds >= HOLDS * seen if seen > MANY else seen - holds <= max(1, SLIPS * seen) and holds >= FEW


def _grid(table: Table, counts: tuple[str, ...], rows: np.ndarray) -> _Grid:
    low, high = np.empty((len(rows), len(counts))), np.empty((len(rows), len(counts)))
    for i, name in enumerate(counts):
        one, other = table.columns[name].between()
        low[:, i], high[:, i] = one[rows], other[rows]
    printed = ~np.isnan(low) & np.isfinite(high)
    # an open end is far above anything printed and can still be added up
    high = np.where(np.isnan(high), 0.0, np.minimum(high, _OPEN))
    words = tuple(parse_name(name).without("cumulative", "new") for name in counts)
    by_word: dict[str, set[int]] = {}
    for i, said in enumerate(words):
        for word in said:
            by_word.setdefault(word, set()).add(i)
    bearing = {word: frozenset(columns) for word, columns in by_word.items()}
    return _Grid(np.nan_to_num(low), high, printed, counts, words, bearing)


def _divisions(grid: _Grid, whole: int, named: bool, reach: int) -> list[_Division]:
    """The divisions of one column, the best first, no two of them with a part in common."""
    told = grid.printed[:, whole] & (grid.low[:, whole] != 0)
    usable = np.flatnonzero(told)
    if len(usable) < FEW:
        return []
    pilot = usable[:: len(usable) // PILOT + 1]
    tried = _candidates(grid, whole, named, pilot, reach)
    found = [one for parts in tried if (one := _tried(grid, whole, parts, named))]
    found.sort(key=lambda one: (-(one.agree / one.seen), -one.agree, len(one.parts)))
    kept: list[_Division] = []
    for one in found:
        if not any(set(one.parts) & set(other.parts) for other in kept):
            kept.append(one)
    return kept


def _candidates(grid: _Grid, whole: int, named: bool, pilot: np.ndarray, reach: int) -> Iterator[tuple[int, ...]]:
    """Runs of neighbours that make up the whole in some of the pilot's rows, and columns that carry its name."""
    begin, width = max(0, whole - reach), min(len(grid.names), whole + reach)
    low, high = grid.low[pilot], grid.high[pilot]
    sums = [np.concatenate([np.zeros((len(pilot), 1)), np.cumsum(side, axis=1)], axis=1) for side in (low, high)]
    floor, top = low[:, whole] - 1e-6, high[:, whole] + 1e-6
    needed = max(1.0, (DOUBT if named else HOLDS / 2) * len(pilot) * 0.6)
    for start in range(begin, width):
        if start == whole:
            continue
        stop = min(width, start + LONGEST)
        if start < whole:
            stop = min(stop, whole)
        if stop - start < 2:
            continue
        within = (sums[0][:, start + 2 : stop + 1] - sums[0][:, [start]] <= top[:, None]) & (
            sums[1][:, start + 2 : stop + 1] - sums[1][:, [start]] >= floor[:, None]
        )
        for away in np.flatnonzero(within.sum(axis=0) >= needed):
            yield tuple(range(start, start + 2 + int(away)))
    if named:
        stem = parse_name(grid.names[whole]).without("whole", "cumulative", "new")
        bearing = [grid.by_word.get(word, frozenset()) for word in stem]
        alike = frozenset.intersection(*bearing) - {whole} if bearing else frozenset()
        like = tuple(i for i in sorted(alike) if stem < grid.words[i])
        if len(like) > 1 and like != tuple(range(like[0], like[-1] + 1)):
            yield like


def _tried(grid: _Grid, whole: int, parts: tuple[int, ...], named: bool) -> _Division | None:
    low, high = grid.low[:, parts].sum(axis=1), grid.high[:, parts].sum(axis=1)
    judged = (grid.printed[:, parts].sum(axis=1) >= 2) & grid.printed[:, whole]
    fits = (low <= grid.high[:, whole] + 1e-6) & (high >= grid.low[:, whole] - 1e-6)
    telling = judged & ((grid.high[:, parts] != 0).sum(axis=1) >= 2) & (grid.low[:, whole] != 0)
    seen, agree, shown = int(judged.sum()), int((fits & judged).sum()), int((fits & telling & (high < _OPEN)).sum())
    enough = FEW if named else ENOUGH
    if shown < enough or len(np.unique(grid.low[telling, whole])) < min(enough, 5):
        return None
    if agree >= HOLDS * seen or (named and agree >= DOUBT * seen and (seen <= MANY or agree >= (1 - SLIPS) * seen)):
        return _Division(parts, agree, seen, shown)
    return None


def _off(table: Table, whole: str, parts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The rows at which the parts cannot make up the whole, and those that were judged."""
    low, high = np.zeros(len(table)), np.zeros(len(table))
    printed = np.zeros(len(table), dtype=np.int16)
    for part in parts:
        one, other = table.columns[part].between()
        filled = ~np.isnan(one)
        low[filled] += one[filled]
        high[filled] += other[filled]
        printed += filled & np.isfinite(other)
    least, most = table.columns[whole].between()
    judged = (printed >= 2) & ~np.isnan(least) & ~rates(table)
    with np.errstate(invalid="ignore"):
        return judged & ((low > most + 1e-6) | (high < least - 1e-6)), judged


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which parts do not add up to their whole, or that they always do."""
    whole, *parts = rule.columns
    broken, judged = _off(table, whole, parts)
    off = np.flatnonzero(broken)
    sums = np.zeros(len(table))
    for part in parts:
        sums += np.nan_to_num(table.columns[part].values)
    off = off[~_carried(table, whole, parts, off)]
    for first, last in runs(off, table.key, np.nan_to_num(sums - table.columns[whole].values)[off]):
        yield _finding(table, rule, int(off[first]), so_many_rows(table, int(off[first]), int(off[last])))
    if not len(off) and judged.any():
        rows = np.flatnonzero(judged)
        last_cell = Cell(table, whole, int(rows[-1]))
        yield Finding(
            Operation.PARTS, Verdict.CONSISTENT, last_cell, rule.says, f"{rule.says} at all {count(len(rows), 'row')}"
        )


def _carried(table: Table, whole: str, parts: Sequence[str], off: np.ndarray) -> np.ndarray:
    """Which of the rows are the total of others and off by as much as those are together: their slip, added up."""
    gap = np.nan_to_num(table.columns[whole].values - sum(np.nan_to_num(table.columns[part].values) for part in parts))
    members = dict(total_rows.groups(table)) if table.days is None else {}
    broken = set(off.tolist())
    return np.array(
        [
            at in members and any(m in broken for m in members[at]) and gap[list(members[at])].sum() == gap[at]
            for at in off
        ],
        dtype=bool,
    )


def _finding(table: Table, rule: Rule, at: int, rows: str) -> Finding:
    whole, *parts = rule.columns
    cell = Cell(table, whole, at)
    cells = [Cell(table, part, at) for part in parts if not np.isnan(table.columns[part].between()[0][at])]
    low, high = sum(one.ends[0] for one in cells), sum(one.ends[1] for one in cells)
    formula = " + ".join(one.text for one in cells)
    exact = low == high and cell.ends[0] == cell.ends[1]
    gap = max(cell.ends[0] - high, low - cell.ends[1])
    due = say(low) if low == high else f"at least {say(low)}" if high == np.inf else f"{say(low)} to {say(high)}"
    recomputed = Interval.of(number(low)) if low == high else Interval.above(number(low))
    if low != high and high != np.inf:
        recomputed = Interval.of(number(low), number(high))
    shift = cell.value - low
    return Finding(
        Operation.PARTS,
        Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
        cell,
        f"the sum of {', '.join(parts)}",
        f"{formula} = {due}, but {cell.where} is {cell.text}: {say(gap)} apart",
        tuple(("part", part) for part in cells),
        formula,
        recomputed,
        tuple(Interval.of(number(part.value + shift)) if exact and part.value + shift >= 0 else None for part in cells),
        rows,
        () if rule.firm else (f"whether {', '.join(parts)} make up {whole}",),
        slip(cell.value, low) if exact else None,
        gap,
    )
