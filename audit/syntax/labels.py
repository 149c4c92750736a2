"""What a noun is called by ('Article 3', 'the 4th and 15th Armies'), and what a line or a thing in order begins with."""

from __future__ import annotations

from collections.abc import Iterator

from audit.syntax.capitals import names_in
from audit.syntax.enumeration import Item
from audit.syntax.nouns import nouns
from audit.syntax.reading import Reading
from audit.text.plurals import singular

__all__ = ["heading", "is_told", "labels_of"]

_OPENS = frozenset({"stop", "quote", "and", "bullet", "semicolon", "colon", "dash", "comma"})
_LABEL = 4
"""Signs of a label behind a noun: 'Article 130'."""
_HEADING = 8
"""Tokens before the colon of such a line."""
_MARKS = frozenset("'‘’")


def labels_of(reading: Reading, at: int, first: int, last: int) -> Iterator[tuple[str, Item]]:
    """What a noun is called by: the label behind it, or the names and modifiers before it."""
    tokens = reading.tokens
    words, classes = tokens.words, tokens.classes
    behind = at + 1
    if behind < last and _is_label(reading, behind):
        yield words[behind], Item(at, behind + 1, "label")
        return
    before = at - 1
    while (before >= first and classes[before] == "quote") or words[before] in _MARKS:
        before -= 1
    if before < first or not _is_own(reading, before):
        return
    start = before
    while (
        start - 1 >= first
        and _is_own(reading, start - 1)
        and (tokens.capital[start - 1] or _is_ordinal(reading, start - 1))
    ):
        start -= 1
    if start > first and _is_tight_behind(reading, start):
        start -= 1
    kind = "name" if tokens.capital[before] or _is_ordinal(reading, before) else "modifier"
    yield " ".join(words[start:at]), Item(start, at + 1, kind)
    link = start - 1
    joined = False
    while link >= first and words[at] != singular(words[at]):
        if classes[link] in ("and", "comma"):
            joined = True
        elif joined and _is_own(reading, link):
            behind = link + 1
            link -= _is_tight_behind(reading, link)
            yield " ".join(words[link:behind]), Item(link, behind, kind)
            joined = False
        elif classes[link] != "quote" and words[link] not in _MARKS:
            break
        link -= 1


def _is_tight_behind(reading: Reading, at: int) -> bool:
    """Whether a token is the end of a number in order: 'rd' of '3rd'."""
    tokens = reading.tokens
    return at > 0 and tokens.words[at - 1][0].isdigit() and tokens.ends[at - 1] == tokens.starts[at]


def _is_label(reading: Reading, at: int) -> bool:
    word = reading.tokens.words[at]
    if word[0].isdigit():
        return len(word) <= _LABEL and reading.tokens.starts[at] - reading.tokens.ends[at - 1] <= 1
    return len(word) == 1 and word.isalpha() and reading.tokens.capital[at]


def _is_ordinal(reading: Reading, at: int) -> bool:
    return any(m.type == "rank" and m.first <= at < m.last for m in reading.mentions_in(at - 1, at + 1))


def _is_own(reading: Reading, at: int) -> bool:
    """Whether a word before a noun tells this one from others."""
    tokens = reading.tokens
    word = tokens.words[at]
    if tokens.classes[at] or not word[0].isalnum() or word in nouns(reading.document.language).stop:
        return False
    if word[0].isdigit():
        return _is_ordinal(reading, at)
    return not any(m.first <= at < m.last for m in reading.mentions_in(at - 2, at + 1) if m.type != "rank")


def is_told(reading: Reading, at: int) -> bool:
    """Whether a word of order stands for its thing: 'Firstly, ...', 'the second was'."""
    tokens, behind = reading.tokens, reading.tokens.classes[at + 1 : at + 2]
    if at and tokens.classes[at - 1] == "the":
        return behind not in ([""], ["rest"], ["other"], ["dash"], ["year"], ["harm"])
    return behind == ["comma"] and (at == 0 or tokens.classes[at - 1] in _OPENS)


def heading(reading: Reading, begin: int, end: int) -> tuple[str, Item | None]:
    """With what a line begins: a word and its label ('Case 1:'), or a name, before a colon."""
    tokens = reading.tokens
    if "colon" not in tokens.classes[begin : min(end, begin + _HEADING)]:
        return "", None
    while begin < end and not tokens.words[begin][0].isalnum():
        begin += 1
    colon = next((at for at in range(begin, min(end, begin + _HEADING)) if tokens.classes[at] == "colon"), -1)
    if colon > begin + 1 and tokens.words[colon - 1][0].isdigit() and tokens.words[begin][0].isalpha():
        return tokens.words[begin], Item(begin, colon, "line")
    if colon > begin:
        names = names_in(reading, begin, colon + 1)
        if len(names) == 1 and names[0] == (begin, colon):
            return "", Item(begin, colon, "line")
    return "", None
