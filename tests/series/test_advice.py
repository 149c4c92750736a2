"""Rules that advise and never accuse: dates, duplicates, frozen parts, jumps, digits."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import audit
from audit import Operation
from audit.series.digits import benford, last_digit_p
from tests.series.tables import broken, daily, found

RANDOM = np.random.default_rng(5)


def steady(rows: int = 80, mean: float = 40) -> list[int]:
    return [int(n) for n in np.cumsum(RANDOM.poisson(mean, rows)) + 500]


def test_a_missing_day_is_a_question() -> None:
    frame = daily(killed_cum=steady()).drop(index=[30, 31])
    (check,) = found(frame, Operation.DATES)
    assert (check.verdict, check.working) == (
        "unverifiable",
        "no row between 2024-03-30 and 2024-04-02: 2 days missing",
    )


def test_a_stretch_without_daily_rows_is_told_once() -> None:
    frame = daily(killed_cum=steady()).drop(index=[i for i in range(20, 60) if i % 5])
    (check,) = found(frame, Operation.DATES)
    assert check.working.startswith("only 7 rows between 2024-03-21 and 2024-04-30")


def test_two_rows_of_one_day_that_differ_are_in_conflict() -> None:
    frame = daily(killed_cum=steady())
    frame = pd.concat([frame, frame.iloc[[12]].assign(killed_cum=999_999)], ignore_index=True)
    assert broken(frame, Operation.DUPLICATES) == ["999999"]
    assert broken(frame, Operation.MONOTONE) == []


def test_two_rows_of_one_day_that_agree_are_a_question() -> None:
    frame = daily(killed_cum=steady())
    frame = pd.concat([frame, frame.iloc[[12]]], ignore_index=True)
    assert [check.verdict for check in found(frame, Operation.DUPLICATES)] == ["unverifiable"]


def test_a_counter_of_days_keeps_step_with_the_date() -> None:
    frame = daily(killed_cum=steady()).assign(day=range(1, 81))
    frame.loc[44, "day"] = 54
    assert broken(frame, Operation.DATES) == ["2024-04-14"]


def test_a_part_that_stands_still_while_its_whole_goes_on_is_a_question() -> None:
    whole = steady()
    part = [round(0.4 * n) if i < 40 else round(0.4 * whole[40]) for i, n in enumerate(whole)]
    (check,) = found(daily(killed_cum=whole, killed_women_cum=part), Operation.FROZEN)
    assert (check.verdict, check.claim.figure.text) == ("unverifiable", str(part[-1]))


def test_a_part_that_stands_still_with_its_whole_is_none() -> None:
    whole = [*steady(40), *[5000] * 40]
    part = [round(0.4 * n) for n in whole]
    assert found(daily(killed_cum=whole, killed_women_cum=part), Operation.FROZEN) == []


def test_a_step_far_outside_its_series_is_a_question_with_its_threshold() -> None:
    total = np.array(steady())
    total[50:] += 2000
    (check,) = found(daily(killed_cum=total.tolist()), Operation.JUMP)
    assert check.verdict == "unverifiable"
    assert "the threshold is" in check.working


def test_a_step_as_large_as_others_is_none() -> None:
    assert found(daily(killed_cum=steady()), Operation.JUMP) == []


def test_round_numbers_are_told_with_the_chance_of_them() -> None:
    total = np.cumsum(10 * RANDOM.integers(5, 60, 120))
    (check,) = found(daily(losses_cum=total.tolist()), Operation.DIGITS)
    assert check.verdict == "unverifiable"
    assert "100% multiples of 10 (free digits give 10%)" in check.working


def test_free_digits_are_not_told() -> None:
    total = np.cumsum(RANDOM.integers(50, 900, 120))
    assert found(daily(losses_cum=total.tolist()), Operation.DIGITS) == []


def test_the_last_digit_test_is_chi_squared() -> None:
    # all ten digits alike: certain; a chi-squared of 21.666 with nine degrees of freedom is the hundredth quantile
    assert last_digit_p(np.arange(1000)) == pytest.approx(1.0)
    counts = [100 + d for d in (26, -26, 15, -15, 13, -13, 3, -3, 2, -2)]
    x = sum((c - 100) ** 2 / 100 for c in counts)
    digits = np.concatenate([np.full(c, 30 + d) for d, c in enumerate(counts)])
    assert x == pytest.approx(21.66)
    assert last_digit_p(digits) == pytest.approx(0.01, abs=2e-4)


def test_benford_is_only_asked_where_it_applies() -> None:
    assert "does not apply: the numbers span" in benford(np.arange(100.0, 900.0))
    assert benford(10 ** RANDOM.uniform(1, 6, 3000)).startswith("First digits follow")


def test_advice_leaves_the_exit_code_alone() -> None:
    frame = daily(killed_cum=steady()).drop(index=[30])
    assert audit.check_table(frame).exit_code == 0
