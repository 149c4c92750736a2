"""What a number is a number of: units and percentages behind it.

Units are read by exact longest match of whole words or signs, never put together from letters. The number's own offsets
are known; these functions look right behind it.
"""

from __future__ import annotations

import re

from audit.figures.ambiguous import is_ambiguous, meant
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.forms import Tree, pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.money import money_after
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["follow", "give_unit", "read_unit", "unit_at"]

_GAP = re.compile(r"[ \t]?-[ \t]?|[ \t]{1,2}(?:\r?\n[ \t]{0,3})?|\r?\n[ \t]{0,3}|")
_MARKS = (".", "-", "'")
_SECTION_KINDS = {"time": Kind.DURATION}


@kept
def _words(name: str) -> frozenset[str]:
    return frozenset(load("units")["settings"][name])


@kept
def _old() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", "[ -]") for word in load("units")["settings"]["old"])
    return re.compile(rf"[ -](?:{words})(?![^\W_])")


@kept
def _scale() -> re.Pattern[str]:
    before, after = (pattern_of(load("units")["settings"][name]) for name in ("scale_before", "scale_after"))
    return re.compile(rf"{before} ([a-z%\u00b0]+) {after}(?![^\W_])")


def unit_at(low: str, at: int, tree: Tree) -> tuple[int, str] | None:
    """End and name of the longest unit in words at `at`."""
    word = WORD.match(low, at)
    if word is None:
        return None
    mark = low[word.end() : word.end() + 1]
    if mark in _MARKS:  # 'sq. m', 'pound-feet' are keyed with their mark
        tail = WORD.match(low, word.end() + 1) if mark == "-" else None
        key = word.group() + mark + (tail.group() if tail else "")
        for others, name in tree.get(key, ()):
            end = follow(low, at + len(key), others)
            if end is not None:
                return end, name
    for others, name in tree.get(word.group(), ()):
        end = follow(low, word.end(), others)
        if end is not None:
            return end, name
    return None


def follow(low: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words end if they follow `at`, each after a space or hyphen; None if they don't."""
    for expected in words:
        gap = GAP.match(low, at)
        if gap is None or not low.startswith(expected, gap.end()):
            return None
        at = gap.end() + len(expected)
        if low[at : at + 1].isalnum():
            return None
    return None if low[at : at + 1].isdigit() or low[at : at + 1] == "^" else at


def read_unit(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """Give the atom the unit that follows it, and move its end behind it."""
    low = shadow.low
    at = atom.end + 1
    if not (low.startswith(" ", atom.end) and low[at : at + 1].isalpha()):
        gap = _GAP.match(low, atom.end)
        at = gap.end() if gap else atom.end
    between = low[atom.end : at]
    if at >= len(low):
        return
    if low[at] in "%\u2030":
        if "-" not in between:
            give_unit(atom, at + 1, "percentage" if low[at] == "%" else "permille", lex)
            if low.startswith("-points", at + 1):
                give_unit(atom, at + 8, "percentage point", lex)
        return
    if money_after(shadow, atom, at, between, lex):
        if atom.unit is None and atom.scaled:  # '3m tonnes'
            read_unit(shadow, atom, lex)
        return
    if low.startswith("on", at) and _scale().match(low, at):
        _of_scale(shadow, atom, at, lex)
        return
    found = unit_at(low, at, lex.units)
    if found:
        if _fits(low, atom, found, at, between):
            give_unit(atom, found[0], found[1], lex)
            if is_ambiguous(found[1]):
                _settle(shadow, atom, found[1], lex)
            atom.joined = "-" in between
            _age(low, atom)
        return
    _symbol(shadow, atom, at, between, lex)


def _of_scale(shadow: Shadow, atom: Atom, at: int, lex: Lexicon) -> None:
    """Give a bare number the unit of the scale that it stands on: '50 to 70 on the GPa scale'; its end stays."""
    scale = _scale().match(shadow.low, at)
    if scale is None:
        return
    found = unit_at(shadow.low, scale.start(1), lex.units)
    sign = lex.symbol.match(shadow.text, scale.start(1))
    name = found[1] if found else lex.symbols[sign.group()] if sign else None
    if name and (found[0] if found else sign.end() if sign else 0) == scale.end(1):
        give_unit(atom, atom.end, name, lex)


def _fits(low: str, atom: Atom, found: tuple[int, str], at: int, between: str) -> bool:
    end, name = found
    word = low[at:end]
    if name == "second" and word == "second" and not (atom.low == 1 or "-" in between or atom.low.denominator != 1):
        return False
    if len(word) == 2 and not atom.digits and word not in _words("short"):
        return False
    return not (atom.unit is not None and atom.prefixed)


def give_unit(atom: Atom, end: int, name: str, lex: Lexicon) -> None:
    """Let the atom be a number of the unit, and end at `end`."""
    atom.unit, atom.end = name, end
    section = lex.kinds.get(name)
    if name == "percentage":
        atom.kind = Kind.PERCENT
    elif name in ("percentage point", "basis point"):
        atom.kind = Kind.PERCENTAGE_POINTS
    elif name == "permille":
        atom.kind = Kind.RATIO
    else:
        atom.kind = _SECTION_KINDS.get(section or "", Kind.MEASURE)


def _age(low: str, atom: Atom) -> None:
    if atom.kind is Kind.DURATION:
        old = _old().match(low, atom.end)
        if old:
            atom.kind, atom.end, atom.unit = Kind.AGE, old.end(), f"{atom.unit} of age"


def _symbol(shadow: Shadow, atom: Atom, at: int, between: str, lex: Lexicon) -> None:
    """Signs in their own case: 'MW', '\u00b0C', 'm', 'g'."""
    if not atom.digits or "\n" in between:
        return
    match = lex.symbol.match(shadow.text, at)
    if match is None:
        return
    sign, end = match.group(), match.end()
    if len(sign) == 1 and sign.isalpha():
        if "-" in between and sign not in "mg":
            return
        if sign == "s" and (atom.low > 60 or (not between and not _timed(shadow.low, atom, lex))):
            return
        if sign == "A" and between and shadow.low[end : end + 1] != "/":
            return
        following = shadow.low[end : end + 1]
        tied = shadow.low[end + 1 : end + 2] if following == "-" and between else ""
        if tied.isdigit() or (tied.isalpha() and sign.isupper()):  # '5 M-16 rifles', 'two L-shaped rooms'
            return
        if following == "." and not (shadow.low[end + 1 : end + 2].isspace() or end + 1 >= len(shadow.low)):
            return
    if sign == "in" and between:
        # 'in' is an inch only where nothing follows that it could govern
        tail = WORD.match(shadow.low, end + 1)
        if tail and tail.group() not in _words("extents") and not _fallen().match(shadow.low, end):
            return
        if "-" in between or (tail is None and shadow.low[end : end + 2] not in (".", "", ",", ")")):
            return
    if sign in ("\u00b0", "\u00ba"):
        scale = unit_at(shadow.low, end + (shadow.low[end : end + 1] == " "), lex.units)
        if scale and scale[1] in ("celsius", "fahrenheit"):
            give_unit(atom, scale[0], scale[1], lex)
            return
    name: str | None = lex.symbols[sign]
    if is_ambiguous(sign):
        name = meant(shadow, sign, atom.start, end, scaled=atom.scaled) if shadow.low[end : end + 1] != "-" else None
        if name is None:
            return
    give_unit(atom, end, name if name in lex.kinds else lex.symbols[sign], lex)
    atom.joined = "-" in between


@kept
def _fallen() -> re.Pattern[str]:
    """'of rain' and the like behind '3.5 in'."""
    return re.compile(rf" of (?:[a-z]+ )?(?:{pattern_of(load('units')['settings']['fallen'])})(?![^\W_])")


def _timed(low: str, atom: Atom, lex: Lexicon) -> bool:
    """Whether an 's' right behind the number is a second: 'ran it in 10s'."""
    begin, end = last_word(low, atom.start)
    return atom.end - atom.start > 1 and low[begin:end] in lex.seconds_before


def _settle(shadow: Shadow, atom: Atom, word: str, lex: Lexicon) -> None:
    """Give a word of two units the one that is meant: of 'pounds', weight or money."""
    name = meant(shadow, word, atom.start, atom.end, scaled=atom.scaled)
    if name is not None and name != word:
        if name in lex.kinds:
            give_unit(atom, atom.end, name, lex)
        else:
            atom.unit, atom.kind = name, Kind.MONEY
