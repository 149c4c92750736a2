"""Files that are ZIP archives inside (DOCX, XLSX): how large they are unpacked, before anything is."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from audit.errors import UnreadableError
from audit.read.options import Limits

__all__ = ["refuse_bomb"]


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
