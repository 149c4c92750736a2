"""A number and the things that the text lists or names: 'two towns: A and B', 'A and B ... the two towns'.

What it may count is sought by form: a list where the words point (`count_lists`), all of one sort in a stretch
(`count_groups`), what is told over several sentences (`count_spread`), phrases and ages in a row (`count_rows`). Here is
which numbers count something at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding
from audit.account.count_groups import gone_back_to, told_on
from audit.account.count_lists import behind, elsewhere
from audit.account.count_rows import rows
from audit.account.count_spread import spread
from audit.account.counted import GOES_BACK, NUMBERS, Found, counted, how_told
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike

__all__ = ["counts"]

_MOST = 20
"""Things that a text names one by one."""
_FAR = 30
"""Tokens behind 'both' within which what it joins stands."""
_JOINED = 8
_ENDS_JOIN = frozenset({"comma", "semicolon", "colon", "stop", "are", "have", "that", "said", "while", "dash"})
_OPENS = frozenset({"stop", "quote", "colon", "bullet", "dash", "bar", "open"})


def counts(reading: Reading) -> Iterator[Binding]:
    """Every list that a number of things may count."""
    groups = Alike(reading)
    for mention in (*reading.mentions, *reading.collectives):
        if mention.type not in ("count", "duration") or not mention.is_point or mention.low not in NUMBERS:
            continue
        if mention.partitive and "of_them" in reading.tokens.classes[mention.last : mention.last + 2]:
            continue
        if _is_whole(reading, mention) or _is_bare(reading, mention) or _is_named_so(reading, mention):
            continue
        if mention.claim.index < 0 and _is_joined(reading, mention):
            continue
        known: set[tuple[int, ...]] = set()
        for rule, found, extra in _candidates(reading, mention, groups):
            places = tuple(item.first for item in found.items)
            some = "including" in reading.tokens.classes[found.after : found.after + 1]  # 'Adler and Brandt among them'
            alike = mention.type == "count" or all(item.kind == "date" for item in found.items)
            if alike and not some and places not in known and len(places) <= _MOST:
                known.add(places)
                yield counted(reading, mention, rule, found, extra)


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


def _is_bare(reading: Reading, mention: Mention) -> bool:
    """Whether it counts nothing: a number of a row ('7, 7 and 8'), an age ('Ada Boyle, 12;'), 'A, 10, and B, 8'."""
    if mention.claim.index < 0:
        return False
    tokens, after = reading.tokens, mention.last
    following = reading.mentions[mention.next : mention.next + 1]
    beside = bool(following) and following[0].first - after <= 2 and mention.after == after
    if beside and tokens.classes[after : after + 1] in (["comma"], ["and"], ["semicolon"], ["slash"], ["dash"]):
        return True
    if mention.head or mention.partitive or mention.determiner in ("the", "all"):
        return False
    return mention.first >= 2 and tokens.classes[mention.first - 1] == "comma" and tokens.capital[mention.first - 2]


def _is_named_so(reading: Reading, mention: Mention) -> bool:
    """Whether the number is part of a name: 'The Three Sisters', 'Twin Falls'."""
    tokens, (begin, end) = reading.tokens, reading.bounds[mention.sentence]
    if mention.first == begin or not tokens.capital[mention.first] or mention.last >= end:
        return False
    return tokens.capital[mention.last] and tokens.classes[mention.first - 1] not in _OPENS


def _is_joined(reading: Reading, mention: Mention) -> bool:
    """'both Ada and Tom': the word joins the two that it counts."""
    classes = reading.tokens.classes
    if classes[mention.first] != "total" or (mention.head and classes[mention.after : mention.after + 1] != ["and"]):
        return False  # 'both men belonged to Hamas and ...' joins nothing
    at, end, depth = mention.last, min(mention.last + _FAR, reading.bounds[mention.sentence][1]), 0
    while at < end and (depth or (classes[at] not in _ENDS_JOIN and at < mention.last + _JOINED)):
        depth += (classes[at] == "open") - (classes[at] == "close")
        at += 1
        if at < end and not depth and classes[at] == "and":
            return True
    return False


def _candidates(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    yield from behind(reading, mention, groups)
    yield from elsewhere(reading, mention, groups)
    if mention.type == "count":
        yield from told_on(reading, mention, groups)
        if how_told(reading, mention) in GOES_BACK:
            yield from gone_back_to(reading, mention, groups)
        yield from spread(reading, mention, groups)
        yield from rows(reading, mention)
