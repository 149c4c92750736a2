"""What the user says about the inputs, and the limits that keep one input from taking all memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import TypeAlias

from audit.errors import OptionError, UnreadableError

__all__ = ["LONGEST_LINE", "MOST_BYTES", "Columns", "Limits", "ReadOptions"]

Columns: TypeAlias = Mapping[str, str]
"""Field of a document ('text', 'title', 'published', 'publisher', 'author', 'name', 'language') -> column of the corpus."""

LONGEST_LINE = 10_000_000
"""Characters. The longest novel is under 5 million; a longer line is a dump of data, not something written."""
MOST_BYTES = 256 * 2**20
"""Bytes of one file that is one document. Containers are streamed and may be of any size."""
LEAST_MEMORY = 100
"""Megabytes that the readers themselves take."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that reads one document may take. Raises `OptionError` for less than anything can be read with."""

    memory: int = 400
    """Megabytes. A report of a thousand pages takes 60, the longest novel as a web page 150."""
    seconds: float = 8.0
    """Of processor time. A report of a thousand full pages takes 4."""

    def __post_init__(self) -> None:
        if self.memory < LEAST_MEMORY:
            raise OptionError("memory", self.memory, (f"a number of megabytes from {LEAST_MEMORY}",))
        if not 0 < self.seconds < inf:
            raise OptionError("seconds", self.seconds, ("a time over 0",))

    def too_large(self, where: str) -> UnreadableError:
        """What to tell of a document that takes more memory."""
        return UnreadableError(where, f"takes more than {self.memory:,} MB to read", "allow more with --memory")

    def too_slow(self, where: str) -> UnreadableError:
        """What to tell of a document that takes more time."""
        return UnreadableError(where, f"takes longer than {self.seconds:g} s to read", "allow more with --seconds")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says; it comes before what a file says of itself."""

    publisher: str | None = None
    published: date | None = None
    encoding: str | None = None
    """Of text files that are neither UTF-8 nor marked UTF-16; never guessed."""
    columns: Columns = field(default_factory=dict)
    fetch: bool = False
    """Whether addresses of the web or of storage may be fetched."""
    follow_links: bool = False
    """Whether links that lead out of a folder are followed."""
    limits: Limits = Limits()
    language: str | None = None
    """The code of the language of all that is read; None where each is asked for its own."""
