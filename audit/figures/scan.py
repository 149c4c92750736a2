"""One pass over the text: every place where a figure can begin is read once, forwards, into an atom."""

from __future__ import annotations

from collections.abc import Iterator

from audit.figures import measures
from audit.figures.atom import Atom
from audit.figures.in_digits import number_in_digits
from audit.figures.in_words import number_in_words
from audit.figures.lexicon import Lexicon
from audit.figures.minus import read_sign
from audit.figures.numerals import vulgar
from audit.figures.shadow import Shadow

__all__ = ["scan"]


def scan(shadow: Shadow, lex: Lexicon, words: dict[str, tuple[int, int]]) -> Iterator[Atom]:
    """The atoms of the text in order; no two overlap."""
    low, search, opens = shadow.low, lex.hit.search, lex.hit_word.match
    at = floor = 0
    while match := opens(low, at) or search(low, at):
        start = match.start(match.lastindex or 0)
        first = low[start]
        if match.lastindex:
            atom = number_in_words(shadow, start, match.end(), match[1], floor, lex, words)
        elif "0" <= first <= "9":
            atom = number_in_digits(shadow, start, floor, lex)
        elif first in lex.signs:
            atom = read_sign(shadow, start, floor, lex)
        else:
            atom = vulgar(low, start)
            if atom:
                measures.read_unit(shadow, atom, lex)
        if atom is None:
            at = match.end()
            continue
        yield atom
        at = floor = max(atom.end, match.end())
