"""The whole road of a table: file in, `Audit` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.checks.check import Verdict
from audit.figures.rounding import Policy
from audit.picture import Picture
from audit.read.options import Limits
from audit.reference import reference as known_figures
from audit.result import Audit
from audit.series import monotone
from audit.series.beside import beside
from audit.series.corrections import explain
from audit.series.coverage import covered, told
from audit.series.editions import compare
from audit.series.excerpt import to_checks
from audit.series.finding import LIMIT, Finding
from audit.series.infer import apply, infer_rules, read_statement
from audit.series.load import Book, load_book, load_table
from audit.series.pictures import pictures
from audit.series.populations import check_populations
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["check_table", "explain_rules", "find"]


def check_table(
    source: str | Path | pd.DataFrame,
    *,
    rules: str | Path | Mapping[str, Any] | None = None,
    against: str | Path | pd.DataFrame | None = None,
    corrections: str | Path | pd.DataFrame | None = None,
    reference: str | Path | None = None,
    policy: Policy | str = Policy.AS_PRINTED,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Audit:
    """Audit a table: its own rules, the publisher's corrections, an older edition of it.

    `rules` is a TOML file (or its contents) that states, corrects or switches off what is inferred; `reference` a folder
    of reference tables laid over those in `data/`. A cell is the number that it prints, unless another `policy` is named:
    then what rounding explains is said to be consistent with rounding. What is more than a text is read in a process apart,
    within `limits`.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"date": pd.date_range("2024-03-01", periods=4), "killed_cum": [10, 14, 12, 15]})
    >>> [check.working for check in check_table(frame).inconsistent]
    ['killed_cum on 2024-03-02 is 14, killed_cum on 2024-03-03 is 12: a running total cannot fall, here by 2']
    """
    stated = read_statement(rules)
    book = _load(source, stated, limits)
    inferred = {id(table): _rules_of(table, book, stated) for table in book.tables}
    figures = known_figures(None if reference is None else Path(reference))
    between_tables = beside(book.tables)
    coverage = {
        id(table): covered(table, inferred[id(table)], book.left if at == 0 else (), between_tables.columns_of(table))
        for at, table in enumerate(book.tables)
    }
    findings: list[Finding] = []
    drawn: dict[int, tuple[Picture, ...]] = {}
    notes: dict[int, tuple[str, ...]] = {}
    origins: dict[int, str | None] = {}
    for table in book.tables:
        own = find(table, inferred[id(table)])
        own += check_populations(table, figures)
        notes[id(table)] = (*told(coverage[id(table)]), *_notes(table, inferred[id(table)]))
        origins[id(table)] = _origin(source)
        if table is book.largest:
            own += _beside(table, own, stated, corrections, against, notes, origins)
        drawn[id(table)] = pictures(table, inferred[id(table)], own)
        findings += own
    findings += between_tables.findings
    policy = Policy(policy)
    parts, between = to_checks(_capped(findings), notes, origins, book.tables, policy)
    parts = tuple(
        replace(part, pictures=drawn[id(table)], coverage=coverage[id(table)]) if table is not None else part
        for part, table in zip_longest(parts, book.tables)
    )
    return Audit(parts, policy, between=between)


def _rules_of(table: Table, book: Book, stated: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of one table of a file; those that a rule file states name the columns of the largest."""
    if table is book.largest:
        return infer_rules(table, stated)
    return infer_rules(table, {name: value for name, value in stated.items() if name != "rule"})


def _beside(
    table: Table,
    findings: list[Finding],
    stated: Mapping[str, Any],
    corrections: str | Path | pd.DataFrame | None,
    against: str | Path | pd.DataFrame | None,
    notes: dict[int, tuple[str, ...]],
    origins: dict[int, str | None],
) -> list[Finding]:
    """What the publisher's corrections and an older edition add; the corrections are laid over `findings` in place."""
    if corrections is not None:
        book = load_table(corrections, name=None if _origin(corrections) else "corrections", keys=())
        findings[:] = explain(findings, table, book)
        notes[id(book)], origins[id(book)] = book.notes, _origin(corrections)
    if against is None:
        return []
    older = load_table(
        against,
        name=_older_name(against, table),
        date=stated.get("date"),
        keys=table.key_names if stated.get("keys") else None,
        day_first=stated.get("day_first"),
    )
    notes[id(older)], origins[id(older)] = (*older.notes, *older.evidence), _origin(against)
    return list(compare(table, older))


def explain_rules(
    source: str | Path | pd.DataFrame,
    *,
    rules: str | Path | Mapping[str, Any] | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> tuple[str, ...]:
    """What was inferred from a table and from what, one sentence each: assumptions, date and keys, rules."""
    stated = read_statement(rules)
    book = _load(source, stated, limits)
    said: list[str] = []
    for table in book.tables:
        rules_ = _rules_of(table, book, stated)
        lines = (*_notes(table, rules_), *told(covered(table, rules_)))
        said += [f"{table.name}: {line}" for line in lines] if len(book.tables) > 1 else lines
    return (*said, *(f"Not read: {one}." for one in book.left))


def find(table: Table, rules: tuple[Rule, ...]) -> list[Finding]:
    """What all rules in force find, in the order of the rules."""
    found = [finding for rule in rules if rule.on for finding in apply(table, rules, rule)]
    for rule in rules:
        if rule.kind is Kind.CUMULATIVE and not rule.on and not rule.switched_off:
            found += monotone.denied(table, rule)
    return found


def _load(source: str | Path | pd.DataFrame, stated: Mapping[str, Any], limits: Limits) -> Book:
    keys = stated.get("keys")
    return load_book(
        source,
        date=stated.get("date"),
        keys=None if keys is None else tuple(keys),
        day_first=stated.get("day_first"),
        limits=limits,
    )


def _notes(table: Table, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    rows = "the header is counted" if table.first_row > 1 else "the first record is row 1"
    said = [f"Rows are counted as in the file; {rows}."]
    firm = (f"Rule {rule.name}: {rule}." for rule in rules if rule.kind not in (Kind.FROZEN, Kind.JUMPS, Kind.DIGITS))
    advice = (
        f"Advice {kind}: {', '.join(dict.fromkeys(rule.columns[-1] for rule in rules if rule.kind is kind and rule.on))}."
        for kind in (Kind.FROZEN, Kind.JUMPS, Kind.DIGITS)
        if any(rule.kind is kind and rule.on for rule in rules)
    )
    return (*table.notes, *said, *table.evidence, *firm, *advice)


def _older_name(source: object, newer: Table) -> str:
    """The older edition's name, told apart from the newer one's."""
    name = Path(str(source)).name if isinstance(source, (str, Path)) else "table"
    return f"{name} (older edition)" if name == newer.name else name


def _origin(source: object) -> str | None:
    return str(source) if isinstance(source, (str, Path)) else None


def _capped(findings: Iterable[Finding]) -> list[Finding]:
    """Of more findings of one kind than can be read the largest, the last of them saying how many are left out."""
    groups: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.operation, finding.cell.column, finding.label].append(finding)
    kept: list[Finding] = []
    for group in groups.values():
        broken = [finding for finding in group if finding.verdict is not Verdict.CONSISTENT]
        if len(broken) > LIMIT:
            broken.sort(key=lambda finding: -finding.size)
            left = len(broken) - LIMIT
            last = broken[LIMIT - 1]
            note = f"Of this kind and column {count(left, 'smaller finding')} more are not shown. {last.note}".strip()
            group = [
                *(f for f in group if f.verdict is Verdict.CONSISTENT),
                *broken[: LIMIT - 1],
                replace(last, note=note),
            ]
        kept += group
    return kept
