"""The figure of the year before, in brackets."""

from __future__ import annotations

import pytest

from tests.checks.cases import verdict_of


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("Net profit fell 25% to EUR 90.3 million (EUR 120.4 million).", "25%", "fits"),
        ("Net profit fell 35% to EUR 90.3 million (EUR 120.4 million).", "35%", "wrong"),
        ("Net profit fell 25% to EUR 90.3 million (120.4).", "25%", "fits"),
        ("Net profit fell 35% to EUR 90.3 million (120.4).", "35%", "wrong"),
        ("Net sales were $57.3 million (2008: $49.1 million), an increase of 16.7%.", "16.7%", "fits"),
        ("Net sales were $57.3 million (2008: $49.1 million), an increase of 26.7%.", "26.7%", "wrong"),
        ("Organically, sales rose 35% to EUR 90.3 million (EUR 80.4 million).", "35%", "open"),
        ("Sales rose 35% to EUR 90.3 million ($98.4 million).", "35%", "open"),
        ("Sales rose 35% to EUR 90.3 million (12 shops).", "35%", "open"),
    ],
)
def test_change_on_the_figure_in_brackets(sentence: str, figure: str, verdict: str) -> None:
    assert verdict_of(sentence, figure) == verdict
