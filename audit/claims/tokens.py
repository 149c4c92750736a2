"""One sentence as a row of tokens: figures, cues of a measure, and small words by their class."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.claims.lexicon import Entry, Kind, Role, lexicon, word_set
from audit.figures.figure import Figure
from audit.figures.figure import Kind as FigureKind
from audit.interval import INFINITY, End
from audit.text.document import Document, Sentence
from audit.text.tokens import Grain, stretch
from audit.vocabulary import kept

__all__ = ["Token", "is_counted", "tokenise"]

_DATELINE = re.compile(r"[A-Z][^\n.;]{0,80}?(?:\s--+|\s[—–]|\)\s?-+)\s+(?:\[[^\]\n]{1,40}\]\s*)*(?:[A-Z]+\s--\s+)?")
"""'BEIRUT, 4 MAY (XYZ) -- ': the place, day and agency before the first sentence are no part of its clause."""
_SMALL_WORD = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
_LONGEST_PLACE = 5
"""Words of a place with its dash, where all are capitals and no day or agency follows."""
_MARKS = {
    ",": Kind.COMMA,
    "،": Kind.COMMA,
    ";": Kind.SEMICOLON,
    ":": Kind.COLON,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    '"': Kind.QUOTE,
    "“": Kind.QUOTE,
    "”": Kind.QUOTE,
    "-": Kind.COMMA,
    "—": Kind.COMMA,
    "–": Kind.COMMA,
}
_NOT_COUNTED = frozenset(
    {
        FigureKind.DATE,
        FigureKind.TIME,
        FigureKind.IDENTIFIER,
        FigureKind.AGE,
        FigureKind.RANK,
        FigureKind.SCORE,
        FigureKind.UNREAD,
        FigureKind.DURATION,
        FigureKind.MONEY,
    }
)


_SHORTEST_ASIDE, _LONGEST_ASIDE = 8, 12
"""Tokens of a sentence that a speaker interrupts, and of the words that name the speaker."""
_STRAIGHT = str.maketrans({"“": '"', "”": '"'})


class Token(NamedTuple):
    """A token: its stretch of the text, the words in lower case, its class, and what stands behind it."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind
    entry: Entry | None = None
    figure: int | None = None
    """Index of the figure that it is, among the figures given."""
    number: End | None = None
    """Of a figure that is one number, that number."""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    def has(self, *roles: Role) -> bool:
        return self.entry is not None and not self.entry.roles.isdisjoint(roles)


_token = tuple.__new__
"""Makes a `Token` from all its fields: half the time of the call with defaults, and there is one for each word."""


def is_counted(figure: Figure) -> bool:
    """Whether a figure can say how many or how much there is of what a clause tells."""
    return figure.kind not in _NOT_COUNTED


class _Piece(NamedTuple):
    """A word, number or mark: in lower case, its class if no entry of the lexicon stands there, and what it begins."""

    text: str
    low: str
    kind: Kind
    alone: Entry | None
    """The entry that it is by itself."""
    longer: dict[str, tuple[Entry, ...]]
    """Second word -> the entries of several words, longest first."""


def tokenise(document: Document, sentence: Sentence, figures: Sequence[tuple[int, Figure]]) -> list[Token]:
    """The tokens of the sentence. `figures` are those that lie in it, each with its index, in order."""
    text = document.text
    end = _dateline(text, sentence, figures) if sentence.index == 0 else sentence.start
    starts, ends, _ = stretch(document, end, sentence.end, Grain.HYPHENED)
    pieces = list(map(_piece, map(text.__getitem__, map(slice, starts, ends))))
    tokens: list[Token] = []
    infinitives: list[int] = []
    coming = iter(figures)
    index, figure, edge = _next(coming)
    at, count = 0, len(pieces)
    while at < count:
        word, low, kind, entry, longer = pieces[at]
        start, end = starts[at], ends[at]
        if end > edge:
            while figure is not None and figure.end <= start:
                index, figure, edge = _next(coming)
            if figure is not None and figure.start < end:
                tokens.append(_number(index, figure))
                at += 1
                while at < count and starts[at] < figure.end:
                    at += 1
                continue
            if figure is not None and figure.cue is not None and figure.cue.start <= start < figure.cue.end:
                tokens.append(Token(start, end, word, low, Kind.ADVERB))
                at += 1
                continue
        if low == "from" and figure is not None and figure.start == end + 1 and not figure.value.is_point:
            tokens.append(Token(start, end, word, low, Kind.ADVERB))  # 'wounded from six to 14 others'
            at += 1
            continue
        if longer and (long := _longest(longer, pieces, at)) is not None:
            entry = long
            at += len(entry.rest)
            end = ends[at]
            word = text[start:end]
            low = word.lower()
        at += 1
        if entry is None:
            tokens.append(_token(Token, (start, end, word, low, kind, None, None, None)))
            continue
        if low == "to":
            infinitives.append(len(tokens))
        tokens.append(_token(Token, (start, end, word, low, entry.kind, entry, None, None)))
    if len(tokens) > _SHORTEST_ASIDE and '"' in text[sentence.start : sentence.end].translate(_STRAIGHT):
        kept = _without_asides(tokens)
        if len(kept) < len(tokens):
            return kept
    for i in infinitives:
        if tokens[i].kind is Kind.MODAL and not (i + 1 < len(tokens) and _infinitive(tokens[i + 1])):
            tokens[i] = tokens[i]._replace(kind=Kind.PREPOSITION)
    return tokens


def _dateline(text: str, sentence: Sentence, figures: Sequence[tuple[int, Figure]]) -> int:
    """Where the clause begins behind a dateline, which counts nothing: 'Eight were killed – two of them here' has none."""
    match = _DATELINE.match(text, sentence.start, sentence.end)
    if match is None or _SMALL_WORD.search(_BRACKETED.sub("", match.group())):
        return sentence.start
    bracketed = [span.span() for span in _BRACKETED.finditer(text, sentence.start, match.end())]  # '(RADIO CADENA 1)'
    for _, figure in figures:
        within = any(first < figure.start < last for first, last in bracketed)
        if is_counted(figure) and figure.start < match.end() and not within:
            return sentence.start
    place = match.group().partition("[")[0]
    told = place.isupper() and not any(mark.isdigit() or mark == "(" for mark in place)
    return sentence.start if told and len(place.split()) > _LONGEST_PLACE else match.end()


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens without who speaks in the middle of a quotation: '“At least 15,” the mayor said, “were killed.”'."""
    marks = [i for i, token in enumerate(tokens) if token.kind is Kind.QUOTE]
    kept: list[Token] = []
    at = 0
    for close, opened in pairwise(marks):
        between = tokens[close + 1 : opened]
        if not 1 < len(between) <= _LONGEST_ASIDE or close < 1 or tokens[close - 1].kind is not Kind.COMMA:
            continue
        speaks = any(token.low in word_set("saying") for token in between)
        if speaks and between[-1].kind is Kind.COMMA and all(token.kind is not Kind.FIGURE for token in between):
            kept += tokens[at : close - 1]
            at = opened + 1
    return kept + tokens[at:]


def _next(figures: Iterator[tuple[int, Figure]]) -> tuple[int, Figure | None, int]:
    """The next figure with its index, and where it or the words of its bound begin."""
    index, figure = next(figures, (-1, None))
    if figure is None:
        return index, None, sys.maxsize
    return index, figure, figure.start if figure.cue is None else min(figure.start, figure.cue.start)


def _number(index: int, figure: Figure) -> Token:
    kind = Kind.FIGURE if is_counted(figure) else Kind.NUMBER
    low = figure.text.lower()
    if kind is Kind.NUMBER and low in word_set("single"):
        kind = Kind.PRONOUN  # 'killing one'
    number = figure.value.low if figure.value.low != -INFINITY else None
    return Token(figure.start, figure.end, figure.text, low, kind, figure=index, number=number)


def _infinitive(token: Token) -> bool:
    """Whether 'to' before the token opens an infinitive and is no preposition."""
    return token.kind in (Kind.BE, Kind.HAVE) or token.has(Role.PRESENT, Role.SUICIDE)


@kept(most=1 << 14)
def _piece(text: str) -> _Piece:
    low = text.lower().replace("’", "'")
    alone: Entry | None = None
    longer: dict[str, tuple[Entry, ...]] = {}
    for entry in lexicon().get(low, ()):
        if entry.rest:
            longer[entry.rest[0]] = (*longer.get(entry.rest[0], ()), entry)
        else:
            alone = entry
    return _Piece(text, low, _kind(text, low), alone, longer)


def _longest(longer: dict[str, tuple[Entry, ...]], pieces: Sequence[_Piece], at: int) -> Entry | None:
    """The longest of the entries of several words that stands at a piece."""
    following = pieces[at + 1].low if at + 1 < len(pieces) else ""
    for entry in longer.get(following, ()):
        if entry.rest == tuple(piece.low for piece in pieces[at + 1 : at + 1 + len(entry.rest)]):
            return entry
    return None


def _kind(piece: str, low: str) -> Kind:
    """The class of a piece that is not in the lexicon."""
    if low[0].isalpha():
        return Kind.ADVERB if low.endswith("ly") and _manner(piece, low) else Kind.WORD
    return Kind.NUMBER if low[0].isdigit() else _MARKS.get(piece, Kind.MARK)


def _manner(piece: str, low: str) -> bool:
    """Whether a word not in the lexicon is an adverb by its form: 'seriously', but not 'family' or 'Kelly'."""
    if len(low) < 5 or low in word_set("not_adverbs"):
        return False
    return piece.isupper() or not piece[0].isupper()
