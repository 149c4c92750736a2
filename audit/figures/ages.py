"""Which bare numbers are somebody's age, and which stretches of time are ('aged 18 months')."""

from __future__ import annotations

import re

from audit.figures.atom import Atom
from audit.figures.made_lexicon import lexicon
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.text.plurals import singular
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["is_age", "is_person", "listed_age", "named_age"]

_NAME = re.compile(r"([^\W\d_]{2,})[\"')]?, $")
_BRACKETED = re.compile(r"[A-Z][^\W\d_]+ \($")
_CLOSED = re.compile(r",(?! ?[0-9])|\.(?:\s|$)|\)")
_ENDS = re.compile(r"[.,;!?\"')]|$")
_WORD = re.compile(r"[ \n]([a-z]+)")
_OLDEST = 110
"""Years: no person who stands in the news without a word for it was older."""
_NEAR = 120
"""Characters on each side in which a relative is looked for."""


@kept
def _words(name: str) -> tuple[str, ...]:
    return tuple(load("ages")[name])


@kept
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(_words('before'))}) $")


@kept
def _named_ends() -> tuple[str, ...]:
    return tuple(f"{word} " for word in _words("before"))


@kept
def _expected() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(_words('expectancy'))})(?: [a-z]+){{0,7}} $")


@kept
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:{alternatives(_words('subjects'))}) (?:{alternatives(_words('verbs'))})(?: (?:just|only))? $"
    )


@kept
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(_words('kin'))})(?![^\W_])")


@kept
def _apposed() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(_words('articles'))}) (?:[a-z-]+ ){{0,3}}([a-z]+), $")


@kept
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?:{alternatives(_words('behind'))})(?![^\W_])")


@kept
def _weekdays() -> frozenset[str]:
    """Words with a capital that are no name of a person: 'freed on Friday, 96, or 15 percent, were women'."""
    return frozenset(load("dates")["weekdays"])


def named_age(low: str, at: int) -> bool:
    """Whether a word for an age ends right before `at`."""
    return low.endswith(_named_ends(), 0, at) and _named().search(low[max(0, at - 16) : at]) is not None


def is_age(shadow: Shadow, atom: Atom, *, counted: bool) -> bool:
    """'Name, 51, said', 'aged 12', 'the age of 21', 'an 87 yo man', 'he was 17 when', 'a nurse, 29,', 'her son Omar (9)'.

    `counted` tells whether a noun follows that the number counts.
    """
    low = shadow.low
    if atom.scaled or atom.low.denominator != 1 or not 0 < atom.high.numerator < 120 * atom.high.denominator:
        return False
    if named_age(low, atom.start):
        return True
    behind = _behind().match(low, atom.end)
    if behind:
        atom.end = behind.end()
        return True
    if counted or atom.high > _OLDEST:
        return False
    if not atom.digits:
        return _limited(low[max(0, atom.start - 64) : atom.start]) and _ends(low, atom.end)
    before = low[max(0, atom.start - 64) : atom.start]
    if before.endswith(" ") and (_expected().search(before) or (_told().search(before) and _ends(low, atom.end))):
        return True
    if _limited(before) and _ends(low, atom.end):
        return True
    if before.endswith("("):
        return low.startswith(")", atom.end) and _of_kin(shadow, atom)
    if not before.endswith(", ") or not _CLOSED.match(low, atom.end):
        return False
    name = _NAME.search(shadow.text[max(0, atom.start - 24) : atom.start])
    if name and name[1][0].isupper():
        return name[1].lower() != "and" and name[1].lower() not in _weekdays()
    person = _apposed().search(before)
    return person is not None and low.startswith(",", atom.end) and is_person(person[1])


@kept
def _limits() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])([a-z]+)(?: (?:{alternatives(_words('be'))}))? (?:{alternatives(_words('limits'))}) $"
    )


@kept
def _limit_ends() -> tuple[str, ...]:
    return tuple(f"{word} " for word in _words("limits"))


def _limited(before: str) -> bool:
    """Whether people stand before the number with a limit of age: 'voters under 25', 'the dead were over 60'."""
    person = _limits().search(before) if before.endswith(_limit_ends()) else None
    if person is None:
        return False
    word = person[1]
    return word in _words("people") or word in _words("subjects") or is_person(singular(word))


def listed_age(low: str, between: str, end: int) -> bool:
    """Whether a bare number is an age because the figure right before it is one: 'aged four and seven'."""
    return between in _words("listed") and _ends(low, end)


def _ends(low: str, at: int) -> bool:
    """Whether the number closes its phrase there."""
    word = _WORD.match(low, at)
    return word[1] in _words("following") or word[1] in lexicon().verbs if word else _ENDS.match(low, at) is not None


def _of_kin(shadow: Shadow, atom: Atom) -> bool:
    """Whether the number in brackets stands behind a name, and a relative or a word of naming near it."""
    if not _BRACKETED.search(shadow.text, max(0, atom.start - 24), atom.start):
        return False
    near = shadow.low[max(0, atom.start - _NEAR) : atom.end + _NEAR]
    return _kin().search(near) is not None


def is_person(noun: str) -> bool:
    """Whether the singular noun means a person."""
    people = load("people")
    if noun in people["people"] or noun in load("populations")["roles"]:
        return True
    return noun.endswith(tuple(people["endings"])) and noun not in people["things"]
