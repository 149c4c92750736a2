"""Parts that are each within their whole and together are not."""

from __future__ import annotations

import pytest

import audit
from audit.checks.check import AGREEING

PARTS = [
    ("The strike killed 45 people, including 27 women and 30 children.", False),
    ("The strike killed 75 people, including 27 women and 30 children.", True),
]


@pytest.mark.parametrize(("text", "said"), PARTS)
def test_parts_beyond_their_whole_are_not_said_to_fit(text: str, said: bool) -> None:
    checks = audit.check(audit.Document(text)).checks
    fitting = [check for check in checks if check.operation == "subset" and check.verdict in AGREEING]
    assert bool(fitting) == said
