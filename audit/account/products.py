"""So many at so much each: '89 million shares at $5.10 each, for a total of $454 million'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.trio import BARE, base, trio
from audit.standards import standard
from audit.syntax import Mention, Reading
from audit.text.plurals import singular

__all__ = ["products"]

_AMOUNTS = ("count", "money", "measure", "rate")
_NEAR = 4
_EACH = 4
"""Figures that are tried in either role, the nearest first."""


def products(reading: Reading) -> Iterator[Binding]:
    """Each price for one with the numbers and the totals near it; the total is the claim, unless the price is told last."""
    for price in reading.mentions:
        thing = _thing(reading, price)
        if price.type == "percent":
            yield from _share_of(reading, price)
        if thing is None:
            if price.type == "rate" and price.figure.unit and price.figure.per in standard("factors")["time"]:
                yield from _over_time(reading, price)
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


def _share_of(reading: Reading, share: Mention) -> Iterator[Binding]:
    """'a wage bill of £14.2m; a rise of 5% would add £710,000': so many hundredths of an amount."""
    near = [m for m in reading.about(share, 1, 1) if base(m) not in (BARE, "percent") and m.type.startswith(_AMOUNTS)]
    nearest = sorted(near, key=lambda m: abs(m.number - share.number))[: _EACH + 1]
    for whole in nearest:
        for part in nearest:
            if part is whole or base(part) != base(whole) or part.number < min(share.number, whole.number):
                continue
            apart = len({share.sentence, whole.sentence, part.sentence}) > 1
            rule = f"product.share{'.apart' if apart else ''}"
            features = [*trio(reading, rule, part, whole, share), f"of:{_is_of(reading, share, whole)}"]
            roles = (Role("whole", whole), Role("share", share))
            yield Binding("product", rule, part, roles, tuple(features), "hundredths")


def _is_of(reading: Reading, share: Mention, whole: Mention) -> bool:
    """Whether the share stands right before its whole: '45% of the 310'."""
    return 0 <= whole.first - share.last <= _NEAR and "of" in reading.tokens.classes[share.last : whole.first]


def _over_time(reading: Reading, price: Mention) -> Iterator[Binding]:
    """'£185 a month for 36 months, £6,660 in all'; of a year also without its twelve months."""
    near = sorted(reading.about(price, 1, 1), key=lambda m: abs(m.number - price.number))
    totals = [
        m for m in near if m is not price and m.type.startswith(("money", "measure", "rate")) and base(m) == base(price)
    ]
    for number in [m for m in near if m.type == "duration" and m.figure.unit == price.figure.per][:_EACH]:
        for total in totals[:_EACH]:
            if total.type != "rate":
                apart = len({price.sentence, number.sentence, total.sentence}) > 1
                rule = f"product.time{'.apart' if apart else ''}"
                features = trio(reading, rule, total, number, price)
                yield Binding("product", rule, total, (Role("number", number), Role("each", price)), tuple(features))


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
            None
            if price.figure.unit is None or per[:1].isdigit() or per in standard("factors")["time"]
            else singular(per)
        )
    if price.type.startswith(("money", "measure", "count", "duration")):
        if "each" in _behind(reading, price):
            return ""
        before = reading.mentions[price.number - 1] if price.number else None
        if (
            before is not None and before.sentence == price.sentence and before.type == "count"
        ):  # 'each of the 83 gets $15,000'
            lead = reading.tokens.classes[max(0, before.first - _NEAR) : before.first]
            return "" if "each" in lead and price.type != "count" else None
    return None


def _counts(mention: Mention, thing: str) -> bool:
    return not thing or not mention.head or mention.head == thing or thing in ("head", "person", "capita")


def _scale(price: Mention, total: Mention) -> int:
    """How many of the price's unit make one of the total's: 1, or 100 for cents; 0 if none do."""
    one, other = base(price), base(total)
    if one == other:
        return 1
    if total.type.startswith("money") and price.type.startswith(("money", "rate")):
        kinds: dict[str, dict[str, int]] = standard("subunits")
        return kinds.get(one, {}).get(other, 0)
    return 0
