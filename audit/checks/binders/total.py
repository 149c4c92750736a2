"""Binds a total to its parts, a remainder to what it was taken from, a balance to its two sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches, words_of
from audit.checks.formulas import apart, difference, total
from audit.checks.proposal import Candidate, Proposal
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable
from audit.claims.claim import Claim, Relation

__all__ = ["propose", "propose_pair"]

_SAME = "whether total and parts count the same"
_ALL = "whether these are all of its parts"


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """What one sentence adds up or takes away."""
    for match in matches(skeleton, "checks", "total"):
        yield from _total(match, match.lists["parts"], ())
    for match in matches(skeleton, "checks", "total_perhaps"):
        parts = match.lists.get("parts") or (match.claims["first"], match.claims["second"])
        yield from _total(match, parts, (_ALL,))
    for match in matches(skeleton, "checks", "total_parallel"):
        if _is_parallel(match):
            yield from _total(match, match.lists["parts"], (_ALL,))
    for match in matches(skeleton, "checks", "remainder"):
        yield from _remainder(match)
    for match in matches(skeleton, "checks", "balance"):
        yield from _balance(match)


def propose_pair(pair: Skeleton) -> Iterator[Proposal]:
    """What two neighbouring sentences add up or take away."""
    for match in matches(pair, "checks", "total_pair"):
        yield from _total(match, (match.claims["first"], match.claims["second"]), ())
    for match in matches(pair, "checks", "remainder_pair"):
        yield from _remainder(match)


def _total(match: Match, parts: Sequence[Claim], why: tuple[str, ...]) -> Iterator[Proposal]:
    whole = match.claims["total"]
    addends = [part for part in parts if part.relation is not Relation.SUBSET or why]
    if len(addends) < 2 or not all(addable(part.figure, whole.figure) for part in addends):
        return
    if any(words_of("more_of").match(tail.lstrip()) for tail in match.tails("parts")):
        return
    if any(not addable(one.figure, other.figure) for one, other in combinations(addends, 2)):
        return
    if whole.figure.noun is not None and all(part.figure.noun is None for part in addends):
        why = why or (_SAME,)
    reading = _sum(addends)
    yield Proposal(Operation.SUM, whole, (reading,), doubts=why)


def _is_parallel(match: Match) -> bool:
    """Whether the same preposition follows each part: '15 from the north and 25 from the south'."""
    after = [set(words_of("parallel").findall(words)) for words in match.tails("parts")]
    return bool(after) and bool(set.intersection(*after))


def _sum(addends: Sequence[Claim]) -> Candidate:
    operands = tuple(Operand(part, "part") for part in addends)
    expression = " + ".join(f"{{{place}}}" for place in range(len(operands)))
    return Candidate("parts added up", operands, total, expression)


def _remainder(match: Match) -> Iterator[Proposal]:
    whole, part, rest = match.claims["whole"], match.claims["part"], match.claims["rest"]
    operands = (Operand(whole, "whole"), Operand(part, "part"))
    reading = Candidate("whole less the part", operands, difference(0, 1), "{0} − {1}")
    yield Proposal(Operation.REMAINDER, rest, (reading,))


def _balance(match: Match) -> Iterator[Proposal]:
    more, less, rest = match.claims["more"], match.claims["less"], match.claims["rest"]
    if not (addable(more.figure, less.figure) and addable(more.figure, rest.figure)):
        return
    if not (words_of("credit").search(match.words) and words_of("debit").search(match.words)):
        return
    operands = (Operand(more, "more"), Operand(less, "less"))
    yield Proposal(Operation.DIFFERENCE, rest, (Candidate("one side less the other", operands, apart, "{0} − {1}"),))
