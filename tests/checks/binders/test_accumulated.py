"""Totals of what sentences have told one by one."""

import pytest

from tests.checks.cases import check_of, verdict_of, wrong_anywhere

TOLD = "Twelve soldiers were killed. Another five died in hospital. {} {}."


@pytest.mark.parametrize(
    "cue", ["The total is now", "That makes", "In all, that makes", "The death toll now stands at"]
)
def test_parts_are_added_up(cue: str) -> None:
    assert verdict_of(TOLD.format(cue, "17"), "17") == "fits"
    assert verdict_of(TOLD.format(cue, "19"), "19") == "wrong"


def test_every_part_but_the_first_comes_on_top_of_others() -> None:
    text = "The port sold 40 boats. The next year it sold another 25. A further 10 went in the year after. The total was {}."
    check = check_of(text.format("75"), "75")
    assert check is not None
    assert len(check.operands) == 3
    assert verdict_of(text.format("85"), "85") == "wrong"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers were killed. Another five died in hospital. The total since May is now 60.",
        "Twelve soldiers were killed. Another five died in hospital. The total is now 60 this year.",
        "The war goes on. It is cold. Twelve men were killed. Another five died. The total is now 60.",
        "Another 12 soldiers were killed. Another five died in hospital. The total is now 60.",
        "Twelve soldiers were killed. Five trucks were burned. The total is now 60.",
    ],
)
def test_a_total_that_may_count_others_is_not_flagged(text: str) -> None:
    assert wrong_anywhere(text) == []
