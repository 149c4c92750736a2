"""Where a count was made, as far as the sentence says it with a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from audit.lang import load
from audit.text.document import Document, Sentence
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["Places"]

_OWNER = re.compile(r"['’]s?$")
_NAME = r"[A-Z][\w'’\-]*(?:\s(?:al-|el-|de\s|del\s|la\s|Al-)?[A-Z][\w'’\-]*){0,3}"


@kept
def _pattern(*, where: bool) -> re.Pattern[str]:
    """A name behind 'in' or the like, looked for from the white space before it; with `where` also one before 'where'."""
    words = load("places")
    kinds, after = _any(words["kinds"]), _any(words["after"])
    by_length: dict[int, list[str]] = {}
    for word in words["before"]:
        by_length.setdefault(len(word), []).append(word)
    led = "|".join(rf"(?<=\b(?i:{_any(same)})\s)" for same in by_length.values())
    behind = rf"\s(?=[A-Z]|(?:{kinds})\s)(?:{led})(?:(?:{kinds})\s){{0,6}}(?P<name>{_NAME})"
    before = rf"(?<![\w'’\-])(?!(?i:{_any(words['before'])})\s)(?P<where>{_NAME})(?:\s(?:{kinds}))?,?\s(?:{after})\b"
    return re.compile(f"{behind}|{before}" if where else behind)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@kept
def _never() -> frozenset[str]:
    return frozenset(load("places")["never"])


@kept
def _after() -> frozenset[str]:
    return heads(load("places")["after"])


class Places:
    """The places of one sentence, each with its offset; made once a sentence, asked once a claim."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self._found: list[tuple[int, str]] = []
        if sentence.text.isupper():
            return
        where = not _after().isdisjoint(document.words_of(sentence))
        for match in _pattern(where=where).finditer(sentence.text):
            group = match.lastgroup or "name"
            name = _OWNER.sub("", match[group])
            if name.split()[0].lower() not in _never():
                self._found.append((sentence.start + match.start(group), name))
        self._starts = [start for start, _ in self._found]

    def near(self, offset: int) -> str | None:
        """The first place after the offset, else the last one before it; None if the sentence names none."""
        if not self._found:
            return None
        k = bisect_right(self._starts, offset)
        return self._found[k][1] if k < len(self._found) else self._found[-1][1]
