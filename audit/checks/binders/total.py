"""Binds a total to its parts, a remainder to what it was taken from, a balance to its two sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import apart, difference, total
from audit.checks.gaps import is_placed
from audit.checks.language import words_of
from audit.checks.people import is_people
from audit.checks.placeholders import BOUNDARY, MARK
from audit.checks.proposal import Candidate, Formula, Proposal, Slip
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable
from audit.claims.claim import Claim, Relation
from audit.figures.figure import Kind
from audit.interval import Interval

__all__ = ["propose", "propose_pair"]

_SAME = "whether total and parts count the same"
_STEP = re.compile(r"[^,;:()]{0,40}(?:, ?(?:and )?|\band )(?:about |some |another |[a-z]+(?:ed|ing) )?")
_HALF = re.compile(r"\bhalf\b")
_WHOLE = "whether the part was taken from that whole"
_WITH = re.compile(r" (?:[a-z]+ )?(?:with|including|counting|besides|not counting|excluding|plus)\b")
"""'12 men and 14 women numbered 30 with their guards'."""
_SHARED = "whether another part of the rest is named beside it"
_AND_MORE = re.compile(rf"[^,;:.()\ue000-\uf8ff]{{0,60}},? and [^,;:.()\ue000-\uf8ff]{{0,20}}{MARK.pattern}")
"""'leaving 150 in the ward and 50 in the tents'."""
_ALL = "whether these are all of its parts"


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """What one sentence adds up or takes away."""
    for match in matches(skeleton, "checks", "total_on_top"):
        both = (match.claims["first"], match.claims["second"])
        yield from _of_people(match, both) or _total(match, both, ())
    for match in matches(skeleton, "checks", "total"):
        yield from _total(match, match.lists["parts"], () if _is_closed(match) else (_ALL,))
    for match in matches(skeleton, "checks", "total_of_kinds"):
        if _is_closed(match) and _is_plain(match):
            yield from _of_kinds(match, match.lists["parts"])
    for match in matches(skeleton, "checks", "total_of_people"):
        if _is_closed(match) and _is_plain(match):
            yield from _of_people(match, match.lists["parts"])
    for match in matches(skeleton, "checks", "total_respectively"):
        yield from _of_kinds(match, (match.claims["first"], match.claims["second"]))
    for match in matches(skeleton, "checks", "total_perhaps"):
        parts = match.lists.get("parts") or (match.claims["first"], match.claims["second"])
        yield from _total(match, parts, (_ALL,))
    for match in matches(skeleton, "checks", "total_over_time", timed=True):
        yield from _total(match, match.lists["parts"], ())
    for match in matches(skeleton, "checks", "total_parallel"):
        if _is_parallel(match):
            yield from _total(match, match.lists["parts"], (_ALL,))
    for match in matches(skeleton, "checks", "remainder_of_list"):
        yield from _rest_of_list(match)
    for match in matches(skeleton, "checks", "remainder"):
        yield from _remainder(match, ())
    for match in matches(skeleton, "checks", "remainder_perhaps"):
        yield from _remainder(match, (_WHOLE,))
    for match in matches(skeleton, "checks", "balance"):
        yield from _balance(match)


def propose_pair(pair: Skeleton) -> Iterator[Proposal]:
    """What two neighbouring sentences add up or take away."""
    for match in matches(pair, "checks", "total_pair"):
        yield from _total(match, (match.claims["first"], match.claims["second"]), ())
    for match in matches(pair, "checks", "total_pair_perhaps"):
        halves = all(_HALF.search(side) for side in pair.text.split(BOUNDARY))
        yield from _total(match, (match.claims["first"], match.claims["second"]), () if halves else (_ALL,))
    for match in matches(pair, "checks", "remainder_pair"):
        yield from _remainder(match, ())


def _total(match: Match, parts: Sequence[Claim], why: tuple[str, ...]) -> Iterator[Proposal]:
    whole = match.claims["total"]
    tails = match.tails("parts")
    if len(tails) == len(parts):  # '40 and 30, ten of whom are women'
        parts = [part for part, tail in zip(parts, tails, strict=True) if not words_of("of_these").match(tail.lstrip())]
    addends = [part for part in parts if part.relation is not Relation.SUBSET or why]
    if len(addends) < 2 or not all(addable(part.figure, whole.figure) for part in addends):
        return
    if any(words_of("more_of").match(tail.lstrip()) or words_of("apiece").search(tail) for tail in tails):
        return
    if any(not addable(one.figure, other.figure) for one, other in combinations(addends, 2)):
        return
    if whole.figure.noun is not None and all(part.figure.noun is None for part in addends):
        why = why or (_SAME,)
    reading = _sum(addends, [part for part in parts if part not in addends])
    yield Proposal(Operation.SUM, whole, (reading,), doubts=why)


def _is_closed(match: Match) -> bool:
    """Whether the list of parts ends with 'and': '15 new, 20 used' may go on."""
    marks = [found.start() for found in MARK.finditer(match.words, match.places["parts"])]
    last = marks[len(match.lists["parts"]) - 2 : len(match.lists["parts"])]
    return words_of("closing").search(match.words, *last) is not None


def _is_plain(match: Match) -> bool:
    """Whether nothing but words of the counted and a comma or 'and' stand between the parts."""
    marks = [found.start() for found in MARK.finditer(match.words, match.places["parts"])][: len(match.lists["parts"])]
    return all(_STEP.fullmatch(match.words, one + 1, other) for one, other in pairwise(marks))


def _of_kinds(match: Match, parts: Sequence[Claim]) -> Iterator[Proposal]:
    """Parts each of a kind of its own under one word for all of them."""
    whole = match.claims["total"]
    figures = (whole.figure, *(part.figure for part in parts))
    counts = all(figure.words is None and figure.kind is Kind.COUNT and figure.unit is None for figure in figures)
    if any(words_of("apiece").search(tail) for tail in match.tails("parts")):
        return
    if counts and parts[0].figure.kind is Kind.COUNT and is_placed(parts[0]):
        return
    if counts or all(addable(figure, whole.figure) for figure in figures):
        with_others = _WITH.match(match.after("total")) is not None
        yield Proposal(Operation.SUM, whole, (_sum(parts),), doubts=(_ALL,) if with_others else ())


def _of_people(match: Match, parts: Sequence[Claim]) -> list[Proposal]:
    """Parts that are people under two names ('800 troops and 400 newcomers')."""
    named = [claim.figure.head for claim in (match.claims["total"], *parts) if not claim.figure.carried]
    people = [head for head in named if head is not None]
    return (
        list(_of_kinds(match, parts))
        if len(people) >= 1 and all(map(is_people, people)) and None not in named[1:]
        else []
    )


def _is_parallel(match: Match) -> bool:
    """Whether the same preposition follows each part: '15 from the north and 25 from the south'."""
    after = [set(words_of("parallel").findall(words)) for words in match.tails("parts")]
    return bool(after) and bool(set.intersection(*after))


def _sum(addends: Sequence[Claim], inside: Sequence[Claim] = ()) -> Candidate:
    """The parts together; `inside` are counts that lie within one of them, which a slip adds once more."""
    once_more = total([part.figure.value for part in inside]) if inside else None
    slips = [Slip("subset_added", lambda v: total(v) + once_more)] if once_more is not None else []
    slips += [Slip("part_left_out", _without(place)) for place in range(len(addends)) if len(addends) > 2]
    operands = tuple(Operand(part, "part") for part in addends)
    expression = " + ".join(f"{{{place}}}" for place in range(len(operands)))
    return Candidate("parts added up", operands, total, expression, slips=tuple(slips))


def _without(place: int) -> Formula:
    return lambda values: total([value for at, value in enumerate(values) if at != place])


def _remainder(match: Match, why: tuple[str, ...]) -> Iterator[Proposal]:
    whole, part, rest = match.claims["whole"], match.claims["part"], match.claims["rest"]
    if not (_taken_from(part, whole) and _taken_from(rest, whole)):
        return
    operands = (Operand(whole, "whole"), Operand(part, "part"))
    reading = Candidate("whole less the part", operands, difference(0, 1), "{0} − {1}")
    shared = _AND_MORE.match(match.words, match.places["rest"] + 1) is not None
    yield Proposal(Operation.REMAINDER, rest, (reading,), doubts=(*why, _SHARED) if shared else why)


def _rest_of_list(match: Match) -> Iterator[Proposal]:
    """Several parts one after another, and what they leave of the whole behind them."""
    whole, rest = match.claims["whole"], match.claims["rest"]
    parts = match.lists.get("parts", (match.claims["parts"],))
    if rest.figure.words is not None or not all(_taken_from(part, whole) for part in parts):
        return
    if len({part.figure.head for part in parts if part.figure.head and not part.figure.carried}) > 1:
        return
    operands = (Operand(whole, "whole"), *(Operand(part, "part") for part in parts))
    expression = "{0}" + "".join(f" − {{{place}}}" for place in range(1, len(operands)))
    reading = Candidate("whole less the parts", operands, _less_all, expression)
    yield Proposal(Operation.REMAINDER, rest, (reading,))


def _less_all(values: Sequence[Interval]) -> Interval:
    return values[0] - total(values[1:])


def _taken_from(part: Claim, whole: Claim) -> bool:
    """Whether both are in one unit; of counts each may have a word of its own ('62 passengers ... 28 missing')."""
    if part.figure.kind is whole.figure.kind is Kind.COUNT:
        return part.figure.words is None and whole.figure.words is None
    return comparable(part.figure, whole.figure)


def _balance(match: Match) -> Iterator[Proposal]:
    more, less, rest = match.claims["more"], match.claims["less"], match.claims["rest"]
    if not (addable(more.figure, less.figure) and addable(more.figure, rest.figure)):
        return
    if not (words_of("credit").search(match.words) and words_of("debit").search(match.words)):
        return
    operands = (Operand(more, "more"), Operand(less, "less"))
    yield Proposal(Operation.DIFFERENCE, rest, (Candidate("one side less the other", operands, apart, "{0} − {1}"),))
