"""Bounds: the words before and after a figure that make it a floor, a ceiling or an approximation."""

from __future__ import annotations

import re

from audit.figures.atom import Atom
from audit.figures.figure import Bound, Kind
from audit.figures.forms import Tree
from audit.figures.lexicon import Lexicon
from audit.figures.measures import follow
from audit.figures.numerals import WORD
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["bound_after", "bound_before"]

_OPENING = "(\"'[\u2014"
_TOKEN = re.compile(r" [$\u20ac\u00a3]?([^\W_]+)")
_COMPARING, _REACHING = "than", "up to"
_WINDOW = 48
"""Characters before a figure in which its cue must end."""
_MANY = 20
"""'over five games' says through which games; 'over 50 games' how many at least."""


@kept
def _doubtful() -> dict[str, bool]:
    """Cues of one word that may belong to what follows them, and whether a plural there leaves them a cue."""
    settings = load("bounds")["doubtful"]
    return {**dict.fromkeys(settings["words"], False), **dict.fromkeys(settings["before_plural"], True)}


def bound_before(shadow: Shadow, atom: Atom, floor: int, head: str | None, lex: Lexicon) -> None:
    """Set the atom's bound from the words that end right before it; `head` is what it counts."""
    low, start = shadow.low, atom.start
    if start <= floor:
        return
    last = low[start - 1]
    if not last.isspace() and last != "-":
        _symbol(low, start, start, atom, lex)
        return
    if start > 1 and low[start - 2] in "~\u2248<>=\u2264\u2265":
        _symbol(low, start - 1, start - 1, atom, lex)
        return
    begin = max(floor, start - _WINDOW)
    window = low[begin:start]
    if last != "-":
        nearest = window.rsplit(None, 1)[-1:]  # most words are no cue and none may stand between
        if nearest and nearest[0] not in lex.skipped and nearest[0].lstrip(_OPENING) not in lex.before:
            return
    words = window.replace("-", " ").split() if last == "-" else window.split()
    if begin > floor and words and not window[0].isspace() and low[begin - 1].isalnum():
        words = words[1:]
    words.reverse()
    for skip in range(min(3, len(words))):
        if skip and words[skip - 1] not in lex.skipped:
            return
        entry = _longest(words, skip, lex.before)
        if entry is None:
            continue
        length, bound = entry
        if bound == Bound.EXACT:
            return
        first, latest = words[skip + length - 1], words[skip]
        lasts = atom.kind is Kind.DURATION or (head in lex.over_events and atom.high < _MANY)
        if latest == "over" and length == 1 and lasts:
            earlier = words[skip + 1] if skip + 1 < len(words) else ""
            if earlier not in lex.over_after:
                return
        at = _position(low, begin, start, first, skip + length)
        if at is not None:
            atom.bound, atom.cue = bound, at
        return


def _longest(words: list[str], skip: int, tree: Tree) -> tuple[int, str] | None:
    """Length and bound of the longest cue that ends with `words[skip]`; the words stand last first."""
    if skip >= len(words):
        return None
    word = words[skip].lstrip(_OPENING)
    earlier = words[skip + 1].lstrip(_OPENING) if skip + 1 < len(words) else ""
    for others, bound in tree.get(word, ()):
        if not others:
            return 1, bound
        if others[0] != earlier:
            continue
        tail = words[skip + 1 : skip + 1 + len(others)]
        if len(tail) == len(others) and all(a.lstrip(_OPENING) == b for a, b in zip(tail, others, strict=True)):
            return len(others) + 1, bound
    return None


def _position(low: str, begin: int, start: int, first: str, count: int) -> tuple[int, int] | None:
    """Where the cue stands whose first word is the `count`-th before `start`."""
    at = start
    for _ in range(count):
        while at > begin and (low[at - 1].isspace() or low[at - 1] == "-"):
            at -= 1
        while at > begin and not (low[at - 1].isspace() or low[at - 1] == "-"):
            at -= 1
    at += len(first) - len(first.lstrip(_OPENING))
    end = start
    while end > at and (low[end - 1].isspace() or low[end - 1] == "-"):
        end -= 1
    return (at, end) if at < end else None


def _symbol(low: str, end: int, start: int, atom: Atom, lex: Lexicon) -> None:
    for length in (2, 1):
        bound = lex.before_symbols.get(low[max(0, end - length) : end])
        if bound:
            atom.bound, atom.cue = bound, (end - length, end)
            return


def bound_after(shadow: Shadow, atom: Atom, end: int, lex: Lexicon) -> bool:
    """Set the atom's bound from the words that begin right at `end`, if they set one."""
    low = shadow.low
    mark = low[end : end + 1]
    if mark == "+" and not low[end + 1 : end + 2].isdigit():
        atom.bound, atom.cue = "at_least", (end, end + 1)
        return True
    if mark == "-":
        word = WORD.match(low, end + 1)
        for others, bound in lex.after.get("-" + word.group(), ()) if word else ():
            if not others and word:
                atom.bound, atom.cue = bound, (end, word.end())
                return True
        return False
    at = end + (1 if mark.isspace() else 2 if low[end : end + 2] in (", ", " (") else 0)
    if at == end:
        return False
    word = WORD.match(low, at)
    if word is None:
        return False
    for others, bound in lex.after.get(word.group(), ()):
        stop = follow(low, word.end(), others)
        if stop is not None and others and _opens(low, stop, others[-1], lex):
            continue
        if stop is not None and not (
            not others and word.group() in _doubtful() and _continues(low, stop, word.group())
        ):
            atom.bound, atom.cue = bound, (at, stop)
            return True
    return False


def _opens(low: str, at: int, last: str, lex: Lexicon) -> bool:
    """Whether the words are the bound of a number to come: 'above 10 and below 15', '20 or greater than 19'."""
    following = _TOKEN.match(low, at)
    return following is not None and (
        following[1][0].isdigit()
        or following[1] == _COMPARING
        or f"{last} {following[1]}" == _REACHING
        or following[1] in lex.cardinals
    )


def _continues(low: str, at: int, word: str) -> bool:
    """Whether something follows that the word rather belongs to: '12 plus two', '5 maximum speed'."""
    following = WORD.match(low, at + 1) if low[at : at + 1] == " " else None
    plural = following is not None and following.group().endswith("s")
    return (following is not None and not (_doubtful()[word] and plural)) or low[at + 1 : at + 2].isdigit()
