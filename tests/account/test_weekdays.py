"""A weekday against the date that stands in its phrase, and against a date elsewhere."""

from __future__ import annotations

import pytest

from audit.account import bindings
from audit.account.binding import Binding
from audit.account.fit import fits
from tests.account.bound import reading_of

SURE = 0.98


def bound(text: str, published: str | None = None) -> list[tuple[Binding, float]]:
    found = bindings(reading_of(text, published))
    return [(binding, chance) for binding, chance in found if binding.operation == "day_of_week"]


PRINTED = [
    ("The vote is on Friday, June 27, 2031, at noon.", "Friday", "June 27, 2031", True),
    ("The vote is on Thursday, June 27, 2031, at noon.", "Thursday", "June 27, 2031", False),
    ("It opened on 7 April 2031, a Monday, in the rain.", "Monday", "7 April 2031", True),
    ("It opened on 7 April 2031, a Tuesday, in the rain.", "Tuesday", "7 April 2031", False),
    ("Polling was held on Sunday 9 February 2031 throughout the island.", "Sunday", "9 February 2031", True),
    ("Day two: 19 MAY 2032 | Wednesday", "Wednesday", "19 MAY 2032", True),
    ("The pier burned down on Monday (3 May 2032).", "Monday", "3 May 2032", True),
    ("He was seen on the morning of Saturday the 8th of May 2032.", "Saturday", "8th of May 2032", True),
]


@pytest.mark.parametrize(("text", "weekday", "date", "right"), PRINTED)
def test_a_weekday_beside_its_full_date_is_sure(text: str, weekday: str, date: str, right: bool) -> None:
    [(binding, chance)] = bound(text)
    assert (binding.rule, binding.roles[0].figure.text) == ("weekday.beside", weekday)
    assert binding.claim.figure.text == date
    assert chance > 0.95
    assert fits(binding) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [("the port reopened on Tuesday (April 8)", True), ("the port reopened on Tuesday (April 9)", False)],
)
def test_a_year_left_out_is_that_of_the_week_of_publication(text: str, right: bool) -> None:
    [(binding, chance)] = bound(f"The governor said that {text}.", "2031-04-10")
    assert chance > SURE
    assert fits(binding) is right


def test_a_year_left_out_long_before_publication_is_not_sure() -> None:
    [(_, chance)] = bound("The jury reached its verdict on Thursday, November 29.", "2031-06-10")
    assert chance < 0.8


def test_a_part_of_the_day_may_stand_between() -> None:
    [(binding, _)] = bound("The ferry sank on Thursday morning, 3 May 2035, off the cape.")
    assert (binding.roles[0].figure.text, binding.claim.figure.text) == ("Thursday", "3 May 2035")
    assert fits(binding)


SILENT = [
    "She came on Tuesday 1 March\n2031 people lived there then.",
    "On Tuesday 12 people died.",
    "It rained on Tuesday and on Wednesday.",
    "The Friday group met in May 2031.",
    "They meet on Tuesday. In 2031 they will not.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_bound_where_no_day_stands_beside_the_weekday(text: str) -> None:
    assert bound(text) == []


def test_a_date_elsewhere_is_never_sure() -> None:
    text = "Riot in the harbour, 19 October 2018. Some 30 people were hurt on Saturday. A clerk said so on Monday."
    found = bound(text)
    assert {binding.rule for binding, _ in found} == {"weekday.near"}
    assert all(chance < 0.95 for _, chance in found)


def test_the_claim_is_the_date_and_shows_its_day_of_the_week() -> None:
    [(binding, _)] = bound("The vote is on Thursday, June 27, 2031, at noon.")
    figure = binding.claim.figure
    assert figure.unit == binding.roles[0].figure.unit == "weekday"
    assert (figure.value.low, binding.roles[0].figure.value.low) == (4, 3)
