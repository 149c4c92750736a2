"""A length of time or an age against two years: 'from 1914 to 1918, four years', 'born in 1920, he died in 1985 at 65'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.elapsed import age, elapsed
from audit.checks.gaps import Patterns, after, before, by_sentence, first_of, left
from audit.checks.outside import date_claim
from audit.checks.proposal import Proposal
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["years"]

REACH = 110
"""Characters before the figure in which both years stand."""

_SAME = "whether the length of time is that between the years"


@cache
def _patterns() -> Patterns:
    words = {name: first_of(tuple(found)) for name, found in load("durations").items()}
    first, last = r"(?P<first>1\d{3}|20\d\d)", r"(?P<last>1\d{3}|20\d\d)"
    few = r"(?:[^\d;:.()]{1,60} )?"
    spelt = {
        "span": (
            rf"\b(?:{words['from']}) {first} ?(?:{words['to']}) ?{last}"
            rf"(?:,| -)? (?:(?:for|{words['lasted']}) )?(?:(?:{words['link']}) )*$"
        ),
        "age": (
            rf"\b(?:{words['born']}) (?:in )?{first},? {few}(?:{words['died']}) {few}in {last},?"
            r" (?:at (?:the age of )?|aged )$"
        ),
    }
    return Patterns(spelt)


def years(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each number of years, or age, behind the two years that it lies between."""
    for here in by_sentence(claims):
        for claim in here:
            if claim.figure.kind is Kind.AGE or (claim.figure.kind is Kind.DURATION and claim.figure.unit == "year"):
                yield from _proposal(document, claim)


def _proposal(document: Document, claim: Claim) -> Iterator[Proposal]:
    is_age = claim.figure.kind is Kind.AGE
    lead = before(claim)[-REACH:]
    found = _patterns()["age" if is_age else "span"].search(lead)
    if found is None or found["first"] >= found["last"] or claim.figure.words is not None:
        return
    ends = []
    at = left(claim)
    for name in ("last", "first"):
        at = document.text.rindex(found[name], 0, at)
        ends.append(_year(document, at, int(found[name])))
    last, first = (Operand(each, role) for each, role in zip(ends, ("to", "from"), strict=True))
    if is_age:
        yield Proposal(Operation.AGE, claim, (age(first, last),))
    else:
        doubts = (_SAME,) if after(claim).startswith((" of ", " later", " before", " after")) else ()
        yield Proposal(Operation.DURATION, claim, elapsed(first, last, "year"), doubts=doubts)


def _year(document: Document, start: int, year: int) -> Claim:
    days = Interval.of(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    return date_claim(document, start, start + 4, days)
