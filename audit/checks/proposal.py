"""The noun `Proposal`: a claim that the words derive from others, with every way in which they can be bound. Not yet judged.

Whoever proposes looks at words, units and places only, before any arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from audit.checks.check import Operand, Operation
from audit.claims.claim import Claim
from audit.interval import Interval

__all__ = ["Candidate", "Formula", "Proposal", "Slip"]

Formula: TypeAlias = Callable[[Sequence[Interval]], Interval]
"""Takes the operands' intervals in order and gives the result in the unit of the claim. Each operand should stand in it
once (`new / old - 1`, not `(new - old) / old`), or the result is wider than it need be."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A known slip that this reading is open to: if `compute` gives the printed figure, the slip is the diagnosis."""

    name: str
    """Its name in `strings/slips.toml`, where its sentence stands."""
    compute: Formula


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of the words."""

    label: str
    """In a few words: 'killed and wounded together over strength'."""
    operands: tuple[Operand, ...]
    compute: Formula
    expression: str
    """The formula with `{0}`, `{1}` ... where the operands' own words go: '({0} + {1}) / {2}'."""
    together: tuple[int, ...] = ()
    """Places of operands that are added up before anything else and can be moved as one (killed and wounded)."""
    slips: tuple[Slip, ...] = ()
    """Slips of this reading alone; those of its operation are known to `audit.checks.diagnosis`."""
    limit: bool = False
    """Whether the result is a limit within which the claim lies (a part is at most its whole), and no value of its own."""

    def is_like(self, other: Candidate) -> bool:
        """Whether the other works the same out from the same figures; the names say which formulas are the same."""
        return (
            (self.label, self.expression, self.limit) == (other.label, other.expression, other.limit)
            and len(self.operands) == len(other.operands)
            and all(
                one.role == another.role and one.figure == another.figure
                for one, another in zip(self.operands, other.operands, strict=True)
            )
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A derived claim and its readings, that which the words bear best first."""

    operation: Operation
    claim: Claim
    readings: tuple[Candidate, ...]
    sure: bool = True
    """Whether the words bind the operands explicitly. One that is not sure is never called inconsistent."""
    doubts: tuple[str, ...] = ()
    """Why it is not sure ('the same period of the year before'): what is missing if it does not fit. Implies not sure."""
    missing: tuple[str, ...] = ()
    """What would be needed to judge it, each in a few words; with anything here the verdict is `unverifiable`."""
    note: str = ""
    nominal: bool = False
    """Whether the numbers are compared without their bounds: a conversion repeats the number, 'more than' and all."""

    def is_like(self, other: Proposal) -> bool:
        """Whether the other proposes the same for the claim, found by other words."""
        return (
            self.operation is other.operation
            and (self.sure, self.doubts, self.missing, self.note)
            == (other.sure, other.doubts, other.missing, other.note)
            and len(self.readings) == len(other.readings)
            and all(one.is_like(another) for one, another in zip(self.readings, other.readings, strict=True))
        )
