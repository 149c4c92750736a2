"""Which figures can be set against each other: decided from unit, scale and noun, before any arithmetic."""

from __future__ import annotations

from dataclasses import replace

from audit.claims.claim import Claim
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import INFINITY, End, Interval
from audit.vocabulary import load

__all__ = ["addable", "comparable", "elliptic", "same_noun", "subunits", "without_than"]

_SCALE_LOST = 500
"""'fell to 4.9 from 5.2 million' leaves the scale of the first figure to the reader."""


def comparable(one: Figure, other: Figure) -> bool:
    """Whether both are in the same unit. A count may leave its unit to the other: '1.4 million tonnes from 1.6 million'.

    A count with a noun of its own leaves nothing: '4,500 tonnes from 120 mines' are two things.
    """
    if Kind.PERCENT in (one.kind, other.kind):
        return one.kind is other.kind
    if one.per and other.per and one.per != other.per:
        return False
    if one.unit is not None and other.unit is not None:
        return _base(one) == _base(other) or _is_degree(one, other)
    if one.kind is other.kind:
        return same_noun(one, other) or one.carried or other.carried
    return any(figure.kind is Kind.COUNT and _is_bare(figure) for figure in (one, other))


def _is_bare(figure: Figure) -> bool:
    """Whether it has no noun of its own; 'the 16.0 million of a year earlier' counts no years."""
    return figure.noun is None or figure.carried or figure.head in load("checks")["asides"]["spans"]


def addable(one: Figure, other: Figure) -> bool:
    """Whether the two can be added: the same unit, or one that a scaled count leaves out ('1.7 and 2.4 billion marks')."""
    if one.words is not None or other.words is not None:
        return False
    if one.kind is other.kind:
        return one.unit == other.unit and one.per == other.per and same_noun(one, other)
    bare = [figure for figure in (one, other) if figure.kind is Kind.COUNT]
    return len(bare) == 1 and bare[0].precision >= 1000 and (bare[0].noun is None or bare[0].carried)


def subunits(each: Figure, total: Figure) -> int | None:
    """How many of the price's unit make one of the total's: 1 for the same currency, 100 for cents; None if neither."""
    one, other = _base(each), _base(total)
    if one is None or other is None or one == other or one.endswith(f" {other}"):
        return 1  # a text that has named the Australian dollar goes on with the dollar
    kinds: dict[str, dict[str, int]] = load("checks")["subunits"]
    return kinds.get(one, {}).get(other)


def _is_degree(one: Figure, other: Figure) -> bool:
    """Whether one of the two leaves out the scale of its degrees: 'fell from 18C to 3C, a drop of 15 degrees'."""
    scales = load("checks")["degrees"]["scales"]
    return any(a.unit == "degree" and b.unit in scales for a, b in ((one, other), (other, one)))


def _base(figure: Figure) -> str | None:
    """The unit without what it is per: a price for one share can stand beside the bare price."""
    return figure.unit.replace("_per_", " per ").partition(" per ")[0] if figure.unit else None


def without_than(claim: Claim) -> Claim:
    """The claim with its figure exact if its bound is a comparison: '62 more than the 270 needed' has no floor of 270."""
    figure = claim.figure
    if figure.cue is None or figure.value.is_finite or not figure.cue.text.lower().endswith("than"):
        return claim
    end = figure.value.low if figure.value.low != -INFINITY else figure.value.high
    return replace(claim, figure=replace(figure, value=Interval.of(end), bound=Bound.EXACT, cue=None))


def same_noun(one: Figure, other: Figure) -> bool:
    """Whether they count the same thing, as far as the words tell: 'delegates' and 'superdelegates' do."""
    if one.head is None or other.head is None or "'s" in (one.head[-2:], other.head[-2:]):
        return True  # an owner is no noun of what is counted: '61 of the utility's 118 shares'
    return one.head.endswith(other.head) or other.head.endswith(one.head)


def elliptic(one: Figure, other: Figure) -> bool:
    """Whether one of the two seems to have left its scale to the other."""
    sizes = [_size(figure.value.middle) for figure in (one, other)]
    bare = one if sizes[0] <= sizes[1] else other
    small, large = sorted(sizes)
    return "," not in bare.text and 0 < small < 1000 and small * _SCALE_LOST < large


def _size(end: End) -> End:
    return end if end >= 0 else -end if end != -INFINITY else INFINITY
