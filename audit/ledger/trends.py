"""One quantity over time: totals that fall, and jumps that nothing explains."""

from __future__ import annotations

from audit.checks.check import Diagnosis, Operation, Verdict
from audit.claims.claim import Confidence
from audit.figures.rounding import Policy
from audit.interval import INFINITY
from audit.lang import load
from audit.ledger.align import Alignment
from audit.ledger.beside import Finding, compared_as, day_words
from audit.ledger.statement import Statement
from audit.ledger.things import is_thing
from audit.vocabulary import kept

__all__ = ["trend"]

_JUMP = 8
"""Times as much within `_DAYS`: a digit too many makes ten; real tolls that grow so fast grow from small counts."""
_SMALL = 20
"""Counts below this jump for good reasons in the first hours."""
_DAYS = 7
_WEEKS = 56
"""Days within which two tolls of one place are taken to be one toll; after that it may be another event's."""


def trend(earlier: Statement, later: Statement, alignment: Alignment, policy: Policy) -> Finding | None:
    """A running total that is lower than it was, or many times higher within days; None if it goes on as totals do.

    None too if the words say that the figure was revised, or if it is not sure that the two are one total.
    """
    if is_thing(earlier) or alignment.part or alignment.confidence is Confidence.LOW or not _one_total(earlier, later):
        return None
    before, after = (compared_as(s.claim.figure, policy) for s in (earlier, later))
    if after.high < before.low or (after.high == before.low and not before.meets(after)):
        if _says_why(later):
            return None
        note = f"A total that cannot fall is lower than it was on {_day(earlier)}, and no word of a revision."
        return Finding(Operation.TREND, earlier, later, alignment, Verdict.INCONSISTENT, note)
    return _jump(earlier, later, alignment)


def _jump(earlier: Statement, later: Statement, alignment: Alignment) -> Finding | None:
    first, second = earlier.claim.figure.value, later.claim.figure.value
    assert earlier.date is not None and later.date is not None
    if first.high == INFINITY or first.high < _SMALL or (later.date - earlier.date).days > _DAYS:
        return None
    if second.low < first.high * _JUMP or earlier.claim.figure.words or later.claim.figure.words:
        return None
    slip = None
    if second.is_point and first.is_point and first.low * 9 <= second.low <= first.low * 13:
        slip = Diagnosis("digit_added", "With one digit less the figure would go on from the one before.", second / 10)
    note = f"Many times the total of {_day(earlier)}, {(later.date - earlier.date).days} days before."
    missing = ("a report of what happened between the two",)
    return Finding(Operation.TREND, earlier, later, alignment, Verdict.UNVERIFIABLE, note, slip, missing)


def _one_total(earlier: Statement, later: Statement) -> bool:
    """Whether the later figure goes on counting what the earlier one counted: totals since one day, tolls of one place
    within weeks, or reports of one day's event."""
    if earlier.published is None or later.published is None or earlier.date is None or later.date is None:
        return False
    days = [(s.date, s.day or s.date) for s in (earlier, later)]
    if days[0] >= days[1] or not set(later.what.split("+")) <= _never_fall():
        return False
    if earlier.day == later.day:
        return True
    if earlier.total == later.total == "since":
        return True
    in_weeks = (later.date - earlier.date).days <= _WEEKS
    return earlier.running and later.running and in_weeks and earlier.place == later.place is not None


def _says_why(statement: Statement) -> bool:
    sentence = statement.claim.sentence
    words = sentence.text.lower() if sentence else ""
    return any(word in words for word in load("ledger")["revising"])


def _day(statement: Statement) -> str:
    return day_words(statement.date) if statement.date else "an earlier day"


@kept
def _never_fall() -> frozenset[str]:
    return frozenset(load("ledger")["never_fall"])
