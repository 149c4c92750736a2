"""Writing a file so that it is whole or not there at all."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

from audit.errors import UnwritableError

__all__ = ["check_place", "write_whole"]


def check_place(path: Path) -> None:
    """Raise `UnwritableError` if the path names a folder or stands in none; asked before the work, so that none is lost."""
    if not path.parent.is_dir():
        raise UnwritableError(str(path), "its folder does not exist; make it first")
    if path.is_dir():
        raise UnwritableError(str(path), "it is a folder; give the name of a file")


def write_whole(path: Path, content: bytes) -> Path:
    """Write beside and rename, and return the path; `UnwritableError` if it cannot be written."""
    check_place(path)
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
