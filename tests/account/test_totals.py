"""A total and its parts: rows of neighbours, before it, behind it, over sentences and bullets."""

from __future__ import annotations

import pytest

from audit.account.fit import fits
from audit.account.totals import totals
from tests.account.bound import reading_of

BOUND = [
    ("We found 31 bodies in two sheds: 17 bodies here and 14 bodies there.", "31", ["17", "14"]),
    ("The flood killed 63 people in Ash (40 people), Elm (20 people) and Oak (3 people).", "63", ["40", "20", "3"]),
    ("The crash killed 12 people and injured 30 people. In all, 42 people were hit.", "42", ["12", "30"]),
    ("It paid 17 million dollars. Of that, 5 million dollars went north and 12 million dollars went south.",
     "17 million dollars", ["5 million dollars", "12 million dollars"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total", "addends"), BOUND)
def test_a_total_is_bound_to_its_parts(text: str, total: str, addends: list[str]) -> None:
    found = [
        b
        for b in totals(reading_of(text))
        if b.claim.figure.text == total and [role.figure.text for role in b.roles] == addends
    ]
    assert found
    assert all(fits(b) for b in found)


def test_a_wrong_total_is_bound_alike_and_does_not_fit() -> None:
    text = "The crash killed 12 people and injured 30 people. In all, 52 people were hit."
    bound = [b for b in totals(reading_of(text)) if b.claim.figure.text == "52"]
    assert bound
    assert not any(fits(b) for b in bound if len(b.roles) == 2)


def test_a_text_of_a_thousand_parts_is_bound_in_proportion() -> None:
    def proposed(parts: int) -> int:
        text = "A total of 9,000 boats: " + ", ".join(f"{n} boats" for n in range(10, 10 + parts)) + "."
        return sum(1 for _ in totals(reading_of(text)))

    assert proposed(1000) < 12 * proposed(100) + 100
