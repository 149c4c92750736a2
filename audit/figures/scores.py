"""Pairs of numbers that tell how a match or a vote ended: '3-1', '6-4, 3-6, 7-5', 'voted 201 to 98'."""

from __future__ import annotations

import re

from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.text.plurals import is_plural

__all__ = ["are_odds", "is_score", "is_vote", "label_sets"]

_WORD = re.compile(r"[a-z]+")
_BETWEEN = (", ", " and ", ", and ")
_LARGEST_STAKE = 11
_NEXT = re.compile(r"[ \n]([a-z]+)")


def is_score(low: str, left: Atom, right: Atom, lex: Lexicon) -> bool:
    """Whether words of sport or voting stand beside the pair with a dash."""
    if right.high > 150 and right.high > 5 * left.low:
        return False
    before = _WORD.findall(low[max(0, left.start - 18) : left.start])[-2:]
    after = _WORD.findall(low[right.end : right.end + 14])[:1]
    return any(word in lex.score_cues for word in (*before, *after))


def are_odds(low: str, left: Atom, right: Atom, lex: Lexicon) -> bool:
    """Whether the pair tells what a bet pays: 'odds of 33-1', 'a 5-2 favourite'."""
    if not (left.digits and right.digits) or left.unit or right.unit or not right.low or right.low > _LARGEST_STAKE:
        return False
    before = _WORD.findall(low[max(0, left.start - 18) : left.start])[-2:]
    after = _NEXT.match(low, right.end)
    return any(word in lex.odds_before for word in before) or (after is not None and after[1] in lex.odds_after)


def is_vote(low: str, left: Atom, right: Atom, opener: str, lex: Lexicon) -> bool:
    """'voted 201 to 98', 'won 3 to 1'; not 'won 5 to 7 seats'."""
    if opener not in lex.voting or not (left.digits and right.digits) or left.scaled or right.scaled or right.unit:
        return False
    following = _NEXT.match(low, right.end)
    return left.unit is None and not (following and is_plural(following[1]))


def label_sets(atoms: list[Atom], low: str) -> None:
    """Of the pairs '6-4, 3-6, 7-5' all are scores if one is."""
    for index in [index for index, atom in enumerate(atoms) if atom.kind is Kind.SCORE]:
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(atoms) and _is_set(atoms[at], low):
                first, second = (atoms[at], atoms[at + 1]) if step < 0 else (atoms[at - 1], atoms[at])
                if low[first.end : second.start] not in _BETWEEN:
                    break
                atoms[at].kind, atoms[at].ranged = Kind.SCORE, False
                at += step


def _is_set(atom: Atom, low: str) -> bool:
    return atom.ranged and atom.unit is None and atom.digits and "-" in low[atom.start : atom.end]
