"""Printed percentages and rates are worked out again from the columns that they come from."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.lang import load
from audit.series import total_rows
from audit.series.finding import Cell, Finding
from audit.series.moments import between
from audit.series.names import parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say

__all__ = ["check", "infer"]

_PER = re.compile(r"\bper[ _]+(?:(\d[\d,. _]*\d|\d+)\s*)?(hundred|thousand|million|k|m)?\b", re.IGNORECASE)

SCALES = (100.0, 1.0, 1e5, 1e6, 1e3, 1e4)
"""What part / whole may be multiplied by: per cent, a plain share, per 100,000, per million, per thousand ..."""
HOLDS = 0.85
"""Two columns give a third if they do so, as far as it is printed, at this share of the rows; of few one may be off."""
ENOUGH = 5
TELLING = 0.02
"""Rows whose rate is printed more coarsely than this share of itself show nothing."""
SAMPLE = 1000
MOST_COUNTS = 40
"""Of a table with more columns of counts only those that share a word with the rate's name are tried, or stand near it."""
NEAR = 6
SUM = "sum of "
"""Before the name of a column: what its cells add up to, the rows called totals left out."""
LENGTH = "days from "
"""Before the names of two columns of days: how many days lie between them."""


def infer(table: Table, rules: list[Rule]) -> Iterator[Rule]:
    """Columns named as shares or rates, with the part, the whole and the scale that give them."""
    shares = [c for c in table.columns if parse_name(c).has("share", "per") and not parse_name(c).has("smoothed")]
    counts = [c for c in table.columns if c not in shares and not parse_name(c).has("smoothed", "coded")]
    lengths = [rule for rule in rules if rule.kind is Kind.LENGTH and rule.on]
    for share in shares:
        usable = counts if len(counts) <= MOST_COUNTS else _about(table, share, counts)
        found = _found(table, share, usable, lengths)
        if found is None:
            continue
        part, whole, scale, agree, rows = found
        times = "" if scale == 1 else f" × {say(scale)}"
        seen = f"so it is, as far as printed, at {agree:,} of {count(rows, 'row')}"
        yield Rule(Kind.RATE, (share, part, whole), f"{share} = {part} / {whole}{times}", seen, scale=scale)


def _about(table: Table, share: str, counts: list[str]) -> list[str]:
    """The columns that share a word with the rate's name or stand near it."""
    names = list(table.columns)
    at, words = names.index(share), set(parse_name(share).words)
    near = set(names[max(0, at - NEAR) : at + NEAR + 1])
    return [c for c in counts if c in near or words & set(parse_name(c).words)][:MOST_COUNTS]


def _found(table: Table, share: str, counts: list[str], lengths: list[Rule]) -> tuple[str, str, float, int, int] | None:
    printed = table.columns[share].values
    half = _place(table, share) / 2
    filled = np.flatnonzero(~np.isnan(printed) & (half <= TELLING * np.abs(printed)) & ~totalled(table))
    rows = filled[:: len(filled) // SAMPLE + 1]
    if len(np.unique(printed[rows])) < 3:
        return None
    wholes = [*counts, *(f"{LENGTH}{rule.columns[1]} to {rule.columns[2]}" for rule in lengths)]
    if parse_name(share).has("share"):
        wholes += [f"{SUM}{name}" for name in counts if parse_name(name).counts]
    named = set(parse_name(share).words)
    units = _units(share)
    best: tuple[int, int, str, str, float, int] | None = None
    below = {whole: values(table, whole, lengths)[rows] for whole in wholes}
    for part in counts:
        above = table.columns[part].values[rows]
        for whole in wholes:
            if part == whole or (whole.startswith(SUM) and whole != f"{SUM}{part}"):
                continue
            with np.errstate(divide="ignore", invalid="ignore"):
                ratio = above / below[whole]
            judged = np.isfinite(ratio) & (ratio != 0)
            seen = int(judged.sum())
            if seen < ENOUGH:
                continue
            for scale in _scales(units, part, whole):
                agree = int((np.abs(ratio * scale - printed[rows])[judged] <= half + 1e-9).sum())
                if agree < min(HOLDS * seen, max(ENOUGH, seen - 1 - seen // 10)):
                    continue
                overlap = len(set(parse_name(part).words) & named) + len(set(parse_name(whole).words) & named)
                candidate = (agree, overlap, part, whole, scale, seen)
                if best is None or candidate[:2] > best[:2]:
                    best = candidate
    return None if best is None else (best[2], best[3], best[4], best[0], best[5])


def _units(name: str) -> float | None:
    """The 'per 100,000' that a name gives, as a number; None if it gives none."""
    match = _PER.search(name)
    if match is None:
        return None
    size = float(re.sub(r"[^\d]", "", match[1])) if match[1] else 1.0
    return size * float(load("columns")["multiples"].get((match[2] or "").lower(), 1))


def _scales(units: float | None, part: str, whole: str) -> tuple[float, ...]:
    """What part / whole may be multiplied by, a column that counts in millions reckoned with."""
    inner = _multiple(part) / _multiple(whole)
    if units is not None:
        return (units * inner,)
    return SCALES if inner == 1 else tuple(scale * inner for scale in SCALES)


def _multiple(name: str) -> float:
    """1,000,000 for 'vehicles (millions)'."""
    sizes = load("columns")["multiples"]
    return float(next((sizes[word] for word in re.findall(r"[a-z]+", name.lower()) if word in sizes), 1))


def values(table: Table, name: str, lengths: list[Rule]) -> np.ndarray:
    """The values of a column, of its sum, or of the days between two."""
    if name.startswith(SUM):
        column = table.columns[name.removeprefix(SUM)].values
        usable = ~np.isnan(column) & ~totalled(table)
        if table.days is None or len(table.labels) < 2:
            return np.full(len(table), column[usable].sum())
        days, place = np.unique(table.stamps, return_inverse=True)
        return np.bincount(place[usable], weights=column[usable], minlength=len(days))[place]
    if name.startswith(LENGTH):
        rule = next(r for r in lengths if name == f"{LENGTH}{r.columns[1]} to {r.columns[2]}")
        return between(table, rule.columns[1], rule.columns[2], int(rule.scale))
    return table.columns[name].values


def totalled(table: Table) -> np.ndarray:
    """The positions of rows that are called the total of others."""
    if "totalled" not in table.known:
        found = np.zeros(len(table), dtype=bool)
        if table.days is None:
            found[[at for at, _ in total_rows.groups(table)]] = True
        else:
            found |= np.isin(table.key, [code for code, _ in total_rows.groups(table)])
        table.known["totalled"] = found
    totalled_: np.ndarray = table.known["totalled"]
    return totalled_


def _place(table: Table, share: str) -> float:
    """One unit of the last place to which the column is printed."""
    filled = np.flatnonzero(~np.isnan(table.columns[share].values))[:200]
    decimals = max((table.decimals(share, int(at)) for at in filled), default=0)
    return float(10.0 ** -min(decimals, 9))


def check(table: Table, rules: tuple[Rule, ...], rule: Rule) -> Iterator[Finding]:
    """The rows whose printed share is more than one unit of its last place off; or that all recompute."""
    share, part, whole = rule.columns
    printed = table.columns[share].values
    under_ = values(table, whole, [r for r in rules if r.kind is Kind.LENGTH])
    with np.errstate(divide="ignore", invalid="ignore"):
        due = table.columns[part].values / under_ * rule.scale
    place = _place(table, share)
    judged = np.isfinite(due) & ~np.isnan(printed)
    if whole.startswith(SUM):
        judged &= ~totalled(table)
    # half a unit is rounding; up to a whole one may be truncation, which is no contradiction
    off = np.flatnonzero(judged & (np.abs(np.where(judged, due, 0) - np.where(judged, printed, 0)) > place + 1e-9))
    for at in off.tolist():
        yield _finding(table, rule, at, float(under_[at]), place)
    if not len(off) and judged.any():
        cell = Cell(table, share, int(np.flatnonzero(judged)[-1]))
        yield Finding(
            Operation.RATE, Verdict.CONSISTENT, cell, rule.says, f"{rule.says} at all {count(int(judged.sum()), 'row')}"
        )


def _finding(table: Table, rule: Rule, at: int, below: float, place: float) -> Finding:
    share, part, whole = rule.columns
    cell, over = Cell(table, share, at), Cell(table, part, at)
    under = Cell(table, whole, at) if whole in table.columns else None
    value = number(over.value) / number(below) * number(rule.scale)
    half = number(place) / 2
    times = "" if rule.scale == 1 else f" × {say(rule.scale)}"
    formula = f"{over.text} / {under.text if under else say(below)}{times}"
    result = f"{float(value):,.{max(0, -round(math.log10(place)))}f}"
    implied = Interval.of(number(cell.value) * number(below) / number(rule.scale))
    base = Interval.of(number(over.value) * number(rule.scale) / number(cell.value)) if cell.value else None
    return Finding(
        Operation.PERCENT_OF if rule.scale == 100 else Operation.RATE,
        Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
        cell,
        f"{part} / {whole}{times}",
        f"{formula} = {result}, but {cell.where} is {cell.text}",
        (("part", over), *((("whole", under),) if under else ())),
        formula,
        Interval.of(value - half, value + half),
        (implied, base) if under else (implied,),
        diagnosis=slip(cell.value, float(round(value))),
        size=abs(float(value) - cell.value),
    )
