"""A sentence as the constructions see it: lower case, plain quotes, each figure one placeholder, asides cut out.

Every placeholder is a character of its own that tells the figure's class and its place among the sentence's claims, so
that words may be cut without losing track of which figure is which. The text of the document is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from audit.checks.gaps import plain
from audit.claims.claim import Claim
from audit.document import Document, Sentence
from audit.figures.figure import Figure, Kind
from audit.vocabulary import load
from audit.words import words_in

__all__ = ["BOUNDARY", "CLASSES", "MARK", "Skeleton", "any_of", "join", "skeletons"]

BOUNDARY = "‖"
"""Stands between two sentences that are read together."""

_BASE = 0xE000
_ROOM = 200
"""Figures of one class that a sentence has room for; a longer one is a table and no construction reads it."""
PER_SHARE = "per_share"
"""A class of its own: money for one share stands beside totals that it must not be mixed up with."""
CLASSES: tuple[str, ...] = (*(kind.value for kind in Kind), PER_SHARE)


def any_of(*names: str) -> str:
    """A character class that matches the placeholder of a figure of any of the kinds; of all kinds if none is named."""
    ranges = [
        f"{chr(_BASE + number * _ROOM)}-{chr(_BASE + (number + 1) * _ROOM - 1)}"
        for number, name in enumerate(CLASSES)
        if not names or name in names
    ]
    return f"[{''.join(ranges)}]"


MARK = re.compile(any_of())
"""Matches any placeholder."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One sentence: its words with a placeholder for each figure, and the claims that the placeholders stand for."""

    text: str
    """Without the lengths of the periods that figures are of ('in the last three months')."""
    timed: str
    """With them."""
    claims: tuple[Claim, ...]
    sentence: Sentence
    kinds: frozenset[str]
    words: frozenset[str]
    """Those of the text and of the periods, by which a construction is ruled out before it is tried."""
    first: int
    """Number of the first claim's placeholder; the others follow, and begin again at 0 after the last there is room for."""

    def claim(self, mark: str) -> Claim:
        """The claim for which the placeholder stands."""
        return self.claims[((ord(mark) - _BASE) % _ROOM - self.first) % _ROOM]


def skeletons(document: Document, claims: Sequence[Claim]) -> list[Skeleton]:
    """One for each sentence that has several figures or stands beside one that has, in order.

    No construction has fewer than two figures, and none over two sentences fewer than three.
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        if claim.sentence is None or claim.implied:
            continue
        last = groups[-1][-1] if groups else None
        if last is None or last.sentence is not claim.sentence:
            groups.append([claim])
        elif claim.figure.start >= last.figure.end:
            groups[-1].append(claim)
    found: list[Skeleton] = []
    count = 0
    for place, group in enumerate(groups):
        if max(map(len, groups[max(0, place - 1) : place + 2])) > 1:
            found.extend(_skeleton(document, group, count))
        count += len(group)
    return found


def join(first: Skeleton, second: Skeleton) -> Skeleton | None:
    """Two neighbouring sentences read together; None if they have too many figures for that."""
    if len(first.claims) + len(second.claims) > _ROOM:
        return None
    return Skeleton(
        f"{first.text}{BOUNDARY}{second.text}",
        f"{first.timed}{BOUNDARY}{second.timed}",
        first.claims + second.claims,
        second.sentence,
        first.kinds | second.kinds,
        first.words | second.words,
        first.first,
    )


def _skeleton(document: Document, claims: list[Claim], count: int) -> list[Skeleton]:
    if len(claims) > _ROOM:
        return []
    sentence = claims[0].sentence
    assert sentence is not None
    pieces = []
    at = sentence.start
    for place, claim in enumerate(claims, count):
        pieces.append(plain(document.text[at : claim.figure.start], _PLAIN))
        pieces.append(chr(_BASE + CLASSES.index(_class(claim.figure)) * _ROOM + place % _ROOM))
        at = claim.figure.end
    pieces.append(plain(document.text[at : sentence.end], _PLAIN))
    kinds = frozenset(_class(claim.figure) for claim in claims)
    timed = _cut("".join(pieces), kinds)
    text = _periods().sub(r"\1", timed) if Kind.DURATION.value in kinds else timed
    return [Skeleton(text, timed, tuple(claims), sentence, kinds, words_in(timed), count % _ROOM)]


def _class(figure: Figure) -> str:
    return PER_SHARE if figure.per in load("checks")["asides"]["shares"] else figure.kind.value


_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", BOUNDARY: " "}
)


@cache
def _brackets() -> tuple[tuple[re.Pattern[str], str], ...]:
    figure, converted = any_of(), any_of(Kind.MONEY.value, Kind.MEASURE.value)
    return (
        # (EIA), (trucks and buses): brackets without a figure
        (re.compile(rf" ?\((?![^()]*{figure})[^()]{{0,80}}\)"), ""),
        # £3.24bn ($6.13bn), 2.9bn euros ($3.8bn; £2bn), 12 miles (19 km): a conversion
        (re.compile(rf"({converted}) ?\((?:[^()]{{0,12}}{converted}){{1,4}} ?\)"), r"\1"),
    )


@cache
def _share_prices() -> re.Pattern[str]:
    """', or $6.44 a share'."""
    return re.compile(rf",? or (?:\w+ )?{any_of(PER_SHARE)}")


@cache
def _days() -> re.Pattern[str]:
    """'ended April three', 'March 1 to 15': the number of a day."""
    months = "|".join(load("dates")["months"])
    through = r"(?:to|and|through|-)"
    return re.compile(rf"\b((?:{months})\.?(?: \d{{1,2}} ?{through})?) {any_of(Kind.COUNT.value)}(?= ?\W| to | from )")


def _cut(text: str, kinds: frozenset[str]) -> str:
    if "(" in text:
        for pattern, kept in _brackets():
            text = pattern.sub(kept, text)
    if PER_SHARE in kinds:
        text = _share_prices().sub("", text)
    if Kind.COUNT.value in kinds and any(month in text for month in load("dates")["months"]):
        text = _days().sub(r"\1", text)
    return text


@cache
def _periods() -> re.Pattern[str]:
    words = "|".join(load("checks")["asides"]["period"])
    return re.compile(rf"\b((?:{words}) (?:[a-z]+ ){{0,2}}?){any_of(Kind.DURATION.value)} ?")
