"""Texts that hypothesis grows, in a few seconds; `make fuzz` goes on for an hour."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
