"""Things in a row that are no names: phrases ('no radio and no maps'), figures of one sort ('aged 24, 29 and 41'),
clauses that semicolons part, what is told 'first ..., then ..., finally ...'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.syntax.enumeration import Enumeration, Item, is_link, list_words
from audit.syntax.mention import Mention
from audit.syntax.reading import Reading
from audit.syntax.segments import LONG, Segment, cut_at_marks, item_of

__all__ = ["clauses", "figures", "phrases", "sequence"]

_LISTS = 2
"""Lists of a sentence that are taken, the last ones."""
_BETWEEN = frozenset({"comma", "and", "the"})
_ENDS = frozenset({"have", "are", "that", "said", "if", "while", "open", "stop", "quote"})
_VERBS = frozenset({"are", "have"})
_LED = frozenset({"a", "the", "not", "in", "on", "at", "to", "by", "for", "of", "from", "with"})
"""Words with which the items of a list may all begin."""
_OPENS = frozenset({"comma", "semicolon", "colon", "stop", "and", "the", "a", "quote", "dash"})


def phrases(reading: Reading, begin: int, end: int) -> list[Enumeration]:
    """The last lists of a stretch whose items are not all names: 'a fine, community service and custody'."""
    classes, joins = reading.tokens.classes[begin:end], list_words(reading).joins
    if "and" not in classes and classes.count("comma") < 2 and joins.isdisjoint(reading.tokens.words[begin:end]):
        return []
    found: list[Enumeration] = []
    while begin < end:
        segments, stopped, _ = cut_at_marks(reading, begin, end)
        runs = [*_unjoined(reading, segments), *_runs(segments)]
        found += [each for run in runs if (each := _listed(reading, run)) is not None]
        begin = stopped + 1
    return found[-_LISTS:]


def _runs(segments: list[Segment]) -> Iterator[list[Segment]]:
    """The segments that commas join up to one behind an 'and'."""
    for at, segment in enumerate(segments):
        if at and ("and" in segment.mark or "or" in segment.mark):
            first = at - 1
            while first and segments[first].mark == "comma":
                first -= 1
            yield segments[first : at + 1]


def _unjoined(reading: Reading, segments: list[Segment]) -> Iterator[list[Segment]]:
    """The segments that only commas join and that begin with one word: 'no radio, no maps, no doctor'."""
    words = reading.tokens.words
    run: list[Segment] = []
    for segment in segments:
        if run and segment.mark == "comma" and (len(run) == 1 or words[segment.first] == words[run[-1].first]):
            run.append(segment)
            continue
        if len(run) > 2:
            yield run
        run = [segment]
    if len(run) > 2:
        yield run


def _listed(reading: Reading, run: list[Segment]) -> Enumeration | None:
    tokens = reading.tokens
    leads = Counter(tokens.classes[segment.first] for segment in run[1:])
    lead = leads.most_common(1)[0][0]
    alike = leads[lead] == len(run) - 1
    first = _begin(reading, run[0], lead if alike and lead in _LED else "")
    items = [Item(first, run[0].last, "phrase")]
    for segment in run[1:-1]:
        items.append(Item(segment.first, min(segment.last, segment.first + LONG), "phrase"))
    items.append(Item(run[-1].first, _end(reading, run[-1]), "phrase"))
    spelt = [tokens.classes[item.first : item.last] for item in items]
    if any(not _VERBS.isdisjoint(each) for each in spelt[:-1]) or spelt[-1] in (["the"], ["a"]):
        return None  # 'Ostby and Hamre are without power, and the two towns ...'
    if items[0].last <= items[0].first or all(item_of(reading, s).kind in ("name", "number") for s in run):
        return None
    long = max(item.last - item.first for item in items)
    size = "short" if long <= 3 else "middle" if long <= 6 else "long"
    traits = {"phrases", f"led:{lead or 'word'}" if alike else "led:unlike", f"size:{size}"}
    traits.add("commas" if len(run) > 2 else "pair")
    if first > run[0].first:
        traits.add("cut")
    return Enumeration(tuple(items), tuple(sorted(traits)), items[-1].last)


def _begin(reading: Reading, segment: Segment, lead: str) -> int:
    """The first token of the item at the end of a segment: at the word with which the others begin, else behind the last
    word that governs, or the whole segment."""
    tokens = reading.tokens
    for at in range(segment.last - 1, segment.first - 1, -1):
        if lead and tokens.classes[at] == lead:
            return at
    for at in range(segment.last - 2, segment.first - 1, -1):
        if not lead and (tokens.classes[at] in _ENDS or is_link(reading, at)):
            return at if tokens.classes[at] in ("the", "a") else at + 1
    return max(segment.first, segment.last - LONG)


def _end(reading: Reading, segment: Segment) -> int:
    """The token behind the item at the head of a segment."""
    for at in range(segment.first + 1, min(segment.last, segment.first + LONG)):
        if reading.tokens.classes[at] in _ENDS:
            return at
    return min(segment.last, segment.first + LONG)


def figures(reading: Reading, mentions: list[Mention]) -> Iterator[Enumeration]:
    """The figures of one sort that commas and 'and' join: 'aged 24, 29, 41 and 50', 'by 116-112 and 115-113'."""
    classes = reading.tokens.classes
    run: list[Mention] = []
    for mention in [*mentions, None]:
        if run and mention is not None:
            gap = classes[run[-1].last : mention.first]
            joined = 0 < len(gap) <= 3 and all(each in _BETWEEN for each in gap) and gap != ["the"]
            if joined and mention.type == run[0].type:
                run.append(mention)
                continue
        if len(run) > 1:
            sort = run[0].type.partition(" ")[0]
            closed = any("and" in classes[a.last : b.first] for a, b in pairwise(run))
            before = classes[run[0].first - 1] if run[0].first else ""
            traits = ("figures", f"figures:{sort}", "closed" if closed else "unclosed", f"led:{before or 'word'}")
            yield Enumeration(tuple(Item(m.first, m.last, "number") for m in run), traits, run[-1].last)
        run = [mention] if mention is not None else []


def clauses(reading: Reading, begin: int, end: int) -> Enumeration | None:
    """The clauses of a sentence that semicolons part."""
    classes = reading.tokens.classes
    marks = [at for at in range(begin, end) if classes[at] == "semicolon"]
    if not marks:
        return None
    starts = [begin, *(at + 1 for at in marks)]
    ends = [*marks, end]
    items = [Item(a, min(b, a + LONG), "clause") for a, b in zip(starts, ends, strict=True) if a < b]
    if len(items) < 2:
        return None
    and_last = "and" in classes[items[-1].first : items[-1].first + 1]
    return Enumeration(tuple(items), ("clauses", "closed" if and_last else "unclosed"), items[-1].last)


class _Sequence(NamedTuple):
    opening: frozenset[str]
    next: frozenset[str]
    closing: frozenset[str]


def _sequence(words: Pack) -> _Sequence:
    book = words["enumerations"]["sequence"]
    return _Sequence(frozenset(book["opening"]), frozenset(book["next"]), frozenset(book["closing"]))


def sequence(reading: Reading, begin: int, end: int) -> Iterator[Enumeration]:
    """What is told in order up to a last one: 'first a barn, then a school and finally tents'. What comes before the first
    word of order may be one of them too."""
    tokens, words = reading.tokens, pack(reading.document.language or "en").build(_sequence)
    if words.closing.isdisjoint(tokens.words[begin:end]) and words.next.isdisjoint(tokens.words[begin:end]):
        return
    found: list[Item] = []
    opened = False
    for at in range(begin, end):
        word = tokens.words[at]
        clause = at == begin or tokens.classes[at - 1] in _OPENS
        if not clause:
            continue
        if not found and word in words.opening:
            opened = True
        elif word not in words.next and (word not in words.closing):
            continue
        found.append(Item(at, min(end, at + LONG), "clause"))
        if word in words.closing:
            break
    if not found:
        return
    closed = tokens.words[found[-1].first] in words.closing
    traits = ("sequence", "closed" if closed else "unclosed", "opened" if opened else "unopened")
    if len(found) > 1:
        yield Enumeration(tuple(found), traits, found[-1].last)
    if not opened and found[0].first > begin:
        items = (Item(begin, min(found[0].first, begin + LONG), "clause"), *found)
        yield Enumeration(items, (*traits, "with_before"), found[-1].last)
