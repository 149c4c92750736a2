"""Who states each figure, through whom, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence

from audit.claims.attribution.accept import weights
from audit.claims.attribution.candidates import Candidate, find_candidates
from audit.claims.attribution.sources import Finder, Named, Reader
from audit.claims.claim import Attribution, Confidence, CueKind, Link, Status
from audit.document import Document
from audit.figures.figure import Figure

__all__ = ["Candidate", "attribute", "find_candidates"]

_KINDS = {
    "according": CueKind.ACCORDING_TO,
    "nominal": CueKind.NOMINAL,
    "within": CueKind.EVIDENTIAL,
    "colon": CueKind.COLON,
}


def attribute(
    document: Document, figures: Sequence[Figure], *, find: Finder = find_candidates
) -> tuple[tuple[Attribution, Status], ...]:
    """Attribution and status of each figure, in order.

    `find` gives the candidates of a sentence; a parser may take its place.
    """
    reader = Reader(document, find)
    publisher = Link(document.publisher or "the publisher", None, None, CueKind.PUBLISHER)
    return tuple((_attribution(reader, figure, publisher), Status.ASSERTED) for figure in figures)


def _attribution(reader: Reader, figure: Figure, publisher: Link) -> Attribution:
    named = reader.named(figure.start)
    best = max(named, key=lambda one: one.share, default=None)
    table = weights()
    if best is None or best.share < table.accept:
        return Attribution((publisher,))
    grade = Confidence.HIGH if best.share >= table.high else Confidence.LOW
    return Attribution((publisher, Link(best.head.text, best.source, best.cue, _kind(best))), (), grade)


def _kind(named: Named) -> CueKind:
    if named.candidate.order in _KINDS:
        return _KINDS[named.candidate.order]
    if named.candidate.verb == "show":
        return CueKind.EVIDENTIAL
    quoted = any(" quoted beside" in f or f.startswith("quote.") for f in named.features)
    return CueKind.DIRECT if quoted else CueKind.INDIRECT
