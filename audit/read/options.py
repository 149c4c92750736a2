"""What the user says about the inputs, and the limits that keep one input from taking all memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

__all__ = ["LONGEST_LINE", "MOST_BYTES", "Columns", "ReadOptions"]

Columns: TypeAlias = Mapping[str, str]
"""Field of a document ('text', 'title', 'published', 'publisher', 'author', 'name', 'language') -> column of the corpus."""

LONGEST_LINE = 10_000_000
"""Characters. The longest novel is under 5 million; a longer line is a dump of data, not something written."""
MOST_BYTES = 256 * 2**20
"""Bytes of one file that is one document. Containers are streamed and may be of any size."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says; it comes before what a file says of itself."""

    publisher: str | None = None
    published: date | None = None
    encoding: str | None = None
    """Of text files that are neither UTF-8 nor marked UTF-16; never guessed."""
    columns: Columns = field(default_factory=dict)
    fetch: bool = False
    """Whether web addresses may be fetched."""
