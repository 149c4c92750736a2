"""Known slips: named where they reproduce the printed figure, and only there."""

from __future__ import annotations

import pytest

from tests.checks.cases import check_of, wrong_anywhere

# the sentence with the slip, the figure, its name; a sentence near to it that is right
SLIPS = [
    (
        "Twelve more people died, taking the death toll from 230 to 252.",
        "252",
        None,
        "Twelve more people died, taking the death toll from 230 to 242.",
    ),
    (
        "Another 242 people died, taking the death toll from 230 to 242.",
        "242",
        "cumulative_as_new",
        "Another 12 people died, taking the death toll from 230 to 242.",
    ),
    (
        "Another 41 people died, taking the death toll from 230 to 230.",
        "230",
        "not_added",
        "Another 41 people died, taking the death toll from 230 to 271.",
    ),
    (
        "The mine sold 310 tons in May, 280 tons in June and 470 tons in July, for a total of 750 tons.",
        "750 tons",
        "part_left_out",
        "The mine sold 310 tons in May, 280 tons in June and 470 tons in July, for a total of 1,060 tons.",
    ),
    (
        "Of the 60 schools in the district, 15, or 42 percent, were closed; it had 36 schools in all before the merger.",
        "42 percent",
        "other_whole",
        "Of the 60 schools in the district, 15, or 25 percent, were closed; it had 36 schools in all before the merger.",
    ),
    (
        "The fee was raised from $40 to $120, a twofold increase.",
        "twofold",
        "increase_as_multiple",
        "The fee was raised from $40 to $120, a threefold increase.",
    ),
    (
        "Born on 8 October 1931, he died on 3 March 1990 at the age of 59.",
        "59",
        "years_subtracted",
        "Born on 8 October 1931, he died on 3 March 1990 at the age of 58.",
    ),
    (
        "The truce lasted from 20 February 2012 to 20 March 2012, a total of 28 days.",
        "28 days",
        "leap_day_left_out",
        "The truce lasted from 20 February 2012 to 20 March 2012, a total of 29 days.",
    ),
    (
        "The convoy drove 90 kilometres (90 miles) in a day.",
        "90 miles",
        "not_converted",
        "The convoy drove 90 kilometres (56 miles) in a day.",
    ),
    (
        "Rents fell by more than $600, from $9,193 to $8,597.",
        "$600",
        "threshold_broken",
        "Rents fell by more than $600, from $9,193 to $8,587.",
    ),
    (
        "Three successive cuts of 10 percent took the price down by 30 percent.",
        "30 percent",
        "percentages_added",
        "Three successive cuts of 10 percent took the price down by 27 percent.",
    ),
    (
        "Its share of the vote fell to 44.8 percent from 51.2 percent, a drop of 6.4 percent.",
        "6.4 percent",
        "percent_for_points",
        "Its share of the vote fell to 44.8 percent from 51.2 percent, a drop of 12.5 percent.",
    ),
    (
        "The budget rose from $40 million to $50 million, an increase of 20 percent.",
        "20 percent",
        "new_figure_as_base",
        "The budget rose from $40 million to $50 million, an increase of 25 percent.",
    ),
    (
        "The budget rose from $40 million to $120 million, an increase of 300 percent.",
        "300 percent",
        "ratio_as_change",
        "The budget rose from $40 million to $120 million, an increase of 200 percent.",
    ),
    (
        "They freed 1,350 of the 3,000 prisoners, or 54 percent.",
        "54 percent",
        "swapped_digits",
        "They freed 1,350 of the 3,000 prisoners, or 45 percent.",
    ),
    (
        "It has loans of $2.4 million, of which $360 million, or 15 percent, is overdue.",
        "15 percent",
        "operand_scale",
        "It has loans of $2.4 billion, of which $360 million, or 15 percent, is overdue.",
    ),
    (
        "The 4,000 men got 200 dollars each, a total of 8 million dollars.",
        "8 million dollars",
        "claim_scale",
        "The 4,000 men got 200 dollars each, a total of 800,000 dollars.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure", "slip", "right"), SLIPS, ids=[sentence for sentence, *_ in SLIPS])
def test_a_slip_is_named(sentence: str, figure: str, slip: str | None, right: str) -> None:
    check = check_of(sentence, figure)
    assert check is not None
    assert check.verdict == "inconsistent"
    assert (check.diagnosis.slip if check.diagnosis else None) == slip
    assert check.diagnosis is None or "{" not in check.diagnosis.explanation


@pytest.mark.parametrize("right", [right for *_, right in SLIPS])
def test_the_right_figure_is_left_alone(right: str) -> None:
    assert wrong_anywhere(right) == []
