"""What the words say of two mentions, as names of features: where they stand, what joins them, what they count.

Every name is a meaning (a class of words, an agreement), none is a word of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["around", "crossed", "distance", "gap", "heads", "joins", "overlap", "pair"]

_GAP = 30
"""Tokens between two mentions beyond which their classes say nothing any more."""
_SIDE = 4
"""Tokens on either side of a mention that are looked at."""


class _Crossed(dict[str, str]):
    """The names of features told apart by another, each put together once: most are asked for thousands of times."""

    def __init__(self, first: str) -> None:
        self.first = first

    def __missing__(self, name: str) -> str:
        made = self[name] = f"{self.first}&{name}"
        return made


_crossed: dict[str, _Crossed] = {}


def crossed(first: str, names: Iterable[str]) -> list[str]:
    """Each feature as it weighs beside another one: 'told.count&apart:same'."""
    if first not in _crossed:
        _crossed[first] = _Crossed(first)
    return list(map(_crossed[first].__getitem__, names))


def pair(reading: Reading, one: Mention, other: Mention) -> tuple[str, ...]:
    """All of the below for two mentions, the first of them earlier in the text."""
    return reading.once(_pair, one, other)


def _pair(reading: Reading, one: Mention, other: Mention) -> tuple[str, ...]:
    return (
        distance(reading, one, other),
        heads(one, other),
        *overlap(one, other),
        *gap(reading, one, other),
        *around(reading, one, "a"),
        *around(reading, other, "b"),
    )


def distance(reading: Reading, one: Mention, other: Mention) -> str:
    apart = other.sentence - one.sentence
    if apart == 0:
        return "apart:same"
    if apart == 1:
        return "apart:next" if one.paragraph == other.paragraph else "apart:next_paragraph"
    return "apart:near" if apart <= 3 else "apart:far"


def heads(one: Mention, other: Mention) -> str:
    """How the counted nouns agree."""
    if not one.head or not other.head:
        if one.claim.measures and set(one.claim.measures) & set(other.claim.measures):
            return "heads:measure"
        return "heads:bare" if not one.head and not other.head else "heads:one_bare"
    if one.head == other.head:
        if one.modifiers == other.modifiers:
            return "heads:same"
        return (
            "heads:narrower"
            if one.modifiers < other.modifiers
            else "heads:wider"
            if one.modifiers > other.modifiers
            else "heads:other_modifiers"
        )
    lexicon = nouns()
    kinds = lexicon.kind_of.get(one.head), lexicon.kind_of.get(other.head)
    if kinds[0] is not None and kinds[0] == kinds[1]:
        if one.head in lexicon.general:
            return "heads:general_first"
        return "heads:general_second" if other.head in lexicon.general else "heads:kind"
    return "heads:differ"


def overlap(one: Mention, other: Mention) -> list[str]:
    """Topic words in common, and the measure of harm or change."""
    found = []
    if one.sentence != other.sentence:
        shared = len(one.words & other.words)
        found.append(f"topic:{min(shared, 5)}")
    mine, theirs = set(one.claim.measures), set(other.claim.measures)
    if mine or theirs:
        found.append("measure:same" if mine & theirs else "measure:differ" if mine and theirs else "measure:one")
    if one.determiner in ("other", "more"):
        found.append("a:additional")
    if other.determiner in ("other", "more"):
        found.append("b:additional")
    return found


def gap(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """The classes of words between two mentions of one sentence, and how many other figures stand there."""
    if one.sentence != other.sentence:
        return []
    start, end = one.after, other.first
    if end - start > _GAP:
        return ["gap:long"]
    if end <= start:
        return ["gap:none"]
    between = reading.mentions[one.next : other.number]
    same = sum(m.type == one.type for m in between)
    classes = set(reading.tokens.classes[start:end])
    classes.discard("")
    length = end - start
    return [
        *(f"gap:{name}" for name in sorted(classes)),
        f"between:{min(same, 3)}",
        "length:1" if length == 1 else "length:3" if length <= 3 else "length:8" if length <= 8 else "length:more",
    ]


def around(reading: Reading, mention: Mention, name: str) -> tuple[str, ...]:
    """The classes of the words before a mention and behind its noun phrase, the nearest on its own."""
    return reading.once(_around, mention, name)


def _around(reading: Reading, mention: Mention, name: str) -> tuple[str, ...]:
    tokens, (begin, end) = reading.tokens, reading.bounds[mention.sentence]
    first, after = mention.first, mention.after
    left = set(tokens.classes[max(begin, first - _SIDE) : first])
    right = set(tokens.classes[after : min(end, after + _SIDE)])
    found = [f"{name}<{c}" for c in sorted(left) if c] + [f"{name}>{c}" for c in sorted(right) if c]
    if first > begin:
        found.append(f"{name}<<{tokens.classes[first - 1] or 'word'}")
    else:
        found.append(f"{name}<<start")
    if after < end:
        found.append(f"{name}>>{tokens.classes[after] or 'word'}")
    return tuple(found)


def joins(reading: Reading, mentions: list[Mention]) -> list[str]:
    """How the members of a list are joined: the classes between each two, and whether all are joined alike."""
    found: list[str] = []
    shapes = set()
    for one, other in pairwise(mentions):
        if one.sentence != other.sentence:
            shapes.add("sentence")
            continue
        classes = [c for c in reading.tokens.classes[one.after : other.first] if c]
        shapes.update(c for c in classes)
        if not {"comma", "and", "semicolon", "while", "with"} & set(classes):
            found.append("list:unjoined")
    return [*dict.fromkeys(found), *(f"list:{shape}" for shape in sorted(shapes))]
