"""Names: spellings that meet and names that stay apart."""

from __future__ import annotations

import pytest

from audit.ledger.names import name_key, people_key, place_key, singular
from audit.ledger.scene import Scene


@pytest.mark.parametrize(
    "spellings",
    [
        ("Khan Younis", "Khan Yunis", "Khan Younes", "khan-yunis"),
        ("Kyiv", "Kiev"),
        ("Hussein", "Husayn", "Hussain"),
        ("Deir al-Balah", "Deir el-Balah", "Dayr al Balah"),
        ("Sana'a", "Sanaa", "Sana’a"),
        ("Hodeidah", "Hudaydah"),
        ("al-Qaeda", "Al Qaida", "al-Qaida"),
        ("the IDF", "Israel Defense Forces"),
        ("Türkiye", "Turkey"),
        ("U.N.", "the United Nations"),
        ("São Tomé", "Sao Tome"),
    ],
)
def test_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("Mali", "Malawi"),
        ("Rafah", "Raqqa"),
        ("Gaza", "Gazipur"),
        ("Homs", "Hama"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the town of Orrin", "Orrin", True),
        ("the Gaza Strip", "Gaza", True),
        ("Orrin province", "Orrin", True),
        ("northern Orrin", "Orrin", False),
        ("northern Orrin", "southern Orrin", False),
        ("the Mill district of Orrin", "Orrin", False),
    ],
)
def test_places(one: str, other: str, same: bool) -> None:
    assert (place_key(one) == place_key(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("people", "persons", True),
        ("people", "victims", True),
        ("Hamas militants", "Hamas fighters", True),
        ("policemen", "police officers", True),
        ("women", "children", False),
        ("civilians", "people", False),
        ("soldiers", "Hamas fighters", False),
    ],
)
def test_populations(one: str, other: str, same: bool) -> None:
    assert (people_key(one) == people_key(other)) is same


def test_singular() -> None:
    words = ("houses", "children", "bodies", "cities", "branches", "crisis", "glass", "bus", "women", "us")
    assert [singular(word) for word in words] == [
        "house",
        "child",
        "body",
        "city",
        "branch",
        "crisis",
        "glass",
        "bus",
        "woman",
        "us",
    ]


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("Troops shot at each other along the Kesh river.", "Kesh"),
        ("A boat sank on Lake Tarn.", "Lake Tarn"),
        ("The Sorrel valley was cut off.", "Sorrel"),
        ("Rain fell, and Orrin's fire went out.", None),
        ("In Thursday's raid nobody died.", None),
    ],
)
def test_names_that_stand_where_a_place_stands(text: str, located: str | None) -> None:
    found = Scene(text).located
    assert (place_key(located) in found) if located else not found


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert Scene("Rain put out Orrin's fire.").names == Scene("Rain fell on Orrin.").names >= {name_key("Orrin")}
