"""Where a claim stands in its file, by line and column, for tools that point into files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from audit.claims.claim import Claim

__all__ = ["Place", "place_of"]

_AS_IT_STANDS = frozenset({".txt", ".text", ".md", ""})
"""Suffixes of files whose text is read as it stands, so that its lines are those of the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Lines and columns count from 1, columns in Unicode code points; None where the file has no lines of its own."""

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    """That behind the last character."""


def place_of(claim: Claim) -> Place:
    """The place of the claim's figure; of a page, a Word file or a table the file alone."""
    document, figure = claim.document, claim.figure
    file = document.origin or document.name
    if claim.locator or PurePath(file).suffix.lower() not in _AS_IT_STANDS:
        return Place(file)
    line, column = _at(document.text, figure.start)
    end_line, end_column = _at(document.text, figure.end)
    return Place(file, line, column, end_line, end_column)


def _at(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
