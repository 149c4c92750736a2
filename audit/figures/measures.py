"""What a number is a number of: units, money, percentages, and what a rate is given per.

Units are read by exact longest match of whole words or signs, never put together from letters. The number's own offsets
are known; these functions look right behind it, and for money right before it.
"""

from __future__ import annotations

import re

from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon, Tree
from audit.figures.numerals import GAP, WORD, read_digits
from audit.figures.shadow import Shadow

__all__ = ["follow", "money_before", "read_rate", "read_unit", "sign_at", "unit_at"]

_GAP = re.compile(r"[ \t]?-[ \t]?|[ \t]{1,2}(?:\r?\n[ \t]{0,3})?|\r?\n[ \t]{0,3}|")
_CODE = re.compile(r"(?<![^\W_])([a-z]{2,4}[.=]?|y=) ?$")
_COUNTRY = re.compile(r"(?<![^\W_])([a-z]{1,4}|u\.s\.) ?$")
_AFTER_SIGN = re.compile(r"(us|a|nz|hk)? ?(?=[-+]?\.?[0-9])")
_PER = re.compile(
    r"(?: ?/ ?|[ \n]per[ \n]|-per-|-an?-|[ \n](?:an?|each|every|for every|for each)[ \n])"
    r"(?![a-z]+[ \n](?:earlier|later|before|after|ago|previously)(?![^\W_]))"
)
_PER_NUMBER = re.compile(r"[0-9][0-9,]*")
_OLD = re.compile(r"[ -]old(?:s?)(?![^\W_])|[ -]of[ -]age(?![^\W_])")
_AGO = re.compile(r"[ \n-](?:ago|earlier|later|before|after|old|on|in|from|prior|previously|since)(?![^\W_])")
_MILLION_AFTER = re.compile(r" (?:of |more |other |new )?([a-z]+)")
_SECTION_KINDS = {"time": Kind.DURATION}


def money_before(shadow: Shadow, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """Where the money sign or code that ends right before `at` begins, and the currency; None if there is none."""
    low = shadow.low
    before = low[max(0, at - 8) : at]
    code = _CODE.search(before)
    if code is None or code[1] not in lex.codes:
        return (at - 2, lex.signs["y="]) if before.endswith("y=") else None
    start = at - len(before) + code.start(1)
    adjacent = code.end(1) == len(before)
    lower = code[1] in lex.money_capital and not shadow.text[start].isupper()
    if lower or (code[1] == "ps" and not (adjacent and _amount(low, at))):
        return None
    return start, lex.codes[code[1]]


def _amount(low: str, at: int) -> bool:
    """Whether what stands there is more than a single digit."""
    return low[at + 1 : at + 2].isdigit() or low[at + 1 : at + 3][-1:].isdigit()


def sign_at(shadow: Shadow, at: int, lex: Lexicon) -> tuple[int, int, str] | None:
    """Start, end and currency of a money sign at `at` that a number follows; None if none follows."""
    low = shadow.low
    sign = low[at]
    match = _AFTER_SIGN.match(low, at + 1)
    if match is None:
        return None
    start, currency = at, lex.signs[sign]
    country = _COUNTRY.search(low[max(0, at - 5) : at])
    if match[1] and sign + match[1] in lex.signs:
        currency = lex.signs[sign + match[1]]
    elif country:
        spaced = low[at - 1] == " "
        named = lex.signs.get(f"{country[1]} {sign}" if spaced else country[1] + sign)
        if named:
            currency, start = named, at - len(country.group())
    return start, match.end(), currency


def unit_at(low: str, at: int, tree: Tree) -> tuple[int, str] | None:
    """End and name of the longest unit in words at `at`."""
    word = WORD.match(low, at)
    if word is None:
        return None
    # 'sq. m', 'pound-feet' are keyed with their mark
    for mark in (".", "-", "'"):
        if low.startswith(mark, word.end()):
            tail = WORD.match(low, word.end() + 1)
            key = word.group() + mark + (tail.group() if tail and mark == "-" else "")
            for others, name in tree.get(key, ()):
                end = follow(low, at + len(key), others)
                if end is not None:
                    return end, name
    for others, name in tree.get(word.group(), ()):
        end = follow(low, word.end(), others)
        if end is not None:
            return end, name
    return None


def follow(low: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words end if they follow `at`, each after a space or hyphen; None if they don't."""
    for expected in words:
        gap = GAP.match(low, at)
        if gap is None or not low.startswith(expected, gap.end()):
            return None
        at = gap.end() + len(expected)
        if low[at : at + 1].isalnum():
            return None
    return None if low[at : at + 1].isdigit() or low[at : at + 1] == "^" else at


def read_unit(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """Give the atom the unit that follows it, and move its end behind it."""
    low = shadow.low
    gap = _GAP.match(low, atom.end)
    at = gap.end() if gap else atom.end
    between = low[atom.end : at]
    if at >= len(low):
        return
    if low[at] in "%\u2030":
        if "-" not in between:
            _set(atom, at + 1, "percentage" if low[at] == "%" else "permille", lex)
            if low.startswith("-points", at + 1):
                _set(atom, at + 8, "percentage point", lex)
        return
    if _money_after(shadow, atom, at, between, lex):
        return
    found = unit_at(low, at, lex.units)
    if found:
        if _fits(low, atom, found, at, between):
            _set(atom, found[0], found[1], lex)
            atom.joined = "-" in between
            _age(low, atom)
        return
    _symbol(shadow, atom, at, between, lex)


def _fits(low: str, atom: Atom, found: tuple[int, str], at: int, between: str) -> bool:
    end, name = found
    word = low[at:end]
    if name == "second" and word == "second" and not (atom.low == 1 or "-" in between or atom.low.denominator != 1):
        return False
    if len(word) == 2 and not atom.digits and word not in ("km", "kg", "cm", "mm", "hp"):
        return False
    return not (atom.unit is not None and atom.prefixed)


def _set(atom: Atom, end: int, name: str, lex: Lexicon) -> None:
    atom.unit, atom.end = name, end
    section = lex.kinds.get(name)
    if name == "percentage":
        atom.kind = Kind.PERCENT
    elif name in ("percentage point", "basis point"):
        atom.kind = Kind.PERCENTAGE_POINTS
    elif name == "permille":
        atom.kind = Kind.RATIO
    else:
        atom.kind = _SECTION_KINDS.get(section or "", Kind.MEASURE)


def _age(low: str, atom: Atom) -> None:
    if atom.kind is Kind.DURATION:
        old = _OLD.match(low, atom.end)
        if old:
            atom.kind, atom.end, atom.unit = Kind.AGE, old.end(), f"{atom.unit} of age"


def _money_after(shadow: Shadow, atom: Atom, at: int, between: str, lex: Lexicon) -> bool:
    """'5 million dollars', '1,200\u20ac', '115 USD', '$76 US', '40p'; also 'm' and 'b' beside money."""
    low = shadow.low
    word = WORD.match(low, at)
    if atom.prefixed:
        if word and not atom.scaled and not between and word.group() in lex.money_suffixes:
            _scale(atom, word.end(), lex.money_suffixes[word.group()])
            word = WORD.match(low, atom.end + 1) if low[atom.end : atom.end + 1] == " " else None
            at = atom.end + 1
        if word and between == " " and word.group() in lex.money_trailing and shadow.text[word.start()].isupper():
            atom.end = word.end()
        elif low.startswith("u.s.", at) and between == " ":
            atom.end = at + 4
        return True
    sign = low[at]
    if word is None:
        if sign in lex.signs and between in ("", " ") and atom.digits and not low[at + 1 : at + 2].isdigit():
            _money(atom, at + 1, lex.signs[sign])
            return True
        return _initials(low, atom, at, lex)
    name, end = word.group(), word.end()
    if not between and atom.digits and not atom.scaled and name in lex.money_suffixes:
        return _letter_scale(shadow, atom, word, lex)
    gap = GAP.match(low, end)
    second = WORD.match(low, gap.end()) if gap else None
    if second:
        pair_name = lex.money_pairs.get((name, second.group()))
        if pair_name is None and name in ("hong", "new", "united", "sri", "south", "north"):
            gap = GAP.match(low, second.end())
            third = WORD.match(low, gap.end()) if gap else None
            if third:
                pair_name = lex.money_pairs.get((f"{name} {second.group()}", third.group()))
                second = third
        if pair_name is not None:
            _money(atom, second.end(), pair_name)
            return True
    if len(name) == 1 and _initials(low, atom, at, lex):
        return True
    if name in lex.money:
        if name in lex.money_digits and not (atom.digits and not _lower_noun(low, end)):
            return False
        if len(name) == 1 and (between == "-" or shadow.text[at].isupper()):
            return False
        _money(atom, end, lex.money[name])
        atom.joined = "-" in between
        return True
    code = lex.codes.get(name)
    if code and atom.digits and (shadow.text[at].isupper() or name == "dlrs") and name not in ("ps", "rs", "rm", "rp"):
        _money(atom, end, code)
        return True
    return False


def _lower_noun(low: str, end: int) -> bool:
    """Whether a noun follows: '12 won medals'."""
    return bool(re.compile(r" [a-z]+s\b").match(low, end))


def _letter_scale(shadow: Shadow, atom: Atom, word: re.Match[str], lex: Lexicon) -> bool:
    """'4.3M', '10m people', '5m euros': millions; '900m tunnel': left to the units."""
    low, name = shadow.low, word.group()
    following = _MILLION_AFTER.match(low, word.end())
    nextword = following[1] if following else ""
    money = nextword in lex.money or (nextword == "us" or (nextword, "dollars") in lex.money_pairs)
    plural = nextword in lex.plurals or (
        len(nextword) > 3 and nextword.endswith("s") and nextword not in lex.not_plural
    )
    capital = shadow.text[word.start()].isupper() and name != "t"
    if not (money or capital or (plural and name == "m" and nextword not in lex.stops)):
        return False
    _scale(atom, word.end(), lex.money_suffixes[name])
    gap = " " if low[atom.end : atom.end + 1] == " " else ""
    if money:
        return _money_after(shadow, atom, atom.end + len(gap), gap, lex)
    return True


def _scale(atom: Atom, end: int, factor: int) -> None:
    atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, atom.place * factor
    atom.end, atom.scaled = end, True
    atom.numeral = (atom.numeral[0], end)


def _money(atom: Atom, end: int, currency: str) -> None:
    atom.end, atom.unit, atom.kind = end, currency, Kind.MONEY


def _symbol(shadow: Shadow, atom: Atom, at: int, between: str, lex: Lexicon) -> None:
    """Signs in their own case: 'MW', '\u00b0C', 'm', 'g'."""
    if not atom.digits or "\n" in between:
        return
    match = lex.symbol.match(shadow.text, at)
    if match is None:
        return
    sign, end = match.group(), match.end()
    if len(sign) == 1 and sign.isalpha():
        if "-" in between and sign not in "mg":
            return
        if sign == "s" and (not between or atom.low > 60):
            return
        if sign == "A" and between and shadow.low[end : end + 1] != "/":
            return
        following = shadow.low[end : end + 1]
        if following == "." and not (shadow.low[end + 1 : end + 2].isspace() or end + 1 >= len(shadow.low)):
            return
    if sign == "in":
        # 'in' is an inch only where nothing follows that it could govern
        tail = WORD.match(shadow.low, end + 1)
        if tail and tail.group() not in ("thick", "wide", "high", "tall", "deep", "long", "x", "by"):
            return
        if "-" in between or (tail is None and shadow.low[end : end + 2] not in (".", "", ",", ")")):
            return
    if sign in ("\u00b0", "\u00ba"):
        scale = unit_at(shadow.low, end + (shadow.low[end : end + 1] == " "), lex.units)
        if scale and scale[1] in ("celsius", "fahrenheit"):
            _set(atom, scale[0], scale[1], lex)
            return
    _set(atom, end, lex.symbols[sign], lex)
    atom.joined = "-" in between


def _initials(low: str, atom: Atom, at: int, lex: Lexicon) -> bool:
    """A country's initials before its money: '5 U.S. dollars', '5.10 H.K. dlrs'."""
    pair = WORD.match(low, at + 5)
    name = lex.money_pairs.get((low[at : at + 4], pair.group())) if pair else None
    if pair is None or name is None:
        return False
    _money(atom, pair.end(), name)
    return True


def read_rate(shadow: Shadow, end: int, lex: Lexicon) -> tuple[int, str] | None:
    """End and name of what the figure that ends at `end` is per: 'hour', 'barrel', '100000 person'; None if nothing."""
    low = shadow.low
    match = _PER.match(low, end)
    if match is None:
        return None
    cue = match.group().strip(" \n-")
    at = match.end()
    number = _PER_NUMBER.match(low, at)
    if number and cue == "per":
        atom = read_digits(low, at, lex)
        gap = GAP.match(low, atom.end)
        word = WORD.match(low, gap.end()) if gap else None
        if word and word.group() not in lex.stops and atom.low.denominator == 1:
            return word.end(), f"{atom.low} {lex.plurals.get(word.group(), word.group().removesuffix('s'))}"
        return atom.end, str(atom.low)
    found = unit_at(low, at, lex.units)
    if cue not in ("per", "/") and found and _AGO.match(low, found[0]):
        return None
    if found and found[1] != "percentage":
        if cue not in ("per", "/") and found[1] in ("second",) and low.startswith("second ", at):
            return None
        return found
    word = WORD.match(low, at)
    if word is None:
        return None
    name = word.group()
    if cue == "/":
        sign = lex.symbol.match(shadow.text, at)
        if sign:
            return sign.end(), lex.symbols[sign.group()]
        return (word.end(), name) if name in lex.things or name in lex.periods else None
    if cue == "per":
        if name in ("cent", "se", "mille"):
            return None
        scale = lex.scales.get(name)
        return (word.end(), str(scale)) if scale else (word.end(), "person" if name == "capita" else name)
    return (word.end(), name) if name in lex.things or name in lex.periods else None
