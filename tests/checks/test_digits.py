"""Which numbers differ as a slip of the pen makes them."""

from __future__ import annotations

import pytest

from audit.account import bindings
from audit.checks.digits import slip_of
from tests.account.bound import reading_of

SLIPS = [
    ("The 68 miners were trapped. All 86 miners came out.", "restatement", "swapped"),
    ("The 68 miners were trapped. All 63 miners came out.", "restatement", "one_digit"),
    ("The 68 miners were trapped. All 71 miners came out.", "restatement", ""),
    ("The 6 miners were trapped. All 9 miners came out.", "restatement", ""),
    ("The attack killed 91 people: 7 soldiers and 12 farmers.", "sum", "swapped"),
    ("The attack killed 18 people: 7 soldiers and 12 farmers.", "sum", "one_digit"),
]


@pytest.mark.parametrize(("text", "operation", "slip"), SLIPS)
def test_a_slip_is_told_from_a_stranger(text: str, operation: str, slip: str) -> None:
    found = [b for b, _ in bindings(reading_of(text)) if b.operation == operation and b.claim.start in _starts(text)]
    assert slip in {slip_of(binding) for binding in found}


def _starts(text: str) -> set[int]:
    """Where the number stands that may be wrong: the last of a pair, the first before a colon."""
    return {text.index("killed") + 7} if ":" in text else {text.index("All ") + 4}
