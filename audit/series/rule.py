"""The noun `Rule`: what is expected of a table's columns, and from what it was inferred or by whom it was stated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Kind", "Rule"]


SWITCHED_OFF = "switched off in the rule file"


class Kind(StrEnum):
    """The families of rules; each has a file of its own."""

    CUMULATIVE = "cumulative"
    INCREMENTS = "increments"
    WITHIN = "within"
    SUM = "sum"
    TOTALS = "totals"
    ORDER = "order"
    SAME = "same"
    RATE = "rate"
    CHANGE = "change"
    MOMENTS = "moments"
    LENGTH = "length"
    BAND = "band"
    FORMULA = "formula"
    DATES = "dates"
    COUNTER = "counter"
    DUPLICATES = "duplicates"
    FROZEN = "frozen"
    JUMPS = "jumps"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation. `columns` are in the order that the family wants: whole before parts, new before cumulative."""

    kind: Kind
    columns: tuple[str, ...]
    says: str
    """The rule in a few words: 'killed_cum never falls'."""
    evidence: str
    """From what it was inferred, with the counts; or 'stated in the rule file'."""
    firm: bool = True
    """Whether a break of it is a contradiction; else it is put to the reader as a question."""
    on: bool = True
    """Whether it is applied; a rule that the numbers deny is named and not applied."""
    scale: float = 1.0
    """Of a rate, what part / whole is multiplied by (100 for per cent)."""

    @property
    def name(self) -> str:
        """How a rule file and `--explain-rules` call it: 'cumulative:killed_cum'."""
        return f"{self.kind}:{','.join(self.columns)}"

    @property
    def switched_off(self) -> bool:
        """Whether a rule file takes it out of force."""
        return not self.on and self.evidence == SWITCHED_OFF

    def __str__(self) -> str:
        state = "" if self.on else "not applied: " if self.evidence else "switched off: "
        doubt = " (as a question)" if self.on and not self.firm else ""
        return f"{state}{self.says}{doubt}; {self.evidence}" if self.evidence else f"{state}{self.says}"
