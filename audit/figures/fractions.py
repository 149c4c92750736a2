"""A lone 'half', 'a third', 'a quarter', and the unit or scale that it is a part of."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from audit.figures import measures, names
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow

__all__ = ["fraction_unit", "read_part"]

_HALF_SCALE = re.compile(r"[ -](?:of )?(?:an? )?(?:us |u\.s\. |imperial )?([a-z]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \n-]$")


def fraction_unit(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """'half an hour', 'three quarters of a mile', 'half a million': a fraction of one unit, or of a scale."""
    low = shadow.low
    match = _HALF_SCALE.match(low, atom.end)
    if match is None:
        return
    factor = lex.scales.get(match[1]) or (12 if match[1] == "dozen" else None)
    if factor:
        atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, Fraction(max(1, factor // 10))
        atom.end, atom.kind, atom.scaled = match.end(), None, True
        atom.numeral = (atom.start, atom.end)
        measures.read_unit(shadow, atom, lex)
        return
    if not (" a" in match.group()[:6] or match.group()[0] == "-" or match[1] in lex.fraction_units):
        return
    found = measures.unit_at(low, match.start(1), lex.units)
    if found and found[1] not in ("percentage", "percentage point") and not low.startswith("second ", match.start(1)):
        atom.end = match.start(1) - 1
        measures.read_unit(shadow, atom, lex)


class _Around(NamedTuple):
    """The words beside a part, '' where there is none, whether its phrase ends with it, and whether ', or' opens it."""

    previous: str
    following: str
    last: bool
    apposed: bool


def read_part(
    shadow: Shadow, start: int, end: int, name: str, floor: int, article: re.Match[str] | None, lex: Lexicon
) -> Atom | None:
    """A lone 'half', 'a third', 'a quarter': a fraction where the words around say so, else a rank or nothing."""
    low = shadow.low
    begin = start - len(article.group()) if article else start
    if name in lex.denominators and (name == "halves" or not name.endswith("s")):
        around = _around(low, start if name == "half" else begin, end)
        fits = _half(around, lex) if name == "half" else article is not None and _part(name, around, lex)
        if fits:
            value = Fraction(1, lex.denominators[name])
            first = begin if begin >= floor else start
            atom = Atom(first, end, value, value, Fraction(1, 100), Kind.FRACTION, numeral=(first, end))
            fraction_unit(shadow, atom, lex)
            if name == "half" and atom.kind is Kind.FRACTION and around.following in ("a", "an"):
                return None
            return atom
    if name in lex.ordinals and not (low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha()):
        return names.rank(start, end, lex.ordinals[name])
    return None


def _around(low: str, begin: int, end: int) -> _Around:
    before = _WORD_BEFORE.search(low[max(0, begin - 16) : begin])
    gap = GAP.match(low, end)
    word = WORD.match(low, gap.end()) if gap else None
    last = low[end : end + 1] in (".", ",", ";", ")", "") or word is None
    apposed = low[max(0, begin - 5) : begin] == ", or "
    return _Around(before[1] if before else "", word.group() if word else "", last, apposed)


def _half(around: _Around, lex: Lexicon) -> bool:
    """Whether 'half' is a fraction there: 'half of', 'half a million', 'by half'; not in 'half time', 'first half'."""
    after = around.following
    if around.previous in lex.fraction_never or after in lex.half_never_after:
        return False
    if around.previous in lex.fraction_before or after in lex.fraction_after:
        return True
    return after in lex.scales or after in ("dozen", "a", "an") or after in lex.units


def _part(name: str, around: _Around, lex: Lexicon) -> bool:
    """Whether 'a third' is one of three parts there: 'a third of', 'by a third.', ', or a third,', 'a quarter million'."""
    quarter = name == "quarter"
    if around.previous in lex.fraction_never and not quarter:
        return False
    if around.following in lex.fraction_after:
        return True
    if around.last and (around.previous in lex.fraction_before or around.apposed):
        return True
    return quarter and (around.following in lex.fraction_units or around.following in lex.scales)
