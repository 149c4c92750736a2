"""Signs and words of more than one unit, and bounds and names that look like others: right ones and tempting wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.figures import find_figures
from audit.figures.figure import Kind
from audit.text.document import Document


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It was 98F in the shade, and the heat held.", "fahrenheit"),
        ("The capacitor held 2.5 F.", "farad"),
        ("It was -19 C.", "celsius"),
        ("The file has 16 billion b.", "bit"),
        ("Winds of 30 kn hit the coast.", "knot"),
        ("A seat is 150 kn.", "croatian kuna"),
        ("She paid 50 pounds.", "pound sterling"),
        ("They spent 30 pounds on flour.", "pound sterling"),
        ("The club has 85 million pounds.", "pound sterling"),
        ("It weighs 50 pounds.", "pound"),
        ("They paid for 20 pounds of beef.", "pound"),
        ("A pint is 5 pounds 40 pence.", "pound sterling"),
        ("She lifted 50 pounds. Tickets were not paid for.", "pound"),
    ],
)
def test_what_is_near_tells_the_unit(text: str, unit: str) -> None:
    assert [figure.unit for figure in find_figures(text)] == [unit]


@pytest.mark.parametrize("text", ["The 13F filing was late.", "A Boeing 777F left.", "He sold 800 F-Series vans."])
def test_a_letter_is_no_degree(text: str) -> None:
    assert all(figure.unit is None for figure in find_figures(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The height stayed over 1000 and below 1500.", 1000, 1500),
        ("It takes 12 and under.", 0, 12),
        ("His score is 5000 or less.", 0, 5000),
    ],
)
def test_a_bound_belongs_to_one_number(text: str, low: int, high: int) -> None:
    (figure,) = find_figures(text)
    assert (figure.value.low, figure.value.high, figure.noun) == (low, high, None)


def test_or_fewer_is_no_noun() -> None:
    (figure,) = find_figures("It takes 500 or fewer people.")
    assert (figure.value.high, figure.noun) == (500, "person")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They lost thousands of COVID -19 masks.", [Kind.COUNT, Kind.IDENTIFIER]),
        ("He bought it years ago.", [Kind.DATE]),
        ("It came after months of fighting.", [Kind.DURATION]),
        ("See http://example.org/a?b=305&c=%280024%2D91%29%20and%28158%29 there.", [Kind.IDENTIFIER]),
        ("It came on oct . 13 , they say.", [Kind.DATE]),
        ("They sell the iPhone 11 Pro.", [Kind.IDENTIFIER]),
        ("Eggs are 64 cents a dozen.", [Kind.RATE]),
        ("It has a mass of 125 GeV.", [Kind.MEASURE]),
    ],
)
def test_kinds(text: str, kinds: list[Kind]) -> None:
    assert [figure.kind for figure in find_figures(text)] == kinds


def test_a_vague_date_keeps_its_words_and_its_span() -> None:
    (figure,) = find_figures("He sold the mill years ago.")
    assert (figure.kind, figure.unit, figure.words) == (Kind.DATE, "year", "years ago")
    assert (figure.value.low, figure.value.high) == (2, 11)


def test_what_a_name_stands_in_is_counted() -> None:
    figures = find_figures("They shipped thousands of COVID -19 tests and one 31,000 barrel-a-day refinery.")
    assert [figure.noun for figure in figures if figure.kind is Kind.COUNT] == ["test", "refinery"]
    assert figures[-1].value.low == Fraction(31_000)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It drew between 60 and more than 90 people.", 60, 90),
        ("It takes 300 to perhaps 400 men.", 300, 400),
        ("It killed 34 and about 40 men.", 34, 34),
        ("It rose from 300 to about 400 euros.", 300, 300),
    ],
)
def test_a_hedge_within_a_range(text: str, low: int, high: int) -> None:
    figure = find_figures(text)[0]
    assert (figure.value.low, figure.value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("In Kesh 16 were killed.", "16", Kind.COUNT),
        ("At Orrin 24 have been found dead.", "24", Kind.COUNT),
        ("The Farmers won 38 seats and the Liberals 21.", "21", Kind.COUNT),
        ("It landed in Apollo 11 once.", "11", Kind.IDENTIFIER),
        ("Flight 622 was lost.", "622", Kind.IDENTIFIER),
    ],
)
def test_a_number_behind_a_place_or_a_party_counts_and_is_no_part_of_its_name(
    text: str, number: str, kind: Kind
) -> None:
    assert [figure.kind for figure in find_figures(Document(text)) if figure.text == number] == [kind]
