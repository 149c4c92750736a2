"""What begins or ends on a day of the text, and what goes on for a length of time: 'began in 2001', 'lasted'."""

from __future__ import annotations

from collections.abc import Mapping

from audit.account.lengths import Length
from audit.lang import Pack, pack
from audit.syntax import Moment, Reading

__all__ = ["event_of", "goes_on"]

_BEFORE = 8
"""Tokens before a day among which the word for what happens stands, another day ends the look; and behind it."""
_BEHIND = 5
_NEAR = 4


def event_of(reading: Reading, day: Moment) -> str:
    """'begins' or 'ends', as the nearest word tells; '' where none does."""
    if day.first < 0:
        return ""
    known = pack(reading.document.language).build(_events)
    begin, end = reading.bounds[day.sentence]
    words = reading.tokens.words
    dated = reading.once(_dated)
    for at in range(day.first - 1, max(begin, day.first - _BEFORE) - 1, -1):
        if at in dated:
            break
        if known.get(words[at]) in ("begins", "ends"):
            return known[words[at]]
    for at in range(day.last, min(end, day.last + _BEHIND)):
        if at in dated:
            break
        if known.get(words[at]) in ("begins", "ends"):
            return known[words[at]]
    return ""


def goes_on(reading: Reading, length: Length) -> bool:
    """Whether a word beside a length says that something went on for it."""
    known = pack(reading.document.language).build(_lasting)
    begin, end = reading.bounds[length.sentence]
    words = reading.tokens.words
    return not known.isdisjoint(words[max(begin, length.first - _NEAR) : length.first]) or not known.isdisjoint(
        words[length.last : min(end, length.last + _NEAR)]
    )


def _dated(reading: Reading) -> frozenset[int]:
    """The tokens of the days of a text."""
    return frozenset(at for day in reading.moments.days if day.first >= 0 for at in range(day.first, day.last))


def _events(words: Pack) -> Mapping[str, str]:
    table = words["lengths"]["event"]
    return {word: name for name in ("ends", "begins") for word in table[name]}


def _lasting(words: Pack) -> frozenset[str]:
    return frozenset(words["lengths"]["event"]["lasts"])
