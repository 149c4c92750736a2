from __future__ import annotations

from audit import Operation
from tests.series.tables import broken, daily, found


def test_a_running_total_that_falls_is_found() -> None:
    frame = daily(killed_cum=[10, 14, 12, 15, 19])
    assert broken(frame, Operation.MONOTONE) == ["12"]


def test_the_fall_is_told_with_what_would_make_it_fit() -> None:
    (check,) = found(daily(killed_cum=[10, 14, 12, 15, 19]), Operation.MONOTONE)
    assert check.gap is not None
    assert (check.gap.low, check.operands[0].claim.figure.text, check.implied[0].value.high) == (2, "14", 12)
    assert check.claim.locator == "row 3, column killed_cum, 2024-03-03"


def test_a_gap_in_the_cells_does_not_hide_a_fall() -> None:
    assert broken(daily(killed_cum=[10, 14, None, 12, 15]), Operation.MONOTONE) == ["12"]


def test_new_counts_may_fall() -> None:
    assert found(daily(killed_new=[9, 4, 7, 2, 8]), Operation.MONOTONE) == []


def test_a_column_with_a_silent_name_is_a_running_total_by_its_behaviour() -> None:
    tanks = [5 * i + i % 3 for i in range(60)]
    tanks[41] -= 30
    assert broken(daily(tanks=tanks), Operation.MONOTONE) == [str(tanks[41])]


def test_a_stock_may_fall() -> None:
    prisoners = [5 * i for i in range(60)]
    prisoners[41] -= 30
    assert found(daily(prisoners=prisoners), Operation.MONOTONE) == []


def test_a_name_that_the_numbers_deny_is_not_applied() -> None:
    assert found(daily(deaths_cum=[9, 4, 7, 2, 8, 3, 6, 1, 9, 2]), Operation.MONOTONE) == []


def test_a_new_phase_is_a_restart_and_no_fall() -> None:
    frame = daily(killed_cum=[400, 410, 430, 3, 9, 12, 20], phase=[1, 1, 1, 2, 2, 2, 2])
    (restart,) = found(frame, Operation.RESTART)
    assert (restart.verdict, restart.claim.figure.text) == ("consistent", "3")
    assert broken(frame, Operation.MONOTONE) == []


def test_a_restart_that_nothing_explains_is_put_as_a_question() -> None:
    (restart,) = found(daily(killed_cum=[400, 410, 430, 3, 9, 12, 20, 25, 31]), Operation.RESTART)
    assert (restart.verdict, restart.missing) == ("unverifiable", ("whether a new count began on that day",))


def test_a_dip_from_which_the_count_returns_is_a_fall() -> None:
    assert broken(daily(killed_cum=[400, 410, 43, 440, 450, 460]), Operation.MONOTONE) == ["43"]


def test_a_slip_that_explains_a_fall_is_named() -> None:
    (check,) = found(daily(killed_cum=[1240, 1310, 1231, 1330, 1340]), Operation.MONOTONE)
    assert check.diagnosis is not None
    assert check.diagnosis.explanation == "1,231 is 1,321 with two digits swapped."


def test_a_column_that_holds_is_said_to_hold() -> None:
    (check,) = found(daily(killed_cum=[10, 14, 15, 21, 30, 32, 40, 41, 47, 52]), Operation.MONOTONE)
    assert (check.verdict, check.working) == ("consistent", "killed_cum falls at none of its 9 steps")


def test_a_spike_is_a_fall_and_no_new_count() -> None:
    killed = [100 + 5 * i for i in range(30)]
    killed[12] = 9000
    frame = daily(killed_cum=killed)
    assert broken(frame, Operation.MONOTONE) == ["165"]
    assert found(frame, Operation.RESTART) == [] and found(frame, Operation.JUMP) == []


def test_a_fall_below_zero_has_its_bounds() -> None:
    frame = daily(killed_cum=[*range(3, 203), -31, *range(204, 260)])
    assert broken(frame, Operation.MONOTONE) == ["-31"]
