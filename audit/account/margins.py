"""By how much two figures told sentences before differ: '31 in favour and 24 against ... the seven-vote margin'.

As `differences`, but the two stand farther away or the claim is told by another word: 'a majority of', 'the two additional
years', 'the 2,400 that perished', '12 clear'. The two are told together: in a sentence, or one after the other of a kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from audit.account.binding import Binding, Role
from audit.account.features import Prefixed
from audit.account.kindred import CHAMBER, Kindred, kind_of, kindred
from audit.account.parting import follows, is_definite, is_gone, margin
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading
from audit.syntax.directions import direction

__all__ = ["margins"]

_TYPES = ("count", "money", "measure", "duration", "age", "percentage_points")
_BACK = 12
"""Sentences back in which the two stand."""
_FAR = 20
"""The same for two of the claim's own kind."""
_AGES = 4
"""Ages that are held against each other, the nearest."""
_AGAINST = frozenset(("to", "from", "compare", "than", "while", "dash", "not"))
_PAIRS = 6
"""Pairs that are tried, the nearest first."""
_AHEAD = 1
"""Sentences behind in which they may stand; behind a headline or a lead more."""
_BELOW = 5
_LEAD = 2
_LASTING = frozenset(("difference", "more", "margin:behind", "margin:before"))
"""What a text comes back to after long."""
_JOINTS = frozenset((
    "to", "from", "compare", "than", "and", "while", "semicolon", "dash", "comma", "not", "with", "now", "earlier", "have",
    "up", "down", "by",
))  # fmt: skip
"""Between the two: what sets one against the other."""
_LONGEST = 25
"""Tokens between them."""
_GAP = 3
"""Sentences between them, if not told in one."""
_CUES = frozenset(("difference", "up", "down"))
_SIDE = 5
_JOINED = Prefixed("joined:")


def margins(reading: Reading) -> Iterator[Binding]:
    """Each figure that its words make a margin, a rise or a loss, with the pairs before it that may differ by it."""
    kin = kindred(reading)
    for claim in reading.mentions:
        cue = _cue(reading, claim) if claim.type.startswith(_TYPES) else ""
        if not cue:
            continue
        for pair in _pairs(reading, claim, cue, kin)[:_PAIRS]:
            yield _binding(reading, claim, cue, pair)


def _cue(reading: Reading, claim: Mention) -> str:
    """What makes a figure a margin: 'difference', 'margin' (of the word), 'more' (further ones), 'gone', 'follows'."""
    begin, end = reading.bounds[claim.sentence]
    classes, place = reading.tokens.classes, reading.places[claim.number]
    behind = classes[claim.last : min(end, max(claim.after + 2, claim.last + 3))]  # '-vote margin'
    lead = classes[max(begin, claim.first - _SIDE) : claim.first]
    definite = is_definite(reading, claim)
    if "difference" in behind or ("difference" in lead and place.adjoining in ("of", "by")):
        return "difference"
    side = margin(reading, claim)
    if side:
        return f"margin:{side}"
    if definite and ("more" in (place.adjoining, *behind)):
        return "more"
    if definite and is_gone(reading, claim):
        return "gone"
    if place.adjoining in ("of", "by") and (way := direction(reading, claim)) is not None and way.apart <= _SIDE:
        return way.way
    if not _CUES.isdisjoint(behind):
        return "changed"
    return "follows" if claim.type != "count" and follows(reading, claim) else ""


def _units(claim: Mention) -> frozenset[str]:
    """The sorts that can differ by the claim: years those of people as well; points those of percentages."""
    if claim.type == "percentage_points":
        return frozenset(["percent"])
    own = base(claim)
    if own == "year" or claim.head == "year":
        return frozenset(["year", "year of age", "count"])
    return frozenset([own])


class _Pair(NamedTuple):
    """Two figures told together, in the order in which such pairs are tried: of the claim's kind, then set against each
    other by a word, then the nearest."""

    other_kind: bool
    loose: bool
    apart: int
    early: Mention
    late: Mention
    together: str


def _pairs(reading: Reading, claim: Mention, cue: str, kin: Sequence[Kindred]) -> list[_Pair]:
    units, own = _units(claim), kind_of(reading, claim)
    back = _FAR if cue in _LASTING else _BACK
    ahead = _BELOW if claim.sentence < _LEAD else _AHEAD
    if not own and cue in _LASTING:
        own = CHAMBER  # a majority or a lead without a noun is most often one of votes
    found: dict[tuple[int, int], _Pair] = {}

    def add(early: Mention, late: Mention, together: str, alike: bool) -> None:
        key = (early.number, late.number)
        if claim in (early, late) or key in found:
            return
        tight = False
        if early.sentence == late.sentence:
            between = reading.tokens.classes[early.last : late.first]
            tight = not _AGAINST.isdisjoint(between)
            if len(between) > _LONGEST or _JOINTS.isdisjoint(between):
                return
        elif late.sentence - early.sentence > _GAP:
            return
        else:
            together += "_apart"
        if "count" in (early.type, late.type) and "year" in units and not tight:
            return  # of numbers only 'from 63 to 65' may be ages
        found[key] = _Pair(not alike, not tight, abs(late.number - claim.number), early, late, together)

    for group in kin:
        alike = bool(own) and group.kind == own
        reach = _FAR if alike else back
        members = group.near(claim.sentence - reach, claim.sentence + ahead, claim.number)
        row = [m for m in members if m.claim.index >= 0 and base(m) in units]
        for early, late in pairwise(row):
            add(early, late, "kind", alike)
    near = [m for m in reading.about(claim, back, ahead) if m.day is None and base(m) in units and m is not claim]
    for early, late in pairwise(near):
        if early.sentence == late.sentence:
            add(early, late, "sentence", False)
    ages = sorted((m for m in near if m.type == "age"), key=lambda m: abs(m.number - claim.number))[:_AGES]
    for one, other in combinations(sorted(ages, key=lambda m: m.number), 2):
        found.setdefault(
            (one.number, other.number), _Pair(False, False, abs(other.number - claim.number), one, other, "ages")
        )
    return sorted(found.values(), key=lambda pair: pair[:3])


def _binding(reading: Reading, claim: Mention, cue: str, pair: _Pair) -> Binding:
    one, other = pair.early, pair.late
    points = claim.type == "percentage_points"
    operation = "percentage_point_change" if points else "difference"
    rule = f"margin.{pair.together}"
    between = (
        frozenset(reading.tokens.classes[one.last : other.first]) if one.sentence == other.sentence else frozenset()
    )
    joined = _JOINED.of(sorted(between & _JOINTS))
    own = f"cue:{cue}"
    ties = [
        own,
        *joined,
        f"alike:{not pair.other_kind}",
        f"against:{not pair.loose}",
        f"the:{is_definite(reading, claim)}",
        f"claim:{claim.type.partition(' ')[0]}",
    ]
    features = [*trio(reading, rule, claim, one, other), *ties, f"{rule}&{own}", *(f"{own}&{name}" for name in joined)]
    roles = (Role("minuend", other), Role("subtrahend", one))
    return Binding(operation, rule, claim, roles, tuple(dict.fromkeys(features)))
