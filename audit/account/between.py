"""A length of time bound to the two days that it lies between, whichever rule has proposed them.

Of a length that is a figure the claim is the length; of one that is told in words alone ('the next day') the later day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.account.binding import Binding, Role
from audit.account.lengths import Length
from audit.figures.figure import Figure
from audit.syntax import Mention, Moment

__all__ = ["bound"]

_WHOLE = frozenset({"", "bare", "for", "over", "run", "first", "past", "ordered", "to", "be"})
"""Ways of which the first day may be counted with the last."""


def bound(rule: str, length: Length, ends: tuple[Moment, Moment], said: list[str]) -> Iterator[Binding]:
    """The binding; none of words whose later day is no figure of the text."""
    features = [rule, *length.features, *said]
    features += [f"{rule}&{name}" for name in said]
    first, last = ends
    if length.mention is not None:
        whole = length.way in _WHOLE or "joined-dash" in said
        form = "days" if length.unit == "day" and whole else length.unit
        roles = (Role("from", named=first.figure), Role("to", named=last.figure))
        yield Binding("duration", rule, length.mention, roles, tuple(features), form)
        return
    assert length.named is not None
    claim, other = (last, first) if not length.back else (first, last)
    if claim.start < 0 or claim.mention is None:
        return
    shift = length.named.value
    width = float(shift.width) + claim.high - claim.low + other.high - other.low + 1
    chance = min(0.5, max(0.002, width / (width + 4 * abs(float(shift.middle)) + 2)))
    if "nowhere" in (claim.known, other.known):  # of a year that nobody tells only the distance can be shown
        start = other.low
        claim, other = (
            replace(day, low=day.low - start, high=day.high - start, known="nowhere") for day in (claim, other)
        )
    roles = (Role("from", named=_counted(other)), Role("told", named=length.named))
    yield Binding("duration", rule, _dated(claim), roles, tuple(features), "shift", chance)


def _dated(day: Moment) -> Mention:
    """A date as a figure whose value is its place in the calendar."""
    assert day.mention is not None
    claim = replace(day.mention.claim, figure=_counted(day))
    return replace(day.mention, claim=claim, low=float(day.low), high=float(day.high))


def _counted(day: Moment) -> Figure:
    """A day in the calendar; of one in no known year how many days it is from another."""
    return replace(day.figure, unit="day") if day.known == "nowhere" else day.figure
