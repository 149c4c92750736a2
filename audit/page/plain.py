"""Readers of the standard library alone, for where the house's own lack their libraries (in the browser): HTML and DOCX.

They find less than those of `audit.read`: of a page the paragraphs of its article or body, of a Word file the paragraphs
and the rows of its tables. A note says so.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from io import BytesIO
from xml.etree import ElementTree

from audit.errors import UnreadableError
from audit.read.decode import decode
from audit.read.html import own_metadata
from audit.read.metadata import Metadata, document
from audit.read.options import ReadOptions
from audit.read.word import MAIN, words_of
from audit.text.document import Document

__all__ = ["plain_docx", "plain_html", "plain_readers"]

_BLOCKS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "th", "dt", "dd", "pre"]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_ABOUT = "{http://purl.org/dc/elements/1.1/}"
_MOST_XML = 64 * 2**20
_NOTE = (
    "The text was read without the libraries of the local program, which tells an article from what stands around it."
)


def plain_readers() -> dict[str, Callable[[bytes, str], Document]]:
    """The readers that are wanted here, by suffix: those whose libraries are missing."""
    found: dict[str, Callable[[bytes, str], Document]] = {}
    if find_spec("trafilatura") is None:
        found |= {".html": plain_html, ".htm": plain_html, ".xhtml": plain_html}
    if find_spec("docx") is None:
        found[".docx"] = plain_docx
    return found


def plain_html(data: bytes, name: str) -> Document:
    """The words of the page's article, or of its body if it names none, a block a paragraph."""
    page, source = _Page(), decode(data, name)
    page.feed(source)
    page.close()
    blocks = page.article or page.body
    text = "\n\n".join(blocks)
    if not text:
        raise UnreadableError(name, "is a page without an article", "give the page of one article, or its text")
    own = own_metadata(source)
    return document(text, name, name, ReadOptions(), replace(own, title=page.title or own.title, notes=(_NOTE,)))


def plain_docx(data: bytes, name: str) -> Document:
    """The paragraphs, a blank line between, and the rows of tables, their cells parted by tabs."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if archive.getinfo("word/document.xml").file_size > _MOST_XML:
                raise UnreadableError(name, "is too large to be read here", "use the local program: audit serve")
            body = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{MAIN}body")
            title, author = (_property(archive, name) for name in ("title", "creator"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, RuntimeError) as error:
        reason = f"is a broken or locked Word file ({type(error).__name__})"
        raise UnreadableError(name, reason, "open and save it again as DOCX") from None
    parts = (
        [_row_or_paragraph(part) for part in body if part.tag in (f"{MAIN}p", f"{MAIN}tbl")] if body is not None else []
    )
    return document(
        "\n\n".join(part for part in parts if part.strip()),
        name,
        name,
        ReadOptions(),
        Metadata(title, author=author, notes=(_NOTE,)),
    )


def _property(archive: zipfile.ZipFile, name: str) -> str | None:
    """What the file says of itself, if it does."""
    if "docProps/core.xml" not in archive.namelist() or archive.getinfo("docProps/core.xml").file_size > _MOST_XML:
        return None
    words = ElementTree.fromstring(archive.read("docProps/core.xml")).findtext(f"{_ABOUT}{name}")
    return (words or "").strip() or None


def _row_or_paragraph(part: ElementTree.Element) -> str:
    if part.tag == f"{MAIN}p":
        return words_of(part)
    rows = (
        "\t".join(" ".join(words_of(p) for p in cell.iter(f"{MAIN}p")).strip() for cell in row.iter(f"{MAIN}tc"))
        for row in part.iter(f"{MAIN}tr")
    )
    return "\n\n".join(rows)


class _Page(HTMLParser):
    """The blocks of a page: those of `article` or `main` on their own, and all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.article: list[str] = []
        self.body: list[str] = []
        self._open: list[str] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self._flush()
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in ("article", "main", "div", "section", "body"):
            self._flush()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title = (self.title + data).strip()
        elif not _SILENT.intersection(self._open):
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words and "head" not in self._open:
            self.body.append(words)
            if "article" in self._open or "main" in self._open:
                self.article.append(words)
