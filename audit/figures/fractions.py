"""A lone 'half', 'a third', 'a quarter', and the unit or scale that it is a part of."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from audit.figures import measures, names
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow
from audit.text.plurals import is_plural

__all__ = ["add_part", "fraction_unit", "read_part"]

_HALF_SCALE = re.compile(r"[ -](?:of )?(?:an? {1,2})?(?:us |u\.s\. |imperial )?([a-z]+)")
_LETTERS = re.compile(r"[a-z]+")
_SMALL_PART = 100
_NEAR = 160
"""Characters before a part in which the others of its kind would have been counted."""
_AND_PART = re.compile(r" and an? ([a-z]+)(?![^\W_]| of )")
_UNIT_BEFORE = re.compile(r"(?<![^\W_])(?:an?|one) ([a-z]+) and $")
_PART_BEFORE = re.compile(r"(?<![^\W_])an? ([a-z]+) (?:and|to|or) $")
_PART_AFTER = re.compile(r" (?:and|to|or) an? ([a-z]+)(?![^\W_])")
_LIMITS = ("between ", "from ", "by ", "about ", "roughly ", "around ", "perhaps ", "some ")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \n-]$")


def fraction_unit(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """'half an hour', 'three quarters of a mile', 'half a million': a fraction of one unit, or of a scale."""
    low = shadow.low
    match = _HALF_SCALE.match(low, atom.end)
    if match is None:
        return
    factor = lex.scales.get(match[1]) or lex.suffixes.get(match[1]) or (12 if match[1] == "dozen" else None)
    if factor:
        atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, Fraction(max(1, factor // 10))
        atom.end, atom.kind, atom.scaled = match.end(), None, True
        atom.numeral = (atom.start, atom.end)
        measures.read_unit(shadow, atom, lex)
        return
    if not (" a" in match.group()[:6] or match.group()[0] == "-" or match[1] in lex.fraction_units):
        return
    found = measures.unit_at(low, match.start(1), lex.units)
    if found and (not low.startswith("second ", match.start(1)) or _closes(low, match, lex)):
        atom.end = match.start(1) - 1
        measures.read_unit(shadow, atom, lex)


def _closes(low: str, match: re.Match[str], lex: Lexicon) -> bool:
    """Whether 'second' is the unit and no rank: 'two hundredths of a second off her best'."""
    after = WORD.match(low, match.end() + 1)
    name = after.group() if after and low[match.end()] == " " else ""
    ends = not name or name in lex.stops or name in lex.when or name in lex.verbs or name.endswith(("ed", "er"))
    return " a " in match.group()[:7] and ends


def add_part(low: str, atom: Atom, lex: Lexicon) -> None:
    """Add what stands behind a unit: 'two metres and a half'."""
    match = _AND_PART.match(low, atom.end)
    if match is None or match[1] not in lex.denominators or match[1].endswith("s"):
        return
    part = Fraction(1, lex.denominators[match[1]])
    atom.low, atom.high, atom.place, atom.end = atom.low + part, atom.high + part, part, match.end()


def _unit_and(low: str, begin: int, end: int, name: str, floor: int, lex: Lexicon) -> Atom | None:
    """'a metre and a half': a unit with an article, and a part of it."""
    match = _UNIT_BEFORE.search(low, max(floor, begin - 32), begin)
    unit = next((unit for others, unit in lex.units.get(match[1], ()) if not others), None) if match else None
    if match is None or unit is None:
        return None
    value = 1 + Fraction(1, lex.denominators[name])
    atom = Atom(match.start(), end, value, value, Fraction(1, 10), numeral=(match.start(), end), scaled=True)
    measures.give_unit(atom, end, unit, lex)
    return atom


class _Around(NamedTuple):
    """The words beside a part, '' where there is none, whether its phrase ends with it, and whether ', or' opens it."""

    previous: str
    following: str
    last: bool
    apposed: bool
    verb: bool
    """Whether a verb follows whose subject the part is: 'a fifth stayed at home'."""


def read_part(
    shadow: Shadow, start: int, end: int, name: str, floor: int, article: re.Match[str] | None, lex: Lexicon
) -> Atom | None:
    """A lone 'half', 'a third', 'a quarter': a fraction where the words around say so, else a rank or nothing."""
    low = shadow.low
    begin = start - len(article.group()) if article else start
    if name in lex.denominators and (name == "halves" or not name.endswith("s")):
        whole = _unit_and(low, begin, end, name, floor, lex) if article else None
        if whole:
            return whole
        around = _around(low, start if name == "half" else begin, end, lex)
        fits = _half(around, lex) if name == "half" else article is not None and _part(name, around, lex)
        fits = fits or (name == "quarter" and around.following in lex.scales)
        # 'a hundredth.': a rank that has no noun takes 'the'
        fits = fits or (article is not None and around.last and lex.denominators[name] >= _SMALL_PART)
        fits = fits or (article is not None and _paired(low, begin, end, lex))
        if not fits and around.verb and (article is not None or name == "half"):
            fits = not _counts_on(low, begin, name, lex)
        if fits:
            value = Fraction(1, lex.denominators[name])
            first = begin if begin >= floor else start
            atom = Atom(first, end, value, value, Fraction(1, 100), Kind.FRACTION, numeral=(first, end))
            fraction_unit(shadow, atom, lex)
            if name == "half" and atom.kind is Kind.FRACTION and around.following in ("a", "an"):
                return None
            return atom
    every = _every(low, start, end, name, lex)
    if every:
        return every
    if name in lex.ordinals and not (low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha()):
        return names.rank(start, end, lex.ordinals[name])
    return None


def _every(low: str, start: int, end: int, name: str, lex: Lexicon) -> Atom | None:
    """'every third house' is a third of them; 'every third day' says how often."""
    number, noun = lex.ordinals.get(name, 0), WORD.match(low, end + 1)
    if number < 2 or not low.endswith("every ", 0, start) or noun is None or low[end] != " ":
        return None
    if noun.group() in lex.units or noun.group() in lex.stops or noun.group() in lex.periods:
        return None
    value = Fraction(1, number)
    atom = Atom(start, end, value, value, Fraction(1, 100), Kind.FRACTION, numeral=(start, end))
    atom.counted = noun.span()
    return atom


def _paired(low: str, begin: int, end: int, lex: Lexicon) -> bool:
    """Whether another part stands beside it: 'between a fifth and a quarter', 'a third or a half'."""
    for match in (_PART_BEFORE.search(low, max(0, begin - 24), begin), _PART_AFTER.match(low, end)):
        if match and match[1] in lex.denominators and not match[1].endswith("s"):
            return low.endswith(_LIMITS, 0, begin if match.start() >= end else match.start())
    return False


def _counts_on(low: str, begin: int, name: str, lex: Lexicon) -> bool:
    """Whether those before it were counted, so that it is the next of them: 'two fled and a third stayed'."""
    if name not in lex.ordinals:
        return False
    fewer = lex.denominators[name] - 1
    words = _LETTERS.findall(low[max(0, begin - _NEAR) : begin])
    return any(lex.cardinals.get(word, lex.ordinals.get(word)) == fewer for word in words) or bool(
        lex.fraction_counted.intersection(words)
    )


def _around(low: str, begin: int, end: int, lex: Lexicon) -> _Around:
    before = _WORD_BEFORE.search(low[max(0, begin - 16) : begin])
    gap = GAP.match(low, end)
    word = WORD.match(low, gap.end()) if gap else None
    last = low[end : end + 1] in (".", ",", ";", ")", "") or word is None
    apposed = low[max(0, begin - 5) : begin] == ", or "
    previous, following = before[1] if before else "", word.group() if word else ""
    verb = word is not None and not last and previous not in lex.fraction_governed and _verb(low, word, lex)
    if verb and low.startswith("half", end - 4):  # 'half buried' is no subject but at the start of a clause
        verb = low[end] != "-" and (not following.endswith("ed") or previous == "" or previous in lex.fraction_before)
    return _Around(previous, following, last, apposed, verb)


def _verb(low: str, word: re.Match[str], lex: Lexicon) -> bool:
    """Whether the word is a verb and no modifier: 'a third stayed on', but 'a third wounded man', 'a fifth vote'."""
    name, after = word.group(), WORD.match(low, word.end() + 1)
    if name in lex.fraction_nouns or not (name in lex.verbs or name.endswith("ed")):
        return False
    if after is None or low[word.end()] not in " \n" or after.group() in lex.stops or after.group().endswith("ly"):
        return True
    return name in lex.verbs and name not in lex.participles and not is_plural(after.group())


def _half(around: _Around, lex: Lexicon) -> bool:
    """Whether 'half' is a fraction there: 'half of', 'half a million', 'by half'; not in 'half time', 'first half'."""
    after = around.following
    if around.previous in lex.fraction_never or after in lex.half_never_after:
        return False
    if around.previous in lex.fraction_before or after in lex.fraction_after:
        return True
    return after in lex.scales or after in ("dozen", "a", "an") or after in lex.units


def _part(name: str, around: _Around, lex: Lexicon) -> bool:
    """Whether 'a third' is one of three parts there: 'a third of', 'by a third.', ', or a third,', 'a quarter million'."""
    quarter = name == "quarter"
    if around.previous in lex.fraction_never and not quarter:
        return False
    if around.following in lex.fraction_after:
        return True
    changed = around.previous in lex.fraction_changes
    if around.last and (around.previous in lex.fraction_before or around.apposed or changed):
        return True
    if changed and around.following in lex.stops:
        return True
    return quarter and (around.following in lex.fraction_units or around.following in lex.scales)
