"""Falls to and from cells that stand for a range."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit
from audit import Operation
from tests.series.tables import broken, daily, found


@pytest.mark.parametrize(
    ("cells", "falls"),
    [
        (["410", "about 640", "520", "700"], ["520"]),
        (["60–80", "90–110", "70–85", "120"], ["70–85"]),
        (["25", "no fewer than 40", "36", "51"], ["36"]),
        (["over 200", "over 240", "up to 230", "260"], ["up to 230"]),
        (["~900", "~1,300", "~700", "~1,500"], ["~700"]),
        (["30", "(33)", "36", "39"], []),
        (["47", "more than 40", "49", "52"], []),
        (["~300", "~310", "308", "~330"], []),
        (["18", "unknown", "19", "24"], []),
    ],
)
def test_only_a_fall_that_the_ends_leave_no_doubt_of_is_one(cells: list[str], falls: list[str]) -> None:
    assert broken(daily(killed_cum=cells), Operation.MONOTONE) == falls


def test_a_fall_is_told_by_the_least_that_it_is() -> None:
    (check,) = (c for c in found(daily(killed_cum=["50", "70–75", "58–64", "80"]), Operation.MONOTONE))
    assert check.working.endswith("a running total cannot fall, here by at least 6")
    assert check.gap is not None and check.gap.low == 6


def test_a_cell_below_a_single_number_is_told_once() -> None:
    assert broken(daily(killed_cum=["210", "about 214", "190", "240"]), Operation.MONOTONE) == ["190"]


def test_a_new_count_that_begins_with_a_range_is_no_fall() -> None:
    frame = daily(killed_cum=["400", "420", "~4", "9", "14", "20"], phase=[1, 1, 2, 2, 2, 2])
    assert broken(frame, Operation.MONOTONE) == []


def test_a_dot_groups_thousands_in_a_range_as_in_the_cells_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date;hurt_cum\n2031-05-01;1.310\n2031-05-02;~1.400\n2031-05-03;1.420\n2031-05-04;1.395\n")
    assert broken(path, Operation.MONOTONE) == ["1.395"]


def test_a_total_that_a_column_beside_it_feeds_is_a_running_total() -> None:
    (check,) = (
        c
        for c in found(daily(deaths=[6, 2, 5, 1, 3], deaths_total=[6, 8, 13, 12, 15]), Operation.MONOTONE)
        if c.verdict != "consistent"
    )
    assert (check.verdict, check.claim.figure.text) == ("inconsistent", "12")


def test_why_a_column_of_new_counts_is_not_held_to_its_total_is_said() -> None:
    (part,) = audit.check_table(daily(killed=[2, 3, 4], killed_cum=["2", "~5", "9+"])).parts
    assert part.coverage is not None and part.coverage.left == (
        "killed: it may be what killed_cum rises by: their names pair them; no row can be compared, too few to tell",
    )


def test_a_cell_that_stands_for_a_range_is_quoted(tmp_path: Path) -> None:
    frame = daily(killed_cum=["9", "(12)", "18", "2l", "26", "29"])
    lines = audit.series.explain_rules(frame)
    assert lines[0].endswith("number in brackets, which may stand below zero ('(12)').")
    assert lines[1] == "Column killed_cum: 1 cell without a number left out ('2l')."


def test_a_cell_without_a_number_is_named_where_the_dates_run_across(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "place,measure,2031-07-01,2031-07-02,2031-07-03,2031-07-04\n"
        "Orin,killed_cum,4,9,1I,15\nTelk,killed_cum,~20,23,25,24\n"
    )
    result = audit.check_table(path)
    assert [check.claim.figure.text for check in result.inconsistent] == ["24"]
    assert result.parts[0].coverage is not None and result.parts[0].coverage.cells == ("“1I” in killed_cum",)
