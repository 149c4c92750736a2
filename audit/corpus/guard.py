"""Watches one document at a time: a worker that hangs is ended, and a document that ends workers is given up.

The clock is `faulthandler`'s, which runs in C: it ends the process even where a library never comes back to Python.
"""

from __future__ import annotations

import faulthandler
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO

from audit.errors import UnreadableError

__all__ = ["TRIES", "Guard"]

GRACE = 1.0
"""Seconds beyond its limit that a document may take: the clock, each winding of which starts a thread, is not wound again
for documents that are begun within this time."""
TRIES = 2
"""A document that ends this many workers which do nothing else is given up."""


class Guard:
    """The watch over one unit. With `notes`, what is in hand is written down for the next try of the same run."""

    def __init__(self, out: Path, unit: int, run: str, seconds: float, *, notes: bool) -> None:
        self._file = out / ".notes" / f"unit-{unit:08d}"
        self._run, self._seconds, self._notes = run, seconds, notes
        self._deaths: Counter[int] = Counter()
        self._slow: set[int] = set()
        self._log: IO[str]
        self._wound = 0.0

    def __enter__(self) -> Guard:
        if self._notes:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists():
                self._read()
        self._log = (self._file if self._notes else Path(os.devnull)).open("a", encoding="utf-8")
        self._note(f"try {self._run}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._log.close()
        if kind is None and self._notes:
            self._file.unlink(missing_ok=True)

    def given_up(self, number: int, where: str) -> UnreadableError | None:
        """Why the document of that number is not tried again, or None."""
        if self._deaths[number] < TRIES:
            return None
        if number in self._slow:
            return UnreadableError(where, f"took longer than {self._seconds:g} seconds", "audit it alone")
        return UnreadableError(where, "ended the process that read it", "look at the file")

    @contextmanager
    def clock(self) -> Iterator[None]:
        """The time in which documents are watched: it ends the process if one that was begun takes too long."""
        self._wind()
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()

    def begin(self, number: int) -> None:
        """The document of that number is in hand from now on."""
        self._note(str(number))
        if time.monotonic() - self._wound > GRACE:
            self._wind()

    def _wind(self) -> None:
        self._wound = time.monotonic()
        faulthandler.dump_traceback_later(self._seconds + GRACE, exit=True, file=self._log)

    def _note(self, line: str) -> None:
        if self._notes:
            self._log.write(line + "\n")
            self._log.flush()

    def _read(self) -> None:
        """Count the documents at which earlier tries of this run ended. Notes of another run count for nothing:
        it was ended as a whole, by no document's fault."""
        ours, last, slow = False, None, False
        for line in [*self._file.read_text(encoding="utf-8", errors="replace").splitlines(), "try"]:
            if line.startswith("try"):
                if ours and last is not None:
                    self._deaths[last] += 1
                    if slow:
                        self._slow.add(last)
                ours, last, slow = line == f"try {self._run}", None, False
            elif line.isdigit():
                last = int(line)
            elif line.startswith("Timeout"):
                slow = True
