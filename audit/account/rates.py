"""So much for each: 'an average of 135 metres a day' of 60 km in 15 months, '$27,800 per person', '20 each of the 60'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import distance, heads, joins
from audit.account.trio import base, placed, trio
from audit.operations import PER_HEADS
from audit.standards import standard
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["number_of", "rates", "total_of"]

_BACK = 2
_NEAR = 4
_AMOUNTS = ("count", "money", "measure", "percent", "duration", "age")
_EACH = 4
"""Figures that are tried in either role, the nearest first."""

_PEOPLE = frozenset(["person", "head", "capita", "individual"])


def rates(reading: Reading) -> Iterator[Binding]:
    """Each rate with the totals and the numbers near it whose units make its own."""
    for claim in reading.mentions:
        per = claim.figure.per
        if claim.type == "rate" and per:
            if per.isdigit():
                yield from _heads(reading, claim, int(per))
            else:
                unit = base(claim) if claim.figure.unit else ""
                yield from _bound(reading, claim, unit, per)
                yield from _of_period(reading, claim, unit, per)
        elif (
            claim.type.startswith(_AMOUNTS)
            and "average" in reading.tokens.classes[max(0, claim.first - _NEAR) : claim.first]
        ):
            yield from _mean(reading, claim)


def _heads(reading: Reading, claim: Mention, per: int) -> Iterator[Binding]:
    """'13.2 per 100,000': cases over the heads among which they were counted."""
    if per not in PER_HEADS:
        return
    near = sorted(
        (m for m in reading.about(claim, _BACK, 1) if m.type == "count" and m is not claim),
        key=lambda m: abs(m.number - claim.number),
    )[: 2 * _EACH]
    for total in near:
        for number in near:
            if number is not total:
                rule = f"rate.heads{'.apart' if len({claim.sentence, total.sentence, number.sentence}) > 1 else ''}"
                features = trio(reading, rule, claim, total, number)
                features.append(f"people:{number.head in _people()}")
                roles = (Role("total", total), Role("number", number))
                yield Binding("rate", rule, claim, roles, tuple(features), f"per_{per}")


@kept
def _people() -> frozenset[str]:
    kinds = nouns().kind_of
    return frozenset(noun for noun, kind in kinds.items() if kind == "person")


_PERIODS = {"month": ("year",), "week": ("year",), "day": ("year", "month", "week"), "hour": ("day",)}


def _of_period(reading: Reading, claim: Mention, unit: str, per: str) -> Iterator[Binding]:
    """'2,556 in the year, or 213 a month': the total of a period that the text names and does not count."""
    near = [m for m in reading.about(claim, _BACK, 0) if m.number < claim.number and total_of(m, unit) == ""]
    for total in near[-_EACH:]:
        begin, end = reading.bounds[total.sentence]
        words = set(map(singular, reading.tokens.words[begin:end]))
        dated = any(m.type == "date" and m.day is not None for m in reading.by_sentence[total.sentence])
        for period in _PERIODS.get(per, ()):
            if period in words or (period == "year" and dated):
                rule = f"rate.period.{period}"
                features = [
                    rule, distance(reading, total, claim), f"heads:{heads(total, claim)}", *placed(reading, claim, "c"),
                    *placed(reading, total, "a"), f"between:{min(4, claim.number - total.number)}",
                ]  # fmt: skip
                yield Binding("rate", rule, claim, (Role("total", total),), tuple(features), f"{period}>{per}")


def _mean(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'77, 81, 68 and 74, an average of 75'."""
    row = [m for m in reading.by_sentence[claim.sentence] if m.type == claim.type and m is not claim]
    before, behind = [m for m in row if m.number < claim.number], [m for m in row if m.number > claim.number]
    for name, members in (("before", before), ("behind", behind)):
        if 2 < len(members) <= _LONGEST:
            features = (f"rate.mean.{name}", "rate.mean", f"members:{min(len(members), 5)}", *joins(reading, members))
            roles = tuple(Role("part", m) for m in members)
            yield Binding("rate", f"rate.mean.{name}", claim, roles, features, "mean")


_LONGEST = 12
_AROUND = 20
"""Figures on either side of a rate among which its total is looked for."""


def _bound(reading: Reading, claim: Mention, unit: str, per: str) -> Iterator[Binding]:
    about = reading.mentions[max(0, claim.number - _AROUND) : claim.number + _AROUND]
    near = sorted(
        (m for m in about if -_BACK <= m.sentence - claim.sentence <= 1), key=lambda m: abs(m.number - claim.number)
    )
    totals = [(m, way) for m in near if m is not claim and (way := total_of(m, unit)) is not None][:_EACH]
    if not totals:
        return
    numbers = [(m, way) for m in near if m is not claim and (way := number_of(m, per)) is not None][:_EACH]
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


def total_of(mention: Mention, unit: str) -> str | None:
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
    return f"{own}>{unit}" if any({own, unit} <= table.keys() for table in standard("factors").values()) else None


def number_of(mention: Mention, per: str) -> str | None:
    """How a time or a number becomes what the rate is given per: 'week>day'; '' for a number of the things themselves."""
    if mention.type == "duration":
        unit = mention.figure.unit
        return f"{unit}>{per}" if unit and {unit, per} <= standard("factors")["time"].keys() else None
    if mention.type != "count":
        return None
    thing = singular(per.rpartition(" ")[2])
    if mention.head == thing or thing in mention.modifiers:
        return ""
    if not mention.head:
        return "" if thing in mention.words else None
    return "" if thing in _PEOPLE and nouns().kind_of.get(mention.head) == "person" else None
