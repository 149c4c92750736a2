"""Two editions of a table compared cell by cell: what was renamed or lost first, then revisions, the largest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.series.days import NO_DAY
from audit.series.finding import DATE, LIMIT, Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, percent, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["compare"]

RENAMED = 0.95
"""A key or column that is gone is called renamed if a new one repeats this share of its cells ..."""
TELLING = 5
"""... and so many different numbers of it."""
CANDIDATES = 50
"""New keys with which a lost one is compared."""


def compare(new: Table, old: Table) -> Iterator[Finding]:
    """Columns and keys renamed or lost, rows lost, and the cells that differ, the largest difference first."""
    labels, lost, added = _match_labels(new, old)
    renamed_keys = dict(_renamed_keys(new, old, lost, added))
    for old_code, new_code in renamed_keys.items():
        labels[old_code] = new_code
    here, there = _align(new, old, labels)
    columns, gone = _match_columns(new, old, here, there)
    for code in lost:
        yield _key_finding(new, old, code, renamed_keys.get(code))
    for name in gone:
        yield _column_finding(new, old, name, columns.get(name))
    yield from _lost_rows(old, there, labels)
    pairs = {name: name for name in old.columns if name in new.columns} | columns
    revisions = [one for before, after in pairs.items() for one in _revised(new, old, before, after, here, there)]
    revisions.sort(key=lambda finding: -finding.size)
    yield from revisions
    if revisions or not pairs:
        return
    before, after = next(iter(pairs.items()))
    filled = np.flatnonzero(~np.isnan(new.columns[after].values[here]) & ~np.isnan(old.columns[before].values[there]))
    if len(filled):
        yield Finding(
            Operation.REVISION,
            Verdict.CONSISTENT,
            Cell(new, after, int(here[filled[-1]])),
            "the older edition",
            f"no cell differs from the older edition in {count(len(here), 'row')} and {count(len(pairs), 'column')}",
            (("older edition", Cell(old, before, int(there[filled[-1]]))),),
        )


def _match_labels(new: Table, old: Table) -> tuple[dict[int, int], list[int], list[int]]:
    """Code of each old key in the new table; old codes without one; new codes that are not in the old table."""
    codes = {label: code for code, label in enumerate(new.labels)}
    if len(new.labels) == len(old.labels) == 1:
        return {0: 0}, [], []
    matched = {code: codes[label] for code, label in enumerate(old.labels) if label in codes}
    taken = set(matched.values())
    lost = [code for code in range(len(old.labels)) if code not in matched]
    return matched, lost, [code for code in range(len(new.labels)) if code not in taken]


def _places(table: Table, code_of: NDArray[np.int64]) -> NDArray[np.int64]:
    """One number for each position, the same for the same key and day; -1 where the key has no code or the row no day."""
    code = code_of[table.key]
    if table.days is None:
        days = np.arange(len(table), dtype=np.int64)
    else:
        days = np.where(table.days == NO_DAY, -1, table.days + 1_000_000)
    return np.where((code < 0) | (days < 0) | table.repeated, -1, code * 10_000_000 + days)


def _align(new: Table, old: Table, labels: dict[int, int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Positions of the rows that both editions have."""
    code_of = np.full(len(old.labels), -1, dtype=np.int64)
    for before, after in labels.items():
        code_of[before] = after
    mine, theirs = _places(new, np.arange(len(new.labels), dtype=np.int64)), _places(old, code_of)
    own, other = np.flatnonzero(mine >= 0), np.flatnonzero(theirs >= 0)
    _, i, j = np.intersect1d(mine[own], theirs[other], assume_unique=True, return_indices=True)
    return own[i], other[j]


def _renamed_keys(new: Table, old: Table, lost: list[int], added: list[int]) -> Iterator[tuple[int, int]]:
    """Old and new code of keys that hold the same numbers on the same days."""
    left = list(added)
    for before in lost[:CANDIDATES]:
        for after in left[:CANDIDATES]:
            here, there = _align(new, old, {before: after})
            shared = [name for name in old.columns if name in new.columns]
            if _repeats([(new.columns[n].values[here], old.columns[n].values[there]) for n in shared]):
                left.remove(after)
                yield before, after
                break


def _repeats(pairs: list[tuple[NDArray[np.float64], NDArray[np.float64]]]) -> bool:
    filled = [(a[m], b[m]) for a, b in pairs for m in [~np.isnan(a) & ~np.isnan(b)]]
    one, other = (np.concatenate([pair[k] for pair in filled]) if filled else np.zeros(0) for k in (0, 1))
    enough = len(np.unique(other)) >= min(TELLING, max(2, len(other)))
    return len(other) > 1 and enough and float((one == other).mean()) >= RENAMED


def _match_columns(
    new: Table, old: Table, here: NDArray[np.intp], there: NDArray[np.intp]
) -> tuple[dict[str, str], list[str]]:
    """New name of each renamed column; all columns of the old edition that the new one does not call so."""
    gone = [name for name in old.columns if name not in new.columns]
    fresh = [name for name in new.columns if name not in old.columns]
    renamed: dict[str, str] = {}
    for before in gone:
        for after in fresh:
            if after not in renamed.values() and _repeats(
                [(new.columns[after].values[here], old.columns[before].values[there])]
            ):
                renamed[before] = after
                break
    return renamed, gone


def _key_finding(new: Table, old: Table, code: int, renamed: int | None) -> Finding:
    at = int(np.flatnonzero(old.key == code)[-1])
    rows = count(int((old.key == code).sum()), "row")
    cell = Cell(old, DATE, at) if old.days is not None else Cell(old, next(iter(old.columns)), at)
    if renamed is not None:
        called = new.labels[renamed]
        working = f"{old.labels[code]} is called {called} in the newer edition: the same numbers on the same days"
    else:
        working = f"{old.labels[code]}, {rows} of the older edition, is not in the newer one"
    missing = ("whether both are the same",) if renamed is not None else ("where these rows went",)
    return Finding(
        Operation.REVISION, Verdict.UNVERIFIABLE, cell, "keys of the older edition", working, missing=missing
    )


def _column_finding(new: Table, old: Table, name: str, renamed: str | None) -> Finding:
    filled = np.flatnonzero(~np.isnan(old.columns[name].values))
    cell = Cell(old, name, int(filled[-1]))
    if renamed is not None:
        working, missing = (
            f"column {name} is called {renamed} in the newer edition: the same numbers",
            "whether both are the same",
        )
    else:
        working, missing = f"column {name} of the older edition is not in the newer one", "where these numbers went"
    return Finding(
        Operation.REVISION, Verdict.UNVERIFIABLE, cell, "columns of the older edition", working, missing=(missing,)
    )


def _lost_rows(old: Table, there: NDArray[np.intp], labels: dict[int, int]) -> Iterator[Finding]:
    """Rows of a key that both editions have, which the newer one no longer holds."""
    kept = np.zeros(len(old), dtype=bool)
    kept[there] = True
    lost = np.flatnonzero(~kept & ~old.repeated & np.isin(old.key, np.array(sorted(labels), dtype=np.int64)))
    for first, last in runs(lost, old.key)[:LIMIT]:
        at, end = int(lost[first]), int(lost[last])
        column = DATE if old.days is not None else next(iter(old.columns))
        until = f" to {old.when(end)}" if end > at else ""
        yield Finding(
            Operation.REVISION,
            Verdict.UNVERIFIABLE,
            Cell(old, column, at),
            "rows of the older edition",
            f"{count(last - first + 1, 'row')} of the older edition lost, {old.when(at) or 'row ' + str(at + 1)}{until}",
            missing=("why the rows were taken out",),
            size=float(last - first + 1),
        )


def _revised(
    new: Table, old: Table, before: str, after: str, here: NDArray[np.intp], there: NDArray[np.intp]
) -> Iterator[Finding]:
    """The cells of one column that differ, cells in a row told once; and those that are no longer filled."""
    a, b = new.columns[after].values[here], old.columns[before].values[there]
    with np.errstate(invalid="ignore"):
        off = np.flatnonzero(a != b)
    emptied = off[np.isnan(a[off]) & ~np.isnan(b[off])]
    off = off[~np.isnan(a[off]) & ~np.isnan(b[off])]
    gap = np.abs(a - b)
    groups = runs(off, new.key[here])
    groups.sort(key=lambda group: -float(gap[off[group[0] : group[1] + 1]].max()))
    judged = int((~np.isnan(a) & ~np.isnan(b)).sum())
    for first, last in groups[:LIMIT]:
        i = int(off[first + int(np.argmax(gap[off[first : last + 1]]))])
        cell, was = Cell(new, after, int(here[i])), Cell(old, before, int(there[i]))
        change = float(a[i] - b[i])
        share = f", {percent(abs(change) / b[i])} {'more' if change > 0 else 'less'}" if b[i] > 0 else ""
        left = len(groups) - LIMIT
        shown_last = left > 0 and (first, last) == groups[LIMIT - 1]
        more = f" Of this column {count(left, 'smaller revision')} more are not shown." if shown_last else ""
        note = f"{so_many_rows(new, int(here[off[first]]), int(here[off[last]]))}{more}".strip()
        yield Finding(
            Operation.REVISION,
            Verdict.INCONSISTENT,
            cell,
            "the older edition",
            f"{cell.where} is {cell.text}, in the older edition {was.text}: revised by {say(abs(change))}{share}",
            (("older edition", was),),
            was.text,
            Interval.of(number(was.value)),
            (Interval.of(number(cell.value)),),
            note or f"{count(len(off), 'cell')} of {judged:,} in this column differ.",
            diagnosis=slip(cell.value, was.value),
            size=float(gap[i]),
        )
    if len(emptied):
        i = int(emptied[np.nanargmax(b[emptied])])
        was = Cell(old, before, int(there[i]))
        yield Finding(
            Operation.REVISION,
            Verdict.UNVERIFIABLE,
            was,
            "the older edition",
            f"{count(len(emptied), 'cell')} of {before} are filled in the older edition and blank in the newer one, "
            f"the largest {was.text} ({was.table.when(was.at)})",
            missing=("why the cells were emptied",),
            size=float(len(emptied)),
        )
