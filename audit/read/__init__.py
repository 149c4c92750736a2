"""Turns paths, bytes, URLs and standard input into documents: one file a format.

`read` gives the one document of a file and raises `UnreadableError`; `read_many` takes any number of files, folders,
globs, containers and '-' and gives failures as values in their place, so that one bad input does not stop the rest.
`find` finds the same and leaves the reading for later, or for another process.
"""

from __future__ import annotations

from audit.read.options import Columns, Limits, ReadOptions
from audit.read.pending import Pending
from audit.read.sources import find, read, read_many

__all__ = ["Columns", "Limits", "Pending", "ReadOptions", "find", "read", "read_many"]
