"""What two numbers side by side make: a range, a ratio, a share, a score, a list with one unit, feet and inches."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.figure import NOT_QUANTITIES, Kind
from audit.figures.lexicon import Lexicon
from audit.figures.nouns import looks_plural
from audit.figures.shadow import Shadow

__all__ = ["join"]

_BETWEEN = re.compile(r"(?<![^\W_])between[ \n](?:about |around |roughly |an estimated |some )?$")
_FROM = re.compile(r"(?<![^\W_])from[ \n](?:about |around |roughly |an estimated |some )?$")
_RANGING = re.compile(r"(?<![^\W_])(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|somewhere)[ \n]")
_CHANGE = re.compile(
    r"(?<![^\W_])(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|grow(?:s|n|ing)?|grew|grown|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?"
    r"|gain(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid(?:e|es)?|sank|sink(?:s|ing)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|cut(?:s|ting)?"
    r"|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|rais(?:e|es|ed|ing)|went|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|up|down|widen(?:s|ed|ing)?"
    r"|narrow(?:s|ed|ing)?|eas(?:e|es|ed|ing)|revis(?:e|es|ed|ing)|upgraded|downgraded|improv(?:e|es|ed|ing)|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|shr(?:ank|ink|inks|unk)|slow(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|tripled|hiked?|add(?:s|ed|ing)?|lost|lose|losing|accelerat(?:e|es|ed|ing)"
    r"|(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|push(?:es|ed|ing)?) (?:the|its|their)"
    r" (?:[a-z]+ ){0,3}?(?:toll|number|total|tally|count)"
    r"|strengthen(?:s|ed|ing)?|weaken(?:s|ed|ing)?|extend(?:s|ed|ing)?|swung|shrinking|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|rallied|dipp?(?:s|ed|ing)?)(?![^\W_])"
)
_TO_FROM = re.compile(r" from (?:about |a previous |an earlier )?[$€£]?\d")
_CHAINED = re.compile(r" to [$\u20ac\u00a3]?[0-9]")
_AND = re.compile(r" (?:and|or|to) |, ?(?:and |or )?|-, ?(?:and |or )?|- (?:and|or|to) | ?/ ?")
_SMALL_PARTS = {
    "foot": ("inch", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
}
_LINK = re.compile(
    r" ?- ?| to |-to-| or |-or-| through |:| in (?:every )?| out of (?:every )?| of (?:every |the )?| and |, and |, or |, "
    r"|-, | ?/ ?|- to |"
)


def join(atoms: list[Atom], shadow: Shadow, lex: Lexicon) -> list[Atom]:
    """The atoms with those that belong together made one, and a shared unit given to each that lacks it."""
    low = shadow.low
    joined: list[Atom] = []
    for atom in atoms:
        while joined:
            left = joined[-1]
            gap = atom.start - left.end
            if gap > 16 or left.kind in NOT_QUANTITIES or atom.kind in NOT_QUANTITIES:
                break
            between = low[left.end : atom.start].replace("\n", " ")
            if not _LINK.fullmatch(between):
                break
            one = _one(left, atom, between, shadow, lex, joined)
            if one is None:
                break
            joined.pop()
            atom = one
        joined.append(atom)
    return joined


def _one(left: Atom, right: Atom, between: str, shadow: Shadow, lex: Lexicon, before: list[Atom]) -> Atom | None:
    """The one atom that the two make; None where they stay two (a shared unit may have been handed over)."""
    low = shadow.low
    if left.vague or right.vague or (left.kind is Kind.MULTIPLE and right.kind is not Kind.MULTIPLE):
        return None
    word = between.strip(" -")
    if (
        word in ("in", "in every", "out of", "out of every", "of every", "of")
        or (word == "to" and between == "-to-")
        or word == ":"
    ):
        return _ratio(left, right, word, low)
    small = _SMALL_PARTS.get(left.unit or "")
    if (
        small
        and right.unit == small[0]
        and word in ("", "and", ",")
        and right.high < small[1]
        and left.kind in (Kind.MEASURE, Kind.DURATION)
    ):
        return _merged(left, right, left.low + right.low / small[1], left.high + right.high / small[1], left.unit)
    if word in ("", "to", "or", "through", "and") and not (between == "" or between == " "):
        span = _range(left, right, word, between, shadow, lex)
        if span is not None:
            return span
    if (
        word == "to"
        and left.unit
        and left.kind is not Kind.PERCENT  # 'rose 30% to 110': the level that a change leads to
        and right.unit is None
        and right.kind is None
        and not left.prefixed
        and not right.scaled
    ):
        right.unit, right.kind = left.unit, left.kind
    if (
        word == "of the"
        and left.unit is None
        and left.kind is None
        and right.kind in (Kind.MONEY, Kind.MEASURE)
        and left.scaled
    ):
        left.unit, left.kind = right.unit, right.kind
    if _AND.fullmatch(between) and between != " to ":
        _share(left, right, word, before)
    return None


def _ratio(left: Atom, right: Atom, word: str, low: str) -> Atom | None:
    whole = left.low.denominator == right.low.denominator == 1 and right.low > 0
    if left.unit or left.kind or right.kind or (left.scaled and word != "to") or not whole:
        return None
    if word in ("to", ":"):
        if word == ":" and right.high >= 100:
            return None
        return _merged(left, right, left.low / right.low, left.low / right.low, None, Kind.RATIO)
    if not left.low < right.low or left.low > 99:
        return None
    round_whole = right.low in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10000, 100000) and left.low < 10
    if word == "of" or not round_whole or (word == "in" and left.low > 1 and left.digits != right.digits):
        return None
    share = left.low / right.low
    return _merged(left, right, share, share, None, Kind.FRACTION)


def _range(left: Atom, right: Atom, word: str, between: str, shadow: Shadow, lex: Lexicon) -> Atom | None:
    low = shadow.low
    before = low[max(0, left.start - 60) : left.start]
    hedged = _BETWEEN.search(before)
    if word == "and" and not hedged:
        return None
    if left.ranged or (right.ranged and word != "or"):
        if left.ranged or not (word == "to" and _FROM.search(before)):
            return None
        return None
    if not _same_unit(left, right):
        return None
    first, second = _shared_scale(left, right)
    changing = False
    if word == "to" and not hedged:
        clause = re.split(r"[.;]\s", before)[-1]
        came = _FROM.search(before)
        own = left.unit is not None and not (False)
        chained = _CHAINED.match(low, right.end) is not None
        changing = bool(_CHANGE.search(clause)) and not _RANGING.search(before) and not chained
        if changing and came:
            return None
        if changing and (own or second > 3 * first) and not re.search(r"(?:between|by) $", before[-9:]):
            return None
        if changing and (own or _TO_FROM.match(low, right.end)):
            return None
    if word == "or" and (second > 3 * first or second <= first or (left.unit and not left.prefixed)):
        return None
    if not word and not left.digits and right.digits:
        return None
    if (not word and first >= second) or (
        not word and not right.unit and not left.unit and _scored(low, left, right, lex)
    ):
        if left.unit or right.unit or left.scaled:
            return (
                None
                if first == second
                else _merged(left, right, min(first, second), max(first, second), _unit(left, right), ranged=True)
            )
        if " " in between:
            return None
        return _merged(left, right, min(left.low, right.low), max(left.low, right.low), None, Kind.SCORE)
    if first >= second:
        return None
    if _years(left, right, low, lex):
        return _merged(left, right, first, second, None, Kind.DATE)
    return _merged(left, right, first, second, _unit(left, right), ranged=True)


def _years(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """'between 2014 and 2017', 'from 1990 to 1995'."""
    plain = all(
        a.digits and a.unit is None and a.numeral[1] - a.numeral[0] == 4 and a.place == 1 for a in (left, right)
    )
    if not plain or not 1000 <= left.low < right.low < 2100:
        return False
    following = re.compile(r" ([a-z]+)").match(low, right.end)
    return not (following and looks_plural(following[1], lex))


def _scored(low: str, left: Atom, right: Atom, lex: Lexicon) -> bool:
    """Whether a pair with a hyphen is a score or a vote by the words around it."""
    if right.high > 150 and right.high > 5 * left.low:
        return False
    around = (
        re.findall(r"[a-z]+", low[max(0, left.start - 18) : left.start])[-2:]
        + re.findall(r"[a-z]+", low[right.end : right.end + 14])[:1]
    )
    return any(word in lex.score_cues for word in around)


def _unit(left: Atom, right: Atom) -> str | None:
    return right.unit if right.unit is not None else left.unit


def _same_unit(left: Atom, right: Atom) -> bool:
    if left.unit == right.unit:
        return left.kind == right.kind
    if left.unit is None:
        return left.kind is None and not (False)
    return right.unit is None and left.prefixed and right.kind is None


def _shared_scale(left: Atom, right: Atom) -> tuple[Fraction, Fraction]:
    """The ends, the left one times the right one's scale where that is shared: '3 to 5 billion', not '200 to 4 million'."""
    factor = _factor(right)
    if left.scaled or factor == 1:
        return left.low, right.high
    if left.low < right.low / factor:
        return left.low * factor, right.high
    return left.low, right.high


def _factor(atom: Atom) -> Fraction:
    if not atom.scaled:
        return Fraction(1)
    for factor in (10**12, 10**9, 10**7, 10**6, 10**5, 10**3, 100):
        if atom.low >= factor:
            return Fraction(factor)
    return Fraction(1)


def _share(left: Atom, right: Atom, word: str, before: list[Atom]) -> None:
    """A list's one unit belongs to each of its numbers: '5 and 6 kg', '12, 15 and 18 percent'."""
    if left.unit is not None or left.kind is not None or right.unit is None or right.prefixed or left.scaled:
        return
    if right.kind not in (Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.AGE):
        return
    if word in ("", ",") and right.kind is Kind.AGE:
        return
    if word == ", or" and right.kind is Kind.PERCENT:  # '50, or 30%': the same said twice
        return
    if left.low > 100 * max(right.low, Fraction(1)) or left.digits != right.digits:
        return
    left.unit, left.kind = right.unit, right.kind


def _merged(
    left: Atom,
    right: Atom,
    first: Fraction,
    second: Fraction,
    unit: str | None,
    kind: Kind | None = None,
    *,
    ranged: bool = False,
) -> Atom:
    return Atom(
        left.start,
        right.end,
        first,
        second,
        max(left.place, right.place),
        kind if kind is not None else right.kind or left.kind,
        unit,
        numeral=(left.start, right.numeral[1]),
        scaled=left.scaled or right.scaled,
        digits=right.digits,
        prefixed=left.prefixed or right.prefixed,
        joined=right.joined,
        ranged=ranged,
    )
