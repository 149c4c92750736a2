"""What could not be read, in few words: of the rows of one container that fail alike the first stand for the rest."""

from __future__ import annotations

import re
from collections import Counter

from audit.errors import UnreadableError

__all__ = ["MOST_ALIKE", "Failures", "kind"]

MOST_ALIKE = 20
"""Rows of a container that are named one by one: 300,000 empty ones would take a gigabyte and fill every report."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ROW = re.compile(r":\d+\Z")


class Failures:
    """Failures in their order; what was added beyond `MOST_ALIKE` of a kind is counted, and said at the end."""

    def __init__(self) -> None:
        self._named: list[UnreadableError] = []
        self._seen: Counter[tuple[str, str]] = Counter()

    def add(self, one: UnreadableError) -> None:
        alike = _ROW.sub("", one.where), kind(one.reason)
        self._seen[alike] += 1
        if self._seen[alike] <= MOST_ALIKE:
            self._named.append(one)

    def told(self) -> tuple[UnreadableError, ...]:
        rest = (
            UnreadableError(container, f"has {seen - MOST_ALIKE:,} more that could not be read, each of which {reason}")
            for (container, reason), seen in self._seen.items()
            if seen > MOST_ALIKE
        )
        return *self._named, *rest


def kind(reason: str) -> str:
    """A reason without its particulars, for counting: what stands before a bracket or a colon, its numbers as N.

    >>> kind("took longer than 0.5 seconds"), kind("is no JSON: line 3")
    ('took longer than N seconds', 'is no JSON')
    """
    for mark in "(:":
        reason = reason.partition(mark)[0]
    return _NUMBER.sub("N", reason).strip() or "unknown"
