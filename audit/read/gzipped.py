"""Files that are packed with gzip ('page.html.gz'): unpacked as they are read, never more than is asked for."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from audit.errors import UnreadableError

__all__ = ["BROKEN", "broken", "inner_name", "is_packed", "unpacked"]

BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)
"""What reading a packed stream raises where it is damaged or cut short."""

_SUFFIX = ".gz"
_OWN = (".warc.gz", ".wet.gz")
"""Web archives are packed record by record; their reader unpacks them itself."""


def is_packed(name: str) -> bool:
    """Whether a file of that name has to be unpacked before a reader can take it."""
    return name.lower().endswith(_SUFFIX) and not name.lower().endswith(_OWN)


def inner_name(name: str) -> str:
    """The name of what is packed in it: 'page.html' for 'page.html.gz'."""
    return name[: -len(_SUFFIX)] if is_packed(name) else name


def unpacked(opener: Callable[[], BinaryIO]) -> BinaryIO:
    """The unpacked stream of a packed one; closing it closes both. Reading it may raise one of `BROKEN`."""
    return cast("BinaryIO", _Unpacked(opener()))


def broken(where: str) -> UnreadableError:
    """What to tell of a file whose packing is broken."""
    return UnreadableError(where, "is a broken or cut gzip file", "fetch it again, or unpack it first")


class _Unpacked(gzip.GzipFile):
    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._packed.close()
