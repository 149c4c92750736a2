"""Totals of people and their parts: killed and wounded, men and women and children, one place and another.

'47 casualties: 12 killed and 35 wounded'; '30 people (14 men, 9 women and 7 children)'; '21 dead and 64 injured, a total
of 85'. The parts are the counts of one list that the words close; a list that stays open adds up to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.checks.check import Operand, Operation
from audit.checks.gaps import Patterns, after, before, between, by_sentence, counts, first_of, is_placed
from audit.checks.harms import harm
from audit.checks.language import words_of
from audit.checks.people import is_people
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim
from audit.document import Document
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["casualty_totals"]

ONE = Interval.of(1)
EARLIER = "whether the total counts earlier ones too"
OPEN_LIST = "whether the parts are all of the whole"
WORD = r"[^\s,;:()]+"


@cache
def _patterns() -> Patterns:
    words = {name: first_of(tuple(found)) for name, found in load("totals").items() if isinstance(found, list)}
    noun, few = rf"(?: {WORD}){{0,7}}?", rf"(?: {WORD}){{0,4}}?"
    separator = r"(?:,? and|,|;(?: and)?| plus|,? as well as|,? ?\+)"
    harm = rf"(?: {WORD}){{0,2}}?"
    spelt = {
        "step": rf"^{noun}{separator}{harm}(?: (?:{words['another']}))? ?$",
        "open": rf"^{noun}(?: ?:| -|,? (?:{words['open_sure']}))(?: the)? ?$",
        "bracket": rf"^{noun} ?\($",
        "harm": rf"^{noun},? (?:{words['open_harm']}) ?$",
        "comma": rf"^{noun}, ?$",
        "close": rf"^{noun},?(?: -)?(?: (?:and|for|with|or))? (?:{words['close']})(?: (?:about|some))? ?$",
        "bringing": rf"^{noun},? (?:{words['close_running']}){few} (?:{words['running']}){few} to $",
        "behind": rf"^(?: {WORD}){{0,3}}?,? (?:{words['behind']})\b",
        "head": rf"^[\"']?(?:{words['head']}),? (?:(?:about|some) )?$",
        "end": rf"^{noun} ?(?:[.;!?]|\)|$|, (?!(?:and |{words['open']})\b)| -)",
        "from": re.escape(" from "),
        "left_open": rf"\b(?:{words['open']})\b",
        "each": rf"^(?: {WORD}){{0,2}}? (?:{words['each']})\b",
    }
    return Patterns(spelt)


def casualty_totals(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each total that is printed beside its parts."""
    last: list[Claim] = []
    for found in by_sentence(claims):
        here = counts(found)
        if len(here) > 1 or len(last) > 1:  # else there are no parts
            here = [claim for claim in here if not _is_of_place(claim)]
            yield from _of_sentence(here)
            yield from _over_sentences(last, here)
        last = here


def _of_sentence(here: list[Claim]) -> Iterator[Proposal]:
    patterns = _patterns()
    for first, end in _lists(here):
        parts = here[first:end]
        total = _whole(here[:first])
        if total is not None:
            yield from _forward(total, parts)
        if end == len(here) or not _adds_up(parts[-1], here[end]):
            continue
        parts = _people_of(parts) if _counts_people(here[end]) else parts
        earlier = patterns["bringing"].match(between(parts[-1], here[end]))
        if earlier and patterns["from"].match(after(here[end])):
            continue  # 'bringing the total to 46 from 36' adds to what was before
        if (
            len(parts) > 1
            and not is_placed(parts[0])
            and _fit_before(here[end], parts)
            and not any(map(_is_each, parts))
        ):
            yield _sum(here[end], parts, (EARLIER,) if earlier or _is_longer(here[end]) else ())
    for total, part in pairwise(here):
        if patterns["each"].match(after(part)) and patterns["comma"].match(between(total, part)):
            yield Proposal(
                Operation.PRODUCT,
                total,
                (Candidate("twice the figure of each side", (Operand(part, "each"),), _twice, "2 x {0}"),),
            )


def _is_of_place(claim: Claim) -> bool:
    """'at one post and ...': how many places, and no part of those who were there."""
    return claim.figure.value == ONE and is_placed(claim)


def _is_each(part: Claim) -> bool:
    """'100 passengers each': not all that there were."""
    return words_of("apiece").search(after(part)[:30].partition(",")[0]) is not None


def _is_longer(total: Claim) -> bool:
    """Whether words behind the total make it one of a longer time than its parts ('a total of 45 since Friday')."""
    return _longer().search(after(total).partition(".")[0]) is not None


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{first_of(tuple(load('accumulated')['longer']))})\b")


def _counts_people(total: Claim) -> bool:
    return total.figure.head is not None and is_people(total.figure.head)


def _counts_things(part: Claim) -> bool:
    """Whether the word behind the figure is one of things; a noun that it takes from elsewhere proves nothing."""
    head = part.figure.head
    return head is not None and not is_people(head) and head in after(part).partition(",")[0]


def _people_of(parts: list[Claim]) -> list[Claim]:
    """The parts from the first that counts people: 'in the two raids, 38 men and 17 women, a total of 55 people'."""
    others = [place for place, part in enumerate(parts) if _counts_things(part)]
    last = max(others, default=-1)
    return parts[last + 1 :] or parts[-1:]


def _whole(before_parts: list[Claim]) -> Claim | None:
    """The count before a list that its parts can add up to: the last that is of a harm ('12 died in two attacks: ...')."""
    return next((claim for claim in before_parts[:-3:-1] if harm(claim) is not None), None)


def _forward(total: Claim, parts: list[Claim]) -> Iterator[Proposal]:
    """The total first: after a colon, a dash, in brackets, or after a comma."""
    patterns, gap, tail = _patterns(), between(total, parts[0]), after(parts[-1])
    ended = patterns["end"].match(tail)
    if not ended or not _fit(total, parts):
        return
    clause = ended.group()
    doubts: tuple[str, ...] = (OPEN_LIST,) if patterns["left_open"].search(clause) else ()
    if patterns["open"].match(gap) or (patterns["harm"].match(gap) and _is_harm(total) and _harms(parts)):
        yield _sum(total, parts, doubts)
    elif patterns["bracket"].match(gap):
        yield _sum(total, parts, doubts if clause.endswith(")") else (OPEN_LIST,))
    elif patterns["comma"].match(gap) and all(
        part.measure is None or part.included_in == total.index for part in parts
    ):
        yield _sum(total, parts, (OPEN_LIST,))


def _over_sentences(last: list[Claim], here: list[Claim]) -> Iterator[Proposal]:
    """'... killed nine and wounded 14. In all, 23 people were killed or wounded.'"""
    if len(last) < 2 or not here or last[0].sentence is None or here[0].sentence is None:
        return
    near = (
        here[0].sentence.index == last[0].sentence.index + 1
        and here[0].sentence.paragraph == last[0].sentence.paragraph
    )
    if near and _patterns()["head"].match(before(here[0])) and len(_lists(last)) == 1 and _fit(here[0], last):
        yield _sum(here[0], last, ())


def _lists(here: list[Claim]) -> list[tuple[int, int]]:
    """First and end of each run of two or more counts that one list holds: words of the counted and commas between them."""
    runs: list[tuple[int, int]] = []
    first = 0
    for end in range(1, len(here) + 1):
        if end < len(here) and _goes_on(here[end - 1], here[end]):
            continue
        if end - first > 1:
            runs.append((first, end))
        first = end
    return runs


def _goes_on(one: Claim, other: Claim) -> bool:
    gap = between(one, other)
    opens = _patterns()["harm"].match(gap) and _is_harm(one)
    return bool(_patterns()["step"].match(gap)) and not opens and not _adds_up(one, other)


def _adds_up(part: Claim, total: Claim) -> bool:
    """Whether words between the two, or behind the second, make the second the total of what comes before it."""
    patterns, gap = _patterns(), between(part, total)
    if patterns["close"].match(gap) or patterns["bringing"].match(gap):
        return True
    return bool(patterns["comma"].match(gap) and patterns["behind"].match(after(total)))


def _is_harm(total: Claim) -> bool:
    return (
        "casualties" in total.measures
        or {"killed", "injured"} <= set(total.measures)
        or total.figure.head in load("totals")["casualties"]
    )


def _harms(parts: Sequence[Claim]) -> bool:
    """Whether the parts are of different harms or different people, some of them dead and some wounded."""
    measures = {harm(part) for part in parts}
    kinds = {(harm(part), part.figure.head) for part in parts}
    return len(kinds) == len(parts) and {"killed", "injured"} <= measures <= set(load("totals")["harm"])


def _fit(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether figures of these measures can be a total and its parts."""
    if any(figure.words is not None for figure in (total.figure, *(part.figure for part in parts))):
        return False
    if _is_harm(total):
        return _harms(parts) or all(harm(part) in (None, *total.measures) for part in parts)
    measures = {harm(part) for part in parts} - {None}
    return harm(total) is not None and measures <= {harm(total)}


def _fit_before(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts add up to a total behind them, which need not say what it counts."""
    if harm(total) is not None:
        return _fit(total, parts)
    noun = total.figure.head
    if noun is not None and not is_people(noun) and noun not in {part.figure.head for part in parts}:
        return False
    return not any(claim.figure.words is not None for claim in (total, *parts))


def _sum(total: Claim, parts: Sequence[Claim], doubts: tuple[str, ...]) -> Proposal:
    operands = tuple(Operand(part, harm(part) or "part") for part in parts)
    expression = " + ".join(f"{{{number}}}" for number in range(len(parts)))
    return Proposal(Operation.SUM, total, (Candidate("all parts together", operands, _add, expression),), doubts=doubts)


def _add(values: Sequence[Interval]) -> Interval:
    return sum(values[1:], values[0])


def _twice(values: Sequence[Interval]) -> Interval:
    return values[0] * 2
