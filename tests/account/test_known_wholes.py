"""A part of a whole that its words name without a number: which count of the text is proposed as whole, and by which tie."""

from __future__ import annotations

import pytest

from audit.account.far_wholes import far_wholes
from audit.account.known_wholes import known_wholes
from audit.account.set_apart import set_apart
from tests.account.bound import reading_of

_FILLER = "Nobody had slept. The wind blew hard. The mayor spoke late. A dog barked. It was cold. "

KNOWN = [
    (
        "Mudslide leaves 19 dead. " + _FILLER + "Among those who died were three nuns and a couple.",
        "three",
        "19",
        "some.among",
    ),
    (
        "Mudslide leaves 19 dead. " + _FILLER + "Among those who died were three nuns and a couple.",
        "couple",
        "19",
        "some.among",
    ),
    ("The slide killed 19 people. " + _FILLER + "Five of the victims were cooks.", "Five", "19", "some.of"),
    ("The slide hurt 19 people. " + _FILLER + "Five of the wounded were flown out.", "Five", "19", "some.of"),
    ("A convoy of eight minibuses left Kesh. " + _FILLER + "Two of the buses broke down.", "Two", "eight", "some.of"),
    (
        "The flood swept 31 houses away. " + _FILLER + "Only six of the flattened dwellings were insured.",
        "six",
        "31",
        "some.of",
    ),
    ("The slide killed 19 people. " + _FILLER + "Two sisters, 8 and 9, are among the dead.", "Two", "19", "some.in"),
    ("Sixteen people were hurt, said the mayor, Ada Boyle, three girls among them.", "three", "Sixteen", "some.behind"),
    (
        "The chain shut 41 shops in May. " + _FILLER + "The closures included seven in Orrin.",
        "seven",
        "41",
        "some.included",
    ),
    ("The slide killed 19 people. " + _FILLER + "Most of the dead, 14 in all, were men.", "14", "19", "some.apposed"),
    ("Fifteen pupils fell ill. " + _FILLER + "Of the pupils treated, nine are home.", "nine", "Fifteen", "some.among"),
    ("Two hundred cooks and 35 clerks died; of the former, 84 were women.", "84", "Two", "some.among"),
    ("The town freed 26 nurses. " + _FILLER + "The fund pays 18 of those who came home.", "18", "26", "some.of"),
    ("The flood will cost 2.1 billion euros. Of this it will recover 650 million.", "million", "2.1", "some.among"),
    ("The slide killed 19 people. " + _FILLER + "Most of the dead, 14, were men.", "14", "19", "some.apposed"),
    ("A study of 90 firms is out. Among firms that lost money, seven are for sale.", "seven", "90", "some.among"),
    ("Seventy cases were found. " + _FILLER + "Six of those infected were infants.", "Six", "Seventy", "some.of"),
]


@pytest.mark.parametrize(("text", "part", "whole", "rule"), KNOWN)
def test_a_named_whole_is_found_at_any_distance(text: str, part: str, whole: str, rule: str) -> None:
    found = {
        (b.claim.figure.text.split()[-1], b.roles[0].figure.text.split()[0]): b.rule
        for b in known_wholes(reading_of(text))
    }
    assert found[part, whole] == rule


STRANGERS = [
    ("The storm sank 12 tugboats. " + _FILLER + "Six of the victims were cooks.", "Six", "12"),
    ("The storm hurt 12 people. " + _FILLER + "Six of the dead were cooks.", "Six", "12"),
    ("The mayor owns 12 cows. " + _FILLER + "Six of the churches were closed.", "Six", "12"),
    ("Nine of the 31 boats sank.", "Nine", "31"),
    ("He was among the first to leave. Nine boats sank.", "Nine", "first"),
]


@pytest.mark.parametrize(("text", "part", "whole"), STRANGERS)
def test_no_count_of_others_is_the_whole(text: str, part: str, whole: str) -> None:
    found = [(b.claim.figure.text, b.roles[0].figure.text) for b in known_wholes(reading_of(text))]
    assert (part, whole) not in found


def test_one_phrase_has_few_wholes() -> None:
    text = "".join(f"Then {number} people died. " for number in range(20, 60)) + "Four of the dead were cooks."
    assert len(list(known_wholes(reading_of(text)))) <= 6


APART = [
    ("Five firemen were burned, two seriously.", "two", "Five", "apart.bare"),
    ("His men cleared 80 mines in a week, twelve from the school alone.", "twelve", "80", "apart.bare"),
    ("She bred 14 horses, of which one won.", "one", "14", "apart.one"),
    ("Nine delegates stand on the steps. Only one, the Dane, is smiling.", "one", "Nine", "apart.one"),
    ("He told the court that 11 of the 70 hours of tape were blank.", "11", "70 hours", "apart.of_unit"),
    ("Rent takes €510 of the €1,400 a month that they live on.", "€510", "€1,400 a month", "apart.of_unit"),
    ("Eight got home, of whom one, Ada Boyle, was ill.", "one", "Eight", "apart.one"),
    ("Three hundred tonnes were shifted, 120 by crane.", "120", "Three hundred tonnes", "apart.unit_untold"),
    ("For 31 years Ada Boyle led the choir. She was ill in three of them.", "three", "31 years", "apart.of_length"),
]


@pytest.mark.parametrize(("text", "part", "whole", "rule"), APART)
def test_a_bare_figure_sets_some_apart(text: str, part: str, whole: str, rule: str) -> None:
    found = {(b.claim.figure.text, b.roles[0].figure.text): b.rule for b in set_apart(reading_of(text))}
    assert found[part, whole] == rule


@pytest.mark.parametrize(
    "text",
    [
        "Five firemen died, nine were hurt.",
        "Five firemen died, nine cooks fled.",
        "He scored 31 points, with 12 rebounds.",
        "For 31 years she led the choir. Three of the singers left.",
    ],
)
def test_what_counts_others_sets_nothing_apart(text: str) -> None:
    assert not list(set_apart(reading_of(text)))


def test_those_of_the_sentence_before_are_found_where_they_were_counted() -> None:
    text = (
        "The envoy secured the release of 26 cooks. "
        + _FILLER
        + "Doctors saw the freed at a clinic. Seven had a fever."
    )
    found = {(b.claim.figure.text, b.roles[0].figure.text): b.rule for b in far_wholes(reading_of(text))}
    assert found == {("Seven", "26"): "far.count"}


def test_a_later_count_may_be_some_of_the_first_that_the_text_told() -> None:
    text = "Observers counted 27 attacks in May. " + _FILLER + "Ambulances were hit in 13 cases. They used 12 pumps."
    found = {(b.claim.figure.text, b.roles[0].figure.text): b.rule for b in far_wholes(reading_of(text))}
    assert found == {("13", "27"): "far.count"}
