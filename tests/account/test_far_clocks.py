"""Times of the clock in words, and lengths between times far from them."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.clock_times import clock_times
from audit.account.fit import fits
from tests.account.bound import reading_of

TIMES = [
    ("By four minutes to eight it was over.", [("four minutes to eight", 7 * 60 + 56)]),
    ("At 20 minutes past four the flag came down.", [("20 minutes past four", 4 * 60 + 20)]),
    (
        "At half past five she sank, at a quarter past two he left.",
        [("half past five", 330), ("quarter past two", 135)],
    ),
    ("It lasted from nine in the morning till two in the afternoon.", [("nine", 540), ("two", 840)]),
    ("Power was cut at 7.05 and restored at 9.25.", [("7.05", 425), ("9.25", 565)]),
    ("It was open from noon to 6.20am.", [("noon", 720), ("6.20am", 380)]),
    ("The bell rang at one o'clock.", [("one", 60)]),
    ("He sold it at 7.05 crowns a share.", []),
    ("Of the nine in the boat two drowned.", []),
    ("From four minutes to eight minutes are lost.", []),
    ("By 7 the thief was gone.", []),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_times_are_read_in_words(text: str, times: list[tuple[str, int]]) -> None:
    assert [(each.text, each.minutes) for each in clock_times(reading_of(text))] == times


GAP = "Nobody knew why. Some wept. Others went home. A dog barked. "
FAR = [
    (
        f"The raid began at 7.52 a.m. in the yard. {GAP}By four minutes to eight it was over. That is, 4 minutes in all.",
        "4 minutes",
        "7.52 a.m.",
        "four minutes to eight",
    ),
    ("He held the house from 7 a.m. until four in the afternoon, a nine-hour siege.", "nine-hour", "7 a.m.", "four"),
    (
        f"The siege ended after 19 hours. {GAP}The first shots fell at 4 p.m. on Friday. By 11 a.m. "
        "on Saturday it was over.",
        "19 hours",
        "4 p.m.",
        "11 a.m.",
    ),
    ("By noon Wednesday, 42 hours on, the ticket found at 6 p.m. Monday was sold.", "42 hours", "6 p.m.", "noon"),
]


@pytest.mark.parametrize(("text", "claim", "one", "other"), FAR)
def test_a_length_is_tried_with_such_times(text: str, claim: str, one: str, other: str) -> None:
    assert [
        fits(binding)
        for binding in proposed(reading_of(text))
        if binding.claim.figure.text == claim and [role.figure.text for role in binding.roles] == [one, other]
    ] == [True]


def test_minutes_that_tell_a_time_are_no_length_between_times() -> None:
    text = "The raid began at 7.52 a.m., and by four minutes to eight it was over."
    assert [b for b in proposed(reading_of(text)) if b.rule in ("clock.far", "clock.words")] == []
