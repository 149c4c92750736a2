"""Parts of a whole, and the units and scales that they are parts of: right ones and tempting wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.figures import find_figures
from audit.figures.figure import Figure, Kind


def quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.is_quantity]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A fifth stayed at home.", [Fraction(1, 5)]),
        ("A third said no while a quarter stayed.", [Fraction(1, 3), Fraction(1, 4)]),
        ("Half left early.", [Fraction(1, 2)]),
        ("Sales fell a quarter from last year.", [Fraction(1, 4)]),
        ("Sales were down a third.", [Fraction(1, 3)]),
        ("Prices rose by a quarter.", [Fraction(1, 4)]),
        ("One in 12 children is stunted.", [Fraction(1, 12)]),
        ("He made a fifth attempt.", []),
        ("She gave a fifth vote to the court.", []),
        ("A third wounded man was found.", []),
        ("Two men fled and a third stayed.", []),
        ("One was shot, another stabbed and a third drowned.", []),
        ("Profit rose in a quarter ended in May.", []),
        ("The first half ended in a draw.", []),
        ("Toys lay half buried there.", []),
        ("It stands by a half-destroyed house.", []),
        ("She scored one in 14 games.", []),
    ],
)
def test_a_part_is_no_rank(text: str, parts: list[Fraction]) -> None:
    assert [figure.value.low for figure in find_figures(text) if figure.kind is Kind.FRACTION] == parts


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The bank cut its rate by half a percentage point.", Fraction(1, 2), "percentage point"),
        ("The bank cut its rate by a quarter of a percent.", Fraction(1, 4), "percentage"),
        ("It took three straight weeks.", 3, "week"),
        ("It took the 50 previous years.", 50, "year"),
        ("She ran for 517 rushing yards.", 517, "yard"),
        ("It took five long years.", 5, "year"),
        ("It took seven working days.", 7, "day"),
        ("It fell in a day or two.", 2, "day"),
        ("He bought a boat or two.", 2, None),
        ("Two died days before.", 2, None),
        ("They scored 60 on the GPa scale.", 60, "gigapascal"),
        ("It measured 5.8 on the Richter scale.", Fraction("5.8"), None),
        ("They cut output by 3.5m-4m barrels.", 3_500_000, "barrel"),
        ("They sold 3m tonnes.", 3_000_000, "metric_ton"),
        ("They sold 3m cars.", 3_000_000, None),
        ("She won the 100m hurdles.", 100, "meter"),
        ("It is 5m long.", 5, "meter"),
        ("Guards fired 18 122mm rockets.", 18, None),
        ("It covers 816 000 km of road.", 816_000, "kilometer"),
        ("It has a margin of plus or minus 3 points.", 3, None),
        ("It was minus 3 degrees.", -3, "degree"),
    ],
)
def test_units_apart_from_their_number(text: str, value: Fraction, unit: str | None) -> None:
    figure = quantities(text)[0]
    assert (figure.value.low, figure.unit) == (value, unit)


def test_a_fiscal_year_is_a_date() -> None:
    assert not quantities("Output dropped in the 2015 fiscal year.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nearly a million voters are under 25.", [Kind.COUNT, Kind.AGE]),
        ("Children under five and men over 60 were freed.", [Kind.AGE, Kind.AGE]),
        ("Temperatures are under 25.", [Kind.COUNT]),
        ("Two girls, aged four and seven, were saved.", [Kind.COUNT, Kind.AGE, Kind.AGE]),
        ("Mira, 51, and 12 others left.", [Kind.AGE, Kind.COUNT]),
        ("See pp. 12-14 for more.", [Kind.IDENTIFIER]),
        ("He read 12-14 pages.", [Kind.COUNT]),
        ("It breaks Articles 5 and 6 of the treaty.", [Kind.IDENTIFIER, Kind.IDENTIFIER]),
        ("It hit Flight 12 and 30 men.", [Kind.IDENTIFIER, Kind.COUNT]),
        ("Of these, 44 boarded 900 guests.", [Kind.COUNT, Kind.COUNT]),
        ("They saw 12 grounded 737 jets.", [Kind.COUNT, Kind.IDENTIFIER]),
        ("She wore number 8 in two finals.", [Kind.IDENTIFIER, Kind.COUNT]),
        ("The rebels number 60 in all.", [Kind.COUNT]),
        ("Some 30 of the iOS 16 users left.", [Kind.COUNT, Kind.IDENTIFIER]),
        ("Ring 0800 411 902 or 020 7011 4488.", [Kind.IDENTIFIER, Kind.IDENTIFIER]),
        ("There were 2, 118 burials.", [Kind.COUNT]),
        ("The winners were 2, 118 and 140.", [Kind.COUNT, Kind.COUNT, Kind.COUNT]),
        ("He gave eight dollars and ten men left.", [Kind.MONEY, Kind.COUNT]),
        ("She won 3-6, 6-4, 7-5.", [Kind.SCORE, Kind.SCORE, Kind.SCORE]),
        ("Members voted 201 to 98 for it.", [Kind.SCORE]),
        ("They won 5 to 7 seats.", [Kind.COUNT]),
        ("The stock trades at 18 times forward earnings.", [Kind.MULTIPLE]),
        ("She played 112 times for her country.", [Kind.COUNT]),
        ("He held it with one hand.", [Kind.COUNT]),
        ("On one hand it is late.", [Kind.IDENTIFIER]),
        ("A bomb killed scores.", [Kind.COUNT]),
        ("The scores were level.", []),
    ],
)
def test_kinds(text: str, kinds: list[Kind]) -> None:
    assert [figure.kind for figure in find_figures(text)] == kinds


def test_what_is_counted_is_not_sought_behind_a_verb_and_its_number() -> None:
    assert [figure.noun for figure in find_figures("Of these, 44 boarded 900 guests.")] == [None, "guest"]


@pytest.mark.parametrize(("text", "low"), [("He scored over five games.", 5), ("He played over 50 games.", 50)])
def test_over_a_few_games_is_through_them(text: str, low: int) -> None:
    (figure,) = quantities(text)
    assert figure.value.low == low and figure.value.is_point is (low < 20)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is a metre and a half deep.", Fraction(3, 2), "meter"),
        ("It took two years and a half.", Fraction(5, 2), "year"),
        ("She was two hundredths of a second off.", Fraction(1, 50), "second"),
        ("The jobless total fell to 2.71m.", 2_710_000, None),
        ("The tower is 300m.", 300, "meter"),
        ("She ran it in 10s.", 10, "second"),
        ("The odds of 33-1 were long.", 33, None),
        ("She earns 12 pounds 50 an hour.", Fraction(25, 2), "pound sterling per hour"),
        ("It had 15in of snow.", 15, "inch"),
        ("He lost 6st.", 6, "stone"),
        ("They have 3 million and a half.", 3_500_000, None),
        ("It sold four million and three fifths.", 4_600_000, None),
        ("They have two million and three men.", 2_000_003, None),
        ("They have 12 million and a half-eaten loaf.", 12_000_000, None),
        ("It is worth three quarters billion dollars.", 750_000_000, "dollar"),
        ("It is worth three lakh crore.", 3_000_000_000_000, None),
        ("The 5-2 favourite lost.", Fraction(5, 2), None),
    ],
)
def test_compounds(text: str, value: Fraction, unit: str | None) -> None:
    (figure,) = quantities(text)
    assert (figure.value.low, figure.unit) == (value, unit)


def test_parts_make_a_range() -> None:
    (figure,) = quantities("It cut the risk by between a fifth and a quarter.")
    assert (figure.value.low, figure.value.high) == (Fraction(1, 5), Fraction(1, 4))
    assert not quantities("She took a second and a third job.")


def test_a_decade_is_no_time() -> None:
    assert not quantities("It was in the low 90s, then the 80s.")


def test_a_total_is_of_cases_and_not_of_new_ones() -> None:
    assert [figure.noun for figure in quantities("There were 17 new cases, a total of 1,046.")] == ["new case", "case"]
