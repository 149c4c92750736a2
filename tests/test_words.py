"""The words of a text, and those by which a phrase is ruled out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.words import heads, letters, words_in


def test_words_are_in_lower_case_and_the_empty_word_is_one_of_them() -> None:
    assert words_in("The TOLL’s rise, 12killed and café") == {"", "the", "toll", "s", "rise", "killed", "and", "caf"}


@given(st.text())
def test_letters_stay_at_their_offsets(text: str) -> None:
    spaced = letters(text)
    assert len(spaced) == len(text)
    assert all(one == other or one == " " for one, other in zip(spaced, text, strict=True))


def test_the_longest_word_of_a_phrase_stands_for_it() -> None:
    assert heads(["a death toll", "'s own", "--", "قتل"]) == {"death", "own", ""}


@given(st.text(), st.sampled_from(["death toll", "year-on-year", "d’etat", "12km", "قتل"]), st.text())
def test_a_text_with_a_phrase_has_its_head(before: str, phrase: str, after: str) -> None:
    assert not heads([phrase]).isdisjoint(words_in(f"{before} {phrase} {after}"))
