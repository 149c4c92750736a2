"""So many at so much each: '89 million shares at $5.10 each, for a total of $454 million'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading
from audit.syntax.nouns import singular
from audit.vocabulary import load

__all__ = ["products"]

_EACH = 4
"""Figures that are tried in either role, the nearest first."""


def products(reading: Reading) -> Iterator[Binding]:
    """Each price for one with the numbers and the totals near it; the total is the claim, unless the price is told last."""
    for price in reading.mentions:
        thing = _thing(reading, price)
        if thing is None:
            continue
        near = sorted(reading.about(price, 1, 1), key=lambda m: abs(m.number - price.number))
        numbers = [m for m in near if m is not price and m.type == "count" and _counts(m, thing)][:_EACH]
        totals = [
            (m, scale)
            for m in near
            if m is not price and m.type != "rate" and (scale := _scale(price, m)) and "each" not in _behind(reading, m)
        ][:_EACH]
        for number in numbers:
            for total, scale in totals:
                if total is not number:
                    yield _binding(reading, price, number, total, scale)


def _binding(reading: Reading, price: Mention, number: Mention, total: Mention, scale: int) -> Binding:
    last = price.number > max(number.number, total.number) and reading.places[price.number].governor in (
        "or",
        "average",
    )
    apart = len({price.sentence, number.sentence, total.sentence}) > 1
    rule = f"{'rate.each' if last else 'product.each'}{'.apart' if apart else ''}"
    form = "hundredths" if scale == 100 else ""
    if last:
        features = [*trio(reading, rule, price, total, number), f"scale:{scale}"]
        roles = (Role("total", total), Role("number", number))
        return Binding("rate", rule, price, roles, tuple(features), form and "hundredfold")
    features = [*trio(reading, rule, total, number, price), f"scale:{scale}", f"priced:{price.type.split()[0]}"]
    return Binding("product", rule, total, (Role("number", number), Role("each", price)), tuple(features), form)


def _behind(reading: Reading, mention: Mention) -> list[str]:
    return reading.tokens.classes[mention.last : mention.after + 2]


def _thing(reading: Reading, price: Mention) -> str | None:
    """What the price is for: '' for whatever is counted ('each'); None if it is no price for one."""
    per = price.figure.per
    if per is not None:
        return (
            None if price.figure.unit is None or per[:1].isdigit() or per in load("factors")["time"] else singular(per)
        )
    if price.type.startswith(("money", "measure", "count", "duration")) and "each" in _behind(reading, price):
        return ""
    return None


def _counts(mention: Mention, thing: str) -> bool:
    return not thing or not mention.head or mention.head == thing or thing in ("head", "person", "capita")


def _scale(price: Mention, total: Mention) -> int:
    """How many of the price's unit make one of the total's: 1, or 100 for cents; 0 if none do."""
    one, other = base(price), base(total)
    if one == other:
        return 1
    if total.type.startswith("money") and price.type.startswith(("money", "rate")):
        kinds: dict[str, dict[str, int]] = load("subunits")
        return kinds.get(one, {}).get(other, 0)
    return 0
