"""Amounts told again in other words: '£2.5 million ... the two and a half million', '90 days ... those three months', 'five
past six ... 6.05 a.m.'; and those of headline and lead, or of what is said, with others of their unit.

Each rule gives pairs, and whether they were sought by their value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.account.clock_faces import hour_of
from audit.account.likeness import LEAD
from audit.account.pointing import (
    FEW_TRIED,
    MAIN,
    TELLING,
    Pair,
    Text,
    ends_of,
    in_reach,
    is_anyone,
    is_bare,
    is_quoted,
    points_back,
    start_of,
)  # fmt: skip
from audit.account.stretches import as_long, base, stretches
from audit.account.values import same_value
from audit.syntax import Mention

__all__ = ["bare", "hours", "lengths_again", "main"]

_POINTS = 3
"""Nearest earlier figures of its kind to which a definite one is tried to point back, whatever they print."""
_MAIN_SORTS = (("money", "rate"), ("percent", "fraction"), ("age",), ("duration",), ("measure",))
_AMOUNTS = ("money", "percent", "measure", "duration", "age", "rate")
"""Types that a number without a noun may tell again."""
_LASTING = frozenset(("duration", "count"))
_SCALE = 1000


def lengths_again(text: Text) -> Iterator[Pair]:
    """'90 days ... those three months', 'a fortnight ... fourteen days', '11 months ... nearly a year'."""
    printed = [m for m in text.reading.mentions if m.type in _LASTING and base(m)]
    if not printed:
        return
    every = sorted((*printed, *stretches(text.reading)), key=start_of)
    units = {id(m): base(m) for m in every}
    for at, later in enumerate(every):
        told = [m for m in in_reach(every[:at]) if later.claim.index >= 0 or m.claim.index >= 0]
        unit = units[id(later)]
        unlike = [m for m in reversed(told) if units[id(m)] != unit or -1 in (m.claim.index, later.claim.index)]
        unlike = text.fresh(unlike, later)
        listed = [m for m in unlike if m.claim.index >= 0]
        near = listed[:FEW_TRIED] if points_back(text, later) or is_quoted(text, later) else []
        equal = [m for m in unlike if as_long(m, later)]
        yield from ((m, later, m not in near) for m in dict.fromkeys((*near, *equal[:1], *equal[-1:])))


def bare(text: Text) -> Iterator[Pair]:
    """'£2.5 million ... the two and a half million', 'seven years ... the seven': a number that says not of what."""
    amounts: list[Mention] = []
    numbers: list[Mention] = []
    """All bare ones: 'at 106 ... her 106 years'."""
    open_: list[Mention] = []
    """Bare numbers of headline and lead."""
    for later in text.reading.mentions:
        sort = later.type.partition(" ")[0]
        if is_bare(later):
            numbers.append(later)
            points = points_back(text, later) or is_quoted(text, later)
            if points or later.nominal >= TELLING:
                scaled = (
                    [m for m in reversed(in_reach(amounts)) if _is_scaled(m)] if _is_scaled(later) and points else []
                )
                near = text.fresh(scaled, later)[:_POINTS]
                equal = [m for m in in_reach(amounts) if m not in near and same_value(m, later)]
                yield from ((m, later, m not in near) for m in (*near, *ends_of(text.fresh(equal, later), 1)))
            if later.sentence < LEAD and _is_scaled(later):
                open_.append(later)
        elif sort in _AMOUNTS:
            if _is_scaled(later):
                yield from ((m, later, False) for m in open_ if later.sentence - m.sentence <= LEAD)
            if later.nominal >= TELLING:
                told = (*in_reach(amounts), *in_reach(numbers))
                equal = [m for m in told if m.type != later.type and m.nominal == later.nominal]
                yield from ((m, later, True) for m in ends_of(text.fresh(equal, later), 1))
            amounts.append(later)


def _is_scaled(mention: Mention) -> bool:
    return mention.nominal >= _SCALE


def hours(text: Text) -> Iterator[Pair]:
    """'five past six in the morning ... 6.05 a.m.', and the time of headline and lead with the next."""
    times = [m for m in text.reading.mentions if m.type == "time" and hour_of(m) is not None]
    for at, later in enumerate(times):
        near = [
            m for m in times[:at][-FEW_TRIED:] if not (m.figure.text[0].isdigit() and later.figure.text[0].isdigit())
        ]
        near += [m for m in times[:1] if m.sentence < LEAD and 0 < at <= MAIN and m not in near]
        equal = [m for m in in_reach(times[:at]) if m not in near and same_value(m, later)]
        yield from ((m, later, m not in near) for m in (*near, *ends_of(text.fresh(equal, later), 1)))


def main(text: Text) -> Iterator[Pair]:
    """The first figure of each type of headline and of lead with the first of its type behind, of whatever noun; 'months'
    are no number."""
    for sorts in _MAIN_SORTS:
        printed = [m for m in text.reading.mentions if m.figure.words is None]
        mentions = [m for m in printed if m.type.partition(" ")[0] in sorts]
        for sentence in range(LEAD):
            first = next((m for m in mentions if m.sentence == sentence), None)
            if first is not None:
                body = [m for m in mentions if m.sentence > sentence and _is_of_unit(first, m)]
                said = [m for m in body if is_quoted(text, m)]
                yield from ((first, m, False) for m in (*_fresh_to(text, first, body), *_fresh_to(text, first, said)))
    for sentence in range(LEAD):
        toll = next((m for m in text.counts if m.sentence == sentence and m.claim.measures and m.low > 1), None)
        if toll is not None:
            later = [m for m in text.counts if m.sentence > sentence and m.low > 1]
            mine = set(toll.claim.measures)
            harmed = [m for m in later if is_anyone(text, m) and not mine.isdisjoint(m.claim.measures or mine)]
            said = [m for m in later if is_quoted(text, m) and m.sentence > LEAD]
            yield from ((toll, m, False) for m in (*_fresh_to(text, toll, harmed), *_fresh_to(text, toll, said)))
    yield from _said(text)


def _said(text: Text) -> Iterator[Pair]:
    """An amount at the head of what somebody says, with the nearest of its unit: '"Ten and a half miles of rust"'."""
    amounts: list[Mention] = []
    for later in text.reading.mentions:
        if later.type.partition(" ")[0] in _AMOUNTS and later.figure.words is None:
            if is_quoted(text, later):
                unit = [m for m in reversed(in_reach(amounts)) if _is_of_unit(m, later)]
                yield from ((m, later, False) for m in text.fresh(unit, later)[:MAIN])
            amounts.append(later)


def _fresh_to(text: Text, one: Mention, later: Iterable[Mention]) -> list[Mention]:
    return [m for m in later if text.fresh((one,), m)][:MAIN]


def _is_of_unit(one: Mention, other: Mention) -> bool:
    """Whether both are shares, or told in one unit: money and what is paid a month."""
    shares = ("percent", "fraction")
    return one.figure.unit == other.figure.unit or (one.type in shares and other.type in shares)
