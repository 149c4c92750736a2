"""Vague quantities: 'dozens', 'tens of thousands', 'several hundred', 'a number of'. What they stand for is a convention."""

from __future__ import annotations

import re
from fractions import Fraction

from audit.errors import OptionError
from audit.figures.atom import Atom
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.numerals import GAP, WORD
from audit.figures.pronouns import harmed
from audit.lang import load
from audit.standards import standard
from audit.vocabulary import kept

__all__ = ["read_spell", "read_vague", "table"]

_BEFORE = re.compile(r"([^\W_]+)[ \n-]$")
_OF = re.compile(r"[ \n]of[ \n](?:the )?")


@kept
def table(convention: str) -> dict[str, tuple[int, int]]:
    """The convention's intervals by word; 'plain' fills what it is silent on. Raises `OptionError` for an unknown name."""
    conventions = standard("conventions")
    if convention not in conventions:
        raise OptionError("convention", convention, tuple(sorted(conventions)))
    merged = {**conventions["plain"], **conventions[convention]}
    return {word: (ends[0], ends[1]) for word, ends in merged.items()}


def read_vague(low: str, start: int, end: int, lex: Lexicon, words: dict[str, tuple[int, int]]) -> Atom | None:
    """The vague quantity whose head is the word from `start` to `end`, or None if the word is none here."""
    head = low[start:end]
    if head in lex.small:
        article = lex.small_article.search(low[max(0, start - 16) : start])
        scale = _scale_after(low, end, lex)
        if head == "number" and (article is None or not (_OF.match(low, end) or _harmed(low, start, end, lex))):
            return None
        if article is None and not (head == "few" and scale):
            return None
        if article:
            start -= len(article.group())
        if head == "couple" and not (scale or _OF.match(low, end)):
            return None
    elif head in lex.plural_nouns and not (_OF.match(low, end) or _harmed(low, start, end, lex)):
        return None
    low_end, high_end = (Fraction(number) for number in words[head])
    if head in lex.plural_scales:
        while (of := _OF.match(low, end)) and (word := WORD.match(low, of.end())):
            factor = lex.plural_scales.get(word.group())
            if factor is None:
                break
            low_end, high_end, end = low_end * factor, high_end * factor, word.end()
    else:
        if head == "couple" and (of := _OF.match(low, end)) and _scale_after(low, of.end() - 1, lex):
            end = of.end() - 1  # 'a couple of hundred people'
        for _ in range(2):
            after = _scale_after(low, end, lex)
            if after is None:
                break
            end, factor = after
            low_end, high_end = low_end * factor, high_end * factor
    place = Fraction(10 ** max(0, len(str(int(low_end))) - 1))
    return Atom(start, end, low_end, high_end, place, numeral=(start, end), vague=low[start:end], scaled=True)


@kept
def _passive() -> re.Pattern[str]:
    between = pattern_of(load("numerals")["vague"]["passive"])
    return re.compile(rf" (?:(?:{between}) ){{0,2}}([a-z]+)")


def _harmed(low: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether people stand behind the word: 'killing scores', 'scores were hurt', but 'the scores were level'."""
    before, after = _BEFORE.search(low[max(0, start - 14) : start]), _passive().match(low, end)
    if before and before[1] in harmed():
        return True
    return after is not None and (after[1] in lex.participles or after[1] in harmed())


def read_spell(low: str, start: int, end: int, lex: Lexicon, words: dict[str, tuple[int, int]]) -> Atom | None:
    """A bare plural of time that says how long or how long ago: 'after months of fighting', 'weeks later', 'take days'."""
    name = low[start:end]
    before, after = _BEFORE.search(low[max(0, start - 14) : start]), WORD.match(low, end + 1)
    following = after.group() if after and low[end] in " \n" else ""
    previous = before[1] if before else ""
    if previous in lex.spell_never or not (previous in lex.spell_before or following in lex.spell_after):
        return None
    when = after is not None and following in lex.when  # 'years ago' says when
    low_end, high_end = words["plural"]
    unit = lex.units[name][0][1] if name in lex.units else name
    return Atom(
        start,
        after.end() if after is not None and when else end,
        Fraction(low_end),
        Fraction(high_end),
        kind=Kind.DATE if when else Kind.DURATION,
        unit=unit,
        numeral=(start, end),
        vague=name,
    )


def _scale_after(low: str, end: int, lex: Lexicon) -> tuple[int, int] | None:
    gap = GAP.match(low, end)
    word = WORD.match(low, gap.end()) if gap else None
    if word is None:
        return None
    name = word.group()
    factor = lex.scales.get(name) or (12 if name == "dozen" else lex.plural_scales.get(name))
    return (word.end(), factor) if factor and name != "tens" else None
