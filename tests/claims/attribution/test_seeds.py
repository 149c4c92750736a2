"""What the three seed articles must show: who says each of their figures, and how firmly."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.claims.attribution import attribute, publisher_of
from audit.claims.claim import Attribution, HedgeKind, Status
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.text.document import Document

_SEEDS = Path(__file__).parents[3] / "seeds"


def _seed(name: str, words: str) -> tuple[Attribution, Status]:
    document = Document((_SEEDS / name).read_text(encoding="utf-8"))
    start = document.text.index(words)
    return attribute(document, [Figure(start, start + len(words), words, Interval.of(1))])[0]


_UPI, _ITV, _AFP = "upi-2024-02-01.txt", "itv-2024-04-07.txt", "afp-2024-04-07.txt"
_GALLANT = "Defense Minister Yoav Gallant"
_KIRBY = "National Security spokesperson John Kirby"


@pytest.mark.parametrize(
    ("seed", "words", "chain", "status"),
    [
        (_UPI, "10,000 Hamas", ["UPI", _GALLANT], Status.ASSERTED),
        (_UPI, "10,000.", ["UPI", _GALLANT], Status.ASSERTED),
        (_UPI, "56-75%", ["UPI"], Status.INFERRED),
        (_UPI, "30,000 and", ["UPI"], Status.PRESUMED),
        (_UPI, "70 shafts", ["UPI"], Status.ASSERTED),
        (_ITV, "hundred locations", ["ITV News", "Israel Defense Forces"], Status.REPORTED),
        (_ITV, "900 meters", ["ITV News", "Israel Defense Forces"], Status.REPORTED),
        (_ITV, "four months", ["ITV News", _KIRBY], Status.ASSERTED),
        (_AFP, "thousands of its", ["AFP", "Haaretz", "An army official"], Status.ASSERTED),
        (_AFP, "1.5 million", ["AFP"], Status.ASSERTED),
    ],
)
def test_chain_and_status(seed: str, words: str, chain: list[str], status: Status) -> None:
    attribution, found = _seed(seed, words)
    assert [link.name for link in attribution.chain] == chain
    assert found is status


def test_the_disclaimer_governs_the_tunnel_and_the_claim_is_a_claim() -> None:
    attribution, _ = _seed(_ITV, "900 meters")
    kinds = {hedge.cue.text: hedge.kind for hedge in attribution.hedges}
    assert kinds == {"claimed": HedgeKind.HEDGE, "cannot independently verify": HedgeKind.DISCLAIMER}


def test_who_told_the_daily_is_the_source_and_not_the_daily() -> None:
    attribution, _ = _seed(_AFP, "thousands of its")
    assert attribution.name == "An army official"
    assert attribution.source is not None and attribution.source.text == "An army official"


@pytest.mark.parametrize(("seed", "name", "words"), [(_UPI, "UPI", "UPI"), (_AFP, "AFP", "statement to AFP")])
def test_the_publisher_is_inferred_from_the_words(seed: str, name: str, words: str) -> None:
    found = publisher_of(Document((_SEEDS / seed).read_text(encoding="utf-8")))
    assert found is not None and found.inferred and found.words is not None
    assert (found.name, found.words.text) == (name, words)
