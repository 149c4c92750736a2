"""The program's own streams: nothing in them that a terminal obeys, and no traceback where they are full or closed."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import IO, Any

from audit.errors import UnwritableError

__all__ = ["EnoughError", "guard", "plain", "raw", "release"]

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class EnoughError(Exception):
    """Whoever reads our output has enough of it, as `head` has; no fault of anybody."""


def plain(words: str) -> str:
    """The words with everything in them spelt out that a terminal would obey.

    >>> plain("\\x1b[31mred")
    '\\\\u001b[31mred'
    """
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


class _Stream:
    """A stream of text that is written plainly, unless `raw` writes to it, and says in words what is wrong with it."""

    def __init__(self, stream: IO[str], name: str, *, is_raw: bool = False) -> None:
        self.stream, self.name, self.is_raw = stream, name, is_raw

    def write(self, words: str) -> int:
        spelt = words if self.is_raw else plain(words)
        try:
            self.stream.write(spelt)
        except OSError as error:
            raise _told(error, self.name) from None
        return len(words)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        try:
            self.stream.flush()
        except OSError as error:
            raise _told(error, self.name) from None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def _told(error: OSError, name: str) -> Exception:
    if isinstance(error, BrokenPipeError):
        return EnoughError()
    return UnwritableError(name, error.strerror or str(error))


def guard() -> None:
    """Put the guards before standard output and standard error; one that is closed swallows what it is given."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:  # else the first file to be opened would take its place, and get what is printed
            os.open(os.devnull, os.O_RDWR)
    for name, said in (("stdout", "standard output"), ("stderr", "standard error")):
        stream: Any = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (stays open)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
        setattr(sys, name, _Stream(stream, said))


def raw(stream: Any) -> Any:
    """The same stream for one who colours words and has made those of others plain."""
    return _Stream(stream.stream, stream.name, is_raw=True) if isinstance(stream, _Stream) else stream


def release() -> None:
    """Write out what is left. Raises `EnoughError` or `UnwritableError`; after that nothing is left to fail at the end."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        try:
            stream.flush()
        except (EnoughError, UnwritableError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            raise
