"""Numbers as people write them: each kind of form with what it says, and forms beside it that say something else."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.figures import find_figures


def only(text):
    (figure,) = [figure for figure in find_figures(text) if figure.is_quantity]
    return figure


def values(text):
    return [(str(figure.value.low), str(figure.value.high)) for figure in find_figures(text) if figure.is_quantity]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("She waited 7 and a half years.", "15/2", "year"),
        ("It cost 4 and a half million euros.", "4500000", "euro"),
        ("The talks took 6-and-a-half hours.", "13/2", "hour"),
        ("They rowed 20 and a quarter miles.", "81/4", "mile"),
        ("The rate is 5 and three quarters percent.", "23/4", "percentage"),
        ("The debt is one billion and a half million dollars.", "1000500000", "dollar"),
        ("The loan is 300 millions of euros.", "300000000", "euro"),
        ("Repairs need 2 billions of dollars.", "2000000000", "dollar"),
        ("Net was three mln dlrs.", "3000000", "dollar"),
        ("They sold four bn euros of it.", "4000000000", "euro"),
        ("It holds a quarter of a mln tonnes.", "250000", "metric_ton"),
        ("Each child got 0,25 litres.", "1/4", "liter"),
        ("The grant is 7,5 million euros.", "7500000", "euro"),
        ("The bill was 1.240,50 euros.", "2481/2", "euro"),
        ("The wall is three metres and five centimetres high.", "61/20", "meter"),
        ("He stands 6 ft 1 in in socks.", "73/12", "foot"),
        ("The guard is 5'10\" tall.", "35/6", "foot"),
        ("A third of a second later it fell.", "1/3", "second"),
        ("We had 4.5 in of snow.", "9/2", "inch"),
        ("It used 3\u00d710\u2074 litres.", "30000", "liter"),
        ("It held 2.5E+003 mg.", "2500", "milligram"),
        ("A memory of 4x2^10 bits.", "4096", "bit"),
    ],
)
def test_a_measure(text, value, unit):
    figure = only(text)
    assert (str(figure.value.low), figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "noun"),
    [
        ("Four or five dozen goats died.", 48, 60, "goat"),
        ("Two to three dozen shells hit it.", 24, 36, "shell"),
        ("A dozen or two fell ill.", 12, 24, None),
        ("A hundred or two fans came.", 100, 200, "fan"),
        ("The toll is 2,400 (\u00b1100).", 2300, 2500, None),
        ("Some 600 people, give or take 50, came.", 550, 650, "person"),
        ("170.000 people fled.", 170_000, 170_000, "person"),
        ("The camp holds 4.000 tents.", 4_000, 4_000, "tent"),
        ("A 700-strong crowd cheered.", 700, 700, "person"),
        ("Some 30-odd cars burned.", 30, 30, "car"),
        ("Police counted 2,\u00a0415 deaths.", 2_415, 2_415, "death"),
        ("A total of 2, 415 deaths.", 2_415, 2_415, "death"),
        ("They paid 60 grand.", 60_000, 60_000, None),
        ("It has 4 thousand 2 hundred and 11 seats.", 4_211, 4_211, "seat"),
        ("In 2031 14 boats sank.", 14, 14, "boat"),
    ],
)
def test_a_count(text, low, high, noun):
    figure = only(text)
    assert (figure.value.low, figure.value.high, figure.noun) == (low, high, noun)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Support stood at 47% \u00b1 2 points.", 45, 49),
        ("It stood at 47 percent, plus or minus 2 percentage points.", 45, 49),
        ("The crate weighed 60 +/- 5 kg.", 55, 65),
    ],
)
def test_a_margin_is_the_interval_of_its_value(text, low, high):
    figure = only(text)
    assert (figure.value.low, figure.value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind", "value", "noun"),
    [
        ("Seven of every ten shops shut.", "fraction", "7/10", "shop"),
        ("Three out of four hundred guests fell ill.", "fraction", "3/400", "guest"),
        ("It was a one-in-six risk.", "fraction", "1/6", "risk"),
        ("He has a 3-in-4 chance.", "fraction", "3/4", "chance"),
        ("One house in eight burned.", "fraction", "1/8", "house"),
        ("They were outnumbered 7 to 1.", "ratio", "7", None),
        ("A ratio of four to one is usual.", "ratio", "4", None),
        ("It had a 40/60 split.", "ratio", "2/3", "split"),
        ("She won one hundredth of the vote.", "fraction", "1/100", None),
    ],
)
def test_a_share(text, kind, value, noun):
    figure = only(text)
    assert (figure.kind, str(figure.value.low), figure.noun) == (kind, value, noun)


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("In nineteen eighty-four nobody came.", "date", "nineteen eighty-four"),
        ("Since two thousand and twelve it has grown.", "date", "two thousand and twelve"),
        ("On the one hundredth day they left.", "rank", "one hundredth"),
        ("The hundred-and-sixth day began.", "rank", "hundred-and-sixth"),
        ("In the 22 nd century it ends.", "rank", "22 nd"),
        ("He ran it in 3:41.27.", "time", "3:41.27"),
        ("The siren rang at half past seven.", "time", "half past seven"),
        ("The 9/11 attacks changed it.", "identifier", "9/11"),
        ("The strain QD.3.41 spread.", "identifier", "QD.3.41"),
        ("They enriched uranium-238.", "identifier", "uranium-238"),
        ("Reactor 3 was shut.", "identifier", "3"),
        ("It is in situation report 22.", "identifier", "22"),
        ("The total is 4,7,00 by their count.", "unread", "4,7,00"),
    ],
)
def test_what_is_no_quantity_says_what_it_is(text, kind, printed):
    (figure,) = find_figures(text)
    assert (figure.kind, figure.text) == (kind, printed)


@pytest.mark.parametrize(
    "text",
    [
        "Sectors 3, 5 and 9 lost power.",
        "Wards 4 and 6 were full.",
        "The clinic opens from 7 to 9 a.m.",
        "Page 2 of 14.",
    ],
)
def test_lists_of_names_and_hours_hold_no_quantity(text):
    assert not [figure for figure in find_figures(text) if figure.is_quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports were 6.12 mln against 5.97 a year before.", [("6120000", "6120000"), ("5970000", "5970000")]),
        ("Sales rose to $3.4 billion from 3.1.", [("3400000000", "3400000000"), ("3100000000", "3100000000")]),
        ("The debt is 2.5 million and the score was 2.4.", [("2500000", "2500000"), ("12/5", "12/5")]),
        ("A field of 30 by 50 metres.", [("30", "30"), ("50", "50")]),
        ("Five \u00a320 notes were found.", [("5", "5"), ("20", "20")]),
        ("It picked 10 and a third man came.", [("10", "10")]),
        ("An average of 2.125 children is born.", [("17/8", "17/8")]),
        ("It fell from 3 to 1.", [("3", "3"), ("1", "1")]),
        ("Between two metres and four centimetres.", [("2", "2"), ("4", "4")]),
        ("He has two grand pianos.", [("2", "2")]),
        ("In districts 40 people fled.", [("40", "40")]),
        ("He scored one goal in 10 games.", [("1", "1"), ("10", "10")]),
    ],
)
def test_forms_side_by_side(text, expected):
    assert values(text) == expected


def test_both_sides_of_a_field_have_the_unit():
    assert [figure.unit for figure in find_figures("A 30 by 50 metre field.")] == ["meter", "meter"]
    assert [figure.unit for figure in find_figures("a 70x40m pit")] == ["meter", "meter"]


def test_a_compound_measure_is_as_fine_as_its_smaller_unit():
    assert only("It is 6 ft 1 in long.").precision == Fraction(1, 12)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They met three young, unarmed guards.", "young guard"),
        ("It burned down two big boat sheds.", "boat shed"),
        ("Only one old man stayed.", "man"),
        ("Four missing pupils came back.", "pupil"),
        ("She made three short films about it.", "film"),
        ("The trench is 3 metres deep, workers said.", None),
    ],
)
def test_the_counted_noun_is_what_its_phrase_says(text, noun):
    assert only(text).noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "The town fell in 312 BC to its neighbours.",
        "It was the winter of 1482 when they came.",
        "He first came here in '71.",
        "They return for season 14 of the show.",
        "On day 6 of the trial he spoke.",
        "He joined the 85 Infantry Regiment there.",
    ],
)
def test_eras_seasons_and_regiments_are_no_counts(text):
    assert not [figure for figure in find_figures(text) if figure.is_quantity]


def test_what_stands_beside_them_still_counts():
    assert [figure.text for figure in find_figures("In one day 40 were hurt; this season 13 have left.")] == [
        "one day",
        "40",
        "13",
    ]
    assert [figure.text for figure in find_figures("Read the page. Two men did.") if figure.is_quantity] == ["Two"]


@pytest.mark.parametrize(
    ("text", "value", "kind", "noun"),
    [
        ("A couple of thousand fans came.", "2000", "count", "fan"),
        ("A couple of billion euros was lost.", "2000000000", "money", None),
        ("Every fourth house was empty.", "1/4", "fraction", "house"),
        ("3, 481 deaths were recorded.", "3481", "count", "death"),
    ],
)
def test_more_forms(text, value, kind, noun):
    figure = only(text)
    assert (str(figure.value.low), figure.kind, figure.noun) == (value, kind, noun)


def test_every_second_day_says_how_often():
    assert not [figure for figure in find_figures("It comes every third day.") if figure.is_quantity]
