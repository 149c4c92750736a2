"""As what a figure can be told again: '500 days' as 'his 500th day', ', 24,' as '24-year-old', 'a third' as '35%'; and
'stage 16' as 'the 16th stage'.

Figures of one sort are compared by their value times the factor of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.account.lengths import book
from audit.figures.figure import Figure, Kind
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns
from audit.text.plurals import singular

__all__ = ["Form", "factor", "forms"]

_UNITS = {
    "week": ("day", 7.0), "decade": ("year", 10.0), "century": ("year", 100.0), "hour": ("minute", 60.0),
}  # fmt: skip
_SHARES = {Kind.FRACTION: 100.0, Kind.PERCENT: 1.0}
_DURATION = Kind.DURATION
_AGES = (3.0, 110.0)
_AGE_BEHIND = frozenset(("comma", "open", "are", "at", "than"))
"""Classes of the word before a bare number that may be an age: 'Orrin, 24,', 'she is 24', 'at 12'."""
_AS_TYPED = frozenset(
    (Kind.COUNT, Kind.MEASURE, Kind.MULTIPLE, Kind.SCORE, Kind.RATIO, Kind.RANK, Kind.PERCENTAGE_POINTS)
)


class Form(NamedTuple):
    sort: str
    factor: float = 1.0


class _Labels(NamedTuple):
    short: Mapping[str, str]
    numbering: frozenset[str]


def _labels(words: Pack) -> _Labels:
    label = words["order"]["label"]
    return _Labels(label["short"], frozenset(label["numbering"]))


def factor(figure: Figure) -> float:
    """By what the number of a figure is to be taken to compare it with others of its sort."""
    if figure.kind is _DURATION:
        return _UNITS.get(figure.unit or "", ("", 1.0))[1]
    return _SHARES.get(figure.kind, 1.0)


def forms(reading: Reading, mention: Mention) -> tuple[Form, ...]:
    """The sorts of quantity that a mention can be told again as, its own first; none for 'months' and the like."""
    if mention.type in ("implied", "date") or (mention.figure.words is not None and mention.type == "duration"):
        return ()
    return tuple(_forms(reading, mention))


def _forms(reading: Reading, mention: Mention) -> Iterator[Form]:
    figure = mention.figure
    kind, unit = figure.kind, figure.unit or ""
    if kind in _SHARES:
        yield Form("share", _SHARES[kind])
    elif kind is Kind.DURATION:
        yield Form(f"duration {_UNITS.get(unit, (unit, 1.0))[0]}", factor(figure))
    elif kind is Kind.AGE:
        yield Form("age" if unit.startswith("year") else f"duration {unit.partition(' ')[0]}")
    elif kind is Kind.MONEY:
        yield Form(f"money {unit.rpartition(' ')[2]}")
    elif kind is Kind.RATE:
        yield Form(f"rate {unit}")
    elif kind is Kind.TIME:
        yield Form(f"time {figure.text.lower()}")
    elif kind in _AS_TYPED:
        yield Form(mention.type)
    if kind in (Kind.IDENTIFIER, Kind.RANK):
        label = _label(reading, mention)
        if label:
            yield Form(f"label {label}")
    if kind is Kind.COUNT and not mention.head:
        if mention.determiner in _AGE_BEHIND and _AGES[0] <= mention.high <= _AGES[1]:
            yield Form("age")
    elif kind is Kind.RANK and mention.last < len(reading.tokens.words):
        counted = book(reading.document.language).ordered.get(reading.tokens.words[mention.last])
        if counted is not None:
            yield Form(f"duration {counted}")


def _label(reading: Reading, mention: Mention) -> str:
    """What is numbered: the word before ('stage 16', 'SB1322'), behind a rank or 'No.' the word that follows."""
    words, first, last = reading.tokens.words, mention.first, mention.last
    labels = pack(reading.document.language).build(_labels)
    word = ""
    if mention.figure.kind is Kind.RANK:
        word = words[last] if last < len(words) and words[last].isalpha() else ""
        if word == "" and words[last : last + 1] == ["-"] and last + 1 < len(words):
            word = words[last + 1]
    elif words[first].isalpha():
        word = words[first]  # the letters of 'MH17' and 'Q3'
    elif first and words[first - 1].isalpha():
        word = words[first - 1]
    elif first > 1 and words[first - 1] == "." and words[first - 2].isalpha():
        word = words[first - 2]
    if word in labels.numbering:
        word = words[last] if last < len(words) and words[last].isalpha() else ""
    word = singular(labels.short.get(word, word))
    return "" if word in nouns(reading.document.language).stop else word
