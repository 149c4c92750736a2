"""Where quotations begin and end."""

from __future__ import annotations

import pytest

from audit.claims.attribution.quotes import Quotes
from audit.text.document import Document


def _texts(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in Quotes(Document(text)).all]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("''One,'' he said.", ["''One,''"]),
        ("«One», he said.", ["«One»"]),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
        ("“One” he said”", ["“One”"]),
        ('A 5" pipe burst.', []),
        ('He said on "The Week, "we go” after it.', ['"we go”']),
        ("Nobody's words.", []),
    ],
)
def test_quotations(text: str, quotes: list[str]) -> None:
    assert _texts(text) == quotes


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("“One,” he said. “Two.”", (0, "paragraph")),
        ("“One.\n\n“Two,” he said.", (0, "ends")),
        ("“One,” he said.\n\n“Two.”", (0, "within")),
        ("“One.”\n\nThen he said “Two.”", None),
        ("“One.”\n\nA paragraph.\n\n“Two.”", None),
    ],
)
def test_which_quotation_goes_on(text: str, carried: tuple[int, str] | None) -> None:
    assert Quotes(Document(text)).carried(1) == carried


def test_offsets_find_their_quotations() -> None:
    quotes = Quotes(Document("He said “one” and “two”."))
    assert quotes.over([0, 9, 14, 19, 23]) == [-1, 0, -1, 1, -1]
