"""The constructions that a sentence has, and which figure stands where in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.checks.language import SHORT, Construction
from audit.checks.placeholders import MARK
from audit.checks.skeleton import Skeleton
from audit.claims.claim import Claim

__all__ = ["Match", "matches"]


@dataclass(frozen=True, slots=True)
class Match:
    """A construction found in a sentence."""

    words: str
    """The sentence as it was matched."""
    claims: Mapping[str, Claim]
    """By name; of a list the first."""
    lists: Mapping[str, tuple[Claim, ...]]
    places: Mapping[str, int]
    """Offset of each figure's placeholder in the words; of a list that of the first."""
    start: int
    end: int

    @property
    def first(self) -> str:
        """The figure that stands first."""
        return min(self.places, key=lambda name: self.places[name])

    def between(self, one: str, other: str) -> str:
        """The words between two figures, in whichever order they stand."""
        first, last = sorted((self.places[one], self.places[other]))
        return self.words[first + 1 : last]

    def before(self, name: str) -> str:
        """The words of the construction before a figure, back to the figure before it."""
        return self.words[self._previous(name) : self.places[name]]

    def after(self, name: str, width: int = 60) -> str:
        """The words after a figure up to the next figure or the width."""
        start = self.places[name] + 1
        words = self.words[start : start + width]
        figure = MARK.search(words)
        return words[: figure.start()] if figure else words

    def tails(self, name: str) -> list[str]:
        """The few words after each figure of a list; nothing if there is no such list."""
        tails = []
        at = self.places.get(name, 0)
        for _ in self.lists.get(name, ()):
            tails.append(self.words[at + 1 :].partition(",")[0][:SHORT])
            following = MARK.search(self.words, at + 1)
            at = following.start() if following else at
        return [MARK.split(tail, maxsplit=1)[0] for tail in tails]

    def around(self, name: str) -> str:
        """The few words on either side of a figure, which stands between them as a bar."""
        start = self.places[name]
        return f"{self.words[max(0, start - SHORT) : start]}|{self.words[start + 1 : start + 1 + SHORT]}"

    def _previous(self, name: str) -> int:
        return max((place + 1 for place in self.places.values() if place < self.places[name]), default=self.start)


def matches(skeleton: Skeleton, vocabulary: str, family: str, *, timed: bool = False) -> Iterator[Match]:
    """Every construction of the family that the sentence has, that which is written first first.

    `timed` keeps the lengths of periods, which otherwise are no figures ('in the last three months').
    """
    able = skeleton.possible.get((vocabulary, family))
    return iter(()) if able is None else _matches(skeleton, able, skeleton.timed if timed else skeleton.text)


def _matches(skeleton: Skeleton, able: Sequence[Construction], words: str) -> Iterator[Match]:
    for construction in able:
        for found in construction.pattern.finditer(words):
            groups = {name: marks for name, marks in found.groupdict().items() if marks is not None}
            claims = {name: skeleton.claim(marks[0]) for name, marks in groups.items()}
            lists = {
                name: tuple(skeleton.claim(mark) for mark in MARK.findall(marks))
                for name, marks in groups.items()
                if len(marks) > 1
            }
            places = {name: found.start(name) for name in claims}
            yield Match(words, claims, lists, places, found.start(), found.end())
