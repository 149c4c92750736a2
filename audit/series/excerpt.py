"""From findings to checks: the cells that they speak of, written out as an excerpt of the table, each with its offsets.

A table as long as a book is no text to read; its excerpt holds a line for each row that a finding names, with the cells
concerned as they are printed. `figure.text` is the cell as printed and stands at `figure.start` of the excerpt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from audit.checks.check import Check, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Link, Period, PeriodKind
from audit.figures.figure import Figure, Kind
from audit.figures.rounding import POLICIES, Policy, stands_for
from audit.interval import Interval
from audit.result import Part
from audit.series.days import NO_DAY
from audit.series.finding import DATE, Cell, Finding
from audit.series.names import parse_name
from audit.series.table import Table
from audit.series.words import number
from audit.text.document import Document, Sentence

__all__ = ["Excerpt", "to_checks", "write_excerpt"]

_EPOCH = date(1970, 1, 1)
_LINEAR = frozenset(
    {Operation.MONOTONE, Operation.INCREMENTS, Operation.PARTS, Operation.ORDER, Operation.SAME, Operation.REVISION}
)
"""Operations whose result is off by as much as the operands are together."""


@dataclass(frozen=True, eq=False)
class Excerpt:
    """The excerpt of one table and the claims that its cells make."""

    document: Document
    claims: tuple[Claim, ...]
    of: dict[tuple[str, int], Claim]
    """The claim of each cell, by column and position."""


def write_excerpt(table: Table, cells: Iterable[Cell], notes: tuple[str, ...], origin: str | None = None) -> Excerpt:
    """A line for each position named, in the order of keys and days, with the cells concerned."""
    wanted: dict[int, dict[str, None]] = {}
    for cell in cells:
        wanted.setdefault(cell.at, {})[cell.column] = None
    order = {name: at for at, name in enumerate((DATE, *table.columns, *table.moments))}
    pieces: list[str] = []
    spots: list[tuple[int, int, str, int, int]] = []
    lines: list[tuple[int, int]] = []
    length = 0
    for at in sorted(wanted):
        columns = sorted(wanted[at], key=lambda name: order[name])
        head, dated = _head(table, at, columns)
        line = head
        if DATE in columns:
            spots.append((length + dated[0], length + dated[1], DATE, at, len(lines)))
        apart = [name for name in columns if name != DATE]
        for name in apart:
            text = table.printed(name, at)
            line += f"{name} "
            spots.append((length + len(line), length + len(line) + len(text), name, at, len(lines)))
            line += text + ("" if name == apart[-1] else "; ")
        pieces.append(line)
        lines.append((length, length + len(line)))
        length += len(line) + 1
    document = Document("\n".join(pieces), name=table.name, origin=origin, notes=notes)
    sentences = [Sentence(start, end, document.text[start:end], i, i) for i, (start, end) in enumerate(lines)]
    claims = tuple(
        _claim(table, document, index, *spot[:4], sentences[spot[4]]) for index, spot in enumerate(sorted(spots))
    )
    return Excerpt(
        document, claims, {(spot[2], spot[3]): claim for spot, claim in zip(sorted(spots), claims, strict=True)}
    )


def _head(table: Table, at: int, columns: list[str]) -> tuple[str, tuple[int, int]]:
    """'row 14, Peru, 2020-05-01: ' and where its date stands."""
    first = next((name for name in columns if name != DATE), None)
    row = table.row_of_date(at) if first is None else table.row(first, at)
    head = ", ".join(filter(None, (f"row {row}", table.label(at))))
    printed = table.printed_date(at) if table.days is not None else ""
    start = len(head) + 2
    head = f"{head}, {printed}" if printed else head
    return f"{head}: ", (start, start + len(printed))


def _claim(
    table: Table, document: Document, index: int, start: int, end: int, column: str, at: int, sentence: Sentence
) -> Claim:
    text = document.text[start:end]
    day = None if table.days is None or table.days[at] == NO_DAY else _EPOCH + timedelta(days=int(table.days[at]))
    publisher = Attribution((Link(document.publisher or document.name, None, None, CueKind.PUBLISHER),))
    if column in table.moments:
        there = int(table.moments[column][at])
        day = None if there == NO_DAY else _EPOCH + timedelta(days=there)
    if column == DATE or column in table.moments:
        where = f"row {table.row_of_date(at)}" if column == DATE else table.where(column, at)
        value = Interval.of(day.toordinal() if day else 0)
        figure = Figure(start, end, text, value, kind=Kind.DATE, unit="date")
        return Claim(figure, document, index, sentence, as_of=day, attribution=publisher, locator=where)
    name = parse_name(column)
    figure = Figure(
        start,
        end,
        text,
        _value(table, column, at),
        kind=Kind.PERCENT if text.endswith("%") else Kind.COUNT,
        unit="percentage" if text.endswith("%") else None,
        precision=Fraction(1, 10 ** table.decimals(column, at)),
    )
    kind = PeriodKind.CUMULATIVE if name.has("cumulative") else PeriodKind.NEW if name.has("new") else None
    return Claim(
        figure,
        document,
        index,
        sentence,
        measures=(name.measure,) if name.measure else (),
        place=table.label(at) or None,
        as_of=day,
        period=Period(kind, end=day) if kind else None,
        attribution=publisher,
        locator=table.where(column, at),
    )


def _value(table: Table, column: str, at: int) -> Interval:
    low, high = (float(ends[at]) for ends in table.columns[column].between())
    if low == high:
        return Interval.of(number(low))
    return Interval.above(number(low)) if high == float("inf") else Interval.of(number(low), number(high))


def to_checks(
    findings: Iterable[Finding],
    notes: dict[int, tuple[str, ...]],
    origins: dict[int, str | None],
    own_tables: Sequence[Table],
    policy: Policy,
) -> tuple[tuple[Part, ...], tuple[Check, ...]]:
    """The parts (`own_tables` first, then others that findings name) and the checks between tables, in their order.

    `notes` and `origins` are those of each table, by its `id`.
    """
    findings = list(findings)
    tables = {id(table): table for table in own_tables}
    cells: dict[int, list[Cell]] = {key: [] for key in tables}
    for finding in findings:
        for cell in (finding.cell, *(cell for _, cell in finding.operands)):
            tables[id(cell.table)] = cell.table
            cells.setdefault(id(cell.table), []).append(cell)
    excerpts = {
        key: write_excerpt(table, cells[key], notes.get(key, ()), origins.get(key)) for key, table in tables.items()
    }
    own: dict[int, list[Check]] = {id(table): [] for table in own_tables}
    between: list[Check] = []
    for finding in findings:
        check = _check(finding, excerpts, policy)
        named = {id(cell.table) for cell in (finding.cell, *(cell for _, cell in finding.operands))}
        (own.get(named.pop(), between) if len(named) == 1 else between).append(check)
    for checks in own.values():
        checks.sort(key=lambda check: check.claim.figure.start)
    parts = tuple(
        Part(
            excerpt.document,
            tuple(c.figure for c in excerpt.claims),
            excerpt.claims,
            tuple(own.get(key, ())),
        )
        for key, excerpt in excerpts.items()
    )
    return parts, tuple(between)


def _check(finding: Finding, excerpts: dict[int, Excerpt], policy: Policy) -> Check:
    def claim_of(cell: Cell) -> Claim:
        return excerpts[id(cell.table)].of[cell.column, cell.at]

    claim = claim_of(finding.cell)
    operands = tuple(Operand(claim_of(cell), role) for role, cell in finding.operands)
    under: dict[str, Verdict] = {name: _verdict(finding, claim, operands, name) for name in POLICIES}
    readings: tuple[Reading, ...] = ()
    gap = None
    if finding.recomputed is not None:
        implied = tuple(
            _implied(operand, value)
            for operand, value in zip(operands, finding.implied, strict=False)
            if value is not None
        )
        readings = (
            Reading(
                finding.label,
                operands,
                finding.formula,
                finding.recomputed,
                finding.recomputed,
                under[policy],
                tuple(one for one in implied if one is not None),
            ),
        )
        apart = finding.recomputed.distance(claim.figure.value)
        gap = Interval.of(apart) if apart else None
    return Check(
        finding.operation,
        claim,
        readings,
        under[policy],
        finding.working,
        gap,
        finding.diagnosis,
        finding.missing,
        under,
        note=finding.note,
    )


def _verdict(finding: Finding, claim: Claim, operands: tuple[Operand, ...], policy: Policy) -> Verdict:
    """The finding's verdict, or that rounding explains it: each cell may be off by what the policy allows a figure."""
    if finding.verdict is not Verdict.INCONSISTENT or finding.recomputed is None or finding.operation not in _LINEAR:
        return finding.verdict
    reach = sum((_reach(operand.figure, policy) for operand in operands), Fraction(0))
    meets = stands_for(claim.figure, policy).meets(finding.recomputed.widen(reach))
    return Verdict.CONSISTENT_WITH_ROUNDING if meets else Verdict.INCONSISTENT


def _reach(figure: Figure, policy: Policy) -> Fraction:
    """By how much rounding may move an end of what a cell prints; how far its ends are apart is no matter of rounding."""
    printed, stands = figure.value, stands_for(figure, policy)
    ends = ((printed.low, stands.low), (stands.high, printed.high))
    moved = [one - other for one, other in ends if isinstance(one, Fraction) and isinstance(other, Fraction)]
    return max(Fraction(0), *moved)


def _implied(operand: Operand, value: Interval) -> Implied | None:
    printed = operand.figure.value.low
    nearest = max(value.low, min(value.high, printed))
    if not isinstance(printed, Fraction) or not isinstance(nearest, Fraction) or printed == 0:
        return None
    return Implied(operand, value, (nearest - printed) / abs(printed))
