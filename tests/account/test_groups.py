"""A number and things that make no list: named over sentences, aged, called by the counted noun, told in order."""

from __future__ import annotations

import pytest

from tests.account.test_counts import bound, shown

MEANT = [
    (
        "The court convicted three people on Friday.\n\nIvo Brandt, 41, had driven the van. Karel Lind, 38, kept watch.\n\n"
        "A third man, Jan Moser, 29, sold the paintings.",
        "count.aged",
        ["Ivo Brandt", "Karel Lind", "Jan Moser"],
    ),
    (
        "A 31-year-old porter was hit by a bus in Torun. A 54-year-old woman was hurt too. Both were sent home at night.",
        "count.aged",
        ["31-year-old porter", "54-year-old woman"],
    ),
    (
        "Three clauses of the lease were struck out. Clause 4 let the owner enter. Clause 9 doubled the rent, "
        "while Clause 12 banned pets.",
        "count.called",
        ["Clause 4", "Clause 9", "Clause 12"],
    ),
    (
        "The signing followed the Torun accord and the later Kesh accord. Both accords name a border commission.",
        "count.called",
        ["Torun accord", "Kesh accord"],
    ),
    (
        "The 3rd and 7th Brigades crossed at dawn. The two brigades met no resistance.",
        "count.called",
        ["3rd", "7th Brigades"],
    ),
    (
        "Floods reached four valleys. Worst hit is Orrin (2,100), followed by Kesh (900) and Dell (410). Then Marlow (77).",
        "count.measured",
        ["Orrin (2,100", "Kesh (900", "Dell (410", "Marlow (77"],
    ),
    (
        "The bank should do two things. Firstly, it must publish the audit. It has had it since May. Secondly, it must pay.",
        "count.in_order",
        ["Firstly", "Secondly"],
    ),
    (
        "Two inquiries have begun, the first into the lost keys. A judge said the second, led by the mayor, was needed.",
        "count.in_order",
        ["first", "second"],
    ),
    (
        "Damage was done to Pennick Hall, more to Rountree House and least to Shaw Lodge. All three buildings are empty.",
        "count.names_back_all",
        ["Pennick Hall", "Rountree House", "Shaw Lodge"],
    ),
    (
        "The studio was built by Helga Brandt and Otto Lind. The duo met at school.",
        "count.names_back",
        ["Helga Brandt", "Otto Lind"],
    ),
    ("Leeds duo Helga Brandt and Otto Lind sang.", "count.names_later", ["Helga Brandt", "Otto Lind"]),
    (
        "The army has the twin aims of holding the bridge and freeing the crew.",
        "count.governed",
        ["holding the bridge", "freeing the crew"],
    ),
    (
        "She leaves her three children, daughter Ada Boyle and sons Tom Boyle and Ivo Boyle.",
        "count.listed",
        ["Ada Boyle", "Tom Boyle", "Ivo Boyle"],
    ),
    (
        "He lost three sons: 25-year-old Ivo Brandt, and two 15-year-olds, Karel Brandt and Jan Brandt.",
        "count.listed",
        ["Ivo Brandt", "Karel Brandt", "Jan Brandt"],
    ),
    (
        "Police charged three people.\n\nIvo Brandt: theft.\n\nKarel Lind: theft, fraud.\n\nJan Moser: arson.",
        "count.headed",
        ["Ivo Brandt", "Karel Lind", "Jan Moser"],
    ),
]


@pytest.mark.parametrize(("text", "rule", "items"), MEANT)
def test_what_makes_no_list_is_bound_to_its_number(text: str, rule: str, items: list[str]) -> None:
    assert any(b.rule == rule and shown(b)[1] == items for b in bound(text)), [(b.rule, shown(b)) for b in bound(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Both Ada Boyle and Tom Reed were late.", "Both"),
        ("Ada Boyle and Tom Reed sang. The plan helps both parents and teachers.", "both"),
        ("Ada Boyle and Tom Reed came. They pair well.", "pair"),
        ("Ada Boyle and Tom Reed saw The Three Sisters in Leeds.", "Three"),
        ("Her scores were 7, 7 and 8, said Ada Boyle and Tom Reed.", "7"),
        ("Ada Boyle, 12, and Tom Reed, 9, won.", "12"),
        ("Ada Boyle, Ivo Lind and Tom Reed walked. There was no fear of double jeopardy.", "double"),
    ],
)
def test_a_number_that_counts_nothing_is_bound_to_nothing(text: str, word: str) -> None:
    assert not [shown(b) for b in bound(text) if b.claim.figure.text == word]


def test_a_group_is_all_of_its_sort_whatever_the_number() -> None:
    text = "The court convicted {} people on Friday. Ivo Brandt, 41, drove. Karel Lind, 38, kept watch. Jan Moser, 29, sold."
    groups = [[shown(b)[1] for b in bound(text.format(n)) if b.rule == "count.aged"] for n in ("two", "three", "five")]
    assert groups[0] == groups[1] == groups[2] == [["Ivo Brandt", "Karel Lind", "Jan Moser"]]


def test_nested_names_are_no_items_of_the_list() -> None:
    text = "Four bodies answered: the Office of Trade and Industry, the Mint, the Post and the Treasury."
    found = [shown(b)[1] for b in bound(text) if b.rule == "count.listed"]
    assert ["Office of Trade", "Industry"] not in found
