"""The `Figure` that an atom becomes: its offsets in the text as printed, its bound, its noun."""

from __future__ import annotations

from fractions import Fraction

from audit.figures.atom import Atom
from audit.figures.carrying import carried_noun
from audit.figures.figure import Bound, Figure, Kind
from audit.figures.lexicon import Lexicon
from audit.figures.nouns import Counted, owned_end
from audit.figures.shadow import Shadow
from audit.interval import INFINITY, Interval
from audit.text.document import Span

__all__ = ["made_figure", "plain_figure"]


def plain_figure(shadow: Shadow, atom: Atom) -> Figure:
    start, end = shadow.origin(atom.start), shadow.origin_end(atom.end)
    value, text = Interval(atom.low, atom.high), shadow.original[start:end]
    if atom.vague:  # 'years ago'
        return Figure(start, end, text, value, kind=atom.kind or Kind.COUNT, unit=atom.unit, words=text)
    return Figure(start, end, text, value, kind=atom.kind or Kind.COUNT)


def made_figure(shadow: Shadow, atom: Atom, found: Counted | None, earlier: list[Figure], lex: Lexicon) -> Figure:
    start, end = shadow.origin(atom.start), shadow.origin_end(atom.end)
    original = shadow.original
    bound = Bound(atom.bound) if atom.bound else Bound.EXACT
    cue = None
    if atom.cue:
        first, last = shadow.origin(atom.cue[0]), shadow.origin_end(atom.cue[1])
        cue = Span(first, last, original[first:last])
    noun, phrase, carried = None, None, False
    if found:
        first, last = shadow.origin(found.start), shadow.origin_end(owned_end(shadow, found.end, lex))
        noun, phrase = found.noun, Span(first, last, original[first:last])
    elif (atom.kind is None or (atom.kind is Kind.FRACTION and atom.unit is None)) and shadow.low[
        atom.end : atom.end + 1
    ] != "-":
        noun, phrase = carried_noun(shadow, atom, start, earlier, lex)
        carried = noun is not None
    text = original[start:end]
    words = text if atom.vague else None
    value = _value(atom, bound)
    return Figure(
        start,
        end,
        text,
        value,
        bound,
        atom.kind or Kind.COUNT,
        atom.unit,
        noun,
        phrase,
        atom.place,
        cue,
        atom.per,
        words,
        carried,
    )


def _value(atom: Atom, bound: Bound) -> Interval:
    low, high = atom.low, atom.high
    if bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY) or (low != high and not atom.vague):
        return Interval(low, high)
    if bound is Bound.MORE_THAN or bound is Bound.AT_LEAST:
        return Interval(low, INFINITY, bound is Bound.MORE_THAN, True)
    if high > 0:
        return Interval(Fraction(0), high, False, bound is Bound.LESS_THAN)
    return Interval(-INFINITY, high, True, bound is Bound.LESS_THAN)
