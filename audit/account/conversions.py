"""A quantity given a second time in another unit: '900 metres (2,950 ft)', '5,000 acres, or 2,023 hectares'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.trio import placed
from audit.errors import UnitError
from audit.figures.figure import Bound
from audit.figures.units import convert
from audit.interval import Interval
from audit.lang import load, pack
from audit.standards import standard
from audit.syntax import Mention, Reading
from audit.syntax.directions import direction
from audit.vocabulary import kept

__all__ = ["again", "unit_conversions"]

_LINKS = frozenset(["open", "or", "comma", "slash", "dash", "semicolon"])
_GOVERNED = {"up": 1, "down": 1, "of": 3}
"""Words between one of these and a temperature that it makes a rise or a fall: 'up 5 degrees', 'a rise of just 5'."""
_LONGEST = 6
"""Tokens between a quantity and the same in another unit."""
_DEGREES = frozenset(["celsius", "fahrenheit", "kelvin", "degree"])


def unit_conversions(reading: Reading) -> Iterator[Binding]:
    """Every measure that repeats the one before it in another unit of the same kind."""
    other_meaning = _other_meanings(reading)
    for one, other in again(reading, ("measure",)):
        unit, target = one.figure.unit, other.figure.unit
        if unit is None or target is None or unit == target or not convertible(unit, target):
            continue
        before = reading.mentions[one.number - 1] if one.number else None
        if before is not None and before.type == one.type and 0 <= one.first - before.last <= 2:
            continue  # '800 x 600 metres (2,625 x 1,969 ft)': which is which cannot be told
        difference = _is_difference(reading, one, other)
        ways = [("", unit, target)]
        if unit in other_meaning and convertible(other_meaning[unit], target):
            ways.append((".other_meaning", other_meaning[unit], target))
        if target in other_meaning and convertible(unit, other_meaning[target]):
            ways.append((".other_meaning", unit, other_meaning[target]))
        for name, source, goal in ways:
            rule = f"unit_conversion{'.difference' if difference else ''}{name}"
            form = f"{source}>{goal}{'>difference' if difference else ''}"
            features = (rule, *(f"{name}{feature}" for feature in link(reading, one, other)))
            yield Binding("unit_conversion", rule, other, (Role("quantity", one),), features, form)


def _other_meanings(reading: Reading) -> dict[str, str]:
    """What a unit's word can mean else, in this text: a mile is another where ships or coasts are told of."""
    words = pack(reading.document.language)["unit_senses"]
    near = words["near"].items()
    told = {unit: way["other"] for unit, way in near if not reading.vocabulary.isdisjoint(way["words"])}
    return {**words["other_meaning"], **told}


def again(reading: Reading, kinds: tuple[str, ...]) -> Iterator[tuple[Mention, Mention]]:
    """Each figure with the one behind it in brackets or after 'or', and with the second in the same brackets."""
    classes = reading.tokens.classes
    for place, one in enumerate(reading.mentions[:-1]):
        if not one.type.startswith(kinds):
            continue
        for other in reading.mentions[place + 1 : place + 3]:
            if other.sentence != one.sentence or not other.type.startswith(kinds) or other.type == one.type:
                break
            between = classes[one.last : other.first]
            second = other.number == place + 2
            if len(between) > _LONGEST * (1 + second) or not _LINKS & set(between) or "close" in between:
                break
            if second and "open" not in between:
                break
            yield one, other


def link(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """How the second is joined to the first."""
    classes = reading.tokens.classes
    between = classes[one.last : other.first]
    joined = sorted({name for name in between if name})
    found = [f"link:{name}" for name in joined]
    found.append(f"joined:{'+'.join(joined[:3])}")
    found.append(f"link.words:{min(4, sum(not name for name in between))}")
    found.append(f"link.figures:{other.number - one.number - 1}")
    closed = "close" in classes[other.last : other.last + 3]
    found.append(f"closed:{closed and 'open' in between}")
    return [*found, *placed(reading, one, "a"), *placed(reading, other, "c")]


@kept
def convertible(unit: str, target: str) -> bool:
    """Whether both measure the same; the registry, slow to start, is asked only for units that are not common."""
    known = [{unit, target} & table.keys() for table in standard("factors").values()]
    if sum(map(len, known)) >= 2:
        return any(len(found) == 2 for found in known)
    one, other = ({kind for kind, names in load("units").items() if each in names} for each in (unit, target))
    if one and other and one.isdisjoint(other) and (one | other) & standard("factors").keys():
        return False  # a length and a mass
    try:
        convert(Interval.of(1), unit, target)
    except UnitError:
        return False
    return True


def _is_difference(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the words make a temperature a rise or a fall, which has no zero to move."""
    if one.figure.unit not in _DEGREES or other.figure.unit not in _DEGREES:
        return False
    place = reading.places[one.number]
    words = pack(reading.document.language)["unit_senses"]
    classes, tokens = reading.tokens.classes, reading.tokens.words
    after = other.last + (classes[other.last : other.last + 1] == ["close"])
    following = tokens[after : after + 2]
    if any(word in words["zero"] for word in following[1:2]):
        return False
    if any(word in words["warmer"] for word in following) or any(
        name in ("up", "down") for name in classes[after : after + 2]
    ):
        return True
    if place.governor in ("by", "difference"):
        return True
    far = _GOVERNED.get(place.governor)
    level = one.figure.bound is Bound.AT_MOST  # 'rises as high as 30 degrees'
    return far is not None and not level and (found := direction(reading, one)) is not None and found.apart <= far
