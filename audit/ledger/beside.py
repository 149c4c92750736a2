"""Two figures of two documents beside each other: whether one number can be both, and the check that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import PurePath
from textwrap import shorten

from audit import show
from audit.checks.agreement import Recomputed, distance
from audit.checks.check import Check, Diagnosis, Operand, Operation, Reading, Verdict
from audit.claims.claim import Claim, CueKind
from audit.figures.figure import Figure
from audit.figures.rounding import Policy, stands_for
from audit.interval import INFINITY, Interval
from audit.lang import load
from audit.ledger.align import Alignment
from audit.ledger.statement import Statement
from audit.ledger.units import in_common_unit, in_unit_of

__all__ = ["Finding", "agree", "beside", "compared_as", "day_words", "edition_of", "held_as", "quoted", "who", "who_of"]

_TITLE = 60
"""Characters of a title that name a document."""
_VAGUE = Fraction(1, 2)
"""A vague word is taken to reach down to half of what its convention says, and up without end: no convention of ours is
reason enough to say that two outlets contradict each other."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule makes of two statements, before it becomes a check; `earlier` is the one that stands first."""

    operation: Operation
    earlier: Statement
    later: Statement
    alignment: Alignment
    verdict: Verdict
    note: str = ""
    diagnosis: Diagnosis | None = None
    missing: tuple[str, ...] = ()


def compared_as(figure: Figure, policy: Policy) -> Interval:
    """The values that a figure can stand for when it is held against another document's."""
    if figure.words is not None:
        low = figure.value.low
        return Interval.above(low * _VAGUE if low != -INFINITY else Fraction(0))
    return stands_for(figure, policy)


def held_as(figure: Figure, policy: Policy) -> Interval:
    """The same in the unit in which figures of its measure are compared: 1,000 acres are 405 hectares."""
    return in_common_unit(compared_as(figure, policy), figure)


def agree(one: Figure, other: Figure, policy: Policy) -> Verdict:
    """Consistent if the printed values are one, with rounding if some number can be both, else inconsistent."""
    if one.unit == other.unit and one.value == other.value and one.bound is other.bound and one.words == other.words:
        return Verdict.CONSISTENT
    if held_as(one, policy).meets(held_as(other, policy)):
        return Verdict.CONSISTENT_WITH_ROUNDING
    return Verdict.INCONSISTENT


def beside(finding: Finding, policy: Policy) -> Check:
    """The check of a finding: the later claim, with the earlier one as its operand."""
    earlier, later = finding.earlier, finding.later
    first, second = earlier.claim.figure, later.claim.figure
    printed, found = (in_unit_of(second, value, first) for value in (first.value, compared_as(first, policy)))
    reading = Reading(
        label=who(earlier),
        operands=(Operand(earlier.claim, "earlier" if _before(earlier, later) else "other"),),
        formula=first.text,
        as_printed=printed,
        recomputed=found,
        verdict=finding.verdict,
    )
    apart = finding.verdict is Verdict.INCONSISTENT
    shared = "; ".join(finding.alignment.reasons)
    return Check(
        operation=finding.operation,
        claim=later.claim,
        readings=(reading,),
        verdict=finding.verdict,
        working=f"{quoted(later)} beside {quoted(earlier)}",
        gap=distance(second, Recomputed(printed, found, found, found)) if apart else None,
        diagnosis=finding.diagnosis,
        missing=finding.missing,
        under={str(each): _under(finding, each, policy) for each in Policy},
        confidence=finding.alignment.confidence,
        note=f"{finding.note} Compared because both say: {shared}.".strip(),
    )


def who(statement: Statement) -> str:
    """Who says it, and where: 'the police, in the Herald of 3 May 2021'."""
    return who_of(statement.claim)


def who_of(claim: Claim) -> str:
    """The same of a claim."""
    attribution, outlet = claim.attribution, _outlet(claim)
    named = attribution.name if attribution and attribution.source else None
    where = edition_of(claim)
    return show.text(f"{named}, in {where}" if named and named != outlet else where)


def _outlet(claim: Claim) -> str | None:
    """The publisher of the claim's document, or the one that its text's own words give away."""
    chain = claim.attribution.chain if claim.attribution else ()
    inferred = next((link.name for link in chain if link.kind is CueKind.PUBLISHER and link.cue is not None), None)
    return claim.document.publisher or inferred


def edition_of(claim: Claim) -> str:
    """Where the claim stands: the publisher, else the title, else the file's name, with the day of publication where that
    does not hold it."""
    document, publisher = claim.document, _outlet(claim)
    day = document.published
    if publisher or not document.title:
        name = publisher or PurePath(document.name).stem or document.name
    else:
        name = f"“{shorten(document.title, _TITLE, placeholder=' …')}”"
    return f"{name} of {day_words(day)}" if day and day.isoformat() not in name else name


def quoted(statement: Statement) -> str:
    """The figure with its bound as printed, and who says it."""
    figure = statement.claim.figure
    words = figure.text
    if figure.cue is not None and figure.cue.end <= figure.start:
        words = f"{figure.cue.text} {words}"
    return f"“{show.text(words)}” ({who(statement)})"


def day_words(day: date) -> str:
    """'3 May 2021', whatever the locale."""
    name = next(name for name, number in load("dates")["months"].items() if number == day.month)
    return f"{day.day} {name.capitalize()} {day.year}"


def _before(earlier: Statement, later: Statement) -> bool:
    return earlier.date is not None and later.date is not None and earlier.date < later.date


def _under(finding: Finding, policy: Policy, in_force: Policy) -> Verdict:
    """The verdict under another policy: where the finding is whether the figures fit, that may change with their widths."""
    if policy is in_force or finding.verdict in (Verdict.UNVERIFIABLE, Verdict.TOO_COARSE):
        return finding.verdict
    return agree(finding.earlier.claim.figure, finding.later.claim.figure, policy)
