"""A part that the words set inside a whole ('27 people, including 11 children') is no larger than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.gaps import after, before, between, by_sentence, counts, first_of
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Relation
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["subsets"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("subsets").items()}
    return {
        "including": re.compile(rf"^[^;:.()\d]{{0,60}}[, (](?:{words['including']}) (?:(?:{words['about']}) )?$"),
        "of_them": re.compile(rf"^(?: [^\s,;:.()]+)? (?:{words['of_them']})\b"),
        "of_the": re.compile(rf"(?:^|[,;] |\" )of (?:{words['the']}) $"),
        "more": re.compile(rf"^ (?:{words['more']})\b"),
        "then": re.compile(r"^(?: [^\s,;:.()]+){0,8}, (?:only |about |at least |some )?$"),
    }


def subsets(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each printed count that is linked to a whole of the same sentence or the one before it."""
    known = {claim.index: claim for claim in claims}
    for found in by_sentence(document, claims):
        last: Claim | None = None
        for claim in counts(found):
            whole = known.get(claim.included_in) if claim.included_in is not None else _whole(last, claim)
            if whole is not None and (_is_more(claim) or not _is_near(whole, claim)):
                continue
            if whole is not None and not whole.implied and _alike(claim, whole):
                reading = Candidate(
                    "no more than its whole", (Operand(whole, "whole"),), _up_to, "{0} at most", limit=True
                )
                yield Proposal(Operation.SUBSET, claim, (reading,))
            elif whole is None and (claim.measure is not None or last is None):
                last = claim


def _whole(last: Claim | None, claim: Claim) -> Claim | None:
    """The last count that is no part itself, where the words between or behind make this one a part of it."""
    if last is None:
        return None
    patterns, gap = _patterns(), between(last, claim)
    if last.measure is not None and (patterns["including"].search(gap) or patterns["of_them"].match(after(claim))):
        return last
    of_the = patterns["of_the"].search(before(last)) and patterns["then"].match(gap)
    return last if of_the else None


def _is_near(whole: Claim, claim: Claim) -> bool:
    """Whether both stand in one sentence, or words behind the part point back ('12 of them')."""
    return whole.sentence == claim.sentence or _patterns()["of_them"].match(after(claim)) is not None


def _is_more(claim: Claim) -> bool:
    """Whether it comes on top of others ('three more'): no part of them."""
    return claim.relation is Relation.ADDITION or _patterns()["more"].match(after(claim)) is not None


@cache
def _containers() -> frozenset[str]:
    """Nouns of which one holds many: eight people of two families may well be more than two."""
    words = load("grammar")
    return frozenset((*words["collective"], *words["things"], *load("subsets")["containers"]))


def _alike(part: Claim, whole: Claim) -> bool:
    """Whether both are counts in ones with a number of their own, and the whole is one of those counted, not of their homes."""
    noun = whole.figure.noun
    if noun != part.figure.noun and noun is not None and not _containers().isdisjoint((noun, f"{noun}s")):
        return False
    return all(
        claim.figure.kind is Kind.COUNT and claim.figure.unit is None and claim.figure.words is None
        for claim in (part, whole)
    )


def _up_to(values: Sequence[Interval]) -> Interval:
    return Interval.below(values[0].high)
