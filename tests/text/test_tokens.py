"""One cut of a text, and the grains that tie some of its pieces together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text import tokens
from audit.text.document import Document
from audit.text.tokens import Grain, stretch

_TEXT = st.text(alphabet="aB1 2.,-'’&/`_é½ß\n", max_size=30)


@pytest.mark.parametrize(
    ("text", "fine", "hyphened", "tied"),
    [
        ("No tie here, at all.", "no tie here , at all .", "no tie here , at all .", "no tie here , at all ."),
        ("a well-known man", "a well - known man", "a well-known man", "a well-known man"),
        ("the U.S. army", "the u . s . army", "the u.s. army", "the u.s . army"),
        ("9-year-old", "9 - year - old", "9 - year-old", "9-year-old"),
        ("a 12-page note", "a 12 - page note", "a 12 - page note", "a 12-page note"),
        ("don't", "don't", "don't", "don't"),
        ("AT&T's 1,250.5", "at & t's 1,250.5", "at & t's 1,250.5", "at&t's 1,250.5"),
    ],
)
def test_the_grains(text: str, fine: str, hyphened: str, tied: str) -> None:
    document = Document(text)
    for grain, expected in zip(Grain, (fine, hyphened, tied), strict=True):
        assert stretch(document, 0, len(text), grain).words == expected.split()


@given(_TEXT, st.integers(0, 10), st.integers(0, 10))
def test_pieces_are_taken_from_the_cut_only_where_the_grain_would_cut_so(text: str, first: int, last: int) -> None:
    document = Document(text)
    end = max(first, len(text) - last)
    for grain in Grain:
        assert stretch(document, first, end, grain) == tokens._cut(document.lowered, first, end, grain)


@given(_TEXT)
def test_every_character_but_white_space_is_in_a_token_where_it_stands(text: str) -> None:
    document = Document(text)
    starts, ends, words = document.tokens
    assert "".join(words) == "".join(document.lowered.split())
    assert [document.lowered[start:end] for start, end in zip(starts, ends, strict=True)] == words
