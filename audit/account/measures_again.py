"""A measure told again in another unit, and no sign joins them: 'a crater 20 feet wide' and, later, 'the six-metre hole'.

Lengths of time are told so too ('four days ... "Ninety-six hours"'), and one may be a word alone: 'a pound, or 454 grams'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from audit.account.binding import Binding, Role
from audit.account.conversions import again
from audit.account.features import crossed, pair
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.standards import standard
from audit.syntax import Mention, Reading
from audit.vocabulary import kept

__all__ = ["measures_again"]

_KINDS = ("measure", "duration")
_NEAREST = 2
"""Measures in another unit before one that are tried, and those of the opening."""
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "year"))
_LEAD = 1
_SHARED = 1
"""Topic words in common from which one far away is tried."""
_NEAR = 2
"""Sentences within which one is tried whatever they share; lengths of time, of which texts are full, must share a word."""
_ALONE = 4
"""Tokens behind 'a pound' within which the same stands in another unit."""
_LINKS = frozenset(("or", "open", "comma", "dash"))


def measures_again(reading: Reading) -> Iterator[Binding]:
    """Every measure with the nearest in other units that no sign joins to it."""
    pairs = again(reading, ("measure",))
    joined = {mention.number for one, other in pairs if _is_other_unit(one, other) for mention in (one, other)}
    before: list[Mention] = []
    for claim in reading.mentions:
        if not claim.type.startswith(_KINDS) or not claim.figure.unit or claim.number in joined:
            continue
        yield from _alone(reading, claim)
        others = [one for one in reversed(before) if _is_other_unit(one, claim)]
        tried = [one for one in others if _may_be_one(reading, one, claim, sole=len(others) == 1)]
        lead = [one for one in tried[_NEAREST:] if one.sentence <= _LEAD]
        for one in (*tried[:_NEAREST], *lead[:1]):
            yield _binding(reading, claim, one, sole=len(others) == 1)
        before.append(claim)


def _is_other_unit(one: Mention, claim: Mention) -> bool:
    unit, target = one.figure.unit, claim.figure.unit
    if unit is None or target is None or unit == target or one.type[:4] != claim.type[:4]:
        return False
    return _is_common(unit, target)


@kept
def _is_common(unit: str, target: str) -> bool:
    """Whether both are common units of one kind: rare ones are told again in brackets, and looked up slowly."""
    return any(unit in names and target in names for names in _kinds())


def _kinds() -> list[frozenset[str]]:
    return [*map(frozenset, standard("factors").values()), _TIMES]


def _may_be_one(reading: Reading, one: Mention, claim: Mention, *, sole: bool) -> bool:
    """Whether it stands near, is told of in the same words, or is the only one that is measured in another unit."""
    if one.sentence == claim.sentence:
        return reading.tokens.classes[claim.first - 1] != "and"  # '900 metres long and 20 feet high'
    if len(one.words & claim.words) >= _SHARED:
        return True
    return not claim.type.startswith("duration") and (sole or claim.sentence - one.sentence <= _NEAR)


def _binding(reading: Reading, claim: Mention, one: Mention, *, sole: bool) -> Binding:
    sort = claim.type.partition(" ")[0]
    rule = f"unit_conversion.{'time' if sort == 'duration' else 'far'}"
    said = [*pair(reading, one, claim), f"bound:{claim.figure.bound}"]
    if sole:
        said.append("sole")
    if one.sentence <= _LEAD:
        said.append("a:lead")
    shared = one.words & claim.words
    said.append("name:same" if shared & reading.names else "name:none")
    form = f"{one.figure.unit}>{claim.figure.unit}"
    return Binding("unit_conversion", rule, claim, (Role("quantity", one),), (rule, *said, *crossed(rule, said)), form)


def _alone(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'a pound, or 454 grams', 'an acre (0.4 hectares)': one of a unit that no number counts."""
    tokens, (begin, _) = reading.tokens, reading.bounds[claim.sentence]
    units, target = pack(reading.document.language).build(_units), claim.figure.unit
    for at in range(claim.first - 1, max(begin, claim.first - _ALONE), -1):
        unit = units.get(tokens.words[at])
        if unit is None or tokens.classes[at - 1] != "a":
            continue
        between = tokens.classes[at + 1 : claim.first]
        if target is None or unit == target or _LINKS.isdisjoint(between) or not _is_common(unit, target):
            return
        start, end = tokens.starts[at - 1], tokens.ends[at]
        text = reading.document.text[start:end]
        one = Figure(start, end, text, Interval.of(1), kind=Kind.MEASURE, unit=unit, precision=Fraction(1, 100))
        rule = "unit_conversion.alone"
        said = [f"link:{name or 'word'}" for name in between]
        features = (rule, *said, *crossed(rule, said))
        yield Binding("unit_conversion", rule, claim, (Role("quantity", named=one),), features, f"{unit}>{target}")
        return


def _units(words: Pack) -> Mapping[str, str]:
    """The first word of each unit, in the singular."""
    found: dict[str, str] = {}
    for kind in words["units"].values():
        for unit, spelt in kind.items() if isinstance(kind, dict) else ():
            word = str(spelt).partition("|")[0].partition(",")[0].strip()
            if word and word.isalpha():
                found.setdefault(word, unit)
    return found
