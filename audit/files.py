"""Opening a file that is one, and writing one so that it is whole or not there at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from audit.errors import UnreadableError, UnwritableError

__all__ = ["check_place", "open_regular", "remove_own", "write_whole"]

_NEAR = 65_536
"""Bytes of a file in which a mark of the program is looked for."""

_NAME = 40
"""Characters of a file's name that the name of its part begins with: a long one with more would be too long."""
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def open_regular(path: Path) -> BinaryIO:
    """The bytes of a file. Raises `UnreadableError` for a pipe, a device or a socket, whose bytes may never come or end."""
    _refuse_special(path, path.stat().st_mode)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    stream = os.fdopen(descriptor, "rb")
    try:
        _refuse_special(path, os.fstat(descriptor).st_mode)  # again: it may have been exchanged meanwhile
    except UnreadableError:
        stream.close()
        raise
    return stream


def _refuse_special(path: Path, mode: int) -> None:
    kind = _KINDS.get(stat.S_IFMT(mode))
    if kind is not None:
        remedy = "give its text on standard input (-)" if kind == "a pipe" else "give a file"
        raise UnreadableError(str(path), f"is {kind}, not a file", remedy)


def check_place(path: Path) -> None:
    """Raise `UnwritableError` if the path names a folder or stands in none; asked before the work, so that none is lost."""
    if not path.parent.is_dir():
        raise UnwritableError(str(path), "its folder does not exist; make it first")
    if path.is_dir():
        raise UnwritableError(str(path), "it is a folder; give the name of a file")


def remove_own(folder: Path, names: re.Pattern[str], mark: str, kept: Iterable[Path]) -> None:
    """Remove the files of an earlier run: those with such a name that carry the mark of the program near their beginning and
    are not `kept`. Whatever else lies in the folder is not touched."""
    stay = {path.name for path in kept}
    for path in folder.iterdir():
        if path.name in stay or not names.fullmatch(path.name) or path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if mark.encode() in file.read(_NEAR):
                path.unlink()


def write_whole(path: Path, content: bytes) -> Path:
    """Write beside and rename, and return the path; `UnwritableError` if it cannot be written."""
    check_place(path)
    part: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:_NAME]}.", suffix=".part", delete=False
        ) as beside:
            part = Path(beside.name)
            beside.write(content)
        part.chmod(0o644)
        part.replace(path)
    except BaseException as error:  # a full disk, Ctrl-C: no half of a file stays
        if part is not None:
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UnwritableError(str(path), error.strerror or str(error)) from error
        raise
    return path
