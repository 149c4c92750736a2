"""The highest and the lowest, and what they are held against: 'a record 51, against 44 a year earlier'.

The word that says so is a role of its own; whether the figures are so ordered is for the formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.account.binding import Binding, Role
from audit.account.features import around, distance, heads
from audit.account.trio import base
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading

__all__ = ["extremes", "said"]

_NEAR = 9
"""Tokens between the word and the figure that it is of."""
_OTHERS = 2
"""Figures of the same sort on either side that it may be held against."""
_LEAD = 4
"""Tokens before such a figure in which a word of comparison stands."""
_ONE = Interval.of(1)
_WAYS = {"highest": "up", "peaks": "up", "lowest": "down", "troughs": "down"}
_BEHIND_NOUN = frozenset(
    ["of", "in", "on", "at", "for", "from", "to", "and", "since", "during", "that", "comma", "stop", "close", "dash"]
)
_HELD = ("compare", "from", "than", "earlier")


class _Extremes(NamedTuple):
    way: Mapping[str, str]
    """The word -> 'up' or 'down'."""
    nouns: frozenset[str]
    bounding: frozenset[str]
    former: frozenset[str]


def _extremes(words: Pack) -> _Extremes:
    book = words["order"]["extreme"]
    ways = {word: way for name, way in _WAYS.items() for word in book[name]}
    return _Extremes(
        ways, frozenset([*book["peaks"], *book["troughs"]]), frozenset(book["bounding"]), frozenset(book["former"])
    )


def said(reading: Reading, first: int, last: int) -> Role:
    """The words that tell an order, as a role."""
    start, end = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    return Role("said", named=Figure(start, end, reading.document.text[start:end], _ONE, kind=Kind.IDENTIFIER))


def extremes(reading: Reading) -> Iterator[Binding]:
    """Every figure beside a word for the most or the least, with the figures that it may be held against."""
    words = pack(reading.document.language or "en").build(_extremes)
    present = words.way.keys() & reading.vocabulary
    if not present:
        return
    tokens = reading.tokens
    for at in [at for at, word in enumerate(tokens.words) if word in present]:
        if _is_said(reading, at, words):
            new = _nearest(reading, at)
            if new is not None:
                for rule, olds in _held(reading, new):
                    yield _binding(reading, rule, new, olds, at, words)


def _is_said(reading: Reading, at: int, words: _Extremes) -> bool:
    """Whether a word tells an extreme here: not 'at least 3', 'most of them', 'a low rate'."""
    tokens = reading.tokens
    word, behind = tokens.words[at], tokens.classes[at + 1 : at + 2]
    if word in words.bounding:
        return at > 0 and tokens.classes[at - 1] == "the" and behind != ["of"]
    return word not in words.nouns or behind[:1] == [] or behind[0] in _BEHIND_NOUN


def _nearest(reading: Reading, at: int) -> Mention | None:
    """The figure that a word for an extreme is of: behind 'of', else the nearest in its sentence."""
    near = [m for m in reading.mentions_in(at - 2 * _NEAR, at + _NEAR + 1) if m.figure.is_quantity]
    near = [m for m in near if reading.bounds[m.sentence][0] <= at < reading.bounds[m.sentence][1]]
    bounded = next((m for m in near if m.first <= at < m.last), None)
    if bounded is not None:
        return bounded
    behind = next((m for m in near if m.first > at), None)
    if behind is not None and "of" in reading.tokens.classes[at + 1 : behind.first]:
        return behind
    apart = [(m.first - at if m.first > at else at - m.last + 1, m) for m in near if m.first > at or m.last <= at]
    found = min(apart, key=lambda pair: pair[0], default=None)
    return found[1] if found is not None and found[0] <= _NEAR else None


def _held(reading: Reading, new: Mention) -> Iterator[tuple[str, list[Mention]]]:
    """What a figure may be held against: the next ones of its sort in the sentence, and in the one behind."""
    alike = [m for m in reading.by_sentence[new.sentence] if m is not new and _alike(m, new)]
    behind = [m for m in alike if m.first > new.first]
    before = [m for m in alike if m.first < new.first]
    if len(behind) > 1:
        yield "rank.extreme_all", behind
    for other in (*behind[:_OTHERS], *before[-1:]):
        yield "rank.extreme", [other]
    ahead = [m for m in reading.by_sentence.get(new.sentence + 1, ()) if _alike(m, new)]
    for other in ahead[:1]:
        yield "rank.extreme_next", [other]


def _alike(one: Mention, other: Mention) -> bool:
    return one.figure.is_quantity and base(one) == base(other) and (one.type != "count" or one.head == other.head)


def _binding(reading: Reading, rule: str, new: Mention, olds: list[Mention], at: int, words: _Extremes) -> Binding:
    tokens, way = reading.tokens, words.way[reading.tokens.words[at]]
    first, second = sorted((new, olds[0]), key=lambda m: m.start)
    lead = tokens.classes[max(0, olds[0].first - _LEAD) : olds[0].first]
    held = [f"held:{name}" for name in _HELD if name in lead]
    before = tokens.words[max(0, at - 2) : at]
    told = [
        rule,
        f"way:{way}",
        heads(first, second),
        distance(reading, first, second),
        f"word:{min(new.first - at, 7) if new.first > at else max(new.last - at - 1, -6)}",
        f"noun:{tokens.words[at] in words.nouns}",
        f"lead:{tokens.classes[at - 1] or 'word'}" if at else "lead:start",
        *(held or ["held:none"]),
        f"order:{'new' if first is new else 'old'}",
        f"type:{new.type.partition(' ')[0]}",
        f"number:{min(len(olds), 3)}",
        *around(reading, olds[0], "old"),
        *around(reading, new, "new"),
    ]
    if words.former & {*before, *tokens.words[max(0, olds[0].first - _LEAD) : olds[0].first]}:
        told.append("former")
    if any(m.type == "rank" for m in reading.mentions_in(at - 2, at)):
        told.append("ordinal")
    between = tokens.classes[first.after : second.first]
    told += sorted({f"gap:{name}" for name in between if name})
    told += [f"{rule}&{name}" for name in told[1:] if name.startswith(("held", "word", "order", "apart"))]
    roles = (*(Role("old", old) for old in olds), said(reading, at, at + 1))
    return Binding("rank", rule, new, roles, tuple(dict.fromkeys(told)), f"{way}_of_all")
