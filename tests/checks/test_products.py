"""Products, rates, means, multiples, spans, and lists that answer one another."""

from __future__ import annotations

import pytest

from tests.checks.cases import check_of, verdict_of

RIGHT = [
    ("The agency ordered 2.4 million doses at $3.50 a dose, or $8.4 million.", "$8.4 million", "$4.8 million"),
    ("They took 2.4 million doses, or 18%, of it for $3.50 a dose, or $8.4 million.", "$8.4 million", "$5.4 million"),
    ("It will raise $8.4 million by selling 2.4 million tokens at $3.50 each.", "$8.4 million", "$84 million"),
    ("It sold 400 tents at $125 each for a total of $50,000.", "$50,000", "$59,000"),
    ("The convoy drove 4,800 kilometres in 12 days, an average of 400 kilometres a day.", "400 kilometres a day",
     "600 kilometres a day"),
    ("They shared $800 among 4 winners, an average of $200 each.", "$200", "$300"),
    ("Profit doubled to $41 million from $20 million.", "doubled", "tripled"),
    ("Profit halved to 166 million marks from 311 million.", "halved", "doubled"),
    ("Costs rose from $11 million to $60 million, more than five times as much.", "five times", "seven times"),
    ("Temperatures ran from 20 degrees to 50 degrees, a range of 30 degrees.", "30 degrees", "40 degrees"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure", "changed"), RIGHT)
def test_a_right_product_or_multiple_fits(sentence: str, figure: str, changed: str) -> None:
    assert verdict_of(sentence, figure) == "fits"


@pytest.mark.parametrize(("sentence", "figure", "changed"), RIGHT)
def test_a_changed_one_is_wrong(sentence: str, figure: str, changed: str) -> None:
    assert verdict_of(sentence.replace(figure, changed), changed) == "wrong"


def test_cents_make_dollars() -> None:
    assert verdict_of("It sold 2,000 cups at 25 cents each for a total of $500.", "$500") == "fits"
    assert verdict_of("It sold 2,000 cups at 25 cents each for a total of $50,000.", "$50,000") == "wrong"


def test_three_times_more_may_be_three_or_four_times() -> None:
    for new in (30, 40):
        check = check_of(f"Output went from 10 tonnes to {new} tonnes, three times more.", "three times")
        assert check is not None
        assert check.verdict == "consistent"
        assert len(check.readings) == 2
        assert check.note


def test_respective_lists_are_paired() -> None:
    text = (
        "Tents delivered in the three months were 61,000, 25,000 and 41,000 at prices of $52.50, $81.20 and $64.30 "
        "per tent, or a total of $3.2 million, $2.0 million and {}, respectively."
    )
    assert verdict_of(text.format("$2.6 million"), "$2.0 million") == "fits"
    assert verdict_of(text.format("$2.6 million"), "$2.6 million") == "fits"
    assert verdict_of(text.format("$6.2 million"), "$6.2 million") == "wrong"


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Charges on 3.1 million loans come to $4.20 for each $10,000 lent.", "$10,000"),
        ("The fund offers 40 million units at 310 rupees apiece, a premium of 10%.", "10%"),
        ("An estimate of $20,000 was beaten when it sold for $120,000, nine times the reserve.", "nine times"),
    ],
)
def test_tempting_ones_are_left_open(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "open"
