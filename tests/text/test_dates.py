from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.dates import find_dates, weekday_name


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "weekday"),
    [
        ("It began on 7 October 2023.", 2023, 10, 7, None),
        ("It began on Oct. 7, 2023, in the south.", 2023, 10, 7, None),
        ("on Saturday, October 7, 2023, at dawn", 2023, 10, 7, 5),
        ("on Saturday 7 October", None, 10, 7, 5),
        ("on the 7th of October 2023", 2023, 10, 7, None),
        ("as of 2023-10-07", 2023, 10, 7, None),
        ("in March 2022 they left", 2022, 3, None, None),
        ("CITY, 9 JAN 90 (WIRE) -- Talks", 1990, 1, 9, None),
        ("on 3 June 2024 (Monday) the camp", 2024, 6, 3, 0),
        ("on June 3, 2024, a Monday, the camp", 2024, 6, 3, 0),
        ("Thursday (1 February) was quiet", None, 2, 1, 3),
        ("May 5 was calm", None, 5, 5, None),
        ("on the fourteenth of March 2031", 2031, 3, 14, None),
        ("on May the twenty-fourth", None, 5, 24, None),
        ("the first day of June", None, 6, 1, None),
        ("2031, Feb 17: the dam broke", 2031, 2, 17, None),
        ("on 2 nd March 2031", 2031, 3, 2, None),
        ("on 13 Jan. 13:50", None, 1, 13, None),
        ("the march 20 miles north. May 5 it ended", None, 5, 5, None),
    ],
)
def test_reads_a_date_as_printed(text, year, month, day, weekday):
    (mention,) = find_dates(text)
    assert (mention.year, mention.month, mention.day, mention.weekday) == (year, month, day, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "they may 5 times a day",
        "the march 20 miles north",
        "12 dead and 30 hurt",
        "May 5.5 percent",
        "a toll of 2,023 on Monday",
        "version 2023-10-071",
        "In May, 3 people drowned",
        "It snowed in January. 14 roads were closed",
        "In April 12 soldiers fell ill",
    ],
)
def test_leaves_other_words_alone(text):
    assert find_dates(text) == ()


def test_fills_in_the_nearest_year():
    (mention,) = find_dates("since 28 December")
    assert mention.resolve(date(2024, 1, 5)) == date(2023, 12, 28)
    assert mention.resolve(date(2023, 11, 5)) == date(2023, 12, 28)
    assert mention.resolve(None) is None


def test_a_day_that_does_not_exist_is_no_day():
    (mention,) = find_dates("on 31 June 2023")
    assert mention.exact is None
    assert mention.resolve(date(2023, 6, 1)) is None


def test_offsets_hold_the_weekday():
    text = "Rain fell on Saturday, October 7, 2023."
    (mention,) = find_dates(text)
    assert text[mention.start : mention.end] == "Saturday, October 7, 2023"
    assert text[mention.weekday_start : mention.weekday_end] == "Saturday"


def test_names_a_weekday():
    assert weekday_name(date(2023, 10, 7)) == "Saturday"


@given(st.text())
def test_any_text_is_read_and_offsets_lie_inside(text):
    for mention in find_dates(text):
        assert 0 <= mention.start < mention.end <= len(text)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_an_iso_date_comes_back(day):
    (mention,) = find_dates(f"As of {day.isoformat()} nothing.")
    assert mention.exact == day
