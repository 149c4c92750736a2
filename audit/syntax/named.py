"""A name of the text as one of several: what governs it, and whether an age or a figure stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from audit.figures.figure import Kind
from audit.syntax.nouns import nouns
from audit.syntax.reading import Reading
from audit.text.plurals import singular

__all__ = [
    "FREE",
    "OLDEST",
    "Name",
    "distinct",
    "figure_end",
    "has_age",
    "is_adjective",
    "is_measured",
    "name_at",
    "nameless",
]

_NOUN = 3
"""Words between an age and the name that it belongs to."""
FREE = "free"
_AGES = frozenset({Kind.AGE, Kind.COUNT})
OLDEST = 120


class Name(NamedTuple):
    first: int
    last: int
    governor: str
    """The class of the word that governs it, `FREE` if none does."""
    words: frozenset[str]


def distinct(names: list[Name]) -> list[Name]:
    """Each once, by its fullest form."""
    found: list[Name] = []
    for name in names:
        same = next(
            (at for at, other in enumerate(found) if name.words <= other.words or other.words <= name.words), None
        )
        if same is None:
            found.append(name)
        elif found[same].words < name.words:
            found[same] = name
    return found


def name_at(reading: Reading, first: int, last: int, begin: int) -> Name:
    tokens = reading.tokens
    at = first - 1
    while at >= begin and tokens.classes[at] in ("the", "a", "quote"):
        at -= 1
    name = tokens.classes[at] if at >= begin else ""
    governor = name if name in _GOVERNING else FREE
    words = frozenset(
        word.removesuffix("'s").removesuffix("’s")
        for word in tokens.words[first:last]
        if len(word) > 2 or word.isdigit()
    )
    return Name(first, last, governor, words or frozenset(tokens.words[first:last]))


_GOVERNING = frozenset(["of", "in", "on", "at", "for", "from", "to", "by", "with", "between", "than", "since"])


def is_adjective(reading: Reading, last: int, end: int) -> bool:
    """Whether a plain noun stands behind a name, to which it belongs: 'the Lagos police'."""
    tokens = reading.tokens
    if last >= end or tokens.classes[last] or not tokens.words[last].isalpha() or tokens.capital[last]:
        return False
    word = tokens.words[last]
    return singular(word) in nouns(reading.document.language).kind_of or word.endswith(("ian", "ese"))


def has_age(reading: Reading, first: int, last: int) -> bool:
    """Whether an age stands beside a name: 'Ada Boyle, 34,', 'Ada Boyle (34)', '34-year-old Ada Boyle'."""
    classes = reading.tokens.classes
    beside = classes[last : last + 1] in (["comma"], ["open"])
    for mention in reading.mentions_in(last, last + 3):
        if beside or mention.first == last:
            closing = classes[mention.last : mention.last + 1]
            plain = mention.figure.kind in _AGES and 0 < mention.low < OLDEST and mention.is_point
            if plain and (not closing or closing[0] in ("comma", "close", "stop", "semicolon", "and")):
                return True
    before = reading.mentions_in(first - 5, first)
    return bool(before) and before[-1].figure.kind is Kind.AGE and first - before[-1].last <= 3


def nameless(reading: Reading, sentence: int, people: list[Name]) -> Iterator[Name]:
    """'a 47-year-old porter': somebody who is new to the text and has no name."""
    tokens = reading.tokens
    for mention in reading.by_sentence.get(sentence, ()):
        if mention.figure.kind is Kind.AGE and mention.first and tokens.classes[mention.first - 1] == "a":
            near = any(0 <= name.first - mention.last <= _NOUN for name in people)
            if not near and tokens.classes[mention.last : mention.last + 1] == [""]:
                yield Name(mention.first, mention.last + 1, FREE, frozenset([f"at {mention.first}"]))


def is_measured(reading: Reading, name: Name) -> bool:
    opened = reading.tokens.classes[name.last : name.last + 1] == ["open"]
    return opened and bool(reading.mentions_in(name.last + 1, name.last + 3))


def figure_end(reading: Reading, name: Name) -> int:
    return reading.mentions_in(name.last + 1, name.last + 3)[0].last
