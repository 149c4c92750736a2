"""From a figure to the questions that its words allow, the most likely first, and whether they leave only one answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.claims.claim import Claim
from audit.figures.figure import Bound as Limit
from audit.figures.figure import Kind
from audit.lang import Pack, pack
from audit.series.asking.comparing import beyond, changes, changing, compared, per, rates, shares
from audit.series.asking.concepts import concept, concepts, words_of_role
from audit.series.asking.filters import is_part, is_whole, mine, moment
from audit.series.asking.question import Question, Rows
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.stretches import Stretch, Stretches
from audit.series.asking.subjects import Subjects
from audit.series.asking.target import Target, balance_of, find_target, is_generic, is_row
from audit.series.asking.terms import level, term, terms
from audit.series.asking.values import Mention, Values
from audit.syntax.nouns import nouns

__all__ = ["Bound", "Scene", "bind"]

_BESIDE = frozenset({"and", ",", "or"})
"""What a figure of its own follows: '12 raids and at least 60 dead'."""
_RESTS = re.compile(r"(?:\w+ )?of (?:the|these|those|them|whom|its|their)\b")


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """A table with what its words name."""

    subjects: Subjects
    values: Values
    stretches: Stretches


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
        if spot.first in used:
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
        limited = _limits(heard, spot, scene, target, used)
        if limited is not None:
            rows = replace(rows, limits=limited[0])
            used.add(limited[1])
            if target.kind and not scene.subjects.table.frame[target.kind].is_unique:
                continue  # what the rows of each of them come to is not asked
        found = _bound(heard, spot, scene, target, own, when, rows, mentions, of_list=of_list)
        if found is not None and balance:
            found = replace(found, questions=(_left(scene, balance, rows, when),))
        if spot.claim.figure.kind in (Kind.COUNT, Kind.MEASURE, Kind.RATE):
            before, held = target, rows
        if found is not None and limited is not None and not _each(heard, spot, limited[1]):
            found = replace(found, sure=False, named=False)
        if found is not None:
            yield found


def _of_subject(heard: Heard, spot: Spot, scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """What tells apart the rows that are the clause's subject: 'the two southern camps are home to 13,150 people'."""
    for one in heard.spots:
        head = one.claim.figure.head
        named = one.first < spot.first and head and concept(head.lower()) in scene.subjects.kinds
        if named and heard.clause(one.first) == heard.clause(spot.first):
            return [each for each in mentions if one.noun[0] <= each.first < one.noun[1] and each.column]
    return []


def _counts_all(heard: Heard, spot: Spot, scene: Scene) -> bool:
    """Whether the clause counts all that the table lists: '364 latrines in the five camps'."""
    for one in heard.spots:
        head = one.claim.figure.head
        column = scene.subjects.kinds.get(concept(head.lower())) if head and one is not spot else None
        if column is not None and one.claim.figure.value.low == scene.subjects.table.frame[column].nunique():
            return True
    return False


def _left(scene: Scene, balance: tuple[Target, Target], rows: Rows, when: Stretch | None) -> Question:
    """What is left of one column when another is taken from it: a deficit, a surplus."""
    one, other = (term(scene.subjects, each.columns, rows, when) for each in balance)
    return Question(one, "difference", other)


def _names_column(heard: Heard, mention: Mention, target: Target) -> bool:
    """Whether the words of a value name the column that is meant ('kidnapped' of a column of the abducted)."""
    said = {one.concept for one in heard.between(mention.first, mention.last)}
    return bool(mention.column) and any(said <= one.core for one in target.columns)


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


def _limits(
    heard: Heard, spot: Spot, scene: Scene, target: Target, used: Collection[int]
) -> tuple[tuple[tuple[str, str, float], ...], int] | None:
    """Of rows that are counted, what their numbers reach: 'attacks that killed at least 10', '... in which nobody died'."""
    behind = f" {heard.text(spot.last, heard.clause(spot.first)[1])} "
    if target.columns or is_whole(heard, spot) or any(f" {word} " in behind for word in words_of_role("summed")):
        return None
    signs = {Limit.AT_LEAST: ">=", Limit.MORE_THAN: ">", Limit.AT_MOST: "<=", Limit.LESS_THAN: "<"}
    for other in heard.spots:
        sign = signs.get(other.claim.figure.bound)
        if (
            other.first <= spot.first
            or other.first in used
            or _others_own(heard, spot, other)
            or heard.text(heard.start(other) - 1, heard.start(other)) in _BESIDE
        ):
            continue
        if sign and heard.clause(spot.first) == heard.clause(other.first):
            of = find_target(heard, other, scene.subjects, (), None)
            end = other.claim.figure.value.low if sign in (">=", ">") else other.claim.figure.value.high
            if of is not None and len(of.columns) == 1:
                return ((of.names[0], sign, float(end)),), other.first
    said = heard.between(*heard.clause(spot.first))
    for at, one in enumerate(said):
        if heard.tokens.words[one.first] in ("no", "nobody", "none", "without") and one.first > spot.first:
            near = frozenset(other.concept for other in said[at + 1 : at + 5])
            found = scene.subjects.named(near, frozenset())
            if len(found) == 1:
                return ((found[0].column, "=", 0.0),), -1
    return None


def _others_own(heard: Heard, spot: Spot, limit: Spot) -> bool:
    """Whether a number that is reached is said of a figure that stands nearer: 'of the 4 wards, 3 had more than 15'."""
    between = [one for one in heard.spots if spot.first < one.first < limit.first]
    return any(not is_whole(heard, one) for one in between)


def _each(heard: Heard, spot: Spot, other: int) -> bool:
    """Whether the words say of each row what it reaches ('raids that killed at least 10'): '3 raids killed at least 10' may
    be the sum of the three."""
    start = max(spot.last, spot.noun[1])
    return other < 0 or (heard.has("each", start, other) and ", which" not in heard.text(start, other))


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
            *([] if beyond(heard, spot) else terms(heard, spot, scene.subjects, target, rows, when, level_)),
        ]
    else:
        return None
    if not questions:
        return None
    questions = list({one.sql: one for one in questions}.values())
    told = _is_told(heard, spot, scene, own, when, of_list=of_list)
    sure = told and target.sure and _settled(heard, spot, scene, own, mentions) and not _foreign(spot.claim, own)
    named = target.sure and not _foreign(spot.claim, own)
    return Bound(spot.claim, tuple(questions), sure, told, named)


def _is_told(
    heard: Heard, spot: Spot, scene: Scene, own: Sequence[Mention], when: Stretch | None, *, of_list: bool
) -> bool:
    """Whether the figure is one of the table's: a day's figure in an article is that of one event, how things stood by a
    day, or over days, or at a place is the table's."""
    whole = heard.has("largest", heard.begin, heard.end) or heard.has("mean", heard.begin, heard.end)
    if _one_event(heard) and not whole:
        return False
    named = any(not one.column for one in own)
    if of_list or whole or _counts_all(heard, spot, scene):
        return True
    if when is not None and (not when.exact or when.reached or when.since or named):
        return True
    keyed = scene.subjects.table.series and any(one.column in scene.subjects.table.key_names for one in own)
    return bool(own) and (when is None or named or keyed or not when.exact)


def _one_event(heard: Heard) -> bool:
    """'A bomb', 'an airstrike': the sentence tells of one event."""
    words = heard.tokens.words
    for at in range(heard.begin, heard.end - 1):
        if words[at] in ("a", "an") and (
            is_row(concept(words[at + 1])) or is_row(concept(words[min(at + 2, heard.end - 1)]))
        ):
            return True
    return False


def _foreign(claim: Claim, own: Sequence[Mention]) -> bool:
    """Whether the claim is of a place that is none of the table's."""
    return claim.place is not None and not own


def _settled(heard: Heard, spot: Spot, scene: Scene, own: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Whether every word of the figure's clause is accounted for: by the table, by a day, or as one that leaves nothing
    open; and no word says that only some of the rows are meant."""
    first, last = heard.clause(spot.first)
    if any(heard.text(first, last).find(f" {word} ") >= 0 for word in words_of_role("only_some")):
        return False
    if _RESTS.match(heard.text(spot.last, spot.last + 4)) and spot.noun[0] == spot.noun[1] and not is_part(heard, spot):
        return False
    shared = [one for one in own if one.column]
    if len({one.column for one in shared}) < len({(one.column, one.value) for one in shared}) and len(heard.spots) > 1:
        # two values of one column are both meant, unless several figures share them out
        return False
    covered = {at for one in mentions for at in range(one.first, one.last)}
    covered |= {at for one in heard.stretches for at in range(*heard.place(one))}
    covered |= {at for other in heard.spots for at in range(other.first, other.last)}
    for link in spot.claim.attribution.chain if spot.claim.attribution else ():
        for span in (link.source, link.cue):
            if span is not None and not (span is link.source and _is_name(span.text)):
                covered |= set(range(heard.tokens.at(span.start), heard.tokens.from_(span.end)))
    return not any(
        one.first not in covered
        and not _neutral(heard.tokens.words[one.first], one.concept, scene)
        and not (one.first < spot.first and one.concept in pack().build(_agents))
        for one in heard.between(first, last)
    )


def _is_name(text: str) -> bool:
    """Whether a source is a bare name, which may be a place that has no row in the table."""
    return all(word[0].isupper() or word[0].isdigit() for word in text.split())


def _neutral(word: str, said: str, scene: Scene) -> bool:
    if not word[0].isalpha() or len(word) < 3 or word in nouns().stop or word in words_of_role("neutral"):
        return True
    if said in scene.subjects.known or said in scene.subjects.kinds or is_row(said):
        return True
    if is_generic(said):
        return not _parts(said)
    return said in pack().build(_neutral_concepts)


def _parts(said: str) -> bool:
    return said in ("man", "civilian")


def _agents(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["asking"]["agents"]["words"]))


def _neutral_concepts(words: Pack) -> frozenset[str]:
    roles = ("neutral", "rise", "fall", "largest", "smallest", "mean")
    asking = words["asking"]
    every = [word for role in roles for word in (asking[role]["words"] if role in asking else asking["change"][role])]
    return frozenset(one.concept for word in every for one in concepts([word]))
