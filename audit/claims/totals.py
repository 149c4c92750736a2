"""The totals that a text itself gives: parts added once, subsets never, updates replacing, other sources widening.

The rules follow casualty recorders: a whole and its parts are one count; a named victim is one of the number given before;
sources that disagree give a range; a running total takes the place of what it sums; another event's dead stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from audit.claims.claim import Claim, Relation, Status
from audit.claims.lexicon import HARM, Role, lexicon, word_set
from audit.claims.populations import roles
from audit.claims.victims import ATTACKER
from audit.document import Span
from audit.figures.figure import Bound, Kind
from audit.interval import INFINITY, Interval
from audit.vocabulary import load

__all__ = ["Attacker", "LeftOut", "Reason", "Total", "counted", "explain"]

FARTHEST = 10
"""Sources on one event differ by less than so many times; what is farther off counts something else."""
REPORT = 0.0
ALSO = frozenset(load("relations")["also"])
ANAPHORA = frozenset(load("relations")["anaphora"])


class Attacker(StrEnum):
    """Whether who died of an attack of their own is counted among the dead."""

    EITHER = "either"  # the total runs from without to with
    COUNTED = "counted"
    LEFT_OUT = "left_out"


class Reason(StrEnum):
    """Why a claim is no part of the sum."""

    SUBSET = "a part of another count"
    RESTATED = "the same again"
    NAMED = "one of a number given before"
    SMALLER = "less than another source gives, or a part of it"
    REPLACED = "replaced by a later count"
    BACKGROUND = "another event, or a longer time"
    UNREAL = "denied, planned or supposed"
    ATTACKER = "the attacker"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that is no part of the sum, and why."""

    claim: Claim
    reason: Reason


@dataclass(frozen=True, slots=True)
class Total:
    """One measure's total in one text, and how it came about."""

    measure: str
    value: Interval
    included: tuple[Claim, ...]
    """The claims that were added, in the order of the text."""
    widened: tuple[Claim, ...] = ()
    """The claims of other sources that moved an end of the total."""
    left_out: tuple[LeftOut, ...] = ()

    @property
    def working(self) -> str:
        """'five + two women = 7', with the figures' own words."""
        return f"{' + '.join(claim.figure.text for claim in self.included)} = {self.value}"


@dataclass
class _Sum:
    """A total while it is being made."""

    parts: list[Claim] = field(default_factory=list)
    widened: list[Claim] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    attackers: list[Claim] = field(default_factory=list)
    names: list[frozenset[str]] = field(default_factory=list)
    report: bool = False
    """Whether the text reports what sources say, and so says things again, rather than tell acts one after another."""
    unnamed: Fraction = Fraction(0)
    """How many of those counted have no name yet."""

    spelled_out: dict[int, bool] = field(default_factory=dict)
    """Sentence -> whether its counts only spell out the number that the sum held before it."""

    def spelled(self, claim: Claim, claims: Sequence[Claim]) -> Reason | None:
        """`RESTATED` if the counts of the claim's sentence together are the sum held before it."""
        if claim.sentence is None or not self.parts:
            return None
        index = claim.sentence.index
        if index not in self.spelled_out:
            mine = [other for other in claims if other.sentence is claim.sentence and _barred(other) is None]
            together = sum((counted(other) for other in mine if not is_attacker(other)), Interval.of(0))
            fresh = self.parts[-1].sentence is not claim.sentence
            self.spelled_out[index] = fresh and len(mine) > 1 and together == self.value
        return Reason.RESTATED if self.spelled_out[index] else None

    @property
    def value(self) -> Interval:
        return sum((counted(claim) for claim in self.parts), Interval.of(0))


def counted(claim: Claim) -> Interval:
    """What a claim adds to a sum: 'at least 10' adds 10, 'more than 60' adds 61, 'up to 20' adds 20."""
    value = claim.figure.value
    one = Fraction(1)
    if claim.figure.words is None:
        match claim.figure.bound:
            case Bound.AT_LEAST if value.high == INFINITY:
                return Interval.of(value.low)
            case Bound.MORE_THAN if value.high == INFINITY:
                return Interval.of(value.low + one)
            case Bound.AT_MOST if value.high != INFINITY and value.low <= 0:
                return Interval.of(value.high)
            case Bound.LESS_THAN if value.high != INFINITY and value.low <= 0:
                return Interval.of(value.high - one)
    return Interval.of(value.low, value.low if value.high == INFINITY else value.high)


def explain(claims: Sequence[Claim], *, attacker: Attacker = Attacker.EITHER) -> dict[str, Total]:
    """The total of each measure of harm that one text's claims give, with what went in and what did not."""
    totals = {}
    for measure in HARM:
        mine = [claim for claim in claims if measure in claim.measures and claim.figure.kind is Kind.COUNT]
        total = _total(measure, mine, attacker)
        if total is not None:
            totals[measure] = total
    return totals


def _total(measure: str, claims: Sequence[Claim], attacker: Attacker) -> Total | None:
    running = _Sum(report=sum(map(_told, claims)) > len(claims) * REPORT)
    background = [claim for claim in claims if claim.relation is Relation.BACKGROUND]
    for claim in claims:
        reason = _barred(claim) or running.spelled(claim, claims)
        if reason is not None:
            running.left_out.append(LeftOut(claim, reason))
        else:
            _add(running, claim)
    if not running.parts and not running.attackers and background:
        running.left_out = [left for left in running.left_out if left.claim is not background[0]]
        _add(running, background[0])
    if not running.parts and not running.attackers:
        return None
    value = running.value
    for claim in running.widened:
        value = value.hull(counted(claim))
    included = list(running.parts)
    within = sum(counted(claim).low for claim in claims if claim.relation is Relation.SUBSET and is_attacker(claim))
    if within and attacker is not Attacker.COUNTED and value.low >= within:
        value = Interval.of(value.low - within, value.high - (within if attacker is Attacker.LEFT_OUT else 0))
    if running.attackers:
        if attacker is Attacker.LEFT_OUT:
            running.left_out.extend(LeftOut(claim, Reason.ATTACKER) for claim in running.attackers)
        else:
            number = max(counted(claim).low for claim in running.attackers)
            value = Interval.of(value.low + (number if attacker is Attacker.COUNTED else 0), value.high + number)
            included.extend(running.attackers)
    return Total(measure, value, tuple(included), tuple(running.widened), tuple(running.left_out))


def _barred(claim: Claim) -> Reason | None:
    """Why a claim cannot be part of any sum."""
    if claim.relation is Relation.SUBSET:
        return Reason.SUBSET
    if claim.relation is Relation.BACKGROUND:
        return Reason.BACKGROUND
    if claim.status in (Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL, Status.PRESUMED):
        return Reason.UNREAL
    return None


def _add(running: _Sum, claim: Claim) -> None:
    if is_attacker(claim):
        running.attackers.append(claim)
    elif claim.implied:
        _add_named(running, claim)
    else:
        _add_number(running, claim)


def _add_named(running: _Sum, claim: Claim) -> None:
    """Add victims without a number: known ones and members of a number given before are not added."""
    if claim.figure.words is not None:
        if running.parts:
            running.left_out.append(LeftOut(claim, Reason.RESTATED))
        else:
            running.parts.append(claim)
        return
    if claim.figure.text.lower() in word_set("object"):
        last = running.parts[-1] if running.parts else None
        if running.report or (last is not None and last.sentence is claim.sentence):
            running.left_out.append(LeftOut(claim, Reason.RESTATED))
        else:
            running.parts.append(claim)
        return
    name = _name(claim)
    listed = _listed(running, claim)
    if claim.relation is not Relation.ADDITION and any(_same(name, known, listed) for known in running.names):
        running.left_out.append(LeftOut(claim, Reason.RESTATED))
        return
    if running.parts and _definite(claim) and not _narrated(claim) and not listed:
        running.left_out.append(LeftOut(claim, Reason.RESTATED))
        return
    running.names.append(name)
    apart = claim.relation is Relation.ADDITION or listed or (_narrated(claim) and not running.report)
    numbered = any(not part.implied for part in running.parts)
    if (running.unnamed >= 1 and not apart) or (numbered and running.report and not listed):
        running.unnamed -= 1
        running.left_out.append(LeftOut(claim, Reason.NAMED))
    else:
        running.parts.append(claim)
        if _anonymous(claim):
            running.unnamed += 1


def _add_number(running: _Sum, claim: Claim) -> None:
    """Add a printed number, unless it says again, replaces, or disputes what the sum holds."""
    value = counted(claim)
    for part in [part for part in running.parts if part.implied and part.figure.words is not None]:
        running.parts.remove(part)
        running.left_out.append(LeftOut(part, Reason.REPLACED))
    if claim.relation is Relation.UPDATE:
        running.left_out.extend(LeftOut(part, Reason.REPLACED) for part in running.parts)
        running.parts = [claim]
        running.widened.clear()
    elif not running.parts or _beside(running, claim):
        running.parts.append(claim)
    elif claim.relation is Relation.ADDITION and not (running.report and _told(claim)):
        running.parts.append(claim)
    elif _bounds(running.parts[-1], claim):  # 'at least 15 and up to 25'
        running.widened.append(claim)
    elif _narrated(claim) and not running.report and not _definite(claim):
        running.parts.append(claim)
    elif value == running.value or any(counted(part) == value for part in running.parts):
        running.left_out.append(LeftOut(claim, Reason.RESTATED))
        return
    elif _with_restated(running, claim) or (not running.report and _also(claim)):
        running.parts.append(claim)
    elif _disputes(running, claim):
        running.widened.append(claim)
        return
    else:
        running.left_out.append(LeftOut(claim, Reason.SMALLER))
        return
    running.unnamed += Fraction(value.high)


def _beside(running: _Sum, claim: Claim) -> bool:
    """Whether the claim stands in one sentence with the last part and nobody else says it: 'five here and three there'."""
    last = running.parts[-1]
    if last.measure_cue == claim.measure_cue and not _bounds(last, claim):
        return True
    if last.sentence is not claim.sentence or counted(last) == counted(claim) or _bounds(last, claim):
        return False
    return _source(last) == _source(claim)


def _source(claim: Claim) -> str:
    return claim.attribution.name.lower() if claim.attribution is not None else ""


def _disputes(running: _Sum, claim: Claim) -> bool:
    """Whether another source gives a higher number of the same: not vaguely, and not so many more that it means a war."""
    held, value = running.value.high, counted(claim).high
    return _told(claim) and claim.figure.words is None and held < value <= held * FARTHEST


def _also(claim: Claim) -> bool:
    """Whether the verb's group says that it adds to what was told: 'two guards were also killed'."""
    cue = claim.measure_cue
    if cue is None:
        return False
    before = claim.document.text[max(0, cue.start - 16) : cue.start].lower().split()
    return not ALSO.isdisjoint(before[-2:])


def _bounds(last: Claim, claim: Claim) -> bool:
    """Whether two figures are the floor and the ceiling of one count."""
    if last.sentence is not claim.sentence or last.measure_cue != claim.measure_cue:
        return False
    return last.figure.bound is Bound.AT_LEAST and claim.figure.bound is Bound.AT_MOST


def _with_restated(running: _Sum, claim: Claim) -> bool:
    """Whether the claim stands in one list with a count that is known: 'the six guards and two women'."""
    last = running.left_out[-1] if running.left_out else None
    if last is None or last.reason is not Reason.RESTATED:
        return False
    if last.claim.implied and any(not part.implied for part in running.parts):
        return False
    return last.claim.measure_cue == claim.measure_cue


def _told(claim: Claim) -> bool:
    """Whether somebody other than the publisher states it."""
    return claim.attribution is not None and claim.attribution.source is not None


def _narrated(claim: Claim) -> bool:
    """Whether the count is the object of an act that is told ('then killed three'): acts follow one another and add up."""
    cue = claim.measure_cue
    if cue is None or cue.start > claim.figure.start:
        return False
    forms = lexicon().get(cue.text.split()[0].lower(), ())
    return any(entry.has(Role.PAST, Role.GERUND, Role.PARTICIPLE) for entry in forms) and "of" not in _between(
        claim, cue
    )


def _between(claim: Claim, cue: Span) -> list[str]:
    return claim.document.text[cue.end : claim.figure.start].lower().split()[:1]


def _anonymous(claim: Claim) -> bool:
    """Whether 'a' or 'an' brings in a victim whose name may follow: 'a guard was killed ... Luis Ortega, the guard'."""
    words = claim.figure.text.split()
    return words[0].lower() in word_set("article") and not any(word[:1].isupper() for word in words[1:])


def _definite(claim: Claim) -> bool:
    """Whether 'the' or its like says that the counted are known already."""
    start = claim.figure.start
    words = (
        claim.figure.text.lower().split()
        if claim.implied
        else claim.document.text[max(0, start - 8) : start].lower().split()[-1:]
    )
    return bool(words) and words[0] in ANAPHORA


def _listed(running: _Sum, claim: Claim) -> bool:
    """Whether the claim stands in one list with the last part: 'four students and a teacher'."""
    return bool(running.parts) and running.parts[-1].measure_cue == claim.measure_cue


def _same(one: frozenset[str], other: frozenset[str], listed: bool) -> bool:
    """Whether two names are of one victim; those of one list are of different ones, whatever they share."""
    return one == other or (not listed and (one <= other or other <= one or len(one & other) > 1))


def _name(claim: Claim) -> frozenset[str]:
    """The words by which a victim is known again: those of the name, or the noun."""
    words = [word.strip("\"“”.,;'’()[]").lower() for word in claim.figure.text.split()]
    small = word_set("article") | word_set("determiner") | word_set("possessive")
    kept = [word.removesuffix("'s").removesuffix("’s") for word in words if word and word not in small]
    own = frozenset(word for word in kept if word not in roles())
    return own or frozenset(kept)


def is_attacker(claim: Claim) -> bool:
    """Whether the claim counts those who died of an attack of their own."""
    words = (claim.population or "").lower().split()
    return claim.population == ATTACKER or any(word.strip("\"“”.,;'’") in word_set("attackers") for word in words)
