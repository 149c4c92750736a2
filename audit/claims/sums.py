"""Adds up one measure's claims of one text, in their order: each goes in, widens the sum, or is left out for a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from audit.claims.claim import Claim, Relation
from audit.claims.wording import (
    bounds,
    counted,
    has_also,
    is_anonymous,
    is_attacker,
    is_definite,
    is_narrated,
    is_one_of,
    is_other,
    is_owner,
    is_pronoun,
    is_titled,
    is_told,
    is_toll,
    is_vague,
    same_people,
    victim_name,
    was_injured,
)
from audit.interval import Interval

__all__ = ["LeftOut", "Reason", "Sum"]

FARTHEST = 5
"""Sources on one event differ by less than so many times; what is farther off counts something else."""
REMEMBERED = 50
"""With so many earlier victims of one name a new one is compared, the latest first: this keeps the work linear."""


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


@dataclass
class Sum:
    """A total while it is being made."""

    report: bool
    """Whether the text reports what sources say, and so says things again, rather than tell acts one after another."""
    parts: list[Claim] = field(default_factory=list)
    widened: list[Claim] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    attackers: list[Claim] = field(default_factory=list)
    value: Interval = field(default_factory=lambda: Interval.of(0))
    """The sum of `parts`."""
    unnamed: Fraction = Fraction(0)
    """How many of those counted have no name yet."""
    _numbers: set[Interval] = field(default_factory=set)
    _numbered: bool = False
    _stated: bool = False
    """Whether a number was stated as a result ('five are dead'), whose acts may be told after it."""
    _vague: Claim | None = None
    _names: list[frozenset[str]] = field(default_factory=list)
    _by_word: dict[str, list[int]] = field(default_factory=dict)

    def take(self, claim: Claim) -> None:
        """Put the claim where it belongs."""
        if is_attacker(claim):
            self.attackers.append(claim)
        elif was_injured(claim):
            if claim.implied and self.report and self.parts:  # 'the wounded man died': told of already
                self.leave(claim, Reason.RESTATED)
            else:
                self._add(claim)
        elif not claim.implied:
            self._number(claim)
        elif is_vague(claim):
            self._plural(claim)
        elif is_pronoun(claim):
            self._pronoun(claim)
        else:
            self._victim(claim)

    def leave(self, claim: Claim, reason: Reason) -> None:
        self.left_out.append(LeftOut(claim, reason))

    def _add(self, claim: Claim) -> None:
        self.parts.append(claim)
        self.value = self.value + counted(claim)
        self._numbers.add(counted(claim))
        self._numbered = self._numbered or not claim.implied
        self._stated = self._stated or not (claim.implied or is_narrated(claim))

    def _clear(self) -> None:
        for part in self.parts:
            self.leave(part, Reason.REPLACED)
        self.parts, self.widened, self.value = [], [], Interval.of(0)
        self._numbers.clear()

    def _plural(self, claim: Claim) -> None:
        """'Civilians were killed' counts only as long as nothing else does."""
        if self.parts:
            self.leave(claim, Reason.RESTATED)
        else:
            self._vague = claim
            self._add(claim)

    def _pronoun(self, claim: Claim) -> None:
        """'Killed him' is one more in a tale of acts, unless its sentence has named him."""
        if self.report or (self.parts and self.parts[-1].sentence is claim.sentence):
            self.leave(claim, Reason.RESTATED)
        else:
            self._add(claim)

    def _victim(self, claim: Claim) -> None:
        """Add a victim without a number, unless known already or one of a number given before."""
        name, listed = victim_name(claim), self._listed(claim)
        apart = claim.relation is Relation.ADDITION and not (self._numbered and self.report and is_one_of(claim))
        if not apart and self._knows(name, listed):
            return self.leave(claim, Reason.RESTATED)
        known_by_role = (is_definite(claim) and not is_narrated(claim)) or is_titled(claim)
        known_by_role = known_by_role or (self.report and is_owner(claim))
        if self.parts and known_by_role and not listed:
            return self.leave(claim, Reason.RESTATED)
        self._remember(name)
        apart = apart or listed or (is_narrated(claim) and not self.report and not self._stated)
        apart = apart and not self._with_named(claim)
        if (self.unnamed >= 1 and not apart) or (self._numbered and self.report and not listed):
            self.unnamed -= 1
            return self.leave(claim, Reason.NAMED)
        if is_anonymous(claim):
            self.unnamed += 1
        if (
            self._vague is not None and self.parts == [self._vague] and not listed
        ):  # 'many have died ... Ana Ruiz was killed'
            self._clear()
            self._vague = None
        return self._add(claim)

    def _number(self, claim: Claim) -> None:
        """Add a printed number, unless it says again, replaces, or disputes what the sum holds."""
        value = counted(claim)
        if claim.relation is Relation.UPDATE or (self._vague is not None and self.parts == [self._vague]):
            self._clear()
            self._vague = None
        if self._adds(claim):
            self._add(claim)
        elif bounds(self.parts[-1], claim):
            self.widened.append(claim)
        elif value == self.value or value in self._numbers:
            return self.leave(claim, Reason.RESTATED)
        elif self._with_restated(claim) or (has_also(claim) and not (self.report and self._numbered)):
            self._add(claim)
        elif self._disputes(claim):
            self.widened.append(claim)
            return None
        else:
            return self.leave(claim, Reason.SMALLER)
        self.unnamed += Fraction(value.high)
        return None

    def _with_named(self, claim: Claim) -> bool:
        """Whether its sentence has told of one of those counted before: 'Ali was killed with his wife and two daughters'."""
        last = self.left_out[-1] if self.left_out else None
        return (
            self._numbered
            and last is not None
            and last.reason is Reason.NAMED
            and last.claim.sentence is claim.sentence
        )

    def _adds(self, claim: Claim) -> bool:
        """Whether the words make it an addition, whatever its size."""
        if not self.parts or self._beside(claim):
            return True
        if bounds(self.parts[-1], claim) or (self._with_named(claim) and counted(claim).high < self.value.low):
            return False
        if has_also(claim) and is_other(claim) and counted(claim) not in self._numbers:
            return True
        if claim.relation is Relation.ADDITION:
            return not (self.report and is_told(claim))
        return is_narrated(claim) and not self.report and not is_definite(claim)

    def _listed(self, claim: Claim) -> bool:
        """Whether the claim stands in one list with the last part: 'four students and a teacher'."""
        return bool(self.parts) and self.parts[-1].measure_cue == claim.measure_cue

    def _beside(self, claim: Claim) -> bool:
        """Whether it stands in one sentence with the last part and nobody else says it: 'five here and three there'."""
        last = self.parts[-1]
        if bounds(last, claim) or is_toll(claim):
            return False
        if self._listed(claim):
            return True
        same = last.sentence is claim.sentence and counted(last) != counted(claim)
        return same and _source(last) == _source(claim)

    def _with_restated(self, claim: Claim) -> bool:
        """Whether it stands in one list with a count that is known: 'the six guards and two women'."""
        last = self.left_out[-1] if self.left_out else None
        if last is None or last.reason is not Reason.RESTATED or (last.claim.implied and self._numbered):
            return False
        return last.claim.measure_cue == claim.measure_cue

    def _disputes(self, claim: Claim) -> bool:
        """Whether another source gives a higher number of the same: not vaguely, nor of quite another size."""
        held, value = self.value.high, counted(claim).high
        alike = all(same_people(part, claim) for part in self.parts[-1:])
        return is_told(claim) and not is_vague(claim) and alike and held < value <= held * FARTHEST

    def _remember(self, name: frozenset[str]) -> None:
        for word in sorted(name):
            self._by_word.setdefault(word, []).append(len(self._names))
        self._names.append(name)

    def _knows(self, name: frozenset[str], listed: bool) -> bool:
        """Whether a victim of the name is known; those of one list are different, whatever they share."""
        shared = Counter(index for word in sorted(name) for index in self._by_word.get(word, ())[-REMEMBERED:])
        for index, number in shared.items():
            known = self._names[index]
            if known == name or (not listed and (number > 1 or number == min(len(known), len(name)))):
                return True
        return False


def _source(claim: Claim) -> str:
    return claim.attribution.name.lower() if claim.attribution is not None else ""
