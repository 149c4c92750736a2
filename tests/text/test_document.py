"""A document's words, by which rules ask whether they need to look at it at all, and its text in lower case."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import audit
from audit.errors import OptionError
from audit.read import read_many
from audit.text.dates import find_dates
from audit.text.document import Document
from audit.text.words import words_in


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


@pytest.mark.parametrize("published", [date(2024, 2, 1), datetime(2024, 2, 1, 9, 30), "2024-02-01"])
def test_a_day_of_publication_in_any_form(published: date | str) -> None:
    day = date(2024, 2, 1)
    assert Document("A text.", published=published).published == day  # type: ignore[arg-type]
    assert audit.check("A blast killed 14 people today.", published=published).parts[0].document.published == day
    assert audit.casualties("A blast killed 14 people.", published=published)


@pytest.mark.parametrize("wrong", ["yesterday", "2024-13-01", 20240201])
def test_what_is_no_day_is_told_in_one_line(wrong: object) -> None:
    for call in (
        lambda: Document("A text.", published=wrong),  # type: ignore[arg-type]
        lambda: audit.check("A text.", published=wrong),  # type: ignore[arg-type]
        lambda: list(read_many(["-"], published=wrong)),  # type: ignore[arg-type]
    ):
        with pytest.raises(OptionError, match=r"published: .* is not possible; use a date as in 2024-02-01"):
            call()


@pytest.mark.parametrize(
    "text",
    [
        "Trams ran. They stopped on 3 May 2021. Boats sank. Divers came on 5 June.",
        "The ferry of 2021-05-03 sank. It was built in March 1990.",
        "On Monday,\n4 MAY 1990 THE FERRY SANK. NOBODY KNEW.",
        "They may march. No date stands here.",
    ],
)
def test_dates_are_looked_for_only_in_sentences_that_can_have_one(text: str) -> None:
    assert Document(text).dates == find_dates(text)
