"""Plain text and Markdown."""

from __future__ import annotations

from audit.read.decode import decode
from audit.read.metadata import document
from audit.read.options import ReadOptions
from audit.text.document import Document

__all__ = ["read_text"]


def read_text(data: bytes, name: str, origin: str, options: ReadOptions) -> Document:
    """The text as it stands, line ends included; a dated first line gives the date and stays in the text."""
    return document(decode(data, origin, options.encoding), name, origin, options)
