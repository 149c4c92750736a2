"""All of one sort in a stretch that a number may count: those whose ages are told, the names to which 'the two' goes back.

What makes no list is taken by its sort (`audit.syntax.alike`).
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.counted import Found, between, near
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike

__all__ = ["gone_back_to", "told_on"]

_CALLED = 400
"""Tokens before and behind a number within which things of its noun are called by name."""
_BACK = 3
_ON = 3
"""Sentences back and on that are looked at."""
_LEAD = 3
"""Sentences at the head of a text, whose people all of it may name."""


def told_on(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
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
        yield "count.measured", told, [near(reading, mention, at + 1)] if at + 1 in ahead else []
    if mention.head:
        told = groups.called(mention.head, after, min(reading.bounds[ahead[-1]][1], after + _CALLED))
        if told is not None:
            yield "count.called", told, ["apart:on"]
    for told in groups.headed(at):
        yield "count.headed", told, between(reading, after, end)


def gone_back_to(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
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
