"""The reading of a figure: what it can be compared with."""

from __future__ import annotations

import pytest

from tests.account.bound import reading_of

TYPES = [
    (
        "The package came to 6,000 billion yen, including 900 billion in tax cuts.",
        ["money japanese yen", "money japanese yen"],
    ),
    ("They shipped 4 million tonnes, and 1.2 million by rail.", ["measure metric_ton", "measure metric_ton"]),
    ("Some 2.3 million people live there, 1.5 million in the south.", ["count", "count"]),
    ("It cost 3 million dollars. About 40 came.", ["money dollar", "count"]),
    ("It cost 3 million dollars. Some 2 million were displaced.", ["money dollar", "count"]),
    ("It cost 3 million dollars. Nobody came. Then 2 million more were found.", ["money dollar", "count"]),
]


@pytest.mark.parametrize(("text", "types"), TYPES)
def test_a_figure_in_millions_is_of_what_the_one_before_it_is_of(text: str, types: list[str]) -> None:
    assert [m.type for m in reading_of(text).mentions] == types


NAMES = [
    ("A group of 40 miners came up.", "count"),
    ("A collective group of seven boats sank.", "count"),
    ("Ministers of the Group of 20 met.", "identifier"),
    ("The Group of Seven met.", "identifier"),
]


@pytest.mark.parametrize(("text", "type_"), NAMES)
def test_a_group_counts_its_members_unless_the_number_is_its_name(text: str, type_: str) -> None:
    assert [m.type for m in reading_of(text).mentions if m.type != "implied"] == [type_]
