"""How often the bindings of a rule, and those of a grade of chance, have fitted in news that nobody had marked.

Measured by `benchmarks/fit_account.py`, each half of the news with the weights that the other half fitted, before any
guard: of bindings that are right about 98 in 100 fit, of strangers as many as chance gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from audit.account.weights import measured, operations

__all__ = ["Trust", "of_grade", "table"]


class Trust(NamedTuple):
    """What was seen of one rule or of one grade."""

    operation: str
    """Whose weights it stands beside: an operation, or 'farther' for what is sought over a passage."""
    bindings: int
    """How many there were; of a rule those that are more likely meant than not."""
    fitted: int
    by_chance: float
    """How many of them figures that are strangers would have made fit."""


@cache
def table() -> Mapping[str, Trust]:
    """The trust of each rule that was measured, by its name ('part.of_them')."""
    return {
        rule: _trust(operation, cell)
        for operation in operations()
        for rule, cell in sorted(measured(operation).get("rule", {}).items())
    }


def of_grade(operation: str, chance: float) -> Trust | None:
    """Of the bindings of an operation that are about as likely as this one; None where none was seen."""
    grades = measured(operation).get("grade", {})
    reached = [grade for grade in grades if float(grade) <= chance]
    return _trust(operation, grades[max(reached, key=float)]) if reached else None


def _trust(operation: str, cell: tuple[int, int, int]) -> Trust:
    bindings, fitted, hundredths = cell
    return Trust(operation, bindings, fitted, hundredths / 100)
