"""A quantity told again under another noun or in another form: 'a hat-trick' and 'her three goals', '53 residents' and
'fifty-three candles', '£2.5 million' and 'the two and a half million', '11 months' and 'nearly a year'.

What points back is tried on the nearest of its kind whatever they print, and so are the figures of headline and lead on
the first of the body; all else is sought by its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit.account.binding import Binding, Role
from audit.account.clock_faces import hour_of
from audit.account.features import crossed, heads
from audit.account.likeness import LEAD, Likeness
from audit.account.stretches import as_long, base, stretches
from audit.account.values import chance_of_same, same_value
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["retold"]

_SOUGHT = 3
"""So much oftener a stranger of the same value is found where the whole text is looked through for one."""
_DEFINITE = frozenset(("the", "all"))
_POINTS = 3
"""Nearest earlier figures of its kind to which a definite one is tried to point back, whatever they print."""
_FEW = 12
"""Groups of more have no word of their own."""
_GROUP = 2
_GROUP_BACK = 12
"""Sentences back to which a group is tried on counts of another value."""
_TELLING = 13
"""From here on a number that recurs over another noun says something; below only of what stands for people."""
_MAIN = 2
"""Figures of the body that each main figure of headline and lead is tried on."""
_MAIN_SORTS = (("money", "rate"), ("percent", "fraction"), ("age",), ("duration",), ("measure",))
_AMOUNTS = ("money", "percent", "measure", "duration", "age", "rate")
"""Types that a number without a noun may tell again."""
_SCALE = 1000
_TIMES = 2
_ANYONE = "person"


class _Book(NamedTuple):
    standing: frozenset[str]
    elsewhere: frozenset[str]


def _book(words: Pack) -> _Book:
    table = words["retold"]
    return _Book(frozenset(table["standing"]["words"]), frozenset(table["elsewhere"]["words"]))


class _Text(NamedTuple):
    """What all rules look at, read once."""

    reading: Reading
    words: _Book
    counts: list[Mention]
    known: set[tuple[int, int]]
    """The pairs that are proposed already, by where their figures begin."""

    def fresh(self, others: Iterable[Mention], later: Mention) -> list[Mention]:
        """Those with which the later one is not bound yet."""
        return [m for m in others if (m.start, later.start) not in self.known and m.end <= later.start]


_Pair = tuple[Mention, Mention, bool]
"""The earlier, the later, and whether they were sought by their value."""


def retold(reading: Reading, likeness: Likeness, known: set[tuple[int, int]]) -> Iterator[Binding]:
    """Pairs that may be one quantity in other words, the later as the claim; those that are known are left out."""
    text = _Text(
        reading,
        pack(reading.document.language or "en").build(_book),
        [m for m in reading.mentions if m.type == "count"],
        known,
    )
    rules = (
        ("told.group", _groups),
        ("told.length", _lengths),
        ("told.back", _back),
        ("told.standing", _standing),
        ("told.alone", _alone),
        ("told.ordered", _ordered),
        ("told.bare", _bare),
        ("told.hour", _hours),
        ("told.main", _main),
    )
    for rule, pairs in rules:
        for one, other, sought in pairs(text):
            if text.fresh((one,), other):
                known.add((one.start, other.start))
                yield _binding(text, likeness, rule, one, other, sought=sought)


def _groups(text: _Text) -> Iterator[_Pair]:
    """'two brothers ... the pair', 'her hat-trick ... three goals': the tempting wrong one is a pair of another kind."""
    groups = text.reading.collectives
    if not groups:
        return
    few = [m for m in text.counts if 1 < m.low <= _FEW]
    everyone = sorted((*few, *groups), key=_start)
    named = {id(group) for group in groups}
    for at, later in enumerate(everyone):
        before = text.fresh([m for m in reversed(everyone[:at]) if _may_be_alike(m, later)], later)
        if id(later) in named:
            near = [m for m in before if later.sentence - m.sentence <= _GROUP_BACK][:_GROUP]
            equal = _ends([m for m in before if m.nominal == later.nominal], _GROUP)
            yield from ((m, later, m not in near) for m in dict.fromkeys((*near, *equal)))
        elif later.low > 1:
            mine = [m for m in before if id(m) in named]
            pointed = [m for m in mine[:1] if _points_back(text, later) and later.sentence - m.sentence <= _GROUP_BACK]
            equal = [m for m in mine if m.nominal == later.nominal][:_GROUP]
            yield from ((m, later, m not in pointed) for m in dict.fromkeys((*pointed, *equal)))


def _lengths(text: _Text) -> Iterator[_Pair]:
    """'90 days ... those three months', 'a fortnight ... fourteen days', '11 months ... nearly a year'."""
    printed = [m for m in text.reading.mentions if base(m)]
    if not printed:
        return
    every = sorted((*printed, *stretches(text.reading)), key=_start)
    for at, later in enumerate(every):
        told = [m for m in every[:at] if later.claim.index >= 0 or m.claim.index >= 0]
        unlike = [m for m in reversed(told) if base(m) != base(later) or -1 in (m.claim.index, later.claim.index)]
        unlike = text.fresh(unlike, later)
        listed = [m for m in unlike if m.claim.index >= 0]
        near = listed[:_GROUP] if _points_back(text, later) or _is_quoted(text, later) else []
        equal = [m for m in unlike if as_long(m, later)]
        yield from ((m, later, m not in near) for m in dict.fromkeys((*near, *equal[:1], *equal[-1:])))


def _back(text: _Text) -> Iterator[_Pair]:
    """'nine people ... the nine', 'seven others ... the missing seven', from however far."""
    for at, later in enumerate(text.counts):
        if not _points_back(text, later) or later.low <= 1:
            continue
        every = [m for m in reversed(text.counts[:at]) if m.low > 1 and not _are_two_kinds(m, later)]
        before = [m for m in every if _may_be_alike(m, later)]
        near = dict.fromkeys((*before[:_POINTS], *(m for m in before[-_MAIN:] if m.sentence < LEAD)))
        equal = [m for m in text.fresh(every, later) if m not in near and same_value(m, later)][:_GROUP]
        yield from ((m, later, m in equal) for m in (*near, *equal))


def _standing(text: _Text) -> Iterator[_Pair]:
    """'53 residents ... fifty-three candles': one of the things for each of the people; or a number that few things have."""
    standing, earlier = text.words.standing, list[Mention]()
    for later in text.reading.mentions:
        stands = later.head in standing
        if later.type == "count" and later.head and later.low > 1 and (stands or later.nominal >= _TELLING):
            near = [m for m in reversed(earlier) if _is_anyone(text, m)][:1] if stands else []
            alike = [m for m in earlier if m not in near and (stands or m.nominal >= _TELLING) and same_value(m, later)]
            yield from ((m, later, m not in near) for m in (*near, *_ends(text.fresh(alike, later), 1)))
        elif later.type == "count" and later.low > _GROUP:
            alike = [m for m in earlier if m.head in standing and same_value(m, later)]
            yield from ((m, later, True) for m in text.fresh(alike, later)[-1:])
        if later.type in ("count", "duration"):
            earlier.append(later)


def _alone(text: _Text) -> Iterator[_Pair]:
    """'nine killed ... we buried nine of ours', 'a dozen were saved ... twelve could hold on': few, one of no noun."""
    for at, later in enumerate(text.counts):
        if not _GROUP < later.nominal < _TELLING:
            continue
        before = [m for m in text.counts[:at] if not (m.head and later.head) and m.nominal == later.nominal]
        said = [m for m in text.fresh(before, later) if _is_anyone(text, m) or _is_anyone(text, later) or _is_bare(m)]
        yield from ((m, later, True) for m in _ends(said, 1))


def _ordered(text: _Text) -> Iterator[_Pair]:
    """'their ninth defeat ... they have lost nine matches', '33rd and last man ... the 33 miners'."""
    earlier: list[Mention] = []
    for later in text.reading.mentions:
        if later.type not in ("count", "rank", "duration") or not later.nominal > _GROUP:
            continue
        others = [m for m in earlier if (m.type == "rank") != (later.type == "rank") and m.nominal == later.nominal]
        yield from ((m, later, True) for m in _ends(text.fresh(others, later), 1))
        earlier.append(later)


def _ends(mentions: list[Mention], most: int) -> Iterable[Mention]:
    """So many from either end, each once."""
    return dict.fromkeys((*mentions[:most], *mentions[-most:]))


def _bare(text: _Text) -> Iterator[_Pair]:
    """'£2.5 million ... the two and a half million', 'seven years ... the seven': a number that says not of what."""
    amounts: list[Mention] = []
    open_: list[Mention] = []
    """Bare numbers of headline and lead."""
    for later in text.reading.mentions:
        sort = later.type.partition(" ")[0]
        if _is_bare(later):
            points = _points_back(text, later) or _is_quoted(text, later)
            if points or later.nominal >= _TELLING:
                scaled = [m for m in reversed(amounts) if _is_scaled(m)] if _is_scaled(later) and points else []
                near = text.fresh(scaled, later)[:_POINTS]
                equal = [m for m in amounts if m not in near and same_value(m, later)]
                yield from ((m, later, m not in near) for m in (*near, *_ends(text.fresh(equal, later), 1)))
            if later.sentence < LEAD and _is_scaled(later):
                open_.append(later)
        elif sort in _AMOUNTS:
            if _is_scaled(later):
                yield from ((m, later, False) for m in open_ if later.sentence - m.sentence <= LEAD)
            if later.nominal >= _TELLING:
                equal = [m for m in amounts if m.type != later.type and m.nominal == later.nominal]
                yield from ((m, later, True) for m in _ends(text.fresh(equal, later), 1))
            amounts.append(later)


def _is_bare(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind == "count" and figure.noun is None and figure.unit is None and mention.type != "date"


def _is_scaled(mention: Mention) -> bool:
    return mention.nominal >= _SCALE


def _hours(text: _Text) -> Iterator[_Pair]:
    """'five past six in the morning ... 6.05 a.m.'."""
    times = [m for m in text.reading.mentions if m.type == "time" and hour_of(m) is not None]
    for at, later in enumerate(times):
        yield from ((m, later, True) for m in times[:at][-_TIMES * 3 :] if same_value(m, later))


def _main(text: _Text) -> Iterator[_Pair]:
    """The first figure of each type of headline and of lead with the first of its type behind, of whatever noun."""
    for sorts in _MAIN_SORTS:
        mentions = [m for m in text.reading.mentions if m.type.partition(" ")[0] in sorts]
        for sentence in range(LEAD):
            first = next((m for m in mentions if m.sentence == sentence), None)
            if first is not None:
                body = [m for m in mentions if m.sentence > sentence and _is_of_unit(first, m)]
                said = [m for m in body if _is_quoted(text, m)]
                yield from ((first, m, False) for m in (*_fresh_to(text, first, body), *_fresh_to(text, first, said)))
    for sentence in range(LEAD):
        toll = next((m for m in text.counts if m.sentence == sentence and m.claim.measures and m.low > 1), None)
        if toll is not None:
            harmed = [m for m in text.counts if m.sentence > sentence and _is_anyone(text, m) and m.low > 1]
            alike = [m for m in harmed if set(m.claim.measures or toll.claim.measures) & set(toll.claim.measures)]
            yield from ((toll, m, False) for m in alike[:_MAIN])


def _fresh_to(text: _Text, one: Mention, later: Iterable[Mention]) -> list[Mention]:
    return [m for m in later if text.fresh((one,), m)][:_MAIN]


def _is_of_unit(one: Mention, other: Mention) -> bool:
    """Whether both are shares, or told in one unit: money and what is paid a month."""
    shares = ("percent", "fraction")
    return one.figure.unit == other.figure.unit or (one.type in shares and other.type in shares)


def _is_anyone(text: _Text, mention: Mention) -> bool:
    """Whether it counts people, or those who were harmed."""
    if mention.type != "count":
        return False
    kind = nouns(text.reading.document.language).kind_of.get(mention.head)
    return kind == _ANYONE or bool(mention.claim.measures)


def _may_be_alike(one: Mention, other: Mention) -> bool:
    """Whether two counts are of one kind, or of equal numbers and not of two kinds."""
    return heads(one, other) != "heads:differ" or (one.nominal == other.nominal and not _are_two_kinds(one, other))


def _are_two_kinds(one: Mention, other: Mention) -> bool:
    """Whether the things that two figures count are known to differ; a noun that an earlier one handed on says little."""
    if heads(one, other) != "heads:differ" or one.figure.carried or other.figure.carried:
        return False
    kind_of = nouns(one.claim.document.language).kind_of
    kinds = kind_of.get(one.head), kind_of.get(other.head)
    return None not in kinds and kinds[0] != kinds[1]


def _points_back(text: _Text, mention: Mention) -> bool:
    """Whether an article or a possessor leads it ('those nine', 'the missing seven', 'its eleven'), and not 'the last'."""
    tokens, first = text.reading.tokens, mention.first
    begin = text.reading.bounds[mention.sentence][0]
    for at in (first - 1, first - 2):
        if at < begin:
            return False
        if tokens.classes[at] in _DEFINITE or tokens.words[at].endswith(("'s", "’s")):
            return True
        word = tokens.words[at]
        if not word.isalpha() or word in text.words.elsewhere or tokens.classes[at] not in ("", "harm", "remaining"):
            return False
    return False


def _is_quoted(text: _Text, mention: Mention) -> bool:
    """Whether it is among the first words of what somebody says."""
    classes, begin = text.reading.tokens.classes, text.reading.bounds[mention.sentence][0]
    return "quote" in classes[max(begin, mention.first - 2) : mention.first]


def _binding(text: _Text, likeness: Likeness, rule: str, one: Mention, other: Mention, *, sought: bool) -> Binding:
    """A word that is no figure is named, or the claim where it stands behind."""
    said = [
        f"sorts:{one.type.partition(' ')[0]}-{other.type.partition(' ')[0]}",
        f"back:{_points_back(text, other)}",
        f"quoted:{_is_quoted(text, other)}",
        f"written:{one.figure.text[:1].isdigit()}-{other.figure.text[:1].isdigit()}",
        f"listed:{one.claim.index >= 0}-{other.claim.index >= 0}",
        f"standing:{one.head in text.words.standing}-{other.head in text.words.standing}",
        f"size:{_sized(other.nominal)}",
        *_measured(one, other),
    ]
    role = Role("told", one) if one.claim.index >= 0 else Role("told", named=one.figure)
    features = (rule, *likeness.features(text.reading, one, other, rule), *said, *crossed(rule, said))
    chance = chance_of_same(other) * (_SOUGHT if sought else 1)
    return Binding("restatement", rule, other, (role,), features, sought=sought, chance=min(chance, 0.9))


def _measured(one: Mention, other: Mention) -> Iterable[str]:
    return [f"{side}:harmed" for side, mention in (("a", one), ("b", other)) if mention.claim.measures]


def _sized(value: float) -> str:
    tens = value % 10 == 0
    return f"{'few' if value < 5 else 'some' if value < _TELLING else 'round' if tens else 'odd'}"


def _start(mention: Mention) -> int:
    return mention.start
