"""What outputs say, as text."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from rich.console import Console

from audit.result import Audit
from audit.terminal import print_audit

__all__ = ["on_pages", "on_terminal"]


def on_terminal(audit: Audit) -> str:
    """What the terminal shows, unwrapped."""
    out = io.StringIO()
    print_audit(audit, Console(file=out, width=400))
    return out.getvalue()


def on_pages(path: Path) -> str:
    """The words of a PDF, white space made one."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())
