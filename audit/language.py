"""Which language a text is in, as far as it matters: whether it is one that the program reads.

The rules of this program know English. A text in another language is not silently half read: it is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from audit.lang import known_by
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["Foreign", "foreign", "language_of"]

READ = "English"
"""The language that is read."""
_ENOUGH = 3
"""Different function words of another language that must stand in a text to name it by them."""
_TIMES = 2
"""Times as many as of English."""
_PART = 0.1
"""Share of a text in paragraphs of another language from which that is said."""
_SHORT = 8
"""Words of a paragraph that can be told; fewer are a heading, a name, a quotation."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A text, or some of its paragraphs, in a language that is not read."""

    language: str
    whole: bool
    """Whether the text as a whole is in it."""


def foreign(document: Document) -> Foreign | None:
    """The language of a text that is not read; None for one that is, or that has too few words to tell.

    >>> foreign(Document("Le ministre a dit que les soldats ont tué 40 hommes dans la ville.")).language
    'French'
    """
    language = language_of(document.text)
    if language not in (None, READ):
        return Foreign(str(language), True)
    told: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        other = language_of(paragraph.text) if len(paragraph.text) >= 2 * _SHORT else None
        if other not in (None, READ) and len(_WORD.findall(paragraph.text)) >= _SHORT:
            told[str(other)] += len(paragraph)
    if not told or sum(told.values()) < _PART * len(document.text):
        return None
    return Foreign(max(told, key=lambda name: told[name]), False)


def language_of(text: str) -> str | None:
    """The name of the language that most function words of a text are of, else of the script of most of its letters."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return None
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in _languages().get(word, ()):
            counts[language] += number
            different[language] += 1
    english = counts.pop(READ, 0)
    best = max(counts, key=lambda name: (different[name], counts[name]), default=None)
    if best is not None and different[best] >= _ENOUGH and counts[best] > _TIMES * english:
        return best
    script = _script(words)
    if script is not None:
        return script
    return READ if english else None


@kept
def _languages() -> dict[str, tuple[str, ...]]:
    """For each function word the languages that have it."""
    of: dict[str, list[str]] = {}
    for language, words in known_by()["words"].items():
        for word in words.split():
            of.setdefault(word, []).append(language)
    return {word: tuple(names) for word, names in of.items()}


def _script(words: list[str]) -> str | None:
    """What texts in the script of most letters are called, if that is not the Latin one."""
    letters: Counter[str] = Counter()
    for word in words[:2000]:
        letters[unicodedata.name(word[0], "").split(" ")[0]] += len(word)
    name, number = letters.most_common(1)[0]
    if name == "LATIN" or 2 * number <= letters.total():
        return None
    scripts: dict[str, str] = known_by()["scripts"]
    return scripts.get(name, f"{name.capitalize()} script" if name else None)
