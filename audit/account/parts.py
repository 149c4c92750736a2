"""A part within its whole: 'three of the ten', '40 people, including 12 children', 'Of the 40, three ...', 'two of them'.

Where words make a figure a part (`audit.account.holds`) its whole is what these hang on. Where none do, the whole is sought
among what the text has counted before, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, crossed, heads, numbered, pair
from audit.account.holds import AMOUNTS, Hold, holds_of, in_whole_behind
from audit.syntax import Mention, Reading

__all__ = ["parts"]

_BACK = 3
"""Sentences back in which a whole is looked for."""
_HOLDS = {"part.bare": 0.62, "part.same_noun": 0.6, "part.kind": 0.6}
"""How often the later of two figures is the smaller where no word joins them: texts go from the large to the small."""
_MOST = 4
"""Figures of its type before a part that are tried, nearest first."""
_ALIKE = Beginning("apart", "heads", "between", "measure", "attached", "members", "governor", "counts")
_PART = Prefixed("part.")
_COUNTS = Prefixed("counts:")
_GOVERNOR = Prefixed("governor:")
_HELD = Prefixed("held:")
_MEMBERS = numbered("members", 3)
_NEAR = 5
"""Tokens between a rank and the number of those ranked."""
_ATTACHED = ((0, "0"), (2, "2"), (5, "5"), (12, "12"))


def parts(reading: Reading) -> Iterator[Binding]:
    """Every pair of figures of one type of which the words may make one a part of the other."""
    last: list[Mention] = []
    holds = reading.once(holds_of)
    for mention in reading.mentions:
        if mention.type == "rank":
            yield from _in_order(reading, mention)
        if not mention.type.startswith(AMOUNTS):
            continue
        held = holds[mention.number]
        if held.whole is not None:
            yield _binding(reading, mention, held.whole, held)
        found = in_whole_behind(reading, mention)
        if found is not None and holds[found[0].number].whole is not mention:
            yield _binding(reading, found[0], mention, held, found[1])
        tried = 0
        for whole in reversed(last):
            if mention.sentence - whole.sentence > _BACK or tried == _MOST:
                break
            if whole.type != mention.type or whole.figure.words is not None:
                continue
            tried += 1
            if whole is held.whole:
                continue
            listed = whole.sentence == mention.sentence and mention.determiner in ("and", "comma")
            if mention.type == "percent" and not held.kind:
                continue  # two shares of one whole are told of it one beside the other
            if (held.kind or not listed) and holds[whole.number].whole is not mention:  # a whole is no part of its part
                yield _binding(reading, mention, whole, held)
        last.append(mention)


def _binding(reading: Reading, part: Mention, whole: Mention, held: Hold, rule: str = "") -> Binding:
    direct = whole is held.whole and not rule
    rule = rule or (_PART[held.kind] if direct else _rule(part, whole))
    first, second = (whole, part) if whole.start < part.start else (part, whole)
    features = [rule, *pair(reading, first, second), "order:whole" if first is whole else "order:part"]
    features.append(_COUNTS[part.type.partition(" ")[0]])
    if direct:
        size = next((name for most, name in _ATTACHED if held.attached <= most), "more")
        features += [f"attached:{size}", _MEMBERS[min(3, held.members)]]
        features.append(_GOVERNOR[reading.places[whole.number].governor])
    elif part.number < whole.number:
        features.append(_GOVERNOR[reading.places[part.number].governor])
    else:
        features.append(_HELD[held.kind or "none"])
    features += crossed(rule, _ALIKE.of(features[1:]))
    return Binding("subset", rule, part, (Role("whole", whole),), tuple(features), chance=_HOLDS.get(rule, 0.5))


def _in_order(reading: Reading, rank: Mention) -> Iterator[Binding]:
    """'the third of five attacks': no rank is beyond the number of those ranked."""
    classes = reading.tokens.classes
    whole = next(iter(reading.mentions[rank.number + 1 : rank.number + 2]), None)
    if whole is None or whole.type != "count" or whole.sentence != rank.sentence or whole.figure.words is not None:
        return
    between = classes[rank.last : whole.first]
    of = between[:-1] if between[-1:] == ["the"] else between
    if len(between) > _NEAR or of[-1:] != ["of"]:
        return
    said = [f"length:{len(between)}", "named" if between[0] != "of" else "bare", f"noun:{bool(whole.head)}"]
    said += [f"gap:{name}" for name in sorted(set(between)) if name]
    rule = "part.in_order"
    yield Binding("subset", rule, rank, (Role("whole", whole),), (rule, *said), chance=0.5)


def _rule(part: Mention, whole: Mention) -> str:
    """How the two agree where no word joins them."""
    agreement = heads(whole, part)
    if part.head and part.head == whole.head:
        return "part.same_noun"
    if agreement in ("heads:kind", "heads:general_first", "heads:general_second"):
        return "part.kind"
    return "part.bare"
