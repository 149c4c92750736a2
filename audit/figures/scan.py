"""One pass over the text: every place where a figure can begin is read once, forwards, into an atom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from audit.figures import dates, measures, money, names
from audit.figures.atom import Atom, label
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.fractions import add_part, fraction_unit, read_part
from audit.figures.lexicon import Lexicon
from audit.figures.number_words import read_words, take_half, take_part, take_rest
from audit.figures.numerals import GAP, WORD, read_digits, vulgar
from audit.figures.shadow import Shadow
from audit.figures.vague import read_spell, read_vague
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["scan"]

_SIGN = re.compile(r"(?<=[\s(\[\"'~\u2248=<>,$\x00])([-+])$")
_ARTICLE = re.compile(r"(?<![^\W_])an?[ \n-]$")
_FOLD = re.compile(r"[ -]?fold(?![^\W_])")
_TIMES = re.compile(r"[ -]times(?![^\W_])")
_COMPARED = re.compile(r" ([a-z]+)(?: (than)(?![^\W_]))?")
_MODIFIED = re.compile(r"(?: [a-z-]{1,20}){1,3}")
_VAGUE_OF = re.compile(r"[ \n]of[ \n](?:us )?")
_FEET = re.compile(r"([1-9])' ?([0-9]|1[01])( ?(?:1/2|\u00bd))?(?:\"|'')(?![^\W_])")
_SIDES = re.compile(r"(?:x[0-9]+(?:\.[0-9]+)?){1,2}(?![0-9])")
_WEB = re.compile(r"[^\s]{0,60}(?:://|www\.|@)[^\s]{0,60}$")


def scan(shadow: Shadow, lex: Lexicon, words: dict[str, tuple[int, int]]) -> Iterator[Atom]:
    """The atoms of the text in order; no two overlap."""
    low, search, opens = shadow.low, lex.hit.search, lex.hit_word.match
    at = floor = 0
    while match := opens(low, at) or search(low, at):
        start = match.start(match.lastindex or 0)
        first = low[start]
        if match.lastindex:
            atom = _word(shadow, start, match.end(), match[1], floor, lex, words)
        elif "0" <= first <= "9":
            atom = _digits(shadow, start, floor, lex)
        elif first in lex.signs:
            atom = _sign(shadow, start, floor, lex)
        else:
            atom = vulgar(low, start)
            if atom:
                measures.read_unit(shadow, atom, lex)
        if atom is None:
            at = match.end()
            continue
        yield atom
        at = floor = max(atom.end, match.end())


def _sign(shadow: Shadow, at: int, floor: int, lex: Lexicon) -> Atom | None:
    """Money that begins with its sign."""
    found = money.sign_at(shadow, at, lex)
    if found is None:
        return None
    start, number, currency = found
    start = max(start, floor)
    negative = shadow.low[number : number + 1] == "-" or _negative(shadow.low, start, floor) is not None
    number += shadow.low[number : number + 1] in ("-", "+")
    if shadow.low[number : number + 1] == ".":
        number += 1
    atom = read_digits(shadow.low, number, lex)
    _prefix(atom, max(start, floor), currency)
    measures.read_unit(shadow, atom, lex)
    if negative:
        before = _negative(shadow.low, atom.start, floor)
        atom.start = before if before is not None else atom.start
        atom.low = atom.high = -atom.low
    return atom


def _prefix(atom: Atom, start: int, currency: str) -> None:
    atom.start, atom.unit, atom.prefixed = start, currency, True
    atom.kind = atom.kind if atom.kind is Kind.UNREAD else Kind.MONEY


@kept
def _minus_ends() -> tuple[str, ...]:
    return tuple(f"{word}{gap}" for word in load("numerals")["signs"]["minus"] for gap in " -")


@kept
def _minus() -> re.Pattern[str]:
    signs = load("numerals")["signs"]
    return re.compile(rf"(?<![^\W_])({pattern_of(signs['either'])} )?({pattern_of(signs['minus'])})[ -]$")


def _negative(low: str, at: int, floor: int) -> int | None:
    """Where the minus before `at` begins, if there is one."""
    if at <= floor or not (low[at - 1] in "+-" or low.endswith(_minus_ends(), 0, at)):
        return None
    before = low[max(0, at - 20) : at]
    if at == 1:
        before = "\x00" + before
    if before.rstrip(" -")[-1:].isdigit():
        return None
    sign = _SIGN.search(before)
    if sign:
        return at - 1 if sign[1] == "-" else None
    word = _minus().search(before)
    return at - len(word.group()) if word and not word[1] else None


def _digits(shadow: Shadow, at: int, floor: int, lex: Lexicon) -> Atom | None:
    low = shadow.low
    sign = money.money_before(shadow, at, lex) if (at and low[at - 1] in " .=") or low[at - 1 : at].isalpha() else None
    if sign and sign[0] >= floor:
        atom = read_digits(low, at, lex)
        _prefix(atom, sign[0], sign[1])
        measures.read_unit(shadow, atom, lex)
        return atom
    labelled = None
    if at and low[at - 1] in "/=&?%_.-@#:" and (low[at - 1] == "_" or _WEB.search(low[max(floor, at - 80) : at])):
        labelled = names.web(low, at)
    if labelled is None and low[at - 1 : at] == "-":
        labelled = names.broken(shadow, at)
    if labelled is None and at and low[at - 1] == ".":
        labelled = names.stopped(shadow, at)
    labelled = labelled or names.glued(shadow, at, floor, lex) or dates.clock_or_date(shadow, at, lex)
    if labelled is None and "/" in low[at + 1 : at + 4]:
        labelled = names.paired(shadow, at, lex)
    if labelled:
        return labelled
    atom = read_digits(low, at, lex)
    if atom.start < floor:
        atom.start = floor
    if atom.kind is Kind.IDENTIFIER or atom.kind is Kind.UNREAD or _feet(low, atom) or _side(low, atom):
        return atom
    _finish_number(shadow, atom, floor, lex)
    if atom.unit is None and atom.kind is None and low[atom.end : atom.end + 1].isalpha():
        return names.tail(low, atom)
    return atom


def _feet(low: str, atom: Atom) -> bool:
    """Whether feet and inches follow in signs: 6'2"; the atom then is of feet."""
    match = _FEET.match(low, atom.start) if low[atom.start + 1 : atom.start + 2] == "'" else None
    if match is None:
        return False
    inches = Fraction(int(match[2])) + (Fraction(1, 2) if match[3] else 0)
    atom.low = atom.high = int(match[1]) + inches / 12
    atom.place, atom.end, atom.unit, atom.kind = Fraction(1, 12), match.end(), "foot", Kind.MEASURE
    return True


def _side(low: str, atom: Atom) -> bool:
    """Whether the other side of something is tied to it: '100x50m'; '4x4' is a name."""
    sides = _SIDES.match(low, atom.end) if low[atom.end : atom.end + 1] == "x" else None
    return sides is not None and any(low.startswith(unit, sides.end()) for unit in _lengths())


@kept
def _lengths() -> frozenset[str]:
    return frozenset(f"{gap}{unit}" for gap in ("", " ", "-") for unit in load("units")["settings"]["sides"])


def _finish_number(shadow: Shadow, atom: Atom, floor: int, lex: Lexicon) -> None:
    """Sign, unit and multiple of a plain number."""
    negative = _negative(shadow.low, atom.start, floor)
    if negative is not None:
        atom.start, atom.low, atom.high = negative, -atom.high, -atom.low
    if atom.digits:
        if shadow.low.startswith((" and ", "-and-"), atom.end):
            (take_half if atom.scaled else take_part)(shadow.low, atom, lex)
        if atom.scaled and atom.factor in (100, 1000):
            take_rest(shadow.low, atom, lex)
    if not _multiple(shadow.low, atom, lex):
        measures.read_unit(shadow, atom, lex)
        if atom.unit is None and atom.scaled and shadow.low.startswith(" of ", atom.end):
            _unit_of_several(shadow, atom, lex)
        if atom.unit is not None:
            add_part(shadow.low, atom, lex)
        elif atom.kind is Kind.FRACTION:
            fraction_unit(shadow, atom, lex)


def _unit_of_several(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """'200 millions of euros': the unit behind 'of', where the scale is a plural."""
    if shadow.low[atom.numeral[0] : atom.end].rpartition(" ")[2] in lex.several:
        _unit_of(shadow, atom, atom.end + len(" of "), lex)


def _multiple(low: str, atom: Atom, lex: Lexicon) -> bool:
    begin = atom.end + (low[atom.end : atom.end + 1] in (" ", "-"))
    if low[begin : begin + 1] not in ("f", "t"):
        return False
    fold = _FOLD.match(low, atom.end)
    if fold is None:
        times = _TIMES.match(low, atom.end)
        if times is None or not (low[atom.end] == "-" or _compares(low, times.end(), atom, lex)):
            return False
        fold = times
    atom.kind, atom.end = Kind.MULTIPLE, fold.end()
    return True


def _compares(low: str, at: int, atom: Atom, lex: Lexicon) -> bool:
    """Whether 'times' there multiplies: '3 times as large', '2.5 times sales'; '3 times in June' counts occasions."""
    word = _COMPARED.match(low, at)
    if atom.low.denominator != 1 or word is None:
        return atom.low.denominator != 1
    if word[1] in lex.times_before or (word[2] is not None and word[1].endswith("er")):
        return True
    modified = _MODIFIED.match(low, at)
    words = modified.group().split() if modified else []
    valued = next((index for index, each in enumerate(words) if each in lex.times_of), len(words))
    return valued < len(words) and not any(each in lex.stops for each in words[:valued])


def _word(
    shadow: Shadow, start: int, end: int, name: str, floor: int, lex: Lexicon, words: dict[str, tuple[int, int]]
) -> Atom | None:
    low = shadow.low
    if name in lex.months:
        return dates.month_date(shadow, start, end, lex)
    past = _past().match(low, start) if low.startswith((" past ", " to "), end) else None
    if past and _is_hour(past[1] or past[2], lex):
        return label(Kind.TIME, start, past.end())
    if name in lex.spells:
        return read_spell(low, start, end, lex, words)
    lead = low[max(floor, start - 4) : start]
    article = _ARTICLE.search(lead) if "a" in lead else None
    if name in words and name not in ("plural",):
        atom = read_vague(low, start, end, lex, words)
        if atom is None or atom.start < floor:
            return None
        of = _VAGUE_OF.match(low, atom.end)
        _unit_of(shadow, atom, of.end() if of else None, lex)
        return atom
    if name == "score":
        return _score(low, end, article, lex)
    if name in lex.multiples:
        return _multiple_word(shadow, start, end, name, lex)
    if name in lex.cardinals or name in lex.scales or name == "dozen":
        return _cardinal(shadow, start, floor, article, lex)
    atom = read_part(shadow, start, end, name, floor, article, lex)
    return _dated(shadow, atom, lex) if atom and atom.kind is Kind.RANK else atom


@kept
def _past() -> re.Pattern[str]:
    """'half past six'; 'to' only behind 'at', for 'from a quarter to five' may be a range."""
    clock = load("calendar")["clock"]
    halves, minutes = pattern_of([*clock["halves"], *clock["minutes"]]), pattern_of(clock["minutes"])
    hour = r"([a-z]+|[0-9]{1,2})(?![^\W_]| ?%)"
    return re.compile(rf"(?:{halves}) past {hour}|(?:(?<=at )|(?<=at a ))(?:{minutes}) to {hour}")


def _is_hour(word: str, lex: Lexicon) -> bool:
    return 0 < (int(word) if word.isdecimal() else lex.cardinals.get(word, 0)) <= 12


def _dated(shadow: Shadow, rank: Atom, lex: Lexicon) -> Atom:
    return dates.ordinal_day(shadow, rank, lex) or rank


def _score(low: str, end: int, article: re.Match[str] | None, lex: Lexicon) -> Atom | None:
    """'a score of ships' is twenty; 'a score of three to one' tells of a match."""
    following = WORD.match(low, end + 4) if article and low.startswith(" of ", end) else None
    if article is None or following is None or following.group() in lex.cardinals:
        return None
    start, number = end - len("score") - len(article.group()), Fraction(lex.groups["score"])
    return Atom(start, end, number, number, numeral=(start, end), scaled=True)


def _unit_of(shadow: Shadow, atom: Atom, of: int | None, lex: Lexicon) -> None:
    """The unit of a vague or round number, with or without 'of': 'several weeks', 'tens of millions of dollars'."""
    if of is None:
        measures.read_unit(shadow, atom, lex)
        return
    end = atom.end
    atom.end = of - 1
    measures.read_unit(shadow, atom, lex)
    if atom.unit is None:
        atom.end = end


def _cardinal(shadow: Shadow, start: int, floor: int, article: re.Match[str] | None, lex: Lexicon) -> Atom | None:
    low = shadow.low
    dozen = low.startswith("dozen", start)
    if dozen:
        owned = low.rfind(" ", 0, start - 1) + 1 if low[start - 3 : start] == "'s " else start
        begin = owned if low[owned : start + 5] in lex.groups else start
        number = Fraction(lex.groups[low[begin : start + 5]])
        article = _ARTICLE.search(low[max(floor, begin - 4) : begin])
        start = begin
        end = low.index("dozen", start) + 5
        atom: Atom | None = Atom(start, end, number, number, numeral=(start, end), scaled=True)
        if low[start - 1 : start] == "-" and low[max(0, start - 6) : start - 1].isalpha():
            return None
    else:
        atom = read_words(low, start, lex)
    if atom is None:
        return None
    bare = low[start : atom.end] in lex.scales
    if (bare or dozen or low.startswith(("hundred", "thousand", "million", "billion", "trillion"), start)) and start:
        if article:
            atom.start = start - len(article.group())
            atom.numeral = (atom.start, atom.end)
        elif low[start - 1] == "-" or (low[start - 1].isspace() and low[start - 2 : start - 1].isdigit()):
            return None
    ordinal = names.ordinal_tail(low, atom, lex)
    if ordinal:
        return _dated(shadow, ordinal, lex)
    spoken = dates.spoken_year(low, atom, lex)
    if spoken:
        return spoken
    _finish_number(shadow, atom, floor, lex)
    return atom


def _multiple_word(shadow: Shadow, start: int, end: int, name: str, lex: Lexicon) -> Atom | None:
    low = shadow.low
    gap = GAP.match(low, end)
    following = WORD.match(low, gap.end()) if gap else None
    after = following.group() if following else ""
    if low[end : end + 1] == "-" or after in lex.multiple_never:
        return None
    if name in lex.loose_multiples and after not in lex.multiple_before:
        if name == "twice" or name == "thrice":
            value = lex.multiples[name]
            return Atom(start, end, value, value, numeral=(start, end))
        return None
    value = lex.multiples[name]
    return Atom(start, end, value, value, place=Fraction(1), kind=Kind.MULTIPLE, numeral=(start, end))
