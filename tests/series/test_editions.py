from __future__ import annotations

import pandas as pd
import pytest

import audit
from audit import Check, Operation
from tests.series.tables import daily


@pytest.fixture
def old() -> pd.DataFrame:
    parts = [
        daily(place=[place] * 12, cases=[base + step * i * i for i in range(12)], deaths=[i * step for i in range(12)])
        for place, base, step in (("Aldea", 10, 3), ("Bruck", 50, 2), ("Corvo", 5, 7))
    ]
    return pd.concat(parts, ignore_index=True)


def between(new: pd.DataFrame, old: pd.DataFrame) -> tuple[Check, ...]:
    return audit.check_table(new, against=old).between


def test_the_same_edition_twice_differs_in_nothing(old: pd.DataFrame) -> None:
    (check,) = between(old.copy(), old)
    assert (check.verdict, check.operation) == ("consistent", Operation.REVISION)


def test_silent_revisions_are_listed_with_the_largest_first(old: pd.DataFrame) -> None:
    new = old.copy()
    new.loc[3, "cases"] += 4
    new.loc[30, "cases"] += 900
    checks = between(new, old)
    assert [check.claim.figure.text for check in checks] == [str(new.loc[30, "cases"]), str(new.loc[3, "cases"])]
    assert checks[0].operands[0].claim.document is not checks[0].claim.document


def test_renamed_and_lost_keys_come_before_revisions(old: pd.DataFrame) -> None:
    new = old.replace({"place": {"Bruck": "Brück"}})
    new = new[new.place != "Corvo"]
    new.loc[3, "cases"] += 4
    renamed, lost, revised = between(new, old)
    assert renamed.working.startswith("Bruck is called Brück")
    assert lost.working.startswith("Corvo, 12 rows of the older edition, is not")
    assert revised.verdict == "inconsistent"


def test_a_renamed_column_is_recognised_by_its_numbers(old: pd.DataFrame) -> None:
    (renamed,) = (c for c in between(old.rename(columns={"deaths": "died"}), old) if c.verdict == "unverifiable")
    assert renamed.working == "column deaths is called died in the newer edition: the same numbers"


def test_new_rows_at_the_end_are_no_revision(old: pd.DataFrame) -> None:
    shorter = old[old.date < "2024-03-10"]
    assert [check.verdict for check in between(old, shorter)] == ["consistent"]


def test_rows_that_are_gone_are_told(old: pd.DataFrame) -> None:
    checks = between(old.drop(index=[4, 5]), old)
    assert "2 rows of the older edition lost, Aldea, 2024-03-05 to Aldea, 2024-03-06" in [c.working for c in checks]
