"""A sentence as a table hears it: its words with their concepts, and around each figure those that say what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from audit.claims.claim import Claim, Status
from audit.figures.figure import Kind
from audit.series.asking.concepts import Said, concepts, words_of_role
from audit.series.asking.stretches import Stretch
from audit.series.asking.values import Mention
from audit.syntax.tokens import Tokens
from audit.text.document import Document, Sentence

__all__ = ["Heard", "Spot"]

FAR = 8
"""Words behind a figure within which its verb is looked for."""
_UNSAID = frozenset({Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL})
"""What no table bears out: 'up to 900 people could die'."""
_BREAKS = frozenset({";", ":", "(", ")", "—", "–"})


@dataclass(frozen=True, eq=False, slots=True)
class Spot:
    """A figure that may speak of a table, with where its words stand."""

    claim: Claim
    first: int
    last: int
    """Its first token and the one behind its last."""
    noun: tuple[int, int]
    """The tokens of its noun phrase; empty behind the figure if it has none of its own."""


class Heard:
    """The words of a sentence, its figures, and the values and days that it names."""

    def __init__(
        self,
        sentence: Sentence,
        tokens: Tokens,
        claims: Sequence[Claim],
        stretches: Sequence[Stretch],
        apart: frozenset[str] = frozenset(),
    ) -> None:
        self._apart = apart
        self.sentence, self.tokens, self.stretches = sentence, tokens, stretches
        self.begin, self.end = tokens.at(sentence.start), tokens.from_(sentence.end)
        self.spots = [self._spot(claim) for claim in claims if _is_told(claim)]

    def _spot(self, claim: Claim) -> Spot:
        figure = claim.figure
        first, last = self.tokens.at(figure.start), self.tokens.from_(figure.end)
        phrase = figure.phrase
        if (
            phrase is not None
            and not figure.carried
            and phrase.start >= figure.end
            and phrase.start < self.sentence.end
        ):
            noun = self.tokens.at(phrase.start), self.tokens.from_(phrase.end)
        else:
            noun = last, last
        return Spot(claim, first, last, noun)

    @cached_property
    def words(self) -> list[str]:
        return self.tokens.words[self.begin : self.end]

    @cached_property
    def said(self) -> list[Said]:
        """The concepts of the sentence, by tokens of the document."""
        return [
            Said(one.first + self.begin, one.last + self.begin, one.concept)
            for one in concepts(self.words, self._apart)
        ]

    def has_unread_day(self, document: Document) -> bool:
        """Whether the sentence names a day or month that no days of the table can be told for: 'since 2 March'."""
        dates = (one for one in document.dates if self.sentence.start <= one.start < self.sentence.end)
        return any(not any(of.start <= one.start < of.end for of in self.stretches) for one in dates)

    def between(self, first: int, last: int) -> list[Said]:
        """The concepts from one token to another."""
        return [one for one in self.said if first <= one.first < last]

    def text(self, first: int, last: int) -> str:
        """The words from one token to another, in lower case."""
        return " ".join(self.tokens.words[max(first, self.begin) : min(last, self.end)])

    def has(self, role: str, first: int, last: int) -> bool:
        """Whether words of the role stand from one token to another; 'at least' and 'at most' of a figure are its bound."""
        kept = range(max(first, self.begin), min(last, self.end))
        text = f" {' '.join(',' if at in self._bounds else self.tokens.words[at] for at in kept)} "
        for idle in words_of_role("idle"):
            text = text.replace(f" {idle} ", " , ")
        return any(f" {word.replace('-', ' - ')} " in text for word in words_of_role(role))

    @cached_property
    def _bounds(self) -> frozenset[int]:
        """The tokens of the words that set the bounds of figures."""
        return frozenset(at for spot in self.spots for at in range(self.start(spot), spot.first))

    def start(self, spot: Spot) -> int:
        """The first token of a figure with the words before it that set its bound."""
        cue = spot.claim.figure.cue
        return min(spot.first, self.tokens.at(cue.start)) if cue is not None else spot.first

    def clause(self, at: int) -> tuple[int, int]:
        """The tokens of the clause around one."""
        first, last = at, at
        while first > self.begin and not self._parts(first - 1):
            first -= 1
        while last < self.end and not self._parts(last):
            last += 1
        return first, last

    def _parts(self, at: int) -> bool:
        """Whether a new clause begins behind the token."""
        word = self.tokens.words[at]
        if word in _BREAKS:
            return True
        if word in ("while", "whereas", "but"):
            return True
        return (
            word == ","
            and at + 1 < self.end
            and self.tokens.words[at + 1] in ("and", "but", "while", "whereas", "with")
        )

    def behind(self, spot: Spot) -> tuple[int, int]:
        """The tokens behind a figure's noun up to the next figure or the end of the clause."""
        start = max(spot.noun[1], spot.last)
        following = min((one.first for one in self.spots if one.first >= start), default=self.end)
        end = min(self.clause(spot.first)[1], following, start + FAR)
        return start, max(start, end)

    def ahead(self, spot: Spot) -> tuple[int, int]:
        """The tokens before a figure from the one before it, or from the beginning of the sentence."""
        before = max((one.noun[1] for one in self.spots if one.first < spot.first), default=self.begin)
        return min(before, spot.first), spot.first

    def own(self, mentions: Sequence[Mention], spot: Spot) -> list[Mention]:
        """The mentions that stand in no other figure's noun phrase."""
        others = [one.noun for one in self.spots if one is not spot]
        return [one for one in mentions if not any(low <= one.first < high for low, high in others)]

    def place(self, stretch: Stretch) -> tuple[int, int]:
        """The tokens of a stretch."""
        return self.tokens.at(stretch.start), self.tokens.from_(stretch.end)


def _is_told(claim: Claim) -> bool:
    figure = claim.figure
    return (
        figure.is_quantity
        and figure.words is None
        and not claim.implied
        and claim.status not in _UNSAID
        and figure.kind not in (Kind.DURATION, Kind.AGE)
        and not _is_year(claim)
    )


def _is_year(claim: Claim) -> bool:
    figure = claim.figure
    return (
        figure.kind is Kind.COUNT
        and figure.noun is None
        and figure.text.isdecimal()
        and 1800 <= int(figure.text) < 2100
    )
