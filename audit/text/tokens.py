"""The only tokeniser. A text is cut once, finely; what reads it more coarsely ties some of the pieces together again.

Most stretches hold nothing that any grain would tie: there the pieces are the tokens of every grain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audit.text.document import Document

__all__ = ["Cut", "Grain", "cut", "stretch", "ties"]


class Cut(NamedTuple):
    """The tokens of a text or of a stretch of it, in order, by parallel lists: an article has thousands."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    """In lower case, as long as they are printed."""


# each pattern takes the white space behind a token with it, so that the lengths of all matches add up to their offsets, and
# tries first what most tokens are, a plain word and one space
class Grain(Enum):
    """How much is one token."""

    FINE = re.compile(
        r"[a-z]++ (?!\s)|(?:[^\W\d_]+(?:['’][^\W\d_]+)*"  # letters, with apostrophes between them: don't
        r"|\d[\d.,]*\d|\d|[^\w\s]|_+)\s*"  # a number with its separators; a mark
    )
    HYPHENED = re.compile(
        r"[a-z]++ (?!\s)|(?:(?:[a-z]\.){2,}"  # initials with their stops: U.S.
        r"|[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?|\d+(?:[.,]\d+)*|[^\w\s]|_+)\s*"  # well-known, the others'
    )
    TIED = re.compile(
        r"[a-z]++ (?!\s)|(?:[^\W\d_][^\W_]*(?:[-'’.&/][^\W_]+)*"  # a word: St-Denis, don't, U.S, AT&T
        r"|\d[\d,.]*\d(?:-[^\W\d_][^\W_]*(?:-[^\W_]+)*)?|''|``|--+"  # a number ('12-page'), two marks that quote, a dash
        r"|[^\W_]+(?:[-'’.&/][^\W_]+)*"  # a word that starts with its only digit: 9-year-old
        r"|[^\w\s]|_)\s*"
    )


_TIES = re.compile(
    r"[-&/'’.,`_\d](?:"  # a class of characters first: the engine runs from one to the next
    r"(?<=[^\W_][-&/])(?=[^\W_])|(?<=[^\W_]['’])(?![^\W\d_])|(?<=\d['’])|(?<=[^\W\d_]\.)(?=[^\W_])"
    r"|(?<=[^\W_]\.)(?=[^\W\d_])"
    r"|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_]\d)|(?<=[.,])(?=[.,]\d)|(?<=')(?=')|(?<=`)(?=`)|(?<=-)(?=-)|(?<=_))"
)
"""Whatever some grain does not cut as the fine one does, and more."""


def cut(lowered: str) -> Cut:
    """All of a text in lower case, finely."""
    return _cut(lowered, 0, len(lowered), Grain.FINE)


def ties(lowered: str) -> list[int]:
    """Where in a text the grains may differ."""
    return [match.start() for match in _TIES.finditer(lowered)]


def stretch(document: Document, start: int, end: int, grain: Grain) -> Cut:
    """The tokens of a document from one offset to another."""
    known, joints = document.tokens, document.ties
    tie = bisect_left(joints, start)
    if tie < len(joints) and joints[tie] < end:
        return _cut(document.lowered, start, end, grain)
    first, last = bisect_left(known.starts, start), bisect_left(known.starts, end)
    if (first and known.ends[first - 1] > start) or (last > first and known.ends[last - 1] > end):
        return _cut(document.lowered, start, end, grain)  # it begins or ends within a token
    return Cut(known.starts[first:last], known.ends[first:last], known.words[first:last])


def _cut(lowered: str, start: int, end: int, grain: Grain) -> Cut:
    while start < end and lowered[start].isspace():
        start += 1
    pieces = grain.value.findall(lowered, start, end)
    starts = list(accumulate(map(len, pieces), initial=start))
    del starts[-1]
    words = list(map(str.rstrip, pieces))
    return Cut(starts, list(map(add, starts, map(len, words))), words)
