"""A number in digits with what belongs to it: feet and inches, sides, a label."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures import dates, glued, measures, money
from audit.figures.atom import Atom
from audit.figures.behind import finish_number, lengths
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.minus import prefix
from audit.figures.numerals import read_digits
from audit.figures.shadow import Shadow

__all__ = ["number_in_digits"]

_FEET = re.compile(r"([1-9])' ?([0-9]|1[01])( ?(?:1/2|\u00bd))?(?:\"|'')(?![^\W_])")
_SIDES = re.compile(r"(?:x[0-9]+(?:\.[0-9]+)?){1,2}(?![0-9])")
_WEB = re.compile(r"[^\s]{0,60}(?:://|www\.|@)[^\s]{0,60}$")


def number_in_digits(shadow: Shadow, at: int, floor: int, lex: Lexicon) -> Atom | None:
    low = shadow.low
    sign = money.money_before(shadow, at, lex) if (at and low[at - 1] in " .=") or low[at - 1 : at].isalpha() else None
    if sign and sign[0] >= floor:
        atom = read_digits(low, at, lex)
        if money.in_millions(shadow, sign[0], low[sign[0] : at].strip(), lex) and not atom.scaled:
            money.times(atom, atom.end, lex.money_suffixes["m"])
        prefix(atom, sign[0], sign[1])
        measures.read_unit(shadow, atom, lex)
        return atom
    labelled = None
    if at and low[at - 1] in "/=&?%_.-@#:" and (low[at - 1] == "_" or _WEB.search(low[max(floor, at - 80) : at])):
        labelled = glued.web(low, at)
    if labelled is None and low[at - 1 : at] == "-":
        labelled = glued.broken(shadow, at)
    if labelled is None and at and low[at - 1] == ".":
        labelled = glued.stopped(shadow, at)
    labelled = labelled or glued.glued(shadow, at, floor, lex) or dates.clock_or_date(shadow, at, lex)
    if labelled is None and "/" in low[at + 1 : at + 4]:
        labelled = glued.paired(shadow, at, lex)
    if labelled:
        return labelled
    atom = read_digits(low, at, lex)
    if atom.start < floor:
        atom.start = floor
    if atom.kind is Kind.IDENTIFIER or atom.kind is Kind.UNREAD or _feet(low, atom) or _side(low, atom):
        return atom
    finish_number(shadow, atom, floor, lex)
    if atom.unit is None and atom.kind is None and low[atom.end : atom.end + 1].isalpha():
        return glued.tail(low, atom)
    return atom


def _feet(low: str, atom: Atom) -> bool:
    """Whether feet and inches follow in signs: 6'2"; the atom then is of feet."""
    match = _FEET.match(low, atom.start) if low[atom.start + 1 : atom.start + 2] == "'" else None
    if match is None:
        return False
    inches = Fraction(int(match[2])) + (Fraction(1, 2) if match[3] else 0)
    atom.low = atom.high = int(match[1]) + inches / 12
    atom.place, atom.end, atom.unit, atom.kind = Fraction(1, 12), match.end(), "foot", Kind.MEASURE
    return True


def _side(low: str, atom: Atom) -> bool:
    """Whether the other side of something is tied to it: '100x50m'; '4x4' is a name."""
    sides = _SIDES.match(low, atom.end) if low[atom.end : atom.end + 1] == "x" else None
    return sides is not None and any(low.startswith(unit, sides.end()) for unit in lengths())
