"""A length told in hours or minutes between two times of the clock, one in words or both far from it.

'The attack began at 7.52 a.m.', a page on 'by four minutes to eight it was over', and 'That is, 4 minutes in all'. A
time that says not which half of the day it is of is the next such time behind the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from audit.account.binding import Binding, Role
from audit.account.clock_times import ClockTime, clock_times
from audit.account.features import around, crossed
from audit.account.spans import told_of
from audit.syntax import Mention, Reading

__all__ = ["far_clocks"]

_UNITS = frozenset(("hour", "minute"))
_MOST = 3
"""Pairs of times that are tried with a length."""
_NEAR = 12
"""Times on either side of a length that are looked at."""
_BESIDE = 2
"""Tokens between a length and the time that it leads to."""
_DAY, _HALF = 24 * 60, 12 * 60


def far_clocks(reading: Reading, done: set[tuple[int, int, int]]) -> Iterator[Binding]:
    """Every length with the likeliest pairs of times that no rule for near ones has proposed."""
    claims = [m for m in reading.mentions if m.type == "duration" and m.figure.unit in _UNITS]
    if not claims:
        return
    times = clock_times(reading)
    if len(times) < 2:
        return
    told = {each.start: told_of(reading, each.first, each.last, each.sentence) for each in times}
    for claim in claims:
        if any(each.start <= claim.start < each.end for each in times):
            continue
        before = [each for each in times if each.start < claim.start][-_NEAR:]
        behind = [each for each in times if each.start > claim.start][:_NEAR]
        near = [*before, *behind]
        pairs = {(one.start, other.start): (one, other) for one, other in pairwise(near)}
        pairs |= {(near[0].start, other.start): (near[0], other) for other in near[1:] if told[other.start][1]}
        scored = [
            (_score(claim, one, other, bool(told[one.start][0]), bool(told[other.start][1])), one, other)
            for one, other in pairs.values()
        ]
        ranked = [pair for _, *pair in sorted(scored, key=_by_score)]
        found = 0
        for one, other in ranked:
            if (claim.number, one.start, other.start) in done:
                continue
            if _is_turned(claim, one, other):
                one, other = other, one
            yield _binding(reading, claim, one, other, told[one.start][0], told[other.start][1], len(times))
            found += 1
            if found == _MOST:
                break


def _score(claim: Mention, one: ClockTime, other: ClockTime, begins: bool, ends: bool) -> int:
    apart = min(abs(one.sentence - claim.sentence), abs(other.sentence - claim.sentence))
    joined = one.sentence == other.sentence
    return (3 if not apart else 2 if apart == 1 else 0) + 2 * joined + begins + 2 * ends


def _by_score(scored: tuple[int, ClockTime, ClockTime]) -> int:
    return -scored[0]


def _is_turned(claim: Mention, one: ClockTime, other: ClockTime) -> bool:
    """'By noon, two hours on, what had begun at 10 a.m.': the length stands at the later time."""
    return 0 <= claim.first - one.last <= _BESIDE and other.first >= claim.last


def _span(one: ClockTime, other: ClockTime) -> tuple[int, int]:
    """The minutes of both since the same midnight."""
    start, end = one.minutes, other.minutes
    if one.half and other.half:
        end += _DAY * (end < start)
        if one.day >= 0 and other.day >= 0:
            end = other.minutes + _DAY * ((other.day - one.day) % 7)
        return start, end
    return start, start + ((end - start) % _HALF or _HALF)


def _binding(
    reading: Reading,
    claim: Mention,
    one: ClockTime,
    other: ClockTime,
    begins: tuple[str, ...],
    ends: tuple[str, ...],
    times: int,
) -> Binding:
    start, end = _span(one, other)
    rule = "clock.far" if one.printed and other.printed else "clock.words"
    apart = [each.sentence - claim.sentence for each in (one, other)]
    said = [
        f"first:apart:{max(-3, min(3, apart[0]))}",
        f"last:apart:{max(-3, min(3, apart[1]))}",
        "times:same_sentence" if one.sentence == other.sentence else "times:apart",
        f"times:{min(times, 4)}",
        "halves:both" if one.half and other.half else "halves:open",
        "over" if end >= _DAY else "onward",
        "days:told" if one.day >= 0 and other.day >= 0 else "days:none",
        *(f"first:begins:{name}" for name in begins),
        *(f"last:ends:{name}" for name in ends),
        *around(reading, claim, "c"),
    ]
    if claim.sentence == 0:
        said.append("claim:title")
    if one.sentence == other.sentence and 0 <= other.first - one.last <= 3:
        said += [f"joined-{name}" for name in sorted(set(reading.classes(one.last, other.first)))]
    features = (rule, *said, *crossed(rule, said))
    roles = (Role("from", named=one.at(start)), Role("to", named=other.at(end)))
    return Binding("duration", rule, claim, roles, features, f"clock_{claim.figure.unit}")
