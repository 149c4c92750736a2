"""Sums in two currencies at the rate that the text gives, and what an exchange rate that moves leaves open."""

from __future__ import annotations

import pytest

from tests.checks.cases import check_of, verdict_of, wrong_anywhere


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("He was fined 8,880 shekels, or $2,400 at 3.7 shekels to the dollar.", "$2,400", "fits"),
        ("He was fined 8,880 shekels, or $3,400 at 3.7 shekels to the dollar.", "$3,400", "wrong"),
        ("At 3.7 shekels to the dollar, the $2,400 is worth 8,880 shekels.", "8,880 shekels", "fits"),
        ("At 3.7 shekels to the dollar, the $2,400 is worth 6,880 shekels.", "6,880 shekels", "wrong"),
        ("He was fined 8,880 shekels and paid $900 in costs, at 3.7 shekels to the dollar.", "$900", "open"),
        ("He was fined 8,880 shekels, or $2,100, at the time, when a dollar bought more.", "$2,100", "open"),
    ],
)
def test_a_sum_in_another_currency(sentence: str, figure: str, verdict: str) -> None:
    assert verdict_of(sentence, figure) == verdict


def test_a_rate_turned_round_is_named() -> None:
    check = check_of("He was fined 400 shekels, or $1,480 at 3.7 shekels to the dollar.", "$1,480")
    assert check is not None and check.diagnosis is not None
    assert check.diagnosis.slip == "exchange_reversed"


def test_a_currency_that_weakens_may_have_more_to_the_dollar() -> None:
    assert wrong_anywhere("The currency weakened to 8.4 per dollar from 8.0, a fall of 5 percent.") == []
