"""A number and the things that the text lists or names: 'two towns: A and B', 'A and B ... the two towns'.

The list is read from its own form (`audit.syntax.enumerations`) and sought where the words point: behind the counted noun,
in the sentence behind, or before it where the noun is a known one ('the two').
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from audit.account.binding import Binding, Role
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.syntax import Mention, Reading
from audit.syntax.enumerations import Enumeration, coordinations, is_dash, is_tight, lines, listed, members
from audit.syntax.nouns import nouns, singular

__all__ = ["counts"]

_MOST = 20
"""Things that a text names one by one."""
_FAR = 30
"""Tokens behind the counted noun within which a mark that opens a list is looked for."""
_BACK = 2
"""Sentences back in which a list is looked for that 'the two' goes back to."""
_ONE = Interval.of(1)
_OPENING = frozenset({"colon", "open", "semicolon"})
_DIRECT = _OPENING | {"comma", "dash", "named", "are", "comprising"}
_GOVERNING = frozenset({"in", "on", "at", "of", "for", "from", "with", "to", "by", "between"})
_CHANCE = {2: 0.62, 3: 0.22, 4: 0.08, 5: 0.05}
_CHANCE_NAMES = {2: 0.76, 3: 0.15, 4: 0.06, 5: 0.04}
"""How often a list that has nothing to do with a number is as long as it says: lengths of the lists beside numbers above
five in 1,600 texts."""
_RARE = 0.03


_BESIDE = 12
"""Tokens before a list in which a count stands that it may be of."""


def counts(reading: Reading) -> Iterator[Binding]:
    """Every list that a number of things may count."""
    seen: dict[int, list[Enumeration]] = {}
    for mention in reading.mentions:
        if mention.type not in ("count", "duration") or not mention.is_point or mention.low not in range(2, _MOST + 1):
            continue
        if mention.partitive and "of_them" in reading.tokens.classes[mention.last : mention.last + 2]:
            continue
        if _is_whole(reading, mention):
            continue
        known: set[tuple[int, ...]] = set()
        for rule, found, extra in (*_behind(reading, mention, seen), *_elsewhere(reading, mention, seen)):
            places = tuple(item.first for item in found.items)
            dated = all(item.kind == "date" for item in found.items)
            if places not in known and len(places) <= _MOST and (dated or mention.type == "count"):
                known.add(places)
                yield _binding(reading, mention, rule, found, extra)


def _is_whole(reading: Reading, mention: Mention) -> bool:
    """'three of the four towns': what is listed behind it are the three."""
    before = reading.mentions[mention.number - 1] if mention.number else None
    return (
        before is not None
        and before.sentence == mention.sentence
        and before.partitive
        and before.low > 1
        and mention.first - before.last < 4
    )


_Found: TypeAlias = tuple[str, Enumeration, list[str]]
"""A rule, a list, and features of how the two stand."""


def _behind(reading: Reading, mention: Mention, seen: dict[int, list[Enumeration]]) -> Iterator[_Found]:
    """Lists in the rest of the sentence."""
    classes = reading.tokens.classes
    after, (_, end) = mention.after, reading.bounds[mention.sentence]
    if after >= end:
        return
    link = "dash" if is_dash(reading, after) else classes[after]
    if link in _GOVERNING or link in _DIRECT:
        start = _past(reading, after, end)
        for found in _lists(reading, start, end):
            yield ("count.governed" if link in _GOVERNING else "count.listed"), found, [f"link:{link}"]
    for at in range(after, min(end, after + _FAR)):
        if classes[at] == "close" and "open" not in classes[after:at]:
            break
        dash = is_dash(reading, at)
        if dash or (classes[at] in _OPENING and not is_tight(reading, at)):
            start = _past(reading, at, end)
            link = "dash" if dash else classes[at]
            for found in _lists(reading, start, end):
                before = _apposed_to(reading, mention, at - 1)
                yield "count.announced", found, [f"link:{link}", before, *_between(reading, after, at)]
            if link != "open":
                break
    told = members(reading, after, end)
    if told is not None:
        yield "count.members", told, _between(reading, after, told.first)
    for later in [c for c in _coordinations(reading, mention.sentence, seen) if c.first >= after][:2]:
        if "including" not in classes[after : later.first]:
            rule = "count.dates" if later.items[0].kind == "date" else "count.names_later"
            yield rule, later, _between(reading, after, later.first)


def _elsewhere(reading: Reading, mention: Mention, seen: dict[int, list[Enumeration]]) -> Iterator[_Found]:
    """Lists in the lines and the sentence behind, and in what was told before."""
    classes, at = reading.tokens.classes, mention.sentence
    begin, end = reading.bounds[at]
    for before in [c for c in _coordinations(reading, at, seen) if c.after <= mention.first][-1:]:
        rule = "count.apposed" if mention.first - before.after <= 2 else "count.names_before"
        others = [
            m
            for m in reading.mentions_in(max(begin, before.first - _BESIDE), before.first)
            if m.type == "count" and before.first - m.after <= 2
        ]
        yield rule, before, [*_between(reading, before.after, mention.first), *(["of_another"] if others else [])]
    told = lines(reading, at)
    if told is not None:
        closing = [f"closes:{classes[end - 1] or 'word'}"] if end > begin else []
        yield "count.lines", told, [*closing, *_between(reading, mention.after, end)]
    if at + 1 < len(reading.bounds):
        first, last = reading.bounds[at + 1]
        near = ["apart:next" if _paragraph(reading, at + 1) == mention.paragraph else "apart:next_paragraph"]
        told = members(reading, first, last)
        if told is not None:
            yield "count.members_next", told, near
        for later in _coordinations(reading, at + 1, seen)[:1]:
            yield "count.names_next", later, [*near, _opening(later.first - first)]
    if mention.determiner not in ("the", "all"):
        return
    for back in range(1, min(_BACK, at) + 1):
        lists = _coordinations(reading, at - back, seen)
        for before in lists[-1:]:
            opening = _opening(before.first - reading.bounds[at - back][0])
            yield "count.names_back", before, [f"back:{back}", opening, f"lists:{min(len(lists), 3)}"]
        if lists:
            break


def _lists(reading: Reading, start: int, end: int) -> list[Enumeration]:
    """The lists that begin at a token, but for those that do not name all and those that are only added to."""
    if start >= end or reading.tokens.classes[start] in ("and", "including"):
        return []
    return listed(reading, start, end)


def _coordinations(reading: Reading, sentence: int, seen: dict[int, list[Enumeration]]) -> list[Enumeration]:
    if sentence not in seen:
        seen[sentence] = coordinations(reading, *reading.bounds[sentence])
    return seen[sentence]


def _paragraph(reading: Reading, sentence: int) -> int:
    return reading.document.sentences[sentence].paragraph


def _opening(tokens: int) -> str:
    return "opens:at_once" if tokens <= 1 else "opens:soon" if tokens <= 4 else "opens:late"


def _past(reading: Reading, at: int, end: int) -> int:
    """The first token behind the marks and words that open a list."""
    classes = reading.tokens.classes
    while at < end and (
        classes[at] in ("colon", "dash", "comma", "open", "named", "are", "semicolon", "comprising")
        or classes[at] in _GOVERNING
    ):
        at += 1
    return at


def _apposed_to(reading: Reading, mention: Mention, at: int) -> str:
    """What the word before a mark is, to which the list behind it may belong instead."""
    word = reading.tokens.words[at]
    if singular(word) == mention.head:
        return "behind:same"
    if reading.tokens.capital[at]:
        return "behind:name"
    return "behind:plural" if singular(word) != word else "behind:word"


def _between(reading: Reading, start: int, end: int) -> list[str]:
    """What stands between the counted noun and its list."""
    found = sorted({f"gap:{c}" for c in reading.tokens.classes[start:end] if c})
    others = sum(m.type == "count" for m in reading.mentions_in(start, end))
    length = end - start
    return [
        *found,
        f"figures:{min(others, 2)}",
        "length:0" if length <= 0 else "length:2" if length <= 2 else "length:8" if length <= 8 else "length:more",
    ]


def _binding(reading: Reading, mention: Mention, rule: str, found: Enumeration, extra: list[str]) -> Binding:
    tokens, lexicon = reading.tokens, nouns()
    roles = []
    heads: set[str] = set()
    for item in found.items:
        start, end = tokens.starts[item.first], tokens.ends[item.last - 1]
        roles.append(
            Role("item", named=Figure(start, end, reading.document.text[start:end], _ONE, kind=Kind.IDENTIFIER))
        )
        heads.update(singular(word) for word in tokens.words[item.first : item.last])
    kind = lexicon.kind_of.get(mention.head, "other" if mention.head else "none")
    led = found.items[0].kind
    value = int(mention.low)
    before = tokens.classes[found.first - 1] if found.first else ""
    words = sum(item.last - item.first for item in found.items) / len(found.items)
    long = "long" if words > 3 else "two" if words >= 1.5 else "one"
    features = [
        *extra,
        *(f"list:{trait}" for trait in found.traits),
        "items:alike" if len({item.kind for item in found.items}) == 1 else "items:unlike",
        f"noun:{kind}",
        f"determiner:{mention.determiner or 'none'}",
        f"type:{mention.type}",
        f"before:{before or 'word'}",
        f"words:{long}",
    ]
    if led == "name":
        features += [f"name:{kind}&before:{before or 'word'}", f"name:{kind}&words:{long}"]
    if mention.head and mention.head in heads:
        features.append("noun:in_items")
    if mention.partitive:
        features.append("partitive")
    behind = tokens.words[found.after : found.after + 2]
    if mention.head and any(singular(word) == mention.head for word in behind):
        features.append("noun:behind_items")
    if found.after < len(tokens.classes):
        features.append(f"then:{tokens.classes[found.after] or 'word'}")
    paired = (
        "link",
        "list:led",
        "list:closed",
        "list:un",
        "list:way",
        "list:ends",
        "determiner",
        "opens",
        "length",
        "figures",
        "then",
        "noun",
        "before",
        "items",
    )
    features += [f"{rule}&{name}" for name in features if name.startswith(paired)]
    chance = (_CHANCE_NAMES if "names" in rule else _CHANCE).get(value, _RARE)
    return Binding("count", rule, mention, tuple(roles), (rule, *features), chance=chance)
