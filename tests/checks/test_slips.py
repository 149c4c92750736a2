"""A wrong figure that a known slip gives: the slip is named, in a sentence with the figures in it."""

from __future__ import annotations

import pytest

from audit.account import Binding, Role
from audit.account.farther import _ROLES
from audit.checks.judge import judge
from audit.checks.propose import proposal_of
from audit.claims import find_claims
from audit.syntax import read
from audit.text.document import Document


@pytest.mark.parametrize(
    ("text", "operation", "form", "claim", "operands", "slip", "words"),
    [
        ("It rose to 150 from 120, or 125%.", "percent_change", "rise", "125%", ("120", "150"), "ratio_as_change", "125%"),
        ("It fell to 90 from 120, or 75%.", "percent_change", "fall", "75%", ("120", "90"), "ratio_as_change", "75%"),
        ("Some 40 of the 120 huts, or 50%, fell.", "percent_of", "", "50%", ("40", "120"), "share_of_the_rest", "120"),
        ("Some 48 of the 120 huts, or 250%, fell.", "percent_of", "", "250%", ("48", "120"), "share_upside_down", "48"),
        ("Rents were 90, twice the 30.", "multiple", "", "twice", ("90", "30"), "increase_as_multiple", "30"),
        ("Rents were 15, twice the 30.", "multiple", "", "twice", ("15", "30"), "multiple_upside_down", "30"),
        (
            "It paid 90 crowns ($30) and 60 crowns ($180).",
            "currency_conversion", "", "$180", ("90 crowns", "$30", "60 crowns"), "exchange_reversed", "60 crowns",
        ),
    ],
)  # fmt: skip
def test_a_slip_is_named(
    text: str, operation: str, form: str, claim: str, operands: tuple[str, ...], slip: str, words: str
) -> None:
    names = {
        "percent_change": [("old", "new")],
        "currency_conversion": [("rate_base", "rate_quote", "amount")],
        "multiple": [("part", "whole"), _ROLES["multiple"]],
    }
    for roles in names.get(operation, [("part", "whole")]):
        named(text, operation, form, claim, roles, operands, slip, words)


def named(
    text: str,
    operation: str,
    form: str,
    claim: str,
    roles: tuple[str, ...],
    operands: tuple[str, ...],
    slip: str,
    words: str,
) -> None:
    document = Document(text)
    mentions = {m.figure.text: m for m in read(document, find_claims(document)).mentions}
    bound = tuple(Role(name, mentions[figure]) for name, figure in zip(roles, operands, strict=True))
    check = judge(proposal_of(Binding(operation, "by hand", mentions[claim], bound, (), form), sure=True))
    assert check.diagnosis is not None
    assert check.diagnosis.slip == slip
    assert words in check.diagnosis.explanation and "{" not in check.diagnosis.explanation
