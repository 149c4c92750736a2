"""A sentence as the constructions see it: lower case, plain quotes, each figure one placeholder, asides cut out.

The text of the document is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from audit.checks.evidence import Evidence, possible
from audit.checks.gaps import plain
from audit.checks.language import Construction, Family
from audit.checks.placeholders import BOUNDARY, PER_SHARE, ROOM, any_of, place_of, placeholder
from audit.claims.claim import Claim
from audit.document import Document, Sentence
from audit.figures.figure import Kind
from audit.vocabulary import load

__all__ = ["Skeleton", "join", "skeleton"]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One sentence: its words with a placeholder for each figure, and the claims that the placeholders stand for."""

    text: str
    """Without the lengths of the periods that figures are of ('in the last three months')."""
    timed: str
    """With them."""
    claims: tuple[Claim, ...]
    sentence: Sentence
    evidence: Evidence
    possible: Mapping[Family, Sequence[Construction]]
    """The constructions that it has the figures, words and signs for; no others are looked for."""
    first: int
    """Number of the first claim's placeholder; the others follow, and begin again at 0 after the last there is room for."""

    def claim(self, mark: str) -> Claim:
        """The claim for which the placeholder stands."""
        return self.claims[(place_of(mark) - self.first) % ROOM]


def join(
    first: Skeleton, second: Skeleton, both: Evidence, able: Mapping[Family, Sequence[Construction]]
) -> Skeleton | None:
    """Two sentences read together, with what both have and are able to hold; None if they have too many figures for that."""
    if len(first.claims) + len(second.claims) > ROOM:
        return None
    return Skeleton(
        f"{first.text}{BOUNDARY}{second.text}",
        f"{first.timed}{BOUNDARY}{second.timed}",
        first.claims + second.claims,
        second.sentence,
        both,
        able,
        first.first,
    )


def skeleton(document: Document, claims: Sequence[Claim], evidence: Evidence, count: int) -> Skeleton | None:
    """That of the sentence in which the claims stand, in order; None if they are too many.

    `count` claims stand in the sentences before it, so that those of two sentences that are joined have places of their own.
    """
    sentence = claims[0].sentence
    if sentence is None or len(claims) > ROOM:
        return None
    pieces = []
    at = sentence.start
    for place, claim in enumerate(claims, count):
        pieces.append(plain(document.text[at : claim.figure.start], _PLAIN))
        pieces.append(placeholder(claim.figure, place))
        at = claim.figure.end
    pieces.append(plain(document.text[at : sentence.end], _PLAIN))
    timed = _cut("".join(pieces), evidence.classes)
    text = _periods().sub(r"\1", timed) if Kind.DURATION.value in evidence.classes else timed
    return Skeleton(text, timed, tuple(claims), sentence, evidence, possible(evidence, across=False), count % ROOM)


_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", BOUNDARY: " "}
) | dict.fromkeys(range(0xE000, 0xF900), "")
"""The text's own private-use characters go, for placeholders are written with such."""


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


@cache
def _attributions() -> re.Pattern[str]:
    """', the ministry said,', ', according to the bank.': who says so, between commas or at the end."""
    said, few = "|".join(load("checks")["asides"]["said"]), r"[^,;:().\ue000-\uf8ff]"
    when = rf"(?: (?:on|in|at|late|early|earlier|yesterday|today|here)\b{few}{{0,30}})?"
    return re.compile(rf", (?:according to {few}{{1,60}}|{few}{{1,45}} (?:{said}){when})(?=[,.])")


def _cut(text: str, classes: frozenset[str]) -> str:
    if ", " in text:
        text = _attributions().sub("", text)
    if "(" in text:
        for pattern, kept in _brackets():
            text = pattern.sub(kept, text)
    if PER_SHARE in classes:
        text = _share_prices().sub("", text)
    if Kind.COUNT.value in classes and any(month in text for month in load("dates")["months"]):
        text = _days().sub(r"\1", text)
    return text


@cache
def _periods() -> re.Pattern[str]:
    words = "|".join(load("checks")["asides"]["period"])
    return re.compile(rf"\b((?:{words}) (?:[a-z]+ ){{0,2}}?){any_of(Kind.DURATION.value)} ?")
