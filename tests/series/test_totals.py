from __future__ import annotations

import pandas as pd

import audit
from audit import Operation
from tests.series.tables import broken, found


def by_country(*, world: int = 0) -> pd.DataFrame:
    """Three countries and the world over six days; on the fourth the world is `world` too high."""
    rows = []
    for day in range(6):
        counts = {"Aland": 10 + 3 * day, "Bland": 20 + 4 * day, "Cland": 7 + day}
        counts["World"] = sum(counts.values()) + (world if day == 3 else 0)
        rows += [(place, f"2024-03-{day + 1:02d}", killed) for place, killed in counts.items()]
    return pd.DataFrame(rows, columns=["country", "date", "deaths"])


def test_a_row_called_the_world_is_the_sum_of_the_countries() -> None:
    assert broken(by_country(), Operation.PARTS) == []
    (check,) = [c for c in found(by_country(world=5), Operation.PARTS) if c.verdict == "inconsistent"]
    assert check.working == "19 + 32 + 10 = 61, but deaths (World, 2024-03-04) is 66: 5 apart"
    assert [operand.claim.figure.text for operand in check.operands] == ["19", "32", "10"]


def test_a_total_of_something_else_is_no_sum() -> None:
    frame = by_country()
    frame.loc[frame["country"] == "World", "deaths"] *= 3
    assert found(frame, Operation.PARTS) == []


def test_where_a_part_is_not_printed_no_sum_is_judged() -> None:
    frame = by_country()
    frame.loc[5, "deaths"] = None
    assert broken(frame, Operation.PARTS) == []


def test_totals_stand_among_the_same_keys_only() -> None:
    frame = pd.concat([by_country().assign(sex=sex) for sex in ("men", "women")])
    assert broken(frame, Operation.PARTS) == []
    assert len(found(frame, Operation.PARTS)) == 1


def test_a_table_without_dates_has_a_total_row() -> None:
    frame = pd.DataFrame(
        {
            "region": ["North", "South", "East", "Total"],
            "killed": [10, 20, 30, 60],
            "women": [4, 7, 9, 23],
            "men": [6, 13, 21, 40],
        }
    )
    assert broken(frame, Operation.PARTS) == ["23"]


def test_shares_of_a_whole_add_up_as_far_as_they_are_printed() -> None:
    shares = ["33.3%", "33.3%", "33.3%", "100.0%"]
    frame = pd.DataFrame({"age": ["0-17", "18-59", "60+", "All ages"], "killed": [5, 5, 5, 15], "share": shares})
    assert all(check.verdict == "consistent" for check in audit.check_table(frame).checks)
