"""Word files (DOCX) by python-docx: paragraphs and tables in the order of the page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from audit.errors import UnreadableError
from audit.read.metadata import Metadata, document
from audit.read.options import ReadOptions
from audit.read.word import words_of
from audit.read.zipped import refuse_bomb
from audit.text.document import Document

__all__ = ["read_docx"]


def read_docx(data: bytes, name: str, origin: str, options: ReadOptions) -> Document:
    """A paragraph a line with a blank line between; a row of a table is one paragraph, its cells parted by tabs
    and merged ones told once. Tracked changes are taken as accepted.

    The file's own dates say when it was edited, not when it was published, and are not used. Raises `UnreadableError` for
    a file that is broken or locked.
    """
    refuse_bomb(BytesIO(data), origin, options.limits)
    import docx
    from docx.table import Table

    try:
        file = docx.Document(BytesIO(data))
        parts = [
            "\n\n".join(
                "\t".join(text.strip() for text in {cell._tc: _cell(cell) for cell in row.cells}.values())
                for row in part.rows
            )
            if isinstance(part, Table)
            else words_of(part._p)
            for part in file.iter_inner_content()
        ]
    except MemoryError:
        raise
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own through
        reason = f"is a broken or locked Word file ({type(error).__name__})"
        raise UnreadableError(origin, reason, "open and save it again as DOCX") from None
    fields = file.core_properties
    # of a file that says nothing of itself python-docx says this
    invented = fields.title == "Word Document" and fields.last_modified_by == "python-docx"
    found = Metadata(title=None if invented else fields.title or None, author=fields.author or None)
    return document("\n\n".join(part for part in parts if part.strip()), name, origin, options, found)


def _cell(cell: Any) -> str:
    return "\n".join(words_of(paragraph._p) for paragraph in cell.paragraphs)
