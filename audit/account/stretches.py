"""How many days a length of time is, whatever unit it is told in: '90 days' and 'three months', 'a fortnight', 'two nights'.

Lengths that no figure prints ('a fortnight', 'that day and a half') are mentions of their own, which nobody lists.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from audit.claims.claim import Claim
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading

__all__ = ["as_long", "base", "days_of", "stretches"]

_DAYS: Mapping[str, float] = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
_BASE = {"minute": "hour", "hour": "hour", "week": "day", "fortnight": "day", "decade": "year", "century": "year"}
_CLOSE = 0.035
"""So far apart, as a share of the longer, may two lengths be that are one: '90 days', 'three months'."""
_NEARLY, _ABOUT, _OVER = 0.2, 0.15, 1.4
"""How far below its number 'nearly' reaches and 'about' on either side; how many times its number 'over' reaches up to."""
_FLOORS = frozenset((Bound.AT_LEAST, Bound.MORE_THAN))
_CEILINGS = frozenset((Bound.NEARLY, Bound.LESS_THAN, Bound.AT_MOST))
_SINGLE = frozenset(("a", "the", "that"))
_HALF = ("and", "a", "half")


class _Lasting(NamedTuple):
    of: Mapping[str, float]
    bounds: Mapping[tuple[str, ...], Bound]


def _lasting(words: Pack) -> _Lasting:
    phrases = words["bounds"]["before"]
    bounds = {tuple(phrase.split()): bound for bound in Bound for phrase in phrases.get(bound, ())}
    return _Lasting(words["retold"]["lasting"], bounds)


def base(mention: Mention) -> str:
    """The unit that the lengths of its sort are measured in: 'day' of weeks; the noun of 'two nights'; '' of no length."""
    figure = mention.figure
    if figure.kind is Kind.DURATION:
        unit = figure.unit or ""
        return _BASE.get(unit, unit)
    if mention.type != "count" or not mention.head:
        return ""
    return mention.head if mention.head in _nouns(mention) else ""


def days_of(mention: Mention) -> float | None:
    """How many days it stands for, its bound left aside; None of what is no length of time."""
    figure = mention.figure
    if figure.kind is Kind.DURATION:
        days = _DAYS.get(figure.unit or "")
    else:
        days = _nouns(mention).get(mention.head) if mention.type == "count" else None
    return None if days is None else days * mention.nominal


def as_long(one: Mention, other: Mention) -> bool:
    """Whether two lengths told in unlike units may be one."""
    x, y = days_of(one), days_of(other)
    if not x or not y:
        return False
    return (
        abs(x - y) <= _CLOSE * max(x, y) or _is_within(y, x, one.figure.bound) or _is_within(x, y, other.figure.bound)
    )


def _is_within(days: float, told: float, bound: Bound) -> bool:
    """Whether so many days may be meant by a number of them with a bound: eleven months are 'nearly a year'."""
    if bound is Bound.ABOUT:
        return (1 - _ABOUT) * told <= days <= (1 + _ABOUT) * told
    if bound in _FLOORS:
        return told <= days <= _OVER * told
    return bound in _CEILINGS and (1 - _NEARLY) * told <= days <= told


def _nouns(mention: Mention) -> Mapping[str, float]:
    return pack(mention.claim.document.language or "en").build(_lasting).of


def stretches(reading: Reading) -> tuple[Mention, ...]:
    """The lengths that no figure prints: one of a unit ('a fortnight', 'that year'), with a half or without."""
    present = _DAYS.keys() & reading.vocabulary
    if not present:
        return ()
    tokens, found = reading.tokens, []
    for at, word in enumerate(tokens.words):
        if word not in present or at == 0 or tokens.classes[at - 1] not in _SINGLE:
            continue
        halved = tuple(tokens.words[at + 1 : at + 4]) == _HALF
        if tokens.classes[at - 1] != "a" and not halved and word != "fortnight":
            continue
        mention = _mention(reading, at - 1, at + 4 if halved else at + 1, word, 1.5 if halved else 1.0)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(reading: Reading, first: int, last: int, unit: str, value: float) -> Mention | None:
    tokens = reading.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    number = bisect_left(reading.mentions, start, key=_start)
    around = reading.mentions[max(0, number - 1) : number + 1]
    if any(m.end > start and m.start < end and m.type != "implied" for m in around):
        return None
    index = bisect_right(reading.bounds, (first, len(tokens.words))) - 1
    if index < 0 or last > reading.bounds[index][1]:
        return None
    sentence, (begin, _) = reading.document.sentences[index], reading.bounds[index]
    text = reading.document.text[start:end]
    bounds = pack(reading.document.language or "en").build(_lasting).bounds
    cues = (bounds.get(tuple(tokens.words[max(begin, first - size) : first])) for size in (3, 2, 1))
    bound = next((cue for cue in cues if cue is not None), Bound.EXACT)
    figure = Figure(start, end, text, Interval.of(value), bound, Kind.DURATION, unit)
    return Mention(
        claim=Claim(figure, reading.document, -1, sentence, implied=True),
        number=number,
        first=first,
        last=last,
        after=last,
        sentence=index,
        paragraph=sentence.paragraph,
        type="duration",
        head="",
        modifiers=frozenset(),
        determiner=tokens.classes[first] if tokens.classes[first] == "the" else tokens.classes[max(begin, first - 1)],
        partitive=False,
        low=value,
        high=value,
    )


def _start(mention: Mention) -> int:
    return mention.start
