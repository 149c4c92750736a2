"""Which candidates each figure of a document has for its source, and how likely each of them is."""

from __future__ import annotations

from typing import NamedTuple

from audit.claims.attribution.accept import weights
from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.elsewhere import Elsewhere, Place
from audit.claims.attribution.features import Look, between, look, side, standing
from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.reading import Reader, Reading, Standing
from audit.claims.attribution.tokens import Tokens
from audit.text.document import Span
from audit.vocabulary import kept

__all__ = ["Named", "Sources"]


class Named(NamedTuple):
    """A candidate in the document, as it looks from a figure."""

    candidate: Candidate
    tokens: Tokens
    sentence: int
    standing: Standing
    between: list[str]
    """Features of what stands between it and the figure."""
    log_odds: int
    """Of being the source rather than nobody, were it alone, in hundredths."""

    @property
    def features(self) -> list[str]:
        """All that it is weighed by, as the weights name it."""
        place, sided, others, _ = self.standing
        family = place.partition(".")[0]
        return [
            *(f"{place} {name}".rstrip() for name in sided + self.between),
            *(f"{family} {name}" for name in others),
        ]

    @property
    def source(self) -> Span:
        """The source with what explains it, without whom it cites: 'Orin' of 'Orin, citing the ministry, said'."""
        (first, last), end = self.candidate.source, self.candidate.head[1]
        comma, cites = [*self.tokens.words[end + 1 : end + 3], "", ""][:2]
        cited = comma == "," and cites in lexicon().citing
        return self.tokens.span(first, end if cited and end < last else last)

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

    def named(self, reading: Reading, offset: int) -> list[Named]:
        """Every candidate for a figure of that sentence at the offset: those beside it, in order, then those elsewhere."""
        found = _near(reading, offset) if reading.candidates else []
        places = self._elsewhere.places(reading.sentence, self._reader.quotes.at(offset))
        return [*found, *map(self._far, places)] if places else found

    def _far(self, found: Place) -> Named:
        """The candidate of another sentence; what tells of it is how it was found."""
        reading = self._reader.read(found.sentence)
        candidate = reading.candidates[found.which]
        place, _, quoted = found.how.partition(" ")
        others = [f"verb {candidate.verb}", f"order {candidate.order}"]
        if found.steps:
            others.append(f"steps {min(found.steps, 3)}")
        seen = _standing(place, [quoted], others)
        return Named(candidate, reading.tokens, found.sentence, seen, [], seen.log_odds)


def _near(reading: Reading, offset: int) -> list[Named]:
    """The candidates of the figure's own sentence."""
    tokens, table, found = reading.tokens, weights(), []
    figure = min(tokens.at(offset), len(tokens.words) - 1)
    for which in reading.around(figure):
        candidate = reading.candidates[which]
        place = side(tokens, candidate, figure)
        if place is not None:
            seen = reading.standing.get((which, place))
            if seen is None:
                seen = _beside(place, look(tokens, candidate, place))
                reading.standing[which, place] = seen
            passed = between(reading, candidate, figure, place)
            odds = seen.log_odds + table.of(seen.place, passed)
            found.append(Named(candidate, tokens, reading.sentence, seen, passed, odds))
    return found


@kept(most=1 << 13)
def _beside(place: str, seen: Look) -> Standing:
    """What the figures on that side see of a candidate that looks so; many in a corpus look alike."""
    return _standing(f"{seen.order}.{place}", *standing(seen))


def _standing(place: str, sided: list[str], others: list[str]) -> Standing:
    table = weights()
    log_odds = table.base + table.of(place, sided) + table.of(place.partition(".")[0], others)
    return Standing(place, sided, others, log_odds)
