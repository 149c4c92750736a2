"""Which counts of a text may be the whole that the words of a part name: by its noun, by what befell it, by its kind.

A whole may stand any number of sentences away; so each tie of meaning has few candidates, the nearest and the first told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.account.some_of import Some
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns
from audit.syntax.sets import Sets, sets

__all__ = ["Tied", "befell", "tied"]

_MOST = 6
"""Wholes that are tried for one part."""
_FIRST = 60
"""Figures that begin a text, among which the first told is looked for that no word ties to a part."""
_AHEAD = 3
"""Sentences behind a part of the first lines in which its whole is looked for."""
_LEAD = 2
_SIDE = 5
"""Tokens on either side of a count that tell what befell those counted."""
_NEAR = 3
"""Sentences back in which a whole is looked for that no word ties to its part."""
_MILLION = 1_000_000
_MANY = 100
"""From so many on a number without a noun may be of an amount: 'Three of them' are no crowns."""
_WITH_UNIT = ("money", "measure")
_TIES = ("paired", "noun", "both", "befell", "compound", "kind", "people", "general", "pronoun", "none")
"""The strongest first."""
_RANK = {tie: rank for rank, tie in enumerate(_TIES)}
_HARMS = frozenset(("killed", "injured", "missing", "detained", "kidnapped", "rescued", "released", "displaced"))


class Tied(NamedTuple):
    whole: Mention
    tie: str
    place: int
    """How many with the same tie stand nearer."""
    first: bool
    """Whether it is the first that the text tells of these."""


def tied(reading: Reading, some: Some, parts: Mapping[tuple[int, int], Some]) -> Iterator[Tied]:
    """The likeliest wholes of a part, by what ties them."""
    book = sets(reading.document.language or "en")
    by_tie: dict[str, list[Mention]] = {}
    if some.noun in book.paired:
        before = _candidates(reading, some, parts)
        by_tie["paired"] = before[book.paired[some.noun] :][:1]
    for whole in _candidates(reading, some, parts):
        tie = _tie(reading, book, some, whole)
        if tie:
            by_tie.setdefault(tie, []).append(whole)
    left = _MOST
    for tie in _TIES:
        found = by_tie.get(tie, [])
        if tie == "none" and left < _MOST:
            return
        for place, whole in _chosen(found, 3 if _RANK[tie] < _RANK["people"] else 2 if tie == "pronoun" else 1):
            if left:
                left -= 1
                yield Tied(whole, tie, place, whole is found[-1])


def _chosen(found: list[Mention], nearest: int) -> list[tuple[int, Mention]]:
    """Those nearest and the first of the text, with their places in the row."""
    chosen = list(enumerate(found[:nearest]))
    return [*chosen, (len(found) - 1, found[-1])] if len(found) > nearest else chosen


def _candidates(reading: Reading, some: Some, parts: Mapping[tuple[int, int], Some]) -> list[Mention]:
    """What the text counts before a part, nearest first; where there is nothing, what it counts soon behind it."""
    part = some.part
    until = min(part.number, _FIRST) if some.way == "far" else part.number
    before = [m for m in reading.mentions[:until] if m.after <= max(some.at, part.first) and m is not part]
    found = [m for m in reversed(before) if _may_be(m, some, parts)]
    if not found and part.sentence < _LEAD:
        behind = reading.mentions[part.next : part.next + 4 * _MOST]
        found = [m for m in behind if 0 < m.sentence - part.sentence <= _AHEAD and _may_be(m, some, parts)]
    return found


def _may_be(whole: Mention, some: Some, parts: Mapping[tuple[int, int], Some]) -> bool:
    """Whether it is of the part's type and no part itself; one thing has no parts."""
    if not _are_alike(whole, some) or whole.figure.words is not None or whole.high == 1:
        return False
    own = parts.get((whole.first, whole.last))
    return own is None or (own.at != some.at and not own.noun)


def _are_alike(whole: Mention, some: Some) -> bool:
    """Whether they are of one type, as far as the part tells its own: 'Half of that, or 2,000' may be hectares."""
    part = some.part
    if whole.type == part.type:
        return True
    if part.type == "age":
        return whole.type == "count" and some.way == "apposed"
    bare = part.type == "count" and part.claim.index >= 0 and (part.partitive or not part.head)
    if not bare or not whole.type.startswith(_WITH_UNIT) or some.way == "far":
        return False
    return part.low >= _MILLION or (part.low >= _MANY and not some.noun and part.sentence - whole.sentence <= 1)


def _tie(reading: Reading, book: Sets, some: Some, whole: Mention) -> str:
    """What ties a whole to the words of a part: 'noun', 'befell' and so on; '' where they forbid it."""
    near = some.part.sentence - whole.sentence <= _NEAR
    fate = reading.once(befell, whole)
    harms, own = some.called & _HARMS, frozenset(whole.claim.measures) & _HARMS
    if harms and own and harms.isdisjoint(own):
        return ""
    together = bool(some.called & fate)
    head, noun = whole.head, some.noun
    if noun and noun == head:
        return "noun"
    lexicon = nouns(reading.document.language)
    mine = book.kinds(noun or ("" if some.way == "of" else some.part.head))
    theirs = book.kinds(head)
    if together:
        return "both" if mine & theirs or not head else "befell"
    if not noun and not some.called:
        if not near and some.way == "of" and "person" in theirs:
            return "general"  # 'of those who came home'
        if not near:
            return "kind" if mine & theirs - {"person"} else ""
        return "" if mine and theirs and mine.isdisjoint(theirs) else "pronoun"
    if noun and head and book.is_compound(noun, head):
        return "compound"
    if mine and theirs:
        if mine & theirs - {"person"}:
            return "kind"
        return "" if mine.isdisjoint(theirs) else "people"
    if noun in lexicon.general or head in lexicon.general:
        return "general"
    return "none" if near else ""


def befell(reading: Reading, whole: Mention) -> frozenset[str]:
    """What befell those that a figure counts, by its measures and the words beside it."""
    begin, end = reading.bounds[whole.sentence]
    words, classes = reading.tokens.words, reading.tokens.classes
    last = whole.after
    while last < min(end, whole.after + _SIDE) and classes[last] not in ("comma", "and", "semicolon", "stop"):
        last += 1
    book = sets(reading.document.language or "en")
    beside = book.called(words[max(begin, whole.first - _SIDE) : whole.first]) | book.called(words[whole.last : last])
    measures = frozenset(whole.claim.measures)
    return measures | (beside - _HARMS if measures else beside)
