"""Files of object storage ('s3://bucket/news/*.jsonl'), by fsspec and its drivers (extra 'remote')."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, BinaryIO

from audit.errors import UnreadableError

__all__ = ["is_remote", "open_remote", "remote_files"]

_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_remote(source: str) -> bool:
    """Whether it names a place by a scheme other than the web's."""
    return _SCHEME.match(source) is not None


def remote_files(where: str, *, fetch: bool) -> list[str]:
    """The files that an address means, a pattern and a folder with all below, sorted. Raises `UnreadableError` for none,
    and if fetching was not asked for."""
    if not fetch:
        raise UnreadableError(where, "is an address of storage", "add --fetch to read it, or save the files")

    def found(fsspec: Any) -> list[str]:
        system, path = fsspec.core.url_to_fs(where)
        matched = system.glob(path) if any(mark in path for mark in "*?[") else [path]
        paths = [file for match in matched for file in (system.find(match) if system.isdir(match) else [match])]
        return sorted(system.unstrip_protocol(file) for file in paths)

    files: list[str] = _asked(where, found)
    if not files:
        raise UnreadableError(where, "matches no file", "check the address")
    return files


def open_remote(where: str) -> BinaryIO:
    """The bytes of one file. Raises `UnreadableError` if they cannot be had."""
    stream: BinaryIO = _asked(where, lambda fsspec: fsspec.open(where, "rb").open())
    return stream


def _asked(where: str, ask: Callable[[Any], Any]) -> Any:
    try:
        import fsspec
    except ImportError:
        reason = "is an address of object storage, which needs fsspec"
        raise UnreadableError(where, reason, "pip install 'numeric-claims-audit[remote]'") from None
    try:
        return ask(fsspec)
    except Exception as error:  # each driver has errors of its own: of its import, of the network, of who may read
        words = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableError(where, f"cannot be had by fsspec ({words})", "check the address and its driver") from None
