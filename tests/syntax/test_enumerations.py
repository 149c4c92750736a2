"""Lists in prose, read from their form: where the items are, and what belongs to none of them."""

from __future__ import annotations

import pytest

from audit.claims import find_claims
from audit.syntax import Reading, read
from audit.syntax.coordinations import coordinations
from audit.syntax.enumerations import listed
from audit.syntax.in_turn import lines, members
from audit.text.document import Document


def reading_of(text: str) -> Reading:
    document = Document(text)
    return read(document, find_claims(document))


def items(text: str, behind: str) -> list[list[str]]:
    """The items of each way of reading the list behind some words of a text of one sentence."""
    reading = reading_of(text)
    start = reading.tokens.from_(text.index(behind) + len(behind))
    return [shown(reading, found.items) for found in listed(reading, start, reading.bounds[0][1])]


def shown(reading: Reading, found) -> list[str]:  # type: ignore[no-untyped-def]
    tokens = reading.tokens
    return [reading.document.text[tokens.starts[i.first] : tokens.ends[i.last - 1]] for i in found]


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("She has two sons: Arlo Finch and Bram Finch.", ":", ["Arlo Finch", "Bram Finch"]),
        (
            "The three guards, Ivo Lenz, 41, Mara Toth, 29, and Pim Vos, 33, were unhurt.",
            "guards,",
            ["Ivo Lenz", "Mara Toth", "Pim Vos"],
        ),
        (
            "He had two aides (former mayor Olga Brandt and the economist Karl Weiss).",
            "(",
            ["Olga Brandt", "Karl Weiss"],
        ),
        (
            "There are three aims: lower rents, safer streets and cleaner water.",
            ":",
            ["lower rents", "safer streets", "cleaner water"],
        ),
        (
            "It rests on two ideas: that rents follow wages; and that wages, in turn, follow skills.",
            ":",
            ["that rents follow wages", "that wages, in turn, follow skills"],
        ),
        (
            "They visited four islands: Tarn, Brell, Upper and Lower Skaw, and Holm.",
            ":",
            ["Tarn", "Brell", "Lower Skaw", "Holm"],
        ),
        (
            'She wrote two plays: "Salt, Ash and Bone" and "The Ferry".',
            ":",
            ['"Salt, Ash and Bone"', '"The Ferry"'],
        ),
    ],
)  # fmt: skip
def test_a_list_has_its_items(text: str, behind: str, expected: list[str]) -> None:
    found = items(text, behind)
    assert expected in found, found


def test_an_and_within_a_list_can_be_read_in_two_ways() -> None:
    found = items("He left it to two heirs: Ada and Tom, and his sister Ruth.", ":")
    assert [len(way) for way in found] == [2, 2]
    assert found[0] == ["Ada", "Tom"]
    assert found[1][1] == "Ruth"


def test_members_told_one_by_one() -> None:
    reading = reading_of("The firm runs two ferries, one in the north and the other in the south.")
    found = members(reading, 5, reading.bounds[0][1])
    assert found is not None
    assert [reading.tokens.words[i.first] for i in found.items] == ["one", "other"]


def test_an_ordinal_told_twice_is_no_further_member() -> None:
    reading = reading_of("First, they drilled. Second, they pumped.")
    assert members(reading, *reading.bounds[0]) is None
    reading = reading_of("There were two steps: first they drilled, second they pumped.")
    found = members(reading, 4, reading.bounds[0][1])
    assert found is not None
    assert len(found.items) == 2


def test_names_are_joined_over_ages_and_brackets_but_not_over_verbs() -> None:
    text = "Ada Boyle (Kent), Tom Reed, 34, and Lena Ott met Piet Kuiper before Jan Smit left."
    reading = reading_of(text)
    assert [shown(reading, c.items) for c in coordinations(reading, *reading.bounds[0])] == [
        ["Ada Boyle", "Tom Reed", "Lena Ott"]
    ]


def test_lines_with_a_mark_are_items() -> None:
    reading = reading_of(
        "The plan has three goals:\n- cheaper homes\n- better schools\n- shorter queues\nIt was adopted."
    )
    found = lines(reading, 0)
    assert found is not None
    assert shown(reading, found.items) == ["cheaper homes", "better schools", "shorter queues"]
