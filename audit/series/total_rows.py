"""Which rows of a table are called the total of which others ('Total', 'World', 'All ages')."""

from __future__ import annotations

from collections import defaultdict

from audit.series.cells import as_printed
from audit.series.rows import is_aside, is_rate, is_total
from audit.series.table import Table

__all__ = ["WORDS", "groups"]

WORDS = 4
"""Columns of words in which a total is looked for."""
MOST_TOTALS = 200


def groups(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    """The code of each key called a total with the codes that it sums up; without dates, positions in place of codes."""
    if "totals" not in table.known:
        table.known["totals"] = _sections(table) if table.days is None else _keyed(table)
    known: list[tuple[int, tuple[int, ...]]] = table.known["totals"]
    return known


def _keyed(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    if len(table.labels) < 3 or not table.series:
        return []
    cut = [tuple(label.split(" / ")) for label in table.labels]
    called = [*table.key_names, *("" for _ in range(20))]

    def totals(parts: tuple[str, ...]) -> list[int]:
        return [i for i, part in enumerate(parts) if is_total(part, called[i], alone=False)]

    beside: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    plain = [
        code
        for code, parts in enumerate(cut)
        if not totals(parts) and not any(is_aside(p) or is_rate(p) for p in parts)
    ]
    for code in plain:
        for i in range(len(cut[code])):
            beside[i, (*cut[code][:i], *cut[code][i + 1 :])].append(code)
    groups = []
    for code, parts in enumerate(cut):
        which = totals(parts)
        if len(which) != 1 or any(map(is_rate, parts)):
            continue
        rest = (*parts[: which[0]], *parts[which[0] + 1 :])
        members = plain if len(parts) == 1 else beside.get((which[0], rest), [])
        if len(members) >= 2:
            groups.append((code, tuple(members)))
    return groups


def _sections(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    """Of a table without dates the position of each row called a total with those that it sums up.

    Totals that a further column tells apart ('Reds', 'Blues') hold the rows of their own side. Otherwise each holds the
    rows above it up to the total before (below it, where the first row is one), and a grand total all of them.
    """
    named = [name for name, use in table.texts.items() if name not in table.columns and use == "text"]
    if not named or len(table) != len(table.frame):
        return []
    cells = {name: [as_printed(cell) for cell in table.frame[name]] for name in named[:WORDS]}
    labelled = next((name for name in cells if any(is_total(cell, name) for cell in cells[name])), None)
    if labelled is None:
        return []
    labels = cells[labelled]
    totals = [at for at, label in enumerate(labels) if is_total(label, labelled)]
    plain = [
        at
        for at in range(len(labels))
        if at not in set(totals) and labels[at] and not is_aside(labels[at]) and not is_rate(labels[at])
    ]
    if len(totals) > MOST_TOTALS or len(plain) < 2:
        return []
    sides = next(
        (
            cells[name]
            for name in cells
            if name != labelled
            and len({cells[name][at] for at in totals}) == len(totals) > 1
            and {cells[name][at] for at in plain} <= {cells[name][at] for at in totals}
        ),
        None,
    )
    if sides is not None:
        groups = [(total, tuple(at for at in plain if sides[at] == sides[total])) for total in totals]
    elif len(totals) == 1:
        groups = [(totals[0], tuple(plain))]
    else:
        ends = [-1, *totals, len(labels)]
        above = totals[0] != 0
        groups = []
        for i, total in enumerate(totals, start=1):
            low, high = (ends[i - 1], total) if above else (total, ends[i + 1])
            members = tuple(at for at in plain if low < at < high)
            if not members and i > 2:
                # a total right below (or above) another holds all of them
                members = tuple(plain)
            groups.append((total, members))
    return [(total, members) for total, members in groups if _named_apart(labels, members)]


def _named_apart(labels: list[str], members: tuple[int, ...]) -> bool:
    return len(members) >= 2 and len({labels[at] for at in members}) == len(members)
