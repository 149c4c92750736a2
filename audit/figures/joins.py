"""What two numbers side by side make: a range, a ratio, a share, a score, feet and inches, or a list with one unit."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.figure import NOT_QUANTITIES, Kind
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.ranges import is_year, merged, range_of, shared_scale, thing_behind
from audit.figures.scores import label_sets
from audit.figures.shadow import Shadow
from audit.text.plurals import is_plural

__all__ = ["join"]

_LINK = re.compile(
    r" ?[-~] ?| to |-to-| or |-or-| through |:|[ -]in[ -](?:every )?|[ -]out[ -]of[ -](?:every )?| of (?:every |the )?| and "
    r"|, and |, or |, |-, | ?/ ?|- (?:to|and|or) | | to-|-to |[ -]by[ -]| ?[x\u00d7] ?"
)
_LIST = re.compile(r" (?:and|or) |, (?:and |or )?|-, (?:and |or )?|- (?:and|or|to) | ?/ ?")
_NEXT = re.compile(r"[ \n]([a-z]+)")
_NOUN_NEXT = re.compile(r" [a-z]")
_CLOSES = re.compile(r" ?(?:[.!?;](?![0-9])|$)", re.MULTILINE)
_INCH = re.compile(r" ?in\b\.?(?= |[^\w\s]|$)(?! the\b| an?\b)")
_THING_IN = re.compile(r" ([a-z]{3,20}) (?:in|out of) (?:every )?")
_OF_AGE = " of age"
_NO_BREAK = "\u00a0\u202f\u2009"
_UNTIL = (" to ", " and ", " or ", "-", " - ", " until ", " till ")
_APART = 18
"""Characters between two numbers that may belong together: 'between 80 and as many as 100'."""
_RAREST = 1000
"""'one in 12 children' is a share; 'one in 2,500' may be one of a place or a year."""


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
                atom = merged(left, atom, thousands, thousands)
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
    number = _smaller(left, right, lex)
    if number is None or right.high >= number or left.ranged or right.ranged:
        return False
    if left.unit == "year" and right.kind is not Kind.AGE:  # a term may be told in two
        return False
    begin, end = last_word(low, left.start)
    return low[begin:end] != "between"


def _smaller(left: Atom, right: Atom, lex: Lexicon) -> int | None:
    """How many of the second's unit make one of the last unit of the first, which may be a compound already."""
    smaller, unit = lex.parts.get((left.unit or "").removesuffix(_OF_AGE), ()), (right.unit or "").removesuffix(_OF_AGE)
    if left.low.denominator != 1 or left.place != 1:
        last = next((unit for unit, number in smaller if left.place == Fraction(1, number)), "")
        smaller = lex.parts.get(last, ())
    return next((number for each, number in smaller if each == unit), None)


def _inches(atom: Atom, low: str) -> None:
    """Read 'in' behind the second number of '6 ft 2 in' as inches, which elsewhere is a preposition."""
    sign = _INCH.match(low, atom.end) if atom.unit is None and atom.kind is None and atom.high < 12 else None
    if sign:
        atom.unit, atom.kind, atom.end = "inch", Kind.MEASURE, sign.end()


def _compound(left: Atom, right: Atom, lex: Lexicon) -> Atom:
    """One measure of a larger and a smaller unit, printed to the last place of the smaller one."""
    number = _smaller(left, right, lex) or lex.parts[left.unit or ""][0][1]
    part = left.place / number
    one = merged(left, right, left.low + right.low * part, left.high + right.high * part)
    one.place = right.place * part
    if right.kind is Kind.AGE:  # 'two years and three months old'
        one.kind, one.unit = Kind.AGE, f"{left.unit}{_OF_AGE}"
    return one


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
    if low[right.start] == "0":  # no number of its own begins with it
        return True
    begin, end = last_word(low, left.start)
    following = _NEXT.match(low, right.end)
    counted = following is not None and (is_plural(following[1]) or following[1] in lex.participles)
    before = low[begin:end]
    opens = begin == end and (left.start == 0 or low[left.start - 1] == "\n")
    return (
        counted
        and (opens or before in lex.before or before in lex.gap_before or before in lex.verbs or before.endswith("ed"))
        and low[right.end : right.end + 2] != ", "
    )


def _hundredths(left: Atom, right: Atom, between: str, low: str, lex: Lexicon) -> bool:
    """Whether the second number is the small change of the first: '12 pounds 50 an hour', 'a metre' and '80 deep'.

    In words, or behind 'and', it closes the clause: 'it cost 15 dollars and 50.'
    """
    coin = left.kind is Kind.MONEY
    if not (coin or left.unit == "meter") or left.scaled or left.low.denominator != 1:
        return False
    if between == " and " or not right.digits:
        last = coin and left.digits == right.digits and _CLOSES.match(low, right.end) is not None
        short = right.end - right.start == 2 if right.digits else right.low.denominator == 1
        return last and short and 0 < right.low < 100 and not left.prefixed
    following = _NEXT.match(low, right.end)
    if right.end - right.start != 2 or following is None:
        return right.end - right.start == 2
    return (
        following[1] in lex.stops
        or (not coin and following[1] in lex.attributive)
        or (coin and following[1] in lex.comparatives and not _NOUN_NEXT.match(low, following.end()))
    )


def _hedged(left: Atom, right: Atom, between: str, low: str, lex: Lexicon) -> Atom | None:
    """'between 80 and more than 100', '300 to perhaps 400': a range with a hedge before its second end."""
    hedge = lex.range_inner.fullmatch(between)
    if hedge is None or left.vague or right.vague or Kind.MULTIPLE in (left.kind, right.kind):
        return None
    begin, end = last_word(low, left.start)
    if hedge[1] == "and" and low[begin:end] != "between":
        return None
    return range_of(left, right, hedge[1], f" {hedge[1]} ", low, lex)


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
    alone = right.unit is None and right.kind is None and between in (" ", " and ")
    if smaller and alone and _hundredths(left, right, between, low, lex):
        return _compound(left, right, lex)
    if word == "or" and _or_two(left, right, low, lex):
        return merged(left, right, left.low, left.high * right.low, ranged=True)
    if word in lex.share_words or word == "of every" or word == ":" or between == "-to-":
        return _ratio(left, right, word, low, lex)
    if word in ("to", "or", "through", "and") or between.strip(" ") in ("-", "~"):
        span = range_of(left, right, word, between, low, lex)
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
    whole = right.low in lex.share_wholes or (not right.digits and right.low > 1)
    if match is None or not plain or not whole or match[1] in lex.stops:
        return None
    following = _NEXT.match(low, right.end)
    if match[1] in lex.verbs or match[1] in lex.units or (following and _may_be_counted(following[1], lex)):
        return None
    one = merged(left, right, 1 / right.low, 1 / right.low, Kind.FRACTION)
    one.counted = match.span(1)
    return one


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
        return merged(left, right, left.low / right.low, left.low / right.low, Kind.RATIO)
    if not 0 < left.low < right.low or left.low >= 10 or left.scaled:
        return None
    single = (
        left.low == 1
        and right.low <= _RAREST
        and not is_year(right)
        and thing_behind(low, right) not in lex.over_events
    )
    hundreds = not right.digits and right.scaled and word.startswith("out of") and right.low % 100 == 0
    if right.low not in lex.share_wholes and not single and not hundreds:
        return None
    if word == "in" and left.low > 1 and left.digits != right.digits:
        return None
    return merged(left, right, left.low / right.low, left.low / right.low, Kind.FRACTION)


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
        first, _ = shared_scale(left, right)
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
