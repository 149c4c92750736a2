"""A sum given again in another currency: all of one text at one rate, or at the rate that the text gives.

No rate stands in this program: what is compared is each conversion with the others of the same text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from audit.account.binding import Binding, Role
from audit.account.conversions import again, link
from audit.account.features import heads
from audit.figures.figure import Figure
from audit.figures.rounding import Policy, stands_for
from audit.lang import Pack, load, pack
from audit.syntax import Mention, Reading

__all__ = ["currency_conversions"]

_FINE = 0.03
"""A sum known to within three in a hundred makes a good rate; of several the middle one is taken."""


def currency_conversions(reading: Reading) -> Iterator[Binding]:
    """Each sum told again in another currency, with another such pair of the text, or with a rate told in words."""
    pairs = [
        (one, other, tuple(sorted((one.type, other.type))))
        for one, other in again(reading, ("money", "rate"))
        if _is_sum(one) and _is_sum(other)
    ]
    for place, (one, other, units) in enumerate(pairs):
        others = [pair for at, pair in enumerate(pairs) if at != place and pair[2] == units]
        if others:
            base, quote = _common(others, units[0])
            yield _at_other(reading, one, other, base, quote, len(others))
    yield from _at_told(reading)


def _common(pairs: Sequence[tuple[Mention, Mention, tuple[str, ...]]], unit: str) -> tuple[Mention, Mention]:
    """The pair at the middle of the rates of all that are printed finely enough, else of all."""
    fine = [pair for pair in pairs if _width(pair[0].figure) + _width(pair[1].figure) < _FINE] or list(pairs)
    by_rate = sorted(fine, key=lambda pair: _rate(pair[0], pair[1], unit))
    one, other, _ = by_rate[(len(by_rate) - 1) // 2]
    return one, other


def _rate(one: Mention, other: Mention, unit: str) -> float:
    base, quote = (one, other) if one.type == unit else (other, one)
    return quote.nominal / (base.nominal or 1.0)


def _is_sum(mention: Mention) -> bool:
    return mention.type.startswith("money")


def _width(figure: Figure) -> float:
    stood = stands_for(figure, Policy.TWO_FIGURE)
    low, high = float(stood.low), float(stood.high)
    return (high - low) / abs(high + low) * 2 if high + low and high - low < float("inf") else 1.0


def _at_other(reading: Reading, one: Mention, other: Mention, base: Mention, quote: Mention, others: int) -> Binding:
    apart = abs(one.sentence - base.sentence)
    features = [
        "currency_conversion.one_rate",
        *link(reading, one, other),
        *(f"rate.{name}" for name in link(reading, base, quote)),
        f"pairs:{min(others, 4)}",
        f"apart:{'same' if not apart else 'near' if apart < 4 else 'far'}",
        f"same_way:{base.type == one.type}",
        f"nouns:{heads(one, base)}",
        *(f"dated:{m.type == 'date'}" for m in reading.about(one) if m.type == "date"),
    ]
    rate = (Role("rate_base", base), Role("rate_quote", quote))
    if base.type != one.type:
        rate = (Role("rate_base", quote), Role("rate_quote", base))
    return Binding(
        "currency_conversion", "currency_conversion.one_rate", other, (*rate, Role("amount", one)), tuple(features), ""
    )


def _at_told(reading: Reading) -> Iterator[Binding]:
    """'7,400 shekels, or $2,000 at 3.7 shekels to the dollar'."""
    names = pack(reading.document.language).build(_currencies)
    for rate in reading.mentions:
        bought = _bought(reading, rate, names)
        if bought is None:
            continue
        sold = (rate.figure.unit or "").partition(" per ")[0]
        money = [m for m in reading.about(rate) if m is not rate and _is_sum(m)]
        for one, other in pairwise(money):
            units = {one.figure.unit, other.figure.unit}
            if bought not in units or len(units) != 2 or (sold and sold not in units):
                continue
            rule = "currency_conversion.told_rate"
            form = "over" if other.figure.unit == bought else "times"
            yield Binding(
                "currency_conversion", rule, other, (Role("amount", one), Role("exchange_rate", rate)),
                (rule, *link(reading, one, other)), form,
            )  # fmt: skip


def _bought(reading: Reading, rate: Mention, names: dict[str, str]) -> str | None:
    """The currency of which one unit is bought at this price; None if it is no rate of exchange."""
    if rate.figure.per is not None:
        return names.get(rate.figure.per)
    if not rate.type.startswith(("money", "count")):
        return None
    classes, words = reading.tokens.classes, reading.tokens.words
    if classes[rate.last : rate.last + 1] and classes[rate.last] in ("to", "each", "for", "a", "compare"):
        for at in range(rate.last + 1, min(rate.last + 4, len(words))):
            if words[at] in names:
                return names[words[at]]
            if classes[at] not in ("the", "a"):
                return None
    return None


def _currencies(words: Pack) -> dict[str, str]:
    return {word: name for name, spelled in load("currencies")["words"].items() for word in spelled.split()}
