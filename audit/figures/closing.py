"""Two figures that are one: a floor and a ceiling ('more than 100 but fewer than 300 people'), a value and its margin."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from audit.figures.figure import Bound, Figure, Kind
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.interval import Interval
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["closed", "margin", "may_have_margins"]

_NEAR = 70
"""Characters between a value and its margin at most."""


def closed(one: Figure, other: Figure, text: str, lex: Lexicon) -> Figure | None:
    """One range of a floor and a ceiling: 'more than 100 but fewer than 300 people', 'above 5% and below 8%'."""
    if not one.cue or not other.cue or one.cue.start > one.start or other.cue.start > other.start:
        return None
    if text[max(one.end, one.phrase.end if one.phrase else 0) : other.cue.start].lower().strip() not in lex.closing:
        return None
    floors = [figure for figure in (one, other) if figure.bound in (Bound.MORE_THAN, Bound.AT_LEAST)]
    ceilings = [figure for figure in (one, other) if figure.bound in (Bound.LESS_THAN, Bound.AT_MOST)]
    if (
        len(floors) != 1
        or len(ceilings) != 1
        or (one.unit and one.unit != other.unit)
        or not one.value.high > other.value.low
    ):
        return None
    low, high = floors[0].value, ceilings[0].value
    if low.low >= high.high or one.words or other.words:
        return None
    value = Interval(low.low, high.high, low.low_open, high.high_open)
    counted_by = one if other.noun is None else other
    return replace(
        other,
        start=one.start,
        text=text[one.start : other.end],
        value=value,
        bound=Bound.EXACT,
        cue=one.cue,
        noun=counted_by.noun,
        phrase=counted_by.phrase,
        carried=False,
    )


@kept
def _margin() -> re.Pattern[str]:
    words = load("joins")["margin"]
    return re.compile(rf"[ ,(\u2009\u00a0]*(?:{pattern_of(words['between'])}) ?", re.IGNORECASE)


@kept
def _described() -> re.Pattern[str]:
    """'3 metres high, plus or minus half a metre'."""
    return re.compile(rf" (?:{pattern_of(load('nouns')['modifiers']['attributive'])})(?![^\W_])")


def may_have_margins(low: str) -> bool:
    """Whether words of a margin stand anywhere in the text, which is in lower case: few texts have any."""
    return any(words in low for words in load("joins")["margin"]["between"])


def margin(one: Figure, other: Figure, text: str) -> Figure | None:
    """One figure of a value and what it may be off by: '52% \u00b1 3 points', '45 +/- 2 kg', '300 people, give or take 20'.

    Its interval reaches from one end to the other; its unit is that of the value, or of the margin where that alone has one.
    """
    if other.start - one.end > _NEAR:
        return None
    after = one.phrase.end if one.phrase and one.phrase.start >= one.end and not one.carried else one.end
    begins = min(other.start, other.cue.start) if other.cue and other.cue.start > one.end else other.start
    described = _described().match(text, one.end)
    match = _margin().match(text, described.end() if described else after) or _margin().match(text, one.end)
    if match is None or not begins <= match.end() <= other.start + 1 or not one.value.is_point:
        return None
    off = max((abs(end) for end in (other.value.low, other.value.high) if isinstance(end, Fraction)), default=None)
    if off is None or not one.is_quantity or not other.is_quantity or not _comparable(one, other):
        return None
    low, high = one.value.low - off, one.value.high + off
    opened = "(" in text[one.end : other.start] and text.startswith(")", other.end)
    end = other.end + opened
    unit, kind = (one.unit, one.kind) if one.unit is not None or other.unit is None else (other.unit, other.kind)
    return replace(
        one,
        end=end,
        text=text[one.start : end],
        value=Interval(low, high),
        bound=Bound.EXACT,
        cue=None,
        unit=unit,
        kind=kind,
        noun=one.noun or (None if unit else other.noun),
        phrase=one.phrase or (None if unit else other.phrase),
        precision=max(one.precision, other.precision),
    )


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether the second can be a margin of the first: of its unit, bare, or in points of a percentage."""
    if one.kind is Kind.PERCENT:
        return other.kind in (Kind.PERCENT, Kind.PERCENTAGE_POINTS) or (
            other.unit is None and other.head in (None, "point")
        )
    return one.unit is None or other.unit in (None, one.unit) or one.unit == f"{other.unit} of age"
