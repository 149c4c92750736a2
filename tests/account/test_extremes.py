"""The highest and the lowest against what they are held against."""

from __future__ import annotations

import pytest

from audit.account import chance_of
from audit.account.fit import fits
from tests.account.test_ranks import bound


def shown(text: str) -> list[tuple[str, list[str], str, bool]]:
    return [
        (b.claim.figure.text, [r.figure.text for r in b.roles if r.name == "old"], b.roles[-1].figure.text, fits(b))
        for b in bound(text)
        if b.rule.startswith("rank.extreme")
    ]


@pytest.mark.parametrize(
    ("text", "new", "olds", "word"),
    [
        ("The port handled a record 9,400 boxes, compared with 8,100 boxes.", "9,400", ["8,100"], "record"),
        (
            "Its rate of 23 percent is the highest, against a national 4 percent.",
            "23 percent",
            ["4 percent"],
            "highest",
        ),
        ("The peak of 61 fires compares with 40 fires in May.", "61", ["40"], "peak"),
        ("The lowest bid was $2.1 million. The next was $2.6 million.", "$2.1 million", ["$2.6 million"], "lowest"),
        ("Rain hit a low of 12 metres, against 44 metres in the year before.", "12 metres", ["44 metres"], "low"),
    ],
)
def test_a_figure_is_bound_to_what_it_is_the_most_or_least_of(text: str, new: str, olds: list[str], word: str) -> None:
    assert (new, olds, word, True) in shown(text)


def test_all_figures_behind_are_held_against_it_together() -> None:
    text = "Reserves hit a record $51 billion, compared with $50 billion in May and $25 billion a year earlier."
    assert ("$51 billion", ["$50 billion", "$25 billion"], "record", True) in shown(text)


def test_a_record_below_what_it_is_held_against_does_not_fit() -> None:
    text = "Reserves hit a record $41 billion, compared with $50 billion in May."
    (found,) = [b for b in bound(text) if b.rule == "rank.extreme"]
    assert not fits(found)
    assert chance_of(found) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people died and 30 people were hurt.",
        "He gave up most of the 12 points and ended with 30 points.",
        "The country has a low rate, 12 percent, and a share of 30 percent.",
        "The largest town has no bridge.",
    ],
)
def test_bounds_shares_and_plain_adjectives_are_no_extremes(text: str) -> None:
    assert not shown(text)


def test_whoever_is_held_against_another_far_behind_than_is_found() -> None:
    text = "The £15m bill is dearer than that of its old rivals Dell, who will pay £14m."
    (found,) = [b for b in bound(text) if b.rule == "rank.than_up"]
    assert [r.figure.text for r in found.roles] == ["£14m", "dearer than"]
