"""Lines that each begin with the mark of a list."""

from __future__ import annotations

import pytest

from audit.syntax.in_turn import lines
from tests.account.bound import reading_of

LISTS = [
    ("They want two things:\n\n- a new roof\n- a longer quay\n\nWork begins in May.", ["a new roof", "a longer quay"]),
    ("They want two things:\n1. A roof.\n2. A quay. It is to be long.\nWork begins.", ["A roof.", "A quay."]),
    ("They want two things:\n\n• bread\n\n• salt", ["bread", "salt"]),
    ("They want two things:\n\n(a) bread\n\n(b) salt", ["bread", "salt"]),
    ("They want two things. Bread is dear.\n\n- It was dearer last year.", None),
]


@pytest.mark.parametrize(("text", "items"), LISTS)
def test_the_lines_of_a_list(text: str, items: list[str] | None) -> None:
    reading = reading_of(text)
    found = lines(reading, 0)
    if items is None:
        assert found is None
        return
    assert found is not None
    tokens = reading.tokens
    assert [text[tokens.starts[i.first] : tokens.ends[i.last - 1]] for i in found.items] == items
