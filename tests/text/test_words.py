"""The words of a text, and those by which a phrase is ruled out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.text.words import heads, letters, may_have, phrase_book, words_in


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


def test_a_text_may_have_a_phrase_only_if_it_has_all_its_words() -> None:
    book = phrase_book(["took his life", "took her life", "slain"])
    assert may_have(words_in("Her life took a turn."), book)
    assert may_have(words_in("Slain at dawn"), book)
    assert not may_have(words_in("He took his hat."), book)


def test_a_phrase_in_another_script_is_never_ruled_out() -> None:
    assert may_have(words_in("قتل ثلاثة"), phrase_book(["قتل"]))
