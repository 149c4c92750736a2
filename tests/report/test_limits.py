"""What was not read and not checked is said in every output, and nothing of it looks as if it fitted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from audit.report.build import build
from audit.report.data import as_data
from audit.report.notebook import html
from audit.result import Audit, Coverage, Part
from audit.text.document import Document
from tests.report import samples
from tests.report.printed import on_pages, on_terminal

NOTHING = "Nothing could be recomputed"
FRENCH = Document("Le maire a dit que 40 personnes ont quitté la ville et que les routes sont coupées.", "maire.txt")
LEFT = {
    "nothing": (samples.single(), NOTHING),
    "no figure": (samples.none(), NOTHING),
    "unverifiable alone": (samples.left_open(), NOTHING),
    "French": (Audit((Part(FRENCH),)), "Not read: French"),
    "coverage": (
        Audit((replace(samples.series().parts[0], coverage=Coverage(1, 6, ("a: no reason", "b", "c", "d", "e"))),)),
        "Not checked: 5 of 6 columns of numbers in toll.csv (a, b, c and 2 more)",
    ),
    "cells": (
        Audit((replace(samples.series().parts[0], coverage=Coverage(1, 1, cells=("“1O” in killed", "“l7” in hurt"))),)),
        "Not read in toll.csv: cells without a number: “1O” in killed, “l7” in hurt.",
    ),
    "columns": (
        replace(samples.routed(), unchecked=("Not checked: 5 columns (a, b, c, d, e).",)),
        "Not checked: 5 columns",
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_every_output_says_it(name: str, tmp_path: Path) -> None:
    audit, words = LEFT[name]
    assert words in on_terminal(audit) and words in html(audit)
    for suffix in (".html", ".md", ".svg"):
        assert words in audit.report(tmp_path / f"a{suffix}").read_text(encoding="utf-8"), suffix
    assert words in on_pages(audit.report(tmp_path / "a.pdf"))
    assert any(limit["text"].startswith(words) for limit in as_data(audit)["limits"])
    assert words in audit.report(tmp_path / "a.json").read_text(encoding="utf-8")
    with Image.open(audit.report(tmp_path / "a.png")) as image:
        assert words in image.info["Description"]
    sheet = openpyxl.load_workbook(audit.report(tmp_path / "a.xlsx")).worksheets[-1]
    assert any(words in str(cell.value) for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["nothing", "no figure", "French"])
def test_no_count_and_no_sentence_says_that_it_fits(name: str) -> None:
    report = build(LEFT[name][0])
    assert report.counts == ()
    assert report.groups == ()
    assert "0 do not fit" not in on_terminal(LEFT[name][0])


def test_where_all_is_well_nothing_is_said() -> None:
    assert build(samples.routed()).limits == () and as_data(samples.routed())["limits"] == []


def test_of_several_documents_those_in_which_nothing_was_recomputed_are_named() -> None:
    both = Audit((*samples.routed().parts, *samples.single().parts))
    assert build(both).limits == ("Nothing could be recomputed in 1 of 2 documents: storm.txt.",)


def test_json_says_which_kind_it_is() -> None:
    kinds = {name: [limit["kind"] for limit in as_data(audit)["limits"]] for name, (audit, _) in LEFT.items()}
    assert kinds["French"] == ["not_read", "nothing_recomputed"] and kinds["columns"] == ["not_checked"]
    json.dumps(kinds)
