"""Which figures of a text count things of one kind, however far apart they stand: wholes, and what is told of them.

'The fort was held by 640 men ... Of the defenders 118 had died and 203 were wounded; the 319 who could still stand': a
figure without a noun counts what was counted last; a pair or a couple of people is one of them as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from audit.account.holds import holds_of
from audit.account.trio import base
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading

__all__ = ["CHAMBER", "NEAR", "Kindred", "kind_of", "kindred"]

_PERSON = "person"
CHAMBER = "vote"
_GROUP = ""
"""Of figures without a noun together: 'a party of 11 ... Four were let go'."""
_AMOUNTS = ("money", "measure", "rate", "duration", "percent")
NEAR = 40
_LASTS = 4
"""Sentences over which a noun is not said again."""
_KINDS = 2
"""Kinds that a figure without a noun may be of, the last named first."""
_ADDED = frozenset(("including", "included", "among"))
_AGES = (3, 110)
_SHORTEST = 3
"""Letters of a noun that another one can end in: 'minibus' is a bus."""


class Kindred(NamedTuple):
    """The figures of one kind in the order of the text."""

    kind: str
    members: tuple[Mention, ...]
    named: frozenset[int]
    """The starts of those that say themselves of what kind they are."""
    held: frozenset[int]
    """The starts of those told in passing, as a part of another ('among them six children')."""

    def near(self, first: int, last: int, around: int) -> tuple[Mention, ...]:
        """Its members of these sentences, of a long text no more than `NEAR` on either side of the member of that number."""
        low = bisect_left(self.members, first, key=_sentence)
        high = bisect_right(self.members, last, low, key=_sentence)
        middle = bisect_left(self.members, around, low, high, key=_number)
        return self.members[max(low, middle - NEAR) : min(high, middle + NEAR)]


def kindred(reading: Reading) -> tuple[Kindred, ...]:
    """All kinds of which a text has two figures, in the order in which they are first counted."""
    return reading.once(_kindred)


def kind_of(reading: Reading, mention: Mention) -> str:
    """What a figure counts, by its noun or by the word that it is joined to ('a seven-vote margin'); '' if neither says."""
    kinds, (words, classes) = pack(reading.document.language).build(_further), reading.tokens[2:4]
    if mention.head or classes[mention.last : mention.last + 1] != ["dash"]:
        return _kind(mention, kinds)
    joined = words[mention.last + 1] if mention.last + 1 < len(words) else ""
    return kinds.of.get(joined, joined)


def _kindred(reading: Reading) -> tuple[Kindred, ...]:
    kinds = pack(reading.document.language).build(_further)
    found: dict[str, list[Mention]] = {}
    named: dict[str, set[int]] = {}
    seen: dict[str, int] = {}
    for mention in _all(reading):
        own = "" if _is_no_noun(reading, mention, kinds) else _kind(mention, kinds)
        if own:
            seen.pop(own, None)
            seen[own] = mention.sentence
            named.setdefault(own, set()).add(mention.start)
            found.setdefault(own, []).append(mention)
            if (
                mention.type == "count" and mention.after == mention.last
            ):  # its noun, if any, is that of a figure before
                found.setdefault(_GROUP, []).append(mention)
                if own != _PERSON and _PERSON in seen:
                    found[_PERSON].append(mention)
            continue
        if _is_age(reading, mention):
            continue
        lately = [kind for kind, sentence in seen.items() if mention.sentence - sentence <= _LASTS][-_KINDS:]
        if _PERSON in seen and _PERSON not in lately and mention.type == "count":
            lately.append(_PERSON)  # of people the noun is left out the most
        for kind in lately:
            found[kind].append(mention)
        if _is_of_group(reading, mention):
            named.setdefault(_GROUP, set()).add(mention.start)
        if mention.type == "count":
            found.setdefault(_GROUP, []).append(mention)
    holds = reading.once(holds_of)
    held = frozenset(
        m.start for m in reading.mentions if (hold := holds.get(m.number)) is not None and hold.kind in _ADDED
    )
    return tuple(
        Kindred(kind, tuple(members), frozenset(named[kind]), held)
        for kind, members in found.items()
        if len(members) > 1 and kind in named
    )


class _Kinds(NamedTuple):
    of: Mapping[str, str]
    made: dict[str, str]
    """Of nouns that end in a known one, worked out once each."""
    of_people: frozenset[str]
    """Measures that count people."""


def _further(words: Pack) -> _Kinds:
    parting, known = words["parting"], {noun: kind for kind, all_ in words["kinds"]["kinds"].items() for noun in all_}
    known.update(dict.fromkeys(parting["people"]["nouns"], _PERSON))
    known.update(dict.fromkeys(parting["chamber"]["nouns"], CHAMBER))
    return _Kinds(known, {}, frozenset(parting["people"]["measures"]))


def _all(reading: Reading) -> list[Mention]:
    """Its counts and amounts, and its pairs and couples, in order."""
    counted = [m for m in reading.mentions if m.type == "count" or m.type.startswith(_AMOUNTS) or _is_one(m)]
    classes = reading.tokens.classes
    # 'both' and 'the pair' were counted before
    more = [m for m in reading.collectives if m.is_point and not {m.determiner, classes[m.first]} & {"the", "all"}]
    return sorted((*counted, *more), key=_start)


def _sentence(mention: Mention) -> int:
    return mention.sentence


def _number(mention: Mention) -> int:
    return mention.number


def _start(mention: Mention) -> int:
    return mention.start


def _is_one(mention: Mention) -> bool:
    """'One was let go', and 'a man was dead': one, though no number is printed; only of what comes to harm."""
    if mention.type == "identifier":
        return mention.figure.text.isalpha() and mention.is_point
    return mention.type == "implied" and mention.is_point and bool(mention.claim.measures)


def _is_no_noun(reading: Reading, mention: Mention, kinds: _Kinds) -> bool:
    """'Four needed treatment': what is read as its noun is none, as it does not stand in the plural."""
    if mention.type != "count" or not mention.head or mention.head in kinds.of or mention.high == 1:
        return False
    return (
        mention.head in reading.tokens.words[mention.last : mention.after]
        and _ending(mention.head, kinds.of) == mention.head
    )


def _kind(mention: Mention, kinds: _Kinds) -> str:
    """What a figure says itself that it counts or measures; '' if nothing."""
    if mention.type.startswith(_AMOUNTS):
        return base(mention)
    if mention.head:
        kind = kinds.of.get(mention.head) or kinds.made.get(mention.head)
        if kind is None:
            kind = kinds.made[mention.head] = _ending(mention.head, kinds.of)
        if kind != mention.head or not mention.partitive:
            return kind
    return _PERSON if not kinds.of_people.isdisjoint(mention.claim.measures) else ""


def _ending(noun: str, of: Mapping[str, str]) -> str:
    """The kind of the noun that it ends in, else itself."""
    return next((of[noun[at:]] for at in range(1, len(noun) - _SHORTEST + 1) if noun[at:] in of), noun)


def _is_of_group(reading: Reading, mention: Mention) -> bool:
    """'A party of 11', 'a garrison of 70'."""
    classes, first = reading.tokens.classes, mention.first
    return mention.type == "count" and first > 1 and classes[first - 1] == "of" and not classes[first - 2]


def _is_age(reading: Reading, mention: Mention) -> bool:
    """'Orrin Vale, 61, said', 'a man of 66': a bare number between commas, or behind one person."""
    classes, first, last = reading.tokens.classes, mention.first, mention.last
    if (
        mention.type != "count"
        or not first
        or mention.figure.text.isalpha()
        or not _AGES[0] <= mention.high <= _AGES[1]
    ):
        return False
    before = classes[first - 1]
    if before == "comma":
        behind = (classes[last : last + 1] or ["stop"])[0]
        return behind in ("comma", "close") or (behind == "stop" and reading.tokens.capital[first - 2])
    if before != "of" or not mention.number:
        return False
    one = reading.mentions[mention.number - 1]
    return one.type == "implied" and first - one.after <= 1
