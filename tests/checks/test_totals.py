"""Totals bound to their parts, remainders, balances."""

from __future__ import annotations

import pytest

from tests.checks.cases import verdict_of, wrong_anywhere

RIGHT = [
    ("The convoy had 40 trucks: 15 from the north, 20 from the south and 5 from the port.", "40"),
    ("The ministry bought 40 trucks - 15 new and 25 used.", "40"),
    ("The sale raised $7.5 million, made up of $5 million in cash and $2.5 million in shares.", "$7.5 million"),
    ("They spent $5 million on roads and $2.5 million on bridges, a total of $7.5 million.", "$7.5 million"),
    ("They spent $5 million on roads and $2.5 million on bridges, for a total of $7.5 million.", "$7.5 million"),
    ("The first half brought in $5 million. The second is expected to bring $2.5 million, or a total of $7.5 million.",
     "$7.5 million"),
    ("They idle 50 million acres. An additional 20 million acres are in reserve, bringing the total to 70 million acres.",
     "70 million acres"),
    ("Exports came to $6.7 billion and imports to $4.2 billion, a surplus of $2.5 billion.", "$2.5 billion"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_right_total_fits(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "fits"


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_changed_total_is_wrong(sentence: str, figure: str) -> None:
    printed = {
        "40": "46",
        "$7.5 million": "$8.7 million",
        "70 million acres": "87 million acres",
        "$2.5 billion": "$3.4 billion",
    }[figure]
    start = sentence.rindex(figure)
    changed = sentence[:start] + printed + sentence[start + len(figure) :]
    assert verdict_of(changed, printed) == "wrong"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("It tracked 39 cars, including eight that were red and 31 that were blue.", "fits"),
        ("It tracked 93 cars, including eight that were red and 31 that were blue.", "open"),
        ("The depot has 93 cars, 30 in the yard and 31 in the hall.", "open"),
    ],
)
def test_parts_that_need_not_be_all_can_confirm_but_not_deny(sentence: str, verdict: str) -> None:
    assert verdict_of(sentence, "39" if "39" in sentence else "93") == verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "The bill is $310 million -- $45 million above the plan, and $60 million above the first estimate.",
        "The two sons, Adam (16) and Ben (13), were at school.",
        "Users spent nine minutes a day on one site, two minutes on another and one minute on the third.",
        "The garrison went from 240 men in March, to 180 in April, to 260 in autumn.",
        "The order is for five loads of up to 40,000 sacks each, two by road and six by rail.",
        "Prices were $5, $6 and $7 for the three sizes.",
    ],
)
def test_lists_that_add_up_to_nothing_raise_no_flag(sentence: str) -> None:
    assert wrong_anywhere(sentence) == []


@pytest.mark.parametrize(("rest", "verdict"), [("five", "fits"), ("seven", "wrong")])
def test_what_remains(rest: str, verdict: str) -> None:
    text = f"Among 33 engines that were tested, 28 failed. Four of the {rest} remaining engines were sold."
    assert verdict_of(text, rest) == verdict
