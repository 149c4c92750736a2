"""Divisions of a total by column and by row, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import audit
from audit import Operation
from tests.series.tables import broken, found


def asked(source: Any, operation: Operation = Operation.PARTS) -> list[str]:
    """The cells, as printed, that a question is put about."""
    return [check.claim.figure.text for check in found(source, operation) if check.verdict == "unverifiable"]


def camps(*, total: int = 0, shelters: int = 0) -> pd.DataFrame:
    """Two divisions of one total over seven camps; the third row is off by what is given."""
    men, women = [31, 40, 22, 57, 18, 36, 44], [29, 35, 41, 20, 33, 27, 52]
    tents = [12, 30, 25, 41, 9, 33, 60]
    both = [m + w + (total if i == 2 else 0) for i, (m, w) in enumerate(zip(men, women, strict=True))]
    houses = [m + w - t for m, w, t in zip(men, women, tents, strict=True)]
    houses[2] += shelters
    return pd.DataFrame(
        {"camp": list("ABCDEFG"), "total": both, "men": men, "women": women, "tents": tents, "houses": houses}
    )


def test_both_divisions_of_a_total_are_looked_at() -> None:
    rules = [rule for rule in audit.series.explain_rules(camps()) if " = total" in rule]
    assert len(rules) == 2
    assert broken(camps(shelters=4), Operation.PARTS) == ["63"]


def test_two_slips_in_few_rows_of_a_named_total_are_found() -> None:
    frame = camps()
    frame.loc[5, "total"] += 9
    frame.loc[1, "total"] -= 1
    assert sorted(set(broken(frame[["camp", "men", "women", "total"]], Operation.PARTS))) == ["72", "74"]


def test_what_only_the_numbers_show_is_a_question() -> None:
    frame = pd.DataFrame(
        {"plot": list("ABCDEFGHIJ"), "oak": [3, 5, 8, 2, 9, 4, 7, 6, 1, 12], "elm": [2, 7, 1, 8, 4, 9, 3, 5, 6, 10]}
    )
    frame["hedge"] = frame["oak"] + frame["elm"]
    frame.loc[4, "hedge"] = 31
    assert broken(frame, Operation.PARTS) == [] and asked(frame) == ["31"]


def test_rates_are_not_added_up() -> None:
    rows = [("deaths", 4, 6, 10), ("injured", 14, 9, 23), ("missing", 3, 1, 4), ("mortality rate", 12.5, 8.0, 10.1)]
    rows += [("% reached", 90, 70, 81), ("average age", 30, 40, 34), ("cases", 31, 75, 106)]
    assert broken(pd.DataFrame(rows, columns=["what", "East", "West", "National"]), Operation.PARTS) == []


def test_nothing_is_learnt_from_zeros() -> None:
    rows = [
        (f"2031-02-{day:02d}", name, value)
        for day in range(1, 9)
        for name, value in (("Total arrests", 0), ("Searches", 0), ("Seizures", 0))
    ]
    rows += [("2031-02-09", "Total arrests", 4), ("2031-02-09", "Searches", 11), ("2031-02-09", "Seizures", 2)]
    frame = pd.DataFrame(rows, columns=["date", "item", "number held"])
    assert broken(frame, Operation.PARTS) == [] and asked(frame) == []


def test_a_total_of_what_its_own_name_says_is_no_sum_of_other_things() -> None:
    rows = [("Total confirmed deaths", 14, 20), ("New admissions", 6, 9), ("Contacts seen", 8, 11)]
    frame = pd.DataFrame(rows, columns=["indicator", "North", "South"])
    assert broken(frame, Operation.PARTS) == [] and asked(frame) == []


def test_each_side_has_its_own_total_and_rows_that_repeat_others_are_left_out() -> None:
    rows = []
    for side, due in (("Greens", (33, 9)), ("Whites", (21, 8))):
        rows += [(side, "All classes", *due), (side, "Losses excluding trains", 20, 6)]
        rows += [(side, "Ships", 12, 4), (side, "Cars", 8, 2)]
        rows += [(side, "Trains", 13 if side == "Greens" else 2, 3 if side == "Greens" else 2)]
    frame = pd.DataFrame(rows, columns=["side", "class", "lost", "taken"])
    assert broken(frame, Operation.PARTS) == ["21"]


def test_totals_of_sections_and_the_grand_total() -> None:
    rows = [
        ("Ash", 4, 1),
        ("Beech", 6, 2),
        ("Total east", 10, 3),
        ("Cedar", 5, 5),
        ("Dale", 9, 4),
        ("Total west", 14, 9),
    ]
    rows += [("Grand total", 24, 12)]
    frame = pd.DataFrame(rows, columns=["district", "homes", "shops"])
    assert broken(frame, Operation.PARTS) == []
    frame.loc[6, "shops"] = 13
    assert broken(frame, Operation.PARTS) == ["13"]


@pytest.mark.parametrize("name", ["affected", "total_affected", "homeless"])
def test_the_dead_are_not_among_the_affected(name: str) -> None:
    frame = pd.DataFrame({"storm": list("ABCDEF"), name: [900, 4, 310, 77, 5000, 62], "deaths": [3, 21, 7, 5, 40, 2]})
    assert broken(frame, Operation.PARTS) == []


def test_ranges_and_unknown_cells_are_added_up_by_their_ends() -> None:
    frame = pd.DataFrame(
        {
            "raid": list("ABCDEF"),
            "killed": ["40+", "12–15", "30", "21", "about 50", "8"],
            "hurt": ["9", "20", "unknown", "14", "31", "17"],
            "total": ["60", "32–35", "41", "35", "80", "27"],
        }
    )
    assert broken(frame, Operation.PARTS) == ["27"]
