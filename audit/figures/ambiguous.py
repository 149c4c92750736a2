"""Which unit a sign or word stands for that has more than one: 'F' is Fahrenheit in the weather, farad of a capacitor."""

from __future__ import annotations

import re

from audit.figures.lookback import SENTENCE_END
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["is_ambiguous", "meant"]

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 120
"""Characters on each side in which a word tells which unit is meant."""
_MINUS = "minus"
_SETTINGS = frozenset({"otherwise", "scaled", "followed_by_of"})


@kept
def _signs() -> dict[str, dict[str, str]]:
    signs: dict[str, dict[str, str]] = load("ambiguous")["signs"]
    return signs


@kept
def _reading(sign: str) -> dict[str, str]:
    """Each word near by that settles the sign, with the unit that it settles it to."""
    near = load("ambiguous")["near"]
    return {word: unit for unit, name in _signs()[sign].items() if unit not in _SETTINGS for word in near[name]}


def is_ambiguous(sign: str) -> bool:
    return sign in _signs()


def meant(shadow: Shadow, sign: str, start: int, end: int, *, scaled: bool) -> str | None:
    """The unit of the sign or word that ends at `end` behind a number that begins at `start`; None if it is none."""
    settings, units, low = _signs()[sign], _reading(sign), shadow.low
    if low.startswith(" of ", end) and "followed_by_of" in settings:
        return settings["followed_by_of"]
    if low[start] == "-" and _MINUS in units:
        return units[_MINUS]
    before, after = shadow.text[max(0, start - _NEAR) : start], shadow.text[end : end + _NEAR]
    breaks = [match.end() - 1 for match in SENTENCE_END.finditer(before)]
    first = start - len(before) + (breaks[-1] if breaks else 0)
    close = SENTENCE_END.search(after)
    last = end + (close.start() if close else len(after))
    words = [match for match in _WORD.finditer(low, first, last) if match.group() in units]
    found = [(max(start - match.end(), match.start() - end, 0), match.group()) for match in words]
    if found:
        return units[min(found)[1]]
    return settings.get("scaled" if scaled else "otherwise", settings["otherwise"]) or None
