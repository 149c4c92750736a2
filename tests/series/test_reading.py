"""Tables as they come: web pages, mixed encodings, headers, separators, dates, layouts."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import audit
from audit import AuditError, Operation
from audit.series.cells import numbers, parse_bounds, parse_cell
from audit.series.header import name_columns
from audit.series.load import load_table
from audit.series.table import Table
from tests.series.tables import broken, daily


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def column(table: Table, name: str) -> list[float]:
    return list(table.columns[name].values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234*", 1234),
        ("1.234.567", 1234567),
        ("12 345", 12345),
        ("1’234", 1234),
        ("12,5", 12.5),
        ("34%", 34),
        ("41 [a]", 41),
        ("−3", -3),
        ("٣٤", 34),
    ],
)
def test_a_cell_is_read_as_it_is_printed(text: str, value: float) -> None:
    assert parse_cell(text)[0] == value


@pytest.mark.parametrize("text", ["n/a", "-", "…", "", "unknown", "12 or 13", "1,23,4", "x12", "<5"])
def test_a_cell_without_one_number_has_none(text: str) -> None:
    assert parse_cell(text)[0] != parse_cell(text)[0]


def test_the_cell_is_quoted_as_printed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'date,killed_cum\n2024-01-01,"1,300"\n2024-01-02,"1,234*"\n2024-01-03,"1,310"\n')
    assert broken(path, Operation.MONOTONE) == ["1,234*"]
    assert audit.check_table(path).checks[0].claim.locator == "row 3, column killed_cum, 2024-01-02"


def test_two_header_rows_and_a_title_are_read_together(tmp_path: Path) -> None:
    head = "Bulletin 4;;;;\nDate;Killed;;Injured;\n;men;women;men;women\n"
    text = f"{head}01.02.2024;1;2;3;4\n02.02.2024;5;6;7;8\n03.02.2024;5;6;7;9\n"
    table = load_table(write(tmp_path, "a.csv", text))
    assert list(table.columns) == ["Killed men", "Killed women", "Injured men", "Injured women"]
    assert table.row("Injured women", 0) == 4


def test_a_column_that_occurs_twice_is_kept_apart(tmp_path: Path) -> None:
    table = load_table(write(tmp_path, "a.csv", "date,killed,killed\n2024-01-01,1,2\n2024-01-02,3,4\n"))
    assert list(table.columns) == ["killed", "killed (2)"]
    assert any("Two columns are called 'killed'" in note for note in table.notes)


def test_a_web_page_without_a_table_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "daily.csv", "<!DOCTYPE html><html><body>Please sign in</body></html>")
    with pytest.raises(AuditError, match="is a web page saved under the name of a CSV file and holds no table"):
        load_table(path)


def test_a_web_page_with_a_table_is_read_and_said_to_be_one(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>2024-01-0{i}</td><td>{i}</td></tr>" for i in range(1, 6))
    path = write(tmp_path, "a.csv", f"<html><table><tr><th>date</th><th>killed</th></tr>{rows}</table></html>")
    table = load_table(path)
    assert column(table, "killed") == [1, 2, 3, 4, 5]
    assert table.notes[0].startswith("The file is a web page")


def test_lines_in_another_encoding_are_read_and_counted(tmp_path: Path) -> None:
    table = load_table(write(tmp_path, "a.csv", "date,tués\n".encode() + b"2024-01-01,3 \n2024-01-02,4\xb2\n"))
    assert "1 lines are not UTF-8 and were read as Windows-1252." in table.notes


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (["13/02/2024", "14/02/2024", "15/02/2024"], "2024-02-13"),
        (["02/13/2024", "02/14/2024", "02/15/2024"], "2024-02-13"),
        (["01/02/2024", "02/02/2024", "03/02/2024", "04/02/2024"], "2024-02-01"),
        (["3 March 2024", "4 March 2024", "5 March 2024"], "2024-03-03"),
        (["20240303", "20240304", "20240305"], "2024-03-03"),
        (["Mar 3, 2024", "Mar 4, 2024", "Mar 5, 2024"], "2024-03-03"),
    ],
)
def test_days_are_read_by_what_the_column_shows(days: list[str], first: str) -> None:
    table = load_table(pd.DataFrame({"date": days, "killed": range(len(days))}))
    assert table.day(0) == first


def test_days_that_can_be_read_in_two_ways_are_not_guessed() -> None:
    table = load_table(pd.DataFrame({"date": ["01/02/2024", "05/03/2024", "02/07/2024"], "killed": [1, 2, 3]}))
    assert table.days is None
    assert any("nothing tells which of day and month stands first" in note for note in table.notes)


def test_nested_objects_become_columns_with_dots(tmp_path: Path) -> None:
    records = [{"date": f"2024-01-0{i}", "checked": {"killed": i}} for i in range(1, 5)]
    table = load_table(write(tmp_path, "a.json", json.dumps({"source": "me", "data": records})))
    assert list(table.columns) == ["checked.killed"]


def test_an_object_of_days_is_a_table(tmp_path: Path) -> None:
    content = {f"2024-01-0{i}": {"killed_cum": i if i != 4 else 1} for i in range(1, 8)}
    assert broken(write(tmp_path, "a.json", json.dumps(content)), Operation.MONOTONE) == ["1"]


def test_a_long_table_is_audited_by_the_measures_that_it_names() -> None:
    rows = [
        {"date": f"2024-03-{day:02d}", "district": place, "indicator": f"{measure}_cum", "value": day * size}
        for day in range(1, 15)
        for place in ("North", "South")
        for measure, size in (("killed", 3), ("injured", 5))
    ]
    frame = pd.DataFrame(rows)
    wrong = (frame.date == "2024-03-09") & (frame.district == "South") & (frame.indicator == "killed_cum")
    frame.loc[wrong, "value"] = 2
    assert broken(frame, Operation.MONOTONE) == ["2"]
    (check,) = audit.check_table(frame).inconsistent
    assert check.claim.locator == f"row {int(frame.index[wrong][0]) + 1}, column value (killed_cum), South, 2024-03-09"


def test_days_that_run_across_make_each_row_a_series(tmp_path: Path) -> None:
    days = [f"1/{day}/24" for day in range(10, 30)]
    lines = [",".join(["Region", *days])]
    for name, step in (("East", 7), ("West", 4), ("Isles", 9)):
        lines.append(
            ",".join([name, *(str(step * i - (40 if (name, i) == ("West", 15) else 0)) for i in range(1, 21))])
        )
    path = write(tmp_path, "wide.csv", "\n".join(lines))
    (check,) = audit.check_table(path).inconsistent
    assert (check.claim.figure.text, check.claim.locator, check.claim.place) == (
        "20",
        "row 3, column 1/24/24, West, 2024-01-24",
        "West",
    )


def test_several_keys_a_day_are_found() -> None:
    frame = pd.concat(
        [
            daily(country=[c] * 9, side=[s] * 9, killed_cum=[i * n for i in range(9)])
            for n, (c, s) in enumerate([("A", "x"), ("A", "y"), ("B", "x")], 2)
        ],
        ignore_index=True,
    )
    table = load_table(frame)
    assert set(table.key_names) == {"country", "side"}
    assert len(table.labels) == 3


def test_xlsx_with_merged_cells_and_parquet_are_read(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [["date", "killed", None], [None, "men", "women"], *[[f"2024-01-0{i}", i, i + 1] for i in range(1, 6)]]:
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    assert list(load_table(tmp_path / "a.xlsx").columns) == ["killed men", "killed women"]
    daily(killed_cum=[1, 5, 3, 6]).to_parquet(tmp_path / "a.parquet")
    assert broken(tmp_path / "a.parquet", Operation.MONOTONE) == ["3"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", ""),
        ("a.csv", "\0\1"),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.xlsx", "x"),
        ("a.parquet", "x"),
        ("a.doc", "x"),
        ("a.csv", "one column\nonly"),
        ("a.csv", 'date,killed\n2031-05-01,"5\n' + "2031-05-02,6\n" * 11_000),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(AuditError) as caught:
        audit.check_table(write(tmp_path, name, text))
    assert "\n" not in str(caught.value)


def test_a_row_with_far_too_many_cells_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "date,killed\n2024-01-01," + "1," * 50_000 + "\n2024-01-02,2\n2024-01-03,3\n")
    table = load_table(path)
    assert column(table, "killed") == [1, 2, 3]


def test_infinity_and_lists_in_cells_are_no_numbers() -> None:
    frame = daily(killed_cum=[1.0, float("inf"), 3.0], names=[["a"], ["b"], []])
    assert column(load_table(frame), "killed_cum")[::2] == [1, 3]
    assert audit.check_table(frame).exit_code == 0


def test_corrections_without_dates_are_refused() -> None:
    with pytest.raises(AuditError, match="holds no dates"):
        audit.check_table(daily(killed_cum=[3, 2, 5]), corrections=pd.DataFrame({"killed_cum": [1, 2], "x": [3, 4]}))


def read(name: str, cells: list[object]) -> tuple[Any, list[str]]:
    """The values and the notes of a column."""
    found = numbers(pd.Series(cells), name)
    return found.values, found.notes


def test_dots_that_group_thousands_in_a_column_of_heads_need_no_other_cell() -> None:
    values, notes = read("killed_total", ["1.204", "1.300", "2.000"])
    assert values is not None and values.tolist() == [1204, 1300, 2000] and "thousands separator" in notes[0]
    values, notes = read("rate per head", ["1.204", "1.300", "2.000"])
    assert values is not None and values.tolist() == [1.204, 1.3, 2] and notes == []


def test_codes_for_no_number_are_read_as_empty_and_said() -> None:
    values, notes = read("deaths", [4, -999, 7, 3])
    assert values is not None and np.isnan(values[1]) and "-999" in notes[0]
    values, notes = read("new_deaths", [4, -1, 7, -1])
    assert values is not None and values[1] == -1 and notes == []
    values, notes = read("aircraft", [0, -1, 0, 0, -1, 3, 2, 1, 0])
    assert values is not None and values[1] == -1
    values, notes = read("balance", [4, -999, 7, -3])
    assert values is not None and values[1] == -999


def test_a_merged_title_is_no_header() -> None:
    grid = pd.DataFrame([["Losses"] * 3, ["date", "killed", "injured"], ["2024-01-01", 1, 2], ["2024-01-02", 1, 2]])
    frame, first, _ = name_columns(grid)
    assert list(frame.columns) == ["date", "killed", "injured"] and first == 3


@pytest.mark.parametrize(
    ("columns", "printed", "unit"),
    [
        ({"year": [2021, 2021, 2022], "week": [51, 52, 1]}, ["2021-W51", "2021-W52", "2022-W01"], "week"),
        ({"Year": [2021, 2021], "Month": ["November", "Dec"]}, ["2021-11", "2021-12"], "month"),
        ({"yr": [2021, 2021], "mon": [2, 2], "day": [1, 2]}, ["2021-02-01", "2021-02-02"], "day"),
    ],
)
def test_a_date_in_several_columns_is_read_together(
    columns: dict[str, list[object]], printed: list[str], unit: str
) -> None:
    table = load_table(pd.DataFrame({**columns, "killed_cum": range(len(printed))}))
    assert [table.when(at) for at in range(len(table))] == printed
    assert table.unit == unit and "read together" in " ".join(table.notes)


def test_a_year_beside_a_full_date_is_left_alone() -> None:
    table = load_table(daily(year=[2024] * 4, month=[3] * 4, killed_cum=[1, 2, 3, 4]))
    assert table.date_name == "date"


def test_rows_that_follow_each_other_by_the_hour_are_a_series() -> None:
    hours = pd.date_range("2024-03-01", periods=60, freq="h").strftime("%Y-%m-%d %H:%M")
    frame = pd.DataFrame({"time": hours, "arrests_total": [*range(100, 140), 120, *range(141, 160)]})
    (check,) = audit.check_table(frame).inconsistent
    assert check.working.startswith("arrests_total on 2024-03-02 15:00 is 139")


def test_months_may_run_across() -> None:
    frame = pd.DataFrame(
        {"county": ["A", "B"], **{f"{m} 2021": [i, 2 * i] for i, m in enumerate(["Jan", "Feb", "Mar", "Apr"])}}
    )
    assert load_table(frame).unit == "month"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("~350", 330, 370),
        ("200+", 200, math.inf),
        ("31–44", 31, 44),
        ("fewer than 8", 0, 8),
        ("c. 75", 70, 80),
        ("90 (est.)", 85, 95),
        ("unknown", 0, math.inf),
    ],
)
def test_a_cell_of_words_has_two_ends(text: str, low: float, high: float) -> None:
    found = parse_bounds(text)
    assert found is not None and low <= found[0] <= found[1] <= high


@pytest.mark.parametrize("text", ["4O", "see note 3", "12 dead, 3 hurt", "-", "3 May", "Unit 12"])
def test_a_cell_that_is_no_quantity_has_none(text: str) -> None:
    assert parse_bounds(text) is None


def test_a_column_that_numbers_the_rows_is_none_of_counts(tmp_path: Path) -> None:
    rows = "".join(f"{i},{2010 + i // 3},{'ABC'[i % 3]},{(i * 7) % 31}\n" for i in range(1, 40))
    table = load_table(write(tmp_path, "a.csv", f",year,place,killed\n{rows}"))
    assert list(table.columns) == ["killed"] and table.unread == {"column 1": "it numbers the rows"}


def test_days_that_go_on_alike_in_both_readings_keep_their_order(tmp_path: Path) -> None:
    text = "Port,04/07/2031,05/07/2031,06/07/2031,11/07/2031\nNorth,1,2,2,5\nSouth,3,3,4,4\nTotal,4,5,6,10\n"
    path = write(tmp_path, "a.csv", text)
    (check,) = (check for check in audit.check_table(path).checks if check.verdict == "inconsistent")
    assert check.claim.figure.text == "10" and any("day_first" in note for note in check.claim.document.notes)
    assert load_table(path, day_first=False).when(1) == "North, 2031-05-07"


def test_a_table_without_numbers_says_which_cell_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "date,killed\n2031-01-01,12\n2031-01-02,1O\n2031-01-03,7\n")
    with pytest.raises(AuditError, match="column killed: 1 of 3 filled cells are no numbers, '1O' among them"):
        load_table(path)
