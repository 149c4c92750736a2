"""Whatever the text: no error, offsets inside it, no overlap, and the same answer twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.figures import find_figures
from audit.figures.figure import Kind

WORDS = """
0 1 2 3,000 1.5 half a an and of to - \u2013 \u2014 . , ; : ( ) [ ] % $ \u20ac \u00a3 \u00bd / ' " one two
third million hundred thousand dozen dozens several few number between from in per cent km m C F \u00b0 years
old ago May 2024 10:30 am No. US more than up to or so + ~ > <= \u00ad \u200f \u0663 \uff15 e9 x10^5 people
killed others the K k bn point minus twice weeks months around
"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\u2009", "\n", "\n\n", "\t"])


def check(text: str) -> None:
    figures = find_figures(text)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.value.low <= figure.value.high
        assert figure.precision > 0
        for span in (figure.phrase, figure.cue):
            assert span is None or text[span.start : span.end] == span.text
        end = figure.end
    assert figures == find_figures(text)


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(PIECES, max_size=24), st.sampled_from(["", " ", " "]))
@settings(max_examples=600, deadline=None)
def test_any_heap_of_numbers_and_cues(pieces: list[str], glue: str) -> None:
    check(glue.join(pieces))


@given(st.integers(min_value=0, max_value=10**12))
@settings(deadline=None)
def test_a_number_with_commas_is_read_back(number: int) -> None:
    (figure,) = find_figures(f"They counted {number:,} sheep.")
    assert (figure.value.low, figure.value.high, figure.noun) == (number, number, "sheep")


NASTY = [
    *(
        "1",
        ",",
        "1,",
        "1,000",
        ".",
        "1.",
        "(",
        "[1",
        "thousand ",
        "hundred thousand ",
        "million-",
        "one ",
        "one hundred and ",
    ),
    *(
        "half ",
        "a ",
        "-",
        "1-",
        "1/",
        " to 1",
        "between ",
        "$",
        "$1 ",
        "% ",
        "5% ",
        "\u00bd",
        "more than ",
        "10 dozen ",
        "of ",
    ),
    *(
        "a-",
        "a1",
        "1 000 ",
        "e9",
        "May 1 ",
        "10:30",
        "98th ",
        "several ",
        "\u00ad",
        "\u00ad1",
        "\u200f",
        "\n",
        " ",
        "people ",
    ),
    *("10 people and ", "10 new ", "http://1", "9" * 50 + " ", "weeks ", "1.111.", "us$", "ps1"),
]


@pytest.mark.parametrize("piece", NASTY)
def test_long_repeats_are_read(piece: str) -> None:
    check(piece * (3000 // len(piece)))


def test_a_number_that_nobody_reads_is_a_name() -> None:
    (figure,) = find_figures("The key " + "7" * 5000 + " opened it.")
    assert figure.kind is Kind.IDENTIFIER


@pytest.mark.parametrize("text", ["3 to 5 of the men", "- 3-5 of the", "(12-14 of the)", "to: 3 to 5"])
def test_a_range_without_a_word_before_it(text: str) -> None:
    check(text)
