"""What fits only because a part is printed coarser than the total is neither confirmed nor called wrong."""

from __future__ import annotations

import pytest

from audit import Document, check
from audit.checks.check import AGREEING, Verdict

LEANING = [
    "The union sent 6.5 million masks, including 6 million from its stores and 700,000 from Lund.",
    "Some 4,387 homes were flooded: 17 in Orrin, 4,000 in Kesh, 158 in Vell and 176 in Lund.",
]
FITTING = [
    "The union sent 6.7 million masks, including 6 million from its stores and 700,000 from Lund.",
    "Some 4,351 homes were flooded: 17 in Orrin, 4,000 in Kesh, 158 in Vell and 176 in Lund.",
    "About 4,400 homes were flooded: 17 in Orrin, 4,000 in Kesh, 158 in Vell and 176 in Lund.",
]


@pytest.mark.parametrize("text", LEANING)
def test_a_total_printed_finer_than_its_part_does_not_lean_on_it(text: str) -> None:
    sums = [c for c in check(Document(text)).checks if c.operation == "sum"]
    assert not any(c.verdict in AGREEING or c.verdict is Verdict.INCONSISTENT for c in sums)


@pytest.mark.parametrize("text", FITTING)
def test_what_adds_up_as_printed_or_as_the_total_is_rounded_is_confirmed(text: str) -> None:
    assert any(c.operation == "sum" and c.verdict in AGREEING for c in check(Document(text)).checks)
