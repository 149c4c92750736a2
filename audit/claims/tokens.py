"""One sentence as a row of tokens: figures, cues of a measure, and small words by their class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from audit.claims.lexicon import Entry, Kind, Role, lexicon, word_set
from audit.document import Sentence
from audit.figures.figure import Figure
from audit.figures.figure import Kind as FigureKind
from audit.interval import INFINITY, End

__all__ = ["Token", "tokenise"]

_PIECE = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?|\d+(?:[.,]\d+)*|[^\w\s]|_+")
_DATELINE = re.compile(r"[A-Z][^\n.;]{0,80}?(?:\s--+|\s[—–]|\)\s?-+)\s+(?:\[[^\]\n]{1,40}\]\s*)*(?:[A-Z]+\s--\s+)?")
"""'BEIRUT, 4 MAY (XYZ) -- ': the place, day and agency before the first sentence are no part of its clause."""
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
        FigureKind.DURATION,
        FigureKind.MONEY,
    }
)
_Known = tuple[str, str, Kind, tuple[Entry, ...]]
_NONE: tuple[int, Figure | None] = (-1, None)


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
        return self.entry is not None and self.entry.has(*roles)


def tokenise(sentence: Sentence, figures: Sequence[tuple[int, Figure]]) -> list[Token]:
    """The tokens of the sentence. `figures` are those that lie in it, each with its index, in order."""
    dateline = _DATELINE.match(sentence.text) if sentence.index == 0 else None
    text, offset = sentence.text, sentence.start
    spans = [match.span() for match in _PIECE.finditer(text, dateline.end() if dateline else 0)]
    known = [_known(text[first:last]) for first, last in spans]
    tokens: list[Token] = []
    coming = iter(figures)
    index, figure = next(coming, _NONE)
    at, count = 0, len(spans)
    while at < count:
        first, last = spans[at]
        start, end = first + offset, last + offset
        piece, low, alone, entries = known[at]
        while figure is not None and figure.end <= start:
            index, figure = next(coming, _NONE)
        if figure is not None and figure.start < end:
            kind = Kind.NUMBER if figure.kind in _NOT_COUNTED else Kind.FIGURE
            if kind is Kind.NUMBER and figure.text.lower() in word_set("single"):
                kind = Kind.PRONOUN  # 'killing one'
            number = figure.value.low if figure.value.low != -INFINITY else None
            tokens.append(
                Token(figure.start, figure.end, figure.text, figure.text.lower(), kind, figure=index, number=number)
            )
            while at < count and spans[at][0] + offset < figure.end:
                at += 1
            continue
        if figure is not None and figure.cue is not None and figure.cue.start <= start < figure.cue.end:
            tokens.append(Token(start, end, piece, low, Kind.ADVERB))
            at += 1
            continue
        # most words begin one entry alone
        entry = (entries[0] if not entries[0].rest else _entry(entries, known, at)) if entries else None
        if entry is None:
            tokens.append(Token(start, end, piece, low, alone))
            at += 1
            continue
        length = 1 + len(entry.rest)
        if length > 1:
            last = spans[at + length - 1][1]
            piece = text[first:last]
            low = piece.lower()
        tokens.append(Token(start, last + offset, piece, low, entry.kind, entry))
        at += length
    for i, token in enumerate(tokens):
        if token.kind is Kind.MODAL and token.low == "to" and not any(map(_infinitive, tokens[i + 1 : i + 2])):
            tokens[i] = token._replace(kind=Kind.PREPOSITION)
    return tokens


def _infinitive(token: Token) -> bool:
    """Whether 'to' before the token opens an infinitive and is no preposition."""
    return token.kind in (Kind.BE, Kind.HAVE) or token.has(Role.PRESENT, Role.SUICIDE)


@lru_cache(maxsize=1 << 14)
def _known(piece: str) -> _Known:
    """A piece, also in lower case, its class if no entry of the lexicon stands there, and the entries that begin with it."""
    low = piece.lower().replace("’", "'")
    return piece, low, _kind(piece, low), lexicon().get(low, ())


def _entry(entries: tuple[Entry, ...], known: list[_Known], at: int) -> Entry | None:
    """The longest of the entries that stands at a piece."""
    for entry in entries:
        rest = entry.rest
        if not rest or tuple(low for _, low, _, _ in known[at + 1 : at + 1 + len(rest)]) == rest:
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
