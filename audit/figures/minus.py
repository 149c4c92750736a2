"""What a sign before a number makes of it: money, a unit, or a number below zero."""

from __future__ import annotations

import re

from audit.figures import measures, money
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import read_digits
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["prefix", "read_sign", "where_negative"]

_SIGN = re.compile(r"(?<=[\s(\[\"'~\u2248=<>,$\x00])([-+])$")


def read_sign(shadow: Shadow, at: int, floor: int, lex: Lexicon) -> Atom | None:
    """Money that begins with its sign."""
    found = money.sign_at(shadow, at, lex)
    if found is None:
        return None
    start, number, currency = found
    start = max(start, floor)
    negative = shadow.low[number : number + 1] == "-" or where_negative(shadow.low, start, floor) is not None
    number += shadow.low[number : number + 1] in ("-", "+")
    if shadow.low[number : number + 1] == ".":
        number += 1
    atom = read_digits(shadow.low, number, lex)
    prefix(atom, max(start, floor), currency)
    measures.read_unit(shadow, atom, lex)
    if negative:
        before = where_negative(shadow.low, atom.start, floor)
        atom.start = before if before is not None else atom.start
        atom.low = atom.high = -atom.low
    return atom


def prefix(atom: Atom, start: int, currency: str) -> None:
    atom.start, atom.unit, atom.prefixed = start, currency, True
    atom.kind = atom.kind if atom.kind is Kind.UNREAD else Kind.MONEY


@kept
def _minus_ends() -> tuple[str, ...]:
    return tuple(f"{word}{gap}" for word in load("numerals")["signs"]["minus"] for gap in " -")


@kept
def _minus() -> re.Pattern[str]:
    signs = load("numerals")["signs"]
    return re.compile(rf"(?<![^\W_])({pattern_of(signs['either'])} )?({pattern_of(signs['minus'])})[ -]$")


def where_negative(low: str, at: int, floor: int) -> int | None:
    """Where the minus before `at` begins, if there is one."""
    if at <= floor or not (low[at - 1] in "+-" or low.endswith(_minus_ends(), 0, at)):
        return None
    before = low[max(0, at - 20) : at]
    if at == 1:
        before = "\x00" + before
    if before.rstrip(" -")[-1:].isdigit():
        return None
    sign = _SIGN.search(before)
    if sign:
        return at - 1 if sign[1] == "-" else None
    word = _minus().search(before)
    return at - len(word.group()) if word and not word[1] else None
