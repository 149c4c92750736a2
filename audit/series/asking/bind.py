"""From a figure to the questions that its words allow, the most likely first, and whether they leave only one answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.series.asking.comparing import beyond, changes, changing, compared, is_step
from audit.series.asking.concepts import concept
from audit.series.asking.filters import is_part, is_whole, mine, moment
from audit.series.asking.limits import is_of_each, limits_of
from audit.series.asking.question import Question, Rows
from audit.series.asking.scene import Scene
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.settled import is_foreign, is_settled, is_told
from audit.series.asking.sharing import per, rates, shares
from audit.series.asking.stretches import Stretch
from audit.series.asking.target import Target, balance_of, find_target
from audit.series.asking.terms import level, term, terms
from audit.series.asking.values import Mention

__all__ = ["Bound", "bind"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A claim with its questions; `sure` if its words leave only one answer, `told` if they speak of the table."""

    claim: Claim
    questions: tuple[Question, ...]
    sure: bool
    told: bool = True
    named: bool = True
    """Whether its own words name the column or the rows."""


def bind(heard: Heard, scene: Scene, *, of_list: bool) -> Iterator[Bound]:
    """The bound figures of a sentence; `of_list` if the text has spoken of the list as such."""
    mentions = scene.values.mentions(heard.words, heard.begin)
    before: Target | None = None
    held: Rows | None = None
    used: set[int] = set()
    for spot in heard.spots:
        if spot.first in used or heard.has("foreseen", *heard.clause(spot.first)):
            continue
        own = mine(heard, spot, mentions) or _of_subject(heard, spot, scene, mentions)
        balance = balance_of(heard, spot, scene.subjects)
        target = balance[0] if balance else find_target(heard, spot, scene.subjects, own, before)
        if target is None:
            continue
        own = [one for one in own if not _names_column(heard, one, target)]
        when = _end_of_change(heard, spot, moment(heard, spot))
        if is_whole(heard, spot):
            own = [one for one in own if one.first > spot.last]
        rows = _rows(own, when)
        if is_part(heard, spot) and held is not None:
            rows = _both(held, rows)
        limited = limits_of(heard, spot, scene, target, used)
        if limited is not None:
            rows = replace(rows, limits=limited[0])
            used.add(limited[1])
            if target.kind and not scene.subjects.table.frame[target.kind].is_unique:
                continue  # what the rows of each of them come to is not asked
        either = [(one,) for one in target.columns] if scene.subjects.is_open(target.columns) else [target.columns]
        each = [
            _bound(heard, spot, scene, replace(target, columns=one), own, when, rows, mentions, of_list=of_list)
            for one in either
        ]
        found = _merged([one for one in each if one is not None])
        if found is not None and balance:
            found = replace(found, questions=(_left(scene, balance, rows, when),))
        if spot.claim.figure.kind in (Kind.COUNT, Kind.MEASURE, Kind.RATE):
            before, held = target, rows
        if found is not None and limited is not None and not is_of_each(heard, spot, limited[1]):
            found = replace(found, sure=False, named=False)
        if found is not None:
            yield found


def _merged(bounds: Sequence[Bound]) -> Bound | None:
    """A figure that may be of one of several columns, with the questions of each; None if no column has any."""
    if len(bounds) < 2:
        return next(iter(bounds), None)
    asked = tuple(question for one in bounds for question in one.questions)
    return replace(bounds[0], questions=asked, sure=False, named=False)


def _of_subject(heard: Heard, spot: Spot, scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """What tells apart the rows that are the clause's subject: 'the two southern camps are home to 13,150 people'."""
    for one in heard.spots:
        head = one.claim.figure.head
        named = one.first < spot.first and head and concept(head.lower()) in scene.subjects.kinds
        if named and heard.clause(one.first) == heard.clause(spot.first):
            return [each for each in mentions if one.noun[0] <= each.first < one.noun[1] and each.column]
    return []


def _left(scene: Scene, balance: tuple[Target, Target], rows: Rows, when: Stretch | None) -> Question:
    """What is left of one column when another is taken from it: a deficit, a surplus."""
    one, other = (term(scene.subjects, each.columns, rows, when) for each in balance)
    return Question(one, "difference", other)


def _names_column(heard: Heard, mention: Mention, target: Target) -> bool:
    """Whether the words of a value name the column that is meant ('kidnapped' of a column of the abducted)."""
    said = {one.concept for one in heard.between(mention.first, mention.last)}
    rest = {
        one.concept for one in heard.between(heard.begin, heard.end) if not mention.first <= one.first < mention.last
    }
    # 'drownings account for 40 of the dead': another word names the column
    return bool(mention.column) and any(said <= one.core and not rest & one.core for one in target.columns)


def _end_of_change(heard: Heard, spot: Spot, when: Stretch | None) -> Stretch | None:
    """Of 'rose from 10 to 20 between May and June' the month at which each of the two stands."""
    if when is None or when.ends is None or when.ends[0] == when.ends[1] or not changing(heard, spot):
        return when
    before = heard.text(spot.first - 1, spot.first)
    days = when.ends[0] if before == "from" else when.ends[1] if before in ("to", "at") else None
    return when if days is None else replace(when, first=days[0], last=days[1], ends=None)


def _rows(own: Sequence[Mention], when: Stretch | None) -> Rows:
    values = tuple(dict.fromkeys((one.column, one.value) for one in own if one.column))
    return Rows(values, when.first if when else None, when.last if when else None)


def _both(whole: Rows, part: Rows) -> Rows:
    """The rows of a part: the whole's, within what is said of the part."""
    columns = {column for column, _ in part.values}
    values = (*whole.without(columns).values, *part.values)
    days = (part.first, part.last) if part.first or part.last else (whole.first, whole.last)
    return Rows(values, *days)


def _bound(
    heard: Heard,
    spot: Spot,
    scene: Scene,
    target: Target,
    own: Sequence[Mention],
    when: Stretch | None,
    rows: Rows,
    mentions: Sequence[Mention],
    *,
    of_list: bool,
) -> Bound | None:
    figure = spot.claim.figure
    if when is not None and not scene.stretches.within(when):
        return None
    level_ = level(scene.subjects.table, when)
    if figure.kind is Kind.PERCENT:
        questions = (
            list(changes(heard, spot, scene.subjects, target, rows, when))
            or list(rates(heard, spot, scene.subjects, own, rows))
            or list(shares(heard, spot, scene.subjects, target, own, mentions, rows))
        )
    elif figure.kind in (Kind.MULTIPLE, Kind.RATIO, Kind.FRACTION):
        questions = [
            *compared(heard, spot, scene.subjects, target, own, mentions, rows, when),
            *(
                replace(one, what="part")
                for one in shares(heard, spot, scene.subjects, target, own, mentions, rows)
                if figure.kind is Kind.FRACTION
            ),
        ]
    elif figure.kind is Kind.RATE and (found := list(per(heard, spot, scene.subjects, target, rows))):
        questions = found
    elif figure.kind in (Kind.COUNT, Kind.MEASURE, Kind.RATE, Kind.MONEY):
        questions = [
            *compared(heard, spot, scene.subjects, target, own, mentions, rows, when),
            *(
                []
                if beyond(heard, spot) or is_step(heard, spot)
                else terms(heard, spot, scene.subjects, target, rows, when, level_)
            ),
        ]
    else:
        return None
    if not questions:
        return None
    questions = list({one.sql: one for one in questions}.values())
    told = is_told(heard, spot, scene, own, when, of_list=of_list)
    sure = told and target.sure and is_settled(heard, spot, scene, own, mentions) and not is_foreign(spot.claim, own)
    named = target.sure and not is_foreign(spot.claim, own)
    return Bound(spot.claim, tuple(questions), sure, told, named)
