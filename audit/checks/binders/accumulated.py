"""A total of what sentences have told one by one: 'Twelve were killed. Another five died. The total is 17.'"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.formulas import total
from audit.checks.gaps import after, before, by_sentence, first_of
from audit.checks.harms import harm
from audit.checks.proposal import Candidate, Proposal
from audit.checks.units import addable
from audit.claims.claim import Claim, PeriodKind, Relation
from audit.document import Document
from audit.figures.figure import Kind
from audit.vocabulary import load
from audit.words import heads

__all__ = ["accumulated"]

EARLIER = "whether the total counts earlier ones too"
BACK = 4
"""Sentences with figures before the total in which its parts are looked for."""
APART = 2
"""Sentences by which two neighbouring parts, or the last part and the total, may be apart."""
LEAD = 1
"""Sentence of the text up to which nothing has been told before the first part."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("accumulated").items()}
    about = r"(?:about |some |nearly )?"
    return {
        "total": re.compile(rf"^[\"']?(?:{words['total']}),? {about}$"),
        "more": re.compile(rf"\b(?:{words['more_before']}) {about}$"),
        "more_behind": re.compile(rf"^ (?:[a-z]+ )?(?:{words['more_behind']})\b"),
        "longer": re.compile(rf"\b(?:{words['longer']})\b"),
        "left_out": re.compile(rf"\b(?:{words['left_out']})\b"),
    }


@cache
def _cues() -> frozenset[str]:
    return heads(load("accumulated")["total"])


def accumulated(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each total at the head of a sentence whose parts stand one by one in the sentences before."""
    if document.words.isdisjoint(_cues()):
        return
    told: list[Sequence[Claim]] = []
    for here in by_sentence(claims):
        assert here[0].sentence is not None
        cued = not document.words_of(here[0].sentence).isdisjoint(_cues())
        if told and cued and _patterns()["total"].match(before(here[0])):
            yield from _total(here[0], told)
        told = [*told[1 - BACK :], here]


def _total(whole: Claim, told: Sequence[Sequence[Claim]]) -> Iterator[Proposal]:
    """Parts are gathered backwards as long as each comes on top of others; the first that does not is the first part."""
    parts: list[Claim] = []
    last = whole
    for group in reversed(told):
        found = [claim for claim in group if _is_part(claim, whole)]
        if len(found) != 1 or not _is_near(found[0], last):
            return
        parts.insert(0, found[0])
        last = found[0]
        if not _is_more(found[0]):
            break
    else:
        return
    if len(parts) > 1:
        operands = tuple(Operand(part, "part") for part in parts)
        expression = " + ".join(f"{{{place}}}" for place in range(len(parts)))
        reading = Candidate("parts added up", operands, total, expression)
        yield Proposal(Operation.SUM, whole, (reading,), doubts=() if _is_all(whole, parts) else (EARLIER,))


def _is_part(claim: Claim, whole: Claim) -> bool:
    """Whether it is in the unit of the total, and of its harm or, if the total does not say of which, of any."""
    if claim.relation is Relation.SUBSET or claim.figure.kind in (Kind.DURATION, Kind.AGE):
        return False
    return addable(claim.figure, whole.figure) and harm(whole) in (None, harm(claim))


def _is_near(part: Claim, following: Claim) -> bool:
    assert part.sentence is not None and following.sentence is not None
    return (
        following.sentence.index - part.sentence.index <= APART
        and following.sentence.paragraph - part.sentence.paragraph <= 1
    )


def _is_more(claim: Claim) -> bool:
    patterns = _patterns()
    return bool(patterns["more"].search(before(claim)) or patterns["more_behind"].match(after(claim)))


def _is_all(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether nothing can have been told before the first part, nor left out: a toll may be that of a whole war."""
    harms = {harm(part) for part in parts}
    assert parts[0].sentence is not None and whole.sentence is not None
    if len(harms) > 1 or (harms != {None} and parts[0].sentence.index > LEAD):
        return False
    if whole.period is not None and whole.period.kind is PeriodKind.SINCE:
        return False
    said = f"{before(whole)}|{after(whole)}".lower()
    return not _patterns()["longer"].search(said) and not any(
        _patterns()["left_out"].search(after(part)) for part in parts
    )
