"""Rules of one row: increments, parts and wholes, order, sameness, rates."""

from __future__ import annotations

import pandas as pd
import pytest

from audit import Operation
from tests.series.tables import broken, daily, found

NEW = [4, 7, 2, 9, 5, 8, 3, 6, 1, 10]
TOTAL = [4, 11, 13, 22, 27, 35, 38, 44, 45, 55]


def test_new_counts_that_do_not_add_up_are_found() -> None:
    (check,) = found(daily(killed=[*NEW[:9], 100], killed_cum=TOTAL), Operation.INCREMENTS)
    assert (check.verdict, check.claim.figure.text) == ("inconsistent", "100")
    assert check.recomputed is not None and check.recomputed.low == 10
    assert check.diagnosis is not None and check.diagnosis.slip == "digit_too_many"


def test_new_counts_that_add_up_are_said_to() -> None:
    (check,) = found(daily(killed=NEW, killed_cum=TOTAL), Operation.INCREMENTS)
    assert check.verdict == "consistent"


def test_over_a_missing_day_the_total_may_rise_by_more() -> None:
    frame = daily(killed=NEW, killed_cum=TOTAL).drop(index=4)
    assert broken(frame, Operation.INCREMENTS) == []


def test_a_count_booked_a_day_late_is_said_to_be() -> None:
    total = [*TOTAL[:6], TOTAL[6] - 3, *TOTAL[7:]]
    first, second = found(daily(killed=NEW, killed_cum=total), Operation.INCREMENTS)
    assert first.note.startswith("The next row is off by as much") and second.note.startswith("The previous row")


def test_columns_of_different_measures_are_not_paired() -> None:
    assert found(daily(injured=NEW, killed_cum=[2 * t for t in TOTAL]), Operation.INCREMENTS) == []


def test_a_part_above_its_whole_is_found_once_for_rows_in_a_row() -> None:
    frame = daily(killed=[20] * 12, killed_women=[3, 4, 5, 3, 4, 5, 3, 24, 4, 5, 3, 4])
    assert broken(frame, Operation.PARTS) == ["24"]


def test_a_column_that_is_no_part_by_name_is_left_alone() -> None:
    assert found(daily(killed=[20] * 12, injured_women=[30] * 12), Operation.PARTS) == []


def test_parts_that_do_not_add_up_are_found_without_any_name() -> None:
    frame = pd.DataFrame(
        {"site": list("ABCDEFGHIJK"), "m": range(1, 12), "w": range(3, 14), "both": [2 * i + 4 for i in range(11)]}
    )
    frame.loc[6, "both"] = 61
    assert broken(frame, Operation.PARTS) == ["61"]


def test_killed_are_within_casualties_by_definition() -> None:
    frame = daily(killed=[1, 2, 9, 2, 1, 2, 1, 2, 3, 1, 2], casualties=[4, 7, 8, 9, 5, 6, 7, 8, 9, 5, 4])
    assert broken(frame, Operation.PARTS) == ["9"]


@pytest.mark.parametrize(
    "names",
    [("deaths_low", "deaths_best", "deaths_high"), ("min", "best", "max"), ("Lower bound", "Estimate", "Upper bound")],
)
def test_an_estimate_out_of_order_is_found(names: tuple[str, str, str]) -> None:
    low, best, high = names
    rows = [[i, i + 2, i + 5] for i in range(12)] + [[9, 7, 12], [3, 8, 6]]
    frame = pd.DataFrame(rows, columns=[low, best, high]).assign(place=[f"village {i}" for i in range(14)])
    assert sorted(broken(frame, Operation.ORDER)) == ["8", "9"]


def test_two_columns_that_report_the_same_are_compared() -> None:
    copy = [*TOTAL[:8], 54, TOTAL[9]]
    assert broken(daily(killed_cum=TOTAL, ext_killed_cum=copy), Operation.SAME) == ["45"]


def test_two_columns_that_agree_by_accident_at_times_are_not() -> None:
    assert found(daily(killed=NEW, verified_killed=[4, 3, 2, 7, 1, 8, 3, 4, 1, 8]), Operation.SAME) == []


def test_a_printed_percentage_is_worked_out_again() -> None:
    women, killed = [3, 5, 7, 8, 9, 12, 14], [10, 20, 25, 31, 44, 50, 63]
    share = [f"{100 * w / k:.1f}" for w, k in zip(women, killed, strict=True)]
    share[4] = "24.5"
    frame = daily(women=women, killed=killed, women_pct=share)
    assert broken(frame, Operation.PERCENT_OF) == ["24.5"]


def test_a_truncated_percentage_is_no_contradiction() -> None:
    women, killed = [3, 5, 7, 8, 9, 12, 14, 11], [10, 20, 25, 31, 44, 50, 63, 51]
    share = [f"{100 * w / k:.1f}" for w, k in zip(women, killed, strict=True)]
    share[3] = "25.8"
    share[4] = "20.4"
    assert broken(daily(women=women, killed=killed, women_pct=share), Operation.PERCENT_OF) == []


def test_two_columns_that_part_for_good_are_asked_about() -> None:
    total = list(range(5, 405, 2))
    frame = daily(killed_cum=total, killed_cum_reported=[*total[:185], *(t + 60 for t in total[185:])])
    assert [check.verdict for check in found(frame, Operation.SAME)] == ["unverifiable"]
