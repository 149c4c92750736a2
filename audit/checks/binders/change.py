"""Binds a change to the figures before and after it: 'rose 5% to 105 from 100', 'up 4p, or 1%, at 404p'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from audit.checks.binders import roles
from audit.checks.binders.change_words import (
    YEAR,
    direction_of,
    is_broken,
    is_either,
    is_other_year,
    says_which_year,
)
from audit.checks.binders.currency_rates import is_exchange_rate, names_currency
from audit.checks.binders.movement import basis_points, level_difference, relative
from audit.checks.binders.subjects import same_subject
from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import apart
from audit.checks.language import words_of
from audit.checks.placeholders import BOUNDARY, MARK, any_of
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.checks.skeleton import Skeleton
from audit.checks.units import addable, comparable, elliptic, same_noun, subunits, without_than
from audit.checks.vetoes import clause, doubts
from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.vocabulary import load

__all__ = ["propose", "propose_pair"]

_SUBJECT_REACH = 80
"""How far before a construction its subject may stand ('the dollar rose to')."""
_SCALE = "the scale of the smaller figure"
_BETTER = "whether more of it is better"
_QUOTED = "which way round the exchange rate is quoted"
"""A currency that weakens costs less or, quoted the other way round, has more to the dollar."""
_SUBJECT = "whether both sentences speak of the same figure"
_BOTH = "the figure between the two changes"
_SECOND_CHANGE = re.compile(rf"{any_of(Kind.PERCENT.value)}[^;\ue000-\uf8ff]{{0,60}} and ?$")
"""'rose 4% in May and fell 3% in June to ...': the level before the second change is not the one that is printed."""
_LONGER = re.compile(r"^ ?(?:for|since|over|from|so far|this|during|on the (?:week|month|year))\b")
"""'a loss of 5 percent for the week': the change may be over another time than the amount."""
_WHILE = re.compile(r" (?:in|during|over|for) (?:the|its|their) ")
_OF_LATE = re.compile(r" (?:[a-z]+ )?(?:since|in the (?:last|past|latest|final)|over the (?:last|past)|so far)\b")
"""'900 in 1990 and 1,200 in 2000, an increase of 100 in the last year alone'."""
_SINCE_START = re.compile(r"\bat the (?:start|beginning|end|close) of\b")
"""'fell 30 in the quarter to 400 from 460 at the start of the year': the level is that of another time."""
_PERIOD = "the figure of the period that the change is counted from"


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every change that the sentence derives from a figure before and a figure after."""
    for match in matches(skeleton, "changes", "to_from"):
        yield from _between(match, (_BOTH,) if _SECOND_CHANGE.search(match.words[: match.start]) else ())
    for match in matches(skeleton, "changes", "compared"):
        if not is_other_year(match):
            yield from _between(match, () if says_which_year(match) else (_PERIOD,))
    for match in matches(skeleton, "changes", "compared_twice"):
        yield from _of_the_year(match)
    if words_of("respectively").search(skeleton.text):
        for match in matches(skeleton, "changes", "respective"):
            yield from _respective(match)
    for match in matches(skeleton, "changes", "amount"):
        yield from _by_amount(match)
    for match in matches(skeleton, "changes", "amount_after"):
        yield from _by_amount(match, (_PERIOD,) if _LONGER.match(match.after("change")) else ())
    for match in matches(skeleton, "changes", "of_range"):
        yield from _of_range(match)
    for match in matches(skeleton, "changes", "dated"):
        yield from _dated(match)
    for match in matches(skeleton, "changes", "respective_years"):
        yield from _dated(match)
    for match in matches(skeleton, "changes", "dated_days"):
        if _follow(match):
            yield from _between(match, ())
    for match in matches(skeleton, "changes", "premium"):
        yield from _between(match, ())
    for match in roles.changes(skeleton):
        yield from _between(match, ())


def propose_pair(pair: Skeleton) -> Iterator[Proposal]:
    """A change in one sentence whose figures stand in the next: 'Profit fell 40%. It was 60, against 100 a year earlier.'"""
    for match in matches(pair, "changes", "pair"):
        if _is_spent(pair, match) or is_other_year(match):
            continue
        why = () if same_subject(match) else (_SUBJECT,)
        yield from _between(match, why if says_which_year(match) else (*why, _PERIOD))
    for match in matches(pair, "changes", "compared_twice_pair"):
        if same_subject(match):
            yield from _of_the_year(match)
    for match in matches(pair, "changes", "pointed_at"):
        if same_noun(match.claims["new"].figure, match.claims["old"].figure):
            yield from _between(match, ())
    for match in roles.changes(pair):
        if match.start < pair.text.index(BOUNDARY) < match.end:
            yield from _between(match, ())
    for match in matches(pair, "changes", "traded"):
        yield from _traded(match)


def _between(match: Match, known: tuple[str, ...]) -> Iterator[Proposal]:
    """A change with both levels."""
    change, old, new = match.claims["change"], match.claims["old"], match.claims["new"]
    if "from" not in match.between("change", "old"):
        old = without_than(old)
    direction = direction_of(match, "change")
    if direction == 0 or not comparable(old.figure, new.figure) or is_broken(match):
        return
    why = (
        known
        + doubts(clause(match), match.around("change"))
        + ((_SCALE,) if elliptic(old.figure, new.figure) else ())
        + ((_QUOTED,) if _is_price_of_currency(match) else ())
    )
    if _WHILE.match(match.after("change")) and _SINCE_START.search(match.after("old")):
        why = (*why, _PERIOD)
    if match.places["change"] > max(match.places["old"], match.places["new"]) and _OF_LATE.match(match.after("change")):
        why = (*why, _PERIOD)
    if is_either(match):
        why = (*why, _BETTER)
    operands = (Operand(old, "old"), Operand(new, "new"))
    kind = change.figure.kind
    if kind is Kind.PERCENT or kind is Kind.FRACTION:
        scale = 100 if kind is Kind.PERCENT else 1
        yield Proposal(Operation.PERCENT_CHANGE, change, (relative(operands, direction, scale),), doubts=why)
    elif kind is Kind.PERCENTAGE_POINTS or (change.figure.head == "point" and old.figure.kind is Kind.PERCENT):
        if old.figure.kind is Kind.PERCENT:
            yield Proposal(
                Operation.PERCENTAGE_POINT_CHANGE,
                change,
                (level_difference(operands, direction, basis_points(change.figure)),),
                doubts=why,
            )
    elif comparable(change.figure, new.figure) and same_noun(change.figure, new.figure):
        yield Proposal(Operation.DIFFERENCE, change, (level_difference(operands, direction),), doubts=why)


def _is_price_of_currency(match: Match) -> bool:
    old, new = match.claims["old"], match.claims["new"]
    kinds = {old.figure.kind, new.figure.kind}
    words = match.words[max(0, match.start - _SUBJECT_REACH) : match.end + 20]
    return (
        is_exchange_rate(new)
        or is_exchange_rate(old)
        or (not kinds.isdisjoint({Kind.MONEY, Kind.COUNT}) and names_currency(words))
    )


def _respective(match: Match) -> Iterator[Proposal]:
    """Lists that answer one another: each change has the old and the new figure of its own place."""
    lists = [match.lists[name] for name in ("change", "old", "new")]
    direction = direction_of(match, "change")
    if direction == 0 or len({len(members) for members in lists}) > 1:
        return
    for change, old, new in zip(*lists, strict=True):
        if comparable(old.figure, new.figure):
            reading = relative((Operand(old, "old"), Operand(new, "new")), direction, 100)
            yield Proposal(Operation.PERCENT_CHANGE, change, (reading,), doubts=doubts(clause(match)))


def _of_the_year(match: Match) -> Iterator[Proposal]:
    """Of two figures compared with, a change from year to year takes that of the year before."""
    if words_of("year_on_year").search(match.words) and says_which_year(match):
        yield from _between(match, ())


def _traded(match: Match) -> Iterator[Proposal]:
    """What was bought or sold between two holdings: their difference, whichever is the larger."""
    change, old, new = match.claims["change"], match.claims["old"], match.claims["new"]
    if addable(change.figure, new.figure) and addable(old.figure, new.figure):
        operands = (Operand(old, "old"), Operand(new, "new"))
        reading = Candidate("one holding less the other", operands, apart, "{1} − {0}")
        yield Proposal(Operation.DIFFERENCE, change, (reading,))


def _dated(match: Match) -> Iterator[Proposal]:
    """Two levels, each with its year, in either order of the years."""
    years = YEAR.findall(match.words, match.start, match.end)
    if len(years) != 2 or years[0] == years[1]:
        return
    if years[0] > years[1]:
        match = replace(match, claims={**match.claims, "old": match.claims["new"], "new": match.claims["old"]})
    yield from _between(match, ())


def _follow(match: Match) -> bool:
    """Whether the second level is of the day, or the month, after that of the first."""
    days = load("changes")["words"]["days"]
    found = [words_of("days").findall(match.after(name)) for name in ("old", "new")]
    if not all(found):
        return False
    one, other = (days.index(names[0]) for names in found)
    return other - one == 1 or (one, other) in ((6, 0), (18, 7))


def _of_range(match: Match) -> Iterator[Proposal]:
    """A rise whose two levels stand in one figure: 'went from $47 to $62 million, a jump of 31 percent'."""
    change, ends = match.claims["change"], match.claims["range"]
    if not ends.figure.is_range or direction_of(match, "change") <= 0:
        return
    reading = Candidate(
        "high end over low end",
        (Operand(ends, "range"),),
        lambda v: Interval.of((v[0].high / v[0].low - 1) * 100),
        "high end of {0} / low end − 1",
    )
    yield Proposal(Operation.PERCENT_CHANGE, change, (reading,), doubts=doubts(clause(match), match.around("change")))


def _by_amount(match: Match, known: tuple[str, ...] = ()) -> Iterator[Proposal]:
    """A percentage that stands beside the amount of the change and the level that was reached."""
    change, amount, new = match.claims["change"], match.claims["amount"], match.claims["new"]
    direction = direction_of(match, match.first)
    scale = subunits(amount.figure, new.figure)
    if direction == 0 or scale is None or not _same_kind(amount, new):
        return
    reading = Candidate(
        "amount of the change over the level before it",
        (Operand(amount, "change"), Operand(new, "new")),
        lambda v: 100 / (v[1] * scale / v[0] - direction),
        "{0} / ({1} " + ("−" if direction > 0 else "+") + " {0})",
        slips=(Slip("new_figure_as_base", lambda v: v[0] / v[1] * Fraction(100, scale)),),
    )
    why = known + doubts(clause(match), match.around("change"))
    yield Proposal(Operation.PERCENT_CHANGE, change, (reading,), doubts=why)


def _same_kind(amount: Claim, new: Claim) -> bool:
    """Whether both are sums, one of them perhaps for a unit ('$24 to $1,224 an ounce'), or of one other kind."""
    kinds = {amount.figure.kind, new.figure.kind}
    return len(kinds) == 1 or kinds == {Kind.MONEY, Kind.RATE}


def _is_spent(pair: Skeleton, match: Match) -> bool:
    """Whether the change has levels of its own in its sentence: then those of the next are not its."""
    first = match.words[: match.words.index(BOUNDARY)]
    new = match.claims["new"].figure
    stated = (pair.claim(mark) for mark in MARK.findall(first))
    return any(claim is not match.claims["change"] and addable(claim.figure, new) for claim in stated)
