"""Writes an `Audit` in the format of a path's suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from audit.columns import FRAMES
from audit.errors import OptionError
from audit.files import check_place, write_whole
from audit.result import Audit

__all__ = ["FORMATS", "renderer", "write", "write_frames"]

FORMATS: dict[str, str] = {
    ".pdf": "audit.report.pdf",
    ".png": "audit.report.pictures",
    ".svg": "audit.report.pictures",
    ".html": "audit.report.page",
    ".md": "audit.report.markdown",
    ".json": "audit.report.data",
    ".sarif": "audit.report.sarif",
    ".docx": "audit.report.docx",
    ".csv": "audit.report.tables",
    ".parquet": "audit.report.tables",
    ".xlsx": "audit.report.workbook",
}
"""The module of each format; its `render(audit, path)` gives the file's bytes, the same for the same audit."""


def renderer(path: Path) -> str:
    """The module that writes a report of the path's suffix: asked before the work, so that none is lost.

    A suffix that is not known raises `OptionError`, a path that cannot be written `UnwritableError`.
    """
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise OptionError("report", path.name, tuple(FORMATS))
    check_place(path)
    return module


def write(audit: Audit, path: Path) -> Path:
    """Write the report and return its path.

    Raises what `renderer` raises. The file is written beside and renamed, so that no half of a report is ever left.
    """
    return write_whole(path, import_module(renderer(path)).render(audit, path))


def write_frames(audit: Audit, folder: Path) -> list[Path]:
    """Each frame as CSV and as Parquet into a folder: `audit.figures.csv` and so on."""
    return [write(audit, folder / f"audit.{what}{suffix}") for what in FRAMES for suffix in (".csv", ".parquet")]
