"""Finds the figures of a text."""

from __future__ import annotations

from audit.document import Document
from audit.figures.figure import Figure

__all__ = ["find_figures"]


def find_figures(text: str | Document, *, convention: str = "plain") -> tuple[Figure, ...]:
    """Every figure of the text, in order; those that are no quantities carry a kind that says so.

    `convention` names the table that gives vague words their intervals ('plain', 'acled', 'airwars', 'ucdp').
    """
    return ()
