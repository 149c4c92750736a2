"""A table beside a text on the page: what the text says of all its rows is worked out."""

from __future__ import annotations

import base64
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from audit.page.engine import call

PLACES = ("Birchland", "Orrin", "Kesh")
ROWS = [f"2031-0{1 + n // 8}-{1 + n % 8:02},{PLACES[n % 3]},{1 + n % 4},{n % 3}" for n in range(41)]
TABLE = {
    "name": "incidents.csv",
    "data": base64.b64encode(("date,province,killed,injured\n" + "\n".join(ROWS) + "\n").encode()).decode(),
}


def titles(text: str, group: str) -> list[str]:
    view: dict[str, Any] = call("check", {"text": text, "table": TABLE})
    return [found["title"] for each in view["groups"] if each["name"] == group for found in each["findings"]]


@pytest.mark.parametrize(
    ("text", "group", "title"),
    [
        ("The list holds 41 incidents, 101 killed and 40 injured.", "fit", "“101” fits: the figures give 101"),
        ("The list holds 41 incidents, 120 killed.", "misfit", "“120” does not fit: the figures give 101"),
    ],
)
def test_what_a_text_says_of_a_table_is_worked_out(text: str, group: str, title: str) -> None:
    assert title in titles(text, group)


def grid(csv: str, text: str = "") -> dict[str, Any]:
    data = base64.b64encode(csv.encode()).decode()
    (found,) = call("check", {"text": text, "table": {"name": "daily.csv", "data": data}})["grids"]
    return dict(found)


def test_a_table_is_shown_as_it_is_with_the_cells_of_findings_marked() -> None:
    found = grid("date,killed_cum,note\n2031-03-01,10,first\n2031-03-02,14,\n2031-03-03,12,~\n2031-03-04,15,\n")
    assert found["columns"] == [["date", False], ["killed_cum", True], ["note", False]]
    rows = {row: [text for text, _, _ in cells] for row, cells in found["rows"]}
    assert rows[2] == ["2031-03-01", "10", "first"] and list(rows) == [2, 3, 4, 5]
    marked = {(row, text): group for row, cells in found["rows"] for text, key, group in cells if key}
    assert marked[4, "12"] == "misfit" and marked[3, "14"] == "plain" and (2, "10") not in marked
    assert found["left"] == ""


def test_a_column_whose_name_begins_as_another_is_told_apart() -> None:
    found = grid('date,killed,"killed, cum"\n2031-03-01,4,10\n2031-03-02,4,14\n2031-03-03,2,12\n2031-03-04,1,15\n')
    marked = {text for _, cells in found["rows"] for text, _, group in cells if group == "misfit"}
    assert "12" in marked and "2" not in marked


def test_of_a_long_table_the_rows_near_a_finding_are_shown() -> None:
    values = [*range(100, 1100), 5, *range(1101, 1500)]
    days = (date(2031, 1, 1) + timedelta(days=n) for n in range(len(values)))
    found = grid("date,killed_cum\n" + "".join(f"{day},{value}\n" for day, value in zip(days, values, strict=True)))
    numbers = [row for row, _ in found["rows"]]
    assert len(numbers) <= 200 and 2 in numbers and 1002 in numbers
    assert found["left"].startswith(f"Shown are {len(numbers)} of 1,400 rows")


def test_a_table_beside_a_text_is_shown_too() -> None:
    found = grid("date,killed_cum\n2031-03-01,10\n2031-03-02,14\n", "By 2 March 2031, 16 people had been killed.")
    assert [row for row, _ in found["rows"]] == [2, 3]


def test_where_tables_cannot_be_read_the_page_says_what_can(monkeypatch: pytest.MonkeyPatch) -> None:
    from audit.page import kinds

    found = kinds.find_spec
    monkeypatch.setattr(kinds, "find_spec", lambda name: None if name == "pandas" else found(name))
    assert call("start", {})["tables"] == []
    for method, asked in (("open", TABLE), ("check", {"text": "101 were killed.", "table": TABLE})):
        line = call(method, asked)["error"]["line"]
        assert line.startswith("incidents.csv: is a table, which this page cannot read in the browser; the program on")
    drawing = call("open", {"name": "a.png", "data": base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()})
    assert drawing["error"]["remedy"].endswith("e-mail file")


def test_pandas_duckdb_and_matplotlib_are_all_that_a_table_needs() -> None:
    """What Pyodide's full distribution brings, and nothing else that is installed."""
    code = f"""
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pyarrow", "openpyxl", "pint", "docx", "trafilatura", "jinja2", "typst", "lxml"):
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Missing())
from audit.page.engine import call
table = {TABLE!r}
for text in ("", "The list holds 41 incidents, 120 killed."):
    answer = call("check", {{"text": text, "table": table}})
    print(answer.get("error"), bool(answer["groups"]), [pair["n"] for pair in answer["counts"]][:1])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["None True [0]", "None True [1]"]
