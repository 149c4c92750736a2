"""Words of time that are no dates: which are found, what they say, and what they are told from."""

from __future__ import annotations

from datetime import date

import pytest

from audit.text.document import Document
from audit.text.times import find_times

PUBLISHED = date(2031, 7, 16)  # a Wednesday


def only(text: str, published: date | None = PUBLISHED):
    (time,) = find_times(Document(text, published=published))
    assert text[time.start : time.end] == time.text
    return time


@pytest.mark.parametrize(
    ("text", "weekday", "offset", "day"),
    [
        ("Two trains met on Sunday.", 6, None, date(2031, 7, 13)),
        ("Police closed the road Wednesday.", 2, None, PUBLISHED),
        ("Saturday's storm cut the line.", 5, None, date(2031, 7, 12)),
        ("He had left last Wednesday.", 2, -1, date(2031, 7, 9)),
        ("Schools open next Monday.", 0, 1, date(2031, 7, 21)),
        ("The council will meet on Friday.", 4, None, None),
        ("The roof fell the following Tuesday.", 1, 1, None),
        ("It happened on Friday of a holiday.", 4, None, None),
    ],
)
def test_a_weekday(text, weekday, offset, day):
    time = only(text)
    assert (time.kind, time.weekday, time.offset, time.day) == ("weekday", weekday, offset, day)


@pytest.mark.parametrize(
    ("text", "month", "offset", "year"),
    [
        ("In June, 3 people drowned.", 6, None, None),
        ("It rained in October. 12 villages flooded.", 10, None, None),
        ("The strike began last September.", 9, -1, 2030),
        ("The strike began last March.", 3, -1, 2031),
        ("Work ends next May.", 5, 1, 2032),
        ("Prices fell by late December.", 12, None, None),
    ],
)
def test_a_month(text, month, offset, year):
    time = only(text)
    assert (time.kind, time.month, time.offset, time.year) == ("month", month, offset, year)


def test_the_year_of_a_month_stands_behind_it():
    month, year = find_times(Document("In June last year, 40 boats sank.", published=PUBLISHED))
    assert (month.month, month.year, year.year) == (6, 2030, 2030)


def test_both_months_of_a_pair_are_read():
    assert [time.month for time in find_times(Document("Rain fell between March and May."))] == [3, 5]


@pytest.mark.parametrize(
    ("text", "kind", "offset", "anchored"),
    [
        ("The army lost 40 men last year.", "relative_year", -1, True),
        ("This month 12 more fell ill.", "relative_month", 0, True),
        ("Next week the court sits.", "relative_week", 1, True),
        ("The next day two more bodies were found.", "relative_day", 1, False),
        ("The following year it doubled.", "relative_year", 1, False),
        ("That night 9 shops burned.", "relative_day", 0, False),
        ("A year earlier it was 60.", "relative_year", -1, False),
        ("It had been 60 two years before.", "relative_year", -2, False),
        ("He came back three days later.", "relative_day", 3, False),
        ("They married 14 years ago.", "relative_year", -14, True),
        ("Profit rose from the year-earlier quarter.", "relative_year", -1, False),
        ("The day before, a bomb had gone off.", "relative_day", -1, False),
    ],
)
def test_a_time_told_by_its_distance(text, kind, offset, anchored):
    time = only(text)
    assert (time.kind, time.offset, time.anchored) == (kind, offset, anchored)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three died yesterday.", date(2031, 7, 15)),
        ("Three died the day before yesterday.", date(2031, 7, 14)),
        ("Three died last night.", date(2031, 7, 15)),
        ("The vote is tomorrow.", date(2031, 7, 17)),
        ("Ten days ago three died.", date(2031, 7, 6)),
    ],
)
def test_a_day_counted_from_publication(text, day):
    assert only(text).day == day
    assert only(text, None).day is None


def test_years_that_words_of_time_lead_in():
    text = "In 2019 and 2020 rates fell (2021 was worse); 2014 people came in the 2016 season."
    assert [time.year for time in find_times(Document(text))] == [2019, 2020, 2021, 2016]


@pytest.mark.parametrize(
    "text",
    [
        "They may go; the men march on.",
        "March on the palace ended badly.",
        "May they rest.",
        "Elena May won the seat.",
        "April Cole won the seat.",
        "The Sunday Herald asked 1,000 people.",
        "Shops open early for Black Friday.",
        "Over the next year 30 will go.",
        "It took place a week before the vote.",
        "The march began on 3 May 2031, a Saturday.",
        "The sun rose; he sat down. Sat there for hours.",
        "It costs 2019 dollars, or $2020.",
        "A year-old boy came every day.",
    ],
)
def test_other_words_and_dates_are_left_alone(text):
    assert find_times(Document(text, published=PUBLISHED)) == ()
