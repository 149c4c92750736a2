"""A part and its whole: which figure is proposed as whole, and by which relation."""

from __future__ import annotations

import pytest

from audit.account.parts import parts
from tests.account.bound import reading_of

BOUND = [
    ("At least 40 people, including 12 children, drowned.", "12", "40", "part.including"),
    ("Nine of the 31 boats sank.", "Nine", "31", "part.of_number"),
    ("The guard fired on 30 out of 350 boats.", "30", "350", "part.of_number"),
    ("Two girls were among the seven hurt in the fire.", "Two", "seven", "part.of_number"),
    ("Of the 40 miners, 13 came out alone.", "13", "40", "part.among"),
    ("The raid hit 31 boats. Nine of them sank.", "Nine", "31", "part.of_them"),
    ("The navy lost 31 boats, of which nine sank.", "nine", "31", "part.of_them"),
    ("It held 60 people. Among them were 14 children.", "14", "60", "part.including"),
    ("Officials counted 15 new cases, bringing the total to 348.", "15", "348", "part.in_total"),
    ("Four miners died on Monday. The toll now stands at 57.", "Four", "57", "part.in_total"),
    ("Two boys, both from Kesh, were among the seven hurt.", "Two", "seven", "part.among_number"),
    ("It counted 940 cases and 35 deaths, including 12 new cases.", "12", "940", "part.including"),
    ("Five masts fell in the night, with two blocking the quay.", "two", "Five", "part.with"),
    ("Six clerks died and 29 were hurt. Four of those killed were women.", "Four", "Six", "part.of_them"),
    ("Six clerks died and 29 were hurt. Four of those hurt were women.", "Four", "29", "part.of_them"),
]


@pytest.mark.parametrize(("text", "part", "whole", "rule"), BOUND)
def test_a_part_is_bound_to_its_whole(text: str, part: str, whole: str, rule: str) -> None:
    found = {(b.claim.figure.text, b.roles[0].figure.text): b.rule for b in parts(reading_of(text))}
    assert found[part, whole] == rule


APART = [
    ("Two guards, including a cook, were hurt and seven more were missing.", "seven", "Two"),
    ("The raid killed ten, including two girls, and injured 12.", "12", "ten"),
    ("The firm imports 215 tonnes of tea, of which 170 tonnes are taxed.", "215 tonnes", "170 tonnes"),
    ("Some 41 of them will be sold, 52 will be kept.", "52", "41"),
    ("Nine of the 31 boats sank.", "31", "Nine"),
    ("The storm sank three tugboats. Eight of the passengers swam.", "Eight", "three"),
    ("Four nurses and two cooks were held. Five of the prisoners came home.", "Five", "two"),
    ("The levy reaches 30% of imports, including 65% of textiles.", "65%", "30%"),
    ("He scored 31 points, with 12 rebounds.", "12", "31"),
    ("It cut its stake to 1,485 shares, or 4% of the total, from 1,650 shares.", "1,650", "1,485"),
]


@pytest.mark.parametrize(("text", "part", "whole"), APART)
def test_no_word_holds_a_figure_that_only_stands_near(text: str, part: str, whole: str) -> None:
    found = {(b.claim.figure.text, b.roles[0].figure.text): b.rule for b in parts(reading_of(text))}
    assert found.get((part, whole)) in (None, "part.bare", "part.same_noun", "part.kind")


def test_a_rank_and_a_number_with_the_alone_between_are_in_no_order() -> None:
    assert not any(b.rule == "part.in_order" for b in parts(reading_of("The third the twelve boats.")))
