"""Two numbers of a table held against each other: changes between periods, multiples, one more than another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from audit.figures.figure import Kind
from audit.lang import pack
from audit.series.asking.portions import shifted
from audit.series.asking.question import Question, Rows, Term
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.stretches import Stretch
from audit.series.asking.subjects import Subjects
from audit.series.asking.target import Target
from audit.series.asking.terms import term
from audit.series.asking.values import Mention

__all__ = ["beyond", "changes", "changing", "compared", "direction", "is_step"]

NEAR = 4
"""Words between a figure and the word that says that something changed by it."""
_OF = re.compile(r"^(?:\w+ )?of\b")
_THAN = re.compile(r"\b(?:than|as|compared with|compared to|against|versus)\b")


def direction(heard: Heard, spot: Spot) -> str:
    """'rise' or 'fall' if the words around a figure say that something changed by it; '' if they do not."""
    first, last = heard.clause(spot.first)
    before = heard.text(max(first, spot.first - 2 * NEAR), spot.first).split()
    behind = heard.text(spot.last, min(last, spot.last + NEAR)).split()
    change = pack()["asking"]["change"]
    found = []
    for words, nearest in ((before[::-1], True), (behind, False)):
        for away, word in enumerate(words):
            if word == "of" and not nearest and away == 0:
                break  # '12% of the rise'
            way = "rise" if word in change["rise"] else "fall" if word in change["fall"] else ""
            if way and not (word in ("up", "down") and away and not nearest and words[away - 1].isalpha()):
                found.append((away, way))
                break
    return min(found)[1] if found else ""


def changing(heard: Heard, spot: Spot) -> bool:
    """Whether the clause of a figure tells of a change."""
    change = pack()["asking"]["change"]
    return any(
        word in change["rise"] or word in change["fall"] for word in heard.text(*heard.clause(spot.first)).split()
    )


def is_step(heard: Heard, spot: Spot) -> bool:
    """Whether a figure is by how much something changed: 'has risen by 7,957'."""
    start = heard.start(spot)
    change = pack()["asking"]["change"]
    before = heard.text(start - 2, start).split()
    return before[1:] == ["by"] and (before[0] in change["rise"] or before[0] in change["fall"])


def beyond(heard: Heard, spot: Spot) -> str:
    """'rise' or 'fall' of '9 more boats than', '3 fewer than', which is no number of boats; '' of other figures."""
    if not _THAN.search(heard.text(spot.last, heard.clause(spot.first)[1])):
        return ""
    return {"more": "rise", "fewer": "fall", "less": "fall"}.get(heard.text(spot.last, spot.last + 1), "")


def changes(
    heard: Heard, spot: Spot, subjects: Subjects, target: Target, rows: Rows, when: Stretch | None
) -> Iterator[Question]:
    """'up 68% from September', 'fell by a third between 2029 and 2030': the later period against the earlier one."""
    way = direction(heard, spot)
    if not way or _OF.match(heard.text(spot.last, spot.last + 2)):
        return
    for now, base in periods(heard, spot, subjects, rows, when):
        later, earlier = _pair(subjects, target, now, base)
        yield Question(later, way, earlier)


def _pair(subjects: Subjects, target: Target, now: Rows, base: Rows) -> tuple[Term, Term]:
    if target.columns:
        return term(subjects, target.columns, now, None), term(subjects, target.columns, base, None)
    if target.kind:
        return Term("distinct", (target.kind,), now), Term("distinct", (target.kind,), base)
    return Term("count", (), now), Term("count", (), base)


def periods(
    heard: Heard, spot: Spot, subjects: Subjects, rows: Rows, when: Stretch | None
) -> Iterator[tuple[Rows, Rows]]:
    """The rows of the later period and those of the earlier one, as the words have them, the most likely first."""
    if subjects.table.days is None:
        return
    ends = [one for one in heard.stretches if one.ends is not None and one.ends[0] != one.ends[1]]
    if ends:
        earlier, later = _nearest(heard, spot, ends).ends or (None, None)
        if earlier is not None and later is not None:
            yield rows.within(*later), rows.within(*earlier)
        return
    based = [one for one in heard.stretches if _is_base(heard, one)]
    plain = [one for one in heard.stretches if one not in based]
    for base in based[:1] if len(based) == 1 else [_nearest(heard, spot, based)] if based else []:
        days = base.ends[0] if base.ends is not None else base.days
        now = _nearest(heard, spot, plain) if plain else None
        if now is not None:
            yield rows.within(*(now.ends[1] if now.ends else now.days)), rows.within(*days)
        elif days[0] is not None and days[1] is not None and base.since:
            last = _last(subjects)
            if last is not None:
                yield rows.within(*last), rows.within(*days)
        return
    if len(plain) == 2:
        one, other = sorted(plain, key=lambda stretch: str(stretch.first))
        yield rows.within(*other.days), rows.within(*one.days)
    elif len(plain) == 1 and plain[0].first is not None and plain[0].last is not None:
        begin, end = plain[0].first, plain[0].last
        for unit in _units(begin, end):
            yield rows, rows.within(*shifted(begin, end, unit, -1))


def _units(first: date, last: date) -> list[str]:
    """By what a period is moved back to the one that it is compared with without a word: a year by a year."""
    days = (last - first).days + 1
    return ["year"] if days > 300 else ["quarter", "year"] if days > 80 else ["month", "year"] if days > 27 else ["day"]


def _last(subjects: Subjects) -> tuple[date, date] | None:
    """The last day of the table."""
    if subjects.table.days is None:
        return None
    end = date(1970, 1, 1) + timedelta(days=int(subjects.table.days.max()))
    return end, end


def _is_base(heard: Heard, stretch: Stretch) -> bool:
    """Whether a stretch is what another is compared with: 'from September', 'than in 2029', 'a year earlier'."""
    if stretch.relative:
        return "same" not in heard.text(*heard.place(stretch)).split()
    first = heard.place(stretch)[0]
    text = heard.text(max(heard.begin, first - 4), first)
    if stretch.since:
        return True
    return bool(
        re.search(r"(?:than|compared with|compared to|against|versus|from|since|over|on)(?: (?:in|during|the))*$", text)
    )


def _nearest(heard: Heard, spot: Spot, stretches: Sequence[Stretch]) -> Stretch:
    return min(stretches, key=lambda one: abs(heard.place(one)[0] - spot.first))


def compared(
    heard: Heard,
    spot: Spot,
    subjects: Subjects,
    target: Target,
    own: Sequence[Mention],
    mentions: Sequence[Mention],
    rows: Rows,
    when: Stretch | None,
) -> Iterator[Question]:
    """'9 more deaths than in Ash', 'three times as many as in 2029', 'rose by 120 from 2029 to 2030'."""
    figure = spot.claim.figure
    last = heard.clause(spot.first)[1]
    behind = heard.text(spot.last, last)
    many = figure.kind in (Kind.MULTIPLE, Kind.RATIO)
    way = beyond(heard, spot) or direction(heard, spot)
    by = heard.text(spot.first - 2, spot.first).endswith("by") or heard.text(spot.last, spot.last + 1) in (
        "more",
        "fewer",
        "less",
    )
    if not many and not (way and by):
        return
    what = "multiple" if many else "difference"
    than = _THAN.search(behind, len("as") if behind.startswith("as ") else 0)  # 'three times as many ... as in Ash'
    if than is not None:
        at = spot.last + len(behind[: than.start()].split())
        other = [one for one in mentions if one.first >= at and one.column]
        ahead = [one for one in mentions if one.first < at and one.column]
        same = {one.column for one in other} & {one.column for one in ahead}
        if len(same) == 1:
            (column,) = same
            kept = rows.without({column}).values
            value = {v.value for v in ahead if v.column == column}
            against = {v.value for v in other if v.column == column}
            if len(value) == len(against) == 1:
                mine_ = Rows((*kept, (column, value.pop())), rows.first, rows.last)
                theirs = Rows((*kept, (column, against.pop())), rows.first, rows.last)
                yield _way(what, way, *_pair(subjects, target, mine_, theirs))
                return
        named, against_ = (
            {v.value for v in mentions if not v.column and (v.first < at) is near} for near in (True, False)
        )
        if len(named) == len(against_) == 1 and target.columns:
            # the groups have columns of their own
            core = target.columns[0].core
            one, two = (tuple(subjects.named(core, frozenset(words))) for words in (named, against_))
            if one and two and one != two:
                yield _way(what, way, term(subjects, one, rows, when), term(subjects, two, rows, when))
            return
    for now, base in periods(heard, spot, subjects, rows, when):
        yield _way(what, way, *_pair(subjects, target, now, base))


def _way(what: str, way: str, one: Term, other: Term) -> Question:
    return Question(other, what, one) if way == "fall" and what == "difference" else Question(one, what, other)
