"""Texts that hypothesis grows, in a few seconds; `make fuzz` goes on for an hour."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import Document, find_claims
from tests.fuzz.changed import cuts
from tests.fuzz.properties import text_holds
from tests.fuzz.texts import text_of


@given(st.data())
@settings(max_examples=60)
def test_any_text_is_audited(data: st.DataObject) -> None:
    text_holds(text_of(lambda end: data.draw(st.integers(0, end - 1))))


@pytest.mark.parametrize("seed", range(8))
def test_any_text_of_chance_is_audited(seed: int) -> None:
    chance = Random(seed)
    for _ in range(25):
        text_holds(text_of(chance.randrange))


@pytest.mark.parametrize(
    "text",
    [
        "The third the twelve boats",
        "-7 mayor reported»y reported",
        "twenty-two as many as tenfold(twice",
        "one According to C,",
    ],
)
def test_what_once_failed_is_audited(text: str) -> None:
    text_holds(text)


def test_a_sentence_may_end_and_begin_anywhere() -> None:
    for text in cuts(every=10):
        find_claims(Document(text))
