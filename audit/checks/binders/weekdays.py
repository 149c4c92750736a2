"""A day of the week against the date that stands with it: 'Saturday, 7 October 2023'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from audit.checks.check import Operand, Operation
from audit.checks.outside import date_claim, weekday_claim
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim
from audit.document import Document
from audit.interval import Interval

__all__ = ["weekdays"]

NEAR = timedelta(days=60)
"""A date without a year that lies this near the day of publication is taken to be of that year."""


def weekdays(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each date with a weekday, if its year is printed or follows from the day of publication."""
    for mention in document.dates:
        day = mention.resolve(document.published)
        if mention.weekday is None or mention.weekday_start is None or mention.weekday_end is None or day is None:
            continue
        printed = mention.year is not None
        near = printed or (document.published is not None and abs(day - document.published) <= NEAR)
        start = mention.weekday_end if mention.weekday_start == mention.start else mention.start
        end = mention.end if mention.weekday_start == mention.start else mention.weekday_start
        inner = document.text[start:end]
        start += len(inner) - len(inner.lstrip(" ,.("))
        end -= len(inner) - len(inner.rstrip(" ,("))
        operand = Operand(date_claim(document, start, end, Interval.of(day.toordinal())), "date")
        yield Proposal(
            Operation.DAY_OF_WEEK,
            weekday_claim(document, mention.weekday_start, mention.weekday_end, mention.weekday),
            (Candidate("day of the week of the date", (operand,), _weekday, "{0}"),),
            missing=() if near else ("the year of the date",),
            note="" if printed else "The year is taken from the day of publication.",
        )


def _weekday(values: Sequence[Interval]) -> Interval:
    ordinal = values[0].low
    assert isinstance(ordinal, Fraction)
    return Interval.of((int(ordinal) + 6) % 7)
