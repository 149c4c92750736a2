"""What stands right behind a number and belongs to it: its unit, 'fold' and 'times', what it is compared with."""

from __future__ import annotations

import re

from audit.figures import measures
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.fractions import add_part, fraction_unit
from audit.figures.lexicon import Lexicon
from audit.figures.minus import where_negative
from audit.figures.number_words import take_half, take_part, take_rest
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["finish_number", "lengths", "unit_of"]

_FOLD = re.compile(r"[ -]?fold(?![^\W_])")
_TIMES = re.compile(r"[ -]times(?![^\W_])")
_COMPARED = re.compile(r" ([a-z]+)(?: (than)(?![^\W_]))?")
_MODIFIED = re.compile(r"(?: [a-z-]{1,20}){1,3}")


@kept
def lengths() -> frozenset[str]:
    return frozenset(f"{gap}{unit}" for gap in ("", " ", "-") for unit in load("units")["settings"]["sides"])


def finish_number(shadow: Shadow, atom: Atom, floor: int, lex: Lexicon) -> None:
    """Sign, unit and multiple of a plain number."""
    negative = where_negative(shadow.low, atom.start, floor)
    if negative is not None:
        atom.start, atom.low, atom.high = negative, -atom.high, -atom.low
    if atom.digits:
        if shadow.low.startswith((" and ", "-and-"), atom.end):
            (take_half if atom.scaled else take_part)(shadow.low, atom, lex)
        if atom.scaled and atom.factor in (100, 1000):
            take_rest(shadow.low, atom, lex)
    if not _multiple(shadow.low, atom, lex):
        measures.read_unit(shadow, atom, lex)
        if atom.unit is None and atom.scaled and shadow.low.startswith(" of ", atom.end):
            _unit_of_several(shadow, atom, lex)
        if atom.unit is not None:
            add_part(shadow.low, atom, lex)
        elif atom.kind is Kind.FRACTION:
            fraction_unit(shadow, atom, lex)


def _unit_of_several(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """'200 millions of euros': the unit behind 'of', where the scale is a plural."""
    if shadow.low[atom.numeral[0] : atom.end].rpartition(" ")[2] in lex.several:
        unit_of(shadow, atom, atom.end + len(" of "), lex)


def _multiple(low: str, atom: Atom, lex: Lexicon) -> bool:
    begin = atom.end + (low[atom.end : atom.end + 1] in (" ", "-"))
    if low[begin : begin + 1] not in ("f", "t"):
        return False
    fold = _FOLD.match(low, atom.end)
    if fold is None:
        times = _TIMES.match(low, atom.end)
        if times is None or not (low[atom.end] == "-" or _compares(low, times.end(), atom, lex)):
            return False
        fold = times
    atom.kind, atom.end = Kind.MULTIPLE, fold.end()
    return True


def _compares(low: str, at: int, atom: Atom, lex: Lexicon) -> bool:
    """Whether 'times' there multiplies: '3 times as large', '2.5 times sales'; '3 times in June' counts occasions."""
    word = _COMPARED.match(low, at)
    if atom.low.denominator != 1 or word is None:
        return atom.low.denominator != 1
    if word[1] in lex.times_before or (word[2] is not None and word[1].endswith("er")):
        return True
    modified = _MODIFIED.match(low, at)
    words = modified.group().split() if modified else []
    valued = next((index for index, each in enumerate(words) if each in lex.times_of), len(words))
    return valued < len(words) and not any(each in lex.stops for each in words[:valued])


def unit_of(shadow: Shadow, atom: Atom, of: int | None, lex: Lexicon) -> None:
    """The unit of a vague or round number, with or without 'of': 'several weeks', 'tens of millions of dollars'."""
    if of is None:
        measures.read_unit(shadow, atom, lex)
        return
    end = atom.end
    atom.end = of - 1
    measures.read_unit(shadow, atom, lex)
    if atom.unit is None:
        atom.end = end
