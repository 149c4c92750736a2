"""Lengths of time against the days that they lie between."""

from __future__ import annotations

import pytest

from audit.account import bindings
from audit.account.binding import Binding
from audit.account.fit import fits
from tests.account.bound import reading_of


def bound(text: str, published: str | None = None) -> list[tuple[Binding, float]]:
    found = bindings(reading_of(text, published))
    return [(binding, chance) for binding, chance in found if binding.operation == "duration"]


def with_operands(text: str, claim: str, *operands: str, published: str | None = None) -> tuple[Binding, float] | None:
    """The likeliest binding of the claim with these operands; of the day of publication the text is its date."""
    found = [
        (binding, chance)
        for binding, chance in bound(text, published)
        if binding.claim.figure.text == claim and {role.figure.text for role in binding.roles} == set(operands)
    ]
    return max(found, key=lambda each: each[1], default=None)


STEPS: list[tuple[str, str, str, str, bool]] = [
    ("On 3 May the bridge was shut. Two days later, on 5 May, it fell.", "Two days", "3 May", "5 May", True),
    ("On 3 May the bridge was shut. Two days later, on 8 May, it fell.", "Two days", "3 May", "8 May", False),
    (
        "The strike began on 12 June 2031. Nearly three months later, on 8 September, it was over.",
        "three months",
        "12 June 2031",
        "8 September",
        True,
    ),
    (
        "On 28 December 2030 the well ran dry. Ten days later, on 7 January, rain came.",
        "Ten days",
        "28 December 2030",
        "7 January",
        True,
    ),
    (
        "The dam was begun in May 2020. After more than five years of work it was opened in September 2026.",
        "five years",
        "May 2020",
        "September 2026",
        True,
    ),
    (
        "He was held from 31 December 1945 for two months and sentenced on 22 February 1946.",
        "two months",
        "31 December 1945",
        "22 February 1946",
        True,
    ),
    (
        "From July 1, 2030, to January 31, 2031, it ran; the same seven-month period was poor.",
        "seven-month",
        "July 1, 2030",
        "January 31, 2031",
        True,
    ),
    (
        "From July 1, 2030, to March 31, 2031, it ran; the same seven-month period was poor.",
        "seven-month",
        "July 1, 2030",
        "March 31, 2031",
        False,
    ),
    ("In 2014, after nine years of quarrel, the court ruled on the crash of 2005.", "nine years", "2014", "2005", True),
]


@pytest.mark.parametrize(("text", "claim", "first", "last", "right"), STEPS)
def test_a_length_lies_between_two_days(text: str, claim: str, first: str, last: str, right: bool) -> None:
    found = with_operands(text, claim, first, last)
    assert found is not None
    binding, chance = found
    assert fits(binding) is right
    assert chance > 0.1


NOW = [
    ("She moved here in 1987 and has taught for the past 39 years.", "39 years", "1987", "2026-07-28", True),
    ("She moved here in 1997 and has taught for the past 39 years.", "39 years", "1997", "2026-07-28", False),
    ("They met eight years ago, in 2012, at a fair.", "eight years", "2012", "2020-09-07", True),
    ("The war began on October 7 and the ten-month offensive goes on.", "ten-month", "October 7", "2024-08-14", True),
    ("In May, on their 22nd anniversary, the pair who wed in 1998 went home.", "22nd", "1998", "2020-09-03", True),
]


@pytest.mark.parametrize(("text", "claim", "day", "published", "right"), NOW)
def test_a_length_reaches_back_from_publication(text: str, claim: str, day: str, published: str, right: bool) -> None:
    found = with_operands(text, claim, day, published, published=published)
    assert found is not None
    assert fits(found[0]) is right
    assert [role.figure.start for role in found[0].roles if role.figure.text == published] == [-1]


def test_words_for_a_distance_make_the_later_date_the_claim() -> None:
    right = with_operands(
        "The siege began on 11 July. The next day, 12 July, aid came.", "12 July", "11 July", "The next day"
    )
    wrong = with_operands(
        "The siege began on 11 July. The next day, 13 July, aid came.", "13 July", "11 July", "The next day"
    )
    assert right is not None
    assert wrong is not None
    assert (fits(right[0]), fits(wrong[0])) == (True, False)


def test_last_year_is_the_year_before_that_of_publication() -> None:
    text = "The club lost $4m last year, its report for {} shows."
    right = with_operands(text.format(2030), "2030", "2031-03-04", "last year", published="2031-03-04")
    wrong = with_operands(text.format(2028), "2028", "2031-03-04", "last year", published="2031-03-04")
    assert right is not None
    assert wrong is not None
    assert (fits(right[0]), fits(wrong[0])) == (True, False)


def test_the_first_day_counts_or_not() -> None:
    for day in ("19 June", "20 June"):
        found = with_operands(f"The fair runs for eight days, from 12 June to {day}.", "eight days", "12 June", day)
        assert found is not None
        assert fits(found[0])


SILENT = [
    "On 3 May 2031 he was jailed for a ten-year prison sentence.",
    "In 2031 she signed a five-year contract.",
    "Sales fell in the six months to 1 August 2031.",
    "The bus runs every two days from 3 May 2031.",
    "It lasted two days.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_length_that_no_days_bound_is_left_alone(text: str) -> None:
    assert bound(text, "2032-01-01") == []


def test_a_day_far_away_is_unlikely() -> None:
    text = "The mayor was born in 1961. Rain fell. Boats sank. Trains stood still. It was dark. He left ten years ago."
    found = bound(text, "2031-01-01")
    assert all(chance < 0.8 for _, chance in found)
