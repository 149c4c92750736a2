"""Days that a text speaks of."""

from __future__ import annotations

import pytest

from audit.claims import find_claims
from audit.syntax import read
from audit.text.document import Document


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Some 40 fell ill in the week of 6-12 July.", ["6", "12 July"]),
        ("The fair ran on July 11 and 12 in Torun.", ["July 11", "12"]),
        ("The expo is held on 16–20 February 2026.", ["16", "20 February 2026"]),
        ("Raids over 8 and 9 July hurt many.", ["8", "9 July"]),
        ("On 3 May and 4 boats sank.", ["3 May"]),
        ("On July 11, 12 people died.", ["July 11"]),
        ("Of 30 and 9 July tickets none was sold.", ["9 July"]),
    ],
)
def test_a_month_told_once_is_that_of_both_days(text: str, days: list[str]) -> None:
    document = Document(text, published="2026-08-01")
    reading = read(document, find_claims(document))
    found = [each for each in reading.moments.days if each.grain == "day"]
    assert [each.figure.text for each in found] == days
    assert len({each.month for each in found}) == 1
