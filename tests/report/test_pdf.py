"""PDF: what stands on its pages, tags, fonts, links, and hard inputs."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from audit.report.build import build
from audit.report.pdf import render
from audit.result import Audit
from tests.report import samples


def pages(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(content)]


def words(audit: Audit) -> str:
    """All text of the PDF on one line, without the marks that only break or turn it."""
    return " ".join(
        re.sub("[\u200b\u2066-\u2069\ufffe\u0002]", "", " ".join(pages(render(audit, Path("a.pdf"))))).split()
    )


def test_the_report_reads_in_order() -> None:
    found = words(samples.routed())
    order = (
        "routed.txt",
        "1 does not fit",
        "What does not fit",
        "“56-75%” does not fit: the figures give 50% to 66.7% or 25% to 33.3%",
        "The announcement would suggest that the rebels were reduced by 56-75%, presuming",
        "(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%",
        "together would have to be 22,400 to 22,500: 2,400 to 2,500 more than the 20,000 stated (12% or more).",
        "What could not be checked, and what is missing",
        "the number of shafts before",
        "What fits",
        "Every figure, with its source",
        "Method",
        "The text, with its figures marked",
    )
    at = 0
    for part in order:
        assert part in found[at:], part
        at = found.index(part, at)


def test_the_file_is_tagged_titled_and_carries_its_fonts() -> None:
    content = render(samples.routed(), Path("a.pdf"))
    assert b"/MarkInfo" in content and b"/StructTreeRoot" in content
    assert re.search(rb"/Lang ?\(en", content)
    assert pdfium.PdfDocument(content).get_metadata_value("Title") == "routed.txt"
    assert b"pdfuaid" in content
    fonts = set(re.findall(rb"/FontName ?/([A-Z]{6}\+[^ /\n]+)", content))
    assert fonts and len(re.findall(rb"/FontFile\d? ?\d", content)) == len(fonts)
    assert b"CreationDate" not in content


def test_findings_and_sentences_link_to_each_other() -> None:
    document = pdfium.PdfDocument(render(samples.routed(), Path("a.pdf")))
    raw = pdfium.raw
    count = 0
    for page in document:
        position = ctypes.c_int(0)
        link = raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, position, link):
            assert raw.FPDFLink_GetDest(document, link)
            count += 1
    # each figure of the finding to the text, each number of the text to its row, each row to the text and to its finding
    assert count >= 4 + 9 + 9 + 3


def test_markup_of_the_input_is_text() -> None:
    found = words(samples.hostile())
    assert "<script>alert(1)</script> #import" in found
    assert '#read("/etc/passwd") $x^2$ \\ @ref <b>12 dead</b> [U+202E]31 evil' in found
    assert "#emph[no]" in found


HARD = {
    "nothing": samples.none(),
    "one figure": samples.single(),
    "a long quote and a name without a space": samples.hostile(quote="word " * 400, name="x" * 300),
    "a series": samples.series(),
    "right to left": samples.hostile(quote="قال 45", name="משרד הבריאות"),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_inputs_stay_on_the_page(name: str) -> None:
    for page in pdfium.PdfDocument(render(HARD[name], Path("a.pdf"))):
        width, height = page.get_size()
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left >= -1 and right <= width + 1 and bottom >= -1 and top <= height + 1


def test_two_thousand_figures_all_stand_in_the_table() -> None:
    audit = samples.figures(2000)
    found = words(audit)
    assert found.count("trucks") >= 2000


def test_very_many_figures_are_listed_in_lines_and_the_text_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    audit = samples.routed()
    monkeypatch.setattr("audit.report.pdf.LONG", len(audit.figures))
    table = render(audit, Path("a.pdf")).count(b"/Subtype/Link")
    monkeypatch.setattr("audit.report.pdf.LONG", len(audit.figures) - 1)
    lines, listed = render(audit, Path("a.pdf")).count(b"/Subtype/Link"), words(audit)
    assert 0 < lines < table
    for entry in build(audit).articles[0].entries:
        assert f"{entry.number} {entry.text}" in listed
