"""Quantities told again in another unit, and sums in another currency."""

from __future__ import annotations

import pytest

from audit.account.conversions import convertible
from audit.figures.units import registry
from tests.account.bound import best, chance, working

UNITS = [
    ("The tunnel is 900 metres (2,950 feet) long.", "2,950 feet", "900 metres"),
    ("It burned 5,000 acres, or 2,023 hectares, in a day.", "2,023 hectares", "5,000 acres"),
    ("Gusts of 80 mph (about 130 km/h) were measured.", "130 km/h", "80 mph"),
    ("It was 40C (104F) in the shade, the forecast said.", "104F", "40C"),
    ("A 16-inch (406 mm) gun was found.", "406 mm", "16-inch"),
    ("The rocks warmed by 2 °C (3.6 °F) in a decade.", "3.6 °F", "2 °C"),
]


@pytest.mark.parametrize(("text", "claim", "quantity"), UNITS)
def test_a_quantity_told_again_is_converted(text: str, claim: str, quantity: str) -> None:
    assert best(text, claim, "unit_conversion") == (quantity,)
    assert chance(text, claim, "unit_conversion", quantity) > 0.5
    assert working(text, claim, "unit_conversion") is True


def test_a_wrong_conversion_does_not_fit() -> None:
    assert working("The tunnel is 900 metres (2,590 feet) long.", "2,590 feet", "unit_conversion") is False


def test_two_measures_of_two_things_are_no_conversion() -> None:
    assert best("The wall is 900 metres long and 20 feet high.", "20 feet", "unit_conversion") == ()


def test_all_sums_of_a_text_go_at_one_rate() -> None:
    text = "One lamp cost $10.00 (£7.50). The whole set was $1,500 (£1,125)."
    assert best(text, "£1,125", "currency_conversion") == ("$10.00", "£7.50", "$1,500")
    assert working(text, "£1,125", "currency_conversion") is True
    assert working(text.replace("£1,125", "£1,525"), "£1,525", "currency_conversion") is False


def test_a_lone_conversion_of_money_has_no_rate() -> None:
    assert best("The fine was $300m (£220m).", "£220m", "currency_conversion") == ()


def test_a_rate_told_in_words_converts() -> None:
    text = "They paid 7,400 shekels, or $2,000 at 3.7 shekels to the dollar."
    assert best(text, "$2,000", "currency_conversion") == ("7,400 shekels", "3.7 shekels")
    assert working(text, "$2,000", "currency_conversion") is True


@pytest.mark.parametrize(
    ("unit", "target", "are"),
    [
        ("furlong", "meter", True),
        ("ampere", "metric_ton", False),
        ("kilowatt", "horsepower", True),
        ("watt", "mile", False),
    ],
)
def test_which_units_measure_the_same(unit: str, target: str, are: bool) -> None:
    assert convertible(unit, target) is convertible(target, unit) is are


def test_two_kinds_of_measure_are_told_apart_without_the_registry() -> None:
    registry.cache_clear()
    assert not convertible("milliampere", "metric_ton")
    assert registry.cache_info().currsize == 0
