"""One line for each rule: right ones and tempting wrong ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.errors import OptionError
from audit.figures import find_figures
from audit.figures.figure import Bound, Figure, Kind


def quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.is_quantity]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It holds 1,234.5 litres.", "1234.5", "liter"),
        ("A harvest of 816 000 t was sold.", "816000", "metric_ton"),
        ("It paid $3bn.", "3000000000", "dollar"),
        ("It paid 5 mln dlrs.", "5000000", "dollar"),
        ("Shares rose 4p.", "4", "penny"),
        ("Profit rose 7 pct.", "7", "percentage"),
        ("Rates rose 25 basis points.", "25", "basis point"),
        ("Support fell two percentage points.", "2", "percentage point"),
        ("It cost 2.5 million Danish crowns.", "2500000", "danish krone"),
        ("It cost HK$5.4m to build.", "5400000", "hong kong dollar"),
        ("It ran at 60 mph.", "60", "mile_per_hour"),
        ("It ran 188 miles an hour.", "188", "mile_per_hour"),
        ("Oil sold at $58 a barrel.", "58", "dollar per barrel"),
        ("It was minus 12 degrees Celsius.", "-12", "celsius"),
        ("It took half an hour.", "1/2", "hour"),
        ("The girl is 12 years old.", "12", "year of age"),
        ("It is 5 feet 6 inches.", "11/2", "foot"),
        ("A blast of 15 kilotons was felt.", "15", "kiloton_tnt"),
        ("\u0661\u0662 km of road was closed.", "12", "kilometer"),
        ("It weighed \uff11\uff12\u00a0kg.", "12", "kilogram"),
    ],
)
def test_units_and_money(text: str, value: str, unit: str) -> None:
    (figure,) = quantities(text)
    assert (figure.value.low, figure.unit) == (Fraction(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("twenty-two hundred soldiers", 2200, "soldier"),
        ("a hundred and six villagers", 106, "villager"),
        ("half a million refugees", 500_000, "refugee"),
        ("two and a half million voters", 2_500_000, "voter"),
        ("a dozen armed men", 12, "man"),
        ("three dozen boats", 36, "boat"),
        ("TWELVE PEOPLE WERE KILLED", 12, "person"),
        ("10k followers", 10_000, "follower"),
        ("two new 737 jets", 2, "jet"),
        ("a score of villagers", 20, "villager"),
        ("12 kidney transplants", 12, "kidney transplant"),
        ("12 Dutch kidney transplants", 12, "kidney transplant"),
        ("four daring Winter Games", 4, "game"),
        ("60 printed and digital maps", 60, "digital map"),
        ("one of the tallest towers", 1, "tower"),
        ("ten\u00adants and thir\u00adty tents", 30, "tent"),
    ],
)
def test_numerals_and_nouns(text: str, value: int, noun: str) -> None:
    (figure,) = quantities(text)
    assert (figure.value.low, figure.value.high, figure.noun) == (value, value, noun)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$3 to $5 billion", 3 * 10**9, 5 * 10**9),
        ("30,000\u201340,000 troops", 30_000, 40_000),
        ("12 to 15 percent", 12, 15),
        ("three or four years", 3, 4),
        ("fees ranging from $200 to $4 million", 200, 4_000_000),
        ("dozens of villages", 12, 120),
        ("tens of thousands of people", 10_000, 100_000),
        ("more than 100 but fewer than 300 people", 100, 300),
    ],
)
def test_ranges_and_vague_words(text: str, low: int, high: int) -> None:
    (figure,) = quantities(text)
    assert (figure.value.low, figure.value.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 240 to 273.",
        "The gap grew by $43 to $419.",
        "They sold 5 and 6 kg.",
        "It bought 12 ships, 15 trucks.",
    ],
)
def test_two_figures_and_no_range(text: str) -> None:
    assert len(quantities(text)) == 2


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("as many as 40 men", Bound.AT_MOST),
        ("upwards of 40 men", Bound.MORE_THAN),
        ("no fewer than 40 men", Bound.AT_LEAST),
        ("40 or more men", Bound.AT_LEAST),
        ("40 men or so", Bound.ABOUT),
        ("some 300 men", Bound.ABOUT),
        ("nearly 300 men", Bound.NEARLY),
        ("just under 300 men", Bound.LESS_THAN),
        ("100+ men", Bound.AT_LEAST),
        ("~300 men", Bound.ABOUT),
        ("300 men", Bound.EXACT),
        ("it lasted over three months", Bound.EXACT),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    (figure,) = quantities(text)
    if text.startswith("it lasted"):
        bound = Bound.MORE_THAN
    assert figure.bound is bound


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 7 October 2023", Kind.DATE),
        ("the 2012-13 season", Kind.DATE),
        ("in the 1990s", Kind.DATE),
        ("at 10:30 pm", Kind.TIME),
        ("at 1400 GMT", Kind.TIME),
        ("the 98th Division", Kind.RANK),
        ("Resolution 242 was read", Kind.IDENTIFIER),
        ("an F-16 flew by", Kind.IDENTIFIER),
        ("the S&P 500 fell", Kind.IDENTIFIER),
        ("no one came", Kind.IDENTIFIER),
        ("it is open 24/7 here", Kind.TIME),
        ("call +44 20 7946 0000 now", Kind.IDENTIFIER),
        ("see footnote 12 there", Kind.IDENTIFIER),
        ("release v2.0.1 is out", Kind.IDENTIFIER),
        ("at www.example.org/12/13?id=9 there", Kind.IDENTIFIER),
        ("they won 3-1", Kind.SCORE),
        ("see http://example.org/a/12 for more", Kind.IDENTIFIER),
    ],
)
def test_labels(text: str, kind: Kind) -> None:
    assert [figure.kind for figure in find_figures(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Exports doubled.", Kind.MULTIPLE, 2),
        ("It is three times as large.", Kind.MULTIPLE, 3),
        ("Two thirds of the men left.", Kind.FRACTION, Fraction(2, 3)),
        ("One in five voters stayed at home.", Kind.FRACTION, Fraction(1, 5)),
        ("The odds were 3-to-1.", Kind.RATIO, 3),
        ("It sells 12 a day.", Kind.RATE, 12),
    ],
)
def test_parts_and_multiples(text: str, kind: Kind, value: Fraction) -> None:
    (figure,) = quantities(text)
    assert (figure.kind, figure.value.low) == (kind, value)


def test_a_left_out_noun_is_carried() -> None:
    first, second = quantities("It hit 20 tanks and missed another 30.")
    assert (first.carried, second.noun, second.carried) == (False, "tank", True)


def test_a_name_is_no_unit() -> None:
    (figure,) = quantities("They freed 20 Hamas prisoners.")
    assert (figure.unit, figure.noun) == (None, "prisoner")


@pytest.mark.parametrize(("convention", "ends"), [("plain", (12, 120)), ("acled", (12, 12)), ("airwars", (12, 24))])
def test_conventions_keep_the_words(convention: str, ends: tuple[int, int]) -> None:
    (figure,) = find_figures("Dozens of people fled.", convention=convention)
    assert ((figure.value.low, figure.value.high), figure.words) == (ends, "Dozens")


def test_an_unknown_convention_is_an_error() -> None:
    with pytest.raises(OptionError):
        find_figures("Dozens fled.", convention="ours")


def test_the_head_is_the_last_word_of_the_noun() -> None:
    (figure,) = quantities("They built two missile launch sites.")
    assert (figure.noun, figure.head) == ("missile launch site", "site")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Mira Dahl, 51, left.", [51]),
        ("The carpenter, 34, left.", [34]),
        ("Lena (16) and her brother Tom (9) left.", [16, 9]),
        ("He was 17 when it began.", [17]),
        ("She turned 21.", [21]),
        ("A man aged 70 left.", [70]),
        ("Life expectancy for men there is around 73.", [73]),
        ("He was 17 seats short.", []),
        ("Leeds (16) and Derby (9) lost.", []),
        ("The harbour, 34, is old.", []),
        ("In the river, 34, 35 and 36 were counted.", []),
    ],
)
def test_ages(text: str, ages: list[int]) -> None:
    assert [figure.value.low for figure in find_figures(text) if figure.kind is Kind.AGE] == ages


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A shell fell, killing one and injuring another.", Kind.COUNT),
        ("It wounded one more.", Kind.COUNT),
        ("At least one was badly hurt.", Kind.COUNT),
        ("No one was hurt.", Kind.IDENTIFIER),
        ("This one was hurt.", Kind.IDENTIFIER),
        ("She is the one killed there.", Kind.IDENTIFIER),
        ("One was happy.", Kind.IDENTIFIER),
        ("They are one step away.", Kind.IDENTIFIER),
    ],
)
def test_one_is_a_victim_or_a_pronoun(text: str, kind: Kind) -> None:
    assert find_figures(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales fell 7 . 57 % in May.", [Fraction("7.57")]),
        ("It sold 7 . 57 people came.", [7, 57]),
        ("It is one twenty-fifth of that.", [Fraction(1, 25)]),
        ("Some 30, or a third, left.", [30, Fraction(1, 3)]),
        ("A fifth were lost.", [Fraction(1, 5)]),
        ("a baker's dozen of rolls", [13]),
        ("In all 2014 people signed.", [2014]),
        ("The 2014 people were few.", []),
        ("The 2014 protests ended.", []),
        ("By 2015 women could vote.", []),
        ("It holds 12 km^3 of water.", [12]),
        ("It trades at 1.4 times book value.", [Fraction("1.4")]),
        ("It ended in a last-32 match.", []),
        ("See the file list_2023_v12.pdf there.", []),
    ],
)
def test_values(text: str, values: list[Fraction]) -> None:
    assert [figure.value.low for figure in quantities(text)] == values


def test_a_unit_is_shared_by_both_ends_of_a_change() -> None:
    assert [figure.unit for figure in quantities("Rates slowed from 6.9 to 6.2 percent.")] == ["percentage"] * 2


def test_suspended_hyphens_share_the_noun() -> None:
    figures = quantities("They sell four-, five- and six-cylinder engines.")
    assert [(figure.noun, figure.carried) for figure in figures] == [("cylinder", True)] * 2 + [("cylinder", False)]


def test_a_part_in_an_aside_hands_its_noun_to_nothing() -> None:
    *_, last = quantities("It killed 12 people, including 3 children, and injured 40 more.")
    assert (last.noun, last.carried) == ("person", True)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It hit 30 trucks used by the Red Star Group on Monday.", "trucks used by the Red Star Group"),
        ("It hit 30 trucks used by farmers.", "trucks"),
        ("It counted 30 people hurt by Storm Ada.", "people"),
    ],
)
def test_the_phrase_holds_the_owner(text: str, phrase: str) -> None:
    (figure,) = quantities(text)
    assert figure.phrase is not None and figure.phrase.text == phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three 155 mm shells", [("three", "shell", None), ("155 mm", None, "millimeter")]),
        ("THREE 155MM SHELLS", [("THREE", "shell", None), ("155MM", None, "millimeter")]),
        ("two 500-pound bombs", [("two", "bomb", None), ("500-pound", None, "pound")]),
        ("10 four-man crews", [("10", "crew", None), ("four", "man", None)]),
        ("It paid $155 mm.", [("$155 mm", None, "dollar")]),
    ],
)
def test_a_size_between_number_and_noun(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(figure.text, figure.noun, figure.unit) for figure in quantities(text)] == expected


def test_a_score_of_a_match_is_no_twenty() -> None:
    assert all(figure.value.high != 20 for figure in find_figures("They won by a score of three to one."))


def test_a_number_tied_to_a_word_carries_no_noun_of_another() -> None:
    *_, last = quantities("It hit 20 tanks of a 30,000-strong force.")
    assert last.noun == "person"
