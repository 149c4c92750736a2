"""The totals that a text itself gives, each with its sum: which claims went in, which did not, and why.

The rules follow casualty recorders: a whole and its parts are one count; a named victim is one of the number given before;
sources that disagree give a range; a running total takes the place of what it sums; another event's dead stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from audit.claims.claim import Claim, Relation, Status
from audit.claims.lexicon import TOTALLED
from audit.claims.sums import LeftOut, Reason, Sum
from audit.claims.wording import counted, is_attacker, is_of_them, is_told, is_toll, is_vague, was_injured
from audit.figures.figure import Bound, Kind
from audit.interval import Interval

__all__ = ["Attacker", "LeftOut", "Reason", "Total", "explain"]


class Attacker(StrEnum):
    """Whether who died of an attack of their own is counted among the dead."""

    EITHER = "either"  # the total runs from without to with
    COUNTED = "counted"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Total:
    """One measure's total in one text, and how it came about."""

    measure: str
    value: Interval
    """In people."""
    included: tuple[Claim, ...]
    """The claims that were added, in the order of the text."""
    widened: tuple[Claim, ...] = ()
    """The claims of other sources that moved an end of the total."""
    left_out: tuple[LeftOut, ...] = ()

    @property
    def working(self) -> str:
        """'five + two women = 7', with the figures' own words."""
        return f"{' + '.join(claim.figure.text for claim in self.included)} = {self.value}"


def explain(claims: Sequence[Claim], *, attacker: Attacker = Attacker.EITHER) -> dict[str, Total]:
    """The total of each measure of harm that one text's claims give, with what went in and what did not.

    `claims` are those of one document, in order. A measure of which nothing is counted has no total.
    """
    totals = {}
    for measure in TOTALLED:
        mine = [claim for claim in claims if measure in claim.measures and claim.figure.kind is Kind.COUNT]
        total = _total(measure, mine, attacker, dead=[claim for claim in claims if "killed" in claim.measures])
        if total is not None:
            totals[measure] = total
    if "injured" not in totals:
        shot = _total("shot", [c for c in claims if "shot" in c.measures and not c.implied], attacker)
        if shot is not None and "killed" in totals:
            _add_survivors(totals, shot)
    return totals


def _add_survivors(totals: dict[str, Total], shot: Total) -> None:
    """Who was shot and not killed is injured: 'shot four people, killing one' leaves three."""
    dead = sum((counted(claim) for claim in totals["killed"].included if not is_attacker(claim)), Interval.of(0))
    if 0 < dead.high < shot.value.low:
        totals["injured"] = Total("injured", shot.value - dead, shot.included, shot.widened, shot.left_out)


def _total(measure: str, claims: Sequence[Claim], attacker: Attacker, dead: Sequence[Claim] = ()) -> Total | None:
    running = Sum(report=any(map(is_told, claims)))
    for here in _by_sentence(claims):
        spelled = _spells_out(running, here)
        toll = max((counted(claim).low for claim in here if is_toll(claim)), default=None)
        for claim in here:
            reason = _barred(claim) or (Reason.RESTATED if spelled else None)
            if toll is not None and not is_toll(claim) and counted(claim).high < toll:
                reason = reason or Reason.SUBSET  # 'the toll reached 31 after 4 more bodies were found'
            if reason is None:
                running.take(claim)
            else:
                running.leave(claim, reason)
    if not running.parts and not running.attackers:
        # a text on nothing but a longer time: its first count is its total
        background = next((left for left in running.left_out if left.reason is Reason.BACKGROUND), None)
        if background is None:
            return None
        running.left_out.remove(background)
        running.take(background.claim)
    value = running.value
    if measure == "injured":
        value = _without_who_died(value, dead, claims)
        if value.high == 0:  # all of them died
            return None
    value = _down_to_parts(value, running.parts, claims)
    for claim in running.widened:
        # 'more than 20' beside another source's 15 needs 21 at the upper end
        above = claim.figure.bound is Bound.MORE_THAN and not is_vague(claim)
        value = value.hull(counted(claim) + (1 if above else 0))
    return _with_attackers(measure, value, running, claims, attacker)


def _down_to_parts(value: Interval, parts: Sequence[Claim], claims: Sequence[Claim]) -> Interval:
    """The total with its lower end at the parts of a ceiling: 'up to 20, including at least 14 women' is 14 to 20."""
    ceilings = {claim.index: counted(claim).low for claim in parts if claim.figure.bound is Bound.AT_MOST}
    floors = [
        ceilings[claim.included_in] - counted(claim).low
        for claim in claims
        if claim.included_in in ceilings and not claim.implied and counted(claim).low < ceilings[claim.included_in]
    ]
    return Interval.of(value.low - min(floors), value.high) if floors else value


def _had_been_injured(dead: Claim, injured: Sequence[Claim]) -> bool:
    """Whether who died are some of the injured: 'two of the wounded died', 'Twelve were wounded; two of them died'."""
    if _barred(dead) is not None:
        return False
    before = [claim for claim in injured if claim.index == dead.index - 1]
    if was_injured(dead) or not before:
        return was_injured(dead)
    return (is_of_them(dead) and counted(before[0]).low > counted(dead).high) or _of_the_injured(before[0], dead)


def _of_the_injured(injured: Claim, dead: Claim) -> bool:
    """'Of the 14 wounded, two later died.'"""
    start = injured.figure.start
    of = injured.document.lowered.endswith(("of the ", "of those "), max(0, start - 9), start)
    return of and injured.sentence is dead.sentence and counted(injured).low > counted(dead).high


def _without_who_died(injured: Interval, dead: Sequence[Claim], claims: Sequence[Claim]) -> Interval:
    """The injured without those of them who died later: they have left the one count for the other."""
    later = sum((counted(claim) for claim in dead if _had_been_injured(claim, claims)), Interval.of(0))
    return injured - later if later.high <= injured.low else injured


def _by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        if groups and groups[-1][-1].sentence is claim.sentence:
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _spells_out(running: Sum, here: Sequence[Claim]) -> bool:
    """Whether the counts of one sentence together are the sum that was held before it: 'three men ... A and B and C'."""
    parts = [counted(claim) for claim in here if _barred(claim) is None and not is_attacker(claim)]
    return bool(running.parts) and len(parts) > 1 and sum(parts, Interval.of(0)) == running.value


def _barred(claim: Claim) -> Reason | None:
    """Why a claim cannot be part of any sum."""
    if claim.relation is Relation.SUBSET:
        return Reason.SUBSET
    if claim.relation is Relation.BACKGROUND:
        return Reason.BACKGROUND
    if claim.status in (Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL):
        return Reason.UNREAL
    return None


def _with_attackers(measure: str, value: Interval, running: Sum, claims: Sequence[Claim], attacker: Attacker) -> Total:
    """The total with the attackers' own deaths: 'two dead, including the gunman' holds one, 'then shot himself' adds one."""
    included = list(running.parts)
    held = sum(counted(claim).low for claim in claims if claim.relation is Relation.SUBSET and is_attacker(claim))
    if held and attacker is not Attacker.COUNTED and value.low >= held:
        value = Interval.of(value.low - held, value.high - (held if attacker is Attacker.LEFT_OUT else 0))
    if running.attackers and attacker is Attacker.LEFT_OUT:
        running.left_out.extend(LeftOut(claim, Reason.ATTACKER) for claim in running.attackers)
    elif running.attackers:
        number = max(counted(claim).low for claim in running.attackers)
        value = Interval.of(value.low + (number if attacker is Attacker.COUNTED else 0), value.high + number)
        included.extend(running.attackers)
    return Total(measure, value, tuple(included), tuple(running.widened), tuple(running.left_out))
