from __future__ import annotations

from datetime import date

import pytest

import audit
from audit import Document
from audit.series.meaning import Meaning, meanings


def meaning(text: str, figure: str) -> Meaning | None:
    claims = audit.check(Document(text, published=date(2024, 3, 4))).claims
    found = meanings(claims)
    return next(one for claim, one in zip(claims, found, strict=True) if claim.figure.text == figure)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Deaths in the past 24 hours: 11", "11", Meaning("killed", frozenset(), False)),
        ("- Cumulative injuries: 2,310", "2,310", Meaning("injured", frozenset(), True)),
        ("Children killed: 7", "7", Meaning("killed", frozenset({"children"}), None)),
        (
            "The ministry said 35 people were killed on Monday, bringing the total to 41,020.",
            "41,020",
            Meaning("killed", frozenset(), True),
        ),
        ("The death toll has risen to 812, officials said.", "812", Meaning("killed", frozenset(), True)),
        ("The ministry said 35 people were killed on Monday.", "35", Meaning("killed", frozenset(), None)),
    ],
)
def test_what_a_figure_counts(text: str, figure: str, expected: Meaning) -> None:
    assert meaning(text, figure) == expected


def test_a_total_of_something_unnamed_means_nothing() -> None:
    assert meaning("Sales grew again, bringing the total to 41,020.", "41,020") is None
    assert meaning("Price per barrel: 81", "81") is None
