"""The account of a document: which figures speak of the same thing, of a part of it, of it earlier, of what is listed.

Every module here proposes the bindings of one relation; fitted weights say how likely each is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.ages import ages
from audit.account.binding import Binding, Generator, Role
from audit.account.clocks import clocks
from audit.account.conversions import unit_conversions
from audit.account.counts import counts
from audit.account.dates_again import dates_again
from audit.account.differences import differences
from audit.account.durations import durations
from audit.account.far_wholes import far_wholes
from audit.account.farther import farther
from audit.account.features import crossed
from audit.account.known_wholes import known_wholes
from audit.account.margins import margins
from audit.account.measures_again import measures_again
from audit.account.money_again import currency_conversions
from audit.account.multiples import multiples
from audit.account.one_of import one_of
from audit.account.parts import parts
from audit.account.percent_changes import percent_changes
from audit.account.products import products
from audit.account.products_apart import products_apart
from audit.account.ranks import ranks
from audit.account.rates import rates
from audit.account.rates_apart import rates_apart
from audit.account.remainders import remainders
from audit.account.rests import rests
from audit.account.set_apart import set_apart
from audit.account.shares import shares
from audit.account.shares_apart import shares_apart
from audit.account.sums_apart import sums_apart
from audit.account.told import told
from audit.account.totals import totals
from audit.account.weekdays import weekdays
from audit.account.weights import chance_of
from audit.syntax import Reading

__all__ = ["GENERATORS", "Binding", "Generator", "Role", "bindings", "chance_of", "proposed"]

GENERATORS: dict[str, Generator] = {
    "ages": ages,
    "clocks": clocks,
    "counts": counts,
    "currency_conversions": currency_conversions,
    "dates_again": dates_again,
    "differences": differences,
    "durations": durations,
    "far_wholes": far_wholes,
    "farther": farther,
    "margins": margins,
    "known_wholes": known_wholes,
    "measures_again": measures_again,
    "multiples": multiples,
    "one_of": one_of,
    "parts": parts,
    "percent_changes": percent_changes,
    "products": products,
    "products_apart": products_apart,
    "ranks": ranks,
    "rates": rates,
    "rates_apart": rates_apart,
    "remainders": remainders,
    "rests": rests,
    "set_apart": set_apart,
    "shares": shares,
    "shares_apart": shares_apart,
    "sums_apart": sums_apart,
    "unit_conversions": unit_conversions,
    "weekdays": weekdays,
    "told": told,
    "totals": totals,
}


_SIZES = ((4, "few"), (8, "some"), (16, "many"), (40, "more"))
"""Of how many figures a text is: of few, each is to the point; of many, hardly any two belong together."""


def bindings(reading: Reading) -> Iterator[tuple[Binding, float]]:
    """Every binding that a generator proposes, with the chance that it is meant."""
    for binding in proposed(reading):
        yield binding, chance_of(binding)


def proposed(reading: Reading) -> Iterator[Binding]:
    """Every binding that a generator proposes; its features end with the size of the text."""
    printed = len(reading.mentions)
    size = f"size:{next((name for most, name in _SIZES if printed <= most), 'most')}"
    endings: dict[str, tuple[str, ...]] = {}
    for generator in GENERATORS.values():
        for binding in generator(reading):
            ending = endings.get(binding.rule)
            if ending is None:
                ending = endings[binding.rule] = (size, *crossed(binding.rule, (size,)))
            binding.features += ending
            yield binding
