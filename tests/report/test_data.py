"""JSON, its schema, Web Annotation targets and ClaimReviews; CSV, Parquet and XLSX."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

import audit
from audit.columns import FRAMES
from audit.errors import UnreadableError
from audit.report.data import LONGEST, as_data, target, to_json
from audit.result import Audit
from audit.schema import schema
from audit.text.document import Document
from tests.report import samples

AUDITS = {
    "none": samples.none(),
    "single": samples.single(),
    "routed": samples.routed(),
    "hostile": samples.hostile(),
    "long": samples.hostile(quote="word " * 400, name="x" * 300),
}


def data(made: Audit, folder: Path) -> dict[str, list[dict[str, object]]]:
    return json.loads(made.report(folder / "a.json").read_text(encoding="utf-8"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", AUDITS)
def test_json_is_valid_against_it(name: str, tmp_path: Path) -> None:
    errors = [error.message for error in Draft202012Validator(schema()).iter_errors(data(AUDITS[name], tmp_path))]
    assert errors == []


def test_the_schema_refuses_what_it_does_not_name(tmp_path: Path) -> None:
    found = data(samples.routed(), tmp_path)
    found["checks"][0]["truth"] = False
    assert not Draft202012Validator(schema()).is_valid(found)


def test_the_json_of_figures_without_a_full_stop_grows_as_their_text_does(tmp_path: Path) -> None:
    sizes = [len(to_json(audit.check(" ".join(map(str, range(1001, 1001 + 7 * n, 7)))))) for n in (400, 800)]
    assert sizes[1] < 2.2 * sizes[0]


def test_a_sentence_that_is_none_is_cut_around_its_figure() -> None:
    figures = as_data(audit.check(" ".join(map(str, range(1001, 6601, 7)))))["figures"]
    assert len(figures) == 800
    for at, figure in enumerate(figures):
        words = figure["sentence"].strip("…").split(" ")
        assert figure["text"] in words
        assert len(figure["sentence"]) <= LONGEST + 2
        assert figure["sentence"].startswith("…") == (words[0] != "1001")
        assert figure["sentence"].endswith("…") == (words[-1] != "6594")
        assert [int(word) for word in words] == list(range(int(words[0]), int(words[-1]) + 1, 7)), at


def test_a_sentence_of_prose_is_whole() -> None:
    words = "The mill lost 31 of its 90 looms" + ", and with them one more of its many good years" * 20 + "."
    assert len(words) < LONGEST
    found = as_data(audit.check(words))
    assert {record["sentence"] for record in (*found["figures"], *found["claims"])} == {words}


def test_selectors_find_the_figure(tmp_path: Path) -> None:
    audit = samples.routed()
    text = audit.document.text
    for figure in data(audit, tmp_path)["figures"]:
        quote, position = figure["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == figure["text"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_a_review_has_words_and_no_rating(tmp_path: Path) -> None:
    (review,) = data(samples.routed(), tmp_path)["reviews"]
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "does not fit",
        "ratingExplanation": samples.routed().checks[0].working,
    }
    assert "56-75%" in review["claimReviewed"] and len(review["claimReviewed"]) <= 80
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "The Morning Ledger"}
    assert review["itemReviewed"]["appearance"]["datePublished"] == "2024-02-01"


def test_a_named_source_is_neither_person_nor_organization(tmp_path: Path) -> None:
    (review,) = data(samples.hostile(), tmp_path)["reviews"]
    assert "author" not in review["itemReviewed"]
    assert "دمشق" in review["itemReviewed"]["creditText"]


@pytest.mark.parametrize("what", FRAMES)
def test_the_name_of_a_table_says_which_frame(what: str, tmp_path: Path) -> None:
    audit = samples.routed()
    frame = audit.to_frame(what)
    read = pd.read_csv(audit.report(tmp_path / f"a.{what}.csv"))
    assert list(read.columns) == list(frame.columns) and len(read) == len(frame)
    pd.testing.assert_frame_equal(pd.read_parquet(audit.report(tmp_path / f"a.{what}.parquet")), frame)


def test_parquet_says_what_its_columns_mean(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    table = pq.read_schema(samples.routed().report(tmp_path / "a.parquet"))
    assert table.field("slack").metadata[b"meaning"].startswith(b"smallest relative change")


def test_csv_holds_no_formula(tmp_path: Path) -> None:
    content = samples.hostile().report(tmp_path / "a.csv").read_text(encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(content))
    assert row["document"] == "'=1+1.txt"
    assert row["working"].startswith("'=12 + 31")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_xlsx_keeps_types_and_holds_no_formula(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(samples.hostile().report(tmp_path / "a.xlsx"))
    assert book.sheetnames == ["findings", "checks", "figures", "claims", "operands", "columns", "method"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "=1+1.txt" in {cell.value for cell in cells}
    figures = book["figures"]
    assert figures.freeze_panes == "A2"
    header = [cell.value for cell in figures[1]]
    assert isinstance(figures.cell(2, header.index("low") + 1).value, int | float)
    assert isinstance(figures.cell(2, header.index("is_quantity") + 1).value, bool)


def test_the_first_sheet_holds_the_findings_in_words(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(samples.routed().report(tmp_path / "a.xlsx")).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == ["finding", "verdict", "in a line"]
    assert rows[1][1:3] == ["✗ does not fit", "“56-75%” does not fit: the figures give 50% to 66.7% or 25% to 33.3%"]
    assert [row[1] for row in rows[1:]] == ["✗ does not fit", "? could not be checked", "✓ fits"]


def test_no_report_holds_a_path_of_this_machine(tmp_path: Path) -> None:
    part = samples.routed().parts[0]
    document = Document(part.document.text, "routed.txt", origin="/home/somebody/secret/routed.txt")
    lost = UnreadableError("/home/somebody/secret/b.bin", "is no text", "give a text")
    moved = tuple(replace(claim, document=document) for claim in part.claims)
    audit = Audit((replace(part, document=document, claims=moved, checks=()),), failures=(lost,))
    for suffix in (".html", ".md", ".json", ".csv"):
        words = audit.report(tmp_path / f"a{suffix}").read_text(encoding="utf-8")
        assert "secret" not in words, suffix
        assert suffix == ".csv" or "b.bin" in words
    web = replace(document, origin="https://example.org/a")
    assert target(web, 0, 4)["source"] == "https://example.org/a"
