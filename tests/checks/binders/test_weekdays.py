from datetime import date

import pytest

from audit.checks import find_checks
from audit.checks.check import Operation, Verdict
from audit.document import Document


def check(text, published=None):
    found = find_checks(Document(text, published=published), ())
    return [each for each in found if each.operation is Operation.DAY_OF_WEEK]


@pytest.mark.parametrize(
    "text",
    [
        "It began on Saturday, 7 October 2023.",
        "It began on Saturday, Oct. 7, 2023, at dawn.",
        "They met on 3 June 2024 (Monday).",
        "They met on June 3, 2024, a Monday, in the camp.",
    ],
)
def test_a_weekday_that_fits_its_date(text):
    (found,) = check(text)
    assert found.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "text",
    ["It began on Sunday, 7 October 2023.", "They met on 3 June 2024 (Friday).", "On Sat. 8 October 2021 they fled."],
)
def test_a_weekday_that_does_not(text):
    (found,) = check(text)
    assert found.verdict is Verdict.INCONSISTENT


def test_shows_the_day_that_the_date_was():
    (found,) = check("It began on Sunday, 7 October 2023.")
    assert found.working == "7 October 2023 = Saturday, printed Sunday"
    assert (found.claim.figure.text, found.operands[0].claim.figure.text) == ("Sunday", "7 October 2023")


def test_takes_the_year_from_the_day_of_publication_only_when_near():
    text = "It began on Sunday, 7 October."
    assert check(text) == []
    (near,) = check(text, date(2023, 10, 9))
    assert near.verdict is Verdict.INCONSISTENT
    (far,) = check(text, date(2023, 4, 1))
    assert far.verdict is Verdict.UNVERIFIABLE
    assert far.missing == ("the year of the date",)


def test_a_day_without_a_date_is_left_alone():
    assert check("On Monday, 12 people were killed; in May 30 more.", date(2023, 5, 5)) == []
