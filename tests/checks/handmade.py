"""Claims made by hand, so that a rule is tested apart from the readers of figures and meanings."""

from __future__ import annotations

from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.text.document import Document

__all__ = ["claim", "verdicts"]


def claim(document, words, value, index=0, **fields):
    """The claim whose figure is the first occurrence of the words; `fields` are of `Figure` or of `Claim`."""
    start = document.text.index(words)
    of_figure = {
        name: fields.pop(name)
        for name in ("bound", "kind", "unit", "noun", "precision", "cue", "per")
        if name in fields
    }
    interval = value if isinstance(value, Interval) else Interval.of(value)
    figure = Figure(start, start + len(words), words, interval, **of_figure)
    return Claim(figure, document, index, document.sentence_at(start), **fields)


def duration(text, words, value, unit, published=None):
    document = Document(text, published=published)
    return document, (claim(document, words, value, kind=Kind.DURATION, unit=unit),)


def verdicts(binder, document, claims):
    from audit.checks.judge import judge

    return [judge(proposal) for proposal in binder(document, claims)]
