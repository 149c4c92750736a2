"""Columns and rows that are worked out from others: changes, rates, days, codes, formulas; and what only looks so."""

from __future__ import annotations

import pandas as pd
import pytest

import audit
from audit import Operation
from tests.series.tables import broken, found

WARDS = list("ABCDEFGHIJKL")
THEN = [40, 61, 33, 75, 18, 52, 90, 27, 66, 44, 81, 59]
NOW = [55, 58, 47, 75, 30, 41, 120, 29, 60, 71, 80, 90]


def unlike(frame: pd.DataFrame) -> list[str]:
    """The cells of all checks that do not fit or are asked about."""
    checks = audit.check_table(frame).checks
    return [check.claim.figure.text for check in checks if not check.verdict.startswith("consistent")]


def wards(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame({"ward": WARDS, "fires 2030": THEN, "fires 2031": NOW, **columns})


def test_a_change_is_the_difference_of_two_columns() -> None:
    change = [b - a for a, b in zip(THEN, NOW, strict=True)]
    assert unlike(wards(change=change)) == []
    change[7] = 12
    assert broken(wards(change=change), Operation.DIFFERENCE) == ["12"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("change", [3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8]),
        ("net migration", [15, 8, -14, 7, 1, 33, -30, 12, 6, 2, -1, 5]),
        ("rate of change", [1.4, 0.9, 1.4, 1.0, 1.7, 0.8, 1.3, 1.1, 0.9, 1.6, 1.0, 1.5]),
        ("percent poor", [12, 20, 31, 8, 44, 19, 27, 33, 15, 10, 25, 30]),
        ("share of voters", [48.1, 51.2, 39.9, 60.4, 47.7, 55.0, 41.3, 62.8, 44.4, 50.9, 58.6, 46.2]),
        ("severity code", [1, 2, 1, 3, 1, 2, 3, 1, 2, 1, 3, 2]),
    ],
)
def test_what_is_not_worked_out_from_the_columns_is_left_alone(name: str, cells: list[object]) -> None:
    assert unlike(wards(**{name: cells})) == []


def test_a_share_of_the_columns_sum() -> None:
    shares = [f"{100 * n / sum(NOW):.1f}%" for n in NOW]
    assert unlike(wards(share=shares)) == []
    shares[2] = "8.2%"
    assert broken(wards(share=shares), Operation.PERCENT_OF) == ["8.2%"]


def test_a_rate_with_its_scale_and_a_column_in_thousands() -> None:
    people = [12.4, 30.1, 8.8, 41.0, 9.9, 22.3, 51.7, 13.6, 28.4, 19.1, 37.5, 24.2]
    rate = [round(n / (p * 1000) * 10000, 2) for n, p in zip(NOW, people, strict=True)]
    frame = wards(**{"residents (thousands)": people, "fires per 10,000": rate})
    assert unlike(frame) == []
    frame.loc[5, "fires per 10,000"] = 81.38
    assert broken(frame, Operation.RATE) == ["81.38"]


def test_a_decimal_comma_has_its_decimals() -> None:
    rate = [f"{n / t * 100:.3f}".replace(".", ",") for n, t in zip(THEN, NOW, strict=True)]
    area = [9153611236, 9437945994, 9130185376, 9527540880, 8666292465, 9437334816, 9239053740, 9026463420]
    frame = wards(area=[*area, *area[:4]], rate=rate)
    assert broken(frame, Operation.RATE) == broken(frame, Operation.PERCENT_OF) == []


def marches() -> pd.DataFrame:
    begin = pd.date_range("2031-02-01", periods=12, freq="11D")
    days = [3, 5, 2, 9, 4, 6, 7, 3, 8, 2, 5, 4]
    end = [day + pd.Timedelta(days=n - 1) for day, n in zip(begin, days, strict=True)]
    dates = {"start": begin.strftime("%Y-%m-%d"), "end": [day.strftime("%Y-%m-%d") for day in end]}
    return pd.DataFrame({"march": WARDS, **dates, "days": days, "walkers": [n * 90 for n in days]})


def test_days_between_two_columns() -> None:
    frame = marches()
    assert unlike(frame) == []
    frame.loc[4, "days"] = 6
    assert broken(frame, Operation.DURATION) == ["6"]


def test_an_end_before_its_beginning_is_named() -> None:
    frame = marches()
    frame.loc[4, "end"] = "2031-03-01"
    (check,) = [check for check in found(frame, Operation.DATES) if check.verdict == "inconsistent"]
    assert check.working == "E: end is 2031-03-01, before start with 2031-03-17, by 16 days"


@pytest.mark.parametrize("names", [("date_of_death", "date_reported"), ("first letter", "second letter")])
def test_days_that_no_name_puts_in_order_are_not_held_to_one(names: tuple[str, str]) -> None:
    first = pd.date_range("2031-02-01", periods=12, freq="9D")
    second = [day + pd.Timedelta(days=(-5 if i == 6 else 4)) for i, day in enumerate(first)]
    frame = pd.DataFrame({"case": WARDS, names[0]: first.astype(str), names[1]: [str(day.date()) for day in second]})
    frame["age"] = THEN
    assert broken(frame, Operation.DATES) == []


def test_who_died_was_aboard() -> None:
    frame = pd.DataFrame({"ship": WARDS, "aboard": [n + 60 for n in NOW], "fatalities": THEN, "tonnes": NOW})
    assert unlike(frame) == []
    frame.loc[3, "fatalities"] = 153
    assert broken(frame, Operation.PARTS) == ["153"]


def test_a_total_of_the_same_is_no_less() -> None:
    frame = pd.DataFrame({"quake": WARDS, "deaths": THEN, "total deaths": [n + i % 3 for i, n in enumerate(THEN)]})
    assert unlike(frame) == []
    frame.loc[6, "total deaths"] = 9
    assert broken(frame, Operation.PARTS) == ["90"]


def test_a_code_follows_the_size_that_it_stands_for() -> None:
    deaths = [3, 8, 15, 60, 75, 90, 120, 310, 440, 5, 66, 700, 9, 82, 150, 12, 55, 930]
    codes = [1 if n < 51 else 2 if n < 101 else 3 for n in deaths]
    frame = pd.DataFrame({"deaths": deaths, "deaths_description": codes})
    assert unlike(frame) == []
    frame.loc[7, "deaths_description"] = 1
    assert broken(frame, Operation.SAME) == ["1"]


ROWS = [("Cases of fever", 12, 4), ("Cases of rash", 30, 9), ("Cases (fever + rash)", 42, 13), ("Tests", 200, 90)]


def test_a_label_that_says_how_its_row_is_made_up() -> None:
    frame = pd.DataFrame(ROWS, columns=["what", "Norling", "Suddal"])
    assert unlike(frame) == []
    frame.loc[2, "Suddal"] = 31
    assert broken(frame, Operation.PARTS) == ["31"]


@pytest.mark.parametrize("label", ["fever + rash", "Aged 60+", "Cases (fever + cough)", "Cases + deaths"])
def test_a_plus_that_is_no_formula_of_these_rows(label: str) -> None:
    frame = pd.DataFrame(ROWS, columns=["what", "Norling", "Suddal"])
    frame.loc[2] = [label, 7, 2]
    assert unlike(frame) == []
