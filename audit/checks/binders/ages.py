"""A stated age against the days of birth and of what happened: 'born on 2 May 1970, killed on 8 September 2021 at 51'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.elapsed import age, days_of
from audit.checks.gaps import after, before
from audit.checks.outside import date_claim
from audit.checks.proposal import Proposal
from audit.claims.claim import Claim
from audit.dates import DateMention, find_dates
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load
from audit.words import alternatives, heads

__all__ = ["ages"]

OLDEST = 119


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(load('durations')['born'])})\s+(?:on\s+|in\s+)?$", re.IGNORECASE)


@cache
def _cues() -> frozenset[str]:
    return heads(load("durations")["born"])


def ages(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """A proposal where a sentence has one age, one day of birth and one other day."""
    if document.words.isdisjoint(_cues()):
        return
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.sentence is not None and _is_age(claim):
            by_sentence.setdefault(claim.sentence.index, []).append(claim)
    for found in by_sentence.values():
        if len(found) == 1:
            yield from _proposal(document, found[0])


def _is_age(claim: Claim) -> bool:
    """Whether it is an age, or a bare number between commas, which beside a day of birth is one ('the poet, 34, ...')."""
    if claim.implied:
        return False
    bare = (
        claim.figure.kind is Kind.COUNT and claim.figure.noun is None and claim.figure.value in Interval.of(1, OLDEST)
    )
    return claim.figure.kind is Kind.AGE or (bare and before(claim).endswith(", ") and after(claim).startswith(","))


def _proposal(document: Document, claim: Claim) -> Iterator[Proposal]:
    sentence = claim.sentence
    assert sentence is not None
    dates = find_dates(document.text, sentence.start, sentence.end)
    if len(dates) != 2 or any(mention.year is None for mention in dates):
        return
    births = [m for m in dates if _born().search(document.text, max(sentence.start, m.start - 20), m.start)]
    if len(births) != 1:
        return
    born = births[0]
    then = dates[1] if born is dates[0] else dates[0]
    operands = [_operand(document, mention, role) for mention, role in ((born, "born"), (then, "day"))]
    if operands[0] is None or operands[1] is None:
        return
    yield Proposal(Operation.AGE, claim, (age(operands[0], operands[1]),))


def _operand(document: Document, mention: DateMention, role: str) -> Operand | None:
    days = days_of(mention, None)
    return None if days is None else Operand(date_claim(document, mention.start, mention.end, days), role)
