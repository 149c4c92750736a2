"""Words that say how many and are no numbers, as mentions with offsets into the text."""

from __future__ import annotations

import pytest

from audit.claims import find_claims
from audit.figures import find_figures
from audit.syntax import Reading, read
from audit.text.document import Document


def reading_of(text: str) -> Reading:
    document = Document(text)
    return read(document, find_claims(document))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Both men were freed, and the trio left.", [("Both", 2, "man"), ("trio", 3, "")]),
        ("Both of the old mills burned.", [("Both", 2, "mill")]),
        ("The duo sang; a quartet of young players followed.", [("duo", 2, ""), ("quartet", 4, "player")]),
        ("She raised her twin sons alone.", [("twin", 2, "son")]),
        ("He took the ball home after his hat-trick.", [("hat-trick", 3, "")]),
        ("The club won the treble in May.", [("treble", 3, "")]),
        ("It was a double surprise for its twin city halls.", [("double", 2, "surprise"), ("twin", 2, "hall")]),
        ("Prices may double, or triple.", []),
    ],
)
def test_a_word_tells_a_number_and_what_is_counted(text: str, told: list[tuple[str, int, str]]) -> None:
    found = reading_of(text).collectives
    assert [(m.figure.text, int(m.low), m.head) for m in found] == told
    assert all(text[m.start : m.end] == m.figure.text and m.type == "count" for m in found)


def test_they_are_neither_figures_nor_mentions() -> None:
    text = "Both rivers rose, and the pair flooded 12 villages as a trio."
    reading = reading_of(text)
    assert [m.figure.text for m in reading.mentions] == ["12"]
    assert [f.text for f in find_figures(Document(text))] == ["12"]
    assert [m.figure.text for m in reading.collectives] == ["Both", "pair", "trio"]
    assert [m.number for m in reading.collectives] == [0, 0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Treble the price was paid.",
        "It cost twice the price.",
        "He paid double.",
        "A couple of men came.",
        "He was booked twice.",
    ],
)
def test_what_a_figure_means_is_not_told_again(text: str) -> None:
    assert not reading_of(text).collectives


def test_a_part_of_a_name_counts_nothing() -> None:
    document = Document("The board of Trio-Dent of Lund met, and a trio played.")
    assert [m.figure.text for m in read(document, find_claims(document)).collectives] == ["trio"]
