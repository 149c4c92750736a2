"""What is told one after the other: 'one on the coast, the other inland', 'first, ...; second, ...', a line each."""

from __future__ import annotations

from audit.syntax.enumeration import Enumeration, Item, ListWords, is_dash, is_tight, list_words
from audit.syntax.reading import Reading
from audit.syntax.segments import LONG, REGION

__all__ = ["lines", "members"]


def members(reading: Reading, begin: int, end: int) -> Enumeration | None:
    """What is told one after the other: 'one on masks and another on gloves', 'first, ...; second, ...'."""
    tokens, words = reading.tokens, list_words(reading)
    found: list[Item] = []
    sorts: set[str] = set()
    told: set[str] = set()
    near = tokens.words[begin : min(end, begin + REGION)]
    for at, word in [(at, word) for at, word in enumerate(near, begin) if word in words.one or word in words.order]:
        if at + 1 < end and tokens.classes[at + 1] == "dash" and (word in words.order or is_tight(reading, at + 1)):
            continue  # 'first-degree'
        before = at - 1
        if word in words.paired and tokens.classes[max(begin, before)] != "the":
            continue
        if before >= begin and tokens.classes[before] in ("the", "a"):
            before -= 1
        if before >= begin and not _opens_member(reading, words, before):
            continue
        if (found and at - found[-1].first < 2) or (word in words.order and word in told):
            continue
        if at + 1 < end and tokens.words[at + 1][0].isdigit():
            continue
        if not found and word in words.order and words.order[word] > 0:
            continue
        told.add(word)
        if at + 1 < end:
            name = tokens.classes[at + 1]
            sorts.add("of_them" if name == "of_them" else "linked" if name else "word")
        found.append(Item(at, min(end, at + 5), "member"))
        sorts.add("one" if word in words.one else "ordinal")
    if len(found) < 2:
        return None
    if any(m.type == "count" for m in reading.mentions_in(found[0].first + 1, found[-1].first)):
        sorts.add("split")  # 'one was ..., two were ..., and one was'
    return Enumeration(tuple(found), tuple(sorted({"members", *(f"members:{s}" for s in sorts)})), found[-1].last)


def _opens_member(reading: Reading, words: ListWords, at: int) -> bool:
    tokens = reading.tokens
    name = tokens.classes[at]
    return (
        name in ("comma", "semicolon", "colon", "and", "while", "with", "open", "stop", "quote")
        or tokens.words[at] in words.joins
        or is_dash(reading, at)
    )


def lines(reading: Reading, sentence: int) -> Enumeration | None:
    """The lines behind a sentence that each begin with the mark of a list; a line may hold several sentences."""
    found: list[Item] = []
    marks: set[str] = set()
    awaited = False
    for at, (begin, end) in enumerate(reading.bounds[sentence + 1 :], sentence + 1):
        if begin >= end:
            continue
        if awaited or (found and not _begins_a_line(reading, at)):
            if awaited:
                found.append(Item(begin, min(end, begin + LONG), "line"))
            awaited = False
            continue
        mark, first = _mark(reading, begin, end)
        if not mark or not _begins_a_line(reading, at) or (marks and mark not in marks):
            break
        marks.add(mark)
        if first < end:
            found.append(Item(first, min(end, first + LONG), "line"))
        else:
            awaited = True  # '1.' was taken for a sentence of its own
    if len(found) < 2:
        return None
    return Enumeration(tuple(found), tuple(sorted({"lines", *(f"mark:{m}" for m in marks)})), found[-1].last)


def _mark(reading: Reading, begin: int, end: int) -> tuple[str, int]:
    """The mark with which a line begins ('' without), and the token behind it."""
    tokens = reading.tokens
    name, word = tokens.classes[begin], tokens.words[begin]
    if name == "open" and tokens.classes[begin + 2 : begin + 3] == ["close"] and begin + 2 < end:
        return "number", begin + 3
    if begin + 1 < end and tokens.words[begin + 1] in (".", ")") and (word.isdigit() or len(word) == 1):
        return "number", begin + 2
    if is_dash(reading, begin) or name == "dash":
        return "dash", begin + 1
    return ("bullet", begin + 1) if name == "bullet" else ("", begin)


def _begins_a_line(reading: Reading, sentence: int) -> bool:
    text, sentences = reading.document.text, reading.document.sentences
    return sentence == 0 or "\n" in text[sentences[sentence - 1].end : sentences[sentence].start]
