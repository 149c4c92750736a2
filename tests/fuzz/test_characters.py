"""A text has no characters that mean something to us: private ones change nothing that is found."""

from __future__ import annotations

import pytest

from audit import Document, check

PRIVATE = [*range(0xE000, 0xF900, 331), 0xF8FF, 0xF0000, 0x10FFFD]
FIRST = pytest.mark.xfail(reason="kind: a private character before the first word of a sentence", strict=False)
TEXTS = [
    pytest.param("{} Of the 10 people, 5 were killed, or 30%.", marks=FIRST),
    pytest.param("{}Of the 10 people, 5 were killed, or 30%.", marks=FIRST),
    "Officials said{} 12 of the 40 trucks, or 45%, were lost.",
    "Output rose 10% to{} 120 tonnes from 100 tonnes.",
    "At least 40 people{}, including 62 children, drowned.",
]


def found(text: str) -> list[tuple[str, str, str]]:
    return [(str(one.operation), str(one.verdict), one.working) for one in check(Document(text)).checks]


@pytest.mark.parametrize("text", TEXTS)
def test_a_private_character_changes_nothing(text: str) -> None:
    bare = found(text.format(""))
    assert bare
    for code in PRIVATE:
        assert found(text.format(chr(code))) == bare, hex(code)
