"""What two numbers side by side make: a range, a ratio, a share, a score, feet and inches, or a list with one unit."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.figure import NOT_QUANTITIES, Kind
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.nouns import looks_plural
from audit.figures.scores import are_odds, is_score, is_vote, label_sets
from audit.figures.shadow import Shadow

__all__ = ["join"]

_LINK = re.compile(
    r" ?[-~] ?| to |-to-| or |-or-| through |:|[ -]in[ -](?:every )?|[ -]out[ -]of[ -](?:every )?| of (?:every |the )?| and "
    r"|, and |, or |, |-, | ?/ ?|- (?:to|and|or) | | to-|-to |[ -]by[ -]| ?[x\u00d7] ?"
)
_LIST = re.compile(r" (?:and|or) |, (?:and |or )?|-, (?:and |or )?|- (?:and|or|to) | ?/ ?")
_OLD_LEVEL = re.compile(r"[^.;,\d]{0,30}(?<![^\W_])from[^.;,\d]{0,20}\d")
"""'rose by 12 to 62 from 50' tells of two levels, 'rose by 12 to 62 points' of a range."""
_CHAINED = re.compile(r" to [$\u20ac\u00a3]?[0-9]")
_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(r"[ \n]([a-z]+)")
_INCH = re.compile(r" ?in\b\.?(?= |[^\w\s]|$)(?! the\b| an?\b)")
_THING_IN = re.compile(r" ([a-z]{3,20}) (?:in|out of) (?:every )?")
_NO_BREAK = "\u00a0\u202f\u2009"
_UNTIL = (" to ", " and ", " or ", "-", " - ", " until ", " till ")
_APART = 18
"""Characters between two numbers that may belong together: 'between 80 and as many as 100'."""
_RAREST = 1000
"""'one in 12 children' is a share; 'one in 2,500' may be one of a place or a year."""
_LARGE = 5
"""No range spans more than this many times its lower end where a change is told."""
_WINDOW = 60
"""Characters before a pair in which 'between', 'from' and a verb of change are looked for."""


def join(atoms: list[Atom], shadow: Shadow, lex: Lexicon) -> list[Atom]:
    """The atoms with those that belong together made one, and a shared unit given to each that lacks it."""
    low = shadow.low
    joined: list[Atom] = []
    for atom in atoms:
        while joined:
            left = joined[-1]
            if atom.kind is Kind.TIME and atom.start - left.end < _APART:
                _time_of_day(left, atom, low)
            if atom.start - left.end > _APART or left.kind in NOT_QUANTITIES or atom.kind in NOT_QUANTITIES:
                break
            between = low[left.end : atom.start].replace("\n", " ")
            if between == ", " and _gapped(left, atom, shadow, lex):
                joined.pop()
                thousands = left.low * 1000 + atom.low
                atom = _merged(left, atom, thousands, thousands)
                atom.place = Fraction(1)
                continue
            read = _one if _LINK.fullmatch(between) else _hedged
            one = read(left, atom, between, low, lex) or _one_thing_in(left, atom, low, lex)
            if one is None:
                break
            joined.pop()
            atom = one
        joined.append(atom)
    label_sets(joined, low)
    return joined


def _continues(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """Whether the second measure goes on in a smaller unit: 'two metres and four centimetres', '6 ft 2 in'."""
    smaller = lex.parts.get(left.unit or "", ())
    fits = next((number for unit, number in smaller if unit == right.unit and right.high < number), None)
    if fits is None or left.low.denominator != 1 or left.ranged or right.ranged:
        return False
    begin, end = last_word(low, left.start)
    return low[begin:end] != "between"


def _inches(atom: Atom, low: str) -> None:
    """Read 'in' behind the second number of '6 ft 2 in' as inches, which elsewhere is a preposition."""
    sign = _INCH.match(low, atom.end) if atom.unit is None and atom.kind is None and atom.high < 12 else None
    if sign:
        atom.unit, atom.kind, atom.end = "inch", Kind.MEASURE, sign.end()


def _compound(left: Atom, right: Atom, lex: Lexicon) -> Atom:
    """One measure of a larger and a smaller unit, printed to the last place of the smaller one."""
    smaller = lex.parts[left.unit or ""]
    number = next((number for unit, number in smaller if unit == right.unit), smaller[0][1])
    merged = _merged(left, right, left.low + right.low / number, left.high + right.high / number)
    merged.place = right.place / number
    return merged


def _across(left: Atom, right: Atom) -> None:
    """Give both sides of '40 by 60 metres' the length that the second names."""
    if right.kind is Kind.MEASURE and left.unit is None and left.kind is None and not left.scaled:
        left.unit, left.kind = right.unit, right.kind


def _or_two(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """Whether 'two' counts the scale before it: 'a dozen or two', 'a hundred or two people'."""
    return (
        not (left.digits or right.digits or right.scaled)
        and low[left.start : left.start + 2] in ("a ", "an")
        and left.scaled
        and left.unit is None
        and 1 < right.low < 10
    )


def _time_of_day(left: Atom, right: Atom, low: str) -> None:
    """Label the hour that a time of day follows: 'from 6 to 8 p.m.', 'between 6 and 8am'."""
    hour = left.digits and left.kind is None and left.unit is None and 0 < left.low <= 12 and left.low.denominator == 1
    if hour and low[left.end : right.start] in _UNTIL and low[right.start : right.end].rstrip(".").endswith("m"):
        left.kind = Kind.TIME


def _gapped(left: Atom, right: Atom, shadow: Shadow, lex: Lexicon) -> bool:
    """Whether a gap has come behind the comma of one number: '3, 316 deaths'."""
    low = shadow.low
    plain = left.digits and right.digits and left.end - left.start < 4 and right.end - right.start == 3
    if not plain or left.kind or right.kind or left.unit or left.place != 1 or low[left.start] in "0-":
        return False
    if shadow.original[shadow.origin(left.end) + 1] in _NO_BREAK:
        return True
    begin, end = last_word(low, left.start)
    following = _NEXT.match(low, right.end)
    counted = following is not None and (looks_plural(following[1], lex) or following[1] in lex.participles)
    before = low[begin:end]
    opens = begin == end and (left.start == 0 or low[left.start - 1] == "\n")
    return (
        counted
        and (opens or before in lex.before or before in lex.gap_before or before in lex.verbs)
        and low[right.end : right.end + 2] != ", "
    )


def _hundredths(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """Whether the second number is the small change of the first: '12 pounds 50 an hour'."""
    if left.kind is not Kind.MONEY or left.scaled or left.low.denominator != 1 or not right.digits:
        return False
    following = _NEXT.match(low, right.end)
    return right.end - right.start == 2 and (following is None or following[1] in lex.stops)


def _hedged(left: Atom, right: Atom, between: str, low: str, lex: Lexicon) -> Atom | None:
    """'between 80 and more than 100', '300 to perhaps 400': a range with a hedge before its second end."""
    hedge = lex.range_inner.fullmatch(between)
    if hedge is None or left.vague or right.vague or Kind.MULTIPLE in (left.kind, right.kind):
        return None
    begin, end = last_word(low, left.start)
    if hedge[1] == "and" and low[begin:end] != "between":
        return None
    return _range(left, right, hedge[1], f" {hedge[1]} ", low, lex)


def _one(left: Atom, right: Atom, between: str, low: str, lex: Lexicon) -> Atom | None:
    """The one atom that the two make; None where they stay two, a shared unit perhaps handed over."""
    word = between.strip(" -~,").replace("-", " ")
    if word == "or" and "," in between and left.unit is None and right.kind is Kind.PERCENT:
        return None  # 'of 48 schools 12, or 25 percent': the same said twice
    if right.kind is Kind.MULTIPLE and left.kind is None and left.unit is None and word in ("to", "or", ""):
        left = replace(left, kind=Kind.MULTIPLE)  # 'two to three times as likely'
    elif left.vague or right.vague or Kind.MULTIPLE in (left.kind, right.kind):
        return None
    smaller = lex.parts.get(left.unit or "")
    if between == " " and left.unit == "foot":
        _inches(right, low)
    if word in ("", "and") and "-" not in between and _continues(left, right, low, lex):
        return _compound(left, right, lex)
    if smaller and right.unit is None and right.kind is None and between == " " and _hundredths(left, right, low, lex):
        return _compound(left, right, lex)
    if word == "or" and _or_two(left, right, low, lex):
        return _merged(left, right, left.low, left.high * right.low, ranged=True)
    if word in lex.share_words or word == "of every" or word == ":" or between == "-to-":
        return _ratio(left, right, word, low, lex)
    if word in ("to", "or", "through", "and") or between.strip(" ") in ("-", "~"):
        span = _range(left, right, word, between, low, lex)
        if span is not None:
            return span
    if word in ("by", "x", "\u00d7"):
        _across(left, right)
        return None
    _hand_over(left, right, word, between, low, lex)
    return None


def _one_thing_in(left: Atom, right: Atom, low: str, lex: Lexicon) -> Atom | None:
    """'one house in five', 'one pupil out of every ten': a share with what it is a share of between its numbers."""
    if left.digits or left.low != 1:
        return None
    match = _THING_IN.fullmatch(low, left.end, right.start)
    plain = left.kind is None and right.kind is None and left.unit is None and right.unit is None
    if match is None or not plain or right.low not in lex.share_wholes or match[1] in lex.stops:
        return None
    following = _NEXT.match(low, right.end)
    if match[1] in lex.verbs or match[1] in lex.units or (following and _may_be_counted(following[1], lex)):
        return None
    merged = _merged(left, right, 1 / right.low, 1 / right.low, Kind.FRACTION)
    merged.counted = match.span(1)
    return merged


def _may_be_counted(word: str, lex: Lexicon) -> bool:
    return word == "out" or not (word in lex.stops or word in lex.verbs or word.endswith("ed"))


def _ratio(left: Atom, right: Atom, word: str, low: str, lex: Lexicon) -> Atom | None:
    """'3-to-1', '2:1', 'one in five', 'two out of three'."""
    if left.unit or left.kind or right.unit or right.kind or left.low.denominator * right.low.denominator != 1:
        return None
    if word.startswith("of") and not word.endswith("every"):
        return None
    if word in ("to", ":"):
        if not right.low or (word == ":" and right.low >= 100):
            return None
        return _merged(left, right, left.low / right.low, left.low / right.low, Kind.RATIO)
    if not 0 < left.low < right.low or left.low >= 10 or left.scaled:
        return None
    single = (
        left.low == 1 and right.low <= _RAREST and not _is_year(right) and _counted(low, right) not in lex.over_events
    )
    hundreds = not right.digits and right.scaled and word.startswith("out of") and right.low % 100 == 0
    if right.low not in lex.share_wholes and not single and not hundreds:
        return None
    if word == "in" and left.low > 1 and left.digits != right.digits:
        return None
    return _merged(left, right, left.low / right.low, left.low / right.low, Kind.FRACTION)


def _range(left: Atom, right: Atom, word: str, between: str, low: str, lex: Lexicon) -> Atom | None:
    if left.ranged or right.ranged or not _same_unit(left, right):
        return None
    words = _WORD.findall(low[max(0, left.start - _WINDOW) : left.start].rpartition(". ")[2])
    opener = next((one for one in reversed(words[-3:]) if one not in lex.range_hedges), "")
    first, second = _shared_scale(left, right)
    if word in ("", "to") and are_odds(low, left, right, lex):
        return _merged(left, right, left.low / right.low, left.low / right.low, Kind.RATIO)
    if word == "":
        return _dashed(left, right, first, second, between, low, lex)
    if word == "and" and opener != "between":
        return None
    if word == "to" and _to_one(left, right, words, opener, low, lex):
        return _merged(left, right, left.low, left.low, Kind.RATIO)
    if word == "to" and is_vote(low, left, right, opener, lex):
        return _merged(left, right, min(left.low, right.low), max(left.low, right.low), Kind.SCORE)
    if first > second and (opener == "between" or any(one in lex.spanning for one in words[-3:])):
        first, second = second, first
    if first >= second or (word == "to" and _is_year(left) and (right.scaled or _dated(low, left, right, lex))):
        return None  # 'in 1987 to 6.7 billion', 'from 1,900 in 2011 to 2,300 euros'
    if word == "to" and opener != "between" and _changes(left, right, first, second, words, opener, low, lex):
        return None
    if word == "or" and (second > 3 * first or (left.unit is not None and not left.prefixed)):
        return None
    if _years(left, right, low, lex):
        return _merged(left, right, first, second, Kind.DATE)
    return _merged(left, right, first, second, ranged=True)


def _to_one(left: Atom, right: Atom, words: list[str], opener: str, low: str, lex: Lexicon) -> bool:
    """Whether so many stand against one: 'outnumbered 5 to 1', 'a ratio of three to one', 'by six to one'."""
    plain = left.unit is None and right.unit is None and not (left.scaled or right.scaled)
    if not plain or right.low != 1 or left.low <= 1 or opener == "from" or opener in lex.voting:
        return False
    following = _NEXT.match(low, right.end)
    if following and looks_plural(following[1], lex):
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
        return _merged(left, right, min(left.low, right.low), max(left.low, right.low), Kind.SCORE)
    if left.digits != right.digits and " " in between:
        return None
    if first == second:
        return None
    return _merged(left, right, min(first, second), max(first, second), ranged=True)


def _years(left: Atom, right: Atom, low: str, lex: Lexicon) -> bool:
    """'between 2014 and 2017', 'from 1990 to 1995'."""
    for atom in (left, right):
        if not atom.digits or atom.unit is not None or atom.end - atom.numeral[0] != 4 or atom.low.denominator != 1:
            return False
    following = _NEXT.match(low, right.end)
    return left.low >= 1000 and right.low < 2100 and not (following and looks_plural(following[1], lex))


def _is_year(atom: Atom) -> bool:
    return atom.digits and atom.unit is None and atom.end - atom.start == 4 and 1900 <= atom.low < 2100


def _counted(low: str, atom: Atom) -> str:
    """The word behind the atom, without the -s of a plural; '' if none follows."""
    following = _NEXT.match(low, atom.end)
    return following[1].removesuffix("es" if following[1].endswith("ches") else "s") if following else ""


def _dated(low: str, year: Atom, right: Atom, lex: Lexicon) -> bool:
    """Whether a preposition says that the first number is a year and the second is none."""
    begin, end = last_word(low, year.start)
    return low[begin:end] in lex.year_certain and not (_is_year(right) and right.unit is None)


def _same_unit(left: Atom, right: Atom) -> bool:
    if left.unit == right.unit:
        return left.kind == right.kind
    if left.unit is None:
        return left.kind is None
    return right.unit is None and left.prefixed and right.kind is None


def _shared_scale(left: Atom, right: Atom) -> tuple[Fraction, Fraction]:
    """The ends, the left one times the right one's scale where that is shared: '3 to 5 billion', not '200 to 4 million'."""
    if left.scaled or not right.scaled or (left.digits != right.digits and right.factor == 1):
        return left.low, right.high
    scales = (10**12, 10**9, 10**6, 1000, 100)
    factor = next((Fraction(scale) for scale in scales if right.low >= scale), right.factor)
    return (left.low * factor if left.low < right.low / factor else left.low), right.high


def _hand_over(left: Atom, right: Atom, word: str, between: str, low: str, lex: Lexicon) -> None:
    """Give one of the two the unit of the other: '5 and 6 kg', 'from 21 mpg to 23', '2 million of the 5 million euros'."""
    if left.unit is not None and right.unit is None and right.kind is None:
        # of 'rose 30% to 110' the second is the level that the change led to
        if word == "to" and left.kind is not Kind.PERCENT and not left.prefixed and not right.scaled:
            right.unit, right.kind = left.unit, left.kind
        return
    if word == "and" and right.kind is Kind.DURATION and left.unit is None and left.kind is None and not left.scaled:
        begin, end = last_word(low, left.start)  # 'after two and 3 hours'
        if low[begin:end] in lex.spell_before and left.low < right.low:
            left.unit, left.kind = right.unit, right.kind
            return
    levels = word == "to" and low.endswith("from ", 0, left.start)
    if levels and right.scaled and left.unit in (None, right.unit) and left.digits:
        first, _ = _shared_scale(left, right)
        if first != left.low:
            left.place, left.scaled = left.place * first / left.low, True
            left.low = left.high = first
        left.unit, left.kind = right.unit, right.kind
        return
    if left.unit is not None or left.kind is not None or right.unit is None:
        return
    if word == "of the" and left.scaled and right.kind in (Kind.MONEY, Kind.MEASURE):
        left.unit, left.kind = right.unit, right.kind
    shared = right.kind in (Kind.MEASURE, Kind.DURATION, Kind.PERCENT)
    if (
        not (shared or (levels and right.kind is Kind.MONEY and not right.prefixed))
        or left.scaled
        or left.digits != right.digits
    ):
        return
    if between == ", or " and right.kind is Kind.PERCENT:  # '50, or 30%': the same said twice
        return
    year = left.end - left.start == 4 and left.low > 1500
    most = Fraction(100) if right.kind is Kind.PERCENT else 100 * max(right.low, Fraction(1))
    if (levels or _LIST.fullmatch(between)) and not year and left.low <= max(most, right.low):
        left.unit, left.kind = right.unit, right.kind


def _merged(
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
