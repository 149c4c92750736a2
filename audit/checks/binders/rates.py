"""A count spread over a length of time or a population: '1,500 deaths in 30 days, an average of 50 a day'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from audit.checks.binders.durations import span_of_dates
from audit.checks.check import Operand, Operation
from audit.checks.elapsed import DAYS
from audit.checks.gaps import after, before, between, by_sentence, counts, first_of
from audit.checks.people import is_people
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.checks.units import subunits
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.figure import Kind
from audit.vocabulary import load

__all__ = ["rates"]

ONE_COUNT = "which of the counts the rate is of"
_PER_HEADS = re.compile(r"^(?P<heads>1(?:0|00|,?000|0,?000|00,?000|,?000,?000)|million)\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("rates").items()}
    return {
        "over": re.compile(rf"\b(?:{words['over']}) (?:(?:{words['stretch']}) )*$"),
        "rate": re.compile(
            rf"^[^;:.]{{0,70}}?(?:,| -| \() ?(?:(?:{words['rate']})|[^;:.,()\d]{{0,40}} (?:{words['named']}))"
            r"(?: (?:about|some))? ?$"
        ),
        "total": re.compile(rf"^[^;:.]{{0,40}}?(?:,| -| \() ?(?:{words['total']})(?: (?:about|some))? ?$"),
        "place": re.compile(
            rf"\b(?:{words['of_place']}) of (?:about |some |nearly |just over )?$|\b(?:{words['was']}) $"
        ),
        "spread": re.compile(rf"^[^;:.]{{0,70}}?(?:,| -| \() ?(?:(?:{words['rate']})(?: (?:about|some))? ?)?$"),
        "for": re.compile(r"^ [^;:.,()\d]{0,40}\b(?:for|worth|cost|costing|at a cost of|raising|to raise) $"),
        "or_each": re.compile(r"^,? (?:or|that is|i\.e\.|which is|an average of) (?:about |some )?$"),
        "unit": re.compile(
            r"\b(?:(?:in|over|during) (?:the|a|that|its first|the first|the past)|last|this) (?P<unit>year|month|week)\b"
        ),
        "bare": re.compile(r"^, (?:about |some )?$"),
        "with": re.compile(r"^(?: per [\d,]+)?[^;:.,()\d]{0,40}(?:, with|:| - | \() ?(?:about |some )?$"),
        "in": re.compile(r"^ [^;:.,()\d]{1,40} (?:in|among) [^;:.,()\d]{1,40} (?:of|to) $"),
        "among": re.compile(r"^ [^;:.,()\d]{1,40} (?:among|out of) (?:the |its )?$"),
        "living": re.compile(rf"^ (?:{words['living']})\b"),
    }


_NEAR = 20
"""Claims before a rate that are looked at: a sentence with more is a list, and each of its rates would look through all."""


def rates(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each rate whose sentence has one count and one time, or one population, before it."""
    for here in by_sentence(claims):
        for place, claim in enumerate(here):
            near = here[max(0, place - _NEAR) : place]
            if claim.figure.kind is Kind.RATE and claim.figure.per in DAYS and place:
                yield from _between_dates(document, near, claim)
            if claim.figure.kind is Kind.RATE and place > 1:
                yield from _each(here[place - 2], here[place - 1], claim)
            if claim.figure.kind is Kind.RATE and claim.figure.per is not None and place:
                yield from _rate(near, claim)
            elif claim.figure.kind is Kind.RATE and claim.figure.per is not None and place + 2 < len(here):
                yield from _explained(claim, here[place + 1], here[place + 2])
            elif claim.figure.kind is Kind.COUNT and place > 1:
                yield from _total(here[place - 2], here[place - 1], claim)


def _rate(here: Sequence[Claim], rate: Claim) -> Iterator[Proposal]:
    assert rate.figure.per is not None
    gap = between(here[-1], rate)
    if not _patterns()["rate"].match(gap) and not _patterns()["bare"].match(gap):
        return
    found = [claim for claim in counts(here) if claim.figure.words is None]
    if rate.figure.per in DAYS:
        times = [claim for claim in here if claim.figure.kind is Kind.DURATION and claim.figure.unit in DAYS]
        if len(times) == 1 and found and (_patterns()["over"].search(before(times[0])) or _lasts(times[0], found[-1])):
            unit = times[0].figure.unit
            assert unit is not None
            scale = DAYS[rate.figure.per] / DAYS[unit]
            yield _proposal(Operation.RATE, rate, found, times[0], "time", scale, rate.figure.per)
        elif not times and len(found) == 1 and found[0] is here[-1]:
            yield from _in_unit(rate, found[0], gap)
        return
    heads = _PER_HEADS.match(rate.figure.per)
    living = [claim for claim in found if _is_population(claim)]
    others = [claim for claim in found if claim not in living]
    if heads and len(living) == 1 and others:
        yield _proposal(
            Operation.PER_CAPITA, rate, others, living[0], "population", Fraction(_size(heads)), rate.figure.per
        )


def _lasts(time: Claim, count: Claim) -> bool:
    """'Eleven days of fighting have cost 176 lives'."""
    return time.figure.end <= count.figure.start and after(time).startswith(" of ")


def _in_unit(rate: Claim, count: Claim, gap: str) -> Iterator[Proposal]:
    """'45,600 in the year, or 3,800 a month': the time is one unit of a longer one."""
    named = _patterns()["unit"].search(gap)
    assert rate.figure.per is not None
    if named is None or DAYS[named["unit"]] <= DAYS[rate.figure.per]:
        return
    scale = DAYS[rate.figure.per] / DAYS[named["unit"]]
    reading = Candidate(
        f"count over a {named['unit']}, per {rate.figure.per}",
        (Operand(count, "count"),),
        lambda values: values[0] * scale,
        f"{{0}} / the {rate.figure.per}s of a {named['unit']}",
    )
    yield Proposal(Operation.RATE, rate, (reading,))


def _between_dates(document: Document, here: Sequence[Claim], rate: Claim) -> Iterator[Proposal]:
    """'Between 1 March and 31 May 460 people died, five a day': the time is that between the two dates."""
    found = [claim for claim in counts(here) if claim.figure.words is None]
    assert rate.sentence is not None
    if len(found) != 1 or any(claim.figure.kind is Kind.DURATION for claim in here) or rate.figure.per not in DAYS:
        return
    ends = span_of_dates(document, rate.sentence.start, rate.figure.start)
    if ends is None or not _patterns()["spread"].match(between(here[-1], rate)):
        return
    scale = DAYS[rate.figure.per]
    operands = (Operand(found[0], "count"), *ends)
    readings = tuple(
        Candidate(label, operands, _over_days(scale, more), "{0} / ({2} − {1})")
        for more, label in ((1, "count over the days, both ends counted"), (0, "count over the days between"))
    )
    yield Proposal(Operation.RATE, rate, readings)


def _each(number: Claim, total: Claim, each: Claim) -> Iterator[Proposal]:
    """'sold 2.4 million shares for 36 million, or 15 a share': the rate is by what is counted."""
    if total.figure.kind is not Kind.MONEY or number.figure.kind is not Kind.COUNT or number.figure.words is not None:
        return
    if each.figure.per != number.figure.head or subunits(each.figure, total.figure) != 1:
        return
    if _patterns()["for"].search(between(number, total)) and _patterns()["or_each"].match(between(total, each)):
        operands = (Operand(total, "total"), Operand(number, "number"))
        reading = Candidate("total over number", operands, lambda v: v[0] / v[1], "{0} / {1}")
        yield Proposal(Operation.MEAN, each, (reading,))


def _explained(rate: Claim, count: Claim, population: Claim) -> Iterator[Proposal]:
    """The rate first: '6.5 per 100,000, with 130 killings in a population of 2 million'."""
    assert rate.figure.per is not None
    heads = _PER_HEADS.match(rate.figure.per)
    plain = count.figure.kind is Kind.COUNT and count.figure.words is None and population.figure.words is None
    if not heads or not plain or _is_population(count) or not _patterns()["with"].match(between(rate, count)):
        return
    gap = between(count, population)
    living = _is_population(population) and _patterns()["in"].match(gap)
    if living or (_patterns()["among"].match(gap) and population.figure.head and is_people(population.figure.head)):
        yield _proposal(
            Operation.PER_CAPITA, rate, [count], population, "population", Fraction(_size(heads)), rate.figure.per
        )


def _size(heads: re.Match[str]) -> int:
    return 1_000_000 if heads["heads"] == "million" else int(heads["heads"].replace(",", ""))


def _total(rate: Claim, time: Claim, total: Claim) -> Iterator[Proposal]:
    """'20 a day over 30 days, a total of 600'."""
    per, unit = rate.figure.per, time.figure.unit
    if rate.figure.kind is not Kind.RATE or per not in DAYS or unit not in DAYS or total.figure.words is not None:
        return
    if _patterns()["over"].search(between(rate, time)) and _patterns()["total"].match(between(time, total)):
        scale = DAYS[unit] / DAYS[per]
        operands = (Operand(rate, "rate"), Operand(time, "time"))
        reading = Candidate("rate times time", operands, lambda v: v[0] * v[1] * scale, "{0} × {1}")
        yield Proposal(Operation.PRODUCT, total, (reading,))


def _proposal(
    operation: Operation, rate: Claim, found: list[Claim], over: Claim, role: str, scale: Fraction, per: str
) -> Proposal:
    operands = (Operand(found[-1], "count"), Operand(over, role))
    reading = Candidate(f"count over {role}, per {per}", operands, _over(scale), "{0} / {1}")
    return Proposal(operation, rate, (reading,), doubts=() if len(found) == 1 else (ONE_COUNT,))


def _is_population(claim: Claim) -> bool:
    return bool(_patterns()["place"].search(before(claim)) or _patterns()["living"].match(after(claim)))


def _over(scale: Fraction) -> Formula:
    return lambda values: values[0] / values[1] * scale


def _over_days(scale: Fraction, more: int) -> Formula:
    """A count over the days from the second value to the third, and so many more."""
    return lambda values: values[0] / (values[2] - values[1] + more) * scale
