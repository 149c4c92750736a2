"""What a bare figure takes from another one of its sentence: the noun that it counts, or the bound of what it converts."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.document import Span
from audit.figures.atom import Atom
from audit.figures.figure import Figure, Kind
from audit.figures.lexicon import Lexicon
from audit.figures.shadow import Shadow

__all__ = ["carried_noun", "converted", "suspended"]

_SENTENCE = re.compile(r"[.!?][\"')\]]*\s+[\"'(\[]*[A-Z]|\n[ \t]*\n")
_SUSPENDED = re.compile(r"-(?:,? (?:and|or|to) |, ?)")


def carried_noun(
    shadow: Shadow, atom: Atom, start: int, earlier: list[Figure], lex: Lexicon
) -> tuple[str | None, Span | None]:
    """The noun of an earlier figure of the same sentence, for a bare count: 'wounded another 10,000'."""
    for figure in reversed(earlier[-6:]):
        if start - figure.end > 200 or _SENTENCE.search(shadow.original, figure.end, start):
            return None, None
        hands_over = figure.noun and figure.kind in (Kind.COUNT, Kind.FRACTION) and figure.head not in lex.participles
        if hands_over and not _left_behind(figure, shadow.original, start, lex):
            return figure.noun, figure.phrase
    return None, None


def _left_behind(figure: Figure, text: str, at: int, lex: Lexicon) -> bool:
    """Whether the figure counts a part in an aside that is over: of '12 people, including 3 children, and 40' the 3."""
    aside = text[max(0, figure.start - 60) : figure.start].rpartition(", ")[2].lower()
    return any(cue in aside for cue in lex.subsets) and "," in text[figure.end : at]


def suspended(figures: list[Figure], text: str) -> None:
    """Give 'four-' of 'four-, five- and six-cylinder engines' the noun that it shares with what follows."""
    for index in range(len(figures) - 2, -1, -1):
        one, other = figures[index], figures[index + 1]
        bare = one.kind is Kind.COUNT and one.phrase is None and other.kind is Kind.COUNT
        if bare and text.startswith("-", one.end) and _SUSPENDED.fullmatch(text, one.end, other.start):
            figures[index] = replace(one, noun=other.noun, phrase=other.phrase, carried=other.noun is not None)


def converted(shadow: Shadow, atom: Atom, earlier: list[Figure]) -> None:
    """A figure in brackets behind another one in other units is the same quantity, bound and all: '20 miles (32 km)'."""
    if atom.bound or not earlier or atom.kind not in (Kind.MONEY, Kind.MEASURE):
        return
    before = earlier[-1]
    between = shadow.original[before.end : shadow.origin(atom.start)]
    if before.kind is atom.kind and before.unit != atom.unit and between in (" (", " / "):
        atom.bound = str(before.bound)
