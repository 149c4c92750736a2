"""One sentence as a row of tokens: figures, cues of a measure, and small words by their class."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    words = lexicon()
    dateline = _DATELINE.match(sentence.text) if sentence.index == 0 else None
    found = _PIECE.finditer(sentence.text, dateline.end() if dateline else 0)
    pieces = [(m.start() + sentence.start, m.end() + sentence.start, m.group()) for m in found]
    lows = [piece.lower().replace("’", "'") for _, _, piece in pieces]
    tokens: list[Token] = []
    at, k = 0, 0
    while at < len(pieces):
        start, end, piece = pieces[at]
        while k < len(figures) and figures[k][1].end <= start:
            k += 1
        if k < len(figures) and figures[k][1].start < end:
            index, figure = figures[k]
            kind = Kind.NUMBER if figure.kind in _NOT_COUNTED else Kind.FIGURE
            if kind is Kind.NUMBER and figure.text.lower() in word_set("single"):
                kind = Kind.PRONOUN  # 'killing one'
            number = figure.value.low if figure.value.low != -INFINITY else None
            tokens.append(
                Token(figure.start, figure.end, figure.text, figure.text.lower(), kind, figure=index, number=number)
            )
            while at < len(pieces) and pieces[at][0] < figure.end:
                at += 1
            continue
        cue = figures[k][1].cue if k < len(figures) else None
        if cue is not None and cue.start <= start < cue.end:
            tokens.append(Token(start, end, piece, lows[at], Kind.ADVERB))
            at += 1
            continue
        entry = _entry(words.get(lows[at]), lows, at)
        if entry is None:
            tokens.append(Token(start, end, piece, lows[at], _kind(piece, lows[at])))
            at += 1
            continue
        length = 1 + len(entry.rest)
        if length > 1:
            end = pieces[at + length - 1][1]
            piece = sentence.text[start - sentence.start : end - sentence.start]
        tokens.append(Token(start, end, piece, piece.lower() if length > 1 else lows[at], entry.kind, entry))
        at += length
    for i, token in enumerate(tokens):
        if (
            token.low == "to"
            and token.kind is Kind.MODAL
            and not any(_infinitive(after) for after in tokens[i + 1 : i + 2])
        ):
            tokens[i] = token._replace(kind=Kind.PREPOSITION)
    return tokens


def _infinitive(token: Token) -> bool:
    """Whether 'to' before the token opens an infinitive and is no preposition."""
    return token.kind in (Kind.BE, Kind.HAVE) or token.has(Role.PRESENT, Role.SUICIDE)


def _entry(entries: tuple[Entry, ...] | None, lows: list[str], at: int) -> Entry | None:
    """The longest entry of the lexicon that stands at a piece."""
    for entry in entries or ():
        if not entry.rest or tuple(lows[at + 1 : at + 1 + len(entry.rest)]) == entry.rest:
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
