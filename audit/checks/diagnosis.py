"""Names the known slip that explains a gap. A slip is offered only if it reproduces the printed figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from audit.checks.agreement import end_of, printed_as
from audit.checks.check import Diagnosis
from audit.checks.digits import slip_between
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.errors import IntervalError
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import End, Interval
from audit.show import interval, number
from audit.strings import strings

__all__ = ["diagnose"]

_SCALES = (1000, Fraction(1, 1000), 1_000_000, Fraction(1, 1_000_000), 10, Fraction(1, 10), 100, Fraction(1, 100))
_THRESHOLDS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST})
_NEAR = Fraction(1, 100)
"""How near to its threshold, by that, a result lies of which the threshold is the rounded figure."""
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
        paired = _paired_ends(figure, candidate)
        if paired is not None:
            return _diagnosis("range_ends_swapped", figure, candidate, paired)
    for candidate in proposal.readings:
        for name, found, fields in _general(figure, printed, candidate):
            return _diagnosis(name, figure, candidate, found, **fields)
    return None


def _values(candidate: Candidate) -> list[Interval]:
    return [operand.figure.value for operand in candidate.operands]


def _result(compute: Formula, values: Sequence[Interval]) -> Interval | None:
    try:
        return compute(values)
    except (IntervalError, ZeroDivisionError):
        return None


def _is_printed(found: Interval, printed: Interval) -> bool:
    """Whether the value would be printed as the figure. A half-infinite bound holds too much to prove anything."""
    return printed.is_finite and found in printed


def _diagnosis(slip: str, figure: Figure, candidate: Candidate, found: Interval, **more: str) -> Diagnosis:
    texts = [operand.figure.text for operand in candidate.operands]
    roles = (operand.role.replace(" ", "_") for operand in candidate.operands)
    fields = dict(zip(("first", "second"), texts, strict=False)) | dict(zip(roles, texts, strict=True))
    sentence = str(strings("slips")[slip]["sentence"])
    shown = interval(found, figure.unit)
    return Diagnosis(slip, sentence.format_map({"printed": figure.text, "found": shown, **fields, **more}), found)


def _paired_ends(figure: Figure, candidate: Candidate) -> Interval | None:
    """A range got by working with low ends alone and with high ends alone, if that is what is printed.

    Of two ranges one of which is taken from the other, or divides it, the low end belongs to the high end of the other.
    """
    ranges = [operand.figure for operand in candidate.operands if operand.figure.is_range]
    if not figure.is_range or not ranges:
        return None
    ends = []
    for high in (False, True):
        values = [end_of(operand.figure, high).value for operand in candidate.operands]
        found = _result(candidate.compute, values)
        if found is None:
            return None
        ends.append(found)
    printed = [printed_as(end_of(figure, high)) for high in (False, True)]
    fits = all(_is_printed(found, place) for found, place in zip(sorted(ends, key=_low), printed, strict=True))
    return ends[0].hull(ends[1]) if fits else None


def _low(value: Interval) -> End:
    return value.low


def _general(figure: Figure, printed: Interval, candidate: Candidate) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    """Slips that any quantity is open to, each with what it gives and what its sentence needs. Dates have none."""
    result = _result(candidate.compute, _values(candidate))
    figures = (figure, *(operand.figure for operand in candidate.operands))
    if result is None or candidate.limit or not all(each.is_quantity for each in figures):
        return
    if result.is_point and figure.bound in _THRESHOLDS and _is_rounded_past(figure, Fraction(result.low)):
        yield "threshold_broken", result, {"result": interval(result, figure.unit)}
    if result.is_point and figure.value.is_point and figure.bound is Bound.EXACT:
        yield from _of_digits(figure, Fraction(result.low))
    for scale in _SCALES:
        yield from _of_scale(printed, candidate, scale)


def _is_rounded_past(figure: Figure, result: Fraction) -> bool:
    """'more than 600' of 596, which rounds to 600 but does not reach it."""
    rises = figure.bound in (Bound.MORE_THAN, Bound.AT_LEAST)
    end = figure.value.low if rises else figure.value.high
    place = figure.precision
    return result not in figure.value and abs(result - Fraction(end)) <= max(place / 2, abs(Fraction(end)) * _NEAR)


def _of_scale(
    printed: Interval, candidate: Candidate, scale: int | Fraction
) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    """The operands each of which alone, so many times larger, would make it fit: the text does not say which is wrong."""
    would, malformed, result = [], False, None
    for place, operand in enumerate(candidate.operands):
        stated = operand.figure
        values = _values(candidate)
        values[place] = values[place] * scale
        found = _result(candidate.compute, values)
        if found is not None and _is_printed(found, printed):
            result = found
            malformed = malformed or _MALFORMED.search(stated.text) is not None
            would.append(f"{stated.text} read {interval(values[place], stated.unit)}")
    if result is not None:
        yield "malformed_separator" if malformed else "operand_scale", result, {"operands": ", or ".join(would)}


def _of_digits(figure: Figure, result: Fraction) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    for name, found, fields in _misprints(figure, result):
        yield name, found, {"result": interval(Interval.of(result), figure.unit), **fields}


def _misprints(figure: Figure, result: Fraction) -> Iterator[tuple[str, Interval, dict[str, str]]]:
    """Cut off instead of rounded, a power of ten out, two digits swapped; how the result is shown is not in the fields."""
    place = figure.precision
    printed, size, half = Fraction(figure.value.low), abs(result), place / 2
    if printed != 0 and size // place * place == abs(printed) != round(size / place) * place:
        yield "truncated", Interval.of(result), {}
    for scale in _SCALES:
        if figure.kind is Kind.PERCENT and not Fraction(1, 100) <= scale <= 100:
            continue  # no percentage is printed a thousand times out: a sum is
        if abs(result * scale - printed) <= half:
            factor = number(scale if scale > 1 else 1 / Fraction(scale))
            yield "claim_scale", Interval.of(result * scale), {"factor": factor}
    meant = round(size / place)
    if slip_between(str(abs(printed / place).numerator), str(meant)) == "swapped":
        yield "swapped_digits", Interval.of(meant * place), {}
