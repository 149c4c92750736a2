"""Binds a product to its factors, an average or a rate to its total and number, lists that answer each other one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.checks.binders.directions import directions
from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import product, ratio
from audit.checks.language import words_of
from audit.checks.people import is_people
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable, subunits
from audit.checks.vetoes import clause, doubts
from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.interval import Interval

__all__ = ["propose", "propose_pair"]

_SAME = "whether the total counts what each has"
_WHOSE = "words that say which of them have it"
_AND = re.compile(r"\b(?:and|,)")
_ADDED = re.compile(r"\band $")
"""'20 at 500 and one at 800, 10,800 in all': the total is not of the second alone."""
_MOST = 20
"""Changes that nobody strings together more of."""


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every product, mean and rate that the sentence works out."""
    for match in matches(skeleton, "checks", "product"):
        if not words_of("more_of").match(match.after("total").lstrip()) and not _ADDED.search(
            match.words[: match.start]
        ):
            yield from _product(match.claims["number"], match.claims["each"], match.claims["total"])
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
    for match in matches(skeleton, "checks", "mean_of_units"):
        yield from _of_units(match)
    for match in matches(skeleton, "checks", "grossed_up"):
        yield from _grossed_up(match)
    for match in matches(skeleton, "checks", "compound"):
        yield from _compound(match)
    for match in matches(skeleton, "checks", "rate", timed=True):
        yield from _rate(match)


def propose_pair(pair: Skeleton) -> Iterator[Proposal]:
    """A total in one sentence whose factors stand in the next."""
    for match in matches(pair, "checks", "product_pair"):
        yield from _product(match.claims["number"], match.claims["each"], match.claims["total"])


def _product(number: Claim, each: Claim, total: Claim) -> Iterator[Proposal]:
    """Number times price; a price in cents makes a total in dollars."""
    scale = subunits(each.figure, total.figure)
    if scale is None or number.figure.kind is Kind.MONEY or each.figure.words is not None:
        return
    counts = each.figure.kind is total.figure.kind is Kind.COUNT and total.figure.words is None
    if not counts and not _is_of_each(each, total):
        return
    operands = (Operand(number, "number"), Operand(each, "each"))
    expression = "{0} × {1}" if scale == 1 else f"{{0}} × {{1}} / {scale}"
    reading = Candidate("number times each", operands, lambda v: product(v) / scale, expression)
    yield Proposal(Operation.PRODUCT, total, (reading,), doubts=() if _is_of_each(each, total) else (_SAME,))


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
        if not _is_per(mean.figure, number.figure):
            return
    elif not comparable(mean.figure, total.figure):
        return
    if number.figure.head is None or number.figure.head == total.figure.head:
        return  # '40 of the 90 farms', 'a budget of 90 million': no number of things that have something
    operands = (Operand(total, "total"), Operand(number, "number"))
    reading = Candidate("total over number", operands, ratio(), "{0} / {1}")
    listed = _AND.search(match.between("number", "total")) is not None
    yield Proposal(Operation.MEAN, mean, (reading,), doubts=(_WHOSE,) if listed else ())


def _is_per(mean: Figure, number: Figure) -> bool:
    """'an average of 371 per school': of the schools that were counted; '$40 a head': of people."""
    if mean.per is not None and words_of("heads").fullmatch(mean.per):
        return number.head is not None and is_people(number.head)
    return mean.per is not None and mean.per == number.head


def _of_units(match: Match) -> Iterator[Proposal]:
    """A rate whose two units are those of the total and of the number: tonnes per hectare, of tonnes and hectares."""
    mean, total, number = (match.claims[name].figure for name in ("mean", "total", "number"))
    if mean.per is None or mean.per != number.unit or not (mean.unit or "").startswith(f"{total.unit} per "):
        return
    operands = (Operand(match.claims["total"], "total"), Operand(match.claims["number"], "number"))
    reading = Candidate("total over number", operands, ratio(), "{0} / {1}")
    yield Proposal(Operation.RATE, match.claims["mean"], (reading,), doubts=doubts(clause(match)))


def _grossed_up(match: Match) -> Iterator[Proposal]:
    """What the whole is worth if a share of it costs so much."""
    share, price, total = match.claims["share"], match.claims["price"], match.claims["total"]
    if addable(price.figure, total.figure):
        operands = (Operand(price, "price"), Operand(share, "share"))
        reading = Candidate("price over the share", operands, ratio(100), "{0} / {1}")
        yield Proposal(Operation.RATIO, total, (reading,), doubts=doubts(clause(match)))


def _compound(match: Match) -> Iterator[Proposal]:
    """Changes of one size one after another: each is of what the one before it has left."""
    number, each, total = match.claims["number"], match.claims["each"], match.claims["total"]
    times = number.figure.value.low
    words = [found.group() for found in words_of("any_change").finditer(match.words, match.start, match.end)]
    if not number.figure.value.is_point or times not in range(2, _MOST) or not words:
        return
    direction = directions()[words[0]]

    def compounded(values: Sequence[Interval]) -> Interval:
        step = values[0] / 100 * direction + 1
        return (product([step] * int(times)) - 1) * (100 * direction)

    reading = Candidate(
        "each change of what the one before it has left",
        (Operand(each, "each"), Operand(number, "number")),
        compounded,
        "{0}, {1} times over",
        slips=(Slip("percentages_added", lambda values: values[0] * values[1]),),
    )
    yield Proposal(Operation.PERCENT_CHANGE, total, (reading,), doubts=doubts(clause(match)))


def _rate(match: Match) -> Iterator[Proposal]:
    """Amount over time, if the rate is by the unit in which the time is given."""
    rate, amount, time = match.claims["rate"], match.claims["amount"], match.claims["time"]
    if rate.figure.per is None or rate.figure.per != time.figure.unit:
        return
    operands = (Operand(amount, "amount"), Operand(time, "time"))
    yield Proposal(Operation.RATE, rate, (Candidate("amount over time", operands, ratio(), "{0} / {1}"),))
