"""A text held against a table: each figure that speaks of a column and a day of the table is compared with that cell.

The words choose the cell (measure, part, new or running total, day, key), never the arithmetic. A text often gives several
totals of one measure ('since the truce', 'since the beginning'); a figure that differs from its cell is called inconsistent
only if no other figure of the text is that cell's and no other claims to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from audit.checks.agreement import Recomputed, agreement, distance
from audit.checks.check import Check, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Claim, Confidence, Status
from audit.figures.rounding import POLICIES, Policy
from audit.lang import load
from audit.result import Audit, Part
from audit.series.asking import ask
from audit.series.days import day_of
from audit.series.excerpt import Excerpt, write_excerpt
from audit.series.finding import Cell
from audit.series.infer import infer_rules
from audit.series.load import load_book, load_table
from audit.series.meaning import Meaning, meanings, parts_named
from audit.series.names import parse_name
from audit.series.rule import Kind
from audit.series.table import Table
from audit.text.document import Document
from audit.vocabulary import kept

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["check_against", "compare_text"]

NEIGHBOURS = (0, -1, 1)
"""Days from the text's own on which its figure may have been recorded."""
TELLING = 100
"""Smaller numbers agree by chance: they confirm no day."""
SIZE = 2
"""A total that is further off than this many times is taken for a count of something else."""
_FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)
_SAID = frozenset({Status.ASSERTED, Status.REPORTED, Status.INFERRED})


@dataclass(frozen=True, slots=True)
class _Bound:
    """A claim with the cells that its words allow, those of its own day first."""

    claim: Claim
    meaning: Meaning
    cells: tuple[Cell, ...]
    day: date
    assumed: bool
    """Whether the day is the text's and not the claim's own."""
    running: frozenset[str]
    """The columns that are running totals."""

    @property
    def own_cells(self) -> list[Cell]:
        """The cells of the claim's own day."""
        return [cell for cell in self.cells if cell.table.day(cell.at) == self.day.isoformat()]


def check_against(audit: Audit, table: str | Path | pd.DataFrame) -> Audit:
    """The audit of texts with a check for each figure that the table speaks of, and the table's excerpt."""
    origin = str(table) if isinstance(table, (str, Path)) else None
    parts: list[Part] = []
    checks: list[Check] = []
    left = list(audit.claims)
    for loaded in load_book(table).tables:
        # what the words settle comes first, then the cells of a day, then what is only asked
        answered = ask([part.document for part in audit.parts], left, loaded, _running(loaded), audit.policy, origin)
        asked = () if answered is None else answered.checks
        settled = [check for check in asked if check.verdict is not Verdict.UNVERIFIABLE]
        left = _without(left, settled)
        found, excerpt = _compare(left, loaded, audit.policy, origin)
        if excerpt is not None:
            parts.append(Part(excerpt.document, tuple(claim.figure for claim in excerpt.claims), excerpt.claims))
        done = {id(check.claim) for check in found}
        settled += [check for check in asked if check.verdict is Verdict.UNVERIFIABLE and id(check.claim) not in done]
        left = _without(left, [*found, *settled])
        checks += [*found, *settled]
        if answered is not None and settled:
            parts.append(Part(answered.document, tuple(c.figure for c in answered.claims), answered.claims))
    if not checks:
        return audit
    fits = {id(check.claim) for check in checks if check.verdict in _FITS}
    own = [replace(part, checks=tuple(_borne_out(check, fits) for check in part.checks)) for part in audit.parts]
    return replace(audit, parts=(*own, *parts), between=(*audit.between, *checks))


def _borne_out(check: Check, fits: set[int]) -> Check:
    """The check as it is, or as a question if it finds fault with a figure that the table bears out."""
    if check.verdict is not Verdict.INCONSISTENT or id(check.claim) not in fits:
        return check
    return replace(
        check,
        verdict=Verdict.UNVERIFIABLE,
        missing=("whether it is worked out from these: the table bears the figure out",),
        under={},
    )


def _without(claims: list[Claim], checks: Iterable[Check]) -> list[Claim]:
    """The claims that no check is about."""
    done = {id(check.claim) for check in checks}
    return [claim for claim in claims if id(claim) not in done]


def _running(table: Table) -> frozenset[str]:
    """The columns that are running totals."""
    return frozenset(rule.columns[0] for rule in infer_rules(table) if rule.kind is Kind.CUMULATIVE and rule.on)


def compare_text(
    claims: Iterable[Claim], table: str | Path | pd.DataFrame | Table, *, policy: Policy | str = Policy.TWO_FIGURE
) -> tuple[Check, ...]:
    """A check for each claim that speaks of a column and a day of the table, in the order of the claims."""
    loaded = table if isinstance(table, Table) else load_table(table)
    return _compare(tuple(claims), loaded, Policy(policy), None)[0]


def _compare(
    claims: Sequence[Claim], table: Table, policy: Policy, origin: str | None
) -> tuple[tuple[Check, ...], Excerpt | None]:
    if table.days is None:
        return (), None
    running = _running(table)
    places = _Places(table)
    days = {id(claim.document): _day_of(claim.document, table) for claim in claims}
    bound = [
        one
        for claim, meaning in zip(claims, meanings(claims), strict=True)
        for one in [_bind(claim, meaning, table, places, running, days[id(claim.document)])]
        if one is not None
    ]
    if not bound:
        return (), None
    notes = ("Only the cells that the texts speak of are shown.", *table.notes, *table.evidence)
    excerpt = write_excerpt(table, (cell for one in bound for cell in one.cells), notes, origin)
    return tuple(_judged(bound, excerpt, policy)), excerpt


class _Places:
    """Positions of a table by key and day."""

    def __init__(self, table: Table) -> None:
        assert table.days is not None
        self._table = table
        self._codes = {label.lower(): code for code, label in enumerate(table.labels)}
        order = np.lexsort((table.days, table.key))
        self._order, self._days, self._keys = order, table.days[order], table.key[order]

    def at(self, place: str | None, day: int) -> int | None:
        """The position of the key that the text's place names (of a table of one series, the only one) on the day."""
        code = 0 if len(self._table.labels) == 1 else self._codes.get((place or "").lower())
        if code is None:
            return None
        low, high = np.searchsorted(self._keys, [code, code + 1])
        at = low + int(np.searchsorted(self._days[low:high], day))
        return int(self._order[at]) if at < high and self._days[at] == day else None


def _day_of(document: Document, table: Table) -> date | None:
    """The day that a text speaks of: its own date, else the latest that it names."""
    if document.published is not None:
        return document.published
    named = [mention.exact for mention in document.dates]
    return max((day for day in named if day is not None), default=None)


def _bind(
    claim: Claim,
    meaning: Meaning | None,
    table: Table,
    places: _Places,
    running: frozenset[str],
    text_day: date | None,
) -> _Bound | None:
    day = claim.as_of or text_day
    if meaning is None or day is None or claim.implied or claim.status not in _SAID:
        return None
    if claim.figure.words is not None or not claim.figure.is_quantity:
        return None
    names = [name for name in table.columns if _speaks_of(name, meaning, name in running)]
    names.sort(key=lambda name: parse_name(name).has("variant"))
    cells = []
    for away in NEIGHBOURS:
        at = places.at(claim.place, day_of(day) + away)
        if at is not None:
            cells += [Cell(table, name, at) for name in names if not np.isnan(table.columns[name].values[at])]
    return (
        _Bound(claim, meaning, tuple(cells), day, claim.as_of is None and claim.document.published is None, running)
        if cells
        else None
    )


@kept
def _parts_of(column: str) -> frozenset[str]:
    """The parts that a column's name names."""
    words = load("columns")["part"]["words"]
    return frozenset(next(iter(parts_named(word)), word) for word in parse_name(column).words if word in words)


def _speaks_of(column: str, meaning: Meaning, running: bool) -> bool:
    name = parse_name(column)
    if name.measure != meaning.measure or name.has("share", "per", "smoothed", "low", "high"):
        return False
    unknown = (
        name.without("cumulative", "new", "variant", "best")
        - {meaning.measure}
        - {word for word in name.words if word in load("columns")["part"]["words"]}
    )
    return _parts_of(column) == meaning.part and not unknown and meaning.running in (None, running)


def _judged(bound: list[_Bound], excerpt: Excerpt, policy: Policy) -> Iterable[Check]:
    """A check for each bound claim: first those that fit, which settle whose a cell is, then what is left."""
    fitting = {at: fit for at, one in enumerate(bound) for fit in [_fit(one, excerpt, policy)] if fit is not None}
    owned = {_slot(bound[at], cell) for at, (cell, _) in fitting.items()}
    confirmed = {
        (id(bound[at].claim.document), bound[at].day)
        for at, (cell, _) in fitting.items()
        if cell.value >= TELLING and cell.table.day(cell.at) == bound[at].day.isoformat()
    }
    left = {
        at: [cell for cell in one.own_cells if _slot(one, cell) not in owned and _of_one_size(one, cell)]
        for at, one in enumerate(bound)
        if at not in fitting
    }
    rivals = Counter(slot for at, cells in left.items() for slot in {_slot(bound[at], cell) for cell in cells})
    for at, one in enumerate(bound):
        if at in fitting:
            cell, verdict = fitting[at]
            yield _check(one, cell, excerpt, policy, verdict)
        elif left[at]:
            # without a cell of its own left, the figure speaks of something that the table does not hold
            printed = float(one.claim.figure.value.low)
            cell = min(left[at], key=lambda cell: abs(cell.value - printed))
            slots = {_slot(one, cell) for cell in left[at]}
            sure = len(slots) == 1 and rivals[_slot(one, cell)] == 1 and _is_sure(one, cell, owned, confirmed)
            yield _check(one, cell, excerpt, policy, Verdict.INCONSISTENT if sure else Verdict.UNVERIFIABLE)


def _of_one_size(one: _Bound, cell: Cell) -> bool:
    """Whether the figure can be meant for the cell: 12 killed in a strike are no slip for a running total of 41,000."""
    printed = float(one.claim.figure.value.low)
    return cell.column not in one.running or cell.value / SIZE <= printed <= cell.value * SIZE


_Slot = tuple[int, str, bool, frozenset[str], int]
"""What a cell records, whichever of two like columns prints it: document, measure, running or new, part, position."""


def _slot(one: _Bound, cell: Cell) -> _Slot:
    return (id(one.claim.document), one.meaning.measure, cell.column in one.running, _parts_of(cell.column), cell.at)


def _is_sure(one: _Bound, cell: Cell, owned: set[_Slot], confirmed: set[tuple[int, date]]) -> bool:
    """Whether a figure that differs from the one cell that is left to it can be called inconsistent.

    A running total that the words call so is, if the two are of one size. What is new, or not said to be either, is only if
    the text gives the running total of the same measure and that fits: an article on one strike is no daily count.
    """
    claim = one.claim
    if claim.confidence is not Confidence.HIGH or (one.assumed and (id(claim.document), one.day) not in confirmed):
        return False
    if cell.column in one.running:
        return one.meaning.running is True
    return any(slot[:2] == _slot(one, cell)[:2] and slot[2] and slot[4] == cell.at for slot in owned)


def _fit(one: _Bound, excerpt: Excerpt, policy: Policy) -> tuple[Cell, Verdict] | None:
    """The cell that the claim agrees with: of its own day or, of large running totals, of the day before or after."""
    for cell in one.cells:
        verdict = _tried(one.claim, excerpt.of[cell.column, cell.at], policy)
        far = cell.table.day(cell.at) != one.day.isoformat()
        if verdict in _FITS and (not far or (cell.column in one.running and cell.value >= TELLING)):
            return cell, verdict
    return None


def _tried(claim: Claim, cell: Claim, policy: Policy) -> Verdict:
    point = cell.figure.value
    return agreement(claim.figure, Recomputed(point, point, point, point), policy)


def _check(one: _Bound, cell: Cell, excerpt: Excerpt, policy: Policy, verdict: Verdict) -> Check:
    claim, recorded = one.claim, excerpt.of[cell.column, cell.at]
    point = recorded.figure.value
    result = Recomputed(point, point, point, point)
    operand = Operand(recorded, "cell")
    printed, value = claim.figure.value.low, point.low
    differs = verdict in (Verdict.INCONSISTENT, Verdict.UNVERIFIABLE)
    implied: tuple[Implied, ...] = ()
    if differs and isinstance(printed, Fraction) and isinstance(value, Fraction) and value:
        implied = (Implied(operand, claim.figure.value, (printed - value) / abs(value)),)
    away = (date.fromisoformat(cell.table.day(cell.at)) - one.day).days
    notes = (
        f"The cell is that of the day {'after' if away > 0 else 'before'}." if away else "",
        f"The text's day is taken to be {one.day.isoformat()}, the latest that it names." if one.assumed else "",
    )
    return Check(
        Operation.CELL,
        claim,
        (Reading(f"the cell in {recorded.locator}", (operand,), recorded.figure.text, point, point, verdict, implied),),
        verdict,
        f"the text prints {claim.figure.text}, {'but' if differs else 'and'} {cell.where} is {recorded.figure.text}",
        distance(claim.figure, result) if differs else None,
        missing=("whether the figure speaks of that cell",) if verdict is Verdict.UNVERIFIABLE else (),
        under={} if verdict is Verdict.UNVERIFIABLE else {name: _tried(claim, recorded, name) for name in POLICIES},
        confidence=Confidence.HIGH if one.meaning.running is not None else Confidence.LOW,
        note=" ".join(filter(None, notes)),
    )
