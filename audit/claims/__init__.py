"""Turns figures into claims: what is counted, of whom, where, as of when, who says so, how firmly."""

from __future__ import annotations

from audit.claims.attribution import attribute
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures import find_figures
from audit.figures.figure import Figure
from audit.interval import Interval

__all__ = ["casualties", "find_claims"]


def find_claims(
    text: str | Document, *, figures: tuple[Figure, ...] | None = None, convention: str = "plain"
) -> tuple[Claim, ...]:
    """The claims of a text, in order: one for each figure that is a quantity, and one for each victim without a number."""
    document = text if isinstance(text, Document) else Document(text)
    found = find_figures(document, convention=convention) if figures is None else figures
    quantities = [figure for figure in found if figure.is_quantity]
    return tuple(
        Claim(figure, document, index, document.sentence_at(figure.start), attribution=attribution, status=status)
        for index, (figure, (attribution, status)) in enumerate(
            zip(quantities, attribute(document, quantities), strict=True)
        )
    )


def casualties(text: str | Document, *, convention: str = "plain") -> dict[str, Interval]:
    """The totals that the text itself gives, for the event or period that it is about, one interval a measure."""
    return {}
