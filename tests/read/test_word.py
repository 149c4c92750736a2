"""The words of a Word file with tracked changes: as it reads when they are accepted, by both readers."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from audit.page.plain import plain_docx
from audit.read import read

HEAD = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
SALES = '<w:r><w:t xml:space="preserve">Sales rose 30% </w:t></w:r>'


def tracked(words: str, folder: Path) -> Path:
    file = docx.Document()
    file.element.body.insert(0, parse_xml(f"{HEAD}{words}</w:p>"))
    file.save(str(folder / "draft.docx"))
    return folder / "draft.docx"


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        (f'{SALES}<w:ins w:id="1"><w:r><w:t>to 110.</w:t></w:r></w:ins>', "Sales rose 30% to 110."),
        (f'{SALES}<w:del w:id="1"><w:r><w:delText>to 90.</w:delText></w:r></w:del>', "Sales rose 30% "),
        (f'{SALES}<w:moveFrom w:id="1"><w:r><w:t>to 90.</w:t></w:r></w:moveFrom>', "Sales rose 30% "),
        (f'{SALES}<w:moveTo w:id="1"><w:r><w:t>to 90.</w:t></w:r></w:moveTo>', "Sales rose 30% to 90."),
        (f'<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>{SALES}', "Sales rose 30% "),
        (f"{SALES}<w:r><w:tab/><w:t>110</w:t><w:br/><w:t>7</w:t></w:r>", "Sales rose 30% \t110\n7"),
    ],
)
def test_inserted_words_are_words_and_deleted_ones_are_none(words: str, read_as: str, tmp_path: Path) -> None:
    path = tracked(words, tmp_path)
    assert read(path).text == read_as
    assert plain_docx(path.read_bytes(), "draft.docx").text == read_as


def test_a_file_that_says_nothing_of_itself_has_no_title(tmp_path: Path) -> None:
    path = tracked(SALES, tmp_path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.startswith("docProps/")}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        files[name] = re.sub(rb"<(Relationship|Override)[^>]*docProps[^>]*>", b"", files[name])
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    assert (read(path).title, read(path).author) == (None, None)
