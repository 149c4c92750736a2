"""Sources that were lost: with a number inside, behind a colon, in a transcript; and words that are no source."""

from __future__ import annotations

import pytest

from audit.claims import find_claims


def sources(text: str, figure: str) -> list[str]:
    """The chain of the figure without the publisher."""
    claim = next(claim for claim in find_claims(text) if claim.figure.text == figure)
    return [link.name for link in claim.attribution.chain if link.source] if claim.attribution else []


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        ("According to a 12-page report, 300 people died.", "300", ["a 12-page report"]),
        ("At least 70 missing, says coast guard", "70", ["coast guard"]),
        ("At least 70 missing, says fire brigade", "70", ["fire brigade"]),
        ("Orin, citing the navy, said 16 sailors drowned.", "16", ["Orin", "the navy"]),
        ("Mr. Dunn's repeated emphasis that only 31 clerks left did not help.", "31", ["Mr. Dunn"]),
        ("“WALLACE: Do you see those two as equal?\n\n“PENCE: I was there with 650 people.", "650", ["PENCE"]),
        ("The tax office puts the loss at $9 million; the bank puts it at $5 million.", "$5 million", ["the bank"]),
        ("The board said in this statement: “We lost 40 people.”", "40", ["The board"]),
    ],
)
def test_a_source_is_found(text: str, figure: str, chain: list[str]) -> None:
    assert sources(text, figure) == chain


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It is worth noting that 40 people died.", "40"),
        ("Health worries have dogged the 68-year-old mayor.", "68-year-old"),
        ("Correction: 40 people died, and no more.", "40"),
        ("Photo: 40 people at the gate.", "40"),
    ],
)
def test_nobody_is_named(text: str, figure: str) -> None:
    assert sources(text, figure) == []


def test_a_source_ends_before_whom_it_cites() -> None:
    (claim,) = find_claims("Orin, citing the navy, said 16 sailors drowned.")
    assert claim.attribution is not None and claim.attribution.source is not None
    assert claim.attribution.source.text == "Orin"
