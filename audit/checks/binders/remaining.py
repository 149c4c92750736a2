"""What is left of those taken: 'took 64 hostages and have released 23, leaving 41 in captivity'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.gaps import after, before, between, by_sentence, counts, first_of
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Relation
from audit.document import Document
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["remaining"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("running").items()}
    return {
        "of": re.compile(r"\bof (?:[^\s,;:.()\d]+ ){0,3}$"),
        "of_its": re.compile(r"^ (?:[^\s,;:.()\d]+ ){0,2}?of (?:[^\s,;:.()\d]+ ){0,3}$"),
        "out": re.compile(rf"\b(?:{words['out_words']})\b"),
        "leaving": re.compile(rf"\b(?:{words['leaving']}) (?:about |some |another )?$"),
        "remain": re.compile(rf"^(?: [^\s,;:.()]+){{0,3}}? (?:{words['remain']})\b"),
    }


def remaining(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each sentence that names those taken, those let go and those left."""
    for found in by_sentence(claims):
        here = counts(found)
        if len(here) < 3 or any(claim.figure.words is not None for claim in here):
            continue
        whole, *out, left = here
        if len(out) == 1 and _patterns()["of_its"].match(between(whole, out[0])):
            # 'freed 20 of the 45 hostages'
            if _is_left(out[0], left) and (_is_out(whole) or _patterns()["out"].search(between(out[0], left))):
                yield _proposal(out[0], [whole], left)
        elif _is_whole(whole) and _is_left(out[-1], left) and all(map(_is_out, out)):
            yield _proposal(whole, out, left)


def _is_whole(claim: Claim) -> bool:
    return claim.measure in load("running")["taken"] or _patterns()["of"].search(before(claim)) is not None


def _is_out(claim: Claim) -> bool:
    """Whether the words beside the figure say that so many have left, and are no part of others that did."""
    if claim.relation is Relation.SUBSET and _patterns()["out"].search(after(claim)) is None:
        return False
    return claim.measure in load("running")["out"] or _patterns()["out"].search(before(claim)[-40:]) is not None


def _is_left(last: Claim, claim: Claim) -> bool:
    return bool(_patterns()["leaving"].search(between(last, claim)) or _patterns()["remain"].match(after(claim)))


def _proposal(whole: Claim, out: Sequence[Claim], left: Claim) -> Proposal:
    operands = (Operand(whole, "whole"), *(Operand(claim, claim.measure or "released") for claim in out))
    expression = "{0}" + "".join(f" - {{{place}}}" for place in range(1, len(operands)))
    return Proposal(
        Operation.REMAINDER, left, (Candidate("those taken less those let go", operands, _rest, expression),)
    )


def _rest(values: Sequence[Interval]) -> Interval:
    return values[0] - sum(values[2:], values[1])
