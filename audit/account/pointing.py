"""What two figures are judged by of which one may tell the other again in other words: whether the later points back, is
quoted, counts people, counts things of another kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from audit.account.features import heads
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = [
    "FEW_TRIED",
    "MAIN",
    "TELLING",
    "Pair",
    "Text",
    "are_alike",
    "are_two_kinds",
    "ends_of",
    "in_reach",
    "is_anyone",
    "is_bare",
    "is_quoted",
    "points_back",
    "start_of",
    "text_of",
]

_DEFINITE = frozenset(("the", "all"))
_ANYONE = "person"
_FIRST, _NEAREST = 12, 60
TELLING = 13
"""From here on a number that recurs over another noun says something; below only of what stands for people."""
FEW_TRIED = 2
"""Nearest ones that are tried."""
MAIN = 2
"""Figures of the body that each main figure of headline and lead is tried on."""


class _Book(NamedTuple):
    standing: frozenset[str]
    elsewhere: frozenset[str]
    pointing: frozenset[str]


def _book(words: Pack) -> _Book:
    table = words["retold"]
    return _Book(*(frozenset(table[name]["words"]) for name in ("standing", "elsewhere", "pointing")))


class Text(NamedTuple):
    """What all rules look at, read once."""

    reading: Reading
    words: _Book
    counts: list[Mention]
    known: set[tuple[int, int]]
    """The pairs that are proposed already, by where their figures begin."""

    def fresh(self, others: Iterable[Mention], later: Mention) -> list[Mention]:
        """Those with which the later one is not bound yet."""
        return [m for m in others if (m.start, later.start) not in self.known and m.end <= later.start]


Pair: TypeAlias = tuple[Mention, Mention, bool]
"""The earlier, the later, and whether they were sought by their value."""


def text_of(reading: Reading, known: set[tuple[int, int]]) -> Text:
    """A text of which the given pairs are proposed already."""
    words = pack(reading.document.language or "en").build(_book)
    return Text(reading, words, [m for m in reading.mentions if m.type == "count"], known)


def points_back(text: Text, mention: Mention) -> bool:
    """Whether an article or a possessor leads it ('those nine', 'the missing seven', 'its eleven'), and not 'the last'."""
    tokens, first = text.reading.tokens, mention.first
    begin = text.reading.bounds[mention.sentence][0]
    for at in (first - 1, first - 2):
        if at < begin:
            return False
        word = tokens.words[at]
        if tokens.classes[at] in _DEFINITE or word in text.words.pointing or word.endswith(("'s", "’s")):
            return True
        if not word.isalpha() or word in text.words.elsewhere or tokens.classes[at] not in ("", "harm", "remaining"):
            return False
    return False


def is_quoted(text: Text, mention: Mention) -> bool:
    """Whether it is among the first words of what somebody says."""
    classes, begin = text.reading.tokens.classes, text.reading.bounds[mention.sentence][0]
    return "quote" in classes[max(begin, mention.first - 2) : mention.first]


def is_bare(mention: Mention) -> bool:
    """Whether it is a number that says not of what: 'the two and a half million', 'nine of ours'."""
    figure = mention.figure
    return figure.kind == "count" and figure.noun is None and figure.unit is None and mention.type != "date"


def is_anyone(text: Text, mention: Mention) -> bool:
    """Whether it counts people, or those who were harmed."""
    if mention.type != "count":
        return False
    kind = nouns(text.reading.document.language).kind_of.get(mention.head)
    return kind == _ANYONE or bool(mention.claim.measures)


def are_alike(one: Mention, other: Mention) -> bool:
    """Whether two counts are of one noun or kind, or one of them says not of what."""
    return heads(one, other) != "heads:differ" or _names_nothing(one) or _names_nothing(other)


def _names_nothing(mention: Mention) -> bool:
    """Whether what stands behind a number above one is no plural and no known noun: 'the families of the eleven wept'."""
    phrase, head = mention.figure.phrase, mention.head
    if phrase is None or not head or mention.figure.carried or head in nouns(mention.claim.document.language).kind_of:
        return False
    return mention.claim.document.text[phrase.start : phrase.end].lower().endswith(head)


def are_two_kinds(one: Mention, other: Mention) -> bool:
    """Whether the things that two figures count are known to differ; a noun that an earlier one handed on says little."""
    if heads(one, other) != "heads:differ" or one.figure.carried or other.figure.carried:
        return False
    kind_of = nouns(one.claim.document.language).kind_of
    kinds = kind_of.get(one.head), kind_of.get(other.head)
    return None not in kinds and kinds[0] != kinds[1]


def in_reach(earlier: Sequence[Mention]) -> Sequence[Mention]:
    """The first figures of a text and those nearest: only a table run into prose has more."""
    return earlier if len(earlier) <= _FIRST + _NEAREST else (*earlier[:_FIRST], *earlier[-_NEAREST:])


def ends_of(mentions: list[Mention], most: int) -> Iterable[Mention]:
    """So many from either end, each once."""
    return dict.fromkeys((*mentions[:most], *mentions[-most:]))


def start_of(mention: Mention) -> int:
    return mention.start
