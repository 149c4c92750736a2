"""A running total never falls; where it begins anew, that is a restart and no fall."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from audit.checks.check import Diagnosis, Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.increments import feeds
from audit.series.loose_steps import loose_steps
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Steps, Table
from audit.series.words import count, number, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["check", "denied", "infer"]

NAMED_FALLS = 0.25
"""A column whose name says 'cumulative' is taken at its word up to this share of falls among its moves."""
PERHAPS_FALLS = 0.1
"""The same for 'total', which may also be a total over parts."""
NEGATIVE = 0.01
"""A column with a larger share of cells below zero counts nothing."""
BEHAVED_FALLS = 0.02
"""A column whose name says nothing is a running total if no more of its moves than this are falls ..."""
BEHAVED_RISES = 20
"""... and it rises so often at least."""
FEW_RISES = 8
"""With fewer rises, at most one of eight moves a fall: likely a running total, its falls are put as questions."""
MOSTLY = 0.9
"""... or rises at this share of its moves."""
RESTART = 0.5
"""A counter that begins anew falls at least to this share of what it was."""
RETURN = 5
"""A fall from which the column is back within so many cells is a slip and no restart."""


def infer(table: Table) -> Iterator[Rule]:
    """The columns that are running totals, by name, by a column of the same stem, or by behaviour."""
    if not table.series:
        return
    counted: dict[str, tuple[int, int]] = {}
    for name in table.columns:
        change = np.append(table.steps(name).change, loose_steps(table, name).change)
        counted[name] = (int((change > 0).sum()), int((change < 0).sum()))
    stems = {
        stem
        for name, (rises, falls) in counted.items()
        if _may(table, name) and (parse_name(name).has("cumulative") or (falls == 0 and rises >= FEW_RISES))
        for stem in [_stem(name)]
        if stem
    }
    silent = 0
    held: list[tuple[str, int]] = []
    for column, (rises, falls) in counted.items():
        said, moves = parse_name(column), rises + falls
        seen = f"rises at {rises:,} of {count(moves, 'move')} and falls at {falls:,}"
        says = f"{column} never falls"
        if said.has("coded") or (
            said.has("new", "share", "smoothed", "per", "low", "best", "high") and not said.has("cumulative")
        ):
            continue
        if said.has("cumulative"):
            # what is counted is never below zero: a sum of differences may fall
            negative = int((table.columns[column].values < 0).sum())
            on = falls <= max(2, NAMED_FALLS * moves) and negative <= NEGATIVE * len(table)
            seen += f"; {negative:,} cells are below zero" if negative else ""
            yield Rule(Kind.CUMULATIVE, (column,), says, f"its name says that it is cumulative; it {seen}", on=on)
        elif said.perhaps_cumulative and falls <= max(1, PERHAPS_FALLS * moves) and rises >= 3:
            sure = falls <= max(BEHAVED_FALLS * moves, 1 if rises >= BEHAVED_RISES else 0)
            fed = next((name for name in counted if name != column and feeds(table, name, column)), "")
            seen += f"; {fed} is what it rises by" if fed else ""
            seen = f"its name may say that it is cumulative; it {seen}"
            yield Rule(Kind.CUMULATIVE, (column,), says, seen, firm=sure or bool(fed))
        elif not _may(table, column):
            continue
        elif rises >= BEHAVED_RISES and falls <= max(BEHAVED_FALLS * moves, 1 if rises >= 40 else 0):
            silent += 1
            yield Rule(Kind.CUMULATIVE, (column,), says, f"it {seen}")
        elif rises >= FEW_RISES and falls <= 1:
            yield Rule(Kind.CUMULATIVE, (column,), says, f"it {seen}", firm=falls == 0)
        elif rises >= FEW_RISES and rises >= MOSTLY * moves and table.unit in ("day", "week"):
            alike = _stem(column) in stems
            beside = "; so are columns beside it that count the same" if alike else ""
            yield Rule(Kind.CUMULATIVE, (column,), says, f"it {seen}{beside}", firm=alike)
        elif rises and not falls:
            held.append((column, rises))
    for column, rises in held:
        if silent > len(counted) / 2:
            seen = f"it rises {count(rises, 'time')}, never falls, and most columns beside it are running totals"
            yield Rule(Kind.CUMULATIVE, (column,), f"{column} never falls", seen)


def _may(table: Table, column: str) -> bool:
    """Whether a column whose name does not say so may be a running total."""
    return not parse_name(column).has("stock") and _whole(table, column)


def _stem(column: str) -> str:
    """What columns of one kind share: the measure that they name ('Deaths_North' and 'Deaths_South')."""
    return parse_name(column).measure or ""


def denied(table: Table, rule: Rule) -> Iterator[Finding]:
    """Of a column that is called cumulative and falls too often to be so: one line that says it."""
    (column,) = rule.columns
    steps = table.steps(column)
    if not len(steps.change) or steps.change.min() >= 0:
        return
    worst = int(steps.change.argmin())
    before, after = Cell(table, column, int(steps.before[worst])), Cell(table, column, int(steps.after[worst]))
    falls, moves = int((steps.change < 0).sum()), int((steps.change != 0).sum())
    yield Finding(
        Operation.MONOTONE,
        Verdict.UNVERIFIABLE,
        after,
        "a running total never falls",
        f"{column} falls at {falls:,} of {count(moves, 'move')}, most from {before.text} to {after.text} "
        f"({table.when(after.at) or f'row {after.row}'}): its name says that it is cumulative",
        (("earlier", before),),
        missing=(f"whether {column} is a running total",),
        size=before.value - after.value,
    )


def _whole(table: Table, column: str) -> bool:
    values = table.columns[column].values[:100_000]
    filled = values[~np.isnan(values)]
    return bool(len(filled)) and bool((filled == np.floor(filled)).all()) and bool((filled >= 0).all())


def _restarts(table: Table, column: str, steps: Steps) -> dict[int, str]:
    """Positions at which the column begins anew, with the reason ('' if only its behaviour says so)."""
    values = table.columns[column].values
    falls = np.flatnonzero(steps.change < 0)
    found: dict[int, str] = {}
    for step in falls:
        before, after = int(steps.before[step]), int(steps.after[step])
        episode = _new_episode(table, before, after)
        if episode:
            found[after] = episode
            continue
        if values[after] > RESTART * values[before] or values[before] < 10:
            continue
        if _around(table, steps, int(step), column)[0] <= values[after]:
            # without the cell before it nothing falls: that one is too high
            continue
        coming = values[after : after + 40]
        coming = coming[(table.key[after : after + 40] == table.key[after]) & ~np.isnan(coming)][: RETURN + 1]
        # the last cells of a series cannot show whether it would have come back
        if len(coming) > 2 and coming.max() < values[before] and coming[-1] >= coming[0]:
            found[after] = ""
    return found


def _new_episode(table: Table, before: int, after: int) -> str:
    for name, use in table.texts.items():
        if use != "episode" or table.order is None:
            continue
        one, other = (str(table.frame[name].iloc[int(table.order[at])]) for at in (before, after))
        if one != other:
            return f"{name} goes from {one} to {other} in the same row"
    return ""


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The falls and restarts of one column, or that it held."""
    (column,) = rule.columns
    steps = table.steps(column)
    falls = np.flatnonzero(steps.change < 0)
    again = _restarts(table, column, steps)
    for step in falls:
        before, after = Cell(table, column, int(steps.before[step])), Cell(table, column, int(steps.after[step]))
        if after.at in again:
            yield _restart(before, after, again[after.at])
        else:
            yield _fall(before, after, rule.firm, *_around(table, steps, int(step), column))
    loose = loose_steps(table, column)
    # a cell that lies below a single number before it is told once, not again beside the range between them
    told = np.isin(loose.after, steps.after[falls])
    loose_falls = np.flatnonzero((loose.change < 0) & ~told & ~_across(again, steps, loose))
    for step in loose_falls:
        before, after = Cell(table, column, int(loose.before[step])), Cell(table, column, int(loose.after[step]))
        yield _fall(before, after, rule.firm)
    if not len(falls) and not len(loose_falls) and len(steps.after):
        last = Cell(table, column, int(steps.after[-1]))
        series = f" in {count(len(table.labels), 'series', 'series')}" if len(table.labels) > 1 else ""
        cells = count(len(steps.change), "step")
        yield Finding(
            Operation.MONOTONE, Verdict.CONSISTENT, last, rule.says, f"{column} falls at none of its {cells}{series}"
        )


def _across(again: dict[int, str], steps: Steps, loose: Steps) -> NDArray[np.bool_]:
    """Whether a step lies within one over which the column begins anew."""
    found = np.zeros(len(loose.after), dtype=bool)
    for before, after in zip(steps.before, steps.after, strict=True) if again else ():
        if int(after) in again:
            found |= (before <= loose.before) & (loose.after <= after)
    return found


def _around(table: Table, steps: Steps, step: int, column: str) -> tuple[float, float]:
    values, nothing = table.columns[column].values, float("nan")
    joined_before = step > 0 and steps.after[step - 1] == steps.before[step]
    joined_after = step + 1 < len(steps.before) and steps.before[step + 1] == steps.after[step]
    earlier = float(values[steps.before[step - 1]]) if joined_before else nothing
    return earlier, float(values[steps.after[step + 1]]) if joined_after else nothing


def _fall(before: Cell, after: Cell, firm: bool, earlier: float = float("nan"), later: float = float("nan")) -> Finding:
    """`earlier` and `later` are the printed cells around the two, not a number at an end of the series."""
    old, new = before.ends[0], after.ends[1]
    exact = old == before.value and new == after.value
    note, diagnosis = "", None
    if earlier <= new:
        note = f"Without {before.text} ({before.table.when(before.at)}) the column does not fall there."
        diagnosis = slip(old, new) or _between(old, earlier, new)
    elif later >= old:
        note = f"{after.text} stands alone below its neighbours {before.text} and {say(later)}."
        diagnosis = slip(new, old) or _between(new, old, later)
    return Finding(
        Operation.MONOTONE,
        Verdict.INCONSISTENT if firm else Verdict.UNVERIFIABLE,
        after,
        "a running total never falls",
        f"{before.where} is {before.text}, {after.where} is {after.text}: "
        f"a running total cannot fall, here by {'' if exact else 'at least '}{say(old - new)}",
        (("earlier", before),),
        f"{before.text if exact else say(old)} or more",
        Interval.above(number(old)),
        (Interval.below(number(new), floor=min(Fraction(0), number(new))),),
        note,
        () if firm else (f"whether {after.column} is a running total",),
        diagnosis,
        old - new,
    )


def _between(printed: float, low: float, high: float) -> Diagnosis | None:
    """Two digits swapped, where the number meant lies between the neighbours."""
    digits = str(int(printed)) if printed >= 0 and printed.is_integer() else ""
    for i in range(len(digits) - 1):
        meant = int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
        if low <= meant <= high and meant != printed and (high - low) < 0.02 * high:
            return slip(printed, float(meant))
    return None


def _restart(before: Cell, after: Cell, reason: str) -> Finding:
    note = f"A new count begins, no fall: {reason}."
    if not reason:
        note = "It looks like a counter that begins anew, not like a fall; totals of both counts must not be compared."
    return Finding(
        Operation.RESTART,
        Verdict.CONSISTENT if reason else Verdict.UNVERIFIABLE,
        after,
        "a counter that begins anew",
        f"{before.where} is {before.text}, {after.where} is {after.text}, and it counts up from there",
        (("earlier", before),),
        "counted anew from 0",
        Interval.above(number(0.0)),
        note=note,
        missing=() if reason else ("whether a new count began on that day",),
    )
