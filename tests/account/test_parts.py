"""A part and its whole: which figure is proposed as whole, and by which relation."""

from __future__ import annotations

import pytest

from audit.account.parts import parts
from audit.claims import find_claims
from audit.document import Document
from audit.syntax import read

BOUND = [
    ("At least 40 people, including 12 children, drowned.", "12", "40", "part.including"),
    ("Nine of the 31 boats sank.", "Nine", "31", "part.of_number"),
    ("The guard fired on 30 out of 350 boats.", "30", "350", "part.of_number"),
    ("Two girls were among the seven hurt in the fire.", "Two", "seven", "part.of_number"),
    ("Of the 40 miners, 13 came out alone.", "13", "40", "part.among"),
    ("The raid hit 31 boats. Nine of them sank.", "Nine", "31", "part.of_them"),
    ("The navy lost 31 boats, of which nine sank.", "nine", "31", "part.of_them"),
    ("It held 60 people. Among them were 14 children.", "14", "60", "part.among_them"),
]


@pytest.mark.parametrize(("text", "part", "whole", "rule"), BOUND)
def test_a_part_is_bound_to_its_whole(text: str, part: str, whole: str, rule: str) -> None:
    document = Document(text)
    found = {
        (b.claim.figure.text, b.roles[0].figure.text): b.rule for b in parts(read(document, find_claims(document)))
    }
    assert found[part, whole] == rule


def test_the_whole_of_an_of_phrase_is_no_part_of_its_part() -> None:
    document = Document("Nine of the 31 boats sank.")
    found = [(b.claim.figure.text, b.roles[0].figure.text) for b in parts(read(document, find_claims(document)))]
    assert found == [("Nine", "31")]
