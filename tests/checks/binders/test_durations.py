from datetime import date
from functools import partial

import pytest

from audit.checks.binders.ages import ages
from audit.checks.binders.durations import durations
from audit.checks.binders.since_start import since_start as since_start_of
from audit.checks.check import Verdict
from audit.document import Document
from audit.figures.figure import Kind
from audit.reference import reference
from tests.checks.binders.handmade import claim, duration, verdicts

since_start = partial(since_start_of, tables=reference())
FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It lasted from 3 March 2021 to 12 April 2021, a period of 40 days.", "40 days", 40, "day"),
        ("It lasted from 3 March 2021 to 12 April 2021, a period of 41 days.", "41 days", 41, "day"),
        ("It lasted 40 days, from 3 March to 12 April 2021.", "40 days", 40, "day"),
        ("On 10 June 2020, five months after the war began on 9 January 2020, they signed.", "five months", 5, "month"),
        ("It began on 3 May 2021 and ended two weeks later, on 17 May 2021.", "two weeks", 2, "week"),
        ("It ran from March 2022 to June 2023, 15 months, he said.", "15 months", 15, "month"),
        ("On 1 May 2020, three weeks before the vote on 22 May 2020, they met.", "three weeks", 3, "week"),
    ],
)
def test_a_length_that_fits_its_dates(text, words, value, unit):
    (found,) = verdicts(durations, *duration(text, words, value, unit))
    assert found.verdict in FITS


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It lasted from 3 March 2021 to 12 April 2021, a period of 60 days.", "60 days", 60, "day"),
        ("It lasted 20 days, from 3 March to 12 April 2021.", "20 days", 20, "day"),
        (
            "On 10 June 2020, eight months after the war began on 9 January 2020, they signed.",
            "eight months",
            8,
            "month",
        ),
        ("It began on 3 May 2021 and ended five weeks later, on 17 May 2021.", "five weeks", 5, "week"),
    ],
)
def test_a_length_that_does_not(text, words, value, unit):
    (found,) = verdicts(durations, *duration(text, words, value, unit))
    assert found.verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Two weeks after the war began on 9 January 2020, he resigned.", "Two weeks", 2, "week"),
        ("On 3 March 2021 he was jailed for 12 years; he left on 4 May 2022.", "12 years", 12, "year"),
        ("Between 3 March 2021 and 12 April 2021 at least 40 days of rain fell.", "40 days", 40, "day"),
    ],
)
def test_a_length_beside_dates_that_do_not_bound_it(text, words, value, unit):
    assert verdicts(durations, *duration(text, words, value, unit)) == []


def test_months_ago_reach_to_the_day_of_publication():
    text = "The camp was shelled on 3 March 2021, two months ago."
    (found,) = verdicts(durations, *duration(text, "two months", 2, "month", date(2021, 5, 4)))
    assert found.verdict in FITS
    (found,) = verdicts(durations, *duration(text, "two months", 2, "month", date(2021, 9, 4)))
    assert found.verdict is Verdict.INCONSISTENT
    assert verdicts(durations, *duration(text, "two months", 2, "month")) == []


def test_months_of_fighting_against_a_reference_date_are_never_inconsistent():
    text = "The troops are tired after four months of fighting in Gaza."
    (found,) = verdicts(since_start, *duration(text, "four months", 4, "month", date(2024, 4, 7)))
    assert found.verdict is Verdict.UNVERIFIABLE
    assert found.missing == ("the start of the fighting that is meant",)
    assert (
        found.working
        == "2024-04-07 - 2023-10-07 = 6.01 months; or 2024-04-07 - 2023-10-07 = 6 months, printed four months"
    )
    assert "2023-10-07" in found.note
    (fits,) = verdicts(since_start, *duration(text, "four months", 4, "month", date(2024, 2, 7)))
    assert fits.verdict in FITS


def test_a_part_of_the_war_is_not_its_length():
    text = "In the first two months of fighting in Gaza the hospital closed."
    assert verdicts(since_start, *duration(text, "two months", 2, "month", date(2024, 4, 7))) == []


def test_the_number_of_a_day_against_the_first_day_in_the_sentence():
    text = "On the 117th day of the war, which began on 7 October 2023, rain fell."
    (found,) = verdicts(since_start, Document(text, published=date(2024, 1, 31)), ())
    assert found.verdict in FITS
    assert found.claim.figure.text == "117"
    (found,) = verdicts(since_start, Document(text, published=date(2024, 3, 31)), ())
    assert found.verdict is Verdict.INCONSISTENT


def test_the_number_of_a_day_against_a_reference_date():
    text = "It was day 117 of the war in Gaza."
    (found,) = verdicts(since_start, Document(text, published=date(2024, 3, 31)), ())
    assert found.verdict is Verdict.UNVERIFIABLE


@pytest.mark.parametrize(("age", "verdict"), [(51, Verdict.CONSISTENT), (52, Verdict.INCONSISTENT)])
def test_an_age_against_birth_and_death(age, verdict):
    document = Document(f"She was born on 2 May 1970 and died on 8 September 2021 at the age of {age}.")
    (found,) = verdicts(ages, document, (claim(document, str(age), age, kind=Kind.AGE, unit="year"),))
    assert found.verdict is verdict


def test_an_age_of_which_the_birthday_is_not_known_has_two_values():
    document = Document("He was born in May 1970 and died on 8 May 2021 at the age of 50.")
    (found,) = verdicts(ages, document, (claim(document, "50", 50, kind=Kind.AGE, unit="year"),))
    assert found.verdict in FITS


def test_two_ages_in_a_sentence_are_left_alone():
    document = Document("He, 40, and she, 30, born on 2 May 1970, died on 8 September 2021.")
    claims = [claim(document, words, int(words), kind=Kind.AGE, unit="year") for words in ("40", "30")]
    assert verdicts(ages, document, claims) == []
