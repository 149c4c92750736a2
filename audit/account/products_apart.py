"""Totals of so many at so much each over sentences: '36 lorries ... Each carried 18 tonnes ... The 648 tonnes'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.parting import follows, is_definite
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading

__all__ = ["products_apart"]

_BACK = 4
"""Sentences back in which the price for one and the number stand."""
_LEAD = 6
"""Tokens before a price in which a word makes it one for each."""
_TRIED = 3
"""Figures in either role, the nearest first."""
_TYPES = ("count", "money", "measure")
_NUMBERS = ("count", "duration")
_SUMMED = frozenset(("total", "bring_to", "all"))


def products_apart(reading: Reading) -> Iterator[Binding]:
    """Each amount that follows, or that its article takes up, with the prices for one and the numbers before it."""
    for claim in reading.mentions:
        if not claim.type.startswith(_TYPES) or claim.day is not None:
            continue
        cue = _cue(reading, claim)
        if not cue:
            continue
        before = [m for m in reading.before(claim, _BACK) if m.day is None][::-1]
        prices = [m for m in before if _is_price(reading, claim, m, cue)][:_TRIED]
        for price in prices:
            near = [m for m in before if m is not price and m.type.startswith(_NUMBERS) and m.high != 1]
            near.sort(key=lambda m: abs(m.number - price.number))
            for number in near[:_TRIED]:
                yield _binding(reading, claim, cue, number, price)


def _cue(reading: Reading, claim: Mention) -> str:
    begin = reading.bounds[claim.sentence][0]
    if not _SUMMED.isdisjoint(reading.tokens.classes[max(begin, claim.first - _LEAD) : claim.after + 2]):
        return "total"
    if follows(reading, claim):
        return "follows"
    return "the" if is_definite(reading, claim) else ""


def _is_price(reading: Reading, claim: Mention, price: Mention, cue: str) -> bool:
    """Whether it is so much for one: of the claim's unit, with a word that says so, or a price of what then follows."""
    if price.type == "rate":
        return base(price) == base(claim) if price.figure.unit else claim.type == "count"
    if price.type != claim.type or base(price) != base(claim):
        return False
    if _is_each(reading, price):
        return True
    return cue == "follows" and claim.type != "count"


def _is_each(reading: Reading, price: Mention) -> bool:
    begin, end = reading.bounds[price.sentence]
    classes = reading.tokens.classes
    return "each" in (
        *classes[max(begin, price.first - _LEAD) : price.first],
        *classes[price.last : min(end, price.after + 2)],
    )


def _binding(reading: Reading, claim: Mention, cue: str, number: Mention, price: Mention) -> Binding:
    apart = len({claim.sentence, number.sentence, price.sentence}) > 1
    rule = f"product.taken_up{'.apart' if apart else ''}"
    own = f"cue:{cue}"
    ties = [own, f"each:{_is_each(reading, price)}", f"price:{price.type.partition(' ')[0]}", f"number:{number.type}"]
    features = [*trio(reading, rule, claim, number, price), *ties, *(f"{rule}&{tie}" for tie in ties)]
    if price.figure.per and number.head:
        features.append(f"per:{'same' if price.figure.per == number.head else 'other'}")
    return Binding("product", rule, claim, (Role("number", number), Role("each", price)), tuple(features))
