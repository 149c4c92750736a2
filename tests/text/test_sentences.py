from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.document import Document


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Two died. Four lived.", ["Two died.", "Four lived."]),
        ("Gen. Ada Lind spoke on Feb. 3. Nobody asked.", ["Gen. Ada Lind spoke on Feb. 3.", "Nobody asked."]),
        ("It cost 3.5 million. It broke.", ["It cost 3.5 million.", "It broke."]),
        ("They left the U.S. The rest stayed.", ["They left the U.S.", "The rest stayed."]),
        ("The U.S. Navy left.", ["The U.S. Navy left."]),
        ("She met J. K. Moor there.", ["She met J. K. Moor there."]),
        ('"We lost ten." He paused.', ['"We lost ten."', "He paused."]),
        ("At 5 p.m. on Monday it began.", ["At 5 p.m. on Monday it began."]),
        ("He asked: why? 'Nobody knows,' she said.", ["He asked: why?", "'Nobody knows,' she said."]),
        ("Road No. 5 is shut.", ["Road No. 5 is shut."]),
        ("Killed:\n- 3 men\n- 2 women", ["Killed:", "- 3 men", "- 2 women"]),
        ("It went on... Then it stopped.", ["It went on...", "Then it stopped."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in Document(text).sentences] == sentences


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not() -> None:
    document = Document("One line\nwrapped.\n\nAnother.")
    assert [paragraph.text for paragraph in document.paragraphs] == ["One line\nwrapped.", "Another."]
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert len(Document("One.\nTwo.\nThree.").paragraphs) == 3


def test_a_line_that_goes_on_in_lower_case_was_broken_and_is_no_paragraph() -> None:
    document = Document("A toll\nMore than 40 people were\n  wounded on Monday.\nThe road is shut.")
    assert [sentence.text for sentence in document.sentences] == [
        "A toll",
        "More than 40 people were\n  wounded on Monday.",
        "The road is shut.",
    ]


@given(st.text(alphabet=st.sampled_from("aB1.!? \n\"'()-•U.S"), max_size=200))
def test_offsets_point_into_the_text_and_nothing_is_lost(text: str) -> None:
    document = Document(text)
    end = 0
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[end : sentence.start].strip()
        assert document.sentence_at(sentence.start) == sentence
        end = sentence.end
    assert not text[end:].strip()
