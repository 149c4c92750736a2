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
_AHEAD = 4
"""Tokens before and behind a figure in which a word makes it a difference."""


def differences(reading: Reading) -> Iterator[Binding]:
    """Each figure that its words make a difference, with every two levels near it in its own unit."""
    for claim in reading.mentions:
        points = claim.type == "percentage_points"
        if not points and not claim.type.startswith(_KINDS):
            continue
        cue = _cue(reading, claim)
        if not cue and not points:
            continue
        kinds, same = (("percent",), "percent") if points else (_KINDS, base(claim))
        for pair in levels(reading, claim, kinds=kinds, same="" if same == BARE else same):
            operation = "percentage_point_change" if points else "difference"
            apart = len({claim.sentence, pair.old.sentence, pair.new.sentence}) > 1
            rule = f"{operation}.{pair.told}{'.apart' if apart else ''}"
            features = [*trio(reading, rule, claim, pair.old, pair.new), f"cue:{cue}", f"{rule}&cue:{cue}"]
            if claim.determiner == "more" or "more" in reading.places[claim.number].behind:
                features.append("c.more")
            roles = (Role("minuend", pair.new), Role("subtrahend", pair.old))
            yield Binding(operation, rule, claim, roles, tuple(features))


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
    if place.governor in ("by", "of"):
        found = direction(reading, claim)
        if found is not None and found.side == "before" and found.apart <= _AHEAD:
            return f"{found.way}<{place.governor}"
        begin = reading.bounds[claim.sentence][0]
        if "difference" in classes[max(begin, claim.first - _AHEAD) : claim.first]:
            return f"difference<{place.governor}"
        return "by<" if place.governor == "by" else ""
    return ""
