"""Running totals: 'five more died, bringing the toll from 41 to 46', 'the toll rose by 14 to 90 from 76'.

The old total stands in the sentence or is the toll that the sentence before gave; a toll further back may be another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.formulas import total
from audit.checks.gaps import Patterns, after, before, between, by_sentence, counts, first_of
from audit.checks.harms import harm
from audit.checks.people import is_people
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.claims.claim import Claim, Relation
from audit.document import Document
from audit.interval import Interval
from audit.vocabulary import load
from audit.words import heads

__all__ = ["running"]

EARLIER = "the total before, from the same source and for the same place"
NEAR = 1
"""Sentences back to which an earlier total surely belongs."""


@cache
def _patterns() -> Patterns:
    words = {name: first_of(tuple(found)) for name, found in load("running").items()}
    toll = rf"(?:\b(?:{words['toll']})\b)"
    few = r"(?:\s[^\d,;:.()]{1,40}?)?"
    spelt = {
        "bringing_to": rf"\b(?:{words['bringing']})\b(?:\s[^\d,;:.()]{{1,30}}?)? {toll}{few} to (?:about |some )?$",
        "bringing_from": rf"\b(?:{words['bringing']})\b(?:\s[^\d,;:.()]{{1,30}}?)? {toll}{few} from (?:about |some )?$",
        "bringing_it": rf"\b(?:{words['bringing']}) (?:{words['it']}) to (?:about |some )?$",
        "rose_to": rf"{toll}[^;:.]{{0,50}}? (?:{words['rose']}|{words['fell']})\b[^;:.]{{0,30}}? to $",
        "rose_from": rf"{toll}[^;:.]{{0,50}}? (?:{words['rose']}|{words['fell']})\b[^;:.]{{0,30}}? from $",
        "rose_by": rf"{toll}[^;:.]{{0,60}}? (?:{words['rose']}|{words['fell']}) by $",
        "fell": rf"\b(?:{words['fell']})\b",
        "to": r"^(?: people| deaths)? to $",
        "from": r"^(?: [^\d,;:.()]{1,30})?,? from (?:a previous |an earlier |the previous )?$",
        "more": rf"^ (?:{words['more']})\b",
        "another": rf"\b(?:{words['another']}) $",
        "of": rf"{toll} of (?:the )?(?P<counted>[^\d,;:.()]{{1,40}}?) (?:to|from) (?:about |some )?$",
        "reached": rf"{toll}[^;:.]{{0,40}}? (?:{words['reached']}) $",
        "up_from": r"^,? up from $",
        "after_more": r"^[^;:.\d]{0,30} (?:after|when|with|as) (?:another |a further )?$",
        "it_stood": rf"^[^:.\d]{{0,60}}[;,] (?:it|that|up|which) (?:(?:had )?{words['had_stood']}) (?:at |from )?$",
        "of_event": rf"\b(?:{words['of_wounds']})\b.* (?:the (?:death )?toll|the total|it) to $",
        "later": rf"\b(?:{words['later']})\b",
        "stood": rf"{toll}(?:, which)?{few} (?:{words['stood']}) (?:about |some )?$",
    }
    return Patterns(spelt)


@cache
def _cues() -> frozenset[str]:
    words = load("running")
    return heads(words["toll"]) | heads(words["bringing"])


@cache
def _moves() -> frozenset[str]:
    """Of a total that changes: without one of them a sentence gives at most the total from which a later one starts."""
    words = load("running")
    return frozenset().union(*(heads(words[name]) for name in ("bringing", "rose", "fell", "reached")))


def running(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each new total or each rise that is printed with what it rose from."""
    if document.words.isdisjoint(_moves()):
        return
    earlier: dict[str, Claim] = {}
    last: list[Claim] = []
    for found in by_sentence(claims):
        assert found[0].sentence is not None
        words = document.words_of(found[0].sentence)
        here = counts(found)
        if words.isdisjoint(_cues()):
            last = here
            continue
        moves = not words.isdisjoint(_moves())
        for place in range(len(here)):
            if moves:
                yield from (
                    _rise(here, place)
                    or _bringing(here, place, earlier, last)
                    or _rise_by(here, place, earlier)
                    or _rise_after(here, place, earlier)
                    or _reached(here, place)
                )
            if _is_total(here[place], moves):
                earlier[_measure(here[place])] = here[place]
        last = here


def _is_total(claim: Claim, moves: bool) -> bool:
    lead = before(claim)
    return any(_patterns()[name].search(lead) for name in ("stood", *(("bringing_to", "rose_to") if moves else ())))


def _measure(claim: Claim) -> str:
    """What a total counts; a toll that does not say so is one of the dead."""
    return claim.measure if claim.measure is not None and claim.measure in load("totals")["harm"] else "killed"


def _pair(here: list[Claim], place: int, verb: str) -> tuple[Claim, Claim] | None:
    """The old and the new total, where the figure at the place is the first of the two."""
    if place + 1 >= len(here):
        return None
    one, other = here[place], here[place + 1]
    patterns, lead, gap = _patterns(), before(one), between(one, other)
    if patterns[f"{verb}_from"].search(lead) and patterns["to"].match(gap):
        return one, other
    if patterns[f"{verb}_to"].search(lead) and patterns["from"].match(gap):
        return other, one
    return None


def _rise(here: list[Claim], place: int) -> list[Proposal]:
    """'rose by N to B from A', 'rose from A to B after N more': the rise is the claim."""
    pair = _pair(here, place, "rose")
    if pair is None:
        return []
    old, new = pair
    patterns = _patterns()
    by = here[place - 1] if place and patterns["rose_by"].search(before(here[place - 1])) else None
    behind = here[place + 2] if place + 2 < len(here) else None
    step = by or (behind if behind is not None and _is_more(behind) else None)
    if step is None:
        return []
    falls = patterns["fell"].search(before(here[place])) is not None
    more, less = (old, new) if falls else (new, old)
    operands = (Operand(more, "new" if not falls else "old"), Operand(less, "old" if not falls else "new"))
    slips = (Slip("cumulative_as_new", lambda v: v[0]),)
    reading = Candidate("one total less the other", operands, _less, "{0} - {1}", slips=slips)
    return [Proposal(Operation.DIFFERENCE, step, (reading,))]


def _of_event(here: list[Claim], place: int, last: list[Claim]) -> Claim | None:
    """The dead of the event that the sentence before told of, where more of them 'have since died'."""
    words = before(here[place])
    dead = [claim for claim in last if harm(claim) == "killed" and claim.relation is not Relation.SUBSET]
    one = len(dead) == 1 and place == 1 and _measure(here[place]) == "killed"
    return dead[0] if one and _patterns()["later"].search(words) else None


def _bringing(here: list[Claim], place: int, earlier: dict[str, Claim], last: list[Claim]) -> list[Proposal]:
    """'N more died, bringing the toll (from A) to B': the new total is the claim."""
    patterns = _patterns()
    pair = _pair(here, place, "bringing")
    new = pair[1] if pair else here[place]
    lead = before(new)
    if pair is None and not (patterns["bringing_to"].search(lead) or patterns["bringing_it"].search(lead)):
        return []
    old = pair[0] if pair else earlier.get(_measure(new)) or _of_event(here, place, last)
    steps = [claim for claim in here[:place] if claim.relation is not Relation.SUBSET and claim is not old]
    if pair is None or len(steps) > 1:
        steps = [claim for claim in steps if claim.measure in (None, _measure(new))]
    if pair is not None and not steps:
        steps = [claim for claim in here[place + 2 : place + 3] if _is_more(claim)]
    if not steps or old is None or any(claim.figure.words is not None for claim in steps):
        return []
    if not all(_counts_alike(step, new, lead if pair is None else before(here[place])) for step in steps):
        return []
    if pair is not None:
        return [_total(new, pair[0], steps, ())]
    if len(steps) != 1:
        return []
    step = steps[0]
    told = old in earlier.values() or _patterns()["of_event"].search(lead) is not None
    doubts = () if told and _is_near(old, new) and _is_more(step) else (EARLIER,)
    return [_total(new, old, [step], doubts)]


def _counts_alike(step: Claim, new: Claim, lead: str) -> bool:
    """Whether the total counts what the step counts: twelve wounded add nothing to a 'total of attacks' or 'of arrests'."""
    if None not in (step.measure, new.measure) and step.measure != new.measure:
        return False
    counted = _patterns()["of"].search(lead)
    if counted is None or step.figure.head is None or not is_people(step.figure.head):
        return True
    words = {word.removesuffix("s") for word in counted["counted"].split()}
    return step.figure.head in words or any(is_people(word) for word in words | set(counted["counted"].split()))


def _rise_by(here: list[Claim], place: int, earlier: dict[str, Claim]) -> list[Proposal]:
    """'The toll, which stood at A, rose by N to B': the new total is the claim."""
    if not place or not _patterns()["rose_by"].search(before(here[place - 1])):
        return []
    step, new = here[place - 1], here[place]
    old = earlier.get(_measure(new))
    falls = _patterns()["fell"].search(before(step)) is not None
    if old is None or falls or old is step or not _patterns()["to"].match(between(step, new)):
        return []
    return [_total(new, old, [step], () if _is_near(old, new) else (EARLIER,))]


def _rise_after(here: list[Claim], place: int, earlier: dict[str, Claim]) -> list[Proposal]:
    """'The toll rose to B after N more died; it had stood at A': the new total is the claim."""
    patterns = _patterns()
    if not patterns["rose_to"].search(before(here[place])) or place + 1 == len(here):
        return []
    new, step = here[place], here[place + 1]
    if not patterns["after_more"].match(between(new, step)) or not _is_more(step) or not _counts_alike(step, new, ""):
        return []
    behind = here[place + 2] if place + 2 < len(here) else None
    if behind is not None and patterns["it_stood"].match(between(step, behind)):
        return [_total(new, behind, [step], ())]
    old = earlier.get(_measure(new))
    return [] if old is None else [_total(new, old, [step], () if _is_near(old, new) else (EARLIER,))]


def _reached(here: list[Claim], place: int) -> list[Proposal]:
    """'With N more deaths the total reached B, up from A': the new total is the claim."""
    if not place or place + 1 == len(here):
        return []
    step, new, old = here[place - 1 : place + 2]
    patterns = _patterns()
    told = patterns["reached"].search(before(new)) and patterns["up_from"].match(between(new, old))
    return [_total(new, old, [step], ())] if told and _is_more(step) and _counts_alike(step, new, "") else []


def _is_near(old: Claim, new: Claim) -> bool:
    """Whether the two stand in one sentence or in two of a paragraph that follow each other."""
    assert old.sentence is not None and new.sentence is not None
    return new.sentence.index - old.sentence.index <= NEAR and old.sentence.paragraph == new.sentence.paragraph


def _is_more(claim: Claim) -> bool:
    patterns = _patterns()
    marked = patterns["more"].match(after(claim)) or patterns["another"].search(before(claim))
    return marked is not None or claim.relation is Relation.ADDITION


def _total(new: Claim, old: Claim, steps: Sequence[Claim], doubts: tuple[str, ...]) -> Proposal:
    operands = (Operand(old, "old"), *(Operand(step, "increase") for step in steps))
    expression = " + ".join(f"{{{place}}}" for place in range(len(operands)))
    slips = (
        Slip("cumulative_as_new", lambda v: total(v[1:])),
        Slip("not_added", lambda v: v[0]),
    )
    reading = Candidate("the total before and what came to it", operands, total, expression, slips=slips)
    return Proposal(Operation.RUNNING_TOTAL, new, (reading,), doubts=doubts)


def _less(values: Sequence[Interval]) -> Interval:
    return values[0] - values[1]
