"""Who states each figure, through whom, and how firmly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from audit.claims.attribution.accept import shares, weights
from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.candidates import find_candidates
from audit.claims.attribution.carried import carried
from audit.claims.attribution.chain import link, outlet, speakers
from audit.claims.attribution.disclaimers import disclaimers
from audit.claims.attribution.hedges import Weakening, governs, may_weaken, weakenings
from audit.claims.attribution.names import Names
from audit.claims.attribution.publisher import Publisher, publisher_of
from audit.claims.attribution.reading import Finder, Reader, Reading
from audit.claims.attribution.rejected import rejected
from audit.claims.attribution.sources import Named, Sources
from audit.claims.attribution.status import claimed, status_of
from audit.claims.claim import Attribution, Confidence, CueKind, Hedge, HedgeKind, Link, Status
from audit.figures.figure import Figure
from audit.text.document import Document, Sentence

__all__ = ["Candidate", "Publisher", "attribute", "find_candidates", "publisher_of"]

_NEAR = 24
"""Hedges on either side of a figure that are looked at."""
_Cued = TypeVar("_Cued", Weakening, Hedge)
_STATING = frozenset(["sv", "vs", "according", "coordinated"])


def attribute(
    document: Document, figures: Sequence[Figure], *, find: Finder = find_candidates
) -> tuple[tuple[Attribution, Status], ...]:
    """Attribution and status of each figure, in order.

    `find` gives the candidates of a sentence; a parser may take its place.
    """
    attributor = _Attributor(document, find)
    found: list[tuple[Attribution, Status]] = []
    for sentence, inside in groupby(figures, lambda figure: document.sentence_at(figure.start)):
        found += attributor.attribute(sentence, inside)
    return carried(document, figures, found)


class _Attributor:
    """What is found out once about a document and serves all its figures."""

    def __init__(self, document: Document, find: Finder) -> None:
        self._document = document
        self._reader = Reader(document, find)
        self._sources = Sources(self._reader)
        self._names = Names(document)
        self._links: dict[tuple[int, Candidate, str, bool], Link] = {}
        publisher = publisher_of(document) or Publisher("the publisher")
        self._publisher = Link(publisher.name, None, publisher.words, CueKind.PUBLISHER)
        self._unnamed = Attribution((self._publisher,))
        self._disclaimers = disclaimers(document, self._states)

    def _states(self, sentence: int) -> bool:
        return any(candidate.order in _STATING for candidate in self._reader.read(sentence).candidates)

    def attribute(self, sentence: Sentence | None, figures: Iterable[Figure]) -> Iterator[tuple[Attribution, Status]]:
        """Attribution and status of each figure of one sentence; None is the sentence of a text that has none."""
        unnamed = self._unnamed, Status.ASSERTED
        if sentence is None:
            yield from (unnamed for _ in figures)
            return
        reading = self._reader.read(sentence.index)
        weakened = may_weaken(self._document.words_of(sentence))
        weakening = weakenings(reading.tokens) if weakened else []
        disclaimed = self._disclaimers.get(sentence.index, [])
        for figure in figures:
            named = self._sources.named(reading, figure.start)
            best, share = _best(named) if named else (None, 0.0)
            governing = _governing(reading, weakening, figure) if weakening else []
            if best is None and not governing and not disclaimed:
                yield unnamed
                continue
            hedges = list(_hedges(reading, governing)) if governing else []
            if disclaimed:
                hedges += _nearest(disclaimed, figure.start)
            if best is not None and claimed(best):
                start, end = min(best.cue.end, figure.start), max(sentence.end, figure.end)
                hedges.append(Hedge(best.cue, HedgeKind.HEDGE, start, end))
            if len(hedges) > 1:
                hedges.sort(key=lambda hedge: (hedge.cue.start, hedge.cue.end))
            chain, grade = [self._publisher], Confidence.HIGH
            if best is not None:
                chain += self._chain(named, best)
                grade = Confidence.HIGH if share >= weights().high else Confidence.LOW
            status = status_of([one.sort for one in governing], hedges, best)
            yield Attribution(tuple(chain), tuple(hedges), grade), status

    def _chain(self, named: list[Named], best: Named) -> list[Link]:
        passed = speakers(named, best)
        links = [self._link(one) for one in passed]
        told = outlet(self._names, passed[0])
        return [told, *links] if told is not None and told.name != self._publisher.name else links

    def _link(self, one: Named) -> Link:
        """The link of one source, the same for all figures that see it in the same way."""
        key = one.sentence, one.candidate, one.standing.place, "quoted beside" in one.between
        known = self._links.get(key)
        if known is None:
            known = self._links[key] = link(self._reader, self._names, one)
        return known


def _best(named: list[Named]) -> tuple[Named | None, float]:
    """The likeliest source that counts, and how likely it is."""
    best, most, least = None, 0.0, weights().accept
    log_odds = [one.log_odds for one in named]
    if max(log_odds) < weights().floor:
        return best, most
    for one, share in zip(named, shares(log_odds), strict=True):
        if share >= least and share > most and not rejected(one):
            best, most = one, share
    return best, most


def _governing(reading: Reading, weakening: list[Weakening], figure: Figure) -> list[Weakening]:
    """Those of the sentence's weakenings that reach the figure."""
    at = reading.tokens.at(figure.start)
    return [one for one in _nearest(weakening, figure.start) if governs(one, reading.tokens, at)]


def _nearest(cued: list[_Cued], offset: int) -> list[_Cued]:
    """Those whose cues stand next to the offset, so that a text without full stops takes no longer."""
    if len(cued) <= _NEAR:
        return cued
    place = bisect_left(cued, offset, key=lambda one: one.cue.start)
    return cued[max(0, place - _NEAR) : place + _NEAR]


def _hedges(reading: Reading, governing: list[Weakening]) -> Iterator[Hedge]:
    tokens = reading.tokens
    for one in governing:
        if one.sort.kind is not None:
            yield Hedge(one.cue, one.sort.kind, tokens.starts[one.first], tokens.end(one.last))
