"""Money in the currencies of the news: right ones and tempting wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.figures import find_figures
from audit.figures.figure import Kind


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost 93 million crowns.", 93_000_000, "crown"),
        ("It cost 20 Czech crowns.", 20, "czech koruna"),
        ("It cost 1,200 zlotys.", 1200, "polish zloty"),
        ("It cost 40,000 forints.", 40_000, "hungarian forint"),
        ("It cost 300 rand.", 300, "south african rand"),
        ("It cost 70 hryvnias.", 70, "ukrainian hryvnia"),
        ("It cost 5 Omani rials.", 5, "omani rial"),
        ("It cost 20 Serbian dinars.", 20, "serbian dinar"),
        ("It cost 3 New Taiwan dollars.", 3, "taiwan dollar"),
        ("It cost 20 billion francs.", 20_000_000_000, "franc"),
        ("It cost 300,000 won.", 300_000, "won"),
        ("It cost 500 kr.", 500, "crown"),
        ("It cost Ksh 200.", 200, "kenyan shilling"),
        ("It cost SEK 500.", 500, "swedish krona"),
        ("It cost R1.2 billion.", 1_200_000_000, "south african rand"),
        ("It cost N2,500.", 2500, "nigerian naira"),
        ("It cost 30 MUSD.", 30_000_000, "dollar"),
        ("It cost 75 USD million.", 75_000_000, "dollar"),
        ("It cost NZD$15.", 15, "new zealand dollar"),
        ("It cost $5 Canadian.", 5, "canadian dollar"),
        ("It trades at $1.25 sterling.", Fraction(5, 4), "pound sterling"),
        ("It cost $8 U.S. then.", 8, "dollar"),
        ("It cost forty MUSD.", 40_000_000, "dollar"),
        ("It cost half million usd.", 500_000, "dollar"),
        ("It cost 300元.", 300, "chinese yuan"),
        ("It cost 18 dollars and 25.", Fraction(73, 4), "dollar"),
        ("It cost eighteen dollars thirty five!", Fraction(367, 20), "dollar"),
    ],
)
def test_money(text: str, value: Fraction, unit: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.kind, figure.value.low, figure.unit) == (Kind.MONEY, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "She won three crowns.",
        "There is one TRY in the game.",
        "TEN TOP men won.",
        "It was Dem 52, Rep 48.",
        "Ron 5 left.",
        "Take the R500 north.",
        "ALL 500 left.",
        "It came in the TOP 10.",
        "COP 28 is over.",
        "He saw 30 Cordoba players.",
        "She won 12 won games.",
        "See https://example.org/KR4767 there.",
        "He ran 500 m MAD.",
    ],
)
def test_no_money(text: str) -> None:
    assert all(figure.kind is not Kind.MONEY for figure in find_figures(text))
