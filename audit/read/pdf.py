"""PDF files by pypdfium2, page by page. The document's text is what pdfium reads; a note says so."""

from __future__ import annotations

import re
from datetime import date
from statistics import median

from audit.errors import UnreadableError
from audit.read.metadata import Metadata, document, parse_date
from audit.read.options import ReadOptions
from audit.text.document import Document

__all__ = ["read_pdf"]

_HYPHENATED = re.compile(r"[\ufffe\x02\xad]\n?")
_STOPS = (".", "!", "?", ":", '"', "”", "’", "»")
_SHORT = 0.75
"""A line under this share of the page's usual length that ends a sentence ends its paragraph too."""
_PASSWORD_ERROR = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def read_pdf(data: bytes, name: str, origin: str, options: ReadOptions) -> Document:
    """The text of all pages. Raises `UnreadableError` for an encrypted or broken file and one without text (a scan)."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise UnreadableError(origin, "is an encrypted PDF", "save it without its password") from None
        raise UnreadableError(origin, "is a broken PDF", "open and save it again, or give its text") from None
    try:
        pages = [file[index].get_textpage().get_text_range() for index in range(len(file))]
        fields = file.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise UnreadableError(origin, "is a broken PDF", "open and save it again, or give its text") from None
    finally:
        file.close()
    text = "".join(_page(page) for page in pages)
    if not text.strip():
        raise UnreadableError(origin, "is a PDF without text", "it may be a scan: run text recognition on it first")
    found = Metadata(
        title=fields.get("Title") or None,
        author=fields.get("Author") or None,
        notes=("The text is what pdfium reads from the PDF's pages; offsets count in that text.",),
        made=_created(fields.get("CreationDate", "")),
    )
    return document(text, name, origin, options, found)


def _page(text: str) -> str:
    """The page with a blank line after each paragraph, as far as the lengths of its lines show where one ends."""
    lines = _HYPHENATED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    usual = median(len(line) for line in lines if line.strip()) if any(line.strip() for line in lines) else 0
    parts = []
    for line in lines:
        ends = line.rstrip().endswith(_STOPS) and len(line) < _SHORT * usual
        parts.append(line.rstrip() + ("\n\n" if ends else "\n"))
    return "".join(parts).strip() + "\n\n"


def _created(field: str) -> date | None:
    match = re.match(r"D:(\d{4})(\d{2})(\d{2})", field)
    return parse_date("-".join(match.groups())) if match else None
