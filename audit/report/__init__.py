"""Writes an `Audit` in the format of a path's suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile

from audit.columns import FRAMES
from audit.errors import OptionError, UnwritableError
from audit.result import Audit

__all__ = ["FORMATS", "write", "write_frames"]

FORMATS: dict[str, str] = {
    ".pdf": "audit.report.pdf",
    ".png": "audit.report.pictures",
    ".svg": "audit.report.pictures",
    ".html": "audit.report.page",
    ".md": "audit.report.markdown",
    ".json": "audit.report.data",
    ".csv": "audit.report.tables",
    ".parquet": "audit.report.tables",
    ".xlsx": "audit.report.workbook",
}
"""The module of each format; its `render(audit, path)` gives the file's bytes, the same for the same audit."""


def write(audit: Audit, path: Path) -> Path:
    """Write the report and return its path.

    A suffix that is not known raises `OptionError`, a path that cannot be written `UnwritableError`. The file is written
    beside and renamed, so that no half of a report is ever left.
    """
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise OptionError("report", path.name, tuple(FORMATS))
    if not path.parent.is_dir():
        raise UnwritableError(str(path), "its folder does not exist; make it first")
    if path.is_dir():
        raise UnwritableError(str(path), "it is a folder; give the name of a file")
    content: bytes = import_module(module).render(audit, path)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False) as beside:
            part = Path(beside.name)
            beside.write(content)
        try:
            part.chmod(0o644)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    return path


def write_frames(audit: Audit, folder: Path) -> list[Path]:
    """Each frame as CSV and as Parquet into a folder: `audit.figures.csv` and so on."""
    return [write(audit, folder / f"audit.{what}{suffix}") for what in FRAMES for suffix in (".csv", ".parquet")]
