"""Names that are told in turn over several sentences: 'Karim fell in May; Fadi, the youngest, in June. Samir is alive.'

A name opens a clause, or follows a comma where the verb is left out; or the text says of which sort it is ('Ndolo, a fishing
village', 'the village of Kasanje').
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit.syntax.alike import Alike
from audit.syntax.enumeration import Enumeration, Item, list_words
from audit.syntax.named import FREE, Name, distinct
from audit.syntax.reading import Reading
from audit.text.plurals import plurals

__all__ = ["Turn", "called_so", "governed_alike", "in_turn", "openers", "taken_up"]

_LEAD = 4
"""Words between the beginning of a clause and its name: 'the tenor Ugo Bassi', 'his sister Karin'."""
_BEGINS = frozenset({"stop", "semicolon", "colon", "quote", "bullet", "dash", "while", "open", "bar"})
_GOVERNS = frozenset({"in", "on", "at", "of", "for", "from", "with", "to", "by", "since", "between"})
_APPOSED = 6
"""Tokens between a name and the noun that says what it is: 'Ndolo, a small fishing village'."""
_JOINS_NAME = frozenset({"of", "in", "at", "named", "comma", "the", "are", "quote", "open"})


class Turn(NamedTuple):
    """A name at the head of what is told of it."""

    name: Name
    way: str
    """'opens' a clause, follows a 'comma', or is 'weak': one word with the capital of its sentence."""
    governed: bool


def openers(reading: Reading, groups: Alike, sentence: int, first: int = 0) -> list[Turn]:
    """The names of a sentence, from a token on, that open a clause or follow a comma, in order."""
    return reading.once(_openers, groups, sentence, max(first, reading.bounds[sentence][0]))


def _openers(reading: Reading, groups: Alike, sentence: int, begin: int) -> list[Turn]:
    end = reading.bounds[sentence][1]
    found = [turn for name in groups.names(sentence) if name.first >= begin for turn in _turn(reading, name, begin)]
    joined: list[Turn] = []
    for turn in found:
        if turn.way == "joined":
            before = joined[-1] if joined else None
            if before is None or turn.name.first - before.name.last > _LEAD:
                continue
            turn = turn._replace(way=before.way, governed=before.governed)
        joined.append(turn)
    if not joined or joined[0].name.first > begin:
        weak = _weak(reading, begin, end)
        if weak is not None and all(weak.last <= turn.name.first or turn.name.last <= weak.first for turn in joined):
            joined.insert(0, Turn(weak, "weak", False))
    return joined


def _turn(reading: Reading, name: Name, begin: int) -> Iterator[Turn]:
    tokens = reading.tokens
    at, governed = name.first - 1, False
    while at >= begin and name.first - at <= _LEAD:
        if tokens.classes[at] in _GOVERNS and not governed:
            governed = True
        elif tokens.classes[at] not in ("the", "a", "quote", "") or not tokens.words[at][0].isalnum():
            break
        at -= 1
    if at < begin or (tokens.classes[at] in _BEGINS):
        yield Turn(name, "opens", governed)
    elif tokens.classes[at] == "comma":
        one = at - 1 >= begin and tokens.words[at - 1] in list_words(reading).one
        yield Turn(name, "opens" if one else "comma", governed)
    elif tokens.classes[at] == "and":
        yield Turn(name, "comma" if tokens.classes[at - 1] in ("comma", "semicolon") else "joined", governed)


def _weak(reading: Reading, begin: int, end: int) -> Name | None:
    """The word that opens a sentence, if it may be a name: nothing but its place gives it a capital."""
    tokens = reading.tokens
    while begin < end and tokens.classes[begin] in ("quote", "bullet", "the", "a", "in", "at"):
        begin += 1
    if begin + 1 >= end or not tokens.capital[begin] or not tokens.words[begin].isalpha():
        return None
    word = tokens.words[begin]
    if tokens.classes[begin] or len(word) < 3 or word in list_words(reading).stop:
        return None
    if any(m.first <= begin < m.last for m in reading.mentions_in(begin, begin + 1)):
        return None
    return Name(begin, begin + 1, FREE, frozenset([word]))


def in_turn(turns: Iterable[Turn], *traits: str) -> Enumeration | None:
    """The distinct names as a list, with how they are told; nothing where there is but one."""
    told = list(turns)
    names = sorted(distinct([turn.name for turn in told]))
    if len(names) < 2:
        return None
    ways = sorted({f"turns:{turn.way}" for turn in told})
    governed = {turn.governed for turn in told}
    how = "turns:governed_some" if len(governed) > 1 else "turns:governed" if governed == {True} else "turns:free"
    items = tuple(Item(name.first, name.last, "name") for name in names)
    return Enumeration(items, ("turns", *traits, *ways, how), max(item.last for item in items))


def called_so(reading: Reading, groups: Alike, head: str, sentences: Iterable[int]) -> Enumeration | None:
    """The names of which some sentences say that they are such: 'Ndolo, a fishing village, ... the village of Kasanje'."""
    forms = frozenset(plurals(head, reading.document.language))
    if reading.vocabulary.isdisjoint(forms):
        return None
    tokens = reading.tokens
    found: list[Name] = []
    stands = reading.once(_stands, forms)
    for sentence in sentences:
        if reading.is_overlong(sentence):
            continue
        begin, end = reading.bounds[sentence]
        for at in stands[bisect_left(stands, begin) : bisect_left(stands, end)]:
            for name in groups.names(sentence):
                between = tokens.classes[name.last : at]
                before = name.last <= at and len(between) <= _APPOSED
                if before and between[:1] in (["comma"], ["are"], ["open"]) and between[1:2] in (["a"], ["the"]):
                    found.append(name)
                joining = tokens.classes[at + 1 : name.first]
                if at < name.first and len(joining) <= 2 and all(each in _JOINS_NAME for each in joining):
                    found.append(name)
    names = sorted(distinct(found))
    if len(names) < 2:
        return None
    items = tuple(Item(name.first, name.last, "name") for name in names)
    return Enumeration(items, ("called_so",), max(item.last for item in items))


def governed_alike(reading: Reading, groups: Alike, sentences: Iterable[int]) -> Iterator[Enumeration]:
    """The names of some sentences that one preposition governs: 'In Lusk a couple died ... at a terminal in Prevno'."""
    names = [name for sentence in sentences for name in groups.names(sentence) if name.governor != FREE]
    for governor in sorted({name.governor for name in names}):
        alike = sorted(distinct([name for name in names if name.governor == governor]))
        if len(alike) > 1:
            items = tuple(Item(name.first, name.last, "name") for name in alike)
            yield Enumeration(items, ("alike", f"alike:{governor}"), items[-1].last)


def _stands(reading: Reading, forms: frozenset[str]) -> list[int]:
    """Where a noun stands, in order; `index` looks faster than any loop."""
    words, found = reading.tokens.words, []
    for form in forms & reading.vocabulary:
        at = -1
        for _ in range(words.count(form)):
            at = words.index(form, at + 1)
            found.append(at)
    return sorted(found)


def taken_up(reading: Reading, head: str, first: int, last: int) -> int:
    """The token behind the first 'the bastions' from one token to another, without a number; 0 if there is none."""
    tokens = reading.tokens
    forms = frozenset(plurals(head, reading.document.language)) - {head}
    if reading.vocabulary.isdisjoint(forms):
        return 0
    stands = reading.once(_stands, forms)
    return next((at + 1 for at in stands if first <= at < last and at and tokens.classes[at - 1] == "the"), 0)
