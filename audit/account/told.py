"""The same quantity told again: in headline and body, in lead and detail, 'the 18 soldiers' after '18 soldiers'.

Pairs are proposed by what they count and where they stand; those of one value also over the whole text, so that what
agrees is said to. Whether two figures speak of one quantity is weighed without their values.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import around, distance, gap, heads, overlap
from audit.account.values import chance_of_same, same_value
from audit.syntax import Mention, Reading
from audit.syntax.nouns import singular

__all__ = ["told"]

_NEAR = 3
"""Figures of the same key before one that are tried, nearest first."""
_EQUAL = 3
"""Those of the same value that are tried besides, nearest first, and the first two of the text."""
_LEAD = 2
"""Sentences at the head of a text, its headline among them."""
_TYPES = (
    "count", "money", "percent", "measure", "duration", "age", "date", "rank", "fraction", "multiple", "score", "ratio",
)  # fmt: skip
_BY_KIND = ("apart", "heads", "topic", "others", "name", "word", "lead", "similar", "near")
"""Features that weigh differently for counts, dates, ages."""
_CLOSE = 6
"""Tokens on either side of a figure whose words tell what it is a figure of."""
_NAMES = 3
"""Tokens before a figure in which the name that it belongs to is looked for."""


def told(reading: Reading) -> Iterator[Binding]:
    """Pairs of figures of one type that may be one quantity, the later as the claim."""
    by_key: dict[tuple[str, str], list[Mention]] = {}
    by_type: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if not mention.type.startswith(_TYPES):
            continue
        same = by_key.setdefault((mention.type, mention.head), [])
        earlier = dict.fromkeys([*reversed(same[-_NEAR:]), *(m for m in same[:_LEAD] if m.sentence < _LEAD)])
        equal = [
            m for m in reversed(by_type.setdefault(mention.type, [])) if m not in earlier and same_value(m, mention)
        ]
        for other in (*earlier, *equal[:_EQUAL], *equal[_EQUAL:][-2:]):
            if mention.sentence == other.sentence and mention.number - other.number == 1 and not mention.head:
                continue
            if mention.type != "age" or not _of_two(reading, other, mention):
                yield _binding(reading, other, mention, same, sought=other not in earlier)
        same.append(mention)
        by_type[mention.type].append(mention)


def _binding(reading: Reading, one: Mention, other: Mention, known: list[Mention], *, sought: bool) -> Binding:
    kind = one.type.partition(" ")[0]
    rule = f"told.{kind}"
    features = [
        rule,
        distance(reading, one, other),
        heads(one, other),
        *overlap(one, other),
        *(f"{name}" for name in gap(reading, one, other)),
        *around(reading, one, "a"),
        *around(reading, other, "b"),
        *_likeness(reading, one, other),
    ]
    others = {m.figure.value for m in known if m is not one}
    features.append(f"others:{min(len(others), 4)}")
    if one.sentence < _LEAD:
        features.append("lead")
    features += [f"{kind}&{name}" for name in features[1:] if name.startswith(_BY_KIND)]
    return Binding(
        "restatement", rule, other, (Role("told", one),), tuple(features), sought=sought, chance=chance_of_same(other)
    )


def _likeness(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """Whether the words next to the two are the same, and the names that they belong to."""
    words = reading.tokens.words
    found = [f"near:{min(4, len(_beside(reading, one) & _beside(reading, other)))}"]
    last = len(words) - 1
    before = words[one.first - 1] == words[other.first - 1] if one.first and other.first else False
    behind = words[min(one.last, last)] == words[min(other.last, last)]
    beyond = words[min(one.last + 1, last)] == words[min(other.last + 1, last)]
    found.append(f"word:{'b' if before else ''}{'a' if behind else ''}{'c' if behind and beyond else ''}")
    if before and one.first > 1 and other.first > 1 and words[one.first - 2] == words[other.first - 2]:
        found.append("word:before_too")
    mine, theirs = _names(reading, one), _names(reading, other)
    if mine or theirs:
        found.append("name:same" if mine & theirs else "name:differ" if mine and theirs else "name:one")
    shared = one.words & other.words
    if one.sentence != other.sentence:
        least = min(len(one.words), len(other.words)) or 1
        found.append(f"similar:{min(9, 10 * len(shared) // least)}")
        found.append(f"names:{min(3, len(shared & reading.names))}")
    if one.modifiers and other.modifiers:
        found.append("modifiers:shared" if one.modifiers & other.modifiers else "modifiers:differ")
    return found


def _of_two(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the two ages are those of two people of different names."""
    mine, theirs = _names(reading, one), _names(reading, other)
    return bool(mine and theirs) and not mine & theirs


def _beside(reading: Reading, mention: Mention) -> frozenset[str]:
    """The words with a topic of their own close to a figure."""
    begin, end = reading.bounds[mention.sentence]
    close = reading.tokens.words[max(begin, mention.first - _CLOSE) : min(end, mention.last + _CLOSE)]
    return mention.words.intersection(map(singular, close))


def _names(reading: Reading, mention: Mention) -> frozenset[str]:
    """The capitalised words right before a figure: 'Hutchinson, 17'."""
    tokens = reading.tokens
    begin = max(reading.bounds[mention.sentence][0], mention.first - _NAMES)
    places = range(begin, mention.first)
    return frozenset(tokens.words[at] for at in places if tokens.capital[at] and tokens.words[at] in reading.names)
