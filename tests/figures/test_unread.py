"""Nothing with a digit vanishes: it is in a figure, or it is named as unread."""

from __future__ import annotations

import pytest

from audit.figures import find_figures, unread
from audit.text.document import Document


def missed(text: str) -> list[str]:
    document = Document(text)
    return [span.text for span in unread(document, find_figures(document))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("They counted 4,7,00 of them.", ["4,7,00"]),
        ("He has raised $12,50 so far this week alone.", ["$12,50"]),
        ("It fell to 61 deaths per 1,000 live births.", []),
        ("On 3 May 2031 some 40 of the 52 men left flight QX12 at 6:30 p.m.", []),
        ("No number stands here.", []),
    ],
)
def test_what_no_figure_has_read(text: str, spans: list[str]) -> None:
    assert missed(text) == spans
