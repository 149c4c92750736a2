"""Printed percentages and rates are worked out again from the columns that they come from."""

from __future__ import annotations

import math
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

__all__ = ["check", "infer"]

SCALES = (100.0, 1.0, 1e5, 1e6, 1e3, 1e4)
"""What part / whole may be multiplied by: per cent, a plain share, per 100,000, per million, per thousand ..."""
HOLDS = 0.85
"""Two columns give a third if they do so, as far as it is printed, at this share of the rows."""
ENOUGH = 5
SAMPLE = 1000
MOST_COUNTS = 40


def infer(table: Table) -> Iterator[Rule]:
    """Columns named as shares or rates, with the part, the whole and the scale that give them."""
    shares = [c for c in table.columns if parse_name(c).has("share", "per") and not parse_name(c).has("smoothed")]
    counts = [c for c in table.columns if c not in shares and not parse_name(c).has("smoothed")]
    if len(counts) > MOST_COUNTS:
        return
    for share in shares:
        found = _found(table, share, counts)
        if found is None:
            continue
        part, whole, scale, agree, rows = found
        times = "" if scale == 1 else f" × {say(scale)}"
        seen = f"so it is, as far as printed, at {agree:,} of {count(rows, 'row')}"
        yield Rule(Kind.RATE, (share, part, whole), f"{share} = {part} / {whole}{times}", seen, scale=scale)


def _found(table: Table, share: str, counts: list[str]) -> tuple[str, str, float, int, int] | None:
    printed = table.columns[share].values
    filled = np.flatnonzero(~np.isnan(printed))
    rows = filled[:: len(filled) // SAMPLE + 1]
    if len(np.unique(printed[rows])) < 3:
        return None
    half = _place(table, share) / 2
    best: tuple[int, int, str, str, float, int] | None = None
    for part in counts:
        for whole in counts:
            if part == whole:
                continue
            with np.errstate(divide="ignore", invalid="ignore"):
                ratio = table.columns[part].values[rows] / table.columns[whole].values[rows]
            judged = np.isfinite(ratio) & (ratio != 0)
            if judged.sum() < ENOUGH:
                continue
            for scale in SCALES:
                hold = np.abs(ratio * scale - printed[rows])[judged] <= half + 1e-9
                agree = int(hold.sum())
                if agree < HOLDS * judged.sum() or len(np.unique(printed[rows][judged])) < 3:
                    continue
                overlap = len(set(parse_name(part).words) & set(parse_name(share).words))
                candidate = (agree, overlap, part, whole, scale, int(judged.sum()))
                if best is None or candidate[:2] > best[:2]:
                    best = candidate
    return None if best is None else (best[2], best[3], best[4], best[0], best[5])


def _place(table: Table, share: str) -> float:
    """One unit of the last place to which the column is printed."""
    filled = np.flatnonzero(~np.isnan(table.columns[share].values))[:200]
    decimals = max((len(table.printed(share, int(at)).rstrip("%").partition(".")[2]) for at in filled), default=0)
    return float(10.0 ** -min(decimals, 9))


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows whose printed share is more than one unit of its last place off; or that all recompute."""
    share, part, whole = rule.columns
    printed = table.columns[share].values
    with np.errstate(divide="ignore", invalid="ignore"):
        due = table.columns[part].values / table.columns[whole].values * rule.scale
    place = _place(table, share)
    judged = np.isfinite(due) & ~np.isnan(printed)
    # half a unit is rounding; up to a whole one may be truncation, which is no contradiction
    off = np.flatnonzero(judged & (np.abs(np.where(judged, due, 0) - np.where(judged, printed, 0)) > place + 1e-9))
    for at in off.tolist():
        cell, over, under = Cell(table, share, at), Cell(table, part, at), Cell(table, whole, at)
        value = number(over.value) / number(under.value) * number(rule.scale)
        half = number(place) / 2
        times = "" if rule.scale == 1 else f" × {say(rule.scale)}"
        formula = f"{over.text} / {under.text}{times}"
        result = f"{float(value):,.{max(0, -round(math.log10(place)))}f}"
        yield Finding(
            Operation.PERCENT_OF if rule.scale == 100 else Operation.RATE,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"{part} / {whole}{times}",
            f"{formula} = {result}, but {cell.where} is {cell.text}",
            (("part", over), ("whole", under)),
            formula,
            Interval.of(value - half, value + half),
            (
                Interval.of(number(cell.value) * number(under.value) / number(rule.scale)),
                Interval.of(number(over.value) * number(rule.scale) / number(cell.value)) if cell.value else None,
            ),
            diagnosis=slip(cell.value, float(round(value))),
            size=abs(float(value) - cell.value),
        )
    if not len(off) and judged.any():
        cell = Cell(table, share, int(np.flatnonzero(judged)[-1]))
        yield Finding(
            Operation.RATE, Verdict.CONSISTENT, cell, rule.says, f"{rule.says} at all {count(int(judged.sum()), 'row')}"
        )
