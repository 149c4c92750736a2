"""Files that are ZIP archives inside (DOCX, XLSX): how large they are unpacked, before anything is."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from audit.errors import UnreadableError
from audit.read.options import Limits

__all__ = ["refuse_bomb", "refuse_endless_sheet"]

_MOST_ROWS = 2**20
"""Of a sheet of XLSX, by its format."""
_ROW = b"<row"
_SHEETS = "xl/worksheets/"
_PIECE = 2**20


def refuse_bomb(file: BinaryIO, where: str, limits: Limits) -> None:
    """Raise `UnreadableError` for an archive that unpacks to more than may be held: it cannot be more than it declares."""
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return  # broken, as its reader will say
    if size > limits.memory * 10**6:
        reason = f"unpacks to {size / 10**6:,.0f} MB, more than the {limits.memory:,} MB that reading may take"
        raise UnreadableError(where, reason, "allow more with --memory")


def refuse_endless_sheet(path: Path) -> None:
    """Raise `UnreadableError` for a workbook with more rows on a sheet than the format has, before a reader begins on them.

    To count them takes a hundredth of the time that it takes to read them.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            large = (part for part in archive.infolist() if part.file_size > _MOST_ROWS * len(_ROW))
            endless = any(part.filename.startswith(_SHEETS) and _is_endless(archive, part) for part in large)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        return  # broken, as its reader will say
    if endless:
        reason = f"holds a sheet of more than {_MOST_ROWS:,} rows, the most that the format has"
        raise UnreadableError(str(path), reason, "give the table as CSV or Parquet")


def _is_endless(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    count, last = 0, b""
    with archive.open(part) as sheet:
        while count <= _MOST_ROWS and (piece := sheet.read(_PIECE)):
            count += (last + piece).count(_ROW)
            last = piece[1 - len(_ROW) :]
    return count > _MOST_ROWS
