"""What is new since the row before adds up to the running total."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.vocabulary import kept

__all__ = ["check", "feeds", "infer", "pairs"]

NAMED = 0.6
"""Columns whose names pair them are held to it if they agree at this share of the rows ..."""
BEHAVED = 0.97
"""... columns whose names do not, if they agree at this share of the rows at which the total moves."""
FEW = 3
"""Rows that must be there to be compared at all."""
SAMPLE, PROBED = 4096, 64
"""Rows from which those are taken that tell which columns may be a pair, and how many of them at which the total moves."""
ENOUGH = 20
"""Rows that must show it where names do not."""


def infer(table: Table, rules: list[Rule]) -> Iterator[Rule]:
    """Pairs of a column of new counts with its running total."""
    if not table.series:
        return
    totals = [rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on]
    news = [
        name for name in table.columns if name not in totals and not parse_name(name).has("share", "smoothed", "per")
    ]
    paired: set[str] = set()
    used: set[str] = set()
    by_name: dict[frozenset[str], list[str]] = {}
    for total in totals:
        by_name.setdefault(_counted(total), []).append(total)
    alike = ((new, total) for new in news for total in by_name.get(_counted(new), ()))
    for new, total in ((new, total) for new, total in alike if _names_pair(new, total)):
        agree, rows = _agreement(table, new, total)
        seen, says = "their names pair them", f"{new} is what {total} rises by"
        if rows < FEW:
            few = f"{count(rows, 'row') if rows else 'no row'} can be compared, too few to tell"
            yield Rule(Kind.INCREMENTS, (new, total), says, f"{seen}; {few}", on=False)
            continue
        paired.add(new)
        used.add(total)
        seen = f"{seen}; they agree at {agree:,} of {count(rows, 'row')}"
        yield Rule(Kind.INCREMENTS, (new, total), says, seen, on=agree >= NAMED * rows)
    unpaired = [name for name in news if name not in paired]
    near = _near(table, unpaired, [total for total in totals if total not in used])
    for new in unpaired:
        for total in near[new]:
            agree, rows = _agreement(table, new, total, moving=True)
            if rows >= ENOUGH and agree >= BEHAVED * rows:
                seen = f"it is so at {agree:,} of the {count(rows, 'row')} at which {total} moves"
                yield Rule(Kind.INCREMENTS, (new, total), f"{new} is what {total} rises by", seen)
                break


def _near(table: Table, news: list[str], totals: list[str]) -> dict[str, list[str]]:
    """For each column of counts the totals that rise by it in half of some rows, which are looked at in all of them: of a
    thousand columns the few that can be pairs."""
    found: dict[str, list[str]] = {new: [] for new in news}
    if not news or not totals or len(table) < 2:
        return found
    rows = np.arange(1, len(table))[:: len(table) // SAMPLE + 1]
    counted = np.vstack([table.columns[new].values[rows] for new in news])
    for total in totals:
        values = table.columns[total].values
        rise = values[rows] - values[rows - 1]
        moving = np.flatnonzero(~np.isnan(rise) & (rise != 0))
        probe = moving[:: len(moving) // PROBED + 1]
        same = (counted[:, probe] == rise[probe]).sum(axis=1)
        there = (~np.isnan(counted[:, probe])).sum(axis=1)
        for at in np.flatnonzero(2 * same >= there) if len(probe) >= ENOUGH else range(len(news)):
            found[news[at]].append(total)
    return found


def feeds(table: Table, new: str, total: str) -> bool:
    """Whether by their names and by most of their rows one column counts what the other rises by."""
    if not _names_pair(new, total):
        return False
    agree, rows = _agreement(table, new, total)
    return rows >= FEW and agree >= NAMED * rows


def _names_pair(new: str, total: str) -> bool:
    one, other = parse_name(new), parse_name(total)
    if one.has("cumulative") or _counted(new) != _counted(total):
        return False
    return one.has("new") or other.has("cumulative") or other.perhaps_cumulative


@kept
def _counted(column: str) -> frozenset[str]:
    """What a column counts, whether as it comes or as it adds up."""
    return parse_name(column).without("new", "cumulative")


def pairs(table: Table, new: str, total: str) -> tuple[np.ndarray, np.ndarray]:
    """Positions at which both columns and the total before are printed one step apart, and what the total rose by there."""
    values = table.columns[total].values
    rise = np.diff(values)
    usable = ~np.isnan(rise) & ~np.isnan(table.columns[new].values[1:])
    if len(table.labels) > 1:
        usable &= table.key[1:] == table.key[:-1]
    if table.days is not None and table.regular and table.unit in ("day", "week") and table.clock is None:
        # over a missing day the total moves by more than one day's count
        usable &= np.diff(table.days) == table.step
    at = np.flatnonzero(usable)
    return at + 1, rise[at]


def _agreement(table: Table, new: str, total: str, *, moving: bool = False) -> tuple[int, int]:
    at, rise = pairs(table, new, total)
    if moving:
        at, rise = at[rise != 0], rise[rise != 0]
    return int((table.columns[new].values[at] == rise).sum()), len(at)


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which new counts and running total do not go together, or that all do."""
    new, total = rule.columns
    at, rise = pairs(table, new, total)
    printed = table.columns[new].values[at]
    off = np.flatnonzero(np.abs(printed - rise) > 1e-9 * np.maximum(1.0, np.abs(rise)))
    # a fall of the total, or its new beginning, is told as such and not as a wrong count of the day, nor is the step back
    fell = np.isin(at - 1, at[rise < 0]) & (np.append(0.0, (printed - rise)[:-1]) == rise - printed)
    off = off[(rise[off] >= 0) & ~fell[off]]
    for i in off:
        yield _finding(table, rule, int(at[i]), float(printed[i]), float(rise[i]), _made_up(at, printed - rise, int(i)))
    if not len(off) and len(at):
        last = Cell(table, new, int(at[-1]))
        yield Finding(
            Operation.INCREMENTS, Verdict.CONSISTENT, last, rule.says, f"{rule.says} at all {count(len(at), 'row')}"
        )


def _made_up(at: np.ndarray, gap: np.ndarray, i: int) -> int:
    """The neighbouring row, -1 or 1 away, at which the opposite gap stands; 0 if none."""
    for away in (1, -1):
        j = i + away
        if 0 <= j < len(at) and at[j] - at[i] == away and gap[j] == -gap[i]:
            return away
    return 0


def _finding(table: Table, rule: Rule, at: int, printed: float, rise: float, made_up: int) -> Finding:
    new, total = rule.columns
    cell, after, before = Cell(table, new, at), Cell(table, total, at), Cell(table, total, at - 1)
    note = ""
    if made_up:
        other = "next" if made_up > 0 else "previous"
        row = table.when(at if made_up > 0 else at - 1)
        note = (
            f"The {other} row is off by as much the other way: a count stands on another day in one of the columns, "
            f"or {total} is off by {say(abs(printed - rise))} in the row {row}."
        ).replace("in the row .", "in the first of the two rows.")
    return Finding(
        Operation.INCREMENTS,
        Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
        cell,
        f"what {total} rises by",
        f"{cell.where} is {cell.text}, but {total} goes from {before.text} to {after.text}, "
        f"which is {say(rise)}: {say(abs(printed - rise))} apart",
        (("total after", after), ("total before", before)),
        f"{after.text} − {before.text}",
        Interval.of(number(rise)),
        (Interval.of(number(before.value + printed)), Interval.of(number(after.value - printed))),
        note,
        () if rule.firm else (f"whether {new} counts what {total} rises by",),
        slip(printed, rise),
        abs(printed - rise),
    )
