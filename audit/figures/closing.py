"""A floor and a ceiling that stand side by side are one range: 'more than 100 but fewer than 300 people'."""

from __future__ import annotations

from dataclasses import replace

from audit.figures.figure import Bound, Figure
from audit.figures.lexicon import Lexicon
from audit.interval import Interval

__all__ = ["closed"]


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
