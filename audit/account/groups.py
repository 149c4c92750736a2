"""Figures that the text itself puts together under one: in brackets, behind a colon or a dash, 'of whom 12 ... and 30 ...'.

Such a group is taken whole: what is told in passing of one of its members ('including five children') is none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from audit.account.holds import Hold
from audit.syntax import Mention, Reading

__all__ = ["Group", "groups", "own"]

_LONG = 400
"""Tokens within which brackets close."""
_MOST = 40
"""Figures behind a total that may be its parts."""
_TIED = 8
"""Tokens between a total's phrase and the mark that opens its group."""
_ADDED = frozenset(("including", "included", "among", "of_them"))
"""Holds of what is told in passing; and of what one word puts together."""
_HELD = _ADDED | {"comprising"}
_DASH = "dash"


class Group(NamedTuple):
    rule: str
    total: Mention
    parts: tuple[Mention, ...]


def own(row: Sequence[Mention], holds: Mapping[int, Hold]) -> list[Mention]:
    """The figures of a row that are no part of another of them."""
    inside = {m.number for m in row}
    return [m for m in row if not _is_passing(holds.get(m.number), inside)]


def _is_passing(held: Hold | None, inside: set[int]) -> bool:
    return held is not None and held.kind in _ADDED and (held.whole is None or held.whole.number in inside)


def groups(reading: Reading, row: Sequence[Mention], holds: Mapping[int, Hold]) -> Iterator[Group]:
    """Every group of a sentence's figures of one type with the figure that it stands under."""
    yield from _marked(reading, row, holds)
    yield from _in_brackets(reading, row)
    yield from _held(reading, row, holds)


def _marked(reading: Reading, row: Sequence[Mention], holds: Mapping[int, Hold]) -> Iterator[Group]:
    classes = reading.tokens.classes
    _, end = reading.bounds[row[0].sentence]
    for place, total in enumerate(row[:-1]):
        following = row[place + 1]
        mark = next((at for at in range(total.after, following.first) if classes[at] in ("open", "colon", _DASH)), None)
        if mark is None:
            continue
        kind = classes[mark]
        if kind == "open":
            last = _closed(classes, mark, min(end, mark + _LONG))
        elif kind == _DASH:
            last = next((at for at in range(mark + 1, end) if classes[at] in (_DASH, "semicolon")), end)
        else:
            last = end
        inside = [m for m in row[place + 1 : place + 1 + _MOST] if m.first < last]
        members = own(inside, holds)
        if kind == "open" and mark - total.after > _TIED:
            continue
        if len(members) > 1:
            yield Group(f"total.{'bracket' if kind == 'open' else kind}", total, tuple(members))
            if kind != "open" and place:
                yield Group(f"total.{kind}", row[0], tuple(members))


def _in_brackets(reading: Reading, row: Sequence[Mention]) -> Iterator[Group]:
    """'63 in Kesh (40), Orrin (12) and Vell (11)': figures that stand each alone in brackets, and the one before them."""
    classes = reading.tokens.classes
    run: list[Mention] = []
    total: Mention | None = None
    for mention in (*row, None):
        alone = mention is not None and mention.first and classes[mention.first - 1] == "open"
        if mention is not None and alone and classes[mention.last : mention.last + 1] == ["close"]:
            run.append(mention)
            continue
        if total is not None and len(run) > 1:
            yield Group("total.brackets", total, tuple(run))
        run, total = [], mention


def _closed(classes: list[str], opened: int, end: int) -> int:
    depth = 0
    for at in range(opened, end):
        depth += (classes[at] == "open") - (classes[at] == "close")
        if not depth:
            return at
    return end


def _held(reading: Reading, row: Sequence[Mention], holds: Mapping[int, Hold]) -> Iterator[Group]:
    """The figures that one word makes parts of one whole."""
    by_whole: dict[int, list[Mention]] = {}
    wholes: dict[int, Mention] = {}
    for mention in row:
        held = holds.get(mention.number)
        if held is not None and held.whole is not None and held.kind in _HELD:
            by_whole.setdefault(held.whole.number, []).append(mention)
            wholes[held.whole.number] = held.whole
    for number, members in by_whole.items():
        if len(members) > 1:
            kind = holds[members[0].number].kind
            if kind == "of_them":
                more = _further(reading, members[-1])
                if more:
                    yield Group(f"total.{kind}", wholes[number], (*members, *more))
            yield Group(f"total.{kind}", wholes[number], tuple(members))


def _further(reading: Reading, last: Mention) -> list[Mention]:
    """'... The sex of another 52 children and 628 adults is not known': what the next sentence adds to the list."""
    row = [m for m in reading.by_sentence.get(last.sentence + 1, ()) if m.type == last.type]
    first = next((place for place, m in enumerate(row) if m.determiner in ("other", "more")), None)
    return row[first:] if first == 0 else []
