"""A document's words, by which rules ask whether they need to look at it at all, and its text in lower case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.document import Document
from audit.words import words_in


def test_words_of_a_sentence_are_its_own() -> None:
    document = Document("Trams ran. Boats sank.")
    assert document.words == {"", "trams", "ran", "boats", "sank"}
    assert [document.words_of(sentence) for sentence in document.sentences] == [
        {"", "trams", "ran"},
        {"", "boats", "sank"},
    ]


@given(st.text())
def test_lower_case_keeps_every_character_at_its_offset(text: str) -> None:
    lowered = Document(text).lowered
    assert len(lowered) == len(text)
    for low, character in zip(lowered, text, strict=True):
        assert low == character.lower() or len(character.lower()) > 1 or low == "ς"


@given(st.text(alphabet="aZéß’ 1.-\n"))
def test_the_words_of_a_text_are_those_of_its_sentences(text: str) -> None:
    assert Document(text).words == words_in(text)


def test_a_capital_that_is_two_characters_in_lower_case_moves_nothing() -> None:
    text = "İZMİR: 12 dead"
    assert Document(text).lowered.index("12") == text.index("12")
