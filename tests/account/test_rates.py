"""So much for each head, month or thing, so many times so much, and the mean of a row."""

from __future__ import annotations

import pytest

from audit.account.fit import fits
from audit.account.products import products
from audit.account.rates import rates
from audit.account.totals import totals
from tests.account.bound import reading_of

RATES = [
    (
        "There were 62 murders in the city of 1.24 million people, a rate of 5 per 100,000.",
        "5",
        ("62", "1.24 million"),
        True,
    ),
    ("The port handled 1,440 ships last year, or 120 a month.", "120", ("1,440",), True),
    ("The port handled 1,440 ships last year, or 210 a month.", "210", ("1,440",), False),
    ("Her rounds of 70, 68, 74 and 72 make an average of 71.", "71", ("70", "68", "74", "72"), True),
]
PRODUCTS = [
    ("The lease costs £120 a month for 30 months, £3,600 in all.", "£3,600", ("30 months", "£120 a month"), True),
    ("Each of the 45 owners will get $2,000. The town has set aside $90,000.", "$90,000", ("45", "$2,000"), True),
    ("The rent bill is £3.2m. A rise of 5% would add £160,000.", "£160,000", ("£3.2m", "5%"), True),
    ("The rent bill is £3.2m. A rise of 5% would add £610,000.", "£610,000", ("£3.2m", "5%"), False),
]
GROUPS = [
    ("Some 58 people were hit (21 killed and 37 hurt, including five boys).", "58", ("21", "37"), "total.bracket"),
    ("The ring held 90 people: 41 women, 30 men and 19 boys.", "90", ("41", "30", "19"), "total.colon"),
    ("The Reds won 30 seats. The Blues have 12 seats. Their 42 seats are enough.", "42", ("30", "12"), "total.run"),
]


@pytest.mark.parametrize(("text", "claim", "operands", "right"), RATES)
def test_a_rate_is_bound_to_what_it_is_worked_out_from(
    text: str, claim: str, operands: tuple[str, ...], right: bool
) -> None:
    found = {
        tuple(role.figure.text for role in b.roles): fits(b)
        for b in rates(reading_of(text))
        if b.claim.figure.text.startswith(claim)
    }
    assert found[operands] is right


@pytest.mark.parametrize(("text", "claim", "operands", "right"), PRODUCTS)
def test_a_product_is_bound_to_its_factors(text: str, claim: str, operands: tuple[str, ...], right: bool) -> None:
    found = {
        tuple(role.figure.text for role in b.roles): fits(b)
        for b in products(reading_of(text))
        if b.claim.figure.text == claim
    }
    assert found[operands] is right


@pytest.mark.parametrize(("text", "total", "parts", "rule"), GROUPS)
def test_figures_that_a_text_groups_are_taken_whole(text: str, total: str, parts: tuple[str, ...], rule: str) -> None:
    found = {
        (b.claim.figure.text, tuple(role.figure.text for role in b.roles)): b.rule for b in totals(reading_of(text))
    }
    assert found[total, parts] == rule
