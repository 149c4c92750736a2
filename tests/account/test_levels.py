"""Changes, differences and multiples: which level is the earlier, and which figures are levels at all."""

from __future__ import annotations

import pytest

from tests.account.bound import best, chance, working

RISES = [
    ("Turnover rose 25% to $50 million from $40 million.", "25%", ("$40 million", "$50 million")),
    ("Turnover rose to $50 million from $40 million, an increase of 25%.", "25%", ("$40 million", "$50 million")),
    ("Bookings fell by 20 percent from 4,500 in 2011 to 3,600 in 2012.", "20 percent", ("4,500", "3,600")),
    ("Income was up 10 pct to 22 mln dlrs, against 20 mln dlrs in 1984.", "10 pct", ("20 mln dlrs", "22 mln dlrs")),
    ("Exports climbed 50% to 6.3bn euros last year against 4.2bn euros in 2003.", "50%", ("4.2bn euros", "6.3bn euros")),
    ("The mill made 3,300 tonnes, up 10% from 3,000 tonnes a year ago.", "10%", ("3,000 tonnes", "3,300 tonnes")),
    ("Sales advanced 5% to $2.1 billion from 2.0 billion.", "5%", ("2.0 billion", "$2.1 billion")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "levels"), RISES)
def test_a_change_is_bound_to_its_levels_in_the_order_of_time(text: str, claim: str, levels: tuple[str, ...]) -> None:
    assert best(text, claim, "percent_change") == levels
    assert chance(text, claim, "percent_change", *levels) > 0.05
    assert working(text, claim, "percent_change") is True


def test_a_wrong_change_is_bound_all_the_same() -> None:
    text = "Turnover rose 35% to $50 million from $40 million."
    assert best(text, "35%", "percent_change") == ("$40 million", "$50 million")
    assert working(text, "35%", "percent_change") is False


def test_coordinated_changes_are_not_crossed() -> None:
    text = "Coal output fell 30% to 21 tonnes from 30 tonnes and ore output fell 20% to 8 tonnes from 10 tonnes."
    assert best(text, "30%", "percent_change") == ("30 tonnes", "21 tonnes")
    assert best(text, "20%", "percent_change") == ("10 tonnes", "8 tonnes")


def test_a_share_is_no_change() -> None:
    text = "Some 40 of the 200 flats, or 20%, were empty; there were 30 shops."
    assert chance(text, "20%", "percent_change", "40", "200") < 0.2


def test_what_rose_by_an_amount_is_measured_by_it() -> None:
    text = "The share price rose 5p, or 2%, to 255p."
    assert best(text, "2%", "percent_change") == ("5p", "255p")
    assert working(text, "2%", "percent_change") is True


DIFFERENCES = [
    ("The number of rigs fell by two to 83 from 85.", "two", "difference", ("83", "85")),
    ("The week rose 0.2 hours to 35.0 hours from 34.8 hours.", "0.2 hours", "difference", ("35.0 hours", "34.8 hours")),
    ("Support rose 3 percentage points to 43 percent from 40 percent.", "3 percentage points", "percentage_point_change",
     ("43 percent", "40 percent")),
]  # fmt: skip


DIFFERENCES += [
    ("The council set a target of 625 tonnes, a rise of eight tonnes over the 617 tonnes of this year.", "eight tonnes",
     "difference", ("625 tonnes", "617 tonnes")),
    ("The club faces a £17.3m cut in income, taking £143.8m instead of a forecast £161.1m.", "£17.3m", "difference",
     ("£143.8m", "£161.1m")),
    ("The party won 61 seats, nine more than the 52 of its rival.", "nine", "difference", ("61", "52")),
    ("Her lead in the poll is four points, 48% to 44%.", "four", "percentage_point_change", ("44%", "48%")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "operation", "levels"), DIFFERENCES)
def test_a_difference_is_bound_to_two_levels(text: str, claim: str, operation: str, levels: tuple[str, ...]) -> None:
    assert set(best(text, claim, operation)) == set(levels)
    assert working(text, claim, operation) is True


MULTIPLES = [
    ("The fleet doubled to 60 boats from 30 boats.", "doubled", ("60", "30")),
    (
        "The vase was to fetch $20,000, but sold for $120,000, six times its estimate.",
        "six times",
        ("$120,000", "$20,000"),
    ),
]


MULTIPLES += [
    (
        "The surplus soared to $1.25 billion, double the $623 million of January.",
        "double",
        ("$1.25 billion", "$623 million"),
    ),
    ("Rents trebled from 200 euros in 2001 to 600 euros in 2011.", "trebled", ("600 euros", "200 euros")),
]


@pytest.mark.parametrize(("text", "claim", "levels"), MULTIPLES)
def test_a_multiple_is_bound_to_two_levels(text: str, claim: str, levels: tuple[str, ...]) -> None:
    assert chance(text, claim, "multiple", *levels) > 0.05
