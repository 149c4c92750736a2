from __future__ import annotations

import pandas as pd

import audit
from audit import Check, Operation
from tests.series.tables import daily

FALLING = daily(tanks_cum=[100, 120, 117, 130, 150, 160, 170], trucks_cum=[10, 20, 30, 28, 40, 39, 45])


def falls(corrections: pd.DataFrame) -> dict[str, Check]:
    checks = audit.check_table(FALLING, corrections=corrections).checks
    return {
        check.claim.figure.text: check for check in checks if check.operation is Operation.MONOTONE and check.operands
    }


def wide(**entries: tuple[str, int]) -> pd.DataFrame:
    days = ["2024-03-01", *(day for day, _ in entries.values())]
    rows = [{"date": day, "tanks_cum": 0, "trucks_cum": 0} for day in days]
    for row, (name, (_, amount)) in zip(rows[1:], entries.items(), strict=True):
        row[name] = amount
    return pd.DataFrame(rows)


def test_a_correction_of_the_same_day_explains_a_fall() -> None:
    check = falls(wide(tanks_cum=("2024-03-03", -5)))["117"]
    assert (check.verdict, check.note) == ("consistent", "The publisher's own correction of the same day explains it.")


def test_a_correction_a_day_off_is_said_to_be() -> None:
    check = falls(wide(tanks_cum=("2024-03-02", -5)))["117"]
    assert (check.verdict, "dated a day before" in check.note) == ("unverifiable", True)


def test_a_fall_without_a_correction_stays_one() -> None:
    check = falls(wide(tanks_cum=("2024-03-03", -5)))["28"]
    assert (check.verdict, check.note.startswith("No entry of the correction file explains it.")) == (
        "inconsistent",
        True,
    )


def test_a_correction_that_is_too_small_explains_a_part_only() -> None:
    check = falls(wide(tanks_cum=("2024-03-03", -1)))["117"]
    assert (check.verdict, check.note.startswith("The correction explains only 1 of the fall of 3.")) == (
        "inconsistent",
        True,
    )


def test_a_long_correction_file_names_the_columns_in_its_cells() -> None:
    long = pd.DataFrame(
        {"date": ["2024-03-03", "2024-03-04"], "column": ["tanks_cum", "trucks_cum"], "amount": [-5, -2]}
    )
    checks = falls(long)
    assert [checks[text].verdict for text in ("117", "28", "39")] == ["consistent", "consistent", "inconsistent"]
