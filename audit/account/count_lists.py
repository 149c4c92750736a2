"""The lists beside a number that it may count: behind its noun, in the sentences behind, before it where the noun is known.

A list is read from its own form (`audit.syntax.enumerations`, `audit.syntax.coordinations`).
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.counted import GOES_BACK, NUMBERS, Found, between, how_told, near, opening
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike
from audit.syntax.enumeration import Enumeration, is_dash, is_tight
from audit.syntax.enumerations import listed
from audit.syntax.in_turn import lines, members
from audit.text.plurals import singular

__all__ = ["behind", "elsewhere"]

_IN_ORDER = 12
"""Things that a text tells as the first, the second and so on."""
_FAR = 30
"""Tokens behind the counted noun within which a mark that opens a list is looked for."""
_BACK = 3
"""Sentences back in which a list is looked for that 'the two' goes back to."""
_ON = 3
"""Sentences on in which what is announced may be told."""
_OPENING = frozenset({"colon", "open", "semicolon"})
_MARKS = _OPENING | {"close", "dash"}
_DIRECT = _OPENING | {"comma", "dash", "named", "are", "comprising"}
_GOVERNING = frozenset({"in", "on", "at", "of", "for", "from", "with", "to", "by", "between"})
_BESIDE = 12
"""Tokens before a list in which a count stands that it may be of."""


def behind(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
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
            named = _named_behind(found)
            if named is not None:
                yield "count.listed_later", named, [f"link:{link}", f"led_by:{found.items[0].kind}"]
    for at in [at for at, name in enumerate(classes[after : min(end, after + _FAR)], after) if name in _MARKS]:
        if classes[at] == "close" and "open" not in classes[after:at]:
            break
        dash = is_dash(reading, at)
        if dash or (classes[at] in _OPENING and not is_tight(reading, at)):
            start = _past(reading, at, end)
            link = "dash" if dash else classes[at]
            nearer = any(_may_count(m) for m in reading.mentions_in(after, at))
            for found in [] if nearer else _lists(reading, start, end):
                before = _apposed_to(reading, mention, at - 1)
                yield "count.announced", found, [f"link:{link}", before, *between(reading, after, at)]
            if link != "open":
                break
    told = members(reading, after, end)
    if told is not None:
        yield "count.members", told, between(reading, after, told.first)
    for later in [c for c in groups.coordinations(mention.sentence) if c.first >= after][:2]:
        if "including" not in classes[after : later.first]:
            rule = "count.dates" if later.items[0].kind == "date" else "count.names_later"
            yield rule, later, between(reading, after, later.first)


def elsewhere(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """Lists in the lines and the sentences behind, and in what was told before."""
    classes, at = reading.tokens.classes, mention.sentence
    begin, end = reading.bounds[at]
    for before in _last([c for c in groups.coordinations(at) if c.items[-1].first < mention.first]):
        rule = "count.apposed" if mention.first - before.after <= 2 else "count.names_before"
        others = [
            m
            for m in reading.mentions_in(max(begin, before.first - _BESIDE), before.first)
            if m.type == "count" and before.first - m.after <= 2
        ]
        yield rule, before, [*between(reading, before.after, mention.first), *(["of_another"] if others else [])]
    for on in range(min(_ON, len(reading.bounds) - 1 - at)):
        told = lines(reading, at + on)
        if told is not None:
            closing = [f"closes:{classes[end - 1] or 'word'}"] if end > begin else []
            rule = "lines.below" if on == 0 else "lines.later"
            yield rule, told, [*closing, *between(reading, mention.after, end)]
            break
    if at + 1 < len(reading.bounds):
        first, last = reading.bounds[at + 1]
        apart = [near(reading, mention, at + 1)]
        told = members(reading, first, last)
        if told is not None:
            yield "count.members_next", told, apart
    for on in range(at + 1, min(at + _ON, len(reading.bounds))):
        lists = groups.coordinations(on)
        for later in lists[:1]:
            said = [near(reading, mention, on), opening(later.first - reading.bounds[on][0]), f"on:{on - at}"]
            yield "count.names_next", later, [*said, f"lists:{min(len(lists), 3)}"]
        if lists:
            break
    told = groups.in_order(at, mention.after) if mention.low <= _IN_ORDER else None
    if told is not None:
        yield "count.in_order", told, [f"items:{min(4, len(told.items))}"]
    if how_told(reading, mention) not in GOES_BACK:
        return
    for back in range(1, min(_BACK, at) + 1):
        lists = groups.coordinations(at - back)
        for before in _last(lists):
            opens = opening(before.first - reading.bounds[at - back][0])
            yield "count.names_back", before, [f"back:{back}", opens, f"lists:{min(len(lists), 3)}"]
        if lists:
            break


def _named_behind(found: Enumeration) -> Enumeration | None:
    """Its names, where it opens with what is none: 'two daughters at the school, Ida and Ruth'."""
    at = next((at for at, item in enumerate(found.items) if item.kind == "name"), 0)
    behind = found.items[at:]
    if not at or len(behind) < 2 or any(item.kind not in ("name", "adjective") for item in behind):
        return None
    return Enumeration(behind, (*found.traits, "named_behind"), found.after)


def _last(lists: list[Enumeration]) -> list[Enumeration]:
    """The last list in each way in which it may begin: 'branches in Marl, Penn and Shaw'."""
    return [each for each in lists if each.after == lists[-1].after]


def _may_count(mention: Mention) -> bool:
    """Whether it is a number of what was counted before, of which a list rather is: 'of the ten, five are ...'."""
    return mention.type == "count" and not mention.head and mention.is_point and mention.low in NUMBERS


def _lists(reading: Reading, start: int, end: int) -> list[Enumeration]:
    """The lists that begin at a token, but for those that do not name all and those that are only added to."""
    if start >= end or reading.tokens.classes[start] in ("and", "including"):
        return []
    return listed(reading, start, end)


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
