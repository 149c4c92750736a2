"""Two documents that give different figures for one quantity on one day."""

from __future__ import annotations

from fractions import Fraction

from audit.checks.check import Operation, Verdict
from audit.claims.claim import Confidence, Relation
from audit.figures.rounding import Policy
from audit.interval import INFINITY
from audit.ledger.align import Alignment, same_moment
from audit.ledger.beside import Finding, agree
from audit.ledger.statement import Statement
from audit.ledger.whom import nearly_all

__all__ = ["contradiction"]


_CREW = Fraction(3, 2)
"""Times as many as passengers: no crew is half of those."""


def contradiction(earlier: Statement, later: Statement, alignment: Alignment, policy: Policy) -> Finding | None:
    """Whether one number can be both. None where the days differ, for then nothing has to agree, where the later one
    says of itself that it replaces an earlier figure, and where it is not sure that they count the same.

    Without dates, and for two reports of one publisher on one day, the verdict is `unverifiable`: one may be the other's
    update.
    """
    moment = same_moment(earlier, later)
    if moment is False or alignment.confidence is Confidence.LOW:
        return None
    verdict = agree(earlier.claim.figure, later.claim.figure, policy)
    if verdict is not Verdict.INCONSISTENT:
        return Finding(Operation.CONTRADICTION, earlier, later, alignment, verdict)
    if alignment.part and not _is_above(earlier, later, alignment.part):
        return None
    if Relation.UPDATE in (earlier.claim.relation, later.claim.relation):
        return None
    missing = ""
    if moment is None:
        missing = "the dates of both documents"
    elif _one_outlet(earlier, later):
        missing = "the hour of each report"
    if missing:
        note = "The two figures differ, but one may be the other's update."
        return Finding(
            Operation.CONTRADICTION, earlier, later, alignment, Verdict.UNVERIFIABLE, note, missing=(missing,)
        )
    note = "No number fits both, for the same quantity on the same day."
    return Finding(Operation.CONTRADICTION, earlier, later, alignment, verdict, note)


def _is_above(earlier: Statement, later: Statement, part: str) -> bool:
    """Whether more are counted of a part than of the whole."""
    less, more = (earlier, later) if part == "one" else (later, earlier)
    few, many = less.claim.figure.value, more.claim.figure.value
    return few.low > many.high or (few.high < INFINITY and _is_all(less, more) and many.low > few.high * _CREW)


def _is_all(less: Statement, more: Statement) -> bool:
    """Whether the part is all but a few of the whole: passengers are all aboard but the crew."""
    return (less.what == "aboard" and less.people == {"passenger"}) or nearly_all(less, more)


def _one_outlet(earlier: Statement, later: Statement) -> bool:
    """Whether one publisher gives both: what it says later in the day takes the place of what it said before."""
    publisher = earlier.claim.document.publisher
    return publisher is not None and publisher == later.claim.document.publisher
