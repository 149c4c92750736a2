"""Who states each figure, through whom, and how firmly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from audit.claims.attribution.accept import weights
from audit.claims.attribution.candidates import Candidate, find_candidates
from audit.claims.attribution.carried import carried
from audit.claims.attribution.chain import link, outlet, speakers
from audit.claims.attribution.disclaimers import disclaimers
from audit.claims.attribution.hedges import Weakening, governs
from audit.claims.attribution.names import Names
from audit.claims.attribution.publisher import Publisher, publisher_of
from audit.claims.attribution.reading import Finder, Reader
from audit.claims.attribution.rejected import rejected
from audit.claims.attribution.sources import Named, Sources
from audit.claims.attribution.status import claimed, status_of
from audit.claims.claim import Attribution, Confidence, CueKind, Hedge, HedgeKind, Link, Status
from audit.document import Document, Sentence
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
        self._document = document
        self._reader = Reader(document, find)
        self._sources = Sources(self._reader)
        self._names = Names(document)
        publisher = publisher_of(document) or Publisher("the publisher")
        self._publisher = Link(publisher.name, None, publisher.words, CueKind.PUBLISHER)
        self._unnamed = Attribution((self._publisher,))
        self._disclaimers = disclaimers(document, self._states)

    def _states(self, sentence: int) -> bool:
        return any(candidate.order in _STATING for candidate in self._reader.read(sentence).candidates)

    def attribute(self, figure: Figure) -> tuple[Attribution, Status]:
        sentence = self._document.sentence_at(figure.start)
        if sentence is None:
            return self._unnamed, Status.ASSERTED
        named = self._sources.named(sentence.index, figure.start)
        best = self._best(named)
        governing = self._governing(sentence, figure)
        disclaimed = self._disclaimers.get(sentence.index, [])
        if best is None and not governing and not disclaimed:
            return self._unnamed, Status.ASSERTED
        hedges = [*self._hedges(sentence, governing), *disclaimed]
        if best is not None and claimed(best):
            start, end = min(best.cue.end, figure.start), max(sentence.end, figure.end)
            hedges.append(Hedge(best.cue, HedgeKind.HEDGE, start, end))
        hedges.sort(key=lambda hedge: (hedge.cue.start, hedge.cue.end))
        chain, grade = [self._publisher], Confidence.HIGH
        if best is not None:
            chain += self._chain(named, best)
            grade = Confidence.HIGH if best.share >= weights().high else Confidence.LOW
        status = status_of((one.sort for one in governing), hedges, best)
        return Attribution(tuple(chain), tuple(hedges), grade), status

    def _best(self, named: list[Named]) -> Named | None:
        best, least = None, weights().accept
        for one in named:
            if one.share >= least and not rejected(one) and (best is None or one.share > best.share):
                best = one
        return best

    def _chain(self, named: list[Named], best: Named) -> list[Link]:
        passed = speakers(named, best)
        links = [link(self._reader, self._names, one) for one in passed]
        told = outlet(self._names, passed[0])
        return [told, *links] if told is not None and told.name != self._publisher.name else links

    def _governing(self, sentence: Sentence, figure: Figure) -> list[Weakening]:
        found = self._reader.weakenings(sentence.index)
        if not found:
            return []
        tokens = self._reader.read(sentence.index).tokens
        at = tokens.at(figure.start)
        place = bisect_left(found, figure.start, key=lambda one: one.cue.start)
        return [one for one in found[max(0, place - _NEAR) : place + _NEAR] if governs(one, tokens, at)]

    def _hedges(self, sentence: Sentence, governing: list[Weakening]) -> Iterator[Hedge]:
        tokens = self._reader.read(sentence.index).tokens
        for one in governing:
            if one.sort.kind is not None:
                yield Hedge(one.cue, one.sort.kind, tokens.starts[one.first], tokens.end(one.last))
