"""Names the known slip that explains a gap. A slip is offered only if it reproduces the printed figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from audit.checks.agreement import printed_as
from audit.checks.check import Diagnosis
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.errors import IntervalError
from audit.figures.figure import Bound, Figure
from audit.interval import Interval
from audit.show import interval, number
from audit.vocabulary import load

__all__ = ["diagnose"]

_SCALES = (1000, Fraction(1, 1000), 1_000_000, Fraction(1, 1_000_000), 10, Fraction(1, 10), 100, Fraction(1, 100))
_MALFORMED = re.compile(r"\d,(?:\d{1,2}|\d{4,})(?!\d)")
"""A separator of thousands that does not stand before three digits: '276,0000'."""


def diagnose(proposal: Proposal) -> Diagnosis | None:
    """The first slip, of the first reading that has one, whose result would be printed as the claim; else None.

    Slips of the reading itself come first, then those of any figure: digits, scale, truncation.
    """
    figure = proposal.claim.figure
    printed = printed_as(figure)
    for candidate in proposal.readings:
        for slip in candidate.slips:
            found = _result(slip.compute, _values(candidate))
            if found is not None and _is_printed(found, printed):
                return _diagnosis(slip.name, figure, candidate, found)
    for candidate in proposal.readings:
        for name, found, fields in _general(figure, printed, candidate):
            return _diagnosis(name, figure, candidate, found, **fields)
    return None


def _values(candidate: Candidate) -> list[Interval]:
    return [operand.claim.figure.value for operand in candidate.operands]


def _result(compute: Formula, values: Sequence[Interval]) -> Interval | None:
    try:
        return compute(values)
    except (IntervalError, ZeroDivisionError):
        return None


def _is_printed(found: Interval, printed: Interval) -> bool:
    """Whether the value would be printed as the figure. A half-infinite bound holds too much to prove anything."""
    return printed.is_finite and found in printed


def _diagnosis(slip: str, figure: Figure, candidate: Candidate, found: Interval, **more: str) -> Diagnosis:
    fields = {operand.role.replace(" ", "_"): operand.claim.figure.text for operand in candidate.operands}
    sentence = str(load("slips")[slip]["sentence"])
    shown = interval(found, figure.unit)
    return Diagnosis(slip, sentence.format_map({"printed": figure.text, "found": shown, **fields, **more}), found)


def _general(figure: Figure, printed: Interval, candidate: Candidate) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    """Slips that any quantity is open to, each with what it gives and what its sentence needs. Dates have none."""
    result = _result(candidate.compute, _values(candidate))
    figures = (figure, *(operand.claim.figure for operand in candidate.operands))
    if result is None or candidate.limit or not all(each.is_quantity for each in figures):
        return
    if result.is_point and figure.value.is_point and figure.bound is Bound.EXACT:
        yield from _of_digits(figure, Fraction(result.low), interval(result, figure.unit))
    for scale in _SCALES:
        yield from _of_scale(printed, candidate, scale)


def _of_scale(
    printed: Interval, candidate: Candidate, scale: int | Fraction
) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    """The operands each of which alone, so many times larger, would make it fit: the text does not say which is wrong."""
    would, malformed, result = [], False, None
    for place, operand in enumerate(candidate.operands):
        stated = operand.claim.figure
        values = _values(candidate)
        values[place] = values[place] * scale
        found = _result(candidate.compute, values)
        if found is not None and _is_printed(found, printed):
            result = found
            malformed = malformed or _MALFORMED.search(stated.text) is not None
            would.append(f"{stated.text} read {interval(values[place], stated.unit)}")
    if result is not None:
        yield "malformed_separator" if malformed else "operand_scale", result, {"operands": ", or ".join(would)}


def _of_digits(figure: Figure, result: Fraction, shown: str) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    place = figure.precision
    printed = Fraction(figure.value.low)
    if printed != 0 and abs(result) // place * place == abs(printed) != round(abs(result) / place) * place:
        yield "truncated", Interval.of(result), {"result": shown}
    for scale in _SCALES:
        if abs(result * scale - printed) <= place / 2:
            factor = number(scale if scale > 1 else 1 / Fraction(scale))
            yield "claim_scale", Interval.of(result * scale), {"factor": factor, "result": shown}
    digits = str(abs(printed / place).numerator)
    for at in range(len(digits) - 1):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        meant = int(swapped) * place
        if swapped != digits and abs(meant - abs(result)) <= place / 2:
            yield "swapped_digits", Interval.of(meant), {"result": shown}
