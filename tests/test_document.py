"""A document's words, by which rules ask whether they need to look at it at all, and its text in lower case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.checks.gaps import heads
from audit.document import Document, words_in


def test_words_are_in_lower_case_and_the_empty_word_is_one_of_them() -> None:
    assert words_in("The TOLL's rise, 2nd") == {"", "the", "toll", "s", "rise", "2nd"}


def test_words_of_a_sentence_are_its_own() -> None:
    document = Document("Trams ran. Boats sank.")
    assert document.words == {"", "trams", "ran", "boats", "sank"}
    assert [document.words_of(sentence) for sentence in document.sentences] == [
        {"", "trams", "ran"},
        {"", "boats", "sank"},
    ]


def test_a_text_with_a_phrase_has_its_head() -> None:
    assert heads(["a death toll", "'s own", "--"]) == {"death", "own", ""}


@given(st.text())
def test_lower_case_keeps_every_character_at_its_offset(text: str) -> None:
    lowered = Document(text).lowered
    assert len(lowered) == len(text)
    for low, character in zip(lowered, text, strict=True):
        assert low == character.lower() or len(character.lower()) > 1 or low == "ς"


def test_a_capital_that_is_two_characters_in_lower_case_moves_nothing() -> None:
    text = "İZMİR: 12 dead"
    assert Document(text).lowered.index("12") == text.index("12")
