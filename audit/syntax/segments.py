"""A stretch of text cut at its commas, semicolons, 'and's and 'or's, and what each piece names."""

from __future__ import annotations

from typing import NamedTuple

from audit.syntax.capitals import is_called_may, names_in
from audit.syntax.enumeration import Item, is_dash, is_link, is_tight, list_words
from audit.syntax.reading import Reading

__all__ = ["LONG", "REGION", "Segment", "by_semicolons", "cut_at_marks", "is_relative_clause", "item_of"]

_LEAD = 8
"""Words before the name of an item ('former prime minister', 'the tanker')."""
_QUOTED = 25
"""Tokens of a quoted title."""
LONG = 9
"""Tokens of an item without a name that are shown."""
_HARD = frozenset({"that", "are", "have", "said", "if", "not", "while"})
"""Classes that no noun phrase goes over."""


class Segment(NamedTuple):
    first: int
    last: int
    mark: str
    """What stands before it: '', 'comma', 'semicolon', 'and', 'or', 'comma and' ..."""


REGION = 100
"""Tokens of a list that are read."""


def cut_at_marks(reading: Reading, begin: int, end: int) -> tuple[list[Segment], int, str]:
    """A region cut at its separators outside brackets and quotes, where it ends, and what ended it."""
    tokens, words = reading.tokens, list_words(reading)
    end = min(end, begin + REGION)
    found: list[Segment] = []
    marks: list[str] = []
    depth, first, at, ended = 0, -1, begin, "end"
    while at < end:
        name, word = tokens.classes[at], tokens.words[at]
        separator = ""
        if name == "quote" and depth == 0 and (closing := _closing_quote(reading, at, end)):
            first = at if first < 0 else first
            at = closing
            continue
        if name == "open":
            depth += 1
        elif name == "close":
            if depth == 0:
                ended = "close"
                break
            depth -= 1
        elif depth == 0:
            if name == "colon" and not is_tight(reading, at) and first >= 0:
                ended = "colon"
                break
            if is_dash(reading, at) and first >= 0:
                ended = "dash"
                break
            if name in ("comma", "semicolon"):
                separator = name
            elif (name == "and" and word != "&") or word in words.joins:
                separator = "and"
            elif word in words.choice:
                separator = "or"
        if separator:
            if first >= 0:
                found.append(Segment(first, at, " ".join(marks)))
                first, marks = -1, []
            if separator not in marks:
                marks.append(separator)
        elif (first < 0 and name not in ("quote", "stop", "bullet", "dash")) or (first < 0 and depth):
            first = at
        at += 1
    if first >= 0:
        found.append(Segment(first, at, " ".join(marks)))
    return found, at, ended


def _closing_quote(reading: Reading, at: int, end: int) -> int:
    """The token behind what is quoted from here, where it opens here and closes soon; else 0."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    if at + 1 >= end or starts[at + 1] > ends[at]:
        return 0
    for close in range(at + 2, min(end, at + _QUOTED)):
        if reading.tokens.classes[close] == "quote":
            return close + 1
    return 0


def by_semicolons(segments: list[Segment]) -> list[Segment]:
    """Where semicolons part the items, commas are within them."""
    found = [segments[0]]
    for segment in segments[1:]:
        if "semicolon" in segment.mark:
            found.append(segment)
        else:
            found[-1] = found[-1]._replace(last=segment.last)
    return found


def is_relative_clause(reading: Reading, segment: Segment) -> bool:
    return "that" in reading.tokens.classes[segment.first : segment.first + 2]


def item_of(reading: Reading, segment: Segment) -> Item:
    """What a segment names, and by which tokens."""
    tokens = reading.tokens
    first, last = segment.first, segment.last
    while last - 1 > first and tokens.classes[last - 1] in ("stop", "comma", "semicolon"):
        last -= 1
    if tokens.classes[first] == "quote" and _closing_quote(reading, first, last):
        return Item(first, _closing_quote(reading, first, last), "title")
    for mention in reading.mentions_in(first, last):
        whole = mention.last >= last or (mention.last >= last - 1 and not mention.head)
        if mention.first <= first + 1 and whole:
            return Item(mention.first, mention.last, "number")
        if mention.first <= first + 1 and mention.type == "count" and first < mention.after:
            return Item(first, min(last, first + LONG), "counted")
    classes = tokens.classes[first:last]
    if "that" in classes[:2]:
        return Item(first, min(last, first + LONG), "clause")
    stop = first
    for at in range(first, min(last, first + LONG + 4)):
        if (tokens.classes[at] in _HARD or tokens.classes[at] == "open") and not is_called_may(reading, at):
            break
        stop = at + 1
    names = [n for n in names_in(reading, first, max(stop, first)) if n[0] - first <= _LEAD]
    if names and not tokens.words[names[0][1] - 1].endswith(("'s", "’s")):
        head = names[0]
        for name in names[1:]:  # the last before a preposition: 'Catalan painter Joan Serra of Reus'
            if any(is_link(reading, at) for at in range(head[1], name[0])):
                break
            head = name
        led = any(is_link(reading, at) for at in range(first + 1, head[0]))
        if not led or tokens.classes[first] in ("the", "a"):
            behind = head[1]
            adjective = behind < last and not tokens.classes[behind] and not is_link(reading, behind)
            return Item(head[0], head[1], "adjective" if adjective and tokens.words[behind].isalpha() else "name")
    if any(c in _HARD for c in classes[: LONG + 4]):
        return Item(first, min(last, first + LONG), "clause")
    return Item(first, min(last, first + LONG), "phrase")
