"""Numbers in words: 'twenty-two hundred', 'two and a half', 'nine point nought four', 'two thirds'."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom, whole
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, LONGEST, WORD, scaled
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["read_words", "take_half", "take_part", "take_rest"]

_ARTICLES = ("a", "an")
_REST = re.compile(
    r" and ([0-9]{1,2}|[a-z]{3,9})(?![0-9.,%-]|[^\W_])()(?! (?:hundred|thousand|million|billion|percent|per))"
)
_REST_SCALED = re.compile(r" ([0-9]|[a-z]{3,5}) (hundred)(?![^\W_])")
_LARGEST_WITH_PART = 999
"""'2019 and a half' has a year for a number."""


def read_words(low: str, at: int, lex: Lexicon) -> Atom | None:
    """The number in words that begins at `at`, or None if the word there is no number word."""
    total, group, end, last, scale = 0, 0, at, "", 0
    place = 1
    here = at
    while match := WORD.match(low, here):
        word = match.group()
        value = lex.cardinals.get(word)
        if value is not None:
            if value >= 20 or value == 0:
                fits = last in ("", "scale", "hundred", "and") and not (value == 0 and last)
            elif value >= 10:
                fits = last in ("", "scale", "hundred", "and")
            else:
                fits = last in ("", "scale", "hundred", "and", "ten")
            if not fits:
                break
            group += value
            last = "ten" if value >= 20 else "unit"
            if value == 0:
                last = "zero"
            place = 1
        elif word == "hundred" and group < 100 and last not in ("hundred", "zero"):
            group = (group or 1) * 100
            last, place = "hundred", 100
        elif (factor := lex.scales.get(word)) and factor != 100 and last != "zero":
            if last == "scale" and factor > scale:  # 'three lakh crore', 'five thousand million'
                total *= factor
            elif scale and (factor >= scale or last == "scale"):
                break
            else:
                total += (group or 1) * factor
            group, scale, last, place = 0, factor, "scale", factor
        elif word == "and" and last in ("hundred", "scale") and not _part_follows(low, end, lex):
            last = "and"
            gap = GAP.match(low, match.end())
            if gap is None or low[gap.start()] == "-":
                break
            here = gap.end()
            continue
        else:
            break
        end = match.end()
        gap = GAP.match(low, end)
        if gap is None:
            # 'one million, two hundred thousand'
            comma = last == "scale" and low.startswith(", ", end) and WORD.match(low, end + 2)
            if not comma or comma.group() not in lex.cardinals or not _scaled_after(low, comma.end(), lex):
                break
            here = end + 2
        else:
            here = gap.end()
    if end == at:
        return None
    value_ = whole(total + group)
    atom = Atom(at, end, value_, value_, whole(place), numeral=(at, end), scaled=bool(scale or last == "hundred"))
    _take_point(low, atom, lex)
    take_half(low, atom, lex)
    if atom.place == 1 or atom.low.denominator != 1:
        scaled(low, atom, lex)
    elif not scale:
        _take_group(low, atom, lex)
    return _fraction_of(low, atom, lex)


@kept
def _and_part() -> re.Pattern[str]:
    """'and a half', 'and-three-quarters'; not the 'and a half' of 'and a half-eaten loaf'."""
    units = [word for word, value in load("numerals")["cardinals"].items() if 0 < value < 10]
    return re.compile(rf"[ -]and[ -]({pattern_of([*_ARTICLES, *units])})(?:-([a-z]+)| ([a-z]+)(?![a-z-]))")


def _part_follows(low: str, end: int, lex: Lexicon) -> bool:
    """Whether a part is added there: 'two million and a half', 'six million and two thirds'."""
    match = _and_part().match(low, end)
    return match is not None and (match[2] or match[3]) in lex.denominators


def _scaled_after(low: str, end: int, lex: Lexicon) -> bool:
    """Whether a scale follows within the next two words: a list of numbers has none."""
    for _ in range(2):
        gap = GAP.match(low, end)
        word = WORD.match(low, gap.end()) if gap else None
        if word is None:
            return False
        if word.group() in lex.scales:
            return True
        end = word.end()
    return False


def _take_group(low: str, atom: Atom, lex: Lexicon) -> None:
    gap = GAP.match(low, atom.end)
    word = WORD.match(low, gap.end()) if gap else None
    if word and word.group() in ("dozen", "dozens"):
        atom.low = atom.high = atom.low * 12
        atom.factor, atom.end = Fraction(12), word.end()
        atom.numeral = (atom.start, atom.end)


def _take_point(low: str, atom: Atom, lex: Lexicon) -> None:
    """'nine point nought four'."""
    if not low.startswith(" point ", atom.end):
        return
    digits, here, end = "", atom.end + 7, atom.end
    while match := WORD.match(low, here):
        value = lex.cardinals.get(match.group(), load("numerals")["spoken"].get(match.group()))
        if value is None or (value > 9 and digits) or len(digits) > LONGEST:
            break
        digits += str(value)
        end = match.end()
        here = end + 1 if low[end : end + 1] in (" ", "-") else len(low)
    if digits:
        atom.place = Fraction(1, 10 ** len(digits))
        atom.low = atom.high = atom.low + int(digits) * atom.place
        atom.end = end
        atom.numeral = (atom.start, end)


def take_part(low: str, atom: Atom, lex: Lexicon) -> None:
    """What is added to a number in digits: '3 and a half years', '12-and-a-half', '2 and a quarter million'."""
    if atom.low.denominator != 1 or atom.low > _LARGEST_WITH_PART or atom.scaled:
        return
    match = _and_part().match(low, atom.end)
    part = match and (match[2] or match[3])
    if match is None or low.startswith(" of ", match.end()) or not (part == "half" or _has_noun(low, match.end(), lex)):
        return
    before = atom.end
    take_half(low, atom, lex)
    if atom.end != before:
        scaled(low, atom, lex)


def _has_noun(low: str, end: int, lex: Lexicon) -> bool:
    """Whether a unit, a scale or a plural follows: '10 and a quarter miles', but '10 and a third man'."""
    gap = GAP.match(low, end)
    word = WORD.match(low, gap.end()) if gap else None
    if word is None:
        return False
    name = word.group()
    return (
        name in lex.units
        or name in lex.scales
        or name in lex.suffixes
        or (name.endswith("s") and name not in lex.stops)
    )


def take_rest(low: str, atom: Atom, lex: Lexicon) -> None:
    """What goes on behind digits and a scale in words: '3 hundred and 21', '4 thousand 3 hundred and 21'."""
    if atom.low.denominator != 1:
        return
    for match in (_REST.match(low, atom.end), _REST_SCALED.match(low, atom.end)):
        if match is None:
            continue
        written = match[1]
        value = int(written) if written.isdecimal() else lex.cardinals.get(written, 0)
        scale = lex.scales.get(match[2] or "", 1)
        if 0 < value * scale < atom.factor and not (atom.low % (value * scale * 10) and scale > 1 and atom.low < 1000):
            atom.low = atom.high = atom.low + value * scale
            atom.factor, atom.place, atom.end = Fraction(scale), Fraction(scale), match.end()
            atom.numeral = (atom.start, atom.end)
            if scale > 1:
                take_rest(low, atom, lex)
            return


def take_half(low: str, atom: Atom, lex: Lexicon) -> None:
    """'two and a half', 'one and three quarters'; of 'a million and a half' the half is half a million."""
    match = _and_part().match(low, atom.end)
    part = match and (match[2] or match[3])
    if match is None or part not in lex.denominators:
        return
    over = 1 if match[1] in _ARTICLES else lex.cardinals[match[1]]
    under = lex.denominators[part]
    if over >= under:
        return
    after = WORD.match(low, match.end() + 1) if low[match.end() : match.end() + 1] == " " else None
    scale = lex.scales.get(after.group()) if after else None
    if scale and atom.scaled and scale < atom.place:  # 'one billion and a half million'
        atom.low = atom.high = atom.low + Fraction(over, under) * scale
        atom.place, atom.end = Fraction(scale, 10), after.end() if after else atom.end
        atom.numeral = (atom.start, atom.end)
        return
    unit = atom.place if atom.place >= 1000 else Fraction(1)
    atom.low = atom.high = atom.low + Fraction(over, under) * unit
    atom.place = unit / 10
    atom.end = match.end()
    atom.numeral = (atom.start, atom.end)


def _fraction_of(low: str, atom: Atom, lex: Lexicon) -> Atom:
    """The atom as the upper part of a fraction, if a denominator follows: 'two thirds', 'one fifth'."""
    if atom.low.denominator != 1 or atom.low <= 0:
        return atom
    few = atom.low < 100 and atom.place == 1
    gap = GAP.match(low, atom.end)
    word = WORD.match(low, gap.end()) if gap else None
    if word is None:
        return atom
    tens = lex.cardinals.get(word.group(), 0)
    if tens >= 20 and low[word.end() : word.end() + 1] == "-":  # 'one twenty-fifth'
        word = WORD.match(low, word.end() + 1)
        if word is None or not 2 < lex.denominators.get(word.group(), 0) < 10:
            return atom
    elif word.group() not in lex.denominators:
        return atom
    else:
        tens = 0
    name, under = word.group(), tens + lex.denominators[word.group()]
    if name in lex.ordinals and under >= 100 and not low.startswith(" of ", word.end()):
        return atom  # 'the one hundredth day' is a rank
    plural = name.endswith("s") or name == "halves"
    if not few and not (plural and under > 4):  # 'a hundred and two fifths'
        return atom
    if plural != (atom.low > 1) or low[word.end() : word.end() + 1] == "-":
        return atom
    after = WORD.match(low, word.end() + 1)
    scaled_part = after is not None and after.group() in lex.scales
    if (
        name == "quarters"
        and low[gap.start() if gap else 0] != "-"
        and not (low.startswith(" of ", word.end()) or scaled_part)
    ):
        return atom
    if name == "half" and low[word.end() : word.end() + 6] in (" hour ", " hours"):
        return atom
    atom.low = atom.high = atom.low / under
    atom.kind, atom.end, atom.place = Kind.FRACTION, word.end(), Fraction(1, 100)
    atom.numeral = (atom.start, atom.end)
    return atom
