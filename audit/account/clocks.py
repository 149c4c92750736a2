"""A length of time between two times of the clock: 'left at 14:00 ... four hours later, at 18:00', 'from 9 p.m. to 6 a.m.'.

An earlier time that is told first may be of the day before: from 21:30 to 01:30 are four hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from audit.account.binding import Binding, Role
from audit.account.far_clocks import far_clocks
from audit.account.features import around, distance, gap
from audit.account.lengths import book
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.syntax import Mention, Reading

__all__ = ["clocks", "minutes_of"]

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s*([ap]?)", re.IGNORECASE)
_DAY = 24 * 60
_UNITS = frozenset(("hour", "minute"))
_REACH = 6
"""Times on either side of a length that are looked at, and sentences from it."""
_SENTENCES = 2
_NEAR = (1, 3, 8)
_BEHIND = 3
"""Tokens behind a time within which its day is told."""


def clocks(reading: Reading) -> Iterator[Binding]:
    """Every length told in hours or minutes with two times, first those next to each other around it."""
    done: set[tuple[int, int, int]] = set()
    for binding in _near(reading):
        one, other = (role.figure for role in binding.roles)
        done.add((binding.claim.number, one.start, other.start))
        yield binding
    yield from far_clocks(reading, done)


def _near(reading: Reading) -> Iterator[Binding]:
    """Each two times in figures that stand next to each other around a length."""
    times = [(m, at) for m in reading.mentions if m.type == "time" and (at := minutes_of(m.figure)) is not None]
    if len(times) < 2:
        return
    for claim in reading.mentions:
        if claim.type != "duration" or claim.figure.unit not in _UNITS:
            continue
        near = [one for one in times if abs(one[0].sentence - claim.sentence) <= _SENTENCES]
        before = [one for one in near if one[0].start < claim.start][-_REACH:]
        behind = [one for one in near if one[0].start > claim.start][:_REACH]
        for one, other in pairwise((*before, *behind)):
            yield _binding(reading, claim, one, other, len(near))


def minutes_of(figure: Figure) -> int | None:
    """The minutes since midnight of '14:05', '9 p.m.'; None of what is no time of a day."""
    told = _CLOCK.match(figure.text)
    if told is None:
        return None
    hour, minute = int(told[1]), int(told[2] or 0)
    half = told[4].lower()
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12) or (told[3] and not half):
        return None
    return (hour % 12 + 12 * (half == "p") if half else hour) * 60 + minute


def _is_next_day(reading: Reading, time: Mention) -> bool:
    """'at 11 a.m. the next day'."""
    before = book(reading.document.language).before
    return any(before.get(word) == "next" for word in reading.tokens.words[time.last : time.last + _BEHIND])


def _binding(
    reading: Reading, claim: Mention, one: tuple[Mention, int], other: tuple[Mention, int], near: int
) -> Binding:
    (first, start), (last, end) = one, other
    sides = "behind" if first.start > claim.start else "before" if last.start < claim.start else "across"
    rule = f"clock.{sides}"
    over = end < start or _is_next_day(reading, last)
    named = [
        replace(mention.figure, value=Interval.of(at), precision=Fraction(1))
        for mention, at in ((first, start), (last, end + _DAY * over))
    ]
    early, late = sorted((claim, first if sides == "behind" else last), key=lambda m: m.start)
    apart = late.first - early.last
    said = [
        distance(reading, first, last),
        f"claim:{distance(reading, early, late)}",
        f"near:{next((most for most in _NEAR if apart <= most), 'far')}",
        f"times:{min(near, 4)}",
        "over" if over else "onward",
        *gap(reading, first, last),
        *around(reading, claim, "c"),
    ]
    features = (rule, *said, *(f"{rule}&{name}" for name in said[:4]))
    roles = (Role("from", named=named[0]), Role("to", named=named[1]))
    return Binding("duration", rule, claim, roles, features, f"clock_{claim.figure.unit}")
