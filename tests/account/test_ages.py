"""Ages against the days of birth that the text tells, and the days of a text as stretches of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from audit.account import bindings
from audit.account.binding import Binding
from audit.account.fit import fits
from audit.syntax import Reading
from tests.account.bound import reading_of


def reading(text: str, published: str | None = None) -> Reading:
    return reading_of(text, published)


def ages(text: str, published: str | None = None) -> list[Binding]:
    return [binding for binding, _ in bindings(reading(text, published)) if binding.form == "age"]


BORN = [
    ("The weaver, who was born in 1909, is almost 107 years old.", "1909", "2016-02-22", True),
    ("The weaver, who was born in 1909, is almost 115 years old.", "1909", "2016-02-22", False),
    ("The weaver, who was born in 1909, is 98 years old.", "1909", "2016-02-22", False),
    ("Ines Roth was born on 2 May 1970 in Lund. Roth, 51, now runs a school.", "2 May 1970", "2021-09-08", True),
    ("Ines Roth was born on 2 May 1970 in Lund. Roth, 52, now runs a school.", "2 May 1970", "2021-09-08", False),
]


@pytest.mark.parametrize(("text", "born", "published", "right"), BORN)
def test_an_age_follows_from_the_day_of_birth(text: str, born: str, published: str, right: bool) -> None:
    [binding] = ages(text, published)
    assert [role.figure.text for role in binding.roles] == [born, published]
    assert fits(binding) is right


def test_an_age_may_be_that_of_a_day_in_the_text() -> None:
    text = "The clerk, born on 3 March 1980, was shot on 9 May 2021 at the age of 41."
    [binding] = ages(text)
    assert [role.figure.text for role in binding.roles] == ["3 March 1980", "9 May 2021"]
    assert fits(binding)


def test_no_age_is_bound_without_a_birth() -> None:
    assert ages("He arrived in 1980. The clerk, 41, was shot on 9 May 2021.", "2022-01-01") == []


MOMENTS = [
    ("He fled on 7 October last year.", "2024-09-03", ("2023-10-07", "2023-10-07", "printed")),
    ("He fled on 7 October.", "2024-09-03", ("2024-10-07", "2024-10-07", "published")),
    ("He fled in March 2022.", None, ("2022-03-01", "2022-03-31", "printed")),
    ("It was signed on September 3, 1783, in Paris.", "2026-01-14", ("1783-09-03", "1783-09-03", "printed")),
    ("He fled on Tuesday, 9 May 2023.", None, ("2023-05-09", "2023-05-09", "printed")),
    ("The season of 2010-11 was his best.", None, ("2010-01-01", "2011-12-31", "printed")),
    ("He fled yesterday.", "2024-09-03", ("2024-09-02", "2024-09-02", "word")),
]


@pytest.mark.parametrize(("text", "published", "expected"), MOMENTS)
def test_a_moment_is_a_stretch_of_the_calendar(
    text: str, published: str | None, expected: tuple[str, str, str]
) -> None:
    [moment] = reading(text, published).moments.days
    low, high = (date.fromordinal(day).isoformat() for day in (moment.low, moment.high))
    assert (low, high, moment.known) == expected
    assert text[moment.start : moment.end] == moment.text


def test_a_year_left_out_is_that_of_the_date_before_it_in_the_paragraph() -> None:
    days = reading("The siege began on 5 December 2019. It was lifted on 3 January.").moments.days
    assert date.fromordinal(days[1].low) == date(2020, 1, 3)
