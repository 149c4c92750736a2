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
        ("Governor Ilse Maar made the following remark:\n\n“We lost 21 men.”", "21", ["Governor Ilse Maar"]),
        ("“We lost 18 barns,” farmer Ute Lang told the court, “and 40 goats.”", "40", ["farmer Ute Lang"]),
        ("By army estimates, 2,500 fighters remain.", "2,500", ["army"]),
        ("By one estimate, 60 people were in the hall.", "60", ["one estimate"]),
        ("A Morning Star report that 300 jobs would go was denied.", "300", ["Morning Star"]),
        ("The minister said engineers warned that 70 dams leak.", "70", ["The minister", "engineers"]),
        ("Villagers say the army told them 30 homes would be searched.", "30", ["Villagers", "the army"]),
        ("Data from the health office show that 410 children are ill.", "410", ["Data from the health office"]),
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
        ("The singer is promoting her late-night shows, with 12 dates sold out.", "12"),
        ("In a preview of Ana Brod's Radio Kesh show 41 she sings.", "41"),
        ("Photo: 40 people at the gate.", "40"),
    ],
)
def test_nobody_is_named(text: str, figure: str) -> None:
    assert sources(text, figure) == []


def test_a_source_ends_before_whom_it_cites() -> None:
    (claim,) = find_claims("Orin, citing the navy, said 16 sailors drowned.")
    assert claim.attribution is not None and claim.attribution.source is not None
    assert claim.attribution.source.text == "Orin"
