"""By how much two figures told sentences before differ: '31 in favour and 24 against ... the seven-vote margin'.

As `differences`, but the two stand farther away or the claim is told by another word: 'a majority of', 'the two additional
years', 'the 2,400 that perished', '12 clear'. The two are told together: in a sentence, or one after the other of their kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from audit.account.binding import Binding, Role
from audit.account.features import Prefixed
from audit.account.kindred import kindred
from audit.account.parting import follows, is_definite, is_gone, margin
from audit.account.trio import base, trio
from audit.syntax import Mention, Reading
from audit.syntax.directions import direction

__all__ = ["margins"]

_TYPES = ("count", "money", "measure", "duration", "age", "percentage_points")
_BACK = 12
"""Sentences back in which the two stand."""
_PAIRS = 4
"""Pairs that are tried, the nearest first."""
_AHEAD = 1
"""Sentences behind in which they may stand."""
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
    rows = {mention.start: (kin.members, at) for kin in kindred(reading) for at, mention in enumerate(kin.members)}
    for claim in reading.mentions:
        cue = _cue(reading, claim) if claim.type.startswith(_TYPES) else ""
        if not cue:
            continue
        for one, other, together in islice(_pairs(reading, claim, rows), _PAIRS):
            yield _binding(reading, claim, cue, one, other, together)


def _cue(reading: Reading, claim: Mention) -> str:
    """What makes a figure a margin: 'difference', 'margin' (of the word), 'more' (further ones), 'gone', 'follows'."""
    begin, end = reading.bounds[claim.sentence]
    classes, place = reading.tokens.classes, reading.places[claim.number]
    behind = classes[claim.last : min(end, claim.after + 2)]
    lead = classes[max(begin, claim.first - _SIDE) : claim.first]
    definite = is_definite(reading, claim)
    if "difference" in behind or ("difference" in lead and place.adjoining in ("of", "by")):
        return "difference"
    side = margin(reading, claim)
    if side:
        return f"margin:{side}"
    if definite and ("more" in (place.adjoining, *behind) or "more" in claim.modifiers):
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


def _pairs(
    reading: Reading, claim: Mention, rows: dict[int, tuple[tuple[Mention, ...], int]]
) -> Iterator[tuple[Mention, Mention, str]]:
    """Every two figures told against each other, the nearest to the claim first: of a sentence, else of a kind."""
    units = _units(claim)
    near = [
        m
        for m in reading.mentions
        if m is not claim
        and claim.sentence - _BACK <= m.sentence <= claim.sentence + _AHEAD
        and m.day is None
        and base(m) in units
    ]
    near.sort(key=lambda m: abs(m.number - claim.number))
    seen: set[tuple[int, int]] = set()
    for late in near:
        row, at = rows.get(late.start, ((), 0))
        alike = row[at - 1] if at and row[at - 1].claim.index >= 0 else None
        next_ = next(
            (
                m
                for m in reversed(reading.mentions[max(0, late.number - 4) : late.number])
                if base(m) in units and m is not claim
            ),
            None,
        )
        for early, together in ((next_, "sentence"), (alike, "kind")):
            if early is None or early is claim or (early.number, late.number) in seen or base(early) not in units:
                continue
            one_sentence = early.sentence == late.sentence
            if one_sentence != (together == "sentence") and one_sentence:
                together = "sentence"
            between = reading.tokens.classes[early.last : late.first]
            if one_sentence and (len(between) > _LONGEST or _JOINTS.isdisjoint(between)):
                continue
            if not one_sentence and late.sentence - early.sentence > _GAP:
                continue
            seen.add((early.number, late.number))
            yield early, late, together if one_sentence else f"{together}:apart"


def _binding(reading: Reading, claim: Mention, cue: str, one: Mention, other: Mention, together: str) -> Binding:
    points = claim.type == "percentage_points"
    operation = "percentage_point_change" if points else "difference"
    rule = f"margin.{together.replace(':', '_')}"
    between = (
        frozenset(reading.tokens.classes[one.last : other.first]) if one.sentence == other.sentence else frozenset()
    )
    joined = _JOINED.of(sorted(between & _JOINTS))
    own = f"cue:{cue}"
    ties = [own, *joined, f"the:{is_definite(reading, claim)}", f"claim:{claim.type.partition(' ')[0]}"]
    features = [*trio(reading, rule, claim, one, other), *ties, f"{rule}&{own}", *(f"{own}&{name}" for name in joined)]
    roles = (Role("minuend", other), Role("subtrahend", one))
    return Binding(operation, rule, claim, roles, tuple(dict.fromkeys(features)))
