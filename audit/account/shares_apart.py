"""Shares whose part or whole stands sentences away: 'One in five ... They saw 465 ... found scars on 93'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import heads
from audit.account.kindred import kindred
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading

__all__ = ["shares_apart"]

_LEAD = 2
"""Sentences of a headline and a lead."""
_BELOW = 5
"""Sentences below in which the share of a headline is told in numbers."""
_FIGURES = 6
_BACK = 9
"""Sentences back in which the part stands."""
_PARTS = 3
_APART = 2
_TYPES = ("count", "money", "measure")
_CHANGED = ("up", "down", "by")
_PAIRS = 3
"""Figures from a part to its whole."""


def shares_apart(reading: Reading) -> Iterator[Binding]:
    """Each share at the head of a text with the pairs below it; others with a whole beside them and a part before."""
    for claim in reading.mentions:
        if claim.type not in ("percent", "fraction") or reading.places[claim.number].governor in _CHANGED:
            continue
        if claim.sentence < _LEAD:
            yield from _below(reading, claim)
        yield from _before(reading, claim)


def _below(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'One in three trains late ... 3,300 of 9,900 trains': a part and a whole near each other, told either way round."""
    behind = [
        m
        for m in reading.mentions[claim.number + 1 : claim.number + 3 * _FIGURES]
        if m.type.startswith(_TYPES) and 0 < m.sentence - claim.sentence <= _BELOW
    ][:_FIGURES]
    for at, one in enumerate(behind):
        for other in behind[at + 1 : at + 1 + _PAIRS]:
            if base(one) != base(other) or other.sentence - one.sentence > _APART:
                continue
            between = reading.tokens.classes[one.last : other.first]
            if one.sentence == other.sentence and "of" in between:
                yield _binding(reading, claim, one, other, "headline.of")
                continue
            lead = reading.places[one.number].adjoining
            yield _binding(reading, claim, other, one, "headline.of_whole" if lead == "of" else "headline")


def _before(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'640 listeners ... It has 2,900 inhabitants, so over a fifth of them': the whole beside, the part before."""
    beside = [m for m in reading.about(claim, 1) if m.type.startswith(_TYPES)]
    if not beside or any(m.sentence == claim.sentence and m.number > claim.number for m in beside):
        return
    whole = beside[-1]
    for kin in kindred(reading):
        members = kin.near(whole.sentence - _BACK, whole.sentence, whole.number)
        if whole in members:
            parts = [m for m in members if m.claim.index >= 0 and m.start < whole.start]
            for part in parts[-_PARTS:]:
                if whole.start in kin.named and part.type == whole.type and part.sentence < whole.sentence:
                    yield _binding(reading, claim, part, whole, "kin")
            return


def _binding(reading: Reading, claim: Mention, part: Mention, whole: Mention, link: str) -> Binding:
    operation = "percent_of" if claim.type == "percent" else "fraction_of"
    rule = f"{operation}.{link}"
    features = [*trio(reading, rule, claim, part, whole), f"link:{link}", f"kin:{heads(part, whole)}"]
    features += [f"of:{heads(claim, whole)}", f"parted:{part.partitive}", f"c.partitive:{claim.partitive}"]
    return Binding(operation, rule, claim, (Role("part", part), Role("whole", whole)), tuple(features))
