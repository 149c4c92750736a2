"""Order: 'up from 37', 'the toll rose to 57', 'surpassing the 4.4 million of the year before', 'the third, after A and B'.

A level that is up from another is no less; who comes third, after two that are named, comes behind just these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from audit.account.binding import Binding, Role
from audit.account.extremes import extremes, said
from audit.account.features import around, distance, gap, heads, overlap
from audit.account.ordinals import ordinals
from audit.account.trio import BARE, base
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.enumeration import Enumeration
from audit.syntax.enumerations import listed

__all__ = ["ranks"]

_CUE = 12
"""Tokens before the earlier level within which its direction is told."""
_SAID = 2
"""Tokens that 'up from' takes, with one word between."""
_NEAR = 4
"""Tokens between a word of order and the figure that it governs."""
_TRIED = 2
"""Figures before it that may be held against that one, the nearest first."""
_THAN = 14
"""Tokens between 'dearer than' and the figure of what it names."""
_AFTER = 14
_RISEN = 5
"""Tokens before 'to' within which the rise is told, figures before it and sentences back of which one may be the level."""
_BEFORE = 20
_SENTENCES = 6
_ONE = Interval.of(1)
_CHANCE = {2: 0.05, 3: 0.7, 4: 0.15, 5: 0.06}
"""How often a list of names that has nothing to do with a rank has one name fewer."""
_RARE = 0.03


class _Order(NamedTuple):
    above: frozenset[str]
    below: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    behind: frozenset[str]


def _order(words: Pack) -> _Order:
    book = words["order"]
    beyond, compared, change = book["beyond"], book["compared"], book["change"]
    return _Order(
        above=frozenset(beyond["above"]),
        below=frozenset(beyond["below"]),
        more=frozenset(compared["more"]),
        less=frozenset(compared["less"]),
        up=frozenset(change["up"]),
        down=frozenset(change["down"]),
        behind=frozenset(book["behind"]["words"]),
    )


def ranks(reading: Reading) -> Iterator[Binding]:
    """Every level beside one that it is up or down from, and every rank behind those that are named."""
    words = pack(reading.document.language or "en").build(_order)
    yield from extremes(reading)
    yield from ordinals(reading)
    beyond = "than" in reading.tokens.classes or not (
        reading.vocabulary.isdisjoint(words.above) and reading.vocabulary.isdisjoint(words.below)
    )
    for mention in reading.mentions:
        if mention.type == "rank":
            yield from _after(reading, mention, words)
        elif mention.figure.is_quantity:
            yield from _directions(reading, mention, words)
            yield from _risen(reading, mention, words)
            if beyond:
                yield from _beyond(reading, mention, words)


def _directions(reading: Reading, old: Mention, words: _Order) -> Iterator[Binding]:
    """'up from 37', 'rose to 41 from 37', 'fell from 41 to 37'."""
    classes = reading.tokens.classes
    begin, _ = reading.bounds[old.sentence]
    at = old.first - 1
    while at >= begin and old.first - at <= 2 and classes[at] == "the":
        at -= 1
    if at < begin or classes[at] != "from":
        return
    told = [(i, _way(reading, words, i)) for i in range(at - 1, max(begin, at - _CUE) - 1, -1)]
    cue, way = next(((i, way) for i, way in told if way), (-1, ""))
    if not way:
        return
    inside = [m for m in reading.about(old) if _alike(m, old)]
    later = next(
        (m for m in inside if m.first >= old.after and "to" in classes[max(old.last, m.first - 2) : m.first]), None
    )
    earlier = next((m for m in reversed(inside) if m.last <= at), None)
    for new, place in ((later, "behind"), (earlier, "before")):
        if new is None:
            continue
        stands = "adjoining" if cue == at - 1 else "before_new" if place == "before" and cue < new.first else "between"
        extra = [
            f"cue:{stands}",
            f"new:{place}",
            f"cue:{stands}:{place}",
            f"way:{classes[cue]}",
            f"tokens:{min(at - cue, 5)}",
        ]
        word = said(reading, cue, at + 1 if at - cue <= _SAID else cue + 1)
        yield _pair(reading, f"rank.{way}_from", new, old, way, extra, word)


def _risen(reading: Reading, new: Mention, words: _Order) -> Iterator[Binding]:
    """'45 had died ... on Tuesday the toll rose to 57': from a level that was told before."""
    classes, (begin, _) = reading.tokens.classes, reading.bounds[new.sentence]
    at = new.first - 1
    while at >= begin and new.first - at <= 2 and classes[at] == "the":
        at -= 1
    if at < begin or classes[at] != "to":
        return
    told = ((i, _way(reading, words, i)) for i in range(at - 1, max(begin, at - _RISEN) - 1, -1))
    cue, way = next(((i, way) for i, way in told if way), (-1, ""))
    inside = reading.about(new)
    if not way or any("from" in classes[max(begin, m.first - 2) : m.first] and _alike(m, new) for m in inside):
        return
    before = [m for m in reading.mentions[max(0, new.number - _BEFORE) : new.number] if _alike(m, new)]
    before = [m for m in reversed(before) if new.sentence - m.sentence <= _SENTENCES and m not in inside]
    for place, old in enumerate(before[:_TRIED]):
        extra = [f"place:{place}", distance(reading, old, new), *overlap(old, new)]
        agreement = f"{heads(old, new)}&{next((name for name in extra if name.startswith('measure')), 'measure:none')}"
        extra += [agreement, f"place:{place}&{agreement}"]
        yield _pair(reading, f"rank.{way}_to", new, old, way, extra, said(reading, cue, cue + 1))


def _way(reading: Reading, words: _Order, at: int) -> str:
    """'up' or 'down' by the word at a token, '' if it says neither."""
    name, word = reading.tokens.classes[at], reading.tokens.words[at]
    if name in ("up", "down"):
        return name
    return "up" if word in words.up else "down" if word in words.down else ""


def _beyond(reading: Reading, old: Mention, words: _Order) -> Iterator[Binding]:
    """'4.9 million, surpassing the 4.4 million of the year before'."""
    tokens = reading.tokens
    begin, _ = reading.bounds[old.sentence]
    floor = max(begin, old.first - 1 - _THAN, *(m.last for m in reading.mentions[old.number - 1 : old.number]))
    for at in range(old.first - 1, floor - 1, -1):
        word, before = tokens.words[at], tokens.words[at - 1] if at > begin else ""
        than = tokens.classes[at] == "than"
        form = "up" if word in words.above else "down" if word in words.below else ""
        if old.first - 1 - at > _NEAR:
            form = ""
        if than:
            form = "up" if before in words.more else "down" if before in words.less else ""
        if form:
            inside = [m for m in reading.about(old) if _alike(m, old)]
            for place, new in enumerate([m for m in reversed(inside) if m.last <= at][:_TRIED]):
                extra = [
                    f"tokens:{min(old.first - at, 8)}",
                    f"form:{form}",
                    f"since:{min(at - new.after, 6)}",
                    f"place:{place}",
                    f"led:{tokens.classes[new.first - 1] or 'word'}" if new.first > begin else "led:start",
                ]
                cue = said(reading, at - than, at + 1)
                yield _pair(
                    reading, f"rank.{'than' if than else 'beyond'}_{form}", new, old, f"{form}_of_all", extra, cue
                )
            return


def _alike(one: Mention, other: Mention) -> bool:
    if one is other or not one.figure.is_quantity:
        return False
    bases = base(one), base(other)
    return bases[0] == bases[1] or (BARE in bases and one.type.partition(" ")[0] in ("money", "measure", "count"))


def _pair(reading: Reading, rule: str, new: Mention, old: Mention, form: str, extra: list[str], *cue: Role) -> Binding:
    first, second = (new, old) if new.start < old.start else (old, new)
    features = [
        *extra,
        heads(first, second),
        *gap(reading, first, second),
        *around(reading, new, "new"),
        *around(reading, old, "old"),
        f"type:{new.type.partition(' ')[0]}",
    ]
    if new.type != old.type:
        features.append("types:differ")
    return Binding("rank", rule, new, (Role("old", old), *cue), (rule, *features), form)


def _after(reading: Reading, rank: Mention, words: _Order) -> Iterator[Binding]:
    """'third, after A and B': one more than are named behind the word."""
    tokens = reading.tokens
    _, end = reading.bounds[rank.sentence]
    if not rank.is_point:
        return
    for at in range(rank.last, min(end, rank.last + _AFTER)):
        if tokens.words[at] in words.behind:
            for names in listed(reading, at + 1, end):
                yield _behind_names(reading, rank, names, at)
            return


def _behind_names(reading: Reading, rank: Mention, names: Enumeration, at: int) -> Binding:
    tokens = reading.tokens
    roles = []
    for item in names.items:
        start, end = tokens.starts[item.first], tokens.ends[item.last - 1]
        named = Figure(start, end, reading.document.text[start:end], _ONE, kind=Kind.IDENTIFIER)
        roles.append(Role("item", named=named))
    features = [
        *(f"list:{trait}" for trait in names.traits),
        f"apart:{min(at - rank.last, 6)}",
        f"lead:{min(names.first - at, 4)}",
        *sorted({f"gap:{c}" for c in tokens.classes[rank.last : at] if c}),
        f"determiner:{rank.determiner or 'none'}",
        f"word:{tokens.classes[at]}",
    ]
    chance = _CHANCE.get(int(rank.low), _RARE)
    return Binding("rank", "rank.after", rank, tuple(roles), ("rank.after", *features), "after", chance)
