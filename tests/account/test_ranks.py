"""Levels up or down from others, and ranks behind those that are named."""

from __future__ import annotations

import pytest

from audit.account import chance_of
from audit.account.binding import Binding
from audit.account.fit import fits
from audit.account.ranks import ranks
from tests.account.bound import reading_of


def bound(text: str) -> list[Binding]:
    return list(ranks(reading_of(text)))


@pytest.mark.parametrize(
    ("text", "rule", "new", "old"),
    [
        ("The clinic treated 412 patients in May, up from 380 in April.", "rank.up_from", "412", "380"),
        ("The clinic treated 312 patients in May, down from the 380 of April.", "rank.down_from", "312", "380"),
        ("Turnout rose to 61% from 54%.", "rank.up_from", "61%", "54%"),
        ("The fleet shrank from 40 ferries to 32.", "rank.down_from", "32", "40"),
        ("The port handled 9,400 boxes, surpassing the 8,100 of its rival.", "rank.beyond_up", "9,400", "8,100"),
        ("The rate was 9%, higher than the national 4%.", "rank.than_up", "9%", "4%"),
        ("The list won 120 seats, still short of the 151 it needed.", "rank.beyond_down", "120", "151"),
    ],
)
def test_a_level_is_bound_to_the_one_that_it_is_up_or_down_from(text: str, rule: str, new: str, old: str) -> None:
    found = [b for b in bound(text) if (b.claim.figure.text, b.roles[0].figure.text) == (new, old)]
    assert [b.rule for b in found] == [rule]
    assert fits(found[0])


@pytest.mark.parametrize(
    "text",
    [
        "The clinic treated 351 patients in May, up from 380 in April.",
        "The clinic treated 412 patients in May, down from 380 in April.",
    ],
)
def test_a_wrong_direction_does_not_fit_and_is_meant_all_the_same(text: str) -> None:
    (found,) = bound(text)
    assert not fits(found)
    assert chance_of(found) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Prices range from 40 to 60 euros.",
        "The clinic treated 412 patients in May, from 14 countries.",
        "Turnout rose by 7 points from Monday.",
        "It is 412 kilometres from Marlow, up in the hills.",
    ],
)
def test_without_a_direction_nothing_is_bound(text: str) -> None:
    assert not bound(text)


def test_who_comes_third_comes_behind_two() -> None:
    found = [
        b for b in bound("Brandt finished in third place, behind Ada Boyle and Tom Reed.") if b.rule == "rank.after"
    ]
    assert [role.figure.text for b in found for role in b.roles] == ["Ada Boyle", "Tom Reed"]
    assert all(fits(b) for b in found)
    found = [
        b for b in bound("Brandt finished in fifth place, behind Ada Boyle and Tom Reed.") if b.rule == "rank.after"
    ]
    assert found
    assert not any(fits(b) for b in found)
