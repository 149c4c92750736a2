"""Numbers in digits: where one ends, its exact value, and the place of its last printed digit.

Everything here reads forward from a given offset of a shadow's lower-case text and looks at nothing but the number.
"""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom, whole
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.text.plurals import is_irregular, is_plural

__all__ = ["GAP", "LONGEST", "WORD", "read_digits", "scaled", "vulgar"]

WORD = re.compile(r"[^\W\d_]{1,40}")
GAP = re.compile(r"[ \t]?-[ \t]?(?:\r?\n)?|[ \t]{1,3}(?:\r?\n[ \t]{0,3})?|\r?\n[ \t]{0,3}")
"""What may stand between two words of one number: spaces, one line end, or a hyphen."""
_GROUPED = re.compile(
    r"[0-9]++(?![,'.]| [0-9]| , [0-9]{3})"  # 1234, with nothing behind it that groups digits
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"  # 1,234,567
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 12,34,567, as India writes it
    r"|[0-9]{1,3}(?:'[0-9]{3})+(?![0-9])"  # 1'234'567, as Switzerland does
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"  # 1.234.567, as most of Europe does
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){2,}(?=\.[0-9])"  # 1 234 567.89
    r"|[1-9][0-9]{0,2} , [0-9]{3}(?![0-9,]|\.[0-9]| ,)"  # 80 , 000, as some feeds part every mark
    r"|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9,]|\.[0-9]|[ ]?[-/:][0-9]|-?mm [a-z]+s(?![a-z]))"  # 1 234 567, no '18 122mm guns'
    r"|[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4}(?![0-9,])"  # 276,0000: a slip, read as it stands
    r"|[0-9]+"
)
_NO_DIGIT = re.compile(r"[^0-9]")
_COMMA_DECIMALS = re.compile(r"([0-9]{1,3}),([0-9]{1,2})(?![0-9]|[,.'][0-9])")
"""'0,75', as most of Europe writes it; no thousands have one or two digits behind a comma."""
_EUROPEAN = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{1,2})(?![0-9]|[,.'][0-9])")
"""'1.234,50': a comma behind groups that stops part."""
_THOUSANDS = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3})(?![0-9]|[.,][0-9])(?= ([a-z]{3,}))")
"""'140.000 people': no people are counted to three places."""
_ENGLISH = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
"""'1,200': a text that parts thousands so parts decimals by a stop."""
_USAGE = 2000
"""Characters on each side that show which marks the text uses."""
_MISGROUPED = re.compile(r"[0-9]+(?:[,.'][0-9]+)*,[0-9]+(?:[,.'][0-9]+)*(?![0-9])")
_DECIMALS = re.compile(r"\.([0-9]++)(?!\.[0-9])")
_SPACED_DECIMALS = re.compile(r" \. ([0-9]{1,3})(?= ?([%a-z]+))")
"""'7 . 57 %', as some feeds break a decimal: before a percentage or a scale only, for elsewhere a sentence ends there."""
_SPACED_LONG = re.compile(r" \. (?!1[0-9]{3} |20[0-9]{2} )([0-9]{4,6})(?= [a-z])")
_PARTS_STOPS = re.compile(r"[0-9] \. [0-9]{1,3} ?%")
"""What shows that the text parts the stops of its decimals; then no sentence begins behind '50 . 9375' either."""
_POWER = re.compile(
    r"(?:[ ]?[x\u00d7*][ ]?10(?:\^|\*\*)?|e)([-+]?0*[0-9]{1,2})(?![0-9])|(?<=10)\^([-+]?[0-9]{1,2})(?![0-9])"
    r"|[ ]?[x\u00d7*][ ]?10(-?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2})"
)
_RAISE = re.compile(r"(?:[ ]?[x\u00d7*][ ]?([2-9]))?\^([-+]?[0-9]{1,3})(?![0-9])")
_RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_SLASHED = re.compile(r"(?:[ -]([0-9]{1,2}))? ?/ ?([0-9]{1,4})(?![0-9/]|[.,][0-9])")
_MIXED = re.compile(r"[ -]?([\u00bc-\u00be\u2150-\u215e])")
_VULGAR = {
    chr(code): Fraction(over, under)
    for code, over, under in (
        (0xBC, 1, 4), (0xBD, 1, 2), (0xBE, 3, 4), (0x2150, 1, 7), (0x2151, 1, 9), (0x2152, 1, 10), (0x2153, 1, 3),
        (0x2154, 2, 3), (0x2155, 1, 5), (0x2156, 2, 5), (0x2157, 3, 5), (0x2158, 4, 5), (0x2159, 1, 6), (0x215A, 5, 6),
        (0x215B, 1, 8), (0x215C, 3, 8), (0x215D, 5, 8), (0x215E, 7, 8),
    )
}  # fmt: skip
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000})
LONGEST = 40
"""Digits in a row: a longer run is no number that anyone reads."""
_AVERAGE = "average"
_NEAR = 40
"""Characters before a number in which 'average' gives it decimals."""
_HIGHEST_POWER = 60


def vulgar(low: str, at: int) -> Atom | None:
    """A sign such as '½' alone."""
    value = _VULGAR.get(low[at])
    if value is None:
        return None
    return Atom(at, at + 1, value, value, kind=Kind.FRACTION, numeral=(at, at + 1), digits=True)


def read_digits(low: str, at: int, lex: Lexicon) -> Atom:
    """The number in digits that begins at `at`, with decimals, powers of ten, fractions and scale."""
    match = _EUROPEAN.match(low, at) if "." in low[at + 1 : at + 4] else None
    if match:
        place = Fraction(1, 10 ** len(match[2]))
        value = int(_NO_DIGIT.sub("", match[1])) + int(match[2]) * place
        return scaled(low, Atom(at, match.end(), value, value, place, numeral=(at, match.end()), digits=True), lex)
    match = _THOUSANDS.match(low, at) if "." in low[at + 1 : at + 4] and low[at - 1 : at] != "." else None
    if match and _counts_whole(low, at, match, lex):
        number = whole(int(match[1] + match[2]))
        return Atom(at, match.end(), number, number, numeral=(at, match.end()), digits=True)
    match = _GROUPED.match(low, at)
    assert match is not None
    end = match.end()
    run = match.group()
    if not run.isdigit():
        run = _NO_DIGIT.sub("", run)
    if len(run) > LONGEST:
        value = Fraction(int(run[:LONGEST]))
        return Atom(at, end, value, value, kind=Kind.IDENTIFIER, numeral=(at, end), digits=True)
    if low[end : end + 1] == "," and low[end + 1 : end + 2].isdigit():
        return _continental(low, at, lex)
    value, place = whole(int(run)), whole(1)
    decimals = _DECIMALS.match(low, end) if low[end : end + 1] == "." else None
    if low.startswith(" . ", end):
        decimals = _spaced(low, end, lex)
    if decimals and len(decimals[1]) <= LONGEST:
        end = decimals.end()
        place = Fraction(1, 10 ** len(decimals[1]))
        value += int(decimals[1]) * place
    if at and low[at - 1] == "." and end == match.end() and not low[max(0, at - 2)].isalnum():
        at, place = at - 1, Fraction(1, 10 ** len(run))
        value *= place
    atom = Atom(at, end, value, value, place, numeral=(at, end), digits=True)
    following = low[end : end + 1]
    if (
        following == " " and low[end + 1 : end + 2] != "x" and low[end + 1 : end + 2].isalpha()
    ):  # a word: the common case
        return scaled(low, atom, lex)
    if following and following in "e \u00d7x*^":
        _take_power(low, atom)
    if (
        following
        and following
        in " /-\u00bc\u00bd\u00be\u2150\u2151\u2152\u2153\u2154\u2155\u2156\u2157\u2158\u2159\u215a\u215b\u215c\u215d\u215e"
    ):
        _take_fraction(low, atom, whole=decimals is None)
    return scaled(low, atom, lex)


def _counts_whole(low: str, at: int, match: re.Match[str], lex: Lexicon) -> bool:
    """Whether a plural of things follows that are counted whole: '3.000 soldiers', but '1.250 births per woman'."""
    noun, after = match[3], WORD.match(low, match.end(3) + 1)
    if noun in lex.units or noun in lex.scales or (after and after.group() in ("per", "a")):
        return False
    if noun in lex.money:  # no price has three decimals the last two of which are naughts
        return match[2].endswith("00") and not _ENGLISH.search(low, max(0, at - _USAGE), at + _USAGE)
    plural = is_irregular(noun) or (is_plural(noun) and noun not in lex.stops)
    if not plural or match[2] == "000":
        return plural
    if noun in lex.divisible or _AVERAGE in low[max(0, at - _NEAR) : at]:
        return False
    people = is_irregular(noun) or noun.removesuffix("s") in lex.people
    return people or not _ENGLISH.search(low, max(0, at - _USAGE), at + _USAGE)


def _continental(low: str, at: int, lex: Lexicon) -> Atom:
    """'0,75 litres', '3,5 million': a comma before one or two digits, read where a unit, a scale or money follows.

    Other groups that no country writes so ('1,2,00') are one number that has not been read, never two.
    """
    match = _COMMA_DECIMALS.match(low, at)
    if match is None or not (_measured(low, match.end(), lex) or _alone(low, at, match.end())):
        whole_run = _MISGROUPED.match(low, at)
        end = whole_run.end() if whole_run else at + 1
        return Atom(at, end, whole(0), whole(0), kind=Kind.UNREAD, numeral=(at, end), digits=True)
    place = Fraction(1, 10 ** len(match[2]))
    value = int(match[1]) + int(match[2]) * place
    return scaled(low, Atom(at, match.end(), value, value, place, numeral=(at, match.end()), digits=True), lex)


def _alone(low: str, at: int, end: int) -> bool:
    """Whether the number ends its clause and is none of a list written without spaces: 'the ratio is 1,3.'"""
    return low[end : end + 1] in (".", ";", ")", "") and low[at - 4 : at] in (" is ", "was ")


def _measured(low: str, at: int, lex: Lexicon) -> bool:
    """Whether a unit, a percentage, a scale or a currency stands behind the number."""
    if low[at : at + 1] in lex.signs or low.startswith(("%", " %"), at):
        return True
    gap = GAP.match(low, at)
    word = WORD.match(low, gap.end() if gap else at)
    if word is None:
        return False
    name = word.group()
    return any(name in table for table in (lex.units, lex.scales, lex.suffixes, lex.money, lex.plural_scales))


def _spaced(low: str, end: int, lex: Lexicon) -> re.Match[str] | None:
    match = _SPACED_DECIMALS.match(low, end)
    if match is None:
        long = _SPACED_LONG.match(low, end)
        return long if long and _PARTS_STOPS.search(low, max(0, end - _USAGE), end + _USAGE) else None
    if not (match[2] == "%" or match[2] in lex.scales or ((), "percentage") in lex.units.get(match[2], ())):
        return None
    return match


def _take_power(low: str, atom: Atom) -> None:
    match = _POWER.match(low, atom.end)
    if match is None:
        _raise(low, atom)
        return
    power = int(match[1] or (match[3] or "").translate(_RAISED) or int(match[2]) - 1)
    factor = Fraction(10) ** power
    atom.low = atom.high = atom.low * factor
    atom.place *= factor
    atom.end = match.end()
    atom.numeral = (atom.start, atom.end)


def _raise(low: str, atom: Atom) -> None:
    """'1.1^23', '8x2^10': a power of another number than ten."""
    match = _RAISE.match(low, atom.end)
    if match is None or abs(int(match[2])) > _HIGHEST_POWER or (match[1] is None and not atom.low):
        return
    base = Fraction(match[1]) if match[1] else atom.low
    atom.low = atom.high = base ** int(match[2]) * (atom.low if match[1] else 1)
    atom.end, atom.place = match.end(), min(atom.place, Fraction(1))
    atom.numeral = (atom.start, atom.end)


def _take_fraction(low: str, atom: Atom, *, whole: bool) -> None:
    """'3½', '3 1/2', '1/4'."""
    sign = _MIXED.match(low, atom.end)
    if sign:
        atom.low = atom.high = atom.low + _VULGAR.get(sign[1], 0)
        atom.end = sign.end()
        atom.place = Fraction(1, 10)
    elif whole:
        match = _SLASHED.match(low, atom.end)
        if match is None:
            return
        over, under = int(match[1]) if match[1] else int(atom.low), int(match[2])
        if not 0 < over < under or (over > 1 and under not in _DENOMINATORS) or (match[1] and atom.low > 999):
            return
        part = Fraction(over, under)
        if match[1] is None:
            atom.kind = Kind.FRACTION
        atom.low = atom.high = atom.low + part if match[1] else part
        atom.place = Fraction(1, under)
        atom.end = match.end()
    atom.numeral = (atom.start, atom.end)


def scaled(low: str, atom: Atom, lex: Lexicon) -> Atom:
    """The atom with the scale that follows it: '1.5 million', '10k', '4 hundred million', '3bn', '20 dozen'."""
    for _ in range(2):
        gap = GAP.match(low, atom.end)
        word = WORD.match(low, gap.end() if gap else atom.end)
        if word is None:
            break
        name = word.group()
        factor = lex.scales.get(name) or lex.several.get(name)
        if factor is None and (name in ("dozen", "dozens") or (name == "score" and not atom.digits)):
            factor = lex.groups[name.removesuffix("s")]
        if factor is None:
            factor = lex.suffixes.get(name)
            spaced = gap is not None and low[gap.start()] == " " and len(name) > 1
            if factor and not (spaced or (atom.digits and gap is None)):
                factor = None
        if factor is None and name == "grand" and _no_noun(low, word.end(), lex):
            factor = 1000
        if factor is None or (name == "score" and low[word.end() : word.end() + 4] not in (" of ", " or ")):
            break
        atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, atom.place * factor
        atom.factor *= factor
        atom.end = word.end()
        atom.scaled = True
        if atom.kind is Kind.FRACTION:
            atom.kind = None
    atom.numeral = (atom.start, atom.end)
    return atom


def _no_noun(low: str, at: int, lex: Lexicon) -> bool:
    """Whether nothing follows that 'grand' belongs to: 'paid 50 grand.', but 'two grand pianos'."""
    following = WORD.match(low, at + 1) if low[at : at + 1] == " " else None
    return low[at : at + 1] != "-" and (following is None or following.group() in lex.stops)
