"""What the words say of two mentions, as names of features: where they stand, what joins them, what they count.

Every name is a meaning (a class of words, an agreement), none is a word of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = [
    "Beginning",
    "Prefixed",
    "additional",
    "around",
    "crossed",
    "distance",
    "gap",
    "heads",
    "joins",
    "measured",
    "numbered",
    "overlap",
    "pair",
    "topics",
]

_GAP = 30
"""Tokens between two mentions beyond which their classes say nothing any more."""
_SIDE = 4
"""Tokens on either side of a mention that are looked at."""
_FURTHER = ("other", "more")


class Prefixed(dict[str, str]):
    """Names behind a prefix, each put together once: most features are asked for thousands of times."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def __missing__(self, name: str) -> str:
        made = self[name] = f"{self.prefix}{name}"
        return made

    def of(self, names: Iterable[str]) -> list[str]:
        return list(map(self.__getitem__, names))


class _ByPrefix(dict[str, Prefixed]):
    """The names behind each prefix."""

    def __init__(self, joint: str = "") -> None:
        self.joint = joint

    def __missing__(self, prefix: str) -> Prefixed:
        made = self[prefix] = Prefixed(f"{prefix}{self.joint}")
        return made


_prefixed = _ByPrefix()
_crossed = _ByPrefix("&")


def crossed(first: str, names: Iterable[str]) -> list[str]:
    """Each feature as it weighs beside another one: 'told.count&apart:same'."""
    return list(map(_crossed[first].__getitem__, names))


class Beginning(dict[str, bool]):
    """Whether the name of a feature begins in one of some ways, each looked at once."""

    def __init__(self, *ways: str) -> None:
        self.ways = ways

    def __missing__(self, name: str) -> bool:
        made = self[name] = name.startswith(self.ways)
        return made

    def of(self, names: Iterable[str]) -> list[str]:
        """Those that do."""
        return list(filter(self.__getitem__, names))


def numbered(name: str, most: int) -> tuple[str, ...]:
    """The names of a feature that tells a number, by it: 'topic:0', 'topic:1' and so on to the most that it tells."""
    return tuple(f"{name}:{number}" for number in range(most + 1))


_TOPICS = numbered("topic", 5)
_BETWEEN = numbered("between", 3)
_IN_GAP = Prefixed("gap:")
_IN_LIST = Prefixed("list:")
_JOINTS = frozenset(("comma", "and", "semicolon", "while", "with"))


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
    return [*topics(one, other), *measured(one, other), *additional(one, other)]


def topics(one: Mention, other: Mention) -> tuple[str, ...]:
    """How many topic words two sentences have in common."""
    return () if one.sentence == other.sentence else (_TOPICS[min(len(one.words & other.words), 5)],)


def measured(one: Mention, other: Mention) -> tuple[str, ...]:
    """Whether both have the same measure of harm or change, if any has one."""
    mine, theirs = one.claim.measures, other.claim.measures
    if mine and theirs:
        return ("measure:differ",) if set(mine).isdisjoint(theirs) else ("measure:same",)
    return ("measure:one",) if mine or theirs else ()


def additional(one: Mention, other: Mention) -> tuple[str, ...]:
    """Which of them are told as further ones."""
    first = ("a:additional",) if one.determiner in _FURTHER else ()
    return (*first, "b:additional") if other.determiner in _FURTHER else first


def gap(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """The classes of words between two mentions of one sentence, and how many other figures stand there."""
    if one.sentence != other.sentence:
        return []
    start, end = one.after, other.first
    if end - start > _GAP:
        return ["gap:long"]
    if end <= start:
        return ["gap:none"]
    same = [m.type for m in reading.mentions[one.next : other.number]].count(one.type)
    classes = set(reading.tokens.classes[start:end])
    classes.discard("")
    length = end - start
    return [
        *_IN_GAP.of(sorted(classes)),
        _BETWEEN[min(same, 3)],
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
    left.discard("")
    right.discard("")
    before = tokens.classes[first - 1] or "word" if first > begin else "start"
    behind = (tokens.classes[after] or "word",) if after < end else ()
    return (
        *_prefixed[f"{name}<"].of(sorted(left)),
        *_prefixed[f"{name}>"].of(sorted(right)),
        *_prefixed[f"{name}<<"].of((before,)),
        *_prefixed[f"{name}>>"].of(behind),
    )


def joins(reading: Reading, mentions: Iterable[Mention]) -> list[str]:
    """How the members of a list are joined: the classes between each two, and whether all are joined alike."""
    unjoined = False
    shapes: set[str] = set()
    for one, other in pairwise(mentions):
        if one.sentence != other.sentence:
            shapes.add("sentence")
            continue
        classes = reading.tokens.classes[one.after : other.first]
        shapes.update(classes)
        unjoined = unjoined or _JOINTS.isdisjoint(classes)
    shapes.discard("")
    return [*(["list:unjoined"] if unjoined else []), *_IN_LIST.of(sorted(shapes))]
