"""What of a text's digits no figure has read: counted and shown, so that nothing vanishes unsaid."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from audit.figures.figure import Figure, Kind
from audit.text.document import Document, Span

__all__ = ["unread"]

_TOKEN = re.compile(r"\S*\d\S*")
_DIGITS = re.compile(r"\d+")


_NEAR = 16
"""Characters between the counted of a rate and the number that it is given per: '64 deaths per 1,000'."""


def _divides(figure: Figure, at: int) -> bool:
    """Whether the number there is what the rate before it is divided by."""
    end = max(figure.end, figure.phrase.end if figure.phrase and not figure.carried else 0)
    return figure.per is not None and at - end <= _NEAR


def unread(document: Document, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """The words with digits that stand in no figure, and the figures of a form that was not understood, in order.

    >>> from audit.figures import find_figures
    >>> document = Document("They counted 1,2,00 of them and 12 more.")
    >>> [span.text for span in unread(document, find_figures(document))]
    ['1,2,00']
    """
    starts, ends = [figure.start for figure in figures], [figure.end for figure in figures]
    found = {(figure.start, figure.end) for figure in figures if figure.kind is Kind.UNREAD}
    for token in _TOKEN.finditer(document.text):
        for digits in _DIGITS.finditer(document.text, *token.span()):
            index = bisect_right(starts, digits.start()) - 1
            if index < 0 or (ends[index] <= digits.start() and not _divides(figures[index], digits.start())):
                found.add(token.span())
                break
    return tuple(document.span(start, end) for start, end in sorted(found))
