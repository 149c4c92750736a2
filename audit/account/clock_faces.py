"""A time of day in figures or as the face of a clock shows it: '6.05 a.m.' and 'five past six in the morning'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from audit.account.clocks import minutes_of
from audit.lang import Pack, pack
from audit.syntax import Mention
from audit.text.tokens import cut

__all__ = ["Hour", "hour_of", "same_hour"]

_MARKED = re.compile(r"\d\s*[ap]", re.IGNORECASE)
_HALF = 12 * 60
_HALF_DAY = 12
_BEHIND = 40
"""Characters behind a time within which it is told of which half of the day it is: 'in the morning'."""


class Hour(NamedTuple):
    minutes: int
    """Since midnight, or since the last noon or midnight."""
    sure: bool
    """Whether the half of the day is told."""


class _Face(NamedTuple):
    past: frozenset[str]
    to: frozenset[str]
    morning: frozenset[str]
    evening: frozenset[str]
    numbers: Mapping[str, int]


def _face(words: Pack) -> _Face:
    clock = words["retold"]["clock"]
    numbers = {**words["numerals"]["cardinals"], **clock["parts"]}
    halves = frozenset(clock["morning"]), frozenset(clock["evening"])
    return _Face(frozenset(clock["past"]), frozenset(clock["to"]), *halves, numbers)


def hour_of(mention: Mention) -> Hour | None:
    """When of the day a mention of a time is; None of what tells no time of a day."""
    figure, document = mention.figure, mention.claim.document
    face = pack(document.language or "en").build(_face)
    behind = cut(document.text[figure.end : figure.end + _BEHIND].lower()).words
    told = cut(figure.text.lower()).words
    half = next((word for word in (*told, *behind[:4]) if word in face.morning or word in face.evening), None)
    digits = minutes_of(figure)
    if digits is not None:
        marked = _MARKED.search(figure.text) is not None
        late = half in face.evening and not marked and digits < _HALF
        return Hour(digits + _HALF * late, marked or half is not None or digits >= 13 * 60)
    at = next((place for place, word in enumerate(told) if word in face.past or word in face.to), None)
    if at is None:
        return None
    minutes = _number(told[:at], face.numbers)
    hour = _number(told[at + 1 :], face.numbers)
    if minutes is None or hour is None or not (0 < minutes < 60 and 0 < hour <= _HALF_DAY):
        return None
    since = hour % _HALF_DAY * 60 + (minutes if told[at] in face.past else -minutes)
    return Hour((since % _HALF) + _HALF * (half in face.evening), half is not None)


def _number(words: list[str], numbers: Mapping[str, int]) -> int | None:
    known = [numbers[word] for word in words if word in numbers]
    return sum(known) if known else None


def same_hour(one: Mention, other: Mention) -> bool:
    """Whether both tell one time; 'five past six' may be of either half of the day."""
    first, later = hour_of(one), hour_of(other)
    if first is None or later is None:
        return False
    apart = first.minutes - later.minutes
    return apart == 0 if first.sure and later.sure else apart % _HALF == 0
