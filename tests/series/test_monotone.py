from __future__ import annotations

import pandas as pd
import pytest

import audit
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
    (check,) = found(daily(deaths_cum=[9, 4, 7, 2, 8, 3, 6, 1, 9, 2]), Operation.MONOTONE)
    assert check.verdict == "unverifiable" and check.working.startswith("deaths_cum falls at 5 of 9 moves")


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


def climbing(*slips: int) -> list[int]:
    """A count that rises by one to three a day, and falls at the rows named."""
    count, out = 100, []
    for i in range(60):
        count += -4 if i in slips else 1 + i % 3
        out.append(count)
    return out


def test_falls_beside_a_running_total_of_the_same_are_found() -> None:
    frame = daily(deaths_east=climbing(20, 31, 47), deaths_west=climbing())
    assert len(broken(frame, Operation.MONOTONE)) == 3


def test_falls_of_what_only_behaves_so_are_asked_about() -> None:
    checks = found(daily(visits=climbing(20, 31, 47)), Operation.MONOTONE)
    assert [check.verdict for check in checks] == ["unverifiable"] * 3


@pytest.mark.parametrize("name", ["new_deaths", "price", "patients in hospital", "temperature"])
def test_what_may_fall_is_left_alone(name: str) -> None:
    assert found(daily(**{name: climbing(20, 31, 47), "visitors": climbing()}), Operation.MONOTONE)[1:] == []


def test_series_of_two_keys_at_no_fixed_step() -> None:
    rows = []
    for unit in ("North / boats", "North / carts", "South / boats", "South / carts", "South / tents"):
        side, kind = unit.split(" / ")
        for i, day in enumerate((1, 4, 5, 11, 19, 26)):
            taken = 10 + 3 * i - (5 if unit == "South / carts" and i == 3 else 0)
            rows.append((side, kind, f"2031-05-{day + len(kind) - 5:02d}", taken))
    frame = pd.DataFrame(rows, columns=["side", "kind", "date", "seized"])
    (check,) = found(frame, Operation.MONOTONE)
    assert check.verdict == "unverifiable" and check.claim.figure.text == "14"


def test_events_of_two_keys_are_no_running_total() -> None:
    dead = [3, 9, 1, 12, 4, 7, 30, 2, 11, 5, 6, 8, 14, 1, 3, 20, 2, 9, 13, 4, 7, 7, 1, 2]
    rows = [(f"2031-{i // 2 + 1:02d}-{i % 27 + 1:02d}", "AB"[i % 2], "xyz"[i % 3], n) for i, n in enumerate(dead)]
    frame = pd.DataFrame(rows, columns=["date", "place", "kind", "killed"])
    assert [check for check in audit.check_table(frame).checks if not check.verdict.startswith("consistent")] == []
