"""Where paragraphs and sentences begin and end: offsets only, the text is not touched.

A full stop ends a sentence when white space and something that can begin one follow it, unless the word before it is a
title, an initial or an abbreviation (`vocabulary/sentences.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.vocabulary import load

__all__ = ["split_paragraphs", "split_sentences"]

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"\n(?![^\S\n]*[a-zà-öø-ÿ])")
"""Where no line is blank each line is a paragraph, but one that goes on in lower case: it was only broken there."""
_OPENERS = "\"'“”‘’«‹„([{—–-"
_CLOSERS = "\"'”’»›)]}"
_BULLET = r"[•·▪◦‣⁃⭕🔴●○■□*\-–—]\s|\(?\d{1,2}[.)]\s|\[\d"
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…؟۔。])[.!?…]*[{re.escape(_CLOSERS)}]*(?=\s)\s+(?=(?P<next>[{re.escape(_OPENERS)}]*[^\W_]|\S))"
    rf"|(?P<line>\n)[^\S\n]*(?={_BULLET})"
    r"|(?P<colon>[:.!?؟][^\S\n]*\n)"
)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+-?$|\d+$")
_WORD_AFTER = re.compile(rf"[{re.escape(_OPENERS)}\s]*([^\W_]+)")


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = load("sentences")
    return (
        frozenset(words["titles"]),
        frozenset(words["before_digits"]),
        frozenset(words["perhaps"]),
        frozenset(words["starters"]),
    )


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph without its outer white space."""
    separator = _BLANK if _BLANK.search(text) else _LINE
    at = 0
    for match in separator.finditer(text):
        yield from _trimmed(text, at, match.start())
        at = match.end()
    yield from _trimmed(text, at, len(text))


def split_sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of each sentence."""
    for number, (start, end) in enumerate(split_paragraphs(text)):
        at = start
        for match in _END.finditer(text, start, end):
            if match.start() < at or (match["mark"] == "." and not _ends(text, match, start)):
                continue
            stop = match.start() if match["line"] else match.end()
            for first, last in _trimmed(text, at, stop):
                yield first, last, number
            at = match.end()
        for first, last in _trimmed(text, at, end):
            yield first, last, number


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield start + left, start + right


def _ends(text: str, match: re.Match[str], floor: int) -> bool:
    titles, before_digits, perhaps, starters = _words()
    following = match["next"][-1:] if match["next"] else ""
    if following.isalpha() and following.islower() and text[match.start() + 1 : match.start() + 2].isspace():
        return False
    before = _WORD_BEFORE.search(text, max(floor, match.start() - 24), match.start())
    if before is None or (match.end() - match.start() > 1 and not text[match.start() + 1].isspace()):
        return True
    word = before.group().lower()
    if word in titles:
        return False
    if following.isdigit() and word in before_digits:
        return False
    after = _WORD_AFTER.match(text, match.end())
    starts = bool(after and after.group(1).lower() in starters)
    if word in perhaps or "." in word:
        return starts
    initial = len(word) == 1 and word.isalpha() and before.group().isupper()
    return not initial or starts
