"""What is left of a whole: 'the remaining 261', 'the other 13', 'leaving nine', and the share that makes a hundred."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import heads, pair
from audit.account.trio import base, placed
from audit.syntax import Mention, Reading

__all__ = ["remainders"]

_KINDS = ("count", "money", "measure", "duration")
_BACK = 4
"""Sentences back in which the whole is looked for."""
_WHOLES = 5
_HUNDRED = 100
_MOST = 4
"""Parts that may have been taken off."""


def remainders(reading: Reading) -> Iterator[Binding]:
    """Each figure that its words make a rest, with the wholes before it and what was taken off since."""
    for claim in reading.mentions:
        if claim.type in ("percent", "fraction"):
            yield from _complement(reading, claim)
        if not claim.type.startswith(_KINDS):
            continue
        cue = _cue(reading, claim)
        if not cue:
            continue
        yield from _left(reading, claim, cue)


def _cue(reading: Reading, claim: Mention) -> str:
    place = reading.places[claim.number]
    for name in ("remaining", "other"):
        if name in (place.governor, place.adjoining):
            return f"{name}<"
    behind = reading.tokens.classes[claim.last : min(claim.after + 3, reading.bounds[claim.sentence][1])]
    if "remaining" in behind:
        return "remaining>"
    # '30 others' are more, and no rest
    return "other>" if "other" in behind[:1] and _is_definite(reading, claim) else ""


def _is_definite(reading: Reading, claim: Mention) -> bool:
    return "the" in reading.tokens.classes[max(0, claim.first - 2) : claim.first]


def _left(reading: Reading, claim: Mention, cue: str) -> Iterator[Binding]:
    """Whole and parts are of the claim's unit; the parts stand between the whole and the claim, or directly before it."""
    unit = base(claim)
    before = [
        m
        for m in reading.mentions[max(0, claim.number - 24) : claim.number]
        if base(m) == unit and claim.sentence - m.sentence <= _BACK
    ]
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _WHOLES), -1):
        whole = before[place]
        between = before[place + 1 :]
        sets: list[tuple[str, tuple[Mention, ...]]] = [("one", (m,)) for m in between[-3:]]
        if 2 <= len(between) <= _MOST:
            sets.append(("all", tuple(between)))
        if len(between) > 2:
            sets.append(("last_two", tuple(between[-2:])))
        around = [m for m in before[-_MOST - 1 :] if m is not whole]
        if len(between) < len(around) <= _MOST and whole in before[-_MOST - 1 :]:
            sets.append(("around", tuple(around)))
        if place and len(between) == 0:
            sets += [("turned", (m,)) for m in before[max(0, place - 2) : place]]
        # all that its own sentence takes off: 'Of them 96 were ... and 55 ..., leaving 61'
        own = tuple(m for m in between if m.sentence == claim.sentence)
        if len(own) < len(between) and 1 < len(own) <= _MOST:
            sets.append(("here", own))
        for name, taken in sets:
            yield _binding(reading, claim, cue, name, whole, taken, len(between) - len(taken))
    here = reading.about(claim)
    for whole in here:
        if claim.number < whole.number <= claim.number + 2 and base(whole) == unit and before:
            yield _binding(reading, claim, cue, "whole_behind", whole, (before[-1],), 0)


def _binding(
    reading: Reading, claim: Mention, cue: str, name: str, whole: Mention, taken: tuple[Mention, ...], unused: int
) -> Binding:
    rule = f"remainder.{name}"
    first, *_ = sorted((whole, *taken), key=lambda m: m.number)
    last = max(taken, key=lambda m: m.number)
    features = [rule, f"cue:{cue}", f"{rule}&cue:{cue}", f"unused:{min(max(unused, 0), 3)}", f"taken:{len(taken)}"]
    the = f"the:{_is_definite(reading, claim)}"
    features += [the, f"{the}&cue:{cue}", f"{rule}&{the}", f"{rule}&{the}&cue:{cue}"]
    if first.number < claim.number:
        features += [f"w.{name}" for name in pair(reading, first, claim)]
    if last.number < claim.number and last is not first:
        features += [f"p.{name}" for name in pair(reading, last, claim)]
    one, other = (whole, last) if whole.number < last.number else (last, whole)
    features += [f"wp.{name}" for name in pair(reading, one, other)]
    features += [f"wc:{heads(whole, claim)}", f"pc:{heads(last, claim)}"]
    features += [*placed(reading, whole, "whole"), *placed(reading, last, "taken")]
    roles = (Role("minuend", whole), *(Role("subtrahend", m) for m in taken))
    return Binding("remainder", rule, claim, roles, tuple(features))


def _complement(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'76 percent were ..., and 24 percent were not': two shares that make the whole."""
    cue = _cue(reading, claim)
    tried = 0
    for share in reversed(reading.mentions[max(0, claim.number - 6) : claim.number]):
        if share.type != claim.type or claim.sentence - share.sentence > 1 or tried == 2:
            continue
        if claim.type == "percent" and max(share.high, claim.high) >= _HUNDRED:
            continue  # a price in percent of par, a rise of 120%: no part of a whole
        tried += 1
        between = reading.tokens.classes[share.after : claim.first]
        if not cue and share.sentence == claim.sentence and not {"and", "while", "comma", "semicolon"} & set(between):
            continue
        if not cue and share.sentence != claim.sentence:
            continue
        shares = tuple(m for m in reading.about(claim) if m.type == claim.type and m.number < claim.number)
        if cue and len(shares) < 2:  # 'A supplied 31% and B 47%. The remaining 22% ...'
            before = reading.by_sentence.get(share.sentence, [])
            shares = tuple(m for m in before if m.type == claim.type and m.number < claim.number)
        taken = shares if cue and len(shares) > 1 and tried == 1 else (share,)
        rule = f"remainder.complement{'.told' if cue else ''}{'.list' if len(taken) > 1 else ''}"
        inside = sum(m.type == claim.type for m in reading.about(claim))
        features = [
            rule, f"cue:{cue or 'none'}", f"inside:{min(inside, 4)}", f"{rule}&inside:{min(inside, 3)}",
            *pair(reading, share, claim), *placed(reading, share, "taken"), *placed(reading, claim, "c"),
        ]  # fmt: skip
        form = "percent" if claim.type == "percent" else "fraction"
        yield Binding("remainder", rule, claim, tuple(Role("subtrahend", m) for m in taken), tuple(features), form)
        if len(taken) > 1:
            return
