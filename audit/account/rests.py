"""What is left of a whole that stands sentences away, after all that was taken off since: 'the 319 who could still stand'.

As `remainders`, but the whole and the parts are found by what they count (`kindred`), not by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.account.binding import Binding, Role
from audit.account.features import crossed, distance, heads, joins, numbered, pair
from audit.account.kindred import NEAR, Kindred, kindred
from audit.account.parting import follows, is_closing, is_definite, is_surviving
from audit.account.trio import placed
from audit.syntax import Mention, Reading

__all__ = ["rests"]

_BACK = 20
"""Sentences back in which the whole stands."""
_WHOLES = 3
_MOST = 4
"""Parts that may have been taken off."""
_LOOSE = 3
"""Sentences back in which a part stands, if the whole is not told between."""
_CLAIMS = ("count", "money", "measure", "duration")
_UNUSED = numbered("unused", 3)
_TAKEN = numbered("taken", _MOST)


def rests(reading: Reading) -> Iterator[Binding]:
    """Each figure that its words make a rest, with the wholes of its kind and what was told of them since."""
    for kin in kindred(reading):
        for at, claim in enumerate(kin.members):
            if not at or not claim.type.startswith(_CLAIMS) or claim.claim.index < 0:
                continue
            cue = reading.once(_cue, claim)
            if cue:
                yield from _of_whole(reading, kin, at, cue)
                yield from _of_whole_behind(reading, kin, at, cue)


def _cue(reading: Reading, claim: Mention) -> str:
    """What makes a figure a rest: 'remaining', 'survivors', 'who' (the article and a clause), 'last', 'follows'."""
    place = reading.places[claim.number]
    near = (place.governor, place.adjoining)
    for name in ("remaining", "other"):
        if name in near:
            return name
    definite = is_definite(reading, claim)
    if is_surviving(reading, claim):
        return "survivors" if definite else "survivors:bare"
    if definite and is_closing(reading, claim):
        return "last"
    if definite and (place.next == "that" or "that" in place.behind):
        return "who"
    behind = reading.tokens.classes[claim.last : claim.after + 1]
    if "remaining" in behind or "remaining" in place.behind:
        return "remaining>"
    if "other" in behind[:1]:
        return "other>"
    return "follows" if follows(reading, claim) else ""


def _of_whole(reading: Reading, kin: Kindred, at: int, cue: str) -> Iterator[Binding]:
    """'Held by 640 men ... 118 had died and 203 were wounded; the 319': the whole first, its parts between."""
    claim = kin.members[at]
    before = [m for m in kin.members[max(0, at - NEAR) : at] if claim.sentence - m.sentence <= _BACK]
    wholes = [place for place, m in enumerate(before) if _is_whole(kin, m)]
    first = next((place for place in wholes), None)
    chosen = wholes[-_WHOLES:]
    if first is not None and first not in chosen:
        chosen.append(first)
    for place in chosen:
        whole = before[place]
        between = [m for m in before[place + 1 :] if m.start not in kin.held]
        for name, taken in _taken(claim, between):
            yield _binding(reading, kin, claim, cue, f"rest.{name}", whole, taken, len(between) - len(taken))


def _of_whole_behind(reading: Reading, kin: Kindred, at: int, cue: str) -> Iterator[Binding]:
    """'31 in favour and 24 against. The remaining six of the 61 members': the whole behind the rest."""
    claim = kin.members[at]
    whole = kin.members[at + 1] if at + 1 < len(kin.members) else None
    if (
        whole is None
        or whole.sentence != claim.sentence
        or "of" not in reading.tokens.classes[claim.last : whole.first]
    ):
        return
    members = kin.members[max(0, at - _MOST) : at]
    before = [m for m in members if claim.sentence - m.sentence <= _LOOSE and m.start not in kin.held]
    for number in (1, 2, 3):
        if len(before) >= number:
            yield _binding(reading, kin, claim, cue, "rest.of_whole", whole, before[-number:], 0)


def _is_whole(kin: Kindred, mention: Mention) -> bool:
    return (
        mention.start in kin.named
        and not mention.partitive
        and mention.type != "implied"
        and mention.determiner not in ("remaining", "other")
    )


def _taken(claim: Mention, between: Sequence[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    """What may have been taken off: all, all that its own words make a part, all of the last sentence, the last."""
    told = [m for m in between if m.partitive or not m.head or m.type == "implied" or m.claim.measures]
    last = [m for m in between if between and m.sentence == between[-1].sentence]
    near = [m for m in told if claim.sentence - m.sentence <= 1]
    parted = [m for m in between if m.partitive or m.determiner in ("remaining", "other", "more")]
    seen: set[tuple[int, ...]] = set()
    for name, taken in (
        ("all", list(between)),
        ("told", told),
        ("near", near),
        ("row", last),
        ("parted", parted),
        ("last", between[-1:]),
    ):
        key = tuple(m.start for m in taken)
        if key and key not in seen and len(taken) <= _MOST:
            seen.add(key)
            yield name, list(taken)


def _binding(
    reading: Reading,
    kin: Kindred,
    claim: Mention,
    cue: str,
    rule: str,
    whole: Mention,
    taken: Sequence[Mention],
    unused: int,
) -> Binding:
    first, last = taken[0], taken[-1]
    told = f"cue:{cue}"
    the = f"the:{is_definite(reading, claim)}"
    ties = [
        f"wc:{heads(whole, claim)}", f"pc:{heads(last, claim)}", _UNUSED[min(unused, 3)], _TAKEN[len(taken)], the,
        f"named:{sum(m.start in kin.named for m in taken)}", f"told:{sum(m.partitive for m in taken)}",
        f"whole_first:{whole is kin.members[0]}", f"since:{distance(reading, last, claim)}",
        f"harm:{sum(bool(m.claim.measures) for m in taken)}", f"whole_the:{whole.determiner in ('the', 'all')}",
    ]  # fmt: skip
    features = [rule, told, f"{rule}&{told}", *ties, *crossed(told, ties), *crossed(rule, ties[:4])]
    one, other = (whole, first) if whole.start < first.start else (first, whole)
    features += [f"wp.{name}" for name in pair(reading, one, other)]
    features += [f"p.{name}" for name in pair(reading, last, claim)]
    features += [*joins(reading, taken), *(f"{name}.claim" for name in placed(reading, claim, "c"))]
    roles = (Role("minuend", whole), *(Role("subtrahend", m) for m in taken))
    return Binding("remainder", rule, claim, roles, tuple(dict.fromkeys(features)))
