"""A length of time and the days that it lies between: 'On 3 May ... two days later, on 5 May', 'for 39 years, since 1987'.

Of a length that is a figure the claim is the length; of one that is told in words alone ('the next day') the later day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from audit.account.between import bound
from audit.account.binding import Binding
from audit.account.events import event_of, goes_on
from audit.account.far_spans import celebrated, far_spans
from audit.account.lengths import GRAINS, Length, book, lengths
from audit.account.spans import printed_today
from audit.syntax import Moment, Reading
from audit.syntax.moment import beside, year_before
from audit.syntax.moments import published

__all__ = ["durations"]

_STEPS = frozenset({"later", "before", "after", "told"})
"""Ways that reach from one day of the story to the next."""
_LOOK_BACK = frozenset({"ago", "past", "for", "over", "after", "within", "run", "ordered", "before"})
"""Ways that reach from a day that may stand anywhere."""
_SHARED = 2
"""Topic words in common from which a day far from a length is tried."""
_TIGHT = 4
"""Tokens between a length and a day that are told in one breath: 'two days later, on 5 May'."""
_FAR = 8
"""Days far from a length that are looked at, the nearest first."""
_REACH = 100
"""Days on either side of a length that are looked at at all."""


def durations(reading: Reading) -> Iterator[Binding]:
    """Every length of time with the days that its words may mean."""
    days = [each for each in reading.moments.days if not each.torn and each.known != "word"]
    if not days:
        return
    now = published(reading)
    printed = printed_today(days, now)
    lead = [day for day in days if day.sentence == 0]
    yield from celebrated(reading, printed)
    for length in lengths(reading):
        done: set[tuple[int, int]] = set()
        if length.way == "extreme":
            yield from far_spans(reading, length, printed, done)
            continue
        grains = GRAINS[length.unit]
        usable = [
            day
            for day in _around(days, lead, length)
            if day.grain in grains and not (day.first < length.last and length.first < day.last)
        ]
        if length.way != "told":
            for day in _sought(usable, length):
                for today in (now, printed):
                    if today is not None and today is not day:
                        for binding in _from_now(reading, length, day, today, usable):
                            done.add((day.start, today.start))
                            yield binding
        if not length.anchored and length.way not in ("ago", "next"):
            for one, other, sides in _pairs(usable, length):
                for binding in _between(reading, length, one, other, sides, usable):
                    done.add((one.start, other.start))
                    yield binding
        yield from far_spans(reading, length, printed, done)


def _around(days: list[Moment], lead: list[Moment], length: Length) -> list[Moment]:
    """The days of the first sentence and those on both sides of the length, in order: a text of any length is one of few."""
    at = bisect_left(days, length.first, key=lambda day: day.first)
    low = max(0, at - _REACH)
    return [*lead[: min(low, _REACH)], *days[low : at + _REACH]]


def _sought(days: list[Moment], length: Length) -> list[Moment]:
    """Days from which or to which the length may reach today: near it, or far where the topic is the same."""
    near = [day for day in days if abs(day.sentence - length.sentence) <= 1 and day.known != "nowhere"]
    near.sort(key=lambda day: _tokens(length, day))
    found: dict[tuple[int, int], Moment] = {}
    for day in near[:4]:
        found.setdefault((day.low, day.high), day)
    far = [day for day in days if abs(day.sentence - length.sentence) > 1 and day.known != "nowhere"]
    far.sort(key=lambda day: (day.sentence > 0, _tokens(length, day)))
    for day in far[:_FAR]:
        if len(found) < 6 and (length.way in _LOOK_BACK or _topic(length, day) >= _SHARED):
            found.setdefault((day.low, day.high), day)
    return list(found.values())


def _pairs(days: list[Moment], length: Length) -> Iterator[tuple[Moment, Moment, str]]:
    """Pairs of days between which the length may lie, with the sides of it on which they stand."""
    before = [day for day in days if day.last <= length.first][::-1]
    behind = [day for day in days if day.first >= length.last]
    here = [day for day in days if day.sentence == length.sentence]
    seen: set[tuple[int, int]] = set()

    def fresh(one: Moment, other: Moment) -> bool:
        key = (one.start, other.start)
        known = key in seen
        seen.add(key)
        return not known

    reach = 3 if length.way in _STEPS or length.way == "run" else 1
    close = [day for day in behind[:1] if day.sentence - length.sentence <= reach]
    for later in close:
        for day in before[: 3 if length.way in _STEPS else 2]:
            if fresh(day, later):
                yield day, later, "across"
    if before and length.sentence - before[0].sentence <= 1:
        for day in before[1 : 5 if length.unit in ("year", "decade") else 3]:
            if fresh(day, before[0]):
                yield day, before[0], "before"
    for one, other in pairwise(here):
        if fresh(one, other):
            yield (
                one,
                other,
                "before" if other.first < length.first else "across" if one.first < length.first else "behind",
            )
    if len(here) > 2 and fresh(here[0], here[-1]):
        yield here[0], here[-1], "ends"
    for one, other in pairwise(behind[:3]):
        if other.sentence - length.sentence <= 2 and fresh(one, other):
            yield one, other, "behind"


def _is_tight(length: Length, first: Moment, last: Moment, days: list[Moment]) -> bool:
    """Whether the one day stands right at the length and no other between the length and the other day."""
    near, far = sorted((first, last), key=lambda day: _tokens(length, day))
    if near.sentence != length.sentence or _tokens(length, near) > _TIGHT or abs(far.sentence - length.sentence) > 2:
        return False
    return not any(
        min(far.first, length.first) < each.first < max(far.first, length.first) for each in days if each is not near
    )


def _tokens(length: Length, day: Moment) -> int:
    return day.first - length.last if day.first >= length.last else length.first - day.last


def _topic(length: Length, day: Moment) -> int:
    if day.mention is None:
        return 0
    return len(length.words & day.mention.words)


def _from_now(reading: Reading, length: Length, day: Moment, now: Moment, days: list[Moment]) -> Iterator[Binding]:
    """The length reaches from a day of the text to that of the text, or from there on."""
    ahead = length.way == "next"
    if not ahead and day.low > now.high and day.known != "printed":
        day = year_before(day) or day
    if (day.low > now.low) != ahead and day.low != now.low:
        return
    rule = f"{length.way}.now"
    said = [*_place(reading, length, day, "day", days), f"year:{day.known}"]
    if day.sentence == length.sentence and _tokens(length, day) <= _TIGHT:
        said.append("tight")
    said.append("now:printed" if now.start >= 0 else "now:published")
    said.append(f"event:{event_of(reading, day) or 'none'}")
    if goes_on(reading, length):
        said += ["lasts", f"lasts&{said[-1]}"]
    yield from bound(rule, length, (now, day) if ahead else (day, now), said)


def _between(
    reading: Reading, length: Length, one: Moment, other: Moment, sides: str, days: list[Moment]
) -> Iterator[Binding]:
    """The length reaches from one day of the text to another."""
    first, last = (one, other) if one.start < other.start else (other, one)
    ends = beside(first, last)
    if ends is None or ends[0].low == ends[1].low:
        return
    forward = ends[0].low < ends[1].low
    said = [
        f"sides:{sides}",
        "order:forward" if forward else "order:back",
        f"between:{min(3, abs(one.sentence - other.sentence))}",
        *_place(reading, length, first, "one", days),
        *_place(reading, length, last, "two", days),
        "grain:same" if first.grain == last.grain else "grain:other",
    ]
    if _is_tight(length, first, last, days):
        said += ["tight", "tight:forward" if forward else "tight:back"]
    printed = (first.known == "printed") + (last.known == "printed")
    said.append(f"years:{printed}")
    events = event_of(reading, ends[0 if forward else 1]), event_of(reading, ends[1 if forward else 0])
    said.append(f"events:{events[0] or 'none'}-{events[1] or 'none'}")
    if goes_on(reading, length):
        said += ["lasts", f"lasts&{said[-1]}"]
    if 0 <= last.first - first.last <= 3:
        said += [f"joined-{name}" for name in sorted(set(reading.classes(first.last, last.first)))]
    yield from bound(f"{length.way}.two", length, ends if forward else ends[::-1], said)


def _place(reading: Reading, length: Length, day: Moment, name: str, days: list[Moment]) -> list[str]:
    """How a day stands to the length, and what leads it in."""
    tokens, words = reading.tokens, book(reading.document.language)
    apart = day.sentence - length.sentence
    lead = [words.moment[w] for w in tokens.words[max(0, day.first - 2) : day.first] if w in words.moment]
    led = lead[-1] if lead else "none"
    low, high = (day.last, length.first) if day.first < length.first else (length.last, day.first)
    between = sum(low <= each.first < high for each in days)
    near = high - low
    where = (
        f"{max(-2, min(2, apart))}" if apart else f"0:{1 if near <= 1 else 3 if near <= 3 else 8 if near <= 8 else 20}"
    )
    found = [f"{name}:grain:{day.grain}", f"{name}:{where}", f"{name}<{led}", f"{name}:{where}<{led}"]
    found += [f"{name}:between:{min(between, 2)}", f"{name}:{where}:between:{min(between, 2)}"]
    if apart:
        found.append(f"{name}:topic:{min(4, _topic(length, day))}")
    elif near <= 8:
        found += [f"{name}-{c}" for c in sorted(set(reading.classes(low, high)))]
    return found
