"""Whether a claim is the cell that it speaks of, and how sure that is.

A text often gives several totals of one measure ('since the truce', 'since the beginning'); a figure that differs from its
cell is called inconsistent only if no other figure of the text is that cell's and no other claims to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from audit.checks.agreement import Recomputed, agreement, distance
from audit.checks.check import Check, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Claim, Confidence
from audit.figures.rounding import POLICIES, Policy
from audit.series.excerpt import Excerpt
from audit.series.finding import Cell
from audit.series.spoken_of import BoundCell, parts_of

__all__ = ["FITS", "judged"]

TELLING = 100
"""Smaller numbers agree by chance: they confirm no day."""
SIZE = 2
"""A total that is further off than this many times is taken for a count of something else."""
FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


def judged(bound: list[BoundCell], excerpt: Excerpt, policy: Policy) -> Iterable[Check]:
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


def _of_one_size(one: BoundCell, cell: Cell) -> bool:
    """Whether the figure can be meant for the cell: 12 killed in a strike are no slip for a running total of 41,000."""
    printed = float(one.claim.figure.value.low)
    return cell.column not in one.running or cell.value / SIZE <= printed <= cell.value * SIZE


_Slot = tuple[int, str, bool, frozenset[str], int]
"""What a cell records, whichever of two like columns prints it: document, measure, running or new, part, position."""


def _slot(one: BoundCell, cell: Cell) -> _Slot:
    return (id(one.claim.document), one.meaning.measure, cell.column in one.running, parts_of(cell.column), cell.at)


def _is_sure(one: BoundCell, cell: Cell, owned: set[_Slot], confirmed: set[tuple[int, date]]) -> bool:
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


def _fit(one: BoundCell, excerpt: Excerpt, policy: Policy) -> tuple[Cell, Verdict] | None:
    """The cell that the claim agrees with: of its own day or, of large running totals, of the day before or after."""
    for cell in one.cells:
        verdict = _tried(one.claim, excerpt.of[cell.column, cell.at], policy)
        far = cell.table.day(cell.at) != one.day.isoformat()
        if verdict in FITS and (not far or (cell.column in one.running and cell.value >= TELLING)):
            return cell, verdict
    return None


def _tried(claim: Claim, cell: Claim, policy: Policy) -> Verdict:
    point = cell.figure.value
    return agreement(claim.figure, Recomputed(point, point, point, point), policy)


def _check(one: BoundCell, cell: Cell, excerpt: Excerpt, policy: Policy, verdict: Verdict) -> Check:
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
