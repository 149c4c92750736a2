"""Measures that are told again in another unit, with no sign that joins them."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.fit import fits
from tests.account.bound import reading_of


def found(text: str) -> list[tuple[str, str, str, bool]]:
    return [
        (b.rule, b.claim.figure.text, b.roles[0].figure.text, fits(b))
        for b in proposed(reading_of(text))
        if b.operation == "unit_conversion"
    ]


GAP = "Nobody knew why. Some wept. Others went home. A dog barked. "
AGAIN = [
    (
        f"The blast left a crater 20 feet wide. {GAP}Men filled the six-metre hole.",
        ("unit_conversion.far", "six-metre", "20 feet"),
    ),
    ("It weighs a pound, or 454 grams, and is baked.", ("unit_conversion.alone", "454 grams", "a pound")),
    (
        "The load of tea was 1.4 tonnes. The tea weighed 1,400 kilograms to the gram.",
        ("unit_conversion.far", "1,400 kilograms", "1.4 tonnes"),
    ),
    (
        "The search for Sari lasted four days. Ninety-six hours, said Sari.",
        ("unit_conversion.time", "Ninety-six hours", "four days"),
    ),
]


@pytest.mark.parametrize(("text", "right"), AGAIN)
def test_a_measure_is_tried_with_one_in_another_unit(text: str, right: tuple[str, str, str]) -> None:
    assert (*right, True) in found(text)


TEMPTING = [
    "The wall is 900 metres long and 20 feet high.",
    f"The crater is 20 feet wide. {GAP}It holds six litres.",  # a length and a volume
    f"The crater is 20 feet wide. {GAP}The hole is 20 feet deep.",  # one unit
    "A man in the pound had 454 grams.",  # no article
    f"The search lasted four days. {GAP}He slept ten hours.",  # lengths of time of two things
]


@pytest.mark.parametrize("text", TEMPTING)
def test_others_are_not_tried(text: str) -> None:
    assert found(text) == []


def test_a_decade_is_no_unit_that_can_be_converted() -> None:
    assert found("The search for Sari took a decade. Sari was told in 520 weeks.") == []
