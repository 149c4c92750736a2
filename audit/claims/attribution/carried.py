"""A source that is carried on: 'The mayor said 30 died. Twelve of them were children.' still has the mayor's count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.claims.claim import Attribution, Confidence, Status
from audit.figures.figure import Figure
from audit.lang import load
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["carried"]


@kept
def _of_them() -> tuple[str, ...]:
    return tuple(load("grammar")["of_them"])


def carried(
    document: Document, figures: Sequence[Figure], found: Sequence[tuple[Attribution, Status]]
) -> tuple[tuple[Attribution, Status], ...]:
    """What was found for each figure, with low confidence the source of the figure before for a part of what that counts.

    A part opens its sentence, says 'of them', names no source, and stands in the paragraph of the sentence before.
    """
    answers, of_them, lowered = list(found), _of_them(), document.lowered
    for i in [i for i, figure in enumerate(figures) if lowered.startswith(of_them, figure.end + 1)]:
        attribution, status = answers[i]
        before = answers[i - 1][0]
        if i and attribution.source is None and before.source and _follows(document, figures[i - 1], figures[i]):
            answers[i] = replace(attribution, chain=before.chain, confidence=Confidence.LOW), status
    return tuple(answers)


def _follows(document: Document, whole: Figure, part: Figure) -> bool:
    """Whether the part opens the sentence after that of the whole, in the same paragraph."""
    own, before = document.sentence_at(part.start), document.sentence_at(whole.start)
    if own is None or before is None or own.start != part.start:
        return False
    return own.index == before.index + 1 and own.paragraph == before.paragraph
