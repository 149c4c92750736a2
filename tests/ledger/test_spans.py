"""Which stretches of time a count names for itself."""

from __future__ import annotations

import pytest

from audit.ledger.spans import spans
from tests.ledger.makers import claim, document


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Storms killed 12 people in April, police said.", {"april"}),
        ("In April, storms killed 12 people.", {"april"}),
        ("Storms killed 12 people in the first four months of the year.", {"first four months"}),
        ("Storms killed 12 people in two weeks.", {"two weeks"}),
        ("Storms killed 12 people over the past two weeks.", {"two weeks"}),
        ("Storms killed 12 people over the weekend.", {"weekend"}),
        ("Storms killed 12 people in 2021.", {"2021"}),
        ("Storms killed 12 people on 3 May.", set()),
        ("Storms killed 12 people in last week's gale.", set()),
        ("A raid killed 12 people, the deadliest in two years.", set()),
        ("A raid killed 12 people in the worst attack in two years.", set()),
        ("In April, storms tore off roofs; a raid killed 12 people.", {"april"}),
        ("Prices rose in April, and a raid killed 12 people.", set()),
    ],
)
def test_spans(text: str, keys: set[str]) -> None:
    assert spans(claim(document(text), "12")) == keys
