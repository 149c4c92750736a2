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
_SOUGHT = 3
"""So much oftener a stranger of the same value is found where the whole text is looked through for one."""
_APART = 0.25
"""Figures further apart than this share of the larger print no one value, rounding and bounds allowed."""
_FEW = 13
"""Below this a number says little by itself: things of no name, or of two names, are two."""
_RARE = 100
_BACK = 40
"""Figures of a type back to which one of the same value is looked for."""
_KNOWN = 8
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
    seen: dict[int, _Place] = {}
    for mention in reading.mentions:
        if not mention.type.startswith(_TYPES):
            continue
        same = by_key.setdefault((mention.type, mention.head), [])
        earlier = dict.fromkeys([*reversed(same[-_NEAR:]), *(m for m in same[:_LEAD] if m.sentence < _LEAD)])
        size = mention.nominal
        equal = [
            m
            for m in by_type.setdefault(mention.type, [])[: -_BACK - 1 : -1]
            if (mention.day is not None or abs(m.nominal - size) <= _APART * max(abs(size), abs(m.nominal)))
            and m not in earlier
            and same_value(m, mention)
        ]
        for other in (*earlier, *equal[:_EQUAL], *equal[_EQUAL:][-2:]):
            if mention.sentence == other.sentence and mention.number - other.number == 1 and not mention.head:
                continue
            if mention.type == "count" and not _may_be_one(other, mention, size):
                continue
            for each in (other, mention):
                if each.number not in seen:
                    seen[each.number] = _Place(reading, each)
            places = seen[other.number], seen[mention.number]
            if mention.type != "age" or not _of_two(*places):
                yield _binding(reading, places[0], places[1], same, sought=other not in earlier)
        same.append(mention)
        by_type[mention.type].append(mention)


class _Place:
    """A mention with what the words about it say, each read once."""

    def __init__(self, reading: Reading, mention: Mention) -> None:
        begin, end = reading.bounds[mention.sentence]
        tokens, first, last = reading.tokens, mention.first, mention.last
        self.mention = mention
        close = tokens.words[max(begin, first - _CLOSE) : min(end, last + _CLOSE)]
        self.beside = mention.words.intersection(map(singular, close))
        before = range(max(begin, first - _NAMES), first)
        words, capital, names = tokens.words, tokens.capital, reading.names
        self.names = frozenset(words[at] for at in before if capital[at] and words[at] in names)
        """The capitalised words right before it: 'Hutchinson, 17'."""
        self.before = tuple(words[max(0, first - 2) : first])
        self.behind = tuple(words[last : last + 2])
        self.around = around(reading, mention, "")


def _binding(reading: Reading, former: _Place, later: _Place, known: list[Mention], *, sought: bool) -> Binding:
    one, other = former.mention, later.mention
    kind = one.type.partition(" ")[0]
    rule = f"told.{kind}"
    features = [
        rule,
        distance(reading, one, other),
        heads(one, other),
        *overlap(one, other),
        *gap(reading, one, other),
        *[f"a{name}" for name in former.around],
        *[f"b{name}" for name in later.around],
        *_likeness(reading, former, later),
    ]
    others = {m.figure.text for m in known[-_KNOWN:] if m is not one}
    features.append(f"others:{min(len(others), 4)}")
    if one.sentence < _LEAD:
        features.append("lead")
    features += [f"{kind}&{name}" for name in features[1:] if name.startswith(_BY_KIND)]
    return Binding(
        "restatement",
        rule,
        other,
        (Role("told", one),),
        tuple(features),
        sought=sought,
        chance=chance_of_same(other) * (_SOUGHT if sought else 1),
    )


def _likeness(reading: Reading, former: _Place, later: _Place) -> list[str]:
    """Whether the words next to the two are the same, and the names that they belong to."""
    one, other = former.mention, later.mention
    before = former.before[-1:] == later.before[-1:] != ()
    behind = former.behind[:1] == later.behind[:1] != ()
    beyond = behind and former.behind == later.behind
    found = [
        f"near:{min(4, len(former.beside & later.beside))}",
        f"word:{'b' if before else ''}{'a' if behind else ''}{'c' if beyond else ''}",
    ]
    if before and len(former.before) > 1 and former.before == later.before:
        found.append("word:before_too")
    if former.names or later.names:
        differ = former.names and later.names
        found.append("name:same" if former.names & later.names else "name:differ" if differ else "name:one")
    if one.sentence != other.sentence:
        shared = one.words & other.words
        least = min(len(one.words), len(other.words)) or 1
        found.append(f"similar:{min(9, 10 * len(shared) // least)}")
        found.append(f"names:{min(3, len(shared & reading.names))}")
    if one.modifiers and other.modifiers:
        found.append("modifiers:shared" if one.modifiers & other.modifiers else "modifiers:differ")
    return found


def _may_be_one(one: Mention, other: Mention, size: float) -> bool:
    """Whether two counts may be one: of one noun or one kind, or of a number that few things have."""
    agreement = heads(one, other)
    if agreement == "heads:differ":
        return size >= _RARE
    return size > 1 and (size >= _FEW or agreement not in ("heads:bare", "heads:one_bare"))


def _of_two(former: _Place, later: _Place) -> bool:
    """Whether the two ages are those of two people of different names."""
    return bool(former.names and later.names) and not former.names & later.names
