"""A part of a whole that its words name and do not count, and the count of it anywhere in the text.

'17 people died. ... (six sentences) ... Among those who died were four pupils': the part's words and those of the whole are
tied by a noun, by what befell them or by their kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, around, crossed, distance, heads, measured, numbered, topics
from audit.account.some_of import Some, some_of
from audit.account.wholes import Tied, tied
from audit.syntax import Mention, Reading
from audit.syntax.sets import sets

__all__ = ["known_wholes"]

_SOME = Prefixed("some.")
_TIE = Prefixed("tie:")
_PLACE, _IN_LIST = numbered("nearer", 3), numbered("listed", 3)
_CROSSED = Beginning("tie", "nearer", "first", "apart", "heads", "topic", "listed", "whole:", "part:", "measure")
_LEAD = 2
"""Sentences at the head of a text."""


def known_wholes(reading: Reading) -> Iterator[Binding]:
    """Every figure that is some of a known whole, with the counts that may be this whole.

    - `some.of`: 'nine died ... Six of the victims'; none of 'two tugboats ... six of the victims'
    - `some.among`: '17 dead ... Among those who died were four pupils'
    - `some.in`: '17 dead ... Two sisters are among the dead'
    - `some.behind`: '11 people were hurt, said the mayor, two children among them'
    - `some.included`: 'It shut 28 shops. ... The closures included four in Kesh'
    - `some.apposed`: '52 died ... Most of the dead, 33 of them in all', 'a third of the fleet, 28 hulls'
    """
    known = reading.once(some_of)
    for some in known.values():
        for each in tied(reading, some, known):
            yield _binding(reading, some, each)


def _binding(reading: Reading, some: Some, found: Tied) -> Binding:
    part, whole = some.part, found.whole
    one, other = (whole, part) if whole.start < part.start else (part, whole)
    rule, tie = _SOME[some.way], _TIE[found.tie]
    features = [
        tie,
        _PLACE[min(3, found.place)],
        "first:yes" if found.first else "first:no",
        distance(reading, one, other),
        heads(one, other),
        *topics(one, other),
        *measured(one, other),
        _IN_LIST[min(3, some.place)],
        "whole:lead" if whole.sentence < _LEAD else "whole:body",
        f"whole:{whole.determiner or 'none'}",
        f"whole:{_named(reading, whole)}",
        f"part:{_named(reading, part)}",
        "part:word" if part.claim.index < 0 else "part:number",
        "order:whole" if one is whole else "order:part",
        f"counts:{part.type.partition(' ')[0]}",
        f"known:{'pronoun' if not some.noun else _kind(reading, some.noun)}",
    ]
    features += crossed(tie, features[1:6])
    features += crossed(rule, _CROSSED.of(features))
    features += [*around(reading, whole, "a"), *around(reading, part, "b")]
    return Binding("subset", rule, part, (Role("whole", whole),), (rule, *features), chance=0.6)


def _named(reading: Reading, mention: Mention) -> str:
    return _kind(reading, mention.head) if mention.head else "bare"


def _kind(reading: Reading, noun: str) -> str:
    kinds = sets(reading.document.language or "en").kinds(noun)
    return "person" if "person" in kinds else min(kinds, default="other")
