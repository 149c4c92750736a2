"""Numbers that are glued to letters or marks as part of a name, an address or a label: 'A320', 'no.7', a web address."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom, label, leading
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.shadow import Shadow
from audit.text.plurals import is_plural

__all__ = ["NEXT_WORD", "broken", "glued", "paired", "stopped", "tail", "web"]

_GLUED = re.compile(r"[0-9]+(?:[.,'][0-9]+)*[^\W\d_][^\W_]{0,30}(?:-[^\W_]{1,20})?")
_BEFORE_GLUED = re.compile(r"([^\W_]{1,24}-?|[^\W_]{1,12}[-/][^\W_]{0,12}-?)\Z")
_BROKEN = re.compile(r"(?<![^\W_])[A-Z]{2,12} -$")
_BROKEN_NUMBER = re.compile(r"([0-9]{1,3}) [a-z]{3,}")
_TIED = re.compile(r"[0-9]{1,3}(?![0-9%-]|[.,][0-9]|[^\W_])")
_CATALOGUED = re.compile(r"(?<![^\W_])[a-z]{1,6}[0-9]{2,6}(?:\.[0-9]+)?\+$")
"""'J1149.5+6663', by which a star is named."""
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_POWER_OF = re.compile(r"[0-9] $")
_EXPONENT = re.compile(r"[1-4](?![0-9.,%-]|[^\W_])")
_LONGEST_SYMBOL = 4
"""Letters of a unit's symbol, and its minus."""
_SHORTEST_NAME = 5
_VOWEL = frozenset("aeiouy")
_STOPPED = re.compile(r"(?<![^\W_])[A-Z]{1,3}\.$")
_STOPPED_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?![0-9%])")
_PAIR = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/]|[.,][0-9])")
NEXT_WORD = re.compile(r"[ \n]([^\W\d_]{1,40})")
_TOKEN = re.compile(r"[^\s\"'<>]{1,600}")


def glued(shadow: Shadow, at: int, floor: int, lex: Lexicon) -> Atom | None:
    """The name that the digit at `at` is a part of: 'F-16', 'B52', 'G7'; None if the digit begins a number."""
    low, text = shadow.low, shadow.text
    if low[at - 1 : at] == "+" and _CATALOGUED.search(low, max(0, at - 26), at):
        match = _RUN.match(low, at)
        return label(Kind.IDENTIFIER, at, match.end() if match else at + 1, leading(low[at : at + 9]))
    joined = at > floor and (low[at - 1] in "-/" or low[at - 1].isalnum())
    before = _BEFORE_GLUED.search(low[max(floor, at - 26) : at]) if joined else None
    if before is None:
        return None
    prefix = before.group()
    start = at - len(prefix)
    power = _POWER_OF.search(low, max(0, start - 2), start) if _EXPONENT.match(low, at) else None
    if power and prefix.endswith("-") and prefix[:-1].isalpha() and len(prefix) <= _LONGEST_SYMBOL:
        return label(Kind.IDENTIFIER, at, at + 1, leading(low[at]))  # '5 cm-2': of the unit, not of how many
    letters = prefix.rstrip("-/")
    if not any(letter.isalpha() for letter in letters) or (prefix == "x" and low[start - 1 : start].isdigit()):
        return None
    # 'mid-1990', 'sub-7', 'to-260,000': a word and a number; 'F-16', 'COVID-19', 'oxygen-16': one name
    tied = prefix.endswith("-") and len(letters) > 1
    lower = tied and text[start : at - 1].islower()
    if tied and (letters in lex.prefixes or (lower and not (_substance(low, at, letters, lex) or _code(letters)))):
        return None
    match = re.compile(r"[^\W_]{1,40}(?:[-.][0-9]{1,6}){0,4}").match(low, at)
    end = match.end() if match else at + 1
    return label(Kind.IDENTIFIER, start, end, leading(low[at : at + 9]))


def _code(letters: str) -> bool:
    """Whether the letters cannot be said as a word, which makes a name of them and their number: 'scp-173', 'hd-40307'."""
    return _VOWEL.isdisjoint(letters)


def _substance(low: str, at: int, letters: str, lex: Lexicon) -> bool:
    """Whether a noun and a number behind its hyphen name one thing: 'isotopes of oxygen-16 and -18', 'omega-3'."""
    match = _TIED.match(low, at)
    if match is None or len(letters) < _SHORTEST_NAME or letters in lex.stops or letters in lex.cardinals:
        return False
    following = NEXT_WORD.match(low, match.end())
    return not (following and is_plural(following[1]))


def broken(shadow: Shadow, at: int) -> Atom | None:
    """The number of a name that a feed has broken before its hyphen: 'COVID -19 tests'; 'OSLO -19 C' is a temperature."""
    before = _BROKEN.search(shadow.text[max(0, at - 16) : at])
    number = _BROKEN_NUMBER.match(shadow.low, at) if before else None
    if before is None or number is None:
        return None
    return label(Kind.IDENTIFIER, at - len(before.group()), number.end(1), leading(number[1]))


def paired(shadow: Shadow, at: int, lex: Lexicon) -> Atom | None:
    """Two numbers with a stroke that are no part and no two counts: 'a 50/50 chance', 'the 9/11 attacks', '120/80'."""
    match = _PAIR.match(shadow.low, at)
    if match is None or shadow.low[at - 1 : at] in ("/", "-"):
        return None
    first, second = int(match[1]), int(match[2])
    if first + second == 100 and second:
        value = Fraction(first, second)
        return Atom(at, match.end(), value, value, kind=Kind.RATIO, numeral=(at, match.end()), digits=True)
    following = NEXT_WORD.match(shadow.low, match.end())
    return label(Kind.IDENTIFIER, at, match.end(), first) if following and following[1] in lex.names_paired else None


def stopped(shadow: Shadow, at: int) -> Atom | None:
    """A name of capitals, a stop and numbers: 'BA.2.86', 'KN.1'."""
    before = _STOPPED.search(shadow.text, max(0, at - 5), at) if shadow.low[at - 1 : at] == "." else None
    number = _STOPPED_NUMBER.match(shadow.low, at) if before else None
    if before is None or number is None:
        return None
    return label(Kind.IDENTIFIER, before.start(), number.end(), leading(number.group()))


def web(low: str, at: int) -> Atom:
    """The rest of a web or mail address."""
    match = _TOKEN.match(low, at)
    address = match.group().rstrip(".,;:!?)]}") if match else ""
    return label(Kind.IDENTIFIER, at, at + max(1, len(address)))


def tail(low: str, atom: Atom) -> Atom:
    """A number with letters behind it that are no unit: '777F', '5G', '3D'."""
    match = _GLUED.match(low, atom.start)
    end = max(atom.end, match.end() if match else 0)
    return Atom(atom.start, end, atom.low, atom.high, kind=Kind.IDENTIFIER, numeral=(atom.start, end), digits=True)
