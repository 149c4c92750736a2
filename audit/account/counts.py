"""A number and the things that the text lists or names: 'two towns: A and B', 'A and B ... the two towns'.

The list is read from its own form (`audit.syntax.enumerations`) and sought where the words point: behind the counted noun,
in the sentence behind, or before it where the noun is a known one ('the two'). What makes no list is taken by its sort
(`audit.syntax.alike`): all the names of a sentence, all whose ages are told, all that is called by the counted noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from audit.account.binding import Binding
from audit.account.counted import between, counted, how_told
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike
from audit.syntax.enumeration import Enumeration, is_dash, is_tight
from audit.syntax.enumerations import listed
from audit.syntax.in_turn import lines, members
from audit.text.plurals import singular

__all__ = ["counts"]

_MOST, _IN_ORDER = 20, 12
"""Things that a text names one by one, and those that it tells as the first, the second and so on."""
_NUMBERS = frozenset(range(2, _MOST + 1))
_CALLED = 400
"""Tokens before and behind a number within which things of its noun are called by name."""
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
_JOINED = 8
_ENDS_JOIN = frozenset({"comma", "semicolon", "colon", "stop", "are", "have", "that", "said", "while", "dash"})
_OPENS = frozenset({"stop", "quote", "colon", "bullet", "dash", "bar", "open"})
_GOES_BACK = frozenset({"back", "all", "both", "collective"})
_LEAD = 3
"""Sentences at the head of a text, whose people all of it may name."""


def counts(reading: Reading) -> Iterator[Binding]:
    """Every list that a number of things may count."""
    groups = Alike(reading)
    for mention in (*reading.mentions, *reading.collectives):
        if mention.type not in ("count", "duration") or not mention.is_point or mention.low not in _NUMBERS:
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
    if classes[mention.first] != "total":
        return False
    at, end, depth = mention.last, min(mention.last + _FAR, reading.bounds[mention.sentence][1]), 0
    while at < end and (depth or (classes[at] not in _ENDS_JOIN and at < mention.last + _JOINED)):
        depth += (classes[at] == "open") - (classes[at] == "close")
        at += 1
        if at < end and not depth and classes[at] == "and":
            return True
    return False


_Found: TypeAlias = tuple[str, Enumeration, list[str]]
"""A rule, a list, and features of how the two stand."""


def _candidates(reading: Reading, mention: Mention, groups: Alike) -> Iterator[_Found]:
    yield from _behind(reading, mention, groups)
    yield from _elsewhere(reading, mention, groups)
    if mention.type == "count":
        yield from _on(reading, mention, groups)
        if how_told(reading, mention) in _GOES_BACK:
            yield from _back(reading, mention, groups)


def _behind(reading: Reading, mention: Mention, groups: Alike) -> Iterator[_Found]:
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


def _elsewhere(reading: Reading, mention: Mention, groups: Alike) -> Iterator[_Found]:
    """Lists in the lines and the sentences behind, and in what was told before."""
    classes, at = reading.tokens.classes, mention.sentence
    begin, end = reading.bounds[at]
    for before in [c for c in groups.coordinations(at) if c.items[-1].first < mention.first][-1:]:
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
        near = [_near(reading, mention, at + 1)]
        told = members(reading, first, last)
        if told is not None:
            yield "count.members_next", told, near
    for on in range(at + 1, min(at + _ON, len(reading.bounds))):
        lists = groups.coordinations(on)
        for later in lists[:1]:
            said = [_near(reading, mention, on), _opening(later.first - reading.bounds[on][0]), f"on:{on - at}"]
            yield "count.names_next", later, [*said, f"lists:{min(len(lists), 3)}"]
        if lists:
            break
    told = groups.in_order(at, mention.after) if mention.low <= _IN_ORDER else None
    if told is not None:
        yield "count.in_order", told, [f"items:{min(4, len(told.items))}"]
    if how_told(reading, mention) not in _GOES_BACK:
        return
    for back in range(1, min(_BACK, at) + 1):
        lists = groups.coordinations(at - back)
        for before in lists[-1:]:
            opening = _opening(before.first - reading.bounds[at - back][0])
            yield "count.names_back", before, [f"back:{back}", opening, f"lists:{min(len(lists), 3)}"]
        if lists:
            break


def _on(reading: Reading, mention: Mention, groups: Alike) -> Iterator[_Found]:
    """What the text goes on to tell of the counted, where it makes no list."""
    at, after = mention.sentence, mention.after
    end = reading.bounds[at][1]
    ahead = range(at, min(at + 1 + _ON, len(reading.bounds)))
    here = groups.aged((at,), after)
    if here is not None:
        yield "count.aged", here, ["apart:same", *between(reading, after, here.first)]
    people = groups.aged(ahead, after)
    if people is not None:
        yield "count.aged", people, ["apart:near"]
    if at < _LEAD:
        people = groups.aged(range(at, len(reading.bounds)), after)
        if people is not None:
            yield "count.aged", people, ["apart:text"]
    told = groups.measured(ahead, after)
    if told is not None:
        yield "count.measured", told, [_near(reading, mention, at + 1)] if at + 1 in ahead else []
    if mention.head:
        told = groups.called(mention.head, after, min(reading.bounds[ahead[-1]][1], after + _CALLED))
        if told is not None:
            yield "count.called", told, ["apart:on"]
    for told in groups.headed(at):
        yield "count.headed", told, between(reading, after, end)


def _back(reading: Reading, mention: Mention, groups: Alike) -> Iterator[_Found]:
    """What was told before, to which 'the two', 'both', 'the trio' go back."""
    at = mention.sentence
    begin = reading.bounds[at][0]
    if mention.head:
        since = max(reading.bounds[max(0, at - 2)][0], mention.first - _CALLED)
        told_as = groups.called(mention.head, since, mention.first)
        if told_as is not None:
            yield "count.called", told_as, ["apart:back"]
    any_here = False
    for found in groups.named(at, begin, mention.first):
        any_here = True
        yield "count.names_back_all", found, ["back:0", *between(reading, found.after, mention.first)]
    people = groups.aged(range(max(0, at - _BACK + 1), at))
    if people is not None:
        yield "count.aged", people, ["apart:back"]
    for back in range(1, min(_BACK, at) + 1):
        told = list(groups.named(at - back, *reading.bounds[at - back]))
        for found in told:
            yield "count.names_back_all", found, [f"back:{back}", "names:here" if any_here else "names:none_here"]
        if told:
            break


def _may_count(mention: Mention) -> bool:
    """Whether it is a number of what was counted before, of which a list rather is: 'of the ten, five are ...'."""
    return mention.type == "count" and not mention.head and mention.is_point and mention.low in _NUMBERS


def _lists(reading: Reading, start: int, end: int) -> list[Enumeration]:
    """The lists that begin at a token, but for those that do not name all and those that are only added to."""
    if start >= end or reading.tokens.classes[start] in ("and", "including"):
        return []
    return listed(reading, start, end)


def _near(reading: Reading, mention: Mention, sentence: int) -> str:
    same = reading.document.sentences[sentence].paragraph == mention.paragraph
    return "apart:next" if same else "apart:next_paragraph"


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
