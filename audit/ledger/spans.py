"""Which stretches of time a count names for itself: 'in April', 'in the first four months', 'over the weekend'."""

from __future__ import annotations

import re

from audit.claims.claim import Claim
from audit.lang import load
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["REACH", "beyond", "openings", "spans"]

REACH = 400
"""Characters to either side of a figure that can belong to its clause."""

_CLAUSE_END = re.compile(r"[,;:—]\s")
_JOINT = r"\s(?:the\s)?(?:past\s|last\s)?"
_LEFT_OUT = frozenset({"the", "in", "during", "over", "within", "throughout", "for", "past", "last"})
"""Words that do not tell one stretch from another: 'in two days' is 'over the past two days'."""


def spans(claim: Claim) -> frozenset[str]:
    """The stretches of time in the figure's clause or with which its sentence begins, each as a key for comparing only.

    Left out is what is said of something else: 'six died in the deadliest raid in two years'.
    """
    sentence = claim.sentence
    if sentence is None:
        return frozenset()
    text, at, end = sentence.text, claim.figure.start - sentence.start, claim.figure.end - sentence.start
    if not 0 <= at <= end <= len(text):
        return frozenset()
    far = max(0, at - REACH)
    first = max((match.end() for match in _CLAUSE_END.finditer(text, far, at)), default=far)
    close = _CLAUSE_END.search(text, end, end + REACH)
    found = list(_pattern().finditer(text, first, close.start() if close else end + REACH))
    if first and (front := _pattern().match(text)):
        found.append(front)
    return frozenset(_key(match.group()) for match in found if not beyond(text, end, match.start()))


def openings(claim: Claim) -> frozenset[str]:
    """What its sentence counts from, as keys that meet: the word that 'since' names ('truce'), its month, its weekday."""
    text = claim.sentence.text if claim.sentence else ""
    found = {key for match in _since_day().finditer(text) for key in _day_keys(match[1])}
    if claim.period is not None and claim.period.start is not None:
        found.add(_month_names()[claim.period.start.month])
    return frozenset(found or {match[1].lower() for match in _since().finditer(text)})


def _day_keys(word: str) -> tuple[str, ...]:
    months = load("dates")["months"]
    return (_month_names()[months[word.lower()]],) if word.lower() in months else (word.lower(),)


def beyond(text: str, start: int, end: int) -> bool:
    """Whether a word between a figure and words of time turns these to another thing ('the deadliest raid in two years')."""
    return _beyond().search(text, start, end) is not None


def _key(words: str) -> str:
    return " ".join(word for word in words.lower().split() if word not in _LEFT_OUT)


@kept
def _pattern() -> re.Pattern[str]:
    months = "|".join(month.capitalize() for month in load("dates")["months"] if len(month) > 2)
    numbers = alternatives(load("numerals")["cardinals"])
    blanks = {
        "#": rf"(?:\d[\d,.]*|{numbers}|several|few)",
        "MONTH": rf"(?:{months})\b(?!\s\d\d?\b(?!\d))(?:\s\d{{4}})?",
        "YEAR": r"(?:1[89]|20)\d\d",
    }
    lines = [line.split() for line in load("ledger")["spans"]["patterns"]]
    choices = [_JOINT.join(blanks.get(word, f"(?i:{word})") for word in line) for line in lines]
    return re.compile(rf"\b(?:{'|'.join(choices)})\b(?!['’]s)")


@kept
def _since() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('other_counts')['since'])})\s(?:the\s)?([\w-]+)", re.IGNORECASE)


@kept
def _since_day() -> re.Pattern[str]:
    """'since the start of September', 'since fighting resumed on 12 June', 'since it broke out on Friday'."""
    dates = load("dates")
    days = "|".join(day.capitalize() for day in (*dates["months"], *dates["weekdays"]) if len(day) > 2)
    return re.compile(rf"(?i:\b(?:{'|'.join(load('other_counts')['since'])}))\s(?:[\w-]+\s){{0,6}}?({days})\b")


@kept
def _month_names() -> dict[int, str]:
    return {number: name for name, number in reversed(load("dates")["months"].items())}


@kept
def _beyond() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join((*load('other_counts')['beyond'], *load('ledger')['spans']['closed']))})\b(?!-)"
    )
