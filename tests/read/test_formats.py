"""PDF, Word and mail: each made on the spot, whole and broken."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from audit.errors import UnreadableError
from audit.read import read, read_many
from audit.text.document import Document
from tests.read.test_html import LD, page

PAGE = """#set document(title: "Flood report", author: "River Board", date: datetime(year: 2020, month: 6, day: 2))
#set page(width: 10cm, height: 12cm)
The river rose by 40 centimetres in one night and flooded 12 streets of the lower town, the board said on Tuesday.

Two people are missing. About 200 left their homes.
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    import typst

    made = typst.compile(PAGE.encode())
    assert isinstance(made, bytes)
    return made


def test_pdf(tmp_path: Path, pdf: bytes) -> None:
    (tmp_path / "flood.pdf").write_bytes(pdf)
    document = read(tmp_path / "flood.pdf")
    words = " ".join(document.text.split())
    assert "flooded 12 streets of the lower town, the board said on Tuesday. Two people are missing." in words
    assert [len(sentence.text.split()) for sentence in document.sentences] == [22, 4, 5]
    assert (document.title, document.author, document.published) == ("Flood report", "River Board", date(2020, 6, 2))
    assert "The date 2020-06-02 is the day on which the file was made." in document.notes


def test_pdf_without_text_broken_or_locked(tmp_path: Path, pdf: bytes) -> None:
    import typst

    cases = {
        "scan.pdf": (typst.compile(b"#rect()"), "is a PDF without text"),
        "broken.pdf": (pdf[:300], "is a broken PDF"),
        "locked.pdf": (LOCKED, "is an encrypted PDF"),
    }
    for name, (content, reason) in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableError, match=reason):
            read(tmp_path / name)


LOCKED = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -44/O<0000000000000000000000000000000000000000000000000000000000000000>
/U<0000000000000000000000000000000000000000000000000000000000000000>>>endobj
trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>
%%EOF
"""


def test_docx(tmp_path: Path) -> None:
    import docx

    file = docx.Document()
    file.core_properties.title, file.core_properties.author = "Flood report", "River Board"
    file.add_paragraph("Published: 2 June 2020")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "missing", "2"
    file.add_paragraph("About 200 left their homes.")
    file.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx")
    assert document.text == "Published: 2 June 2020\n\nmissing\t2\n\nAbout 200 left their homes."
    assert (document.title, document.author, document.published) == ("Flood report", "River Board", date(2020, 6, 2))
    (tmp_path / "noname").write_bytes((tmp_path / "a.docx").read_bytes())
    assert read(tmp_path / "noname").text == document.text
    (tmp_path / "b.docx").write_bytes((tmp_path / "a.docx").read_bytes()[:2000])
    with pytest.raises(UnreadableError, match="is a broken or locked Word file"):
        read(tmp_path / "b.docx")


def mail(body: str, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Two missing after the flood", "River Board <board@example.org>"
    message["Date"] = "Tue, 02 Jun 2020 08:00:00 +0000"
    message.set_content(body, subtype=subtype)
    return bytes(message)


def test_mail(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail("Two people are missing.\n"))
    document = read(tmp_path / "a.eml")
    assert (document.text.strip(), document.title) == ("Two people are missing.", "Two missing after the flood")
    assert (document.author, document.published) == ("River Board <board@example.org>", date(2020, 6, 2))
    (tmp_path / "b.eml").write_bytes(mail(page(LD).decode(), "html"))
    assert "buried 14 houses" in read(tmp_path / "b.eml").text


def test_attachments_of_a_mail_are_documents_of_their_own(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["Date"] = "Toll", "Tue, 02 Jun 2020 08:00:00 +0000"
    message.set_content("See the report.\n")
    for text, named in (("Four people drowned.", "toll.txt"), ("Five people drowned.", "toll.txt"), ("a;b", "a.csv")):
        message.add_attachment(text.encode(), maintype="text", subtype="plain", filename=named)
    message.add_attachment(page(LD), maintype="text", subtype="html")
    message.add_attachment(b"%PDF-broken", maintype="application", subtype="pdf", filename="scan.pdf")
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", disposition="inline", filename="logo.gif")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    body, first, second, web, scan = read_many([tmp_path / "a.eml"])
    assert isinstance(body, Document) and isinstance(first, Document)
    assert body.notes == ("Attachments that were not read: a.csv.",)
    assert (first.name, first.text, first.published) == ("a.eml#toll.txt", "Four people drowned.", date(2020, 6, 2))
    assert first.notes == ("The date 2020-06-02 is that of the message that it was attached to.",)
    assert isinstance(second, Document) and second.name == "a.eml#toll.txt (2)"
    assert isinstance(web, Document) and web.publisher == "Valley Post" and web.name == "a.eml#attachment 4"
    assert isinstance(scan, UnreadableError) and scan.where == f"{tmp_path / 'a.eml'}#scan.pdf"
    with pytest.raises(UnreadableError, match="holds more than one document"):
        read(tmp_path / "a.eml")


def test_a_mail_that_is_all_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message.add_attachment(b"Four people drowned.", maintype="text", subtype="plain", filename="toll.txt")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert read(tmp_path / "a.eml").name == "a.eml#toll.txt"


def test_mail_without_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message.add_attachment(BytesIO(b"\0").getvalue(), maintype="application", subtype="octet-stream")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    with pytest.raises(UnreadableError, match="is a message without a text"):
        read(tmp_path / "a.eml")


def test_a_merged_cell_of_a_word_table_is_told_once(tmp_path: Path) -> None:
    import docx

    file = docx.Document()
    table = file.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "14", "14"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "3 in all"
    file.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text == "14\t14\n\n3 in all"
