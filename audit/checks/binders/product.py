"""Binds a product to its factors, an average or a rate to its total and number, lists that answer each other one by one."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import product, ratio
from audit.checks.language import words_of
from audit.checks.proposal import Candidate, Proposal
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable, subunits
from audit.claims.claim import Claim
from audit.figures.figure import Kind

__all__ = ["propose", "propose_pair"]


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every product, mean and rate that the sentence works out."""
    for match in matches(skeleton, "checks", "product"):
        if not words_of("more_of").match(match.after("total").lstrip()):
            yield from _product(match.claims["number"], match.claims["each"], match.claims["total"])
    if "both" in skeleton.text:
        for match in matches(skeleton, "checks", "twice"):
            yield from _twice(match)
    if words_of("respectively").search(skeleton.text):
        for match in matches(skeleton, "checks", "respectively"):
            lists = [match.lists[name] for name in ("number", "each", "total")]
            if len({len(members) for members in lists}) == 1:
                for number, each, total in zip(*lists, strict=True):
                    yield from _product(number, each, total)
    for match in matches(skeleton, "checks", "quotient"):
        yield from _quotient(match)
    for match in matches(skeleton, "checks", "mean"):
        yield from _mean(match)
    for match in matches(skeleton, "checks", "rate", timed=True):
        yield from _rate(match)


def propose_pair(pair: Skeleton) -> Iterator[Proposal]:
    """A total in one sentence whose factors stand in the next."""
    for match in matches(pair, "checks", "product_pair"):
        yield from _product(match.claims["number"], match.claims["each"], match.claims["total"])


def _product(number: Claim, each: Claim, total: Claim) -> Iterator[Proposal]:
    """Number times price; a price in cents makes a total in dollars."""
    scale = subunits(each.figure, total.figure)
    if scale is None or number.figure.kind is Kind.MONEY or not _is_of_each(each, total):
        return
    operands = (Operand(number, "number"), Operand(each, "each"))
    expression = "{0} × {1}" if scale == 1 else f"{{0}} × {{1}} / {scale}"
    reading = Candidate("number times each", operands, lambda v: product(v) / scale, expression)
    yield Proposal(Operation.PRODUCT, total, (reading,))


def _is_of_each(each: Claim, total: Claim) -> bool:
    """Whether what each has is of the kind of the total."""
    if total.figure.kind is Kind.MONEY:
        return each.figure.kind in (Kind.MONEY, Kind.RATE)
    return addable(each.figure, total.figure)


def _twice(match: Match) -> Iterator[Proposal]:
    """What each of two has, taken twice."""
    each, total = match.claims["each"], match.claims["total"]
    if addable(each.figure, total.figure):
        reading = Candidate("twice what each has", (Operand(each, "each"),), lambda v: v[0] * 2, "2 × {0}")
        yield Proposal(Operation.PRODUCT, total, (reading,))


def _quotient(match: Match) -> Iterator[Proposal]:
    """How many go into a sum at that price."""
    number, each, total = match.claims["number"], match.claims["each"], match.claims["total"]
    scale = subunits(each.figure, total.figure)
    if scale is None:
        return
    operands = (Operand(total, "total"), Operand(each, "each"))
    expression = "{0} / {1}" if scale == 1 else f"{{0}} × {scale} / {{1}}"
    yield Proposal(Operation.RATIO, number, (Candidate("sum over the price", operands, ratio(scale), expression),))


def _mean(match: Match) -> Iterator[Proposal]:
    mean, total, number = match.claims["mean"], match.claims["total"], match.claims["number"]
    if mean.figure.kind is Kind.RATE:
        # 'an average of 371 per school': of the schools that were counted
        if mean.figure.per != number.figure.head:
            return
    elif not comparable(mean.figure, total.figure):
        return
    operands = (Operand(total, "total"), Operand(number, "number"))
    yield Proposal(Operation.MEAN, mean, (Candidate("total over number", operands, ratio(), "{0} / {1}"),))


def _rate(match: Match) -> Iterator[Proposal]:
    """Amount over time, if the rate is by the unit in which the time is given."""
    rate, amount, time = match.claims["rate"], match.claims["amount"], match.claims["time"]
    if rate.figure.per is None or rate.figure.per != time.figure.unit:
        return
    operands = (Operand(amount, "amount"), Operand(time, "time"))
    yield Proposal(Operation.RATE, rate, (Candidate("amount over time", operands, ratio(), "{0} / {1}"),))
