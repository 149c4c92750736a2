"""Money: a sign or code right before a number, a currency in words or signs right behind it."""

from __future__ import annotations

import re

from audit.figures.ambiguous import is_ambiguous, meant
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow
from audit.text.plurals import is_irregular, is_plural

__all__ = ["in_millions", "money_after", "money_before", "sign_at", "times"]

_CODE = re.compile(r"(?<![^\W_])(?<![/@=_#.-])([a-z]{2,4}[.=]?|y=) ?$")
_COUNTRY = re.compile(r"(?<![^\W_])([a-z]{1,4}|u\.s\.) ?$")
_AFTER_SIGN = re.compile(r"(us|a|nz|hk)? ?(?=[-+]?\.?[0-9])")
_LETTERED = re.compile(r"[0-9]{1,3}(?:((?:,[0-9]{3})+(?:\.[0-9]{2})?|\.[0-9]{2}(?![0-9])))?(?:\.[0-9]+)? ?([a-z]+)?")
_LONGEST_CODE = 4
_MILLION = "million"
_TIED = ("-", "/", "\u00b2", "\u00b3", "^")
_MILLION_AFTER = re.compile(r" (?:of |more |other |new )?([a-z]+)")
_SAME_LETTER = re.compile(r" ?(?:-|to|and|or) ?[0-9][0-9.,]*m(?![^\W_])")
"""The other end of a range in the same letter: '3.5m-4m barrels'."""
_PLURAL = re.compile(r" [a-z]+s\b")


def money_before(shadow: Shadow, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """Where the money sign or code that ends right before `at` begins, and the currency; None if there is none."""
    low = shadow.low
    before = low[max(0, at - 8) : at]
    if before.endswith(" "):
        word = before[:-1].rpartition(" ")[2]
        if word.isalpha() and word not in lex.codes and word[1:] not in lex.codes:
            return None
    code = _CODE.search(before)
    if code is not None and in_millions(shadow, at - len(before) + code.start(1), code[1], lex):
        return at - len(before) + code.start(1), lex.codes[code[1][1:]]
    if code is None or code[1] not in lex.codes:
        return (at - 2, lex.signs["y="]) if before.endswith("y=") else _letter_before(shadow, at, lex)
    start = at - len(before) + code.start(1)
    adjacent = code.end(1) == len(before)
    lower = code[1] not in lex.money_lower and not _is_code(shadow.text[start : start + len(code[1])], lex)
    if lower or (code[1] == "ps" and not (adjacent and _amount(low, at))):
        return None
    return start, lex.codes[code[1]]


def in_millions(shadow: Shadow, start: int, code: str, lex: Lexicon) -> bool:
    """Whether the code is of a currency in millions, as accounts of the north print it: 'MSEK 120'."""
    millions = len(code) == _LONGEST_CODE and code[0] == "m" and code not in lex.codes and code[1:] in lex.codes
    return millions and shadow.text[start : start + _LONGEST_CODE].isupper()


def _is_code(written: str, lex: Lexicon) -> bool:
    """Whether a code has its capitals: all of 'SEK', the first of 'Rs' and 'Ksh'; 'Dem 52' and 'Ron 5' are names."""
    short = len(written.rstrip(".")) == 2 or written.lower() in lex.money_before_only
    return written.isupper() or (short and written[0].isupper())


def _letter_before(shadow: Shadow, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """'R1.2 billion', 'N2,500': a capital alone is money only before what is plainly an amount, for 'R500' is a road."""
    letter = shadow.low[at - 1]
    if letter not in lex.money_letters or not shadow.text[at - 1].isupper() or shadow.low[at - 2 : at - 1].isalnum():
        return None
    amount = _LETTERED.match(shadow.low, at)
    if amount is None or (
        amount[2] and amount[2] not in lex.scales and amount[2] not in lex.suffixes and amount[2] != "m"
    ):
        return None
    return (at - 1, lex.money_letters[letter]) if amount[1] or amount[2] else None


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
        if named is None and sign == "$" and len(country[1]) == 3:
            named = lex.codes.get(country[1])
        if named:
            currency, start = named, at - len(country.group())
    return start, match.end(), currency


def money_after(shadow: Shadow, atom: Atom, at: int, between: str, lex: Lexicon) -> bool:
    """'5 million dollars', '1,200\u20ac', '115 USD', '$76 US', '40p'; also 'm' and 'b' beside money."""
    low = shadow.low
    word = WORD.match(low, at)
    if atom.prefixed:
        near = word is not None and (not between or (between == " " and len(word.group()) > 1))
        if word and near and not atom.scaled and word.group() in lex.money_suffixes:
            times(atom, word.end(), lex.money_suffixes[word.group()])
            word = WORD.match(low, atom.end + 1) if low[atom.end : atom.end + 1] == " " else None
            at = atom.end + 1
        trailing = "u.s." if low.startswith("u.s.", at) else word.group() if word else ""
        named = lex.money_trailing.get(trailing) if between == " " else None
        if named and (shadow.text[at].isupper() or named.endswith(trailing)):
            atom.end, atom.unit = at + len(trailing), named
        return True
    sign = low[at]
    if word is None or (sign in lex.signs and len(word.group()) == 1):  # '100\u5143': a sign that is a letter
        if sign in lex.signs and between in ("", " ") and atom.digits and not low[at + 1 : at + 2].isdigit():
            _money(atom, at + 1, lex.signs[sign])
            return True
        return _initials(low, atom, at, lex)
    name, end = word.group(), word.end()
    if not between and atom.digits and not atom.scaled and name in lex.money_suffixes:
        return _letter_scale(shadow, atom, word, lex)
    gap = GAP.match(low, end) if name in lex.money_firsts else None
    second = WORD.match(low, gap.end()) if gap else None
    if second:
        pair_name = lex.money_pairs.get((name, second.group()))
        if pair_name is None and name in lex.money_openers:
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
        amount = (atom.digits or atom.scaled) and not _lower_noun(low, end)
        if name in lex.money_digits and not (amount and shadow.text[at].islower()):
            return False
        if len(name) == 1 and (between == "-" or shadow.text[at].isupper()):
            return False
        if is_ambiguous(name) and meant(shadow, name, atom.start, end, scaled=atom.scaled) != lex.money[name]:
            return False
        _money(atom, end, lex.money[name])
        atom.joined = "-" in between
        return True
    return _code_after(shadow, atom, word, lex)


def _code_after(shadow: Shadow, atom: Atom, word: re.Match[str], lex: Lexicon) -> bool:
    """'115 USD', '2 million SEK', '30 MUSD', '75 USD million', 'half a million USD'."""
    name = word.group()
    if len(name) > _LONGEST_CODE or name in lex.money_before_only:
        return False
    if not atom.digits and (atom.low == 1 or shadow.text[atom.start : atom.end].isupper()):
        return False  # 'one ALL', 'TEN TRY'
    capital = _is_code(shadow.text[word.start() : word.end()], lex)
    if not (capital or name in lex.money_lower):
        return False
    millions = in_millions(shadow, word.start(), name, lex) and not atom.scaled
    currency = lex.codes.get(name[1:] if millions else name)
    if currency is None:
        return False
    scale = None if atom.scaled else WORD.match(shadow.low, word.end() + 1)
    if millions:
        times(atom, word.end(), lex.money_suffixes["m"])
    elif scale and shadow.low[word.end()] == " " and scale.group() in lex.scales:
        times(atom, scale.end(), lex.scales[scale.group()])
        word = scale
    _money(atom, word.end(), currency)
    return True


def _lower_noun(low: str, end: int) -> bool:
    """Whether a noun follows: '12 won medals'."""
    return _PLURAL.match(low, end) is not None


def _letter_scale(shadow: Shadow, atom: Atom, word: re.Match[str], lex: Lexicon) -> bool:
    """'4.3M', '10m people', '5m euros': millions; '900m tunnel': left to the units."""
    low, name = shadow.low, word.group()
    other = _SAME_LETTER.match(low, word.end()) if name == "m" else None
    following = _MILLION_AFTER.match(low, other.end() if other else word.end())
    nextword = following[1] if following else ""
    money = nextword in lex.money or (nextword == "us" or (nextword, "dollars") in lex.money_pairs)
    plural = is_irregular(nextword) or _is_unit(low, following, lex) or (len(nextword) > 3 and is_plural(nextword))
    plural = plural and nextword not in lex.money_races
    capital = shadow.text[word.start()].isupper() and name not in ("t", "mm")
    counts = plural and name == "m" and nextword not in lex.stops
    if not (money or capital or counts or _million(shadow, atom, word)):
        return False
    times(atom, word.end(), lex.money_suffixes[name])
    gap = " " if low[atom.end : atom.end + 1] == " " else ""
    if money and not other:
        return money_after(shadow, atom, atom.end + len(gap), gap, lex)
    return True


def _million(shadow: Shadow, atom: Atom, word: re.Match[str]) -> bool:
    """Whether an 'm' with no noun behind it is a scale: 'the jobless total fell to 2.71m'."""
    name, end = word.group(), word.end()
    if not is_ambiguous(name) or shadow.low[end : end + 1].isalnum() or shadow.low[end : end + 1] in _TIED:
        return False
    return meant(shadow, name, atom.start, end, scaled=False) == _MILLION


def _is_unit(low: str, word: re.Match[str] | None, lex: Lexicon) -> bool:
    """Whether the word is or begins a unit: '3m tonnes', '2m sq ft'."""
    if word is None:
        return False
    return any(low.startswith(" ".join(("", *others)), word.end()) for others, _ in lex.units.get(word[1], ()))


def times(atom: Atom, end: int, factor: int) -> None:
    """Let the atom be so many times its number, and end at `end`."""
    atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, atom.place * factor
    atom.end, atom.scaled = end, True
    atom.numeral = (atom.numeral[0], end)


def _money(atom: Atom, end: int, currency: str) -> None:
    atom.end, atom.unit, atom.kind = end, currency, Kind.MONEY


def _initials(low: str, atom: Atom, at: int, lex: Lexicon) -> bool:
    """A country's initials before its money: '5 U.S. dollars', '5.10 H.K. dlrs'."""
    pair = WORD.match(low, at + 5)
    name = lex.money_pairs.get((low[at : at + 4], pair.group())) if pair else None
    if pair is None or name is None:
        return False
    _money(atom, pair.end(), name)
    return True
