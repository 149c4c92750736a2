"""A number and what a text tells over several sentences, or in a row that has no names."""

from __future__ import annotations

import pytest

from tests.account.test_counts import bound, shown

MEANT = [
    (
        "Roads to Marl, Penn and Shaw are shut. Their three mayors met.",
        "count.names_earlier",
        ["Marl", "Penn", "Shaw"],
    ),
    (
        "The club won in 1998, 2004 and 2011. Three earlier finals were lost.",
        "count.names_earlier",
        ["1998", "2004", "2011"],
    ),
    (
        "Clinics in Marl, Penn and Shaw shut on Friday. The three cost too much.",
        "count.names_back",
        ["Marl", "Penn", "Shaw"],
    ),
    (
        "She had two sons. One, Jonas, keeps bees; Ruben sells boats.",
        "count.told_in_turn",
        ["Jonas", "Ruben"],
    ),
    (
        "He lost three brothers. Emil and Otto Lind drowned in May, Karl Lind, the eldest, in June.",
        "count.told_in_turn",
        ["Emil", "Otto Lind", "Karl Lind"],
    ),
    (
        "The army fought on four fronts, in Marland, on the Oder, at Port Elm and, from 1911, in the Tarn.",
        "count.told_in_turn",
        ["Marland", "Oder", "Port Elm", "Tarn"],
    ),
    (
        "Storm hits two islands\n\nIn Orsay a pier was lost. Nobody was hurt there. Waves broke windows in Lanta.",
        "count.governed_alike",
        ["Orsay", "Lanta"],
    ),
    (
        "The fort has two towers. It fell in May. It rained. It snowed. The towers honour queens: Queen Ida and Queen Maud.",
        "count.taken_up",
        ["Queen Ida", "Queen Maud"],
    ),
    (
        "Two villages are cut off. Boats went to Orsay, a fishing village. Later they saw the village of Lanta.",
        "count.called_so",
        ["Orsay", "Lanta"],
    ),
    (
        "Three mills to shut\n\nThe owner spoke today. Talks had failed. It means that Ashby, Penn Lane and Holm will go.",
        "count.names_far",
        ["Ashby", "Penn Lane", "Holm"],
    ),
    ("Ferris, Obi, Tolland: three doctors, one idea.", "count.names_summed", ["Ferris", "Obi", "Tolland"]),
    (
        "There are three works: Tofton, Mosby and, in Latland, Telna.",
        "count.listed",
        ["Tofton", "Mosby", "Telna"],
    ),
    (
        "She has two daughters at the mill, Ida in the office and Ruth in the yard.",
        "count.listed_later",
        ["Ida", "Ruth"],
    ),
    (
        "Police named Owen Pryce and Miles Webb. Both men worked on the quay and the ferry.",
        "count.names_back",
        ["Owen Pryce", "Miles Webb"],
    ),
    (
        "A driver, a nurse and a cook were hurt. All three live by the quay.",
        "count.phrases_back",
        ["A driver", "a nurse", "a cook"],
    ),
    (
        "They had no maps, no radio, no boots; those three lacks cost lives.",
        "count.phrases_back",
        ["no maps", "no radio", "no boots"],
    ),
    (
        "Three held after raid\n\nThe men, aged 21, 34 and 40, were caught at a toll.",
        "count.figures",
        ["21", "34", "40"],
    ),
]


@pytest.mark.parametrize(("text", "rule", "items"), MEANT)
def test_what_is_told_apart_is_bound_to_its_number(text: str, rule: str, items: list[str]) -> None:
    assert any(b.rule == rule and shown(b)[1] == items for b in bound(text)), [(b.rule, shown(b)) for b in bound(text)]


def test_steps_told_in_order_up_to_the_last_are_a_list() -> None:
    found = bound("They slept in three places. First it was a barn, then a school and finally tents.")
    assert [len(b.roles) for b in found if b.rule == "count.in_sequence"] == [3]


def test_clauses_that_semicolons_part_are_a_list() -> None:
    found = bound("The plan has two aims. Rents are to fall; nobody is to be moved.")
    assert [len(b.roles) for b in found if b.rule == "count.clauses_next"] == [2]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Roads to Marl, Penn and Shaw are shut. His three mayors met.", "count.names_earlier"),
        ("The club won in 1998, 2004 and 2011. Three finals are left.", "count.names_earlier"),
        ("He lost three brothers. The sea was calm that night.", "count.told_in_turn"),
        ("A driver, a nurse and a cook were hurt. Some three boats sank.", "count.phrases_back"),
        ("It has two towers. A tower stands by Queen Ida and Queen Maud.", "count.taken_up"),
        ("Two villages are cut off. Boats went from Orsay to a village near Lanta.", "count.called_so"),
        ("They slept in three places. It rained and the wind blew.", "count.in_sequence"),
        ("Three held after raid\n\nThe man, aged 21, was caught; his car cost 300.", "count.figures"),
        ("Both Owen Pryce and Miles Webb deny it.", "count.names_ahead"),
    ],
)
def test_what_only_stands_near_is_not(text: str, rule: str) -> None:
    assert not [shown(b) for b in bound(text) if b.rule == rule]
