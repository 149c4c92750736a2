"""Where a count was made, as far as the sentence says it with a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from audit.document import Sentence
from audit.vocabulary import load

__all__ = ["Places"]

_NAME = r"[A-Z][\w'’\-]*(?:\s(?:al-|el-|de\s|del\s|la\s|Al-)?[A-Z][\w'’\-]*){0,3}"


@cache
def _pattern() -> re.Pattern[str]:
    words = load("places")
    before, kinds, after = ("|".join(sorted(words[key], key=len, reverse=True)) for key in ("before", "kinds", "after"))
    return re.compile(
        rf"\b(?i:{before})\s(?:(?:{kinds})\s){{0,6}}(?P<name>{_NAME})|(?<![\w'’\-])(?P<where>{_NAME})(?:\s(?:{kinds}))?,?\s(?:{after})\b"
    )


class Places:
    """The places of one sentence, each with its offset; made once a sentence, asked once a claim."""

    def __init__(self, sentence: Sentence) -> None:
        never = frozenset(load("places")["never"])
        self._found: list[tuple[int, str]] = []
        if sentence.text.isupper():
            return
        for match in _pattern().finditer(sentence.text):
            name = match["name"] or match["where"]
            name = re.sub(r"['’]s?$", "", name)
            if name.split()[0].lower() not in never:
                self._found.append((sentence.start + match.start("name" if match["name"] else "where"), name))
        self._starts = [start for start, _ in self._found]

    def near(self, offset: int) -> str | None:
        """The first place after the offset, else the last one before it; None if the sentence names none."""
        if not self._found:
            return None
        k = bisect_right(self._starts, offset)
        return self._found[k][1] if k < len(self._found) else self._found[-1][1]
