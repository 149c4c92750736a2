"""DOCX: the same file with comments at its figures, or the text as a new one."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import docx
import pytest

import audit
from audit.page.engine import call
from audit.read.word import words_of
from audit.text.document import Document
from tests.read.test_word import tracked

WRONG = "Sales rose 30% to 110 from 100."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word file with formatting, a table, and a figure parted over two runs."""
    file = docx.Document()
    file.add_heading("A draft", level=1)
    paragraph = file.add_paragraph("  Sales ")
    paragraph.add_run("rose 3").bold = True
    paragraph.add_run("0% to 110 ").italic = True
    paragraph.add_run("from 100. Rents rose 10% to 110 from 100.")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Note", "Costs rose 26% to 110 from 100."
    file.add_paragraph(WRONG)
    file.save(str(tmp_path / "draft.docx"))
    return tmp_path / "draft.docx"


@pytest.fixture(params=["python-docx", "standard library"], autouse=True)
def writer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both writers give the same: the one of a machine, and that of the browser."""
    if request.param != "python-docx":
        monkeypatch.setattr("audit.report.docx.find_spec", lambda name: None)
    return str(request.param)


def commented(file: Any) -> list[tuple[str, str]]:
    """The words that each comment stands at, and its first line."""
    found = []
    for comment in file.comments:
        words, inside = "", False
        for element in file.element.body.iter():
            tag = str(element.tag).rpartition("}")[2]
            mine = str(comment.comment_id) in [value for key, value in element.attrib.items() if key.endswith("}id")]
            if tag == "commentRangeStart" and mine:
                inside = True
            if tag == "commentRangeEnd" and mine:
                inside = False
            if inside and tag == "t":
                words += element.text or ""
        found.append((words, comment.text.split("\n")[0]))
    return found


def test_each_finding_is_a_comment_at_its_figure_and_the_words_stay(draft: Path, tmp_path: Path) -> None:
    written = docx.Document(str(audit.check(draft).report(tmp_path / "out.docx")))
    before = docx.Document(str(draft))
    assert [p.text for p in written.paragraphs] == [p.text for p in before.paragraphs]
    assert written.tables[0].cell(0, 1).text == before.tables[0].cell(0, 1).text
    assert sorted(commented(written)) == [
        ("26%", "✗ “26%” does not fit: the figures give 10%"),
        ("30%", "✗ “30%” does not fit: the figures give 10%"),
        ("30%", "✗ “30%” does not fit: the figures give 10%"),
    ]
    runs = written.paragraphs[1].runs
    assert [(run.text, run.bold, run.italic) for run in runs if run.text][:4] == [
        ("  Sales ", None, None),
        ("rose ", True, None),
        ("3", True, None),
        ("0%", None, True),
    ]


def test_another_text_becomes_a_new_file(tmp_path: Path) -> None:
    found = audit.check(Document(f"First words.\n\n{WRONG}", "a.txt"))
    written = docx.Document(str(found.report(tmp_path / "out.docx")))
    assert [paragraph.text for paragraph in written.paragraphs] == ["First words.", WRONG]
    assert [words for words, _ in commented(written)] == ["30%"]


def test_what_fits_gets_no_comment(tmp_path: Path) -> None:
    written = docx.Document(str(audit.check("Sales rose 10% to 110 from 100.").report(tmp_path / "out.docx")))
    assert list(written.comments) == []


def test_words_of_the_text_are_words_in_the_file(tmp_path: Path) -> None:
    found = audit.check(f"<w:p>&amp; \x07 \u202e {WRONG}")
    written = docx.Document(str(found.report(tmp_path / "out.docx")))
    assert "<w:p>&amp;" in written.paragraphs[0].text and "\u202e" not in written.paragraphs[0].text


def test_the_page_writes_into_the_file_that_it_was_given(draft: Path, tmp_path: Path) -> None:
    data = base64.b64encode(draft.read_bytes()).decode()
    opened = call("open", {"name": "draft.docx", "data": data})
    made = call("report", {**opened, "format": ".docx", "source": {"name": "draft.docx", "data": data}})
    (tmp_path / "out.docx").write_bytes(base64.b64decode(made["data"]))
    assert len(docx.Document(str(tmp_path / "out.docx")).tables) == 1


def test_the_page_reads_no_file_that_a_request_names(draft: Path, tmp_path: Path) -> None:
    made = call("report", {"text": WRONG, "format": ".docx", "name": str(draft), "origin": str(draft)})
    (tmp_path / "out.docx").write_bytes(base64.b64decode(made["data"]))
    assert docx.Document(str(tmp_path / "out.docx")).tables == []


def test_a_file_that_has_comments_keeps_them(draft: Path, tmp_path: Path) -> None:
    once = audit.check(draft).report(tmp_path / "once.docx")
    twice = docx.Document(str(audit.check(once).report(tmp_path / "twice.docx")))
    assert len(list(twice.comments)) == 6 and len({comment.comment_id for comment in twice.comments}) == 6
    assert [p.text for p in twice.paragraphs] == [p.text for p in docx.Document(str(draft)).paragraphs]


def test_the_same_audit_gives_the_same_file(draft: Path, tmp_path: Path) -> None:
    first, second = (audit.check(draft).report(tmp_path / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert first == second


def test_a_figure_that_is_in_no_run_has_its_comment_at_the_end(draft: Path, tmp_path: Path) -> None:
    found = audit.check(draft)
    file = docx.Document(str(draft))
    file.paragraphs[-1].text = "Other words."
    file.save(str(draft))
    written = docx.Document(str(found.report(tmp_path / "out.docx")))
    assert written.paragraphs[-1].text == "…" and len(commented(written)) == 3
    assert written.element.body[-1].tag.endswith("}sectPr")


def test_a_figure_that_a_tracked_change_put_in_has_its_comment_there(tmp_path: Path) -> None:
    words = (
        "<w:r><w:t xml:space='preserve'>Sales rose </w:t></w:r><w:del w:id='1'><w:r><w:delText>20%</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>30% to 110</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> from 100.</w:t></w:r>"
    )
    path = tracked(words, tmp_path)
    written = docx.Document(str(audit.check(path).report(tmp_path / "out.docx")))
    assert commented(written) == [("30%", "✗ “30%” does not fit: the figures give 10%")]
    assert words_of(written.paragraphs[0]._p) == WRONG
