"""Shares bound to part and whole."""

from __future__ import annotations

import pytest

from tests.checks.cases import check_of, verdict_of

RIGHT = [
    ("The clinic said 12 of 48 patients, or 25%, had recovered.", "25%"),
    ("Of the 48 patients, 12 (25%) had recovered.", "25%"),
    ("Of 48 patients, 25% or 12 had recovered.", "25%"),
    ("Of 48 patients, 12, or one quarter, had recovered.", "one quarter"),
    ("They bought 30 million shares, 25% of the 120 million shares on issue.", "25%"),
    ("They bought 30 million shares, or 25 percent of the 120 million shares on issue.", "25 percent"),
    ("One quarter of the 48 villages (12) had been searched.", "One quarter"),
    ("Inspectors found faults in 66 out of 120 lifts (55%).", "55%"),
    ("Some 55% (66 of 120) of the lifts failed.", "55%"),
    ("The loans came to $1.4 billion, or 14% of a portfolio of $9.9 billion.", "14%"),
    ("Just under 25% of the 4,040 ballots, or 1,000, were spoilt.", "25%"),
]


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_right_share_fits(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "fits"


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_changed_share_is_wrong(sentence: str, figure: str) -> None:
    changed = {"25%": "37%", "25 percent": "37 percent", "55%": "65%", "14%": "41%"}
    printed = changed.get(figure) or figure.replace("quarter", "third")
    assert verdict_of(sentence.replace(figure, printed, 1), printed) == "wrong"


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Of those asked, 74% of the 1,200 farmers said that they would stay.", "74%"),
        ("The fee is $4.10 a day from May, and $4.60 a day, or 90% of the full rate, from June.", "90%"),
        ("Assets included a stake of $135 million, or 0.5% of total assets, in 2019 and $120 million in 2018.", "0.5%"),
        ("One in 10 adults, equivalent to 22 million people, owns one.", "One in 10"),
        ("Three of the four towns with the highest turnout, 72%, voted in favour.", "72%"),
    ],
)
def test_a_share_of_something_else_is_left_open(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "open"


def test_the_share_of_the_rest_is_named() -> None:
    check = check_of("Of the 48 patients, 12 (33.3%) had recovered.", "33.3%")
    assert check is not None
    assert check.diagnosis is not None
    assert check.diagnosis.slip == "share_of_the_rest"


def test_a_wrong_scale_is_named_with_the_operand() -> None:
    check = check_of("Of the total loans of $9.9 million, about 14% or $1.4 billion went to farms.", "14%")
    assert check is not None
    assert check.diagnosis is not None
    assert check.diagnosis.slip == "operand_scale"
    assert "$9.9 million" in check.diagnosis.explanation
