"""A part that the words set inside a whole ('27 people, including 11 children') is no larger than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.checks.check import Operand, Operation
from audit.checks.gaps import Patterns, after, before, between, by_sentence, counts, first_of
from audit.checks.people import is_people
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Relation
from audit.document import Document
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["subsets"]

REACH = 40
"""Characters behind a figure in which the word stands that says of which kind it is."""


@cache
def _patterns() -> Patterns:
    words = {name: first_of(tuple(found)) for name, found in load("subsets").items() if isinstance(found[0], str)}
    noun = r"(?: [^\s,;:.()\d]+)"
    spelt = {
        "including": rf"^[^;:.()\d]{{0,60}}[, (](?:{words['including']}) (?:(?:{words['about']}) )?$",
        "of_them": rf"^{noun}? (?:{words['of_them']})\b",
        "of_the": rf"(?:^|[,;] |\" )(?:out )?of (?:(?:{words['the']}) )?$",
        "among": rf"(?:^|[,;] |\" )(?:{words['among']}) $",
        "of_whole": rf"^{noun}? of (?:{words['the']})(?: (?!(?:and|or|in|-+) )[^\s,;:.()\d]+){{0,3}} $",
        "among_whole": rf"^{noun}{{1,4}} (?:{words['were']}) (?:{words['among']}) $",
        "were": rf"^{noun}{{1,4}} (?:{words['were']}) (?:(?:{words['about']}) )?$",
        "more": rf"^ (?:{words['more']})\b",
        "then": rf"^{noun}{{0,8}}, (?:only |(?:{words['about']}) )?$",
        "and": rf"^{noun}{{1,5}}?(?:{words['and']}) $",
    }
    return Patterns(spelt)


def subsets(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each printed count that is linked to a whole of the same sentence or the one before it."""
    known = {claim.index: claim for claim in claims}
    for found in by_sentence(claims):
        last: Claim | None = None
        parts: list[Claim] = []
        here = counts(found)
        if len(here) < 2 and all(claim.included_in is None for claim in here):
            continue
        for place, claim in enumerate(here):
            if place + 1 < len(here) and _precedes(claim, here[place + 1]):
                yield from _together(last, parts)
                yield from _part(claim, here[place + 1])
                last, parts = here[place + 1], [claim]
                continue
            if claim is last:
                continue
            whole = known.get(claim.included_in) if claim.included_in is not None else _whole(last, claim, parts)
            if whole is not None and (_is_more(claim) or not _is_near(whole, claim)):
                continue
            if whole is not None and not whole.implied and _alike(claim, whole):
                yield from _part(claim, whole)
                if whole is not last:
                    yield from _together(last, parts)
                    last, parts = whole, []
                parts.append(claim)
            elif whole is None and (claim.measure is not None or last is None):
                yield from _together(last, parts)
                last, parts = claim, []
        yield from _together(last, parts)


def _precedes(part: Claim, whole: Claim) -> bool:
    """'8 of the 12 attackers', '30 children are among the 90 dead'."""
    patterns, gap = _patterns(), between(part, whole)
    return bool(patterns["of_whole"].match(gap) or patterns["among_whole"].match(gap))


def _part(claim: Claim, whole: Claim) -> Iterator[Proposal]:
    if _alike(claim, whole):
        reading = Candidate("no more than its whole", (Operand(whole, "whole"),), _up_to, "{0} at most", limit=True)
        yield Proposal(Operation.SUBSET, claim, (reading,))


def _whole(last: Claim | None, claim: Claim, parts: list[Claim]) -> Claim | None:
    """The last count that is no part itself, where the words between or behind make this one a part of it."""
    if last is None:
        return None
    patterns, gap = _patterns(), between(last, claim)
    if last.measure is not None and (patterns["including"].search(gap) or patterns["of_them"].match(after(claim))):
        return last
    lead = before(last)
    if patterns["of_the"].search(lead) and patterns["then"].match(gap):
        return last
    if patterns["among"].search(lead) and patterns["were"].match(gap):
        return last
    if not parts or _kind(claim) is None:
        return None
    nearest = max(parts[-1], last, key=lambda each: each.figure.start)
    return last if patterns["and"].match(between(nearest, claim)) else None


def _together(whole: Claim | None, parts: list[Claim]) -> Iterator[Proposal]:
    """Parts of a whole that are kinds of which nobody is in two: the whole is no less than all of them."""
    if whole is None or len(parts) < 2:
        return
    kinds = [_kind(part) for part in parts]
    if len(set(kinds)) < len(kinds) or not any(family.issuperset(kinds) for family in _families()):
        return
    operands = tuple(Operand(part, "part") for part in parts)
    expression = " + ".join(f"{{{place}}}" for place in range(len(parts))) + " at least"
    reading = Candidate("no less than its parts together", operands, _at_least, expression, limit=True)
    yield Proposal(Operation.SUBSET, whole, (reading,))


@cache
def _families() -> tuple[frozenset[str | None], ...]:
    return tuple(frozenset(words) for words in load("subsets")["apart"])


def _kind(part: Claim) -> str | None:
    """The word of a family that says of which kind a part is: its noun, or what it is said to be ('14 were women')."""
    clause = re.split(r"[,;:.()\d]| (?:and|including) ", after(part)[:REACH], maxsplit=1)[0]
    words: list[str] = re.findall(r"[a-z]+", clause)
    return next((word for word in words[:4] if any(word in family for family in _families())), None)


def _is_near(whole: Claim, claim: Claim) -> bool:
    """Whether both stand in one sentence, or words behind the part point back ('12 of them')."""
    return whole.sentence == claim.sentence or _patterns()["of_them"].match(after(claim)) is not None


def _is_more(claim: Claim) -> bool:
    """Whether it comes on top of others ('three more'): no part of them."""
    return claim.relation is Relation.ADDITION or _patterns()["more"].match(after(claim)) is not None


def _alike(part: Claim, whole: Claim) -> bool:
    """Whether both are counts of one kind of thing, with numbers of which one can be above the other."""
    noun = whole.figure.head
    if noun is not None and noun != part.figure.head and not is_people(noun):
        return False
    if not whole.figure.value.is_finite and not part.figure.value.is_finite:
        return False
    return all(
        claim.figure.kind is Kind.COUNT and claim.figure.unit is None and claim.figure.words is None
        for claim in (part, whole)
    )


def _up_to(values: Sequence[Interval]) -> Interval:
    """Up to the whole; of 'at least 27' up to 27: whoever knows of 31 children knows of at least 31 people."""
    whole = values[0]
    return Interval.below(whole.high if whole.is_finite else whole.low)


def _at_least(values: Sequence[Interval]) -> Interval:
    return Interval.above(sum(values[1:], values[0]).low)
