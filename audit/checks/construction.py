"""The little language in which `vocabulary/checks.toml` writes constructions, and its way into patterns.

A construction is a line of tokens with a space between them:

    <name:class>     a figure: a kind ('percent', 'money'), or a class of `[classes]` ('level'); `<name>` alone is 'level'
    <name+:class>    a list of two or more of them, joined by commas and 'and'
    {LIST}           any word or phrase of a list of `[words]`; or of several that `[words.unions]` joins
    ~                words of one clause, none or up to 40 characters, no figure, no comma or bracket
    ~~               the same over commas and brackets, up to 130 characters, but not over the sentence's end or a semicolon
    ~3               up to three words, none of them of the list `stops`
    //               over the end of the sentence, words without a figure on either side
    //*              the same, with figures before the end
    anything else    itself, as a pattern of `re` ('(?:,', 'or', ')?' make words optional)

All gaps are bounded, so that a sentence costs time in its length only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from audit.checks.skeleton import BOUNDARY, CLASSES, MARK, Skeleton, any_of
from audit.claims.claim import Claim
from audit.vocabulary import load
from audit.words import heads

__all__ = ["Construction", "Match", "constructions", "matches", "words_of"]

_TOKEN = re.compile(
    r"<(?P<slot>\w+)(?P<more>\+)?(?::(?P<class>\w+))?>|\{(?P<list>\w+)\}|~(?P<words>\d)|(?P<wide>~~)|(?P<gap>~)|(?P<end>//\*?)"
)
_SIGNS = frozenset({",", ":", "-", r"\(", r"\)"})
_LITERAL = re.compile(r"\\.|\[[^]]*\]")
"""What is no bracket of the pattern: an escaped character, a class of characters."""
_MOST = 8
"""Figures that no construction needs more of."""
_SHORT, _WIDE, _ACROSS = 40, 130, 220
_BLOCK = rf"\ue000-\uf8ff{BOUNDARY}"
_MORE = rf"(?:[^;:(){_BLOCK}]{{{{0,80}}}}?(?:,|\band\b|\bplus\b)(?! ?or\b)[^;:(){_BLOCK}]{{{{0,25}}}}?{{}})+"


@dataclass(frozen=True, slots=True)
class Construction:
    """A construction made ready: its pattern, and what a sentence must have for it to be worth trying."""

    name: str
    """What it was written as."""
    source: str
    """Its pattern, compiled when a sentence first has the figures for it."""
    classes: tuple[frozenset[str], ...]
    """For each figure the kinds that may stand there."""
    words: tuple[frozenset[str], ...]
    """One word of each of these cannot be missing: a word, or the longest ones of the phrases of a list."""
    signs: tuple[str, ...]
    """Punctuation that cannot be missing."""

    def may_stand_in(self, text: str, words: frozenset[str]) -> bool:
        """Whether a text of these words has all that cannot be missing."""
        for wanted in self.words:
            if words.isdisjoint(wanted):
                return False
        return all(sign in text for sign in self.signs)

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.source)


@dataclass(frozen=True, slots=True)
class Match:
    """A construction found in a sentence."""

    words: str
    """The sentence as it was matched."""
    claims: Mapping[str, Claim]
    """By name; of a list the first."""
    lists: Mapping[str, tuple[Claim, ...]]
    places: Mapping[str, int]
    """Offset of each figure's placeholder in the words; of a list that of the first."""
    start: int
    end: int

    @property
    def first(self) -> str:
        """The figure that stands first."""
        return min(self.places, key=lambda name: self.places[name])

    def between(self, one: str, other: str) -> str:
        """The words between two figures, in whichever order they stand."""
        first, last = sorted((self.places[one], self.places[other]))
        return self.words[first + 1 : last]

    def before(self, name: str) -> str:
        """The words of the construction before a figure, back to the figure before it."""
        return self.words[self._previous(name) : self.places[name]]

    def after(self, name: str, width: int = 60) -> str:
        """The words after a figure up to the next figure or the width."""
        start = self.places[name] + 1
        words = self.words[start : start + width]
        figure = MARK.search(words)
        return words[: figure.start()] if figure else words

    def tails(self, name: str) -> list[str]:
        """The few words after each figure of a list; nothing if there is no such list."""
        tails = []
        at = self.places.get(name, 0)
        for _ in self.lists.get(name, ()):
            tails.append(self.words[at + 1 :].partition(",")[0][:_SHORT])
            following = MARK.search(self.words, at + 1)
            at = following.start() if following else at
        return [MARK.split(tail, maxsplit=1)[0] for tail in tails]

    def around(self, name: str) -> str:
        """The few words on either side of a figure, which stands between them as a bar."""
        start = self.places[name]
        return f"{self.words[max(0, start - _SHORT) : start]}|{self.words[start + 1 : start + 1 + _SHORT]}"

    def _previous(self, name: str) -> int:
        return max((place + 1 for place in self.places.values() if place < self.places[name]), default=self.start)


@cache
def constructions(vocabulary: str, family: str) -> tuple[Construction, ...]:
    """The constructions of a family, in the order of the file."""
    content = load(vocabulary)
    return tuple(_construction(line) for line in content[family]["constructions"])


def matches(skeleton: Skeleton, vocabulary: str, family: str, *, timed: bool = False) -> Iterator[Match]:
    """Every construction of the family that the sentence has, that which is written first first.

    `timed` keeps the lengths of periods, which otherwise are no figures ('in the last three months').
    """
    words = skeleton.timed if timed else skeleton.text
    for construction in _possible(vocabulary, family, skeleton.kinds, min(len(skeleton.claims), _MOST)):
        if not construction.may_stand_in(words, skeleton.words):
            continue
        for found in construction.pattern.finditer(words):
            groups = {name: marks for name, marks in found.groupdict().items() if marks is not None}
            claims = {name: skeleton.claim(marks[0]) for name, marks in groups.items()}
            lists = {
                name: tuple(skeleton.claim(mark) for mark in MARK.findall(marks))
                for name, marks in groups.items()
                if len(marks) > 1
            }
            places = {name: found.start(name) for name in claims}
            yield Match(words, claims, lists, places, found.start(), found.end())


@cache
def _possible(vocabulary: str, family: str, kinds: frozenset[str], figures: int) -> tuple[Construction, ...]:
    """The constructions for which a sentence has the figures, by number and kind."""
    return tuple(
        construction
        for construction in constructions(vocabulary, family)
        if len(construction.classes) <= figures and not any(kinds.isdisjoint(wanted) for wanted in construction.classes)
    )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _construction(line: str) -> Construction:
    pieces: list[str] = []
    classes: list[frozenset[str]] = []
    words: list[frozenset[str]] = []
    signs: list[str] = []
    depth = 0
    for token in line.split():
        found = _TOKEN.fullmatch(token)
        if found is None:
            word = token.isalpha()
            if word and depth == 0:
                words.append(frozenset({token}))
            elif token in _SIGNS and depth == 0:
                signs.append(token[-1])
            brackets = _LITERAL.sub("", token)
            depth += brackets.count("(") - brackets.count(")")
            pieces.append(rf"\b{token}\b" if word else token)
        elif found["slot"]:
            kinds = _kinds(found["class"] or "level")
            if depth == 0:
                classes += [kinds, kinds] if found["more"] else [kinds]
            mark = any_of(*kinds)
            pieces.append(f"(?P<{found['slot']}>{mark}{_MORE.format(mark) if found['more'] else ''})")
        elif found["list"]:
            pieces.append(_list(found["list"]))
            if depth == 0:
                words.append(heads(_members(found["list"])))
        elif found["words"]:
            pieces.append(
                rf"(?:(?!(?:{_stops()})\b)[^\s,;:(){_BLOCK}]+(?: |(?=[,;:(){_BLOCK}]))){{0,{found['words']}}}?"
            )
        elif found["wide"]:
            pieces.append(rf"[^;{_BLOCK}]{{0,{_WIDE}}}?")
        elif found["end"]:
            before = rf"[^{BOUNDARY}]" if token.endswith("*") else rf"[^{_BLOCK}]"
            pieces.append(rf"{before}*{BOUNDARY}[^;{_BLOCK}]{{0,{_ACROSS}}}?")
        else:
            pieces.append(rf"[^,;:(){_BLOCK}]{{0,{_SHORT}}}?")
    return Construction(line, " ?".join(pieces), tuple(classes), tuple(words), tuple(signs))


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


@cache
def words_of(name: str) -> re.Pattern[str]:
    """A pattern for any word of a list or union."""
    return re.compile(_list(name))
