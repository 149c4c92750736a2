"""So much for each: 'an average of 135 metres a day' of 60 km in 15 months, '$27,800 per person', '20 each of the 60'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns, singular
from audit.vocabulary import load

__all__ = ["rates"]

_BACK = 2
_EACH = 4
"""Figures that are tried in either role, the nearest first."""

_PEOPLE = frozenset(["person", "head", "capita", "individual"])


def rates(reading: Reading) -> Iterator[Binding]:
    """Each rate with the totals and the numbers near it whose units make its own."""
    for claim in reading.mentions:
        if claim.type == "rate" and claim.figure.per and not claim.figure.per[:1].isdigit():
            unit, per = base(claim) if claim.figure.unit else "", claim.figure.per
            yield from _bound(reading, claim, unit, per)


_AROUND = 20
"""Figures on either side of a rate among which its total is looked for."""


def _bound(reading: Reading, claim: Mention, unit: str, per: str) -> Iterator[Binding]:
    about = reading.mentions[max(0, claim.number - _AROUND) : claim.number + _AROUND]
    near = sorted(
        (m for m in about if -_BACK <= m.sentence - claim.sentence <= 1), key=lambda m: abs(m.number - claim.number)
    )
    totals = [(m, way) for m in near if m is not claim and (way := _total(m, unit)) is not None][:_EACH]
    if not totals:
        return
    numbers = [(m, way) for m in near if m is not claim and (way := _number(m, per)) is not None][:_EACH]
    for total, over in totals:
        for number, under in numbers:
            if number is total or abs(number.sentence - total.sentence) > _BACK:
                continue
            apart = len({claim.sentence, total.sentence, number.sentence}) > 1
            rule = f"rate.{'time' if under else 'number'}{'.apart' if apart else ''}"
            features = [*trio(reading, rule, claim, total, number), f"per:{'time' if under else 'number'}"]
            if total.head and claim.head:
                features.append(f"of:{'same' if total.head == claim.head else 'other'}")
            form = f"{over}/{under}" if over or under else ""
            yield Binding("rate", rule, claim, (Role("total", total), Role("number", number)), tuple(features), form)


def _total(mention: Mention, unit: str) -> str | None:
    """How its unit becomes the rate's: '' as it stands, 'kilometer>meter'; None if it does not."""
    if mention.type in ("rate", "percent", "fraction", "multiple"):
        return None
    if not unit:
        return "" if mention.type == "count" else None
    own = mention.figure.unit
    if own is None or not mention.type.startswith(("money", "measure", "duration")):
        return None
    if own == unit:
        return ""
    return f"{own}>{unit}" if any({own, unit} <= table.keys() for table in load("factors").values()) else None


def _number(mention: Mention, per: str) -> str | None:
    """How a time or a number becomes what the rate is given per: 'week>day'; '' for a number of the things themselves."""
    if mention.type == "duration":
        unit = mention.figure.unit
        return f"{unit}>{per}" if unit and {unit, per} <= load("factors")["time"].keys() else None
    if mention.type != "count":
        return None
    thing = singular(per.rpartition(" ")[2])
    if mention.head == thing or thing in mention.modifiers:
        return ""
    if not mention.head:
        return "" if thing in mention.words else None
    return "" if thing in _PEOPLE and nouns().kind_of.get(mention.head) == "person" else None
