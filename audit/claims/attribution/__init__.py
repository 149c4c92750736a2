"""Who states each figure, through whom, and how firmly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from audit.claims.attribution.accept import weights
from audit.claims.attribution.candidates import Candidate, find_candidates
from audit.claims.attribution.carried import carried
from audit.claims.attribution.chain import link, outlet, speakers
from audit.claims.attribution.disclaimers import disclaimers
from audit.claims.attribution.hedges import Weakening, governs, weakenings
from audit.claims.attribution.names import Names
from audit.claims.attribution.publisher import Publisher, publisher_of
from audit.claims.attribution.rejected import rejected
from audit.claims.attribution.sources import Finder, Named, Reader
from audit.claims.attribution.status import claimed, status_of
from audit.claims.claim import Attribution, Confidence, CueKind, Hedge, HedgeKind, Link, Status
from audit.document import Document
from audit.figures.figure import Figure

__all__ = ["Candidate", "Publisher", "attribute", "find_candidates", "publisher_of"]

_NEAR = 24
"""Hedges on either side of a figure that are looked at."""
_STATING = frozenset(["sv", "vs", "according", "coordinated"])


def attribute(
    document: Document, figures: Sequence[Figure], *, find: Finder = find_candidates
) -> tuple[tuple[Attribution, Status], ...]:
    """Attribution and status of each figure, in order.

    `find` gives the candidates of a sentence; a parser may take its place.
    """
    attributor = _Attributor(document, find)
    return carried(document, figures, [attributor.attribute(figure) for figure in figures])


class _Attributor:
    """What is found out once about a document and serves all its figures."""

    def __init__(self, document: Document, find: Finder) -> None:
        self.document = document
        self.reader = Reader(document, find)
        self.names = Names(document)
        self._weakenings: dict[int, list[Weakening]] = {}

    @cached_property
    def publisher(self) -> Link:
        found = publisher_of(self.document)
        if found is None:
            return Link("the publisher", None, None, CueKind.PUBLISHER)
        return Link(found.name, None, found.words, CueKind.PUBLISHER)

    @cached_property
    def disclaimers(self) -> dict[int, list[Hedge]]:
        return disclaimers(self.document, self._states)

    def _states(self, sentence: int) -> bool:
        return any(candidate.order in _STATING for candidate in self.reader.read(sentence).candidates)

    def attribute(self, figure: Figure) -> tuple[Attribution, Status]:
        named = [one for one in self.reader.named(figure.start) if not rejected(one)]
        best = max(named, key=lambda one: one.share, default=None)
        table = weights()
        if best is not None and best.share < table.accept:
            best = None
        governing = self._governing(figure)
        hedges = [
            Hedge(one.cue, one.sort.kind, *self._stretch(figure, one)) for one in governing if one.sort.kind is not None
        ]
        sentence = self.document.sentence_at(figure.start)
        if best is not None and claimed(best):
            end = sentence.end if sentence is not None else figure.end
            hedges.append(Hedge(best.cue, HedgeKind.HEDGE, min(best.cue.end, figure.start), max(end, figure.end)))
        if sentence is not None:
            hedges += self.disclaimers.get(sentence.index, [])
        status = status_of((one.sort for one in governing), hedges, best)
        chain, grade = [self.publisher], Confidence.HIGH
        if best is not None:
            chain += self._chain(named, best)
            grade = Confidence.HIGH if best.share >= table.high else Confidence.LOW
        return Attribution(tuple(chain), tuple(sorted(hedges, key=lambda h: (h.cue.start, h.cue.end))), grade), status

    def _chain(self, named: list[Named], best: Named) -> list[Link]:
        passed = speakers(named, best)
        links = [link(self.reader, self.names, one) for one in passed]
        told = outlet(self.names, passed[0])
        return [told, *links] if told is not None and told.name != self.publisher.name else links

    def _governing(self, figure: Figure) -> list[Weakening]:
        sentence = self.document.sentence_at(figure.start)
        if sentence is None:
            return []
        tokens = self.reader.read(sentence.index).tokens
        if sentence.index not in self._weakenings:
            self._weakenings[sentence.index] = weakenings(tokens)
        at = tokens.at(figure.start)
        found = self._weakenings[sentence.index]
        place = bisect_left(found, figure.start, key=lambda one: one.cue.start)
        near = found[max(0, place - _NEAR) : place + _NEAR]
        return [one for one in near if governs(one, tokens, at)]

    def _stretch(self, figure: Figure, one: Weakening) -> tuple[int, int]:
        sentence = self.document.sentence_at(figure.start)
        assert sentence is not None
        tokens = self.reader.read(sentence.index).tokens
        return tokens.starts[one.first], tokens.end(one.last)
