"""Ranks behind the number, the names or the dates of those before them."""

from __future__ import annotations

import pytest

from tests.account.test_ranks import bound


def shown(text: str) -> list[tuple[str, str, list[str]]]:
    return [(b.rule, b.claim.figure.text, [role.figure.text for role in b.roles]) for b in bound(text)]


@pytest.mark.parametrize(
    ("text", "rule", "items"),
    [
        ("The bid was ranked 3rd among 140.", "rank.among", ["140"]),
        ("Of eight mills, the second burned down.", "rank.among", ["eight"]),
        ("It was the fourth cup for Marl. Three earlier cups hang in the hall.", "rank.after_number", ["Three"]),
        ("A fifth suspect gave himself up. Four suspects had been held on Friday.", "rank.after_number", ["Four"]),
        ("It was her third. She had come through two others.", "rank.after_number", ["two"]),
        (
            "It was the third rise of the year. In 2016 the fare went up, in 2019 again.",
            "rank.after_told",
            ["2016", "2019"],
        ),
        ("The Petrel and the Avocet were lost with a third boat.", "rank.after_told", ["Petrel", "Avocet"]),
        (
            "It was the third raid. Port Elm was hit first. Cape Ross came next.",
            "rank.after_told",
            ["Port Elm", "Cape Ross"],
        ),
    ],
)
def test_a_rank_is_bound_to_those_before_it(text: str, rule: str, items: list[str]) -> None:
    assert (rule, items) in [(each[0], each[2]) for each in shown(text)], shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The third boat carried 140 crates.",
        "It was the third raid. Nobody slept.",
        "He was among 140 guests when the third bell rang.",
    ],
)
def test_a_rank_alone_is_bound_to_nothing(text: str) -> None:
    assert not shown(text)
