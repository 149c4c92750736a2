"""What a rate is given per: 'a day', 'per 100,000 people', '/ barrel'."""

from __future__ import annotations

import re

from audit.figures.ages import is_person
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.measures import unit_at
from audit.figures.numerals import GAP, WORD, read_digits
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["read_rate"]

_PASSED = re.compile(
    r" of (?:[a-z]{1,24}[ -]){1,3}(?=(?:an?|per|each|every) )| \([^()\n]{1,40}\)(?= (?:an?|per) )|\)(?= per )"
)
"""What may stand between a quantity and what it is per: what there is of it, or the same in another unit in brackets."""
_BEFORE_PASSED = (" o", " (", ") ")
_PER_NUMBER = re.compile(r"[0-9][0-9,]*")
_CLOSING = (".", ",", ";", ")", ":", "")
_PERCENT = frozenset({"cent", "se", "mille"})
_NEXT = re.compile(r"[ \n-]([a-z]+)(?:[ \n]([a-z]+)|([.,;]))?")


@kept
def _per_what() -> re.Pattern[str]:
    """What opens a rate: a stroke, 'per', 'a', 'each'; not the 'a' of 'a year earlier'."""
    settings = load("units")["settings"]
    each, later = pattern_of(settings["each"]), pattern_of(word for word in settings["when"] if " " not in word)
    return re.compile(rf"(?: ?/ ?|[ \n]per[ \n]|-per-|-an?-|[ \n](?:{each})[ \n])(?![a-z]+[ \n](?:{later})(?![^\W_]))")


def read_rate(shadow: Shadow, end: int, lex: Lexicon, *, money: bool = False) -> tuple[int, str] | None:
    """End and name of what the figure that ends at `end` is per: 'hour', 'barrel', '100000 person'; None if nothing.

    Where something stands between the two ('5 litres of water a day') the end is the figure's own. `money` can be for one
    of anything: '$4 a pill'.
    """
    passed = _PASSED.match(shadow.low, end) if shadow.low[end : end + 2] in _BEFORE_PASSED else None
    if passed is None or any(word in lex.verbs or word in lex.stops for word in passed.group()[3:].split()):
        return _per(shadow, end, lex, money)
    rate = _per(shadow, passed.end() - (shadow.low[passed.end() - 1] == " "), lex, money)
    return (end, rate[1]) if rate else None


def _per(shadow: Shadow, end: int, lex: Lexicon, money: bool) -> tuple[int, str] | None:
    low = shadow.low
    match = _per_what().match(low, end)
    if match is None:
        return None
    cue = match.group().strip(" \n-")
    at = match.end()
    number = _PER_NUMBER.match(low, at)
    if number and cue == "per":
        atom = read_digits(low, at, lex)
        gap = GAP.match(low, atom.end)
        word = WORD.match(low, gap.end()) if gap else None
        if word and word.group() not in lex.stops and atom.low.denominator == 1:
            return word.end(), f"{atom.low} {singular(word.group())}"
        return atom.end, str(atom.low)
    found = unit_at(low, at, lex.units)
    after = _NEXT.match(low, found[0]) if found and cue not in ("per", "/") else None
    if after and (after[1] in lex.when or f"{after[1]} {after[2] or after[3]}" in lex.when):
        return None
    if found and found[1] != "percentage":
        if cue not in ("per", "/") and found[1] in ("second",) and low.startswith("second ", at):
            return None
        return found
    word = WORD.match(low, at)
    if word is None:
        return None
    name = word.group()
    if cue == "/":
        sign = lex.symbol.match(shadow.text, at)
        if sign:
            return sign.end(), lex.symbols[sign.group()]
        return (word.end(), name) if name in lex.things or name in lex.periods else None
    if cue == "per":
        if name in _PERCENT:
            return None
        scale = lex.scales.get(name)
        return (word.end(), str(scale)) if scale else (word.end(), "person" if name == "capita" else name)
    if name in lex.things or name in lex.periods or (money and _is_thing(low, word, lex)):
        return word.end(), name
    return None


def _is_thing(low: str, word: re.Match[str], lex: Lexicon) -> bool:
    """Whether money can be for one of what the word names: '$4 a pill', but not '$4 a lot' or '$4 a spokesman said'."""
    name, end = word.group(), word.end()
    if name in lex.stops or name in load("units")["settings"]["no_things"] or is_person(name):
        return False
    after = WORD.match(low, end + 1) if low[end : end + 1] in (" ", "\n") else None
    return after.group() in lex.stops if after else low[end : end + 1] in _CLOSING
