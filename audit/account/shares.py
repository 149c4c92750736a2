"""Which share of a whole a part is: '12 of the 40, or 30%', '30% (12)', 'a third of the 36', 'That is 30% of all 40'."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from audit.account.binding import Binding, Role
from audit.account.features import heads, pair
from audit.account.trio import BARE, base, placed, trio
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["shares"]

_KINDS = ("count", "money", "measure", "duration")
_NEXT_TO = 12
"""Tokens between a share and the part that it restates."""
_BACK = 3
_FAR = 12
"""Sentences back in which a whole of the same noun is looked for."""
_LEFT = 5
"""Tokens behind a share in which a word tells that it is of what is left."""
_APART = 3
"""Figures between a share and the nearer of the two that it may spell out."""
_LEADING = 100
"""Figures at the head of a text among which the first sum of money is looked for."""
_WHOLES = 5
"""Figures before a share that are tried as its whole, the nearest first."""


def shares(reading: Reading) -> Iterator[Binding]:
    """Each percentage and each fraction with the parts that it may restate and the wholes that it may be of."""
    yields, words = pack(reading.document.language).build(_yields), reading.tokens.words
    for claim in reading.mentions:
        if claim.type not in ("percent", "fraction") or not yields.isdisjoint(words[claim.last : claim.last + 1]):
            continue
        place = reading.places[claim.number]
        if place.governor in ("up", "down", "by") and place.next != "of":
            continue
        operation = "percent_of" if claim.type == "percent" else "fraction_of"
        told = list(_told_pairs(reading, claim))
        for part, whole in told:
            yield _binding(reading, operation, "pair", claim, part, whole)
        for link, part in _parts(reading, claim):
            for whole in _wholes(reading, claim, part):
                if (part, whole) not in told:
                    yield _binding(reading, operation, link, claim, part, whole)
        if claim.type == "percent":
            yield from _at_one_whole(reading, claim)


def _yields(words: Pack) -> frozenset[str]:
    return frozenset(words["order"]["yields"]["words"])


def _left(words: Pack) -> frozenset[str]:
    return frozenset(words["order"]["left"]["words"])


def _binding(reading: Reading, operation: str, link: str, claim: Mention, part: Mention, whole: Mention) -> Binding:
    relation = "of_part" if link == "pair" else _relation(reading, claim, part, whole)
    rule = f"{operation}.{link}.{relation}"
    features = trio(reading, rule, claim, part, whole)
    features += [f"link:{link}", f"relation:{relation}", f"kin:{_kin(part, whole)}"]
    if claim.head and whole.head:
        features.append(f"of:{'same' if claim.head == whole.head else 'other'}")
    if claim.partitive:
        features.append("c.partitive")
    left = pack(reading.document.language).build(_left)
    if not left.isdisjoint(reading.tokens.words[claim.last : claim.after + _LEFT]):
        features.append("veto:beside")
    return Binding(operation, rule, claim, (Role("part", part), Role("whole", whole)), tuple(features))


def _parts(reading: Reading, claim: Mention) -> Iterator[tuple[str, Mention]]:
    """The figures that stand beside a share as its part, with what joins them."""
    classes, here = reading.tokens.classes, reading.about(claim)
    tried = 0
    for part in here:
        if part is claim or not part.type.startswith(_KINDS) or abs(part.number - claim.number) > 2:
            continue
        early, late = (part, claim) if part.number < claim.number else (claim, part)
        between = classes[early.last : late.first]
        if len(between) > _NEXT_TO:
            continue
        side = "before" if part is early else "behind"
        direct = late.number == early.number + 1
        if "open" in between and "close" not in between:
            if direct:
                yield f"bracket_{side}", part
        elif "or" in between or "dash" in between:
            yield f"or_{side}{'' if direct else '_over'}", part
        elif "comma" in between or "close" in between or {"are", "share_of", "that"} & set(between):
            yield f"joined_{side}{'' if direct else '_over'}", part
        elif side == "behind" and "of" in between and direct:
            continue
        else:
            yield f"plain_{side}{'' if direct else '_over'}", part
        tried += 1
    if not tried and all(m is claim or not m.type.startswith(_KINDS) for m in here):
        for part in reversed(reading.about(claim, 1)):
            if part.sentence < claim.sentence and part.type.startswith(_KINDS):
                tried += 1
                yield "sentence", part
                if tried == 3:
                    return


def _told_pairs(reading: Reading, claim: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Parts told of their wholes ('63 of 122') near a share that they may spell out, in its sentence or the one before."""
    classes = reading.tokens.classes
    near = reading.mentions[max(0, claim.number - _APART - 1) : claim.number + _APART + 2]
    for sentence in (claim.sentence, claim.sentence - 1):
        for part, whole in pairwise(near):
            if part.sentence != sentence or whole.sentence != sentence or claim in (part, whole):
                continue
            if not part.type.startswith(_KINDS) or base(part) != base(whole):
                continue
            between = classes[part.last : whole.first]
            if len(between) <= 5 and {"of", "including", "ratio"} & set(between) and "and" not in between:
                yield part, whole


def _at_one_whole(reading: Reading, claim: Mention) -> Iterator[Binding]:
    """'6.8 million people (25%) ... a further 10.2 million (38%)': two shares of one whole that the text need not name."""
    mine = _bracketed(reading, claim)
    if mine is None:
        return
    for other in reversed(reading.mentions[max(0, claim.number - 12) : claim.number]):
        if other.type != "percent" or claim.sentence - other.sentence > 2:
            continue
        theirs = _bracketed(reading, other)
        if theirs is None or not _measurable(theirs, base(mine)):
            continue
        rule = "percent_of.one_whole"
        features = [
            rule, *pair(reading, other, claim), f"parts:{heads(theirs, mine)}", f"of:{claim.head == other.head}",
            f"whole_named:{bool(claim.head)}", *placed(reading, mine, "a"), *placed(reading, claim, "c"),
        ]  # fmt: skip
        roles = (Role("part", mine), Role("other_part", theirs), Role("other_share", other))
        yield Binding("percent_of", rule, claim, roles, tuple(features), "one_whole")
        return


def _bracketed(reading: Reading, claim: Mention) -> Mention | None:
    """The part that a share in brackets is of, or that stands in brackets behind it."""
    classes = reading.tokens.classes
    for part in (
        *reading.mentions[max(0, claim.number - 1) : claim.number],
        *reading.mentions[claim.number + 1 : claim.number + 2],
    ):
        if part.sentence != claim.sentence or not part.type.startswith(_KINDS):
            continue
        early, late = (part, claim) if part.number < claim.number else (claim, part)
        between = classes[early.last : late.first]
        if len(between) <= 6 and ("open" in between or "or" in between) and "close" not in between:
            return part
    return None


def _wholes(reading: Reading, claim: Mention, part: Mention) -> Iterator[Mention]:
    """The figures in the part's unit that may be what it is a share of: all of the sentence, and those before."""
    unit = base(part)
    tried = 0
    for whole in map(reading.mentions.__getitem__, range(max(claim.number, part.number), -1, -1)):
        if claim.sentence - whole.sentence > _BACK or tried == _WHOLES:
            break
        if whole not in (claim, part) and _measurable(whole, unit):
            tried += 1
            yield whole
    far = 0
    for whole in map(reading.mentions.__getitem__, range(claim.number - 1, -1, -1)):
        if claim.sentence - whole.sentence <= _BACK:
            continue
        if claim.sentence - whole.sentence > _FAR or far == 2:
            break
        if whole.head and whole.head in (part.head, claim.head) and base(whole) == unit:
            far += 1
            yield whole
    if not far and part.type.startswith("money"):
        leading = next((m for m in reading.mentions[:_LEADING] if base(m) == unit), None)
        if leading is not None and claim.sentence - leading.sentence > _BACK:
            yield leading
    tried = 0
    for whole in map(reading.mentions.__getitem__, range(max(claim.number, part.number) + 1, len(reading.mentions))):
        if whole.sentence > claim.sentence + 1 or tried == 2:
            break
        if whole not in (claim, part) and _measurable(whole, unit):
            tried += 1
            yield whole


def _measurable(whole: Mention, unit: str) -> bool:
    own = base(whole)
    return own == unit or (BARE in (own, unit) and whole.type.startswith(_KINDS))


def _relation(reading: Reading, claim: Mention, part: Mention, whole: Mention) -> str:
    """What makes the whole a whole: it stands behind 'of', it is told to be all, or it stands before."""
    place, classes = reading.places[whole.number], reading.tokens.classes
    follows = whole.sentence == claim.sentence and whole.number - claim.number == 1
    if claim.partitive and follows and whole.first <= claim.after + 1:
        return "of_it"
    if part.sentence == whole.sentence and whole.number == part.number + 1:
        between = classes[part.last : whole.first]
        if place.adjoining in ("of", "total") or ("of" in between and place.governor == "of"):
            return "of_part"
    if place.governor in ("of", "total", "including"):
        return f"{place.governor}"
    if part.partitive or {"of_them"} & set(classes[part.last : part.after + 3]):
        return "of_them"
    return "before" if whole.number < part.number else "behind"


def _kin(part: Mention, whole: Mention) -> str:
    """Whether part and whole are of one kind of thing."""
    kinds = nouns().kind_of
    if not part.head or not whole.head:
        return "bare"
    if part.head == whole.head:
        return "same"
    one, other = kinds.get(part.head), kinds.get(whole.head)
    return "kind" if one is not None and one == other else "differ"
