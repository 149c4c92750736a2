"""Rates whose total and number stand sentences away: '500 kilometres in 25 days ... having averaged 20 km a day'.

As `rates`, but the two are taken together where the text tells them together, at any distance; and what is given 'each
time' or 'for each' is shared among whatever was counted beside its total.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.rates import number_of, total_of
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading

__all__ = ["rates_apart"]

_BACK = 14
"""Sentences back in which a total and its time or number are told together."""
_FIGURES = 80
"""The most figures back."""
_NEAR = 3
"""Sentences within which they may be told apart."""
_TOGETHER = 15
"""Tokens between a total and the number told with it."""
_EACH = 3
"""Of the told pairs, and of the figures in either role, how many are tried, the nearest first."""
_SIDE = 3
_AMOUNTS = ("count", "money", "measure")
_SHARED = frozenset(("each", "average"))


def rates_apart(reading: Reading) -> Iterator[Binding]:
    """Each rate with the totals and numbers told together before it, and each amount for one with those near it."""
    for claim in reading.mentions:
        unit, per = _terms(claim)
        if claim.type == "rate" and per and not per.isdigit():
            yield from _told_together(reading, claim, unit, per)
            if number_of(claim, per) is None and per not in _TIMES:
                yield from _shared(reading, claim, unit, "per")
        elif claim.type.startswith(_AMOUNTS):
            cue = _cue(reading, claim)
            if per:
                yield from _told_together(reading, claim, unit, per)
            elif cue:
                yield from _shared(reading, claim, unit, cue)


_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "quarter", "year"))


def _terms(claim: Mention) -> tuple[str, str]:
    """The unit of a rate and what it is given for; of '42 km/h' kilometres and the hour."""
    unit, _, per = (claim.figure.unit or "").replace(" per ", "_per_").partition("_per_")
    if per:
        return unit, per
    return (base(claim) if claim.figure.unit else ""), claim.figure.per or ""


def _cue(reading: Reading, claim: Mention) -> str:
    begin, end = reading.bounds[claim.sentence]
    classes = reading.tokens.classes
    near = {*classes[max(begin, claim.first - _SIDE) : claim.first], *classes[claim.last : min(end, claim.after + 2)]}
    return next((name for name in sorted(_SHARED) if name in near), "")


def _told_together(reading: Reading, claim: Mention, unit: str, per: str) -> Iterator[Binding]:
    """'Five hundred kilometres in 25 days' wherever it stands before, or behind in the same sentence."""
    tried = 0
    for total in reversed(reading.mentions[max(0, claim.number - _FIGURES) : claim.number + 3]):
        if tried == _EACH or claim.sentence - total.sentence > _BACK:
            return
        over = total_of(total, unit) if total is not claim and total.sentence <= claim.sentence else None
        if over is None:
            continue
        for number in reading.mentions[max(0, total.number - 2) : total.number + 3]:
            under = number_of(number, per) if number not in (claim, total) else None
            if under is None or number.sentence != total.sentence:
                continue
            early, late = (total, number) if total.number < number.number else (number, total)
            if late.first - early.last <= _TOGETHER:
                tried += 1
                yield _binding(reading, claim, total, number, "rate.together", f"{over}/{under}", "per")


def _shared(reading: Reading, claim: Mention, unit: str, cue: str) -> Iterator[Binding]:
    """'9,600 people over eight Sundays, an average of 1,200 each time': what is shared among whatever is counted."""
    near = [m for m in reading.about(claim, _NEAR, 1) if m is not claim and m.day is None]
    near.sort(key=lambda m: (m.number > claim.number, abs(m.number - claim.number)))
    totals = [(m, over) for m in near if (over := total_of(m, unit)) is not None][: _EACH + 1]
    numbers = [m for m in near if m.type == "count"][: _EACH + 1]
    for total, over in totals:
        for number in numbers:
            if number is not total and abs(number.sentence - total.sentence) <= 1:
                yield _binding(reading, claim, total, number, "rate.shared", f"{over}/" if over else "", cue)


def _binding(
    reading: Reading, claim: Mention, total: Mention, number: Mention, rule: str, form: str, cue: str
) -> Binding:
    if len({claim.sentence, total.sentence, number.sentence}) > 1:
        rule += ".apart"
    own = f"cue:{cue}"
    features = [
        *trio(reading, rule, claim, total, number),
        own,
        f"{rule}&{own}",
        f"claim:{claim.type.partition(' ')[0]}",
    ]
    if total.head and claim.head:
        features.append(f"of:{'same' if total.head == claim.head else 'other'}")
    roles = (Role("total", total), Role("number", number))
    return Binding("rate", rule, claim, roles, tuple(features), "" if form == "/" else form)
