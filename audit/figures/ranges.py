"""Which two numbers side by side are a range or a ratio, and which are a level and the next: '5 to 7', 'rose 5 to 7'."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.scores import are_odds, is_score, is_vote
from audit.text.plurals import is_plural

__all__ = ["is_year", "merged", "range_of", "shared_scale", "thing_behind"]

_OLD_LEVEL = re.compile(r"[^.;,\d]{0,30}(?<![^\W_])from[^.;,\d]{0,20}\d")
"""'rose by 12 to 62 from 50' tells of two levels, 'rose by 12 to 62 points' of a range."""
_CHAINED = re.compile(r" to [$\u20ac\u00a3]?[0-9]")
_WORD = re.compile(r"[a-z]+")
_LARGE = 5
"""No range spans more than this many times its lower end where a change is told."""
_WINDOW = 60
"""Characters before a pair in which 'between', 'from' and a verb of change are looked for."""
_NEXT = re.compile(r"[ \n]([a-z]+)")


def range_of(left: Atom, right: Atom, word: str, between: str, low: str, lex: Lexicon) -> Atom | None:
    if left.ranged or right.ranged or not _same_unit(left, right):
        return None
    words = _WORD.findall(low[max(0, left.start - _WINDOW) : left.start].rpartition(". ")[2])
    opener = next((one for one in reversed(words[-3:]) if one not in lex.range_hedges), "")
    first, second = shared_scale(left, right)
    if word in ("", "to") and are_odds(low, left, right, lex):
        return merged(left, right, left.low / right.low, left.low / right.low, Kind.RATIO)
    if word == "":
        return _dashed(left, right, first, second, between, low, lex)
    if word == "and" and opener != "between":
        return None
    if word == "to" and _to_one(left, right, words, opener, low, lex):
        return merged(left, right, left.low / right.low, left.low / right.low, Kind.RATIO)
    if word == "to" and is_vote(low, left, right, opener, lex):
        return merged(left, right, min(left.low, right.low), max(left.low, right.low), Kind.SCORE)
    if first > second and (opener == "between" or any(one in lex.spanning for one in words[-3:])):
        first, second = second, first
    if first >= second or (word == "to" and is_year(left) and (right.scaled or _dated(low, left, right, lex))):
        return None  # 'in 1987 to 6.7 billion', 'from 1,900 in 2011 to 2,300 euros'
    if word == "to" and opener != "between" and _changes(left, right, first, second, words, opener, low, lex):
        return None
    if word == "or" and (second > 3 * first or (left.unit is not None and not left.prefixed)):
        return None
    if _years(left, right, low, lex):
        return merged(left, right, first, second, Kind.DATE)
    return merged(left, right, first, second, ranged=True)


def _to_one(left: Atom, right: Atom, words: list[str], opener: str, low: str, lex: Lexicon) -> bool:
    """Whether so many stand against one, or against a few: 'outnumbered 5 to 1', 'a ratio of five to two'."""
    plain = left.unit is None and right.unit is None and not (left.scaled or right.scaled)
    if not plain or not 0 < right.low < left.low or opener == "from" or opener in lex.voting:
        return False
    if right.low != 1 and not lex.ratios.intersection(words[-2:]):
        return False
    following = _NEXT.match(low, right.end)
    if following and is_plural(following[1]):
        return False
    return not any(word in lex.changing for word in words[-3:])


def _changes(
    left: Atom, right: Atom, first: Fraction, second: Fraction, words: list[str], opener: str, low: str, lex: Lexicon
) -> bool:
    """Whether 'A to B' tells of a change from one figure to another, and so is two figures."""
    if any(word in lex.spanning for word in words[-5:]) or _CHAINED.match(low, right.end):
        return False
    if not any(word in lex.changing and words[at + 1 : at + 2] != ["to"] for at, word in enumerate(words)):
        return False
    if opener == "by" and second > _LARGE * first:  # 'fell by 3 to 38 billion'
        return True
    # '$3 to $5 billion' shares its scale, so it is one phrase; 'from 3 to 5 billion' may be a change all the same
    elliptic = first != left.low and (opener != "from" or words[-1] != opener)
    if elliptic or (opener in ("by", "of") and left.unit is None and (right.unit is not None or opener == "of")):
        return False
    if opener == "from" or left.unit is not None or second > 3 * first:
        return True
    return _OLD_LEVEL.match(low, right.end) is not None


def _dashed(
    left: Atom, right: Atom, first: Fraction, second: Fraction, between: str, low: str, lex: Lexicon
) -> Atom | None:
    """'56-75%', '3 - 5 million'; a pair that falls, or that stands among words of sport and voting, is a score."""
    bare = left.unit is None and right.unit is None and not left.scaled
    if bare and " " not in between and (first >= second or is_score(low, left, right, lex)):
        return merged(left, right, min(left.low, right.low), max(left.low, right.low), Kind.SCORE)
    if left.digits != right.digits and " " in between:
        return None
    if first == second:
        return None
    return merged(left, right, min(first, second), max(first, second), ranged=True)


def _years(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """'between 2014 and 2017', 'from 1990 to 1995'."""
    for atom in (left, right):
        if not atom.digits or atom.unit is not None or atom.end - atom.numeral[0] != 4 or atom.low.denominator != 1:
            return False
    following = _NEXT.match(low, right.end)
    return left.low >= 1000 and right.low < 2100 and not (following and is_plural(following[1]))


def is_year(atom: Atom) -> bool:
    return atom.digits and atom.unit is None and atom.end - atom.start == 4 and 1900 <= atom.low < 2100


def thing_behind(low: str, atom: Atom) -> str:
    """The word behind the atom, without the -s of a plural; '' if none follows."""
    following = _NEXT.match(low, atom.end)
    return following[1].removesuffix("es" if following[1].endswith("ches") else "s") if following else ""


def _dated(low: str, year: Atom, right: Atom, lex: Lexicon) -> bool:
    """Whether a preposition says that the first number is a year and the second is none."""
    begin, end = last_word(low, year.start)
    return low[begin:end] in lex.year_certain and not (is_year(right) and right.unit is None)


def _same_unit(left: Atom, right: Atom) -> bool:
    if left.unit == right.unit:
        return left.kind == right.kind
    if left.unit is None:
        return left.kind is None
    return right.unit is None and left.prefixed and right.kind is None


def shared_scale(left: Atom, right: Atom) -> tuple[Fraction, Fraction]:
    """The ends, the left one times the right one's scale where that is shared: '3 to 5 billion', not '200 to 4 million'."""
    if left.scaled or not right.scaled or (left.digits != right.digits and right.factor == 1):
        return left.low, right.high
    scales = (10**12, 10**9, 10**6, 1000, 100)
    factor = (
        right.factor
        if right.factor != 1
        else next((Fraction(each) for each in scales if right.low >= each), right.factor)
    )
    return (left.low * factor if left.low < right.low / factor else left.low), right.high


def merged(
    left: Atom, right: Atom, first: Fraction, second: Fraction, kind: Kind | None = None, *, ranged: bool = False
) -> Atom:
    return Atom(
        left.start,
        right.end,
        first,
        second,
        max(left.place, right.place),
        kind if kind is not None else left.kind or right.kind,
        right.unit if ranged and right.unit is not None else left.unit,
        numeral=(left.start, right.numeral[1]),
        scaled=left.scaled or right.scaled,
        digits=left.digits,
        prefixed=left.prefixed,
        joined=right.joined,
        ranged=ranged,
    )
