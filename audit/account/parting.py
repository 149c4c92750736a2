"""The words beside a figure that make it a rest, a consequence or a margin of figures that stand sentences away."""

from __future__ import annotations

from typing import NamedTuple

from audit.lang import Pack, pack
from audit.syntax import Mention, Reading

__all__ = ["follows", "is_closing", "is_definite", "is_gone", "is_surviving", "margin"]

_LEAD = 6
"""Tokens before a figure in which a word makes it a consequence."""
_TAIL = 5
"""Tokens behind its noun in which a word says what became of those counted."""
_BESIDE = 4
_STOPS = frozenset(("stop", "semicolon", "colon", "quote"))


class _Words(NamedTuple):
    follows: frozenset[str]
    survivors: frozenset[str]
    surviving: frozenset[str]
    closing: frozenset[str]
    gone: frozenset[str]
    margin: frozenset[str]


def _words(words: Pack) -> _Words:
    parting = words["parting"]
    survivors = parting["survivors"]
    tables = (
        parting["follows"]["words"], survivors["nouns"], survivors["words"], survivors["closing"],
        parting["gone"]["words"], parting["margin"]["words"],
    )  # fmt: skip
    return _Words(*map(frozenset, tables))


def _book(reading: Reading) -> _Words:
    return pack(reading.document.language).build(_words)


def is_definite(reading: Reading, mention: Mention) -> bool:
    """'The 319', 'his two', 'those other four'."""
    begin = reading.bounds[mention.sentence][0]
    return "the" in reading.tokens.classes[max(begin, mention.first - 2) : mention.first]


def is_closing(reading: Reading, mention: Mention) -> bool:
    """'The last 30'."""
    return not _book(reading).closing.isdisjoint(reading.tokens.words[max(0, mention.first - 1) : mention.first + 1])


def is_surviving(reading: Reading, mention: Mention) -> bool:
    """'The 21 survivors', 'the eight who reached the coast', 'so 85 got off alive'."""
    book = _book(reading)
    return mention.head in book.survivors or not book.surviving.isdisjoint(_tail(reading, mention))


def is_gone(reading: Reading, mention: Mention) -> bool:
    """'The 2,400 that perished', 'the 6,600 soldiers missing'."""
    return not _book(reading).gone.isdisjoint(_tail(reading, mention))


def follows(reading: Reading, mention: Mention) -> bool:
    """'So 85 got off', 'would thus brew 3.6 million', 'that makes 700'."""
    begin, words = reading.bounds[mention.sentence][0], reading.tokens.words
    return not _book(reading).follows.isdisjoint(words[max(begin, mention.first - _LEAD) : mention.first])


def margin(reading: Reading, mention: Mention) -> str:
    """Where a word makes it a margin: 'before' ('a majority of 12'), 'behind' ('12 clear'), '' if nowhere."""
    book, (begin, end) = _book(reading).margin, reading.bounds[mention.sentence]
    words, classes = reading.tokens.words, reading.tokens.classes
    for at in range(mention.last, min(end, mention.after + _BESIDE)):
        if classes[at] in _STOPS or classes[at] == "comma":
            break
        if words[at] in book:
            return "behind"
    lead = words[max(begin, mention.first - _BESIDE) : mention.first]
    return "" if book.isdisjoint(lead) else "before"


def _tail(reading: Reading, mention: Mention) -> list[str]:
    end = min(reading.bounds[mention.sentence][1], mention.after + _TAIL)
    stop = next((at for at in range(mention.last, end) if reading.tokens.classes[at] in _STOPS), end)
    return reading.tokens.words[mention.last : stop]
