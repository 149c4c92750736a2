"""Names the known slip that explains a gap. A slip is offered only if it reproduces the printed figure."""

from __future__ import annotations

from audit.checks.agreement import printed_as
from audit.checks.check import Diagnosis
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.errors import IntervalError
from audit.interval import Interval
from audit.show import interval
from audit.vocabulary import load

__all__ = ["diagnose"]


def diagnose(proposal: Proposal) -> Diagnosis | None:
    """The first slip, of the first reading that has one, whose result would be printed as the claim; else None."""
    for candidate in proposal.readings:
        for slip in candidate.slips:
            found = _result(slip.compute, candidate)
            if found is not None and found in printed_as(proposal.claim.figure):
                return Diagnosis(slip.name, _sentence(slip.name, proposal, candidate, found), found)
    return None


def _result(compute: Formula, candidate: Candidate) -> Interval | None:
    try:
        return compute([operand.claim.figure.value for operand in candidate.operands])
    except (IntervalError, ZeroDivisionError):
        return None


def _sentence(slip: str, proposal: Proposal, candidate: Candidate, found: Interval) -> str:
    figure = proposal.claim.figure
    fields = {operand.role.replace(" ", "_"): operand.claim.figure.text for operand in candidate.operands}
    template = str(load("slips")[slip]["sentence"])
    return template.format_map({"printed": figure.text, "found": interval(found, figure.unit), **fields})
