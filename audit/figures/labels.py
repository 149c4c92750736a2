"""Numbers that are no quantities: dates, clock times, ranks, names, scores. Each is labelled, none is dropped."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.shadow import Shadow

__all__ = ["clock_or_date", "glued", "month_date", "named", "ordinal_tail", "rank", "tail", "web", "year"]

_ISO = re.compile(r"(?:1[5-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])-[0-3][0-9](?:t[0-9:.]{4,15}z?)?(?![0-9])")
_SLASHED = re.compile(
    r"[0-3]?[0-9]([/.-])[0-3]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2})(?![0-9])|(?:1[5-9]|20)[0-9]{2}/[01]?[0-9]/[0-3]?[0-9](?![0-9])"
)
_YEARS = re.compile(r"((?:1[5-9]|20)[0-9]{2}) ?[-/] ?((?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![0-9%]|[.,][0-9])")
_DECADE = re.compile(r"(?:(?:1[0-9]|20)[0-9]0|[1-9]0)'?s(?![^\W_])")
_CLOCK = re.compile(
    r"[0-2]?[0-9](?::[0-5][0-9]){1,2}(?: ?[ap]\.?m\.?(?![^\W_]))?(?![0-9:])"
    r"|[01]?[0-9](?:\.[0-5][0-9])? ?[ap](?:m\b|\.m\.?)"
    r"|[0-2]?[0-9] o'clock|0[0-9][0-5][0-9](?![0-9.,])(?: (?:gmt|utc|hours|hrs))?"
    r"|[0-2][0-9][0-5][0-9] ?(?:gmt|utc|hours|hrs|est|edt|local time)(?![^\W_])"
)
_ORDINAL = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:st|nd|rd|th)(?![^\W_])")
_CHAIN = re.compile(r"[0-9]{1,5}(?:[-.][0-9]{1,5}){2,8}(?![0-9])")
_COORDINATE = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]+)?[\u00b0\u00ba] ?(?:[0-9.]{1,7}['\u2032] ?)?(?:[0-9.]{1,7}[\"\u2033] ?)?[nsew](?![^\W_])"
)
_GLUED = re.compile(r"[0-9]+(?:[.,'][0-9]+)*[^\W\d_][^\W_]{0,30}(?:-[^\W_]{1,20})?")
_BEFORE_GLUED = re.compile(r"([^\W_]{1,24}-?|[^\W_]{1,12}[-/][^\W_]{0,12}-?)$")
_DAY_MONTH = re.compile(
    r"(?:st|nd|rd|th)?(?: of|,)?[ -]([a-z]{3,9})(?![a-z])\.?(?:,?[ -]'?([12][0-9]{3}|[0-9]{2})(?![0-9%]|[.,][0-9]))?"
)
_YEAR = r"((?:1[5-9]|20)[0-9]{2})(?![0-9%]|[,.][0-9])"
_MONTH_TAIL = re.compile(
    r"\.?(?:,? (?:the )?([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9]| ?%)(?: ?- ?[0-3]?[0-9](?![0-9.,:]))?"
    rf"(?:,? (?:of )?{_YEAR})?|,? (?:of )?{_YEAR})"
)
_LAST_WORD = re.compile(r"([^\W\d_]+\.?|[#\u2116\u00a7])[ \t\n]?$")
_ADDRESS = re.compile(r" (?:[A-Z][a-z.]*\.? ){1,3}([A-Z][a-z]+)\b")
_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]+)")
_LOOSE = frozenset({"big", "hot", "premier", "euro", "ta", "sp"})
_CAPITAL_NEXT = re.compile(r" [A-Z][a-z]+")
_LIST_NUMBER = re.compile(r"[.)](?=[ \t])")


def _label(kind: Kind, start: int, end: int, value: int = 0) -> Atom:
    number = Fraction(value)
    return Atom(start, end, number, number, kind=kind, numeral=(start, end), digits=True)


def clock_or_date(shadow: Shadow, at: int, lex: Lexicon) -> Atom | None:
    """The date, clock time, rank, number chain or coordinate that begins at the digit `at`."""
    low = shadow.low
    stretch = low[at : at + 5]
    if len(stretch) < 2 or (stretch.isdigit() and not low[at + 5 : at + 6].strip("0123456789")):
        return None
    for pattern, kind in ((_ISO, Kind.DATE), (_CHAIN, Kind.IDENTIFIER), (_CLOCK, Kind.TIME), (_ORDINAL, Kind.RANK)):
        match = pattern.match(low, at)
        if match and not (pattern is _CHAIN and re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", match.group())):
            if pattern is _CHAIN and _SLASHED.fullmatch(match.group()):
                kind = Kind.DATE
            value = int(re.sub(r"[^0-9]", "", match.group())) if kind is Kind.RANK else int(_digits(stretch))
            return _label(kind, at, match.end(), value)
    match = _SLASHED.match(low, at)
    if match:
        return _label(Kind.DATE, at, match.end(), int(_digits(stretch)))
    match = _COORDINATE.match(low, at)
    if match:
        return _label(Kind.IDENTIFIER, at, match.end(), int(_digits(stretch)))
    match = _YEARS.match(low, at)
    if match:
        first, second = int(match[1]), int(match[2])
        if second > first % 100 if len(match[2]) == 2 else second > first:
            return _label(Kind.DATE, at, match.end(), first)
    match = _DECADE.match(low, at)
    if match:
        return _label(Kind.DATE, at, match.end(), int(_digits(stretch)))
    match = re.compile(r"[0-3]?[0-9](?![0-9])").match(low, at)
    if match:
        tail = _DAY_MONTH.match(low, match.end())
        if tail and tail[1] in lex.months and _is_month(shadow, tail.start(1), tail.end(), tail[2] is not None):
            return _label(
                Kind.DATE, at, tail.end() - (low[tail.end() - 1] == "." and tail[2] is None), int(match.group())
            )
    return None


def _digits(text: str) -> str:
    match = re.match(r"[0-9]+", text)
    return match.group() if match else "0"


def _is_month(shadow: Shadow, at: int, end: int, dated: bool) -> bool:
    """Whether 'may' or 'march' there is the month: written with a capital, or with a number beside it."""
    word = shadow.low[at : at + 3]
    if word not in ("may", "mar") or dated:
        return True
    following = _NEXT_WORD.match(shadow.low, end)
    if shadow.text[at].isupper():
        return not (shadow.text[at + 1].isupper() and following and following[1] in ("be", "have", "not", "also"))
    return False


def month_date(shadow: Shadow, start: int, end: int) -> Atom | None:
    """The date that begins with the month at `start`: 'Feb. 1', 'October 7, 2023', 'June of 2018'."""
    match = _MONTH_TAIL.match(shadow.low, end)
    if match is None:
        return None
    if match[1] and int(match[1]) > 31:
        return None
    if not _is_month(shadow, start, match.end(), match[2] is not None or match[3] is not None):
        before = _LAST_WORD.search(shadow.low[max(0, start - 12) : start])
        if not before or before[1] not in ("on", "in", "since", "of", "by", "until", "from"):
            return None
    return _label(Kind.DATE, start, match.end(), int(match[1] or match[3]))


def year(shadow: Shadow, atom: Atom, lex: Lexicon, *, noun: bool) -> bool:
    """Whether the plain number is a year. `noun` says that a plural follows it."""
    value = atom.low
    if atom.end - atom.start != 4 or value.denominator != 1 or not 1000 <= value < 2100:
        return False
    low = shadow.low
    before = _LAST_WORD.search(low[max(0, atom.start - 14) : atom.start])
    word = before[1] if before else ""
    if word in lex.year_certain:
        return not (noun and value % 100 == 0 and word not in ("since", "until"))
    if value < 1900:
        bracketed = low[atom.start - 1 : atom.start] == "(" and low[atom.end : atom.end + 1] in (")", "-")
        return (
            value >= 1500
            and not noun
            and (bracketed or word in lex.year_before - {"the", "of", "by", "for", "to", "on"})
        )
    return not (noun and (value % 50 == 0 or word not in lex.year_before)) or (value % 50 != 0 and word == "the")


def glued(shadow: Shadow, at: int, floor: int) -> Atom | None:
    """The name that the digit at `at` is a part of: 'F-16', 'B52', 'G7'; None if the digit begins a number."""
    low, text = shadow.low, shadow.text
    before = _BEFORE_GLUED.search(low[max(floor, at - 26) : at]) if at > floor else None
    if before is None:
        return None
    prefix = before.group()
    start = at - len(prefix)
    letters = prefix.rstrip("-/")
    if not any(letter.isalpha() for letter in letters):
        return None
    if prefix.endswith("-"):
        own = text[start : at - 1]
        if len(letters) > 1 and own.islower():
            return None
        if len(letters) > 5 and own.istitle() and low[start : at - 1] == "minus":
            return None
        if low[start : at - 1] in ("minus", "mid", "sub", "post", "pre", "under", "over", "to", "plus", "top"):
            return None
    match = re.compile(r"[^\W_]{1,40}(?:[-.][0-9]{1,6})?").match(low, at)
    end = match.end() if match else at + 1
    return _label(Kind.IDENTIFIER, start, end, int(_digits(low[at : at + 9])))


def named(shadow: Shadow, atom: Atom, lex: Lexicon, *, noun: bool) -> bool:
    """Whether the plain number is part of a name: 'Channel 11', 'Resolution 242', '123 Random Street', '[12]'."""
    low, text, start, end = shadow.low, shadow.text, atom.start, atom.end
    previous = low[start - 1] if start else "\n"
    following = low[end : end + 1]
    if previous in "[(" and following in "])" and following and atom.low < 1000:
        return previous == "[" or _line_begins(low, start - 1)
    begins = previous == "\n" or low[max(0, start - 2) : start] == "\n "
    if begins and _LIST_NUMBER.match(low, end) and atom.low < 100:
        return True
    before = _LAST_WORD.search(low[max(0, start - 26) : start])
    if atom.digits and _ADDRESS.match(text, end):
        street = _ADDRESS.match(text, end)
        if street and street[1].lower() in lex.streets:
            return True
    if before is None:
        return False
    word = before[1]
    own = text[start - len(before.group()) :][: len(word)]
    capital = own != own.lower()
    if _index(low, start, lex):
        return True
    if atom.digits and low.startswith((" zip", " postcode", " area code"), end):
        return True
    if capital and atom.digits and _CAPITAL_NEXT.match(text, end) and not own.isupper():
        noun = False
    if word in ("#", "\u2116", "\u00a7"):
        return True
    if word in lex.names_before or word.rstrip(".") in lex.names_before:
        needs_capital = word in lex.names_capital or word.rstrip(".") in lex.names_capital
        if not needs_capital or (capital and not (noun and not atom.digits)):
            return not (noun and needs_capital)
    if not atom.digits:
        return word in lex.names_index and capital and not noun
    return capital and not noun and _proper(shadow, start - len(before.group()), word, following)


def _index(low: str, start: int, lex: Lexicon) -> bool:
    words = low[max(0, start - 16) : start].rsplit(None, 3)
    return bool(words) and (
        (words[-1] in lex.names_index and words[-1] not in _LOOSE) or " ".join(words[-2:]) in lex.names_index
    )


def _proper(shadow: Shadow, at: int, word: str, following: str) -> bool:
    """Whether the capitalised word before a number is a name that the number belongs to: 'Falcon 9', 'FTSE 100'."""
    own = shadow.text[at : at + len(word)]
    if len(word) < 2 or own.endswith("."):
        return False
    lead = shadow.low[max(0, at - 2) : at].strip()
    if at == 0 or lead[-1:] in (".", '"', ":", "!", "?", "\u2014", "'"):
        return False
    around = shadow.text[max(0, at - 30) : at]
    if own.isupper() and not any(letter.islower() for letter in around):
        return False
    return following not in ("%",)


def _line_begins(low: str, at: int) -> bool:
    return at == 0 or low[at - 1] == "\n"


_TOKEN = re.compile(r"[^\s\"'<>()\[\],;]{1,80}")


def web(low: str, at: int) -> Atom:
    """The rest of a web or mail address."""
    match = _TOKEN.match(low, at)
    return _label(Kind.IDENTIFIER, at, match.end() if match else at + 1)


def tail(low: str, atom: Atom) -> Atom:
    """A number with letters behind it that are no unit: '777F', '5G', '3D'."""
    match = _GLUED.match(low, atom.start)
    end = max(atom.end, match.end() if match else 0)
    return Atom(atom.start, end, atom.low, atom.high, kind=Kind.IDENTIFIER, numeral=(atom.start, end), digits=True)


def rank(start: int, end: int, value: int) -> Atom:
    return _label(Kind.RANK, start, end, value)


_ORDINAL_WORD = re.compile(r"[ -]([a-z]+)")


def ordinal_tail(low: str, atom: Atom, lex: Lexicon) -> Atom | None:
    """'twenty-first', 'one hundred and fifth': the number words before an ordinal belong to it."""
    match = _ORDINAL_WORD.match(low, atom.end)
    if match is None or match[1] not in lex.ordinals or atom.low.denominator != 1:
        return None
    value = lex.ordinals[match[1]]
    if value >= 100:
        return rank(atom.start, match.end(), int(atom.low) * value) if atom.low > 1 or value > 1000 else None
    if atom.low % 100 and (atom.low % 10 or value > 9):
        return None
    if atom.low < 20 or (value == 2 and low[atom.end] == " "):
        return None
    return rank(atom.start, match.end(), int(atom.low) + value)
