"""Which numbers differ as a slip of the pen makes them."""

from __future__ import annotations

import pytest

from audit.account import bindings
from audit.checks.digits import evidence, slip_of
from tests.account.bound import reading_of

SLIPS = [
    ("The 68 miners were trapped. All 86 miners came out.", "restatement", "swapped"),
    ("The 68 miners were trapped. All 63 miners came out.", "restatement", "one_digit"),
    ("The 68 miners were trapped. All 71 miners came out.", "restatement", ""),
    ("The 6 miners were trapped. All 9 miners came out.", "restatement", ""),
    ("The attack killed 91 people: 7 soldiers and 12 farmers.", "sum", "swapped"),
    ("The attack killed 18 people: 7 soldiers and 12 farmers.", "sum", "one_digit"),
    ("The attack killed 190 people: 7 soldiers and 12 farmers.", "sum", "tens"),
]


@pytest.mark.parametrize(("text", "operation", "slip"), SLIPS)
def test_a_slip_is_told_from_a_stranger(text: str, operation: str, slip: str) -> None:
    found = [b for b, _ in bindings(reading_of(text)) if b.operation == operation and b.claim.start in _starts(text)]
    assert slip in {slip_of(binding) for binding in found}


OWN = [
    ("Burglaries fell by 50% from 600 to 400.", "percent_change"),
    ("Burglaries rose by 150% from 400 to 600.", "percent_change"),
    ("Turnout rose by 8% from 40% to 48%.", "percent_change"),
    ("It sold 15,600 loaves last year, or 1,300 a week.", "rate"),
]


@pytest.mark.parametrize(("text", "operation"), OWN)
def test_a_slip_of_the_reckoning_is_known(text: str, operation: str) -> None:
    found = {slip_of(binding) for binding, _ in bindings(reading_of(text)) if binding.operation == operation}
    assert "own" in found


def test_a_slip_is_evidence_where_strangers_hardly_fit() -> None:
    known = [b for b, _ in bindings(reading_of(OWN[0][0])) if b.operation == "percent_change" and slip_of(b) == "own"]
    assert known
    assert all(evidence(binding, 0.01) > evidence(binding, 0.1) > 0 for binding in known)


def _starts(text: str) -> set[int]:
    """Where the number stands that may be wrong: the last of a pair, the first before a colon."""
    return {text.index("killed") + 7} if ":" in text else {text.index("All ") + 4}
