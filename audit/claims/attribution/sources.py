"""Which candidates each figure of a document has for its source, and how likely each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.claims.attribution.accept import log_odds, shares, weights
from audit.claims.attribution.candidates import Candidate
from audit.claims.attribution.elsewhere import Elsewhere, Place
from audit.claims.attribution.features import between, side, standing
from audit.claims.attribution.reading import Reader, Reading
from audit.claims.attribution.tokens import Tokens
from audit.document import Span

__all__ = ["Named", "Sources"]


@dataclass(slots=True)
class Named:
    """A candidate in the document, as it looks from a figure."""

    candidate: Candidate
    tokens: Tokens
    sentence: int
    standing: list[str]
    """Features that it has for every figure on this side of it."""
    between: list[str]
    """Features of what stands between it and the figure."""
    log_odds: int
    """Of being the source rather than nobody, were it alone, in hundredths."""
    share: float = 0.0
    """Its share of the probability of being the source, among all candidates of the figure and nobody."""

    @property
    def source(self) -> Span:
        return self.tokens.span(*self.candidate.source)

    @property
    def head(self) -> Span:
        return self.tokens.span(*self.candidate.head)

    @property
    def cue(self) -> Span:
        return self.tokens.span(*self.candidate.cue)


class Sources:
    """The candidates of the figures of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._elsewhere = Elsewhere(reader)

    def named(self, sentence: int, offset: int) -> list[Named]:
        """Every candidate for a figure of that sentence at the offset: those beside it, in order, then those elsewhere."""
        reading = self._reader.read(sentence)
        figure = min(reading.tokens.at(offset), len(reading.tokens) - 1)
        found = list(_near(reading, sentence, figure)) if reading.candidates else []
        found += map(self._far, self._elsewhere.places(sentence, reading.quoted[figure]))
        if found:
            for one, share in zip(found, shares([one.log_odds for one in found]), strict=True):
                one.share = share
        return found

    def _far(self, place: Place) -> Named:
        """The candidate of another sentence; what tells of it is how it was found."""
        reading = self._reader.read(place.sentence)
        candidate = reading.candidates[place.which]
        family = place.how.split(".")[0].split()[0]
        told = [place.how, f"{family} verb {candidate.verb}", f"{family} order {candidate.order}"]
        if place.steps:
            told.append(f"{family} steps {min(place.steps, 3)}")
        return Named(candidate, reading.tokens, place.sentence, told, [], weights().base + log_odds(told))


def _near(reading: Reading, sentence: int, figure: int) -> Iterator[Named]:
    for which in reading.around(figure):
        candidate = reading.candidates[which]
        place = side(reading.tokens, candidate, figure)
        if place is not None:
            known = reading.standing.get((which, place))
            if known is None:
                features = standing(reading.tokens, candidate, place)
                known = reading.standing[which, place] = features, weights().base + log_odds(features)
            features, odds = known
            passed = between(reading, which, figure, place)
            yield Named(candidate, reading.tokens, sentence, features, passed, odds + log_odds(passed))
