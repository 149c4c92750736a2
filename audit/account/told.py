"""The same quantity told again: in headline and body, in lead and detail, 'the 18 soldiers' after '18 soldiers'.

Pairs are proposed by what they count and where they stand; those of one value also over the whole text, in whatever form,
so that what agrees is said to. Whether two figures speak of one quantity is weighed without their values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import inf, log

from audit.account.binding import Binding, Role
from audit.account.features import Prefixed, crossed, heads, numbered
from audit.account.forms import Form, forms
from audit.account.kin import Kin
from audit.account.likeness import LEAD, Likeness
from audit.account.retold import retold
from audit.account.values import chance_of_same, same_value
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["told"]

_NEAR = 3
"""Figures of the same key before one that are tried whatever they print, nearest first."""
_SOUGHT = 3
"""So much oftener a stranger of the same value is found where the whole text is looked through for one."""
_STEP = 0.25
"""Figures further apart than this (in the logarithm) print no one value, rounding and bounds allowed."""
_STEPS = 12
"""So many of these the values of 'dozens' reach over."""
_FEW = 13
"""Below this a number says little by itself: things of no name, or of two names, are two."""
_RARE = 100
_KNOWN = 8
_TRIED = 6
"""Those of about the same value that are looked at, nearest first."""
_EQUAL = 1
"""Those of the same value that are bound, nearest first."""
_DEFINITE = frozenset(("the", "all"))
_BACK = 12
"""Sentences back to which a definite count of another noun points: 'two of the many clubs ... The two teams'."""
_POINTS, _POINTS_ALONE = 4, 5
"""Counts before a definite one to which it is tried to point back, whatever they count and print; of one without a noun."""
_FIRST = 2
"""Counts at the head of a text to which a definite one is tried to point back."""
_TOLD = Prefixed("told.")
_OTHERS = numbered("others", 4)
_BETWEEN = numbered("between", 4)
_ALL = {number: f"all:{number if number <= 3 else 6}" for number in range(1, 7)}
_ANYONE = frozenset(("heads:measure", "heads:bare", "heads:one_bare", "heads:general_first", "heads:general_second"))
"""How two counts of those harmed agree of which one says no more than that they are people."""
_UNLIKE = frozenset(("ratio", "score", "time"))
"""Kinds of which one tells nothing of the next: they are only sought."""


def told(reading: Reading) -> Iterator[Binding]:
    """Pairs of figures that may be one quantity, the later as the claim."""
    known: set[tuple[int, int]] = set()
    by_key: dict[tuple[str, str], list[Mention]] = {}
    by_size: dict[tuple[str, int], list[Mention]] = {}
    counts: list[Mention] = []
    harmed: dict[str, list[Mention]] = {}
    likeness, kin = reading.once(Likeness), reading.once(Kin)
    told_as_of = {mention.number: forms(reading, mention) for mention in reading.mentions}
    keys = Counter((told_as_of[m.number][0].sort, m.head) for m in reading.mentions if told_as_of[m.number])
    for mention in reading.mentions:
        told_as = told_as_of[mention.number]
        if not told_as:
            continue
        kind = mention.type.partition(" ")[0]
        key = (told_as[0].sort, mention.head)
        same = by_key.setdefault(key, [])
        near = dict.fromkeys([*reversed(same[-_NEAR:]), *(m for m in same[:LEAD] if m.sentence < LEAD)])
        if kind in _UNLIKE:
            near.clear()
        else:
            near.update(dict.fromkeys(kin.of(reading, mention)))
        for measure in mention.claim.measures if kind == "count" else ():
            earlier = harmed.setdefault(measure, [])
            near.update(dict.fromkeys(m for m in (*earlier[:1], *earlier[-1:]) if _is_toll(m, mention)))
            earlier.append(mention)
        if mention.determiner in _DEFINITE and kind == "count":
            back = counts[-(_POINTS if mention.head else _POINTS_ALONE) :]
            back += [m for m in counts[:_FIRST] if m.sentence < LEAD]
            near.update(dict.fromkeys(m for m in back if mention.sentence - m.sentence <= _BACK))
        places = [(form.sort, step) for form in told_as for step in _steps(mention, form)]
        for other in (*near, *_equal(by_size, places, mention, near)):
            sought = other not in near
            if _side_by_side(other, mention):
                continue
            if kind == "count" == other.type and not _may_be_one(reading, other, mention, sought=sought):
                continue
            if not likeness.are_of_two(reading, other, mention):
                known.add((other.start, mention.start))
                yield _binding(reading, likeness, other, mention, same, keys[key], sought=sought)
        same.append(mention)
        if kind == "count":
            counts.append(mention)
        for place in places:
            by_size.setdefault(place, []).append(mention)
    yield from retold(reading, likeness, known)


def _steps(mention: Mention, form: Form) -> range:
    """About which values a figure may stand for, as steps of the logarithm."""
    low, high = mention.low, mention.high
    if low != high and not mention.figure.words and not mention.figure.is_range:
        high = inf
    if high == inf or low <= 0:
        low = high = abs(mention.nominal) or 1e-9
    first = int(log(low * form.factor) // _STEP)
    if low == high:
        return range(first, first + 1)
    return range(first, min(first + _STEPS, int(log(high * form.factor) // _STEP)) + 1)


def _equal(
    by_size: dict[tuple[str, int], list[Mention]],
    places: Sequence[tuple[str, int]],
    mention: Mention,
    near: Collection[Mention],
) -> list[Mention]:
    """Earlier figures of the same value, in any form: the nearest, and the first of the text."""
    around = {(sort, step + by) for sort, step in places for by in (-1, 0, 1)}
    lists = [some for some in map(by_size.get, around) if some]
    if not lists:
        return []
    known = sorted({m for some in lists for m in some[-_TRIED:]}, key=_place, reverse=True)
    first = min((some[0] for some in lists), key=_place)
    found: list[Mention] = []
    for other in (*known, first):
        wanted = (len(found) < _EQUAL or other is first) and other not in near and other not in found
        if wanted and same_value(other, mention):
            found.append(other)
    return found


def _place(mention: Mention) -> int:
    return mention.number


def _binding(
    reading: Reading,
    likeness: Likeness,
    one: Mention,
    other: Mention,
    known: Sequence[Mention],
    all_: int,
    *,
    sought: bool,
) -> Binding:
    kind = other.type.partition(" ")[0]
    rule = _TOLD[kind] if one.figure.kind is other.figure.kind else "told.reworded"
    others = {m.figure.text for m in known[-_KNOWN:] if m is not one}
    between = sum([m.number > one.number for m in known[-_KNOWN:]])
    company = (_OTHERS[min(len(others), 4)], _BETWEEN[min(between, 4)], _ALL.get(all_, "all:more"))
    alone = [name for pair in zip(company, crossed(rule, company), strict=True) for name in pair]
    return Binding(
        "restatement",
        rule,
        other,
        (Role("told", one),),
        (rule, *likeness.features(reading, one, other, rule), *alone),
        sought=sought,
        chance=chance_of_same(other) * (_SOUGHT if sought else 1),
    )


def _may_be_one(reading: Reading, one: Mention, other: Mention, *, sought: bool) -> bool:
    """Whether two counts may be one: of one noun or one kind, of a number that few things have, or the later definite."""
    agreement, size = heads(one, other), other.nominal
    if size <= 1:
        measured = bool(one.claim.measures and other.claim.measures)
        return (measured and agreement != "heads:differ") or (agreement == "heads:same" and bool(one.modifiers))
    if agreement == "heads:differ":
        return size >= _RARE or _points_back(one, other) or (sought and _counted_by(reading, one, other))
    if agreement in ("heads:bare", "heads:one_bare"):
        return size >= _FEW or _points_back(one, other)
    return True


def _is_toll(one: Mention, other: Mention) -> bool:
    """Whether a headline or a lead tells how many were harmed, of whomever: 'kills at least 40', '40 dead'."""
    return one.sentence < LEAD and one.sentence != other.sentence and heads(one, other) in _ANYONE


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Whether two of one kind stand next to each other and the later has no noun: '5 to 4', '12, 12'."""
    next_ = one.sentence == other.sentence and other.number - one.number == 1
    return next_ and not other.head and one.type == other.type


def _points_back(one: Mention, other: Mention) -> bool:
    return other.determiner in _DEFINITE and other.sentence - one.sentence <= _BACK


def _counted_by(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether there is one of the one for each of the other: charges and those they are for."""
    lexicon = nouns(reading.document.language)
    kinds = {lexicon.kind_of.get(one.head), lexicon.kind_of.get(other.head)}
    return kinds == {"charge", "person"}
