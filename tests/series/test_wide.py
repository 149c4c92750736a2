"""Tables of hundreds of columns: what belongs together is found there too, and a column more costs what the last one did."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

import audit


def named(columns: int, rows: int = 120) -> pd.DataFrame:
    """Wards, each with its dead, its wounded and their sum: 'total_7' of 'killed_7' and 'injured_7'."""
    random = np.random.default_rng(8)
    table: dict[str, object] = {"date": pd.date_range("2031-01-01", periods=rows).strftime("%Y-%m-%d")}
    for ward in range(columns // 3):
        killed, injured = random.poisson(6, rows), random.poisson(11, rows)
        table |= {f"killed_{ward}": killed, f"injured_{ward}": injured, f"total_{ward}": killed + injured}
    return pd.DataFrame(table)


def unnamed(columns: int, rows: int = 120) -> pd.DataFrame:
    """New counts and the totals that they add up to, under names that say nothing: 'ash7' and 'elm7'."""
    random = np.random.default_rng(9)
    table: dict[str, object] = {"date": pd.date_range("2031-01-01", periods=rows).strftime("%Y-%m-%d")}
    for ward in range(columns // 2):
        new = random.poisson(6, rows)
        table |= {f"ash{ward}": new, f"elm{ward}": 40 + new.cumsum()}
    return pd.DataFrame(table)


def test_a_total_off_in_one_of_three_hundred_columns_is_found() -> None:
    table = named(300)
    table.loc[50, "total_71"] += 9
    (found,) = audit.check_table(table).inconsistent
    assert found.claim.locator == "row 51, column total_71, 2031-02-20"


def test_a_total_that_rises_by_a_column_of_another_name_is_found_among_many() -> None:
    table = unnamed(120)
    table.loc[70, "ash33"] += 5
    told = [check.working for check in audit.check_table(table).checks]
    assert any(one.startswith("ash33 on 2031-03-12 is 11, but elm33 goes from 476 to 482") for one in told)
    assert sum("is what elm" in one for one in told) == 59


def test_columns_cost_time_in_proportion_to_their_number() -> None:
    def spent(table: pd.DataFrame) -> float:
        begun = time.process_time()
        audit.check_table(table)
        return time.process_time() - begun

    spent(named(30))
    for made in (named, unnamed):
        few, many = min(spent(made(150)) for _ in range(3)), spent(made(900))
        assert many < 15 * few + 0.3
