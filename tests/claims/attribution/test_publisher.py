"""Whose text it is, by what is known and by its own words."""

from __future__ import annotations

import pytest

from audit.claims.attribution import publisher_of
from audit.text.document import Document
from tests.claims.attribution.marked import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PARIS (AFP) -- The bridge was shut.", "AFP"),
        ("CAIRO, April 7 (Reuters) - The bridge was shut.", "Reuters"),
        ("Feb. 1 (UPI) -- The bridge was shut.", "UPI"),
        ("A photo shows the bridge.\n\nWASHINGTON (AP) — The bridge was shut.", "AP"),
        ("The army said it won. The Daily Lantern could not independently verify the claims.", "The Daily Lantern"),
        ("“We left,” the army said in a statement to AFP.", "AFP"),
    ],
)
def test_inferred(text: str, name: str) -> None:
    found = publisher_of(Document(text))
    assert found is not None and found.inferred and found.name == name
    assert found.words is not None and text[found.words.start : found.words.end] == found.words.text


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was shut.",
        "The bridge (Old Ford) was shut - and stayed so.",
        "The Army Council could not verify the claims.",
        "“We left,” the army said in a statement to parliament.",
        "The bridge was shut, he told Ann Poe.",
    ],
)
def test_not_inferred(text: str) -> None:
    assert publisher_of(Document(text)) is None


def test_what_is_given_is_not_inferred() -> None:
    found = publisher_of(Document("PARIS (AFP) -- The bridge was shut.", publisher="The Lantern"))
    assert found is not None and found.name == "The Lantern" and not found.inferred


def test_the_publisher_heads_every_chain_and_shows_what_it_was_inferred_from() -> None:
    ((inferred, _),) = read("PARIS (AFP) -- The army said {42} died.")
    ((given, _),) = read("PARIS (AFP) -- The army said {42} died.", publisher="The Lantern")
    assert inferred.chain[0].name == "AFP" and inferred.chain[0].cue is not None
    assert given.chain[0].name == "The Lantern" and given.chain[0].cue is None
