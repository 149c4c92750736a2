"""Files as their keepers make them: nested JSON, several sheets and blocks, pages, and what of them is not looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

import audit
from audit.cli import app, main
from audit.series import load_book
from audit.series.coverage import told

ROWS = [("Alder", 4, 6, 10), ("Birch", 5, 5, 10), ("Cedar", 7, 1, 8), ("Dale", 2, 9, 14)]
"""The last one's total is 3 too high."""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def misfits(source: Any) -> list[str]:
    return [check.claim.figure.text for check in audit.check_table(source).inconsistent]


def as_csv(mark: str = ",") -> str:
    return "\n".join(mark.join(map(str, row)) for row in [("ward", "men", "women", "total"), *ROWS]) + "\n"


def test_marks_in_quotes_cut_no_cells(tmp_path: Path) -> None:
    text = "raid,low,high,sources\n" + "".join(
        f'R{i},{10 * i},{12 * i if i != 3 else 8},"{"; ".join(["paper"] * (i % 4 + 1))}, radio, {i}"\n'
        for i in range(1, 9)
    )
    assert misfits(written(tmp_path, "a.csv", text)) == ["30"]


@pytest.mark.parametrize("mark", [";", "|", "\t"])
def test_other_delimiters(tmp_path: Path, mark: str) -> None:
    assert misfits(written(tmp_path, "a.csv", as_csv(mark))) == ["14"]


def test_few_records_with_groups_are_no_columns(tmp_path: Path) -> None:
    content = {name: {"total": t, "sex": {"men": m, "women": w}} for name, m, w, t in ROWS}
    assert misfits(written(tmp_path, "a.json", json.dumps(content))) == ["14"]


def test_names_of_several_levels_become_columns(tmp_path: Path) -> None:
    content = {
        year: {name: {"men": m, "women": w, "total": t} for name, m, w, t in ROWS} for year in ("2040", "2041", "2042")
    }
    path = written(tmp_path, "a.json", json.dumps(content))
    (table,) = load_book(path).tables
    assert list(table.frame.columns)[:2] == ["year", "key 2"] and len(table) == 12
    (check,) = audit.check_table(path).inconsistent
    assert check.claim.figure.text == "14" and "3 rows in a row" in check.note


def test_columns_of_numbered_rows_are_columns(tmp_path: Path) -> None:
    frame = pd.DataFrame(ROWS, columns=["ward", "men", "women", "total"])
    assert misfits(written(tmp_path, "a.json", frame.to_json())) == ["14"]


def test_several_lists_of_a_file_are_tables_and_single_values_are_named(tmp_path: Path) -> None:
    rows = [{"ward": name, "men": m, "women": w, "total": t} for name, m, w, t in ROWS]
    path = written(tmp_path, "a.json", json.dumps({"updated": "2040-01-02", "north": rows, "south": rows[:3]}))
    book = load_book(path)
    assert [table.name for table in book.tables] == ["a.json, north", "a.json, south"]
    assert book.left == ("single value 'updated'",)


def test_features_of_a_map_are_records(tmp_path: Path) -> None:
    features = [
        {"type": "Feature", "properties": {"ward": name, "men": m, "women": w, "total": t}, "geometry": None}
        for name, m, w, t in ROWS
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    assert misfits(written(tmp_path, "a.geojson", text)) == ["14"]


def test_every_sheet_and_every_block_is_audited(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    head = pd.DataFrame([("ward", "men", "women", "total"), *ROWS])
    two = pd.concat([head, pd.DataFrame([[None] * 4, [None] * 4]), head], ignore_index=True)
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"date": pd.date_range("2040-01-01", periods=30), "killed": range(30)}).to_excel(
            book, sheet_name="Days"
        )
        two.to_excel(book, sheet_name="Wards", header=False, index=False)
        pd.DataFrame(["read me"]).to_excel(book, sheet_name="Notes", header=False, index=False)
    result = audit.check_table(path)
    assert [check.claim.locator for check in result.inconsistent] == ["row 5, column total", "row 12, column total"]
    assert "3 of 4 tables" in result.coverage


def test_a_blank_line_within_a_table_parts_nothing(tmp_path: Path) -> None:
    lines = as_csv().splitlines()
    assert len(load_book(written(tmp_path, "a.csv", "\n".join([*lines[:3], ",,,", *lines[3:]]))).tables) == 1


def test_tables_of_pages(tmp_path: Path) -> None:
    import docx

    rows = [("ward", "men", "women", "total"), *ROWS]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    web = written(tmp_path, "a.html", f"<html><table>{cells}</table><p>and</p><table>{cells}</table></html>")
    bars = [f"| {' | '.join(map(str, row))} |" for row in rows]
    marked = written(
        tmp_path, "a.md", "\n".join(["# Wards", "", bars[0], "|---|---:|---:|---:|", *bars[1:], "", "End."])
    )
    page = docx.Document()
    table = page.add_table(rows=len(rows), cols=4)
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            table.cell(i, j).text = str(cell)
    page.save(str(tmp_path / "a.docx"))
    assert misfits(web) == ["14", "14"]
    assert misfits(marked) == ["14"]
    assert misfits(tmp_path / "a.docx") == ["14"]


def test_a_table_on_a_page_of_pdf(tmp_path: Path) -> None:
    import typst

    cells = ", ".join(f"[{cell}]" for row in [("Ward", "Men", "Women", "Total"), *ROWS] for cell in row)
    source = written(tmp_path, "a.typ", f"= Losses by ward\n\nA line of words.\n\n#table(columns: 4, {cells})\n")
    (tmp_path / "a.pdf").write_bytes(typst.compile(str(source)))
    assert misfits(tmp_path / "a.pdf") == ["14"]


def test_what_is_not_checked_is_named_with_its_reason(tmp_path: Path) -> None:
    text = "ward,men,women,total,beds,ages\n" + "".join(
        f"{name},{m},{w},{m + w},{m * 3 % 7},{'12 to x' if m > 4 else m}\n" for name, m, w, _ in ROWS
    )
    result = audit.check_table(written(tmp_path, "a.csv", text))
    assert result.coverage == "checked 3 of 5 columns of numbers"
    (part,) = result.parts
    assert part.coverage is not None
    lines = told(part.coverage)
    assert any("ages: 2 of 4 filled cells are no numbers, '12 to x' among them" in line for line in lines)
    assert any(line.startswith("Not checked: column beds") for line in lines)
    assert all(line in part.document.notes for line in lines)


def test_nothing_checked_does_not_look_like_a_fit(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "ward,beds\nAlder,4\nBirch,9\nCedar,2\n")
    said = CliRunner().invoke(app, ["table", str(path)])
    assert said.exit_code == 0 and "NOTHING WAS CHECKED" in said.output and "Not checked: column beds" in said.output


def test_a_file_without_a_table_ends_with_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["audit", "table", str(written(tmp_path, "a.csv", "only\nwords\n"))])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
