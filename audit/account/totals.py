"""A total and the parts that make it: '31 bodies: 17 here and 14 there', '12 dead and 30 hurt. In all, 42 casualties'.

Parts are neighbours: a row of figures of one type in a sentence, or the first of each of several sentences or bullets in
a row. The total stands right before them or right behind, or heads the passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, crossed, distance, heads, joins, numbered
from audit.account.groups import groups, own
from audit.account.holds import Hold, holds_of
from audit.syntax import Mention, Reading

__all__ = ["told_total", "totals"]

_LONGEST = 9
"""Figures of one type in a sentence beyond which only the whole row is tried."""
_MOST_PARTS = 16
_BACK = 2
"""Sentences back in which a total is looked for, and its last figures there that are tried."""
_LEAD = 2
"""Sentences at the head of a text."""
_TYPES = ("count", "money", "percent", "measure", "duration")
_CHANGED = ("up", "down", "by")
_PLACED = ("in", "at", "on")
"""Before a figure that counts where things are."""
_TELLING = (
    "total", "toll", "bring_to", "of_them", "including", "included", "comprising", "up", "down", "compare", "from", "than",
    "by", "since",
)  # fmt: skip
"""What the words beside a total can make of it."""
_WINDOW = 4
"""Sentences over which figures of one measure are told in turn."""
_RUN = 6
"""Parts that such a run, or one over sentences of several figures, has at most; tokens before its total that make it one."""
_SUMMED = frozenset(("the", "all", "total", "bring_to"))
_ALIKE = Beginning("run", "apart", "heads", "left", "list:and", "list:comma", "bracket", "number", "alike", "measure")
_NUMBER = numbered("number", 5)
_LEFT = numbered("left", 3)
_CUE = Prefixed("cue:")
_DETERMINER = Prefixed("determiner:")
_ALL = Prefixed("all_")
_SOME = Prefixed("some_")


def totals(reading: Reading) -> Iterator[Binding]:
    """Every total with every row of neighbours that may be its parts."""
    before: dict[str, list[list[Mention]]] = {}
    holds = reading.once(holds_of)
    for number in sorted(reading.by_sentence):
        by_type: dict[str, list[Mention]] = {}
        for mention in reading.by_sentence[number]:
            if mention.type == "percent" and reading.places[mention.number].governor in _CHANGED:
                continue  # what something rose by is no share of a whole
            if mention.type.startswith(_TYPES):
                by_type.setdefault(mention.type, []).append(mention)
            elif mention.type == "implied" and mention.is_point:
                by_type.setdefault("count", []).append(mention)
        for kind, row in by_type.items():
            if all(mention.type == "implied" for mention in row):
                continue
            earlier = before.setdefault(kind, [])
            grouped = set()
            for group in groups(reading, row, holds):
                grouped.add((group.total.number, *(m.number for m in group.parts)))
                yield from told_total(reading, group.total, group.parts, row, group.rule)
            yield from _within(reading, row, grouped)
            plain = own(row, holds)
            if 2 < len(plain) < len(row):
                yield from _within(reading, plain, grouped)
            apart = [mention for mention in row if mention.determiner not in _PLACED]
            if 2 < len(apart) < len(row):  # 'in two towns: 17 here and 14 there'
                yield from _within(reading, apart, grouped)
            yield from _across(reading, row, earlier)
            yield from _stacked(reading, row, earlier)
            yield from _headed(reading, row, earlier)
            yield from _run(reading, row, earlier, holds)
            earlier.append(row)
    yield from _by_measure(reading)


def _within(reading: Reading, row: list[Mention], grouped: Set[tuple[int, ...]]) -> Iterator[Binding]:
    """Total and parts in one sentence, in any run; those that the text groups are bound already."""
    count = len(row)
    for at, total in enumerate(row):
        ends = range(at + 3, count + 1) if count <= _LONGEST else [count] if 2 < count - at <= _MOST_PARTS + 1 else []
        starts = range(at - 1) if count <= _LONGEST else [0] if 1 < at <= _MOST_PARTS else []
        for parts in (*(row[at + 1 : end] for end in ends), *(row[start:at] for start in starts)):
            if (total.number, *(m.number for m in parts)) not in grouped:
                yield from told_total(reading, total, parts, row, grouped=bool(grouped))


def _across(reading: Reading, row: list[Mention], earlier: list[list[Mention]]) -> Iterator[Binding]:
    """The total a sentence or two before its parts, or in the sentence behind them."""
    for back in earlier[-_BACK:]:
        if row[0].sentence - back[0].sentence > _BACK:
            continue
        for total in dict.fromkeys((back[0], back[-1])):
            for end in {len(row), 2, 3} & set(range(2, len(row) + 1)):
                yield from told_total(reading, total, row[:end], row)
        if row[0].sentence - back[0].sentence == 1:
            for start in {0, len(back) - 2, len(back) - 3} & set(range(len(back) - 1)):
                yield from told_total(reading, row[0], back[start:], back)
                if len(row) > 1:
                    yield from told_total(reading, row[-1], back[start:], back)


def _stacked(reading: Reading, row: list[Mention], earlier: list[list[Mention]]) -> Iterator[Binding]:
    """Parts one to a sentence: 'Two died on Monday. Three more died on Tuesday', or a list of bullets under its total."""
    parts, dense = [row[0]], len(row) > 1
    for back in reversed(earlier[-_MOST_PARTS:]):
        if parts[0].sentence - back[0].sentence > 1 or (dense and len(parts) > _RUN):
            break  # a long list has one figure to a bullet
        if len(parts) > 1:
            for total in dict.fromkeys((back[0], back[-1])):
                yield from told_total(reading, total, parts, [])
        parts, dense = [back[0], *parts], dense or len(back) > 1
    last = row[-1] if len(row) > 1 else None
    if last is not None and earlier and row[0].sentence - earlier[-1][0].sentence <= _BACK:
        yield from told_total(reading, last, [earlier[-1][0], row[0]], [])
    tops = [back[0] for back in (*earlier[-2:], row)]
    if len(tops) == 3 and all(later.sentence - former.sentence == 1 for former, later in pairwise(tops)):
        yield from told_total(reading, row[0], tops[:2], [])


def _by_measure(reading: Reading) -> Iterator[Binding]:
    """'Here five died and nine were hurt, there two died and four were hurt: seven deaths': each measure for itself."""
    rows: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.type == "count":
            for measure in mention.claim.measures:
                rows.setdefault(measure, []).append(mention)
    if len(rows) < 2:
        return
    for row in rows.values():
        for at, total in enumerate(row):
            for step in (1, -1):
                run = row[at + 1 : at + 1 + _RUN] if step == 1 else row[max(0, at - _RUN) : at][::-1]
                near = [m for m in run if abs(m.sentence - total.sentence) <= _WINDOW]
                for end in range(2, len(near) + 1):
                    parts = sorted(near[:end], key=lambda m: m.number)
                    first, last = min(parts[0].number, total.number), max(parts[-1].number, total.number)
                    if last - first > len(parts):  # figures of another measure stand between
                        yield from told_total(reading, total, parts, [], "total.by_measure")


def _run(
    reading: Reading, row: list[Mention], earlier: list[list[Mention]], holds: Mapping[int, Hold]
) -> Iterator[Binding]:
    """'A won 38 seats, B 21. C has eight. Their 67 votes ...': all figures of a few sentences, and then what they make."""
    total = row[0]
    begin, _ = reading.bounds[total.sentence]
    if _SUMMED.isdisjoint(reading.tokens.classes[max(begin, total.first - _RUN) : total.first]):
        return
    parts: list[Mention] = []
    for back in reversed(earlier[-_BACK - 1 :]):
        if (parts[0] if parts else total).sentence - back[0].sentence > 1:
            break
        parts = [*own(back, holds), *parts]
        if parts and parts[-1].sentence != parts[0].sentence and len(parts) <= _RUN:
            yield from told_total(reading, total, parts, back, "total.run")


def _headed(reading: Reading, row: list[Mention], earlier: list[list[Mention]]) -> Iterator[Binding]:
    """The total in the headline or lead, its parts in one sentence of the body."""
    if (
        len(row) < 2
        or not earlier
        or earlier[0][0].sentence >= _LEAD
        or row[0].sentence - earlier[0][0].sentence <= _BACK
    ):
        return
    for back in earlier[:_LEAD]:
        if back[0].sentence < _LEAD:
            for total in back[:2]:
                for end in {len(row), 2, 3} & set(range(2, len(row) + 1)):
                    yield from told_total(reading, total, row[:end], row)


def told_total(
    reading: Reading,
    total: Mention,
    parts: Sequence[Mention],
    row: Sequence[Mention],
    rule: str = "",
    *,
    grouped: bool = False,
) -> Iterator[Binding]:
    if len(parts) > _MOST_PARTS or total.type == "implied" or not all(part.high for part in parts):
        return
    first = total.start < parts[0].start
    rule = rule or _rule(reading, total, parts, first)
    said = [rule, "order:total" if first else "order:parts", *reading.once(_cues, total)]
    features = [
        distance(reading, total, parts[0]) if first else distance(reading, parts[-1], total),
        _NUMBER[min(len(parts), 5)],
        *joins(reading, parts),
        *_agreement(total, parts),
    ]
    inside = len(parts) + (total.sentence == parts[0].sentence)
    features.append(_LEFT[min(max(0, len(row) - inside), 3)])
    if grouped:
        features.append("run:beside_group")
    if row and parts[-1] is row[-1]:
        features.append("run:rest")
    classes = reading.tokens.classes
    if "open" in classes[parts[0].first - 2 : parts[0].first]:
        closed = "close" in classes[parts[-1].last : parts[-1].after + 8]
        features.append("run:bracket" if closed else "run:opened")
    if {"stop", "semicolon"} & set(classes[parts[-1].after : parts[-1].after + 6]):
        features.append("run:ends")
    features += crossed(rule, _ALIKE.of(features))
    roles = tuple(Role("part", part) for part in parts)
    yield Binding("sum", rule, total, roles, tuple(dict.fromkeys((*said, *features))))


def _rule(reading: Reading, total: Mention, parts: Sequence[Mention], first: bool) -> str:
    """The relation that the words name."""
    tokens = reading.tokens
    one_sentence = all(m.sentence == total.sentence for m in parts)
    begin = reading.bounds[total.sentence][0]
    lead = tokens.classes[max(begin, total.first - 4) : total.first]
    tail = tokens.classes[total.after : total.after + 4]
    if first:
        gap = tokens.classes[total.after : parts[0].first] if one_sentence else []
        for joint in ("open", "colon", "comprising", "including", "included"):
            if joint in gap:
                return f"total.{joint}"
        if "of_them" in tokens.classes[max(0, parts[0].first - 6) : parts[0].first]:
            return "total.of_them"
        if one_sentence:
            return "total.dash" if "dash" in gap else "total.said" if "total" in lead + tail else "total.row"
        stacked = len({m.sentence for m in parts}) > 1
        return "total.stacked" if stacked else "total.sentence_before"
    if "total" in lead or "total" in tail:
        return "total.in_all"
    if "bring_to" in lead or "toll" in lead + tail:
        return "total.bring_to"
    return "total.behind" if one_sentence else "total.sentence_behind"


def _cues(reading: Reading, total: Mention) -> tuple[str, ...]:
    """What the words next to the total make of it, and whether it is one of a kind that sums are told of."""
    begin, end = reading.bounds[total.sentence]
    classes = reading.tokens.classes
    lead = classes[max(begin, total.first - 4) : total.first]
    tail = classes[total.after : min(end, total.after + 4)]
    found = _CUE.of(name for name in _TELLING if name in lead or name in tail)
    if total.determiner in ("the", "all", "from", "to", "more", "other"):
        found.append(_DETERMINER[total.determiner])
    if total.first == begin:
        found.append("total:first")
    return tuple(found)


def _agreement(total: Mention, parts: Sequence[Mention]) -> list[str]:
    """Whether the parts count the same as the total, or kinds of it, and each other."""
    found = {heads(total, part) for part in parts}
    measures = {part.claim.measures for part in parts}
    alike = {part.head for part in parts}
    agreement = _ALL.of(found) if len(found) == 1 else _SOME.of(sorted(found))
    agreement.append("alike:head" if len(alike) == 1 else "alike:all" if len(alike) == len(parts) else "alike:some")
    if len(measures) == 1:
        agreement.append("measure:parts_alike")
        if total.claim.measures and total.claim.measures in measures:
            agreement.append("measure:all_alike")
    elif len(measures) == len(parts):
        agreement.append("measure:parts_apart")
    if any(part.determiner in ("more", "other") for part in parts[1:]):
        agreement.append("parts:additional")
    if total.determiner in ("more", "other"):
        agreement.append("total:additional")
    if any(not part.is_point for part in parts):
        agreement.append("parts:open")
    if any(part.type == "implied" for part in parts):
        agreement.append("parts:implied")
    return agreement
