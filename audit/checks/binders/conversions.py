"""A quantity given twice, the second time in brackets or after 'or' in another unit: '900 metres (2,950 ft)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.checks.check import Operand, Operation
from audit.checks.gaps import after, before, between, by_sentence, first_of
from audit.checks.proposal import Candidate, Formula, Proposal, Slip
from audit.claims.claim import Claim
from audit.document import Document
from audit.errors import UnitError
from audit.figures.figure import Kind
from audit.figures.units import convert
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["conversions"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("conversions").items()}
    return {
        "bracket": re.compile(rf"^(?: [^\s,;:()\d]+){{0,3}} ?\( ?(?:(?:{words['between']}) )*$"),
        "closed": re.compile(r"^[^()\d]{0,20}\)"),
        "or": re.compile(rf"^(?: [^\s,;:()\d]+){{0,2}}, or (?:(?:{words['between']}) )*$"),
        "difference_before": re.compile(rf"\b(?:{words['difference_before']}) $"),
        "difference_after": re.compile(rf"^[^()\w]{{0,3}}(?:{words['difference_after']})\b"),
        "zero": re.compile(rf"^[^()\w]{{0,3}}(?:{words['zero']})\b"),
    }


def conversions(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each quantity that repeats the one before it in another unit."""
    for here in by_sentence(claims):
        for one, other in pairwise(here):
            if one.figure.kind is other.figure.kind is Kind.MEASURE and one.figure.unit != other.figure.unit:
                yield from _pair(one, other)


def _pair(one: Claim, other: Claim) -> Iterator[Proposal]:
    patterns, gap, tail = _patterns(), between(one, other), after(other)
    bracket = patterns["bracket"].match(gap) and patterns["closed"].match(tail)
    unit, target = one.figure.unit, other.figure.unit
    if unit is None or target is None or not (bracket or patterns["or"].match(gap)):
        return
    try:
        convert(Interval.of(1), unit, target)
    except UnitError:
        return
    difference = _is_difference(one, tail)
    slips = [Slip("not_converted", lambda v: v[0]), Slip("conversion_reversed", _formula(target, unit, difference))]
    if _formula(unit, target, not difference)([Interval.of(1)]) != _formula(unit, target, difference)([Interval.of(1)]):
        slips.insert(
            0, Slip("offset_taken" if difference else "offset_left_out", _formula(unit, target, not difference))
        )
    label = f"{unit} to {target}".replace("_", " ")
    reading = Candidate(
        label, (Operand(one, "quantity"),), _formula(unit, target, difference), "{0}", slips=tuple(slips)
    )
    yield Proposal(Operation.UNIT_CONVERSION, other, (reading,))


def _is_difference(one: Claim, tail: str) -> bool:
    """Whether the words make a temperature a difference."""
    patterns = _patterns()
    behind = tail[tail.find(")") + 1 :]
    if patterns["zero"].match(behind):
        return False
    return bool(patterns["difference_before"].search(before(one)) or patterns["difference_after"].match(behind))


def _formula(unit: str, target: str, difference: bool) -> Formula:
    def compute(values: Sequence[Interval]) -> Interval:
        return convert(values[0], unit, target, difference=difference)

    return compute
