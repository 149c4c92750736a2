"""What a bare number takes from its neighbours: one line for each rule, right ones and tempting wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.figures import find_figures
from audit.figures.figure import Figure, Kind


def quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.is_quantity]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sales rose 0.4 percent in June after a 1.1 percent fall in May and 0.2 in April.", ["percentage"] * 3),
        ("The dividend was raised to 14 cents a share from 12.", ["cent per share"] * 2),
        ("A litre costs 35 yen, down from 41.", ["japanese yen"] * 2),
        ("The vaccine is 94 percent effective, compared with 67 for its rival.", ["percentage"] * 2),
        ("Shares rose by 2 percent but bonds fell by 1.", ["percentage"] * 2),
        ("The tower leant 1.6 degrees in 2016 and 2.3 last year.", ["degree"] * 2),
        ("Rates rose from 2% in 2017 to 3 in 2018.", ["percentage"] * 2),
        ("Wages rose from 1,900 to 2,300 euros.", ["euro"] * 2),
        ("It made 2.1 billion yen in 2020, 2.4 billion in 2021 and 2.9 billion last year.", ["japanese yen"] * 3),
        ("It fell 5 percent, and 12 in the north were hurt.", ["percentage", None]),
        ("It fell 5 percent, 12 in all.", ["percentage", None]),
        ("It rose 30% from 110.", ["percentage", None]),
        ("It rose 30% to 110.", ["percentage", None]),
        ("Sales rose 3 percent and 24 people were hurt.", ["percentage", None]),
        ("Turnout was 60 percent, against 40,000 votes before.", ["percentage", None]),
        ("It fell from 1,200 to 30 percent.", [None, "percentage"]),
    ],
)
def test_a_number_set_against_another_shares_its_unit(text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose from 24.2 to 33 billion euros.", [24_200_000_000, 33_000_000_000]),
        ("Sales rose from $3 to $5 billion.", [3_000_000_000, 5_000_000_000]),
        ("The tally rose from 900 to 1.2 million.", [900, 1_200_000]),
        ("It made $6 billion, down from the $8 to $9 billion it promised.", [6_000_000_000, 8_000_000_000]),
    ],
)
def test_the_first_level_of_a_change_shares_the_scale(text: str, values: list[int]) -> None:
    assert [figure.value.low for figure in quantities(text)] == values


def test_a_year_begins_no_range() -> None:
    figures = find_figures("Wages rose from 1,900 in 2011 to 2,300 euros.")
    assert [(figure.kind, figure.value.low) for figure in figures] == [
        (Kind.COUNT, 1900),
        (Kind.DATE, 2011),
        (Kind.MONEY, 2300),
    ]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Fourteen of the 22 hostages were freed.", ["hostage", "hostage"]),
        ("Only one of the ten wells gives water.", ["well", "well"]),
        ("She made 27 of 31 passes.", ["pass", "pass"]),
        ("A third of the city's 1.2 million people left.", ["person", "person"]),
        ("It hit four of about 30 boats.", ["boat", "boat"]),
        ("Four of them hit 30 boats.", [None, "boat"]),
        ("Three towns had 40, 52 and 61 murders.", ["town", "murder", "murder", "murder"]),
        ("It sold 5 phones, twice the 2 of a year before.", ["phone", None, "phone"]),
        ("It took four. It hit 30 boats.", [None, "boat"]),
    ],
)
def test_a_part_counts_what_the_whole_counts(text: str, nouns: list[str | None]) -> None:
    assert [figure.noun for figure in quantities(text)] == nouns


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The plane had 132 passengers and a crew of six.", None),
        ("It killed 12 people, among them a family of five.", None),
        ("It bought 12 ships for a total of 30.", "ship"),
        ("It led to 12 deaths and the wounding of 30.", "death"),
    ],
)
def test_the_size_of_a_group_counts_its_members(text: str, noun: str | None) -> None:
    assert quantities(text)[-1].noun == noun


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Smokers are two to three times more likely to fall ill.", 2, 3),
        ("It takes two or three times as long.", 2, 3),
    ],
)
def test_a_range_of_multiples(text: str, low: int, high: int) -> None:
    (figure,) = quantities(text)
    assert (figure.kind, figure.value.low, figure.value.high) == (Kind.MULTIPLE, low, high)


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("It loses 150 billion tonnes of ice a year.", "metric_ton per year", "year"),
        ("It costs 9 billion shekels ($2.4 billion) a year.", "shekel per year", "year"),
        ("They pump 450,000 barrels a day from the field.", "barrel_per_day", None),
        ("It costs $4 a pill.", "dollar per pill", "pill"),
        ("He gave $4 a lot.", "dollar", None),
        ("It paid $5 a spokesman said.", "dollar", None),
        ("It blew at 209 km (130 miles) per hour.", "kilometer_per_hour", None),
        ("They sold 450,000 barrels a day later.", "barrel", None),
        ("They sold 450,000 barrels a day on.", "barrel", None),
        ("He spent 40 euros of what he had a day before.", "euro", None),
    ],
)
def test_rates_past_a_phrase(text: str, unit: str, per: str | None) -> None:
    figure = quantities(text)[0]
    assert (figure.unit, figure.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They hit 60 T-72 tanks.", "tank"),
        ("They hit two Su-25s.", "su-25"),
        ("They hit two 737s.", "737"),
        ("They sold 63,150 Model 3s.", "model 3"),
        ("They hit two Leopard 2 tanks.", "tank"),
        ("They bought three armoured personnel carriers.", "personnel carrier"),
        ("They sent 40 police patrol cars.", "police patrol car"),
        ("They sent 40 police.", "police"),
        ("They sent 12 U.S. soldiers.", "soldier"),
        ("A total of 24 comprised ten nurses.", None),
        ("It was 5,000 short of capacity.", None),
        ("One in ten owns a car.", None),
    ],
)
def test_heads(text: str, noun: str | None) -> None:
    assert quantities(text)[0].noun == noun


def test_adding_up_to_is_no_bound() -> None:
    (figure,) = quantities("Losses adding up to $8.6 million were booked.")
    assert figure.value.low == figure.value.high == Fraction(8_600_000)
    (figure,) = quantities("Fines amounting to up to 400 euros were handed out.")
    assert (figure.value.low, figure.value.high) == (0, 400)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("It found 12 new cases.", "new case"),
        ("The camp holds 12 IDPs.", "internally displaced person"),
        ("She has 0.5 WAR this year.", "win above replacement"),
        ("They keep 3 war dogs.", "war dog"),
        ("THEY KEEP 3 WAR DOGS.", "dog"),
        ("THEY LOST 3 WARS.", "war"),
    ],
)
def test_names_in_capitals(text: str, noun: str) -> None:
    assert quantities(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Rome sold 300 while Paris sold 400 tickets.", ["ticket", "ticket"]),
        ("It killed 3 and wounded 12 civilians.", ["civilian", "civilian"]),
        ("She is 5-foot-3, and she climbs 24 steps.", [None, "step"]),
        ("It built 717, and the loss of 20 ships hurt.", [None, "ship"]),
    ],
)
def test_clauses_told_alike_share_the_noun(text: str, nouns: list[str | None]) -> None:
    assert [figure.noun for figure in quantities(text)][-2:] == nouns
