"""A number in words with what belongs to it: 'two dozen', 'half past ten', 'the fourth of May', 'twice as many'."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures import dates, names
from audit.figures.atom import Atom, label
from audit.figures.behind import finish_number, unit_of
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.fractions import read_part
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.number_words import read_words
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow
from audit.figures.vague import read_spell, read_vague
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["number_in_words"]

_ARTICLE = re.compile(r"(?<![^\W_])an?[ \n-]$")
_VAGUE_OF = re.compile(r"[ \n]of[ \n](?:us )?")


def number_in_words(
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
        unit_of(shadow, atom, of.end() if of else None, lex)
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
    finish_number(shadow, atom, floor, lex)
    if atom.kind is Kind.DURATION and atom.low == 1 and _some_day(low, atom):
        return label(Kind.DATE, atom.start, atom.end, 1)
    return atom


def _some_day(low: str, atom: Atom) -> bool:
    """Whether 'one day' means a day that is not known: beside its clause's auxiliary, 'will one day be', 'one day may'."""
    if low[atom.start : atom.end] not in load("calendar")["spells"]["unknown"]:
        return False
    modals = load("calendar")["spells"]["to_come"]
    following = WORD.match(low, atom.end + 1)
    return low[slice(*last_word(low, atom.start))] in modals or (following is not None and following.group() in modals)


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
