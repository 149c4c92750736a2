"""A number and the things that the text lists or names."""

from __future__ import annotations

import pytest

from audit.account import chance_of
from audit.account.binding import Binding
from audit.account.counts import counts
from tests.account.bound import reading_of


def bound(text: str) -> list[Binding]:
    return list(counts(reading_of(text)))


def shown(binding: Binding) -> tuple[str, list[str]]:
    return binding.claim.figure.text, [role.figure.text for role in binding.roles]


MEANT = [
    ("The flood cut off two towns: Marlow and Pennick.", "count.listed", ["Marlow", "Pennick"]),
    ("He is survived by his two sons - Owen and Miles.", "count.listed", ["Owen", "Miles"]),
    ("Three brothers, Ivo, Jan and Karel, run the mill.", "count.listed", ["Ivo", "Jan", "Karel"]),
    ("The fair opens in three cities (Torun, Lodz and Gdynia).", "count.listed", ["Torun", "Lodz", "Gdynia"]),
    (
        "The bank named two successors for the post: Helga Brandt and Otto Lind.",
        "count.announced",
        ["Helga Brandt", "Otto Lind"],
    ),
    ("Marlow and Pennick, two of the towns on the river, were cut off.", "count.apposed", ["Marlow", "Pennick"]),
    (
        "The court heard three cases. Brandt, Lind and Moser were all acquitted.",
        "count.names_next",
        ["Brandt", "Lind", "Moser"],
    ),
    ("Owen Pryce and Miles Webb were held. The two men deny it.", "count.names_back", ["Owen Pryce", "Miles Webb"]),
]


@pytest.mark.parametrize(("text", "rule", "items"), MEANT)
def test_a_list_is_bound_to_its_number(text: str, rule: str, items: list[str]) -> None:
    assert any(b.rule == rule and shown(b)[1] == items for b in bound(text)), [(b.rule, shown(b)) for b in bound(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The flood cut off 12 towns, including Marlow and Pennick.",
        "Two guards, three drivers and a cook were hurt.",
        "More than two towns were cut off: Marlow and Pennick.",
        "The team won the second race, Ada Boyle and Tom Reed said.",
        "Of the twelve sailors, three of whom were hurt, Boyle and Reed are still in hospital.",
    ],
)
def test_what_names_not_all_or_counts_itself_is_not_bound_as_a_list(text: str) -> None:
    assert not [b for b in bound(text) if b.rule in ("count.listed", "count.announced", "count.members")]


def test_a_list_that_follows_at_once_is_likelier_than_names_that_happen_to_stand_near() -> None:
    listed = max(chance_of(b) for b in bound("The flood cut off three towns: Marlow, Pennick and Shaw."))
    near = max(map(chance_of, bound("Five boats sank on Monday. Marlow, Pennick and Shaw sent help.")), default=0.0)
    assert listed > 0.5 > near


def test_a_binding_may_be_wrong_in_number() -> None:
    found = [b for b in bound("The flood cut off four towns: Marlow, Pennick and Shaw.") if b.rule == "count.listed"]
    assert [shown(b) for b in found] == [("four", ["Marlow", "Pennick", "Shaw"])]
