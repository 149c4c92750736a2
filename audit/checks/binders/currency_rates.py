"""A sum given again in another currency at a rate that the text gives: 'at 3.7 shekels to the dollar'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.checks.check import Operand, Operation
from audit.checks.gaps import after, before, between, by_sentence, first_of
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["currency_rates", "is_exchange_rate", "names_currency"]


@cache
def _names() -> dict[str, str]:
    """Currency by each word that writes it."""
    return {word: name for name, words in load("currencies")["words"].items() for word in words.split()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("exchange").items()}
    names = first_of(tuple(_names()))
    return {
        "rate": re.compile(rf"^ ?(?:{words['to']}) (?:(?:{words['one']}) )?(?P<name>{names})\b"),
        "link": re.compile(rf"^(?: [^\s,;:()\d]+){{0,2}}(?:,? (?:{words['link']})| ?\() ?(?:(?:{words['about']}) )?$"),
        "currency": re.compile(rf"\bthe (?:{names}|currency)\b"),
        "other_rate": re.compile(rf"\b(?:{words['other_rate']})\b"),
    }


def currency_rates(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each sum that repeats the one before it in the currency of a rate of the same sentence."""
    for here in by_sentence(claims):
        money = [claim for claim in here if claim.figure.kind is Kind.MONEY]
        if len(money) < 2:
            continue
        rates = [(claim, bought) for claim in here if (bought := _bought(claim)) is not None]
        if len(rates) == 1:
            rate, bought = rates[0]
            for one, other in pairwise(claim for claim in money if claim is not rate):
                yield from _converted(one, other, rate, bought)


def is_exchange_rate(claim: Claim) -> bool:
    """Whether the figure is the price of one unit of another currency."""
    return _bought(claim) is not None


def names_currency(words: str) -> bool:
    """Whether a currency itself is spoken of ('the yen'), and not only sums in it."""
    return _patterns()["currency"].search(words) is not None


def _bought(claim: Claim) -> str | None:
    """The currency of which one unit is bought, where the figure is a rate ('3.7 shekels to the dollar'); else None."""
    figure = claim.figure
    if figure.per is not None:
        return _names().get(figure.per)
    if claim.sentence is None or figure.kind not in (Kind.MONEY, Kind.COUNT):
        return None
    found = _patterns()["rate"].match(after(claim))
    return _names()[found["name"]] if found else None


def _converted(one: Claim, other: Claim, rate: Claim, bought: str) -> Iterator[Proposal]:
    sold, units = rate.figure.unit, {one.figure.unit, other.figure.unit}
    if bought not in units or len(units) != 2 or (sold is not None and sold.partition(" per ")[0] not in units):
        return
    if _patterns()["link"].match(between(one, other)) is None or _patterns()["other_rate"].search(before(other)):
        return
    buys = other.figure.unit == bought
    operands = (Operand(one, "quantity"), Operand(rate, "exchange_rate"))
    reading = Candidate(
        "at the rate that the text gives",
        operands,
        _over if buys else _times,
        "{0} / {1}" if buys else "{0} × {1}",
        slips=(Slip("exchange_reversed", _times if buys else _over),),
    )
    yield Proposal(Operation.CURRENCY_CONVERSION, other, (reading,))


def _over(values: Sequence[Interval]) -> Interval:
    return values[0] / values[1]


def _times(values: Sequence[Interval]) -> Interval:
    return values[0] * values[1]
