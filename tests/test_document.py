"""A document's words, by which rules ask whether they need to look at it at all."""

from __future__ import annotations

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
