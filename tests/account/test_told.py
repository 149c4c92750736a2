"""The same quantity told again: which figures are taken for one, and when two print one value."""

from __future__ import annotations

import pytest

from audit.account.binding import Binding
from audit.account.dates_again import dates_again
from audit.account.fit import fits
from audit.account.told import told
from audit.account.values import same_value
from audit.account.weights import chance_of
from audit.syntax import Reading
from tests.account.bound import reading_of

PUBLISHED = "2031-05-20"


def reading(text: str) -> Reading:
    return reading_of(text, PUBLISHED)


def bound(text: str) -> list[Binding]:
    found = reading(text)
    return [*told(found), *dates_again(found)]


def pairs(text: str) -> set[tuple[str, str]]:
    return {(b.roles[0].figure.text, b.claim.figure.text) for b in bound(text)}


def agreeing(text: str) -> set[tuple[str, str]]:
    return {(b.roles[0].figure.text, b.claim.figure.text) for b in bound(text) if fits(b)}


SAME = [
    ("The 38 miners were trapped. All 38 miners came out.", True),
    ("It cost 770,321 dollars. The 770,000 dollars were paid.", True),
    ("It cost 770,321 dollars. The 760,000 dollars were paid.", False),
    ("The rate is 2 percent. A rate of 3 percent was sought.", False),
    ("More than 100 people were hurt. In all 120 people were hurt.", True),
    ("More than 100 people were hurt. In all 95 people were hurt.", False),
    ("About 300 homes burned. The 296 homes stood by the river.", True),
    ("Dozens of people were held. Hundreds of people were held.", False),
    ("Dozens of people were held. Police held 64 people.", True),
    ("Dozens of people were held. Police held 640 people.", False),
    ("At least 15 mills were shut. He said 15 or 16 mills were shut.", True),
    ("The truce held for two weeks. After 14 days the truce fell.", True),
    ("The truce held for five weeks. After five days the truce fell.", False),
    ("More than 2,400 bridges are mended. They mend 2,800 bridges.", False),
    ("It stood at around 76.8 cents. The price is 76.2 cents.", False),
    ("The club has 5-9 men. It had 7 men.", False),
    ("She is 106 years old. She is almost 117 years old.", False),
    ("She is 106 years old. She is almost 107 years old.", True),
    ("A third of the homes are empty. It found 34% of them empty.", True),
    ("A third of the homes are empty. It found 43% of them empty.", False),
]


@pytest.mark.parametrize(("text", "same"), SAME)
def test_two_figures_print_one_value_or_two(text: str, same: bool) -> None:
    one, *_, other = [m for m in reading(text).mentions if m.type != "implied"]
    assert same_value(one, other) is same


DATES = [
    ("On 3 May 2030 it began. The war began on May 3.", "3 May 2030", "May 3", True),
    ("On 3 May 2030 it began. The war began on May 4.", "3 May 2030", "May 4", False),
    ("It was built in 1871. The mill of 1871 burned.", "1871", "1871", True),
    ("He died on 9 July 1903. He was buried in 1903.", "9 July 1903", "1903", True),
    ("The siege began in March. On 14 March the walls fell.", "March", "14 March", True),
    ("Last year the firm lost money. It lost most of it in 2030.", "Last year", "2030", True),
    ("Exports fell in 2031. The ministry sees no rise this year.", "this year", "2031", True),
    ("The bank met last month. At its meeting on April 9 it held rates.", "last month", "April 9", True),
    ("He stayed until about 1864. In 1864 he went home.", "1864", "1864", True),
    ("The fort (1681-1687) was small. It was left in 1687.", "1681-1687", "1687", True),
    ("The rise began in late July. On 27 July it was seen.", "July", "27 July", True),
    ("The rise came in mid-May. On 18 May it was seen.", "May", "18 May", True),
]


@pytest.mark.parametrize(("text", "former", "later", "same"), DATES)
def test_a_coarse_date_and_a_finer_one_within_it_agree(text: str, former: str, later: str, same: bool) -> None:
    assert ((former, later) in agreeing(text)) is same


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The vote is in December. The November vote was close.", ("December", "November")),
        ("The siege began in March. On 14 May the walls fell.", ("March", "14 May")),
        ("Last year the firm lost money. It lost none of it in 2029.", ("Last year", "2029")),
        ("The bank met last month. At its meeting on March 9 it held rates.", ("last month", "March 9")),
        ("The fort (1681-1687) was small. It was left in 1690.", ("1681-1687", "1690")),
        ("The fort (1681-1687) was small. It was sold in 1684.", ("1681-1687", "1684")),
        ("Ana (1806-1872) was a queen. She (1816-1872) died in Orrin.", ("1806-1872", "1816-1872")),
        ("The rise began in late July. On 11 July it was seen.", ("July", "11 July")),
        ("It rose in the third quarter of 2030. Growth in the second quarter of 2030 was slow.", ("2030", "2030")),
    ],
)
def test_a_date_outside_a_coarse_one_does_not_agree(text: str, pair: tuple[str, str]) -> None:
    assert pair not in agreeing(text)


OTHER_FORMS = [
    ("He spent 500 days in Orrin. Today is his 500th day there.", ("500 days", "500th")),
    ("It marked 75 years of the republic. The 75th anniversary was cold.", ("75 years", "75th")),
    ("Ana Brod, 24, was shot. The 24-year-old woman was at work.", ("24", "24-year-old")),
    ("Clerk, 24, shot dead. The 24-year-old woman was at work.", ("24", "24-year-old")),
    ("More than a third of homes have it. It reaches 35% of homes.", ("third", "35%")),
    ("They paid $20,000 per homeless person. That $20,000 per homeless person is too much.", ("$20,000", "$20,000")),
]


@pytest.mark.parametrize(("text", "pair"), OTHER_FORMS)
def test_a_figure_is_told_again_in_another_form(text: str, pair: tuple[str, str]) -> None:
    assert any(one.endswith(pair[0]) or pair[0] in one for one, other in agreeing(text) if pair[1] in other)


DEFINITE = [
    ("It had its origins in two of the clubs of Orrin. The two units were joined.", ("two", "two"), True),
    ("They came from two directions. The army linked the two fronts.", ("two", "two"), True),
    ("They came from two directions. The army lost two tanks.", ("two", "two"), False),
    ("He fired three shots. All three rounds struck the car.", ("three", "three"), True),
    ("He was found guilty of murdering two people. He faces two counts of murder.", ("two", "two"), True),
    ("The flood killed one person. One man was killed in his home.", ("one", "One"), True),
    ("The flood took one bridge. One man swam home.", ("one", "One"), False),
]


@pytest.mark.parametrize(("text", "pair", "told_again"), DEFINITE)
def test_a_small_count_of_another_noun_is_told_again_if_it_points_back(
    text: str, pair: tuple[str, str], told_again: bool
) -> None:
    assert (pair in agreeing(text)) is told_again


def test_of_two_words_for_a_month_none_is_a_figure_to_be_checked() -> None:
    assert not bound("The vote is in December. The December vote will be close.")


BETWEEN = "The council met for two hours. Rain fell on the town. "


@pytest.mark.parametrize(
    ("text", "pair", "least", "most"),
    [
        (f"Ana Brod, 24, was shot in Orrin. {BETWEEN}Ana Brod, 24, was at work.", ("24", "24"), 0.6, 1.0),
        (
            f"The firm will pay a $13.9 million settlement. {BETWEEN}The $13.9 million settlement ends the suit.",
            ("$13.9 million", "$13.9 million"),
            0.3,
            1.0,
        ),
        ("In Vesk 12 houses burned down. In Torn 15 houses burned down.", ("12", "15"), 0.0, 0.25),
        (
            f"The siege began on 3 May 2019. {BETWEEN}A school was opened on 9 June 2021.",
            ("3 May", "9 June"),
            0.0,
            0.25,
        ),
    ],
)
def test_words_in_common_make_two_figures_one_quantity(
    text: str, pair: tuple[str, str], least: float, most: float
) -> None:
    [chance] = [
        chance_of(b)
        for b in bound(text)
        if b.roles[0].figure.text.startswith(pair[0]) and b.claim.figure.text.startswith(pair[1])
    ]
    assert least <= chance <= most


@pytest.mark.parametrize("other", ["Tomas Orin", "Tomas Brod"])
def test_ages_of_two_people_are_no_repeat(other: str) -> None:
    assert ("32", "34") not in pairs(f"Ana Brod, 32, was held. {other}, 34, was held too.")


def test_a_repeat_is_sought_over_the_whole_text() -> None:
    between = " ".join(f"Nothing of the kind was said about house {n}." for n in ("A", "B", "C", "D", "E"))
    assert ("$13.9 million", "$13.9 million") in pairs(
        f"The firm pays a $13.9 million settlement. {between} The $13.9 million goes to the owners."
    )


def test_the_value_of_a_pair_is_none_of_its_features() -> None:
    equal = [set(b.features) for b in bound("The 38 miners slept. The 38 miners woke.")]
    apart = [set(b.features) for b in bound("The 38 miners slept. The 39 miners woke.")]
    assert equal == apart


def test_the_end_of_another_run_of_years_is_not_told_again() -> None:
    assert not agreeing("It was built by Ada Boyle (1811-1869). Her cousin Ines Boyle (1821-1869) sold it.")
    assert agreeing("It was built by Ada Boyle (1811-1869). A plate names Ada Boyle (1811-1869).")


def test_what_agrees_when_rounded_is_as_common_as_the_rounder_figure() -> None:
    exact, rounded = (
        max(b.chance for b in bound(f"It cost 770,321 dollars. The {again} dollars were paid.") if b.claim.number)
        for again in ("770,321", "770,000")
    )
    assert exact < rounded
