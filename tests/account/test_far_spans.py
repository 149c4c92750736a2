"""Lengths of time with days that stand anywhere in the text: what is proposed, and what is not."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.fit import fits
from tests.account.bound import reading_of


def found(text: str, claim: str) -> dict[frozenset[str], tuple[str, bool]]:
    """The operands that are proposed for a length, with the rule and whether they fit."""
    return {
        frozenset(role.figure.text for role in binding.roles): (binding.rule, fits(binding))
        for binding in proposed(reading_of(text))
        if binding.operation == "duration" and binding.claim.figure.text == claim
    }


GAP = "Nobody knew why. Some wept. Others went home. A dog barked. "
FAR = [
    (
        f"The club, in its 31-year history, won nothing (4 May 2031). {GAP}It was founded in 2000.",
        "31-year",
        "2000",
        "4 May 2031",
    ),
    (
        f"General Brun arrived on 2 March with guns. {GAP}On 9 April, 38 days after Brun's arrival, the gate fell.",
        "38 days",
        "2 March",
        "9 April",
    ),
    (
        f"He climbed the peak every year for 27 years. {GAP}He went up for the first time in 1961. "
        f"{GAP}His last climb was in 1988.",
        "27 years",
        "1961",
        "1988",
    ),
    (
        f"The bear walked for 25 days. {GAP}It was darted on 3 June. {GAP}It turned up at home on 28 June.",
        "25 days",
        "3 June",
        "28 June",
    ),
    (
        f"The mill burned in 1871. {GAP}A stone was set up in 1971, on the 100th anniversary of the fire.",
        "100th",
        "1871",
        "1971",
    ),
    (
        f"The strike lasted nine days. {GAP}It began on 1 September. {GAP}By the 10th, the gates were open.",
        "nine days",
        "1 September",
        "10th",
    ),
    (
        f"King Odo died in 1388. {GAP}The quarrel ran for nineteen years. {GAP}It ended in 1407.",
        "nineteen years",
        "1388",
        "1407",
    ),
    (
        f"Cocoa stood at a 46-year high. {GAP}It was the highest price since 1978, in March 2024.",
        "46-year",
        "1978",
        "March 2024",
    ),
    (
        "He was freed on 3 May 2031, ten years to the day after he was taken on 3 May 2021.",
        "ten years",
        "3 May 2021",
        "3 May 2031",
    ),
]


@pytest.mark.parametrize(("text", "claim", "one", "other"), FAR)
def test_a_length_is_tried_with_far_days(text: str, claim: str, one: str, other: str) -> None:
    assert found(text, claim)[frozenset((one, other))][1]


def test_a_word_for_a_celebration_is_a_length() -> None:
    text = f"The school was founded in 1798. {GAP}It celebrated its bicentenary in 1998 with a feast."
    assert found(text, "1998")[frozenset(("1798", "bicentenary"))] == ("ordered.far", True)
    assert not found(text.replace("1998", "1978"), "1978")[frozenset(("1798", "bicentenary"))][1]


TEMPTING = [
    f"He was jailed for a ten-year sentence. {GAP}The court was built in 1961 and closed in 1988.",  # a term
    f"It burns 31 litres. {GAP}The club was founded in 2000, and closed in 2031.",  # no length of time
    f"She paints for two hours. {GAP}The club was founded in 2000, and closed in 2031.",  # hours lie between no years
    f"The bear walked for 25 days. {GAP}The club was founded in 2000, and closed in 2031.",  # nor do days
]


@pytest.mark.parametrize("text", TEMPTING)
def test_what_lies_between_no_days_is_not_tried(text: str) -> None:
    assert [b for b in proposed(reading_of(text)) if b.operation == "duration"] == []


def test_a_floor_is_no_day() -> None:
    text = f"The strike lasted nine days. {GAP}It began on 1 September. {GAP}By the 10th floor, the gates were open."
    assert not any("10th" in operands for operands in found(text, "nine days"))
