"""A part within its whole: 'three of the ten', '40 people, including 12 children', 'Of the 40, three ...', 'two of them'.

The whole is sought among what the text has counted before, nearest first, and directly behind 'of'.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import pair
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["parts"]

_BACK = 3
"""Sentences back in which a whole is looked for."""
_HOLDS = {"part.bare": 0.8, "part.same_noun": 0.7, "part.kind": 0.7}
"""How often the later of two figures is the smaller where no word joins them: texts go from the large to the small."""
_BY_RULE = ("apart", "heads", "between", "measure")
"""Features that weigh differently for each rule."""
_WITHIN = frozenset(("of", "among"))
_MOST = 4
"""Figures of its type before a part that are tried, nearest first."""


def parts(reading: Reading) -> Iterator[Binding]:
    """Every pair of figures of one type of which the words may make one a part of the other."""
    last: list[Mention] = []
    for mention in reading.mentions:
        if not _is_part_or_whole(mention):
            continue
        yield from _behind(reading, mention)
        tried = 0
        for whole in reversed(last):
            if mention.sentence - whole.sentence > _BACK or tried == _MOST:
                break
            if whole.type != mention.type or whole.figure.words is not None:
                continue
            tried += 1
            gap = reading.tokens.classes[whole.last : mention.first]
            binding = _binding(reading, mention, whole)
            listed = whole.sentence == mention.sentence and mention.determiner in ("and", "comma")
            if (len(gap) > 5 or _WITHIN.isdisjoint(gap)) and not (listed and binding.rule in _HOLDS):
                yield binding
        last.append(mention)


def _is_part_or_whole(mention: Mention) -> bool:
    return mention.type.startswith(("count", "money", "percent", "measure"))


def _behind(reading: Reading, part: Mention) -> Iterator[Binding]:
    """'three of the ten winners': the whole stands in the part's own phrase."""
    following = reading.mentions[part.number + 1 : part.number + 2]
    for whole in following:
        near = whole.first - part.last <= 5 and whole.sentence == part.sentence
        if near and whole.type == part.type and not _WITHIN.isdisjoint(reading.tokens.classes[part.last : whole.first]):
            yield _binding(reading, part, whole)


def _binding(reading: Reading, part: Mention, whole: Mention) -> Binding:
    rule = _rule(reading, part, whole)
    first, second = (whole, part) if whole.start < part.start else (part, whole)
    told = pair(reading, first, second)
    features = [rule, *told, "order:whole" if first is whole else "order:part"]
    features += [f"{rule}&{name}" for name in told if name.startswith(_BY_RULE)]
    return Binding("subset", rule, part, (Role("whole", whole),), tuple(features), chance=_HOLDS.get(rule, 0.5))


def _rule(reading: Reading, part: Mention, whole: Mention) -> str:
    """The strongest relation that the words name."""
    tokens = reading.tokens
    if part.start < whole.start:
        return "part.of_number"
    before = tokens.classes[max(0, part.first - 2) : part.first]
    behind = tokens.classes[part.last : part.after + 3]
    if "of_them" in before or "of_them" in behind:
        return "part.of_them"
    if part.partitive:
        return "part.of_the"
    if part.sentence == whole.sentence:
        gap = tokens.classes[whole.after : part.first]
        if "including" in gap or "comprising" in gap:
            return "part.including"
        lead = tokens.classes[max(0, whole.first - 2) : whole.first]
        if not _WITHIN.isdisjoint(lead):
            return "part.among"
    elif any(
        c in ("including", "of_them", "among")
        for c in tokens.classes[reading.bounds[part.sentence][0] : part.first][:4]
    ):
        return "part.among_them"
    lexicon = nouns()
    if part.head and part.head == whole.head:
        return "part.same_noun"
    if (
        part.head
        and whole.head
        and lexicon.kind_of.get(part.head) is not None
        and lexicon.kind_of.get(part.head) == lexicon.kind_of.get(whole.head)
    ):
        return "part.kind"
    return "part.bare"
