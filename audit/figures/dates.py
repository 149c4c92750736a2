"""Dates, years and clock times: numbers that say when, not how much."""

from __future__ import annotations

import re

from audit.figures.atom import Atom, label, leading
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.shadow import Shadow
from audit.text.dates import counts_people
from audit.text.plurals import is_plural

__all__ = ["clock_or_date", "month_date", "ordinal_day", "year"]

_ISO = re.compile(r"(?:1[5-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])-[0-3][0-9](?:t[0-9:.]{4,15}z?)?(?![0-9])")
_SLASHED = re.compile(
    r"[0-3]?[0-9]([/.-])[0-3]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2})(?![0-9])|(?:1[5-9]|20)[0-9]{2}/[01]?[0-9]/[0-3]?[0-9](?![0-9])"
)
_YEARS = re.compile(r"((?:1[5-9]|20)[0-9]{2}) ?[-/] ?((?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![0-9%]|[.,][0-9])")
_DECADE = re.compile(r"(?:(?:1[0-9]|20)[0-9]0|[1-9]0)'?s(?![^\W_])")
_CLOCK = re.compile(
    r"[0-2]?[0-9](?::[0-5][0-9]){1,2}(?:\.[0-9]{1,3})?(?: ?[ap]\.?m\.?(?![^\W_]))?(?![0-9:])"
    r"|[01]?[0-9](?:\.[0-5][0-9])? ?[ap](?:m\b|\.m\.?)"
    r"|0[0-9][0-5][0-9](?![0-9.,])"
)
_ALWAYS = re.compile(r"24/7(?:/365)?(?![0-9/])")
_LOCAL_PHONE = re.compile(r"0[0-9]{2,4}(?:[ -][0-9]{3,4}){2,3}(?![0-9]|[ -][0-9])")
_PHONE = re.compile(r"[0-9]{1,3}(?:[ -][0-9]{1,4}){2,5}(?![0-9])")
_ORDINAL = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:(?<=1)st|(?<=2)nd|(?<=3)rd|th)(?![^\W_])")
_SHORT_YEAR = re.compile(r"[0-9]{2}(?=[ .,;:)\n-]|$)(?! (?:percent|per cent|%))")
"""'in '62'."""
_SPACED_RANK = re.compile(r"([0-9]*(?:(?<!1)(?:1 st|2 nd|3 rd)|[04-9] th|1[1-3] th))(?= [a-z])")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_CHAIN = re.compile(r"[0-9]{1,8}(?:(?:-[0-9]{1,8}){2,8}|(?:\.[0-9]{1,5}){2,8})(?![0-9])")
_COORDINATE = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]+)?[\u00b0\u00ba] ?(?:[0-9.]{1,7}['\u2032] ?)?(?:[0-9.]{1,7}[\"\u2033] ?)?[nsew](?![^\W_])"
)
_DAY_MONTH = re.compile(
    r"(?: ?(?:st|nd|rd|th))?(?: (?:day )?of|,)?[ -]([a-z]{3,9})(?![a-z])\.?"
    r"(?:,?[ -]((?:[12][0-9]{3}|'[0-9]{2})(?![0-9%]|[.,][0-9])|[0-9]{2}(?= ?(?:[(;)\]\n-]|[.,](?![0-9])|$))))?"
)
_YEAR = r"((?:1[5-9]|20)[0-9]{2})(?![0-9%]|[,.][0-9])"
_MONTH_TAIL = re.compile(
    r"( ?\.)?(?: (?:the )?([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9]| ?%)(?: ?- ?[0-3]?[0-9](?![0-9]|[.,:][0-9]))?"
    rf"(?:,? (?:of )?{_YEAR})?|, [0-3]?[0-9], {_YEAR}"
    rf"| the ([a-z]{{5,8}}(?:[ -][a-z]{{5,7}})?)(?![a-z])(?:,? (?:of )?{_YEAR})?|,? (?:of )?{_YEAR})"
)
_YEAR_FIRST = re.compile(r"((?:1[5-9]|20)[0-9]{2}),? ([a-z]{3,9})\.? ([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9%]|[.,][0-9])")
_CENTURIES = frozenset(range(15, 21))
_SPOKEN = re.compile(r"[ -](?:(oh|[a-z]{3,6}ty)[ -])?([a-z]{3,9})(?![^\W_])")
_LEAD = 30
"""Characters before a month in which the word stands that leads it in."""
_DAY = re.compile(r"[0-3]?[0-9](?![0-9])")
_NO_DIGIT = re.compile(r"[^0-9]")
_ADDRESS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_PLAIN = re.compile(r"[1-9][0-9]{0,4}(?:,? ([a-z]+)|[.;)%](?![0-9])|\n)")
"""A number before a word or a mark that no date begins with; the word may be a month or part of a clock time."""
_TIMED = frozenset({"of", "a", "am", "p", "pm"})
_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]{1,40})")


def clock_or_date(shadow: Shadow, at: int, lex: Lexicon) -> Atom | None:
    """The date, clock time, rank, number chain or coordinate that begins at the digit `at`."""
    low = shadow.low
    stretch = low[at : at + 5]
    if low[at - 1 : at] == "'" and low[at - 2 : at - 1] in (" ", "\n") and _SHORT_YEAR.match(low, at):
        begin, end = last_word(low, at - 1)
        if low[begin:end] in lex.year_certain:
            return label(Kind.DATE, at, at + 2, leading(stretch[:2]))
    if len(stretch) < 2 or (stretch.isdigit() and not low[at + 5 : at + 6].strip("0123456789")):
        return None
    plain = _PLAIN.match(low, at)
    if plain and plain[1] in lex.eras and shadow.text[plain.start(1)].isupper():
        return label(Kind.DATE, at, plain.end(1), leading(stretch))
    if plain and plain[1] in lex.months:
        return _year_first(shadow, at, lex) or _day_month(shadow, at, lex)
    if plain and plain[1] in _SUFFIXES:
        return _day_month(shadow, at, lex) or _spaced_rank(low, at)
    if plain and not (plain[1] in _TIMED or plain[1] in lex.hour_words):
        return None
    always = _ALWAYS.match(low, at)
    if always:
        return label(Kind.TIME, at, always.end(), leading(stretch))
    numbers = _PHONE if low[at - 1 : at] == "+" else _LOCAL_PHONE if low[at] == "0" else None
    phone = numbers.match(low, at) if numbers else None
    if phone:
        return label(Kind.IDENTIFIER, at, phone.end(), leading(stretch))
    patterns = (
        (_ISO, Kind.DATE),
        (_CHAIN, Kind.IDENTIFIER),
        (lex.hours, Kind.TIME),
        (_CLOCK, Kind.TIME),
        (_ORDINAL, Kind.RANK),
    )
    for pattern, kind in patterns:
        match = pattern.match(low, at)
        if match and not (pattern is _CHAIN and _ADDRESS.fullmatch(match.group())):
            dated = _day_month(shadow, at, lex) if kind is Kind.RANK else None  # 'the 1st of May'
            if dated:
                return dated
            if pattern is _CHAIN and _SLASHED.fullmatch(match.group()):
                kind = Kind.DATE
            value = int(_NO_DIGIT.sub("", match.group())) if kind is Kind.RANK else leading(stretch)
            return label(kind, at, match.end(), value)
    match = _SLASHED.match(low, at)
    if match:
        return label(Kind.DATE, at, match.end(), leading(stretch))
    match = _COORDINATE.match(low, at)
    if match:
        return label(Kind.IDENTIFIER, at, match.end(), leading(stretch))
    match = _YEARS.match(low, at)
    if match:
        first, second = int(match[1]), int(match[2])
        if second > first % 100 if len(match[2]) == 2 else second > first:
            return label(Kind.DATE, at, match.end(), first)
    match = _DECADE.match(low, at)
    if match and (low[at + 2].isdigit() or not _are_seconds(low, at, lex)):
        return label(Kind.DATE, at, match.end(), leading(stretch))
    return _day_month(shadow, at, lex)


def _year_first(shadow: Shadow, at: int, lex: Lexicon) -> Atom | None:
    """'2031, Feb 17'."""
    match = _YEAR_FIRST.match(shadow.low, at)
    if match and match[2] in lex.months and int(match[3]) < 32 and shadow.text[match.start(2)].isupper():
        return label(Kind.DATE, at, match.end(), int(match[3]))
    return None


def _spaced_rank(low: str, at: int) -> Atom | None:
    """'the 21 st century'; '21 st' alone weighs."""
    match = _SPACED_RANK.match(low, at)
    return label(Kind.RANK, at, match.end(1), leading(match.group())) if match else None


def _day_month(shadow: Shadow, at: int, lex: Lexicon) -> Atom | None:
    """The date that begins with its day: '7 October', '3rd of May, 2020'."""
    low = shadow.low
    day = _DAY.match(low, at)
    tail = _DAY_MONTH.match(low, day.end()) if day else None
    if day is None or tail is None or tail[1] not in lex.months:
        return None
    led = low[slice(*last_word(low, at))] in lex.month_before
    if not (led or _is_month(shadow, tail.start(1), tail.end(), tail[2] is not None, lex)):
        return None
    end = tail.end() - (low[tail.end() - 1] == "." and tail[2] is None)
    return label(Kind.DATE, at, end, int(day.group()))


def _are_seconds(low: str, at: int, lex: Lexicon) -> bool:
    """Whether what stands before two digits and an -s makes them a time: 'ran it in 10s', but 'the 90s'."""
    begin, end = last_word(low, at)
    return low[begin:end] in lex.seconds_before


def _is_month(shadow: Shadow, at: int, end: int, dated: bool, lex: Lexicon) -> bool:
    """Whether 'may' or 'march' there is the month: written with a capital, or with a number beside it."""
    word = shadow.low[at : at + 3]
    if word not in ("may", "mar") or dated:
        return True
    following = _NEXT_WORD.match(shadow.low, end)
    if shadow.text[at].isupper():
        return not (shadow.text[at + 1].isupper() and following and following[1] in lex.after_may)
    return False


def month_date(shadow: Shadow, start: int, end: int, lex: Lexicon) -> Atom | None:
    """The date that begins with the month at `start`: 'Feb. 1', 'October 7, 2023', 'June of 2018'."""
    low = shadow.low
    match = _MONTH_TAIL.match(low, end)
    if match is None or (match[1] and low[start:end] not in lex.short_months):
        return None
    _, day, year, comma_year, spelt, spelt_year, alone = match.groups()
    if spelt:
        day = lex.days.get("-".join(spelt.split())) or lex.days.get(spelt.split()[0])
        if day is None:
            return None
        if "-".join(spelt.split()) not in lex.days and not spelt_year:
            return label(Kind.DATE, start, match.start(5) + len(spelt.split()[0]), day)
    if day and int(day) > 31:
        return None
    if not _is_month(shadow, start, match.end(), any((year, comma_year, spelt_year, alone)), lex):
        begin, stop = last_word(low, start)
        if low[begin:stop] not in lex.month_before:
            return None
    undated = match[2] and not year and low[start:end] not in lex.short_months
    if undated and counts_people(low[max(0, start - _LEAD) : start], low[match.end() : match.end() + _LEAD]):
        return None
    return label(Kind.DATE, start, match.end(), int(day or comma_year or alone))


def ordinal_day(shadow: Shadow, rank: Atom, lex: Lexicon) -> Atom | None:
    """The date that begins with a rank in words: 'the fourteenth of March 2031'."""
    tail = _DAY_MONTH.match(shadow.low, rank.end)
    if tail is None or tail[1] not in lex.months or rank.low > 31:
        return None
    if not _is_month(shadow, tail.start(1), tail.end(), tail[2] is not None, lex):
        return None
    return label(Kind.DATE, rank.start, tail.end() - (shadow.low[tail.end() - 1] == "."), int(rank.low))


def spoken_year(low: str, atom: Atom, lex: Lexicon) -> Atom | None:
    """The year in words behind a word of time: 'in nineteen ninety-nine', 'since two thousand and twenty'."""
    if atom.low not in _CENTURIES and not 2000 <= atom.low < 2100:
        return None
    begin, end = last_word(low, atom.start)
    # 'the law of eighteen forty-eight': no number but a year is said in such pairs
    if low[begin:end] not in lex.year_certain and not (low[begin:end] == "of" and atom.low in _CENTURIES):
        return None
    if atom.low in _CENTURIES:
        rest = _SPOKEN.match(low, atom.end)
        small = lex.cardinals.get(rest[2], 0) if rest else 0
        ten = lex.cardinals.get(rest[1], 0) if rest and rest[1] else 0
        oh = rest is not None and rest[1] == "oh"
        if (
            rest is None
            or not small
            or small > 99
            or ((oh or ten) and small > 9)
            or (not ten and not oh and small < 10)
        ):
            return None
        value, stop = int(atom.low) * 100 + ten + small, rest.end()
    elif 2000 <= atom.low < 2100 and atom.low.denominator == 1:
        value, stop = int(atom.low), atom.end
    else:
        return None
    following = _NEXT_WORD.match(low, stop)
    if following and is_plural(following[1]):
        return None
    return label(Kind.DATE, atom.start, stop, value)


def year(shadow: Shadow, atom: Atom, lex: Lexicon, *, noun: bool, people: bool) -> bool:
    """Whether the plain number is a year. `noun` says that a plural follows it, `people` that it means people."""
    value = atom.low.numerator
    if atom.end - atom.start != 4 or atom.low.denominator != 1 or not 1000 <= value < 2200:
        return False
    low = shadow.low
    begin, stop = last_word(low, atom.start)
    word = low[begin:stop]
    if word in lex.year_certain:
        return not (noun and value % 100 == 0 and word not in lex.year_always)
    if people and word not in lex.year_before:
        return False
    if noun and value % 10 and 1980 <= value <= 2035 and not _hedged(low, atom.start, word, lex):
        return True
    if word == "of" and not noun and low[slice(*last_word(low, begin))] in lex.year_parts:
        return True
    if value < 1900:
        bracketed = low[atom.start - 1 : atom.start] == "(" and low[atom.end : atom.end + 1] in (")", "-")
        return value >= 1500 and not noun and (bracketed or word in lex.year_before - lex.year_doubtful)
    return not (noun and (value % 50 == 0 or word not in lex.year_before)) or (value % 50 != 0 and word == "the")


def _hedged(low: str, start: int, word: str, lex: Lexicon) -> bool:
    """Whether a cue of a bound stands before it: 'about 2014 people' counts them."""
    return word in lex.before or low[max(0, start - 6) : start] == " than "
