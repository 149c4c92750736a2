"""What the page asks, as plain data: words, bytes (as base64), decisions, a table with its name."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from audit.decisions import Decision, read_rows
from audit.errors import UnreadableError

__all__ = ["Data", "bytes_of", "decisions_of", "packed", "plain_name", "text_of", "written"]

Data: TypeAlias = dict[str, Any]
"""An answer, or what is asked: JSON."""


def text_of(request: Mapping[str, Any], key: str) -> str:
    """The words under a key; '' where there are none."""
    value = request.get(key)
    return value if isinstance(value, str) else ""


def bytes_of(request: Mapping[str, Any], key: str) -> bytes:
    """The bytes under a key. Raises `UnreadableError` if they did not arrive whole."""
    try:
        return base64.b64decode(text_of(request, key), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError(text_of(request, "name") or "the file", "did not arrive whole", "open it again") from None


def packed(content: bytes) -> str:
    """Bytes as they travel."""
    return base64.b64encode(content).decode()


def decisions_of(request: Mapping[str, Any]) -> dict[str, Decision]:
    """The decisions that came with it, by their keys."""
    return read_rows(request.get("decisions"))


def written(file: Mapping[str, Any], folder: Path, prefix: str = "") -> Path:
    """A file that came with the request, in the folder."""
    path = folder / f"{prefix}{plain_name(text_of(file, 'name') or 'table.csv')}"
    path.write_bytes(bytes_of(file, "data"))
    return path


def plain_name(name: str) -> str:
    """A name that any file system takes, with its suffix.

    >>> plain_name("../my: draft?.txt")
    'my_ draft_.txt'
    """
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in Path(name).name).strip(" .")
    return kept[-100:] or "file"
