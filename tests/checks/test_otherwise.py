"""What fits by another operation than its words ask for is not said to fit."""

from __future__ import annotations

import pytest

import audit
from audit.checks.check import AGREEING

TEXTS = [
    ("Customs seized 938kg last year. This year it was 1,316kg. That is 71 percent more, the head said.", False),
    ("The chain opened 64 cafes in the year to June and shut 23. On balance it grew by 87.", False),
    ("It was 38% at the last vote and 46% on Thursday, in relative terms an increase of just 8%.", False),
    ("Of the 400 voters asked, 60 said no. That is 15 percent.", True),
    ("It had 400 posts. The share of women rose to 15%, or 60 of the 400.", True),
]


@pytest.mark.parametrize(("text", "fits"), TEXTS)
def test_a_change_is_no_share_and_a_growth_no_total(text: str, fits: bool) -> None:
    told = {"percent_of", "fraction_of", "sum", "difference", "product"}
    found = [check for check in audit.check(audit.Document(text)).checks if check.operation in told]
    assert any(check.verdict in AGREEING for check in found) == fits
