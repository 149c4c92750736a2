"""What words make a figure some of a whole that they name and do not count: 'six of the victims', 'among the dead were
four', 'the closures included four', 'two sisters are among the missing', 'two children among them'.

The whole was counted elsewhere, under this noun or another; which it is, is for `wholes` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns
from audit.syntax.sets import Sets, sets
from audit.text.plurals import singular

__all__ = ["Some", "some_of"]

_NAMED = 6
"""Tokens of the phrase that names a whole, its clause included: 'of those who lost their lives'."""
_FAR = 16
"""Tokens between the phrase that names a whole and the first figure that is some of it."""
_LIST = 30
"""Tokens from such a figure to the last that is told with it."""
_MOST = 4
"""Figures that one phrase makes some of its whole."""
_BACK = 14
"""Tokens before 'are among the dead' in which its subject stands."""
_SUBJECT = 4
_APPOSED = 9
_OF = frozenset(("of", "of_them"))
_LEADS = frozenset(("of", "among"))
_OPENING = frozenset(("comma", "quote", "colon", "that", "and", "semicolon", "while", "dash", "open", "stop", "more"))
_STOPS = frozenset(("stop", "semicolon", "bullet", "bar", "colon"))
_ENDS = _STOPS | {
    "comma",
    "are",
    "have",
    "and",
    "or",
    "quote",
    "close",
    "open",
    "dash",
    "while",
    "in",
    "on",
    "at",
    "to",
    "from",
}
_CLOSING = frozenset(("comma", "stop", "semicolon", "close", "quote", "and", "dash", "while"))
_KNOWN = frozenset(("the", "all", "of_them"))
_AMOUNTS = ("count", "money", "measure")
_TOLD_AGAIN = (*_AMOUNTS, "age")
"""Types of the number in 'most of the dead, 33, were women', which alone looks like an age."""


class Some(NamedTuple):
    """A figure that is some of a whole."""

    part: Mention
    way: str
    """'of', 'among', 'in', 'included', 'behind', 'apposed'."""
    noun: str
    """What the whole is named, in the singular; '' for a pronoun."""
    called: frozenset[str]
    """What befell those that it names."""
    place: int
    """How many were told before it under the same phrase."""
    at: int
    """The token at which the phrase begins."""


def some_of(reading: Reading) -> Mapping[tuple[int, int], Some]:
    """Of each figure that is some of a whole without a number, how; by its first and last token."""
    found: dict[tuple[int, int], Some] = {}
    book = sets(reading.document.language or "en")
    for each in (*_of(reading, book), *_led(reading, book), *_in(reading, book), *_included(reading, book)):
        found.setdefault((each.part.first, each.part.last), each)
    return found


def _counted(reading: Reading, start: int, end: int) -> list[Mention]:
    """What is counted from one token to another, in numbers and in words ('a couple')."""
    several = [m for m in reading.collectives if start <= m.first < end]
    numbers = [m for m in reading.mentions_in(start, end) if m.type.startswith(_AMOUNTS)]
    return sorted((*numbers, *several), key=lambda m: m.first)


def _named(reading: Reading, book: Sets, at: int, end: int) -> tuple[str, frozenset[str], int] | None:
    """The noun of a known whole that begins at a token, what befell it, and the token behind; none where it has a number."""
    tokens = reading.tokens
    begin = at
    while at < end and (tokens.classes[at] in _KNOWN or tokens.classes[at] == "of") and at - begin < _NAMED:
        if tokens.words[at] in book.pronouns and not _has_noun(reading, at + 1, end):
            return "", book.called(_clause(reading, at + 1, end)), at + 1
        if tokens.classes[at] == "of_them" and book.called([tokens.words[at]]):
            break  # 'of the dead' is one phrase
        at += 1
    if at < end and at == begin and tokens.words[at] in book.pronouns:
        return "", frozenset(), at + 1
    bare = at == begin
    if bare and (tokens.classes[begin - 1] != "among" or at >= end or not book.kinds(singular(tokens.words[at]))):
        return None  # 'among firms that ...'
    last = at
    while last < end and last - at < _NAMED and tokens.classes[last] not in _ENDS and tokens.classes[last] != "that":
        last += 1
    if last == at or reading.mentions_in(begin, last):
        return None
    behind = _head(tokens.words, book, at, last)
    words = tokens.words[at:behind]
    further = tokens.words[behind : behind + 1] if book.called(tokens.words[behind : behind + 1]) else ()
    relative = _clause(reading, last, end) if behind == last and tokens.classes[last : last + 1] == ["that"] else ()
    return singular(words[-1]), book.called([*words, *further, *relative]), last


def _head(words: list[str], book: Sets, at: int, last: int) -> int:
    """The token behind the head of a noun phrase: of the first noun of a known kind that no other follows, else of the first
    word that says what befell them, else of all."""
    phrase = words[at:last]
    for known in (
        [bool(book.kinds(singular(word))) for word in phrase],
        [bool(book.called([word])) for word in phrase],
    ):
        for place, one in enumerate(known):
            if one and not any(known[place + 1 : place + 2]):
                return at + place + 1
    return last


def _has_noun(reading: Reading, at: int, end: int) -> bool:
    """Whether a word stands behind 'those' that may be the noun of the whole, and no clause of its own."""
    tokens, stop = reading.tokens, nouns(reading.document.language).stop
    return at < end and not tokens.classes[at] and tokens.words[at][0].isalpha() and tokens.words[at] not in stop


def _clause(reading: Reading, at: int, end: int) -> list[str]:
    """The words of 'who lost their lives', 'on board' right behind what names a whole."""
    classes, words = reading.tokens.classes, reading.tokens.words
    last = at
    while last < min(end, at + _NAMED - 1) and classes[last] not in _CLOSING and classes[last] != "are":
        last += 1
    return words[at:last]


def _of(reading: Reading, book: Sets) -> Iterator[Some]:
    """'Six of the victims', 'only four of the flattened dwellings', 'a couple of those on board'."""
    for part in (*reading.mentions, *reading.collectives):
        at = part.last
        _, end = reading.bounds[part.sentence]
        if not part.type.startswith(_AMOUNTS) or at >= end or reading.tokens.classes[at] not in _OF:
            continue
        if reading.tokens.classes[at] == "of" and reading.tokens.classes[at + 1 : at + 2] not in (["the"], ["all"]):
            continue
        named = _named(reading, book, at, end)
        if named is not None:
            yield Some(part, "of", named[0], named[1], 0, at)


def _led(reading: Reading, book: Sets) -> Iterator[Some]:
    """'Among the dead were four pupils and a couple', 'Of the pupils treated, eight ...', 'among them a pair of anglers'."""
    classes = reading.tokens.classes
    for sentence in reading.by_sentence.keys() | {m.sentence for m in reading.collectives}:
        begin, end = reading.bounds[sentence]
        for at in range(begin, end):
            cls = classes[at]
            them = cls == "including" and classes[at + 1 : at + 2] == [cls]
            if not (cls in _LEADS or cls == "of_them" or them):
                continue
            if at > begin and classes[at - 1] not in _OPENING:
                continue
            named = (
                _named(reading, book, at if cls == "of_them" else at + 1, end)
                if not them
                else ("", frozenset(), at + 2)
            )
            if named is None:
                continue
            noun, called, behind = named
            yield from _listed(reading, "among", noun, called, at, behind, end)


def _listed(
    reading: Reading, way: str, noun: str, called: frozenset[str], at: int, behind: int, end: int
) -> Iterator[Some]:
    """The figures of a list that a phrase leads in."""
    classes = reading.tokens.classes
    stop = next((place for place in range(behind, end) if classes[place] in _STOPS), end)
    listed = _counted(reading, behind, min(stop, behind + _FAR + _LIST))
    if not listed or listed[0].first - behind > _FAR:
        return
    for place, part in enumerate(listed[:_MOST]):
        if part.type == listed[0].type:
            yield Some(part, way, noun, called, place, at)


def _in(reading: Reading, book: Sets) -> Iterator[Some]:
    """'Two sisters, 6 and 9, are among the dead'; 'two children among them', 'five women included'."""
    tokens = reading.tokens
    for at, cls in enumerate(tokens.classes):
        if cls not in ("among", "including", "included") or (at and tokens.classes[at - 1] == cls):
            continue
        sentence = _sentence(reading, at)
        if sentence is None:
            continue
        begin, end = reading.bounds[sentence]
        closed = next((n for n in (1, 2) if tuple(tokens.words[at : at + n]) in book.behind), 0)
        if closed and (at + closed >= end or tokens.classes[at + closed] in _CLOSING):
            part = next((m for m in _counted(reading, max(begin, at - _SUBJECT), at) if m.after == at), None)
            if part is not None:
                yield Some(part, "behind", "", frozenset(), 0, at)
                continue
        verb = at - 1
        while verb > begin and tokens.words[verb] in book.adverbs:
            verb -= 1
        if cls == "included" or verb < begin or tokens.classes[verb] != "are":
            continue
        named = ("", frozenset[str](), at + 2) if cls == "including" else _named(reading, book, at + 1, end)
        subject = [m for m in _counted(reading, max(begin, at - _BACK), verb) if m.type == "count"]
        if named is not None:
            for place, part in enumerate(subject[:2]):
                yield Some(part, "in", named[0], named[1], place, at)


def _included(reading: Reading, book: Sets) -> Iterator[Some]:
    """'The closures included four in Scotland', 'The dead include three girls'; 'most of the dead, 33, were women'."""
    tokens = reading.tokens
    for at, cls in enumerate(tokens.classes):
        if cls == "included":
            sentence = _sentence(reading, at)
            if sentence is None:
                continue
            begin, end = reading.bounds[sentence]
            start = at
            while start > max(begin, at - _SUBJECT) and tokens.classes[start - 1] not in _OPENING:
                start -= 1
            subject = tokens.words[start:at]
            if not subject or at - begin > _APPOSED or reading.mentions_in(start, at):
                continue
            noun = "" if subject[-1] in book.pronouns else singular(subject[-1])
            yield from _listed(reading, "included", noun, book.called(subject), begin, at + 1, end)
        elif cls in _OF and at and tokens.words[at - 1] in book.quantities:
            sentence = _sentence(reading, at)
            if sentence is None or tokens.classes[at + 1 : at + 2] not in (["the"], ["all"], ["of_them"]):
                continue
            end = min(reading.bounds[sentence][1], at + _APPOSED)
            told = [
                m
                for m in reading.mentions_in(at, end)
                if m.type.startswith(_TOLD_AGAIN) and m.determiner in ("comma", "or")
            ]
            named = _named(reading, book, at, told[0].first) if told else None
            if named is not None:
                yield Some(told[0], "apposed", named[0], named[1], 0, at)


def _sentence(reading: Reading, at: int) -> int | None:
    """The sentence of a token, if it counts anything."""
    near = [*reading.mentions_in(at - _BACK, at + _FAR), *(m for m in reading.collectives if abs(m.first - at) < _FAR)]
    return next((m.sentence for m in near if reading.bounds[m.sentence][0] <= at < reading.bounds[m.sentence][1]), None)
