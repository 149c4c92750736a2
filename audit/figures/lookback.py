"""What stands before a place in the text: the last word, found without a pattern, for a search that ends in '$' tries every
beginning; and where a sentence ends on the way."""

from __future__ import annotations

import re

__all__ = ["SENTENCE_END", "last_word", "word_start"]

SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+[\"'(\[]*[A-Z]|\n[ \t]*\n")
"""The end of a sentence together with the capital that begins the next one, or an empty line."""

_SIGNS = "#\u2116\u00a7"
_LONGEST = 24


def word_start(low: str, end: int) -> int:
    """Where the letters begin that end before `end`; `end` if there are none."""
    begin, floor = end, max(0, end - _LONGEST)
    while begin > floor and low[begin - 1].isalpha():
        begin -= 1
    return begin


def last_word(low: str, at: int, gaps: str = " \t\n") -> tuple[int, int]:
    """Start and end of the word before `at`, its full stop included, or of a sign such as '#'; one of `gaps` may part
    them from `at`. Both are `at` if there is none."""
    end = at - 1 if at and low[at - 1] in gaps else at
    stop = end - 1 if end and low[end - 1] == "." else end
    begin = word_start(low, stop)
    if begin < stop:
        return begin, end
    return (end - 1, end) if end and low[end - 1] in _SIGNS else (at, at)
