"""Test sentences with their figures in braces: 'The army said {40} died.'"""

from __future__ import annotations

import re

from audit.claims.attribution import attribute
from audit.claims.claim import Attribution, Status
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.text.document import Document

__all__ = ["read", "read_one"]

_BRACES = re.compile(r"\{([^}]*)\}")


def read(marked: str, *, publisher: str | None = None) -> list[tuple[Attribution, Status]]:
    """Attribution and status of each figure in braces; the braces are taken out first."""
    figures, text, at = [], "", 0
    for match in _BRACES.finditer(marked):
        text += marked[at : match.start()]
        figures.append(Figure(len(text), len(text) + len(match[1]), match[1], Interval.of(1)))
        text += match[1]
        at = match.end()
    return list(attribute(Document(text + marked[at:], publisher=publisher), figures))


def read_one(marked: str) -> tuple[Attribution, Status]:
    """The same for a text with one figure."""
    (one,) = read(marked)
    return one
