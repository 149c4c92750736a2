"""The noun `Check`: one recomputation, its operands, its readings and its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from audit.claims.claim import Claim, Confidence
from audit.display import Displayed
from audit.figures.figure import Figure
from audit.interval import Interval

__all__ = ["AGREEING", "Check", "Diagnosis", "Implied", "Operand", "Operation", "Reading", "Verdict"]


class Verdict(StrEnum):
    """What a recomputation comes to, in order of trust."""

    CONSISTENT = "consistent"
    CONSISTENT_WITH_ROUNDING = "consistent_with_rounding"
    TOO_COARSE = "too_coarse"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


SHOWN = 100
"""Characters of a check's working that its `repr` shows."""

AGREEING = frozenset({Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING, Verdict.TOO_COARSE})
"""Verdicts of figures that fit."""


class Operation(StrEnum):
    """What is worked out. The first block is of prose, the second of tables, the third of many documents."""

    SUM = "sum"
    REMAINDER = "remainder"
    DIFFERENCE = "difference"
    SPAN = "span"
    PERCENT_OF = "percent_of"
    PERCENT_CHANGE = "percent_change"
    PERCENTAGE_POINT_CHANGE = "percentage_point_change"
    FRACTION_OF = "fraction_of"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    MEAN = "mean"
    RATE = "rate"
    PRODUCT = "product"
    RUNNING_TOTAL = "running_total"
    DURATION = "duration"
    AGE = "age"
    DAY_OF_WEEK = "day_of_week"
    UNIT_CONVERSION = "unit_conversion"
    CURRENCY_CONVERSION = "currency_conversion"
    PER_CAPITA = "per_capita"
    REDUCTION = "reduction"
    THRESHOLD = "threshold"
    SUBSET = "subset"
    RESTATEMENT = "restatement"
    COUNT = "count"
    RANK = "rank"

    MONOTONE = "monotone"
    INCREMENTS = "increments"
    PARTS = "parts"
    ORDER = "order"
    SAME = "same"
    DATES = "dates"
    DUPLICATES = "duplicates"
    FROZEN = "frozen"
    RESTART = "restart"
    JUMP = "jump"
    DIGITS = "digits"
    REVISION = "revision"
    CELL = "cell"

    CONTRADICTION = "contradiction"
    TREND = "trend"
    PROVENANCE = "provenance"


@dataclass(frozen=True, slots=True)
class Operand:
    """What a recomputation works with and the part that it plays ('old', 'new', 'part', 'whole', 'killed' ...).

    A printed claim; or, where the text prints no figure (one of the things named, a weekday, the day of publication), what
    stands there, with the number that it counts for: `claim` is then None.
    """

    claim: Claim | None
    role: str
    named: Figure | None = None
    """Of an operand that is no claim: its words, its place in the text, and what it counts for."""

    @property
    def figure(self) -> Figure:
        """The figure of the claim, or what is named in its stead."""
        found = self.named if self.claim is None else self.claim.figure
        assert found is not None
        return found

    @property
    def text(self) -> str:
        return self.figure.text

    @property
    def start(self) -> int | None:
        """Where it stands in its document; None outside any."""
        return None if self.figure.start < 0 else self.figure.start

    @property
    def end(self) -> int | None:
        return None if self.figure.start < 0 else self.figure.end


@dataclass(frozen=True, slots=True)
class Implied:
    """What one operand would have to be for the claim to hold, all others as printed."""

    operand: Operand
    value: Interval
    slack: Fraction
    """Change from the operand as printed to the nearest value that would do, relative to the operand (0.12 is 12% more)."""
    together: str = ""
    """Several operands that are added up first and moved as one, in words ('killed and wounded together'); `operand` is
    then the first of them and `value` their sum. '' if it is one operand alone."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known slip that reproduces the printed figure."""

    slip: str
    """Name of the slip in the vocabulary ('percent_for_points', 'new_figure_as_base')."""
    explanation: str
    """One sentence with the figures in it."""
    value: Interval | None = None
    """What the slip gives."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the words can be understood, worked out."""

    label: str
    """In a few words: 'killed and wounded together over strength'."""
    operands: tuple[Operand, ...]
    formula: str
    """With the operands' own words: '(10,000 + 10,000) / 30,000 to 40,000'."""
    as_printed: Interval
    """The result with every operand as printed, in the claim's unit."""
    recomputed: Interval
    """The result under the policy in force, in the claim's unit."""
    verdict: Verdict
    implied: tuple[Implied, ...] = ()
    """Given for a reading that does not fit."""


@dataclass(frozen=True, slots=True)
class Check(Displayed):
    """One derived claim recomputed. The first reading is the one that the words bear best; `verdict` weighs them all."""

    operation: Operation
    claim: Claim
    readings: tuple[Reading, ...]
    verdict: Verdict
    working: str
    """The working on one line: '(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%, printed 56-75%'."""
    gap: Interval | None = None
    """How far claim and recomputation are apart, in the claim's unit; None if they meet or nothing was recomputed."""
    diagnosis: Diagnosis | None = None
    missing: tuple[str, ...] = ()
    """What would be needed to judge an unverifiable claim, each in a few words."""
    under: Mapping[str, Verdict] = field(default_factory=dict)
    """The verdict under each of the rounding policies."""
    confidence: Confidence = Confidence.HIGH
    odds: float | None = None
    """Of a relation that the account is not sure of and that would not fit: the chance that the text is in error there."""
    rule: str = ""
    """The rule of the account that bound the operands ('total.listed'); '' for a table or a ledger."""
    note: str = ""
    """What a reader should know beside the working, in one or two sentences; '' if nothing."""

    @property
    def operands(self) -> tuple[Operand, ...]:
        return self.readings[0].operands if self.readings else ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claim and every operand of any reading that is one, in that order."""
        operands = (operand.claim for reading in self.readings for operand in reading.operands)
        return (self.claim, *(claim for claim in operands if claim is not None))

    @property
    def recomputed(self) -> Interval | None:
        return self.readings[0].recomputed if self.readings else None

    @property
    def implied(self) -> tuple[Implied, ...]:
        return self.readings[0].implied if self.readings else ()

    @property
    def slack(self) -> Fraction | None:
        """The smallest relative change of one operand that would make the claim hold; None if none would."""
        return min((implied.slack for implied in self.implied), key=abs, default=None)

    def __repr__(self) -> str:
        working = self.working if len(self.working) <= SHOWN else f"{self.working[:SHOWN]}…"
        return f"Check({self.claim.figure.text!r}, {self.operation}, {self.verdict}: {working!r})"
