"""The noun `Record`: how the roles of an operation are worked out, and how a report words it.

A formula is written with `+ - * /` alone, so that it works on exact intervals and on plain floats alike; each operand stands
in it once (`new / old - 1`, not `(new - old) / old`), or a result is wider than it need be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

__all__ = ["Formula", "Record", "Slip"]

Formula: TypeAlias = Callable[[Sequence[Any]], Any]
"""Takes the operands in order and gives the result in the unit of the claim."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A known slip: if `compute` gives the printed figure, the slip is the diagnosis. Its sentence is in the vocabulary."""

    name: str
    compute: Formula


@dataclass(frozen=True, slots=True)
class Record:
    """One formula of one operation."""

    label: str
    """In a few words: 'share of the whole'."""
    compute: Formula
    expression: Callable[[int], str]
    """The formula for so many operands, with `{0}`, `{1}` ... where their own words go."""
    slips: tuple[Slip, ...] = ()
    limit: bool = False
    """Whether the result is a limit within which the claim lies, and no value of its own."""
    least: bool = False
    """Whether that limit is the least and not the most that the claim may be."""
    any_gap: bool = False
    """Whether a wrong figure may be any distance from the right one (dates, durations, things counted)."""
    chance: float = 1.0
    """How much oftener strangers fit than the width of their figures says: parts are seldom as large as what stands by."""
    discrete: bool = False
    """Whether the figures are told and not worked out: they must be equal, or one the rounded other."""
    calendar: bool = False
    """Whether its operands are stretches of the calendar: a length of time is told from about their middles."""
