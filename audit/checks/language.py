"""The little language in which the constructions of `vocabulary/` are written, and its way into patterns.

A construction is a line of tokens with a space between them:

    <name:class>     a figure: a kind ('percent', 'money'), or a class of `[classes]` ('level'); `<name>` alone is 'level'
    <name+:class>    a list of two or more of them, joined by commas and 'and'
    {LIST}           any word or phrase of a list of `[words]`; or of several that `[words.unions]` joins
    ~                words of one clause, none or up to 40 characters, no figure, no comma or bracket
    ~~               the same over commas and brackets, up to 130 characters, but not over the sentence's end or a semicolon
    ~3               up to three words, none of them of the list `stops`
    //               over the end of the sentence, words without a figure on either side
    //*              the same, with figures before the end
    anything else    itself, as a pattern of `re` ('(?:,', 'or', ')?' make words optional), with a {LIST} in it or not

All gaps are bounded, so that a sentence costs time in its length only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from audit.checks.placeholders import BOUNDARY, CLASSES, any_of
from audit.vocabulary import load
from audit.words import heads

__all__ = ["SHORT", "VOCABULARIES", "Construction", "Family", "constructions", "families", "words_of"]

VOCABULARIES = ("changes", "checks")
"""Files of `vocabulary/` in which constructions stand."""
Family: TypeAlias = tuple[str, str]
"""Constructions that say one thing: the vocabulary in which they stand and their name there."""
SHORT = 40
"""Characters of words within one clause."""
_TOKEN = re.compile(
    r"<(?P<slot>\w+)(?P<more>\+)?(?::(?P<class>\w+))?>|\{(?P<list>\w+)\}|~(?P<words>\d)|(?P<wide>~~)|(?P<gap>~)|(?P<end>//\*?)"
)
_SIGN = re.compile(r"\\?([,:()-])|\[([,:(-]+)\]")
"""Punctuation, or a class of it."""
_CHOICE = re.compile(r"\(\?:([a-z]+(?:\|[a-z]+)*)\)")
"""Words of which one stands there."""
_INNER = re.compile(r"\{([a-z_]+)\}")
"""A list within brackets of the pattern: '(?:{meaning})?'."""
_LITERAL = re.compile(r"\\.|\[[^]]*\]")
"""What is no bracket of the pattern: an escaped character, a class of characters."""
_WIDE, _ACROSS = 130, 220
_BLOCK = rf"\ue000-\uf8ff{BOUNDARY}"
_MORE = rf"(?:[^;:(){_BLOCK}]{{{{0,80}}}}?(?:,|\band\b|\bplus\b)(?! ?or\b)[^;:(){_BLOCK}]{{{{0,25}}}}?{{}})+"


@dataclass(frozen=True, slots=True)
class Construction:
    """A construction as it is written, and what a sentence must have for it to be worth trying."""

    line: str
    classes: tuple[frozenset[str], ...]
    """For each figure the kinds that may stand there."""
    needs: tuple[frozenset[str], ...]
    """One of each of these cannot be missing: words (of a phrase the longest), or punctuation."""
    behind: tuple[frozenset[str], ...]
    """The same for what stands behind the end of a sentence, where it goes over one."""
    across: bool
    """Whether it goes over the end of a sentence."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Made when a sentence first has what it needs."""
        return _pattern(self.line)


@cache
def constructions(vocabulary: str, family: str) -> tuple[Construction, ...]:
    """The constructions of a family, in the order of the file."""
    return tuple(_construction(line) for line in load(vocabulary)[family]["constructions"])


def families() -> Iterator[Family]:
    """Every family, in the order of the files."""
    for vocabulary in VOCABULARIES:
        for name, table in load(vocabulary).items():
            if isinstance(table, dict) and "constructions" in table:
                yield vocabulary, name


@cache
def words_of(name: str) -> re.Pattern[str]:
    """A pattern for any word of a list or union."""
    return re.compile(_list(name))


def _construction(line: str) -> Construction:
    classes: list[frozenset[str]] = []
    needs: list[frozenset[str]] = []
    before: list[frozenset[str]] = []
    across = False
    depth = 0
    for token in line.split():
        found = _TOKEN.fullmatch(token)
        if found is None:
            if depth == 0:
                needs += _needed(token)
            brackets = _LITERAL.sub("", token)
            depth += brackets.count("(") - brackets.count(")")
        elif found["slot"] and depth == 0:
            classes += [_kinds(found["class"] or "level")] * (2 if found["more"] else 1)
        elif found["list"] and depth == 0:
            needs.append(_heads(found["list"]))
        elif found["end"]:
            across, before, needs = True, needs, []
    return Construction(
        line, tuple(classes), tuple(before if across else needs), tuple(needs if across else ()), across
    )


@cache
def _heads(name: str) -> frozenset[str]:
    return heads(_members(name))


def _needed(token: str) -> list[frozenset[str]]:
    """What a token that is no slot, list or gap cannot do without."""
    if token.isalpha():
        return [frozenset({token})]
    if choice := _CHOICE.fullmatch(token):
        return [frozenset(choice[1].split("|"))]
    if sign := _SIGN.fullmatch(token):
        return [frozenset(sign[1] or sign[2])]
    return []


@cache
def _pattern(line: str) -> re.Pattern[str]:
    return re.compile(" ?".join(map(_piece, line.split())))


def _piece(token: str) -> str:
    """The pattern of one token."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return rf"\b{token}\b" if token.isalpha() else _INNER.sub(lambda inner: _list(inner[1]), token)
    if found["slot"]:
        mark = any_of(*_kinds(found["class"] or "level"))
        return f"(?P<{found['slot']}>{mark}{_MORE.format(mark) if found['more'] else ''})"
    if found["list"]:
        return _list(found["list"])
    if found["words"]:
        return rf"(?:(?!(?:{_stops()})\b)[^\s,;:(){_BLOCK}]+(?: |(?=[,;:(){_BLOCK}]))){{0,{found['words']}}}?"
    if found["wide"]:
        return rf"[^;{_BLOCK}]{{0,{_WIDE}}}?"
    if found["end"]:
        before = rf"[^{BOUNDARY}]" if token.endswith("*") else rf"[^{_BLOCK}]"
        return rf"{before}*{BOUNDARY}[^;{_BLOCK}]{{0,{_ACROSS}}}?"
    return rf"[^,;:(){_BLOCK}]{{0,{SHORT}}}?"


def _kinds(name: str) -> frozenset[str]:
    if name in CLASSES:
        return frozenset({name})
    return frozenset(load("checks")["classes"][name])


@cache
def _lists() -> dict[str, Any]:
    ours, changes = load("checks")["words"], load("changes")["words"]
    return {**ours, **changes, "unions": {**ours["unions"], **changes["unions"]}}


def _list(name: str) -> str:
    """Alternatives for the words of a list, or of the lists that a union joins."""
    return rf"\b(?:{_words(_members(name))})(?!\w)"


def _members(name: str) -> list[str]:
    lists = _lists()
    return [word for member in lists["unions"].get(name, [name]) for word in lists[member]]


def _stops() -> str:
    return "|".join(_lists()["stops"])


def _words(words: list[str]) -> str:
    """Alternatives with their common beginnings taken out, so that a word costs its length and not the list's."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    pieces = []
    for first in sorted(branches, reverse=True):  # the empty ending last: the longest word wins
        rest = branches[first]
        if first:
            tail = _words(rest) if rest != [""] else ""
            pieces.append(re.escape(first).replace(r"\ ", " ") + (f"(?:{tail})" if "|" in tail else tail))
        else:
            pieces.append("")
    return "|".join(pieces)
