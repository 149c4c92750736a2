"""Who states a figure: one line for each way in which words name a source."""

from __future__ import annotations

import pytest

from audit.claims.attribution import attribute
from audit.claims.claim import Attribution
from audit.document import Document
from audit.figures.figure import Figure
from audit.interval import Interval


def _of(text: str, words: str = "42") -> Attribution:
    start = text.index(words)
    figure = Figure(start, start + len(words), words, Interval.of(42))
    return attribute(Document(text), [figure])[0][0]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army said 42 people died.", "The army"),
        ("The army said that 42 people died in the flood.", "The army"),
        ("Some 42 people died in the flood, the army said.", "the army"),
        ("“We lost 42 men,” said Ann Poe.", "Ann Poe"),
        ("“We lost 42 men,” Ann Poe said.", "Ann Poe"),
        ("According to the ministry, 42 people died.", "the ministry"),
        ("At least 42 people died, according to the ministry.", "the ministry"),
        ("He said 42 people died.", "He"),
    ],
)
def test_the_words_that_name_the_source(text: str, source: str) -> None:
    span = _of(text).source
    assert span is not None and span.text == source


@pytest.mark.parametrize("text", ["At least 42 people died in the flood.", "Ann Poe, 42, said the road was shut."])
def test_nobody_but_the_publisher(text: str) -> None:
    found = _of(text)
    assert found.source is None and [link.name for link in found.chain] == ["the publisher"]
