"""Shares, remainders, rates and products: part and whole, total and number."""

from __future__ import annotations

import pytest

from tests.account.bound import best, chance, working

SHARES = [
    ("Of the 340 homes, 85 (25%) were damaged.", "25%", "percent_of", ("85", "340")),
    ("Inspectors tested 58 wells and found 15 of them (26%) fouled.", "26%", "percent_of", ("15", "58")),
    ("The fund lent $300 million, or one third of its total assets of $900 million.", "one third", "fraction_of",
     ("$300 million", "$900 million")),
    ("They took 30 million shares, just under 25 percent of the 120.4 million shares on issue.", "25 percent", "percent_of",
     ("30 million", "120.4 million")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "operation", "roles"), SHARES)
def test_a_share_is_bound_to_part_and_whole(text: str, claim: str, operation: str, roles: tuple[str, ...]) -> None:
    assert best(text, claim, operation) == roles
    assert working(text, claim, operation) is True


def test_a_share_told_in_the_next_sentence_is_of_the_part_before() -> None:
    text = "Of the 853 people deported, 160 had been convicted. That amounts to 19% of the total."
    assert chance(text, "19%", "percent_of", "160", "853") > chance(text, "19%", "percent_of", "853", "160")


def test_a_part_told_of_its_whole_spells_out_a_share_near_it() -> None:
    text = "Turnout was high: 24 out of 27 members voted, leaving a striking 88.9% behind the plan."
    assert best(text, "88.9%", "percent_of") == ("24", "27")


def test_two_shares_of_a_whole_that_is_not_named_are_held_against_each_other() -> None:
    text = "Some 6.8 million people (25% of the land) are hungry. A further 10.2 million (38% of the land) are at risk."
    assert chance(text, "38%", "percent_of", "10.2 million", "6.8 million", "25%") > 0.1


def test_part_and_whole_are_not_exchanged() -> None:
    text = "Of the 340 homes, 85 (25%) were damaged."
    assert chance(text, "25%", "percent_of", "340", "85") < chance(text, "25%", "percent_of", "85", "340")


REMAINDERS = [
    ("Of the 40 hostages, 27 were freed; the remaining 13 are still held.", "13", ("40", "27")),
    ("There were 20 people aboard. Seven were hurt. The other 13 reached the shore.", "13", ("20", "Seven")),
]


@pytest.mark.parametrize(("text", "claim", "roles"), REMAINDERS)
def test_a_rest_is_bound_to_the_whole_and_what_was_taken(text: str, claim: str, roles: tuple[str, ...]) -> None:
    assert chance(text, claim, "remainder", *roles) > 0.02


def test_two_shares_make_a_hundred() -> None:
    text = "In the poll 53.5% were against the plan, while 46.5% were in favour."
    assert best(text, "46.5%", "remainder") == ("53.5%",)
    assert working(text, "46.5%", "remainder") is True


def test_the_share_of_all_others_makes_a_hundred_with_the_list() -> None:
    text = "The region is 50% farmland, 25% forest and 10% towns, with the other 15% under water."
    assert best(text, "15%", "remainder") == ("50%", "25%", "10%")
    assert working(text, "15%", "remainder") is True


def test_a_rate_is_told_in_another_unit_than_its_total() -> None:
    text = "The column advanced 30 kilometers in three weeks, an average of 1,430 meters per day."
    assert best(text, "1,430 meters per day", "rate") == ("30 kilometers", "three weeks")
    assert working(text, "1,430 meters per day", "rate") is True


def test_a_product_is_of_a_number_and_a_price() -> None:
    text = "It placed 89 million shares at $5.10 each for a total of $454 million."
    assert best(text, "$454 million", "product") == ("89 million", "$5.10")
    assert working(text, "$454 million", "product") is True


def test_cents_are_hundredths_of_the_total() -> None:
    text = "It sold 89 mln shares at 22 cents a share to raise 19.6 mln dlrs."
    assert working(text, "19.6 mln dlrs", "product") is True
