"""The text as a reader sees it, character for character, with a way back to the original's offsets.

Spaces, dashes, quotation marks and digits of every script become plain ones, each in its place; characters of no width
(soft hyphens, direction marks, zero-width spaces) are left out, and `origin` knows where they stood. The original is not
touched: figures carry its offsets and its words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Shadow", "shadow_of"]

_WIDTHLESS = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+")
_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d\u207b", "-"),
    **dict.fromkeys("\u2014\u2015\u2e3a\u2e3b\ufe31", "\u2014"),
    **dict.fromkeys("\u2018\u2019\u02bc\uff07\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201f\uff02\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\u066b\uff0e", "."),
    **dict.fromkeys("\u066c\uff0c", ","),
    **dict.fromkeys("\u066a\uff05\ufe6a", "%"),
    **dict.fromkeys("\uff04\ufe69", "$"),
    **dict.fromkeys("\uffe1", "\u00a3"),
    "\uff0b": "+",
    "\u0130": "I",
}
_SPECIAL = re.compile(
    "["
    + re.escape("".join(_PLAIN))
    + "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
    + "\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f"
    + "\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049"
    + "\u17e0-\u17e9\u1810-\u1819\uff10-\uff19]"
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` in its letters' own case and `low` in lower case: the same length, the same offsets."""

    original: str
    text: str
    low: str
    gaps: tuple[int, ...]
    """For each character left out, the offset in `text` of the one that follows it."""

    def origin(self, at: int) -> int:
        """Where the character at `at` stands in the original."""
        return at + bisect_right(self.gaps, at) if self.gaps else at

    def origin_end(self, end: int) -> int:
        """Where a stretch that ends before `end` ends in the original."""
        return self.origin(end - 1) + 1 if self.gaps and end else end


def shadow_of(text: str) -> Shadow:
    """The shadow of a text, in time that grows with its length."""
    if text.isascii():
        return Shadow(text, text, text.lower(), ())
    seen: str = text
    gaps: tuple[int, ...] = ()
    if _WIDTHLESS.search(text):
        seen, gaps = _without_widthless(text)
    seen = _SPECIAL.sub(_plain, seen)
    return Shadow(text, seen, seen.lower(), gaps)


def _without_widthless(text: str) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    gaps: list[int] = []
    at = length = 0
    for match in _WIDTHLESS.finditer(text):
        pieces.append(text[at : match.start()])
        length += match.start() - at
        gaps.extend([length] * (match.end() - match.start()))
        at = match.end()
    pieces.append(text[at:])
    return "".join(pieces), tuple(gaps)


def _plain(match: re.Match[str]) -> str:
    character = match.group()
    if character in _PLAIN:
        return _PLAIN[character]
    digit = unicodedata.digit(character, None)
    return " " if digit is None else str(digit)
