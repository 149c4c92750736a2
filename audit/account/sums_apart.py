"""Totals whose parts stand sentences away, found by what they count: 'killed five ... a couple perished ... Three workers'.

As `totals`, but a row is of one kind (`kindred`), not of one sentence or type: what else is counted is passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from audit.account.binding import Binding
from audit.account.features import crossed
from audit.account.kindred import Kindred, kindred
from audit.account.parting import follows, is_definite
from audit.account.totals import told_total
from audit.syntax import Mention, Reading

__all__ = ["sums_apart"]

_REACH = 7
_REACH_ROWS = 4
"""Sentences between a total and the nearest of its parts: that are told in one sentence, and over several."""
_SPREAD = 4
"""Sentences over which the parts are told."""
_PARTS = 7
_TOPS = 4
"""Sentences of which the first figures together are tried."""
_TRIED = 6
"""Rows that are tried for a total on either side."""
_TYPES = ("count", "money", "measure", "rate")
_SUMMED = frozenset(("total", "toll", "bring_to"))
_BESIDE = 5


def sums_apart(reading: Reading) -> Iterator[Binding]:
    """Each figure that can be a total with the rows of its kind behind it, and before it where its words sum up."""
    seen: set[tuple[int, ...]] = set()
    for kin in kindred(reading):
        rows = _rows(kin)
        for at, total in enumerate(kin.members):
            if total.claim.index < 0 or not total.type.startswith(_TYPES) or total.start in kin.held:
                continue
            cue = reading.once(_cue, total)
            chosen: list[tuple[str, Sequence[Mention]]] = []
            if (
                (_leads(kin, at) or cue in ("the", "all", "follows"))
                and total.start in kin.named
                and not total.partitive
            ):
                chosen += [("ahead", parts) for parts in _ahead(rows, total)]
            if cue:
                chosen += [("back", parts) for parts in _back(rows, total)]
            for side, parts in chosen:
                key = (total.start, *(m.start for m in parts))
                if key not in seen and _is_apart(total, parts) and _is_told(kin, total, parts):
                    seen.add(key)
                    yield from _bound(reading, kin, total, parts, side, cue)


def _rows(kin: Kindred) -> list[list[Mention]]:
    """Its figures sentence by sentence, without those told in passing."""
    own = [m for m in kin.members if m.start not in kin.held]
    return [list(row) for _, row in groupby(own, key=lambda m: m.sentence)]


def _cue(reading: Reading, total: Mention) -> str:
    """What makes a figure one that sums up: 'the', 'all', 'total', 'follows'."""
    begin, end = reading.bounds[total.sentence]
    near = reading.tokens.classes[max(begin, total.first - _BESIDE) : min(end, total.after + _BESIDE)]
    if not _SUMMED.isdisjoint(near):
        return "total"
    if "all" in near[:_BESIDE]:
        return "all"
    if is_definite(reading, total):
        return "the"
    return "follows" if follows(reading, total) else ""


def _ahead(rows: Sequence[list[Mention]], total: Mention) -> Iterator[list[Mention]]:
    """The rows behind a total, each alone and with those that follow it."""
    at = bisect_left(rows, total.sentence, key=_sentence)
    here = [m for row in rows[at : at + 1] for m in row if m.sentence == total.sentence and m.start > total.start]
    behind = [row for row in rows[at : at + _REACH + 2] if 0 < row[0].sentence - total.sentence <= _REACH]
    yield from _joined([*([here] if here else []), *behind])


def _back(rows: Sequence[list[Mention]], total: Mention) -> Iterator[list[Mention]]:
    """The rows before a total, the nearest first, each alone and with those before it."""
    at = bisect_left(rows, total.sentence, key=_sentence)
    here = [m for row in rows[at : at + 1] for m in row if m.sentence == total.sentence and m.start < total.start]
    before = [row for row in rows[max(0, at - _REACH) : at][::-1] if total.sentence - row[0].sentence <= _REACH]
    yield from _joined([*([here] if here else []), *before])


def _sentence(row: Sequence[Mention]) -> int:
    return row[0].sentence


def _joined(rows: Sequence[list[Mention]]) -> Iterator[list[Mention]]:
    """Rows one by one, two together, and the first figures of two to five in a row ('Six came ... Two more came')."""
    tried = 0
    for at, row in enumerate(rows):
        near = [
            row,
            *(other for other in rows[at + 1 : at + _TOPS] if abs(other[0].sentence - row[0].sentence) <= _SPREAD),
        ]
        tops = [each[0] for each in near]
        chosen = [row, [*row, *near[1]] if len(near) > 1 else [], *(tops[:end] for end in range(2, len(tops) + 1))]
        for parts in chosen:
            if 1 < len(parts) <= _PARTS:
                tried += 1
                yield sorted(parts, key=lambda m: m.start)
        if tried >= _TRIED:
            return


def _is_apart(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether `totals` does not find them: they are over a sentence away, or over sentences, or one of them is no number."""
    sentences = {m.sentence for m in parts}
    near = max(abs(sentence - total.sentence) for sentence in sentences) <= 1
    return not near or len(sentences) > 1 or any(m.claim.index < 0 or m.type != total.type for m in parts)


def _leads(kin: Kindred, at: int) -> bool:
    """Whether it is the first of its kind, or is told in the text as the headline has it."""
    return not at or (at == 1 and kin.members[0].sentence == 0)


def _is_told(kin: Kindred, total: Mention, parts: Sequence[Mention]) -> bool:
    """Parts over several sentences stand near their total, and one of them says what it counts."""
    sentences = {m.sentence for m in parts}
    if len(sentences) == 1:
        return True
    near = min(abs(sentence - total.sentence) for sentence in sentences)
    return near <= _REACH_ROWS and any(m.start in kin.named for m in parts)


def _bound(
    reading: Reading, kin: Kindred, total: Mention, parts: Sequence[Mention], side: str, cue: str
) -> Iterator[Binding]:
    rows = len({m.sentence for m in parts})
    rule = f"sum_apart.{side}{'.rows' if rows > 1 else ''}"
    again = sum(m.head == total.head and not m.partitive for m in parts) if total.head else 0
    ties = [
        f"kin:cue:{cue or 'none'}", f"kin:again:{min(again, 2)}", f"kin:rows:{min(rows, 3)}",
        f"kin:parted:{min(2, sum(m.partitive for m in parts))}", f"kin:first:{total is kin.members[0]}",
        f"kin:named:{min(3, sum(m.start in kin.named for m in parts))}", f"kin:people:{kin.kind == 'person'}",
        f"kin:rest:{any(m.determiner in ('remaining', 'other', 'more') for m in parts[1:])}",
        f"kin:harm:{len({m.claim.measures for m in parts}) == 1 and bool(parts[0].claim.measures)}",
        f"kin:closes:{parts[-1] is kin.members[-1]}",
    ]  # fmt: skip
    for binding in told_total(reading, total, parts, [], rule):
        binding.features += (*ties, *crossed(rule, ties))
        yield binding
