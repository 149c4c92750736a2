"""By how much two figures differ: 'up 30 to 410 from 380', 'a surplus of 5', 'three points ahead', 'two years younger'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.levels import levels
from audit.account.trio import BARE, base, trio
from audit.syntax import Mention, Reading
from audit.syntax.directions import direction

__all__ = ["differences"]

_KINDS = ("count", "money", "measure", "rate", "duration", "age")
_CUES = frozenset(["up", "down", "difference"])
_PERCENT = frozenset(["percent"])
_AHEAD = 4
"""Tokens before and behind a figure in which a word makes it a difference."""


def differences(reading: Reading) -> Iterator[Binding]:
    """Each figure that its words make a difference, with every two levels near it in its own unit."""
    for claim in reading.mentions:
        points = claim.type == "percentage_points"
        if not points and not claim.type.startswith(_KINDS):
            continue
        cue = _cue(reading, claim) or ("points" if claim.head == "point" else "")
        if not cue and not points:
            continue
        kinds: tuple[str, ...] = ("percent",) if points else _KINDS
        units = _PERCENT if points else _units(claim)
        if claim.head == "point" and not points:
            kinds, units = ("percent", "count"), _PERCENT | {"count"}
        for pair in levels(reading, claim, kinds=kinds, units=units):
            operation = "percentage_point_change" if "percent" in (pair.old.type, pair.new.type) else "difference"
            apart = len({claim.sentence, pair.old.sentence, pair.new.sentence}) > 1
            rule = f"{operation}.{pair.told}{'.apart' if apart else ''}"
            features = [*trio(reading, rule, claim, pair.old, pair.new), f"cue:{cue}", f"{rule}&cue:{cue}"]
            if claim.determiner == "more" or "more" in reading.places[claim.number].behind:
                features.append("c.more")
            roles = (Role("minuend", pair.new), Role("subtrahend", pair.old))
            yield Binding(operation, rule, claim, roles, tuple(features))


def _units(claim: Mention) -> frozenset[str]:
    """The sorts of level that can differ by the claim; years also tell two ages apart."""
    own = base(claim)
    if own == BARE:
        return frozenset()
    return frozenset([own, "year of age"]) if own == "year" else frozenset([own])


def _cue(reading: Reading, claim: Mention) -> str:
    """What makes a figure a difference, and where it stands: 'up<', 'difference>'; '' if nothing does."""
    place, classes = reading.places[claim.number], reading.tokens.classes
    if place.governor in _CUES:
        return f"{place.governor}<"
    behind = classes[claim.last : claim.last + _AHEAD + 1]
    for at, name in enumerate(behind):
        if name in ("comma", "semicolon", "stop", "and", "to", "from", "open"):
            break
        if name in _CUES:
            return f"{name}>"
        if name == "more" and "than" in behind[at + 1 : at + 2]:
            return "more>"
    if place.adjoining == "of" and claim.first >= 2 and classes[claim.first - 2] in _CUES:
        return f"{classes[claim.first - 2]}<of"
    if place.governor == "are" and "difference" in classes[max(0, claim.first - 2 * _AHEAD) : claim.first]:
        return "difference<are"
    if place.governor in ("by", "of"):
        found = direction(reading, claim)
        if found is not None and found.side == "before" and found.apart <= _AHEAD:
            return f"{found.way}<{place.governor}"
        begin = reading.bounds[claim.sentence][0]
        if "difference" in classes[max(begin, claim.first - _AHEAD) : claim.first]:
            return f"difference<{place.governor}"
        return "by<" if place.governor == "by" else ""
    return ""
