"""By what share a force has been reduced, against its losses and its strength, wherever in the text these stand.

'... killed 3,000 rebels and wounded 2,000 more. ... would mean that the rebels' forces have been reduced by 25%, assuming
a strength of 20,000.' The share, the losses and the strength must be of one group; which losses count is left to two
readings, all together and the killed alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.checks.check import Operand, Operation
from audit.checks.gaps import Patterns, after, before, by_sentence, first_of
from audit.checks.harms import harm
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.claims.claim import Claim, PeriodKind, Relation, Status
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.lang import load
from audit.text.document import Document
from audit.text.plurals import singular
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["reduction"]

GROUP = "a strength and losses that are surely of the same group and time"
STRENGTH = "the strength of the force"
LOSSES = "the losses of the force"
SIDES = ("state", "irregular", "civilian")
STEM = 4
"""Letters that two names of one stem share at least."""
CIVILIAN = SIDES[2]
"""Those who are in no force, whose dead are no loss of one."""


@dataclass(frozen=True, slots=True)
class Force:
    """The words by which a text calls a force: names of its own, and the sides for which they stand."""

    names: frozenset[str]
    sides: frozenset[str]

    def like(self, other: Force) -> bool:
        """Whether both can be one force: they share a name, or one has none and their sides do not differ."""
        if CIVILIAN in self.sides | other.sides:
            return False
        if self.names and other.names:
            return self._shares_name(other)
        return not self.sides or not other.sides or bool(self.sides & other.sides)

    def surely(self, other: Force) -> bool:
        """Whether they share a name or a side."""
        return self._shares_name(other) or bool(self.sides & other.sides)

    def _shares_name(self, other: Force) -> bool:
        return any(_akin(one, another) for one in self.names for another in other.names)


def _akin(one: str, other: str) -> bool:
    """Whether two names have one stem: a country and its people ('Russia', 'Russian')."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(STEM, min(len(one), len(other)) - 2)


@kept
def _patterns() -> Patterns:
    words = {name: first_of(tuple(found)) for name, found in load("forces").items()}
    group = r"(?P<group>[^.;:,]{1,60}?)"
    force = rf"\b(?:{words['force']})\b"
    about = r"(?:about |around |roughly |some |nearly |almost |up to |between |at least |more than |as much as )?"
    ending = r"\b(?:has|have|had|was|were|is|are)(?: now)?(?: already)?(?: been)?"
    spelt = {
        "active_before": rf"\b(?:{words['reduced']}) {group} by {about}$",
        "passive_before": rf"{group} {ending} (?:{words['reduced']}) by {about}$",
        "lost_before": rf"(?:^|[,;:] |\bthat ){group} {ending} (?:{words['lost']}) {about}$",
        "lost_after": rf"^ of (?P<own>(?:[^.;:,]|[.,](?=\d)){{1,50}}?{force})",
        "reduction_before": rf"\b(?:{words['reduction']}) (?:of|in) {group} (?:by|of) {about}$",
        "amounts_before": rf"\b(?:{words['amounts']}) {about}$",
        "suffered_before": rf"\b(?:{words['suffered']}) [^.;:]{{1,80}}, (?:or )?{about}$",
        "perfect": r"\b(?:has|have|had|since)\b",
        "reckoning": rf"\b(?:{words['reckoning']})\b",
        "having": rf"\b({words['having']}) (?:an estimated |a total of )?$",
        "gone_before": rf"\b(?:{words['gone']}) {about}$",
        "gone_after": rf"^ of {group} {ending} (?:{words['gone']})\b",
        "force": force,
        "strength": rf"(?P<group>(?:[^\s.;:,]+ ){{0,4}}){force}[^.;:,]{{0,30}}$",
    }
    return Patterns(spelt, re.IGNORECASE)


@kept
def _cues() -> frozenset[str]:
    return heads(load("forces")["force"])


def reduction(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each share by which a force is said to be reduced, if the text has losses or a strength."""
    if not any(_reduced(claim) for claim in claims):
        return
    losses: list[list[Claim]] = []
    strengths: list[Claim] = []
    waiting: list[tuple[Claim, Force, int]] = []
    for here in by_sentence(claims):
        lost = [claim for claim in here if _is_loss(claim)]
        if lost:
            losses.append(lost)
        strengths += [claim for claim in here if _is_strength(claim)]
        for claim in here:
            force = _reduced(claim)
            if force is not None:
                waiting.append((claim, force, len(losses)))
    for claim, force, seen in waiting:
        yield from _proposal(claim, force, losses[:seen], strengths)


def _is_loss(claim: Claim) -> bool:
    return (
        claim.figure.kind is Kind.COUNT
        and harm(claim) in load("forces")["losses"]
        and claim.relation is not Relation.SUBSET
        and claim.status not in (Status.HYPOTHETICAL, Status.PLANNED, Status.DENIED)
        and (claim.period is None or claim.period.kind is not PeriodKind.PER)
    )


def _is_strength(claim: Claim) -> bool:
    """Whether so many are said to be in a force: by its measure, the words before it, or as fighters that it has."""
    if claim.figure.kind is not Kind.COUNT or claim.figure.words is not None:
        return False
    if claim.measure is not None or harm(claim) is not None:
        return claim.measure == "strength"
    lead = before(claim)
    having = _patterns()["having"].search(lead)
    if claim.figure.noun is None:
        counted = claim.status is Status.PRESUMED or bool(having and having[1] in load("forces")["numbering"])
    else:
        counted = claim.figure.head in load("forces")["fighter"]
    return (having is not None and counted) or _patterns()["strength"].search(lead) is not None


def _reduced(claim: Claim) -> Force | None:
    """The force that a share is said to have lost; None for any other figure."""
    if claim.figure.kind not in (Kind.PERCENT, Kind.FRACTION) or claim.sentence is None:
        return None
    if claim.document.words_of(claim.sentence).isdisjoint(_cues()):
        return None
    patterns, lead, tail = _patterns(), before(claim, fold=False), after(claim, fold=False)
    for name in ("active_before", "passive_before", "reduction_before"):
        match = patterns[name].search(lead)
        if match and patterns["force"].search(match["group"]):
            return _force(match["group"])
    own = patterns["lost_after"].match(tail)
    loser = patterns["lost_before"].search(lead)
    if own and loser:
        return _force(f"{loser['group']} {own['own']}")
    if own and any(patterns[f"{name}_before"].search(lead) for name in ("gone", "amounts", "suffered")):
        return _force(own["own"])
    gone = patterns["gone_after"].match(tail)
    if gone and patterns["force"].search(gone["group"]):
        return _force(gone["group"])
    return None


def _proposal(claim: Claim, force: Force, losses: list[list[Claim]], strengths: list[Claim]) -> Iterator[Proposal]:
    """Bound to the losses of the group named last before the share, and to the strength nearest to it."""
    lost = next((group for group in reversed(losses) if _of(group[0]).like(force)), None)
    lost = [each for each in lost if _of(each).like(force)] if lost else None
    sized = [each for each in strengths if _strength_of(each).like(force)]
    if lost is None and not sized:
        return
    missing = tuple(what for what, found in ((LOSSES, lost), (STRENGTH, sized)) if not found)
    if missing or not lost:
        yield Proposal(Operation.REDUCTION, claim, (), missing=missing)
        return
    strength = min(sized, key=lambda each: (_apart(each, claim), each.index))
    sure = _of(lost[0]).surely(force) or len(losses) == 1
    alike = all(each.figure.value == strength.figure.value for each in sized)
    yield Proposal(
        Operation.REDUCTION,
        claim,
        _readings(claim, lost, strength),
        doubts=() if sure and alike and _reckons(claim, lost[0], strength) else (GROUP,),
    )


_WORKED_OUT = (Status.INFERRED, Status.PRESUMED, Status.HYPOTHETICAL)


def _reckons(claim: Claim, lost: Claim, strength: Claim) -> bool:
    """Whether the share is worked out from these losses, and they are not those of one attack among others.

    It is if the text infers it or presumes the strength for it, if all stand in one sentence, or if the losses are told as
    all that there have been ('has killed 5,000').
    """
    assert claim.sentence is not None and lost.sentence is not None
    if claim.status in _WORKED_OUT or strength.status in _WORKED_OUT or claim.sentence == lost.sentence:
        return True
    if _patterns()["reckoning"].search(claim.sentence.text):
        return True
    one_event = lost.period is not None and lost.period.kind is PeriodKind.NEW
    return not one_event and _patterns()["perfect"].search(lost.sentence.text) is not None


def _apart(one: Claim, other: Claim) -> int:
    assert one.sentence is not None and other.sentence is not None
    return abs(one.sentence.index - other.sentence.index)


def _readings(claim: Claim, lost: Sequence[Claim], strength: Claim) -> tuple[Candidate, ...]:
    by_measure: dict[str, Claim] = {}
    for each in lost:
        by_measure.setdefault(harm(each) or "", each)
    names = {"injured": "wounded", "detained": "captured"}
    parts = [(names.get(measure, measure), each) for measure, each in by_measure.items()]
    killed = [(name, each) for name, each in parts if name == "killed"]
    readings = []
    for chosen in (parts, killed) if len(parts) > 1 and killed else (parts,):
        together = " and ".join(name for name, _ in chosen)
        label = f"{together} together over strength" if len(chosen) > 1 else f"{together} alone over strength"
        operands = (*(Operand(each, name) for name, each in chosen), Operand(strength, "strength"))
        places = range(len(chosen))
        added = " + ".join(f"{{{place}}}" for place in places)
        expression = f"({added}) / {{{len(chosen)}}}" if len(chosen) > 1 else f"{added} / {{1}}"
        moved = tuple(places) if len(chosen) > 1 else ()
        readings.append(Candidate(label, operands, _share(claim), expression, together=moved))
    return tuple(readings)


def _share(claim: Claim) -> Formula:
    scale = 100 if claim.figure.kind is Kind.PERCENT else 1

    def share(values: Sequence[Interval]) -> Interval:
        return sum(values[1:-1], values[0]) / values[-1] * scale

    return share


@kept
def _sides() -> dict[str, str]:
    """The side for which a word stands."""
    return {singular(word): side for side in SIDES for word in load("forces")[side]}


@kept
def _generic() -> frozenset[str]:
    return frozenset(map(singular, load("forces")["generic"]))


_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<owner>'s?(?!\w))?")


def _force(words: str) -> Force:
    """A word with a capital, or one that owns, is a name; those of a side stand for the side."""
    names: set[str] = set()
    sides: set[str] = set()
    for match in _WORD.finditer(words.replace("’", "'")):
        word = singular(match["word"].lower())
        if word in _sides():
            sides.add(_sides()[word])
        elif word not in _generic() and (match["owner"] or match["word"][0].isupper()):
            names.add(word)
    return Force(frozenset(names), frozenset(sides))


def _of(claim: Claim) -> Force:
    return _force(claim.population or "")


def _strength_of(claim: Claim) -> Force:
    match = _patterns()["strength"].search(before(claim, fold=False))
    return _force(f"{claim.population or ''} {match.group() if match else ''}")
