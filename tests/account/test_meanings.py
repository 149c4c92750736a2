"""Units of one word and two meanings: each fits in its own, and the report says which was meant."""

from __future__ import annotations

import pytest

import audit
from audit.checks.check import Verdict


@pytest.mark.parametrize(
    ("text", "verdict", "meant"),
    [
        ("It made six pints (3.4 litres) of milk.", Verdict.CONSISTENT, "imperial pint"),
        ("It made six pints (2.8 litres) of milk.", Verdict.CONSISTENT, "pint"),
        ("The ferry sank 12 miles (22 km) off Kesh, and the ships came late.", Verdict.CONSISTENT, "nautical mile"),
        ("The ferry sank 12 miles (19 km) off Kesh, and the ships came late.", Verdict.CONSISTENT, "mile"),
        ("The town lies 12 miles (22 km) from Kesh.", Verdict.INCONSISTENT, "mile"),
        ("The bale weighs 15 hundredweight (680 kg).", Verdict.CONSISTENT, "hundredweight"),
        ("The bale weighs 15 hundredweight (762 kg).", Verdict.CONSISTENT, "long hundredweight"),
        ("The bale weighs 15 hundredweight (900 kg).", Verdict.INCONSISTENT, "hundredweight"),
    ],
)
def test_a_conversion_fits_in_the_unit_that_is_meant(text: str, verdict: Verdict, meant: str) -> None:
    (check,) = audit.check(text).checks
    assert check.verdict is verdict
    assert check.readings[0].label.startswith(f"{meant} to ")
