"""A lone 'half', 'a third', 'a quarter', and the unit or scale that it is a part of."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.figures import measures, names
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, WORD
from audit.figures.shadow import Shadow

__all__ = ["fraction_unit", "read_part"]

_HALF_SCALE = re.compile(r"[ -](?:of )?(?:an? )?(?:us |u\.s\. |imperial )?([a-z]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \n-]$")


def fraction_unit(shadow: Shadow, atom: Atom, lex: Lexicon) -> None:
    """'half an hour', 'three quarters of a mile', 'half a million': a fraction of one unit, or of a scale."""
    low = shadow.low
    match = _HALF_SCALE.match(low, atom.end)
    if match is None:
        return
    factor = lex.scales.get(match[1]) or (12 if match[1] == "dozen" else None)
    if factor:
        atom.low, atom.high, atom.place = atom.low * factor, atom.high * factor, Fraction(max(1, factor // 10))
        atom.end, atom.kind, atom.scaled = match.end(), None, True
        atom.numeral = (atom.start, atom.end)
        measures.read_unit(shadow, atom, lex)
        return
    if not (" a" in match.group()[:6] or match.group()[0] == "-" or match[1] in ("century", "hour", "mile")):
        return
    found = measures.unit_at(low, match.start(1), lex.units)
    if found and found[1] not in ("percentage", "percentage point") and not low.startswith("second ", match.start(1)):
        atom.end = match.start(1) - 1
        measures.read_unit(shadow, atom, lex)


def read_part(
    shadow: Shadow, start: int, end: int, name: str, floor: int, article: re.Match[str] | None, lex: Lexicon
) -> Atom | None:
    """A lone 'half', 'a third', 'a quarter': a fraction where the words around say so, else a rank or nothing."""
    low = shadow.low
    if name in lex.denominators and not (name.endswith("s") and name != "halves"):
        begin = start - len(article.group()) if article and name != "half" else start
        before = _WORD_BEFORE.search(low[max(0, begin - 16) : begin])
        previous = before[1] if before else ""
        gap = GAP.match(low, end)
        following = WORD.match(low, gap.end()) if gap else None
        after = following.group() if following else ""
        apposed = low[max(0, begin - 5) : begin] == ", or "
        value = Fraction(1, lex.denominators[name])
        atom = Atom(begin, end, value, value, Fraction(1, 100), Kind.FRACTION, numeral=(begin, end))
        ends_there = low[end : end + 1] in (".", ",", ";", ")", "") or not after
        if (
            name == "half"
            and previous not in lex.fraction_never
            and not (gap and low[end] == "-" and after in lex.half_never_after)
        ):
            if article:
                atom.start = start - len(article.group()) if start - len(article.group()) >= floor else start
            scale = after in lex.scales or after in ("dozen", "a", "an")
            if after in lex.half_never_after:
                return None
            if (
                scale
                or after in lex.fraction_after
                or (ends_there and previous in lex.fraction_before)
                or previous in lex.fraction_before
                or after in lex.units
            ):
                fraction_unit(shadow, atom, lex)
                if atom.kind is Kind.FRACTION and after in ("a", "an"):
                    return None
                return atom
            return None
        if (
            name != "half"
            and article
            and (after in lex.fraction_after or (ends_there and (previous in lex.fraction_before or apposed)))
        ) and not (previous in lex.fraction_never and name != "quarter"):
            fraction_unit(shadow, atom, lex)
            return atom
        if (
            name == "quarter"
            and article
            and low[end : end + 1] in ("-", " ")
            and (after in ("century", "mile") or after in lex.scales)
        ):
            fraction_unit(shadow, atom, lex)
            return atom
    if name in lex.ordinals and not (low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha()):
        return names.rank(start, end, lex.ordinals[name])
    return None
