"""Parts stay within their whole, and add up to it where they make it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.finding import Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.names import Name, parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.vocabulary import load

__all__ = ["check_sum", "check_within", "infer"]

NAMED = 0.9
"""A column named as a part ('killed_women' of 'killed') must stay within its whole at this share of the rows ..."""
GUESSED = 0.98
"""... one whose further word is unknown ('killed_night' of 'killed') at this, and its breaks are put as questions."""
SUM = 0.9
"""Parts make up a whole if they add up to it at this share of the rows."""
ENOUGH = 8
"""Rows that must show it; with a whole named 'total', `FEW`."""
FEW = 3
SAMPLE = 4000
"""Rows on which sums are looked for."""
MOST_COLUMNS = 60
"""Tables with more columns are not searched for sums that no name suggests."""


def infer(table: Table, rules: list[Rule]) -> Iterator[Rule]:
    """Wholes and their parts, by names and by what adds up."""
    running = {rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on}
    counts = [c for c in table.columns if not parse_name(c).has("share", "smoothed", "per", "population")]
    for whole in counts:
        for part in counts:
            if part == whole or (part in running) != (whole in running):
                continue
            relation = _relation(parse_name(whole), parse_name(part), whole in running)
            if relation is None:
                continue
            known, why = relation
            a, b = table.columns[part].values, table.columns[whole].values
            both = ~np.isnan(a) & ~np.isnan(b)
            rows, above = int(both.sum()), int((a[both] > b[both]).sum())
            if rows < FEW or not a[both].any():
                continue
            on = above <= max(1 if rows >= ENOUGH else 0, (1 - (NAMED if known else GUESSED)) * rows)
            seen = f"{why}; it stays within at {rows - above:,} of {count(rows, 'row')}"
            yield Rule(Kind.WITHIN, (whole, part), f"{part} stays within {whole}", seen, firm=known, on=on)
    yield from _sums(table, counts)


def _relation(whole: Name, part: Name, running: bool) -> tuple[bool, str] | None:
    """Whether `part` counts some of what `whole` counts, by their names; and whether the words for it are known."""
    words = load("columns")
    if whole.has("low", "best", "high") or part.has("low", "best", "high") or whole.has("new") != part.has("new"):
        return None
    one, other = whole.without("cumulative", "new"), part.without("cumulative", "new")
    for within in ("within", *(("within_running",) if running else ())):
        for general, special in words[within].items():
            if whole.measure == general and part.measure in special and one - {general} == other - {str(part.measure)}:
                return True, f"{general} include {part.measure} by definition"
    if not one < other or not one or (whole.measure is None and not whole.has("part")):
        return None
    extra = other - one
    if any(word.isdigit() for word in extra):
        return None
    named = frozenset(words["part"]["words"]) - frozenset(words["part"]["other_unit"])
    if extra & (
        frozenset(words["variant"]["words"]) | frozenset(words["part"]["other_unit"]) | frozenset(words["measures"])
    ):
        return None
    return extra <= named, f"its name says {' '.join(sorted(extra))} of the same"


def _sums(table: Table, counts: list[str]) -> Iterator[Rule]:
    """Columns that stand next to each other and add up to a third beside them."""
    if len(counts) < 3 or len(counts) > MOST_COLUMNS:
        return
    rows = np.arange(len(table))
    if len(rows) > SAMPLE:
        rows = rows[:: len(rows) // SAMPLE + 1]
    grid = np.stack([table.columns[name].values[rows] for name in counts], axis=1)
    blank = np.isnan(grid)
    for at, whole in enumerate(counts):
        if parse_name(whole).has("low", "high"):
            continue
        found = _parts_of(np.where(blank, 0.0, grid), blank, at, counts)
        if found is None:
            continue
        parts, _, _ = found
        names = tuple(counts[i] for i in parts)
        total, judged = _judged(table, whole, names)
        holds = int((np.abs(total - table.columns[whole].values)[judged] < 1e-6).sum())
        yield Rule(
            Kind.SUM,
            (whole, *names),
            f"{' + '.join(names)} = {whole}",
            f"they add up at {holds:,} of {count(int(judged.sum()), 'row')}",
        )


def _parts_of(
    grid: np.ndarray, blank: np.ndarray, whole: int, names: Sequence[str]
) -> tuple[list[int], int, int] | None:
    target = grid[:, whole]
    named = bool({"total", "all", "both", "sum", "overall"} & set(parse_name(names[whole]).words))
    best: tuple[list[int], int, int] | None = None
    for start in range(grid.shape[1]):
        if start == whole:
            continue
        running = np.zeros(len(grid))
        several, printed = np.zeros(len(grid), dtype=np.int64), np.zeros(len(grid), dtype=np.int64)
        picked: list[int] = []
        for i in range(start, grid.shape[1]):
            if i == whole:
                break
            running = running + grid[:, i]
            several = several + (grid[:, i] != 0)
            printed = printed + ~blank[:, i]
            picked.append(i)
            if len(picked) < 2:
                continue
            judged = (printed >= 2) & ~blank[:, whole]
            telling = judged & (several >= 2) & (target != 0)
            seen, agree = int(judged.sum()), int((np.abs(running - target)[judged] < 1e-6).sum())
            shown = int((np.abs(running - target)[telling] < 1e-6).sum())
            enough = FEW if named else ENOUGH
            if shown < enough or (agree < SUM * seen and not (named and seen < 10 and agree >= seen - 1)):
                continue
            if len(np.unique(target[telling])) < min(enough, 5):
                continue
            if best is None or (agree / seen, agree) > (best[1] / best[2], best[1]):
                best = (list(picked), agree, seen)
    return best


def _judged(table: Table, whole: str, parts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The sum of the parts, a blank one counting as none, and the rows at which two of them and the whole are printed."""
    total, printed = np.zeros(len(table)), np.zeros(len(table), dtype=np.int16)
    for part in parts:
        values = table.columns[part].values
        filled = ~np.isnan(values)
        total[filled] += values[filled]
        printed += filled
    return total, (printed >= 2) & ~np.isnan(table.columns[whole].values)


def check_within(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which a part is above its whole, rows in a row told once; or that it never is."""
    whole, part = rule.columns
    a, b = table.columns[part].values, table.columns[whole].values
    above = np.flatnonzero(a > b)
    for first, last in runs(above, table.key):
        worst = above[first + int(np.argmax((a - b)[above[first : last + 1]]))]
        cell, total = Cell(table, part, int(worst)), Cell(table, whole, int(worst))
        more = so_many_rows(table, int(above[first]), int(above[last]))
        yield Finding(
            Operation.PARTS,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"at most {whole}",
            f"{cell.where} is {cell.text}, above {whole} with {total.text}: "
            f"a part larger than its whole by {say(cell.value - total.value)}",
            (("whole", total),),
            f"at most {total.text}",
            Interval.below(number(total.value), floor=min(Fraction(0), number(total.value))),
            (Interval.above(number(cell.value)),),
            more,
            () if rule.firm else (f"whether {part} counts a part of {whole}",),
            slip(cell.value, total.value),
            cell.value - total.value,
        )
    if not len(above):
        both = np.flatnonzero(~np.isnan(a) & ~np.isnan(b))
        last_cell = Cell(table, part, int(both[-1]))
        yield Finding(
            Operation.PARTS, Verdict.CONSISTENT, last_cell, rule.says, f"{rule.says} at all {count(len(both), 'row')}"
        )


def check_sum(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which parts do not add up to their whole, or that they always do."""
    whole, *parts = rule.columns
    (total, judged), target = _judged(table, whole, parts), table.columns[whole].values
    off = np.flatnonzero(judged & (np.abs(total - np.where(judged, target, total)) > 1e-6))
    for first, last in runs(off, table.key, (total - target)[off]):
        at = int(off[first])
        cell = Cell(table, whole, at)
        cells = [Cell(table, part, at) for part in parts if not np.isnan(table.columns[part].values[at])]
        sum_, formula = float(total[at]), " + ".join(cell.text for cell in cells)
        yield Finding(
            Operation.PARTS,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"the sum of {', '.join(parts)}",
            f"{formula} = {say(sum_)}, but {cell.where} is {cell.text}: {say(abs(sum_ - cell.value))} apart",
            tuple(("part", part) for part in cells),
            formula,
            Interval.of(number(sum_)),
            tuple(
                Interval.of(number(part.value + cell.value - sum_)) if part.value + cell.value >= sum_ else None
                for part in cells
            ),
            so_many_rows(table, int(off[first]), int(off[last])),
            () if rule.firm else (f"whether {', '.join(parts)} make up {whole}",),
            slip(cell.value, sum_),
            abs(sum_ - cell.value),
        )
    if not len(off):
        rows = np.flatnonzero(judged)
        last_cell = Cell(table, whole, int(rows[-1]))
        yield Finding(
            Operation.PARTS, Verdict.CONSISTENT, last_cell, rule.says, f"{rule.says} at all {count(len(rows), 'row')}"
        )
