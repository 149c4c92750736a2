"""Where paragraphs and sentences begin and end: offsets only, the text is not touched.

A full stop ends a sentence when white space and something that can begin one follow it, unless the word before it is a
title, an initial or an abbreviation (`lang/en/sentences.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lang import load
from audit.vocabulary import kept

__all__ = ["split_paragraphs", "split_sentences"]

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"\n(?![^\S\n]*[a-zà-öø-ÿ])")
"""Where no line is blank each line is a paragraph, but one that goes on in lower case: it was only broken there."""
_OPENERS = "\"'“”‘’«‹„([{—–-"
_CLOSERS = "\"'”’»›)]}"
_BULLET = r"[•·▪◦‣⁃⭕🔴●○■□*\-–—]\s|\(?\d{1,2}[.)]\s|\[\d"
_END = re.compile(
    # a class of characters first: the engine runs from one to the next and tries nothing in between
    r"[.!?…؟۔。:\n](?:"
    rf"(?<=[.!?…؟۔。])(?<![.!?…].)[.!?…]*[{re.escape(_CLOSERS)}]*\s+(?=(?P<next>[{re.escape(_OPENERS)}]*[^\W_]|\S))"
    rf"|(?<=\n)(?P<line>[^\S\n]*(?={_BULLET}))"
    r"|(?<=[:.!?؟])[^\S\n]*\n)"
)
"""A mark and white space before what can begin a sentence (`next`); a line end before a bullet (`line`); a mark at the end
of a line."""
_LONGEST = 24
"""Characters before a full stop that are looked at."""
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+-?$|\d+$")
_WORD_AFTER = re.compile(rf"[{re.escape(_OPENERS)}\s]*([^\W_]+)")


@kept
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sentences")[name])


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph without its outer white space."""
    separator = _BLANK if _BLANK.search(text) else _LINE
    at = 0
    for match in separator.finditer(text):
        start, end = _trimmed(text, at, match.start())
        if start < end:
            yield start, end
        at = match.end()
    start, end = _trimmed(text, at, len(text))
    if start < end:
        yield start, end


def split_sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of each sentence."""
    for number, (at, end) in enumerate(split_paragraphs(text)):
        floor = at
        for match in _END.finditer(text, at, end):
            if match["next"] and text[match.start()] == "." and not _ends(text, match, floor):
                continue
            first, last = _trimmed(text, at, match.start() if match["line"] is not None else match.end())
            if first < last:
                yield first, last, number
            at = match.end()
        first, last = _trimmed(text, at, end)
        if first < last:
            yield first, last, number


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of a stretch without its outer white space; equal where there is nothing else."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _ends(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether a full stop ends the sentence. `floor` is where the paragraph begins."""
    stop = match.start()
    spaced = text[stop + 1].isspace()
    following = match["next"][-1]
    if spaced and following.isalpha() and following.islower():
        return False
    before = _word_before(text, max(floor, stop - _LONGEST), stop)
    if not before or not spaced:
        return True
    word = before.lower()
    if word in _words("titles") or (following.isdigit() and word in _words("before_digits")):
        return False
    initial = len(word) == 1 and word.isalpha() and before.isupper()
    if initial and text[max(floor, stop - _LONGEST) : stop].lower().endswith(tuple(_words("no_initials"))):
        return True
    if not (initial or "." in word or word in _words("perhaps")):
        return True
    after = _WORD_AFTER.match(text, match.end())
    return after is not None and after.group(1).lower() in _words("starters")


def _word_before(text: str, start: int, stop: int) -> str:
    """The word or number, abbreviations with their stops, that ends at an offset; '' if there is none."""
    last = text[start:stop].rpartition(" ")[2]
    if last.isalpha():  # nearly all
        return last
    found = _WORD_BEFORE.search(text, start, stop)
    return found.group() if found else ""
