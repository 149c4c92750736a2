"""Which language a text is in: told, or recognised by its function words, else by its letters.

A text in a language of which there are no words to read it with is not silently half read: it is named, and nothing that it
says is judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Set

from audit.lang import ENGLISH, known_by, packs_with
from audit.vocabulary import kept

__all__ = ["choices", "code_of", "foreign_among", "is_read", "name_of", "names_read", "recognised"]

_READS = "function"
"""The file without which a language cannot be read: its function words."""
_ENOUGH = 3
"""Different function words of another language that must stand in a text to name it by them."""
_TIMES = 2
"""Times as many as of English."""
_PART = 0.1
"""Share of a text in paragraphs of another language from which that is said."""
_SHORT = 8
"""Words of a paragraph that can be told; fewer are a heading, a name, a quotation."""
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LETTERS = re.compile("[\u0370-\u1dff\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
"""Letters that are not of the Latin script, and marks among them."""


def code_of(told: str) -> str:
    """The code of a language that is told as one of a place ('en-GB', 'EN_us')."""
    return re.split(r"[-_]", told.strip(), maxsplit=1)[0].lower()


def name_of(code: str) -> str:
    """What a report calls it; a code that is not known stands for itself."""
    names: dict[str, str] = known_by()["names"]
    return names.get(code, code)


def is_read(code: str) -> bool:
    """Whether there are words to read the language with.

    >>> is_read("en"), is_read("fr")
    (True, False)
    """
    return code in _read()


def names_read() -> str:
    """What is read, in words: 'English'."""
    return ", ".join(sorted(map(name_of, _read())))


def choices() -> list[tuple[str, str]]:
    """Code and name of each language that is known, those that are read first."""
    names: dict[str, str] = known_by()["names"]
    return sorted(names.items(), key=lambda named: (not is_read(named[0]), named[1]))


def recognised(text: str) -> str | None:
    """The code of the language that most function words of a text are of, else that of the script of most of its letters;
    None where there are too few words to tell.

    >>> recognised("Le ministre a dit que les soldats ont tué 40 hommes dans la ville.")
    'fr'
    """
    words = set(_WORD.findall(text.lower()))
    if _may_be_foreign(text, words):
        return _told(text)
    return None if words.isdisjoint(_english()) else ENGLISH


def foreign_among(paragraphs: Iterable[str]) -> list[str | None]:
    """Of each paragraph the code of its language, if that is one that is not read; None for all if they are hardly any of
    the text, or so much of it that who calls it one that is read must know better."""
    all_ = list(paragraphs)
    text = "\n".join(all_)
    if not _may_be_foreign(text, set(_WORD.findall(text.lower()))) or not is_read(_told(text) or ENGLISH):
        return [None] * len(all_)
    found = [_told(text) if len(_WORD.findall(text)) >= _SHORT else None for text in all_]
    foreign = [None if code is None or is_read(code) else code for code in found]
    length = sum(len(text) for text, code in zip(all_, foreign, strict=True) if code is not None)
    return foreign if length >= _PART * sum(map(len, all_)) else [None] * len(all_)


def _may_be_foreign(text: str, words: Set[str]) -> bool:
    """Whether it has letters of another script, or enough words of another language: few texts are looked at closely."""
    if _OTHER_LETTERS.search(text):
        return True
    return len(words & _foreign_words()) >= _ENOUGH


def _told(text: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return None
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in _languages().get(word, ()):
            counts[language] += number
            different[language] += 1
    english = counts.pop(ENGLISH, 0)
    best = max(counts, key=lambda name: (different[name], counts[name]), default=None)
    if best is not None and different[best] >= _ENOUGH and counts[best] > _TIMES * english:
        return best
    return _script(words) or (ENGLISH if english else None)


@kept
def _read() -> frozenset[str]:
    return frozenset(pack.language for pack in packs_with(_READS))


@kept
def _languages() -> dict[str, tuple[str, ...]]:
    """For each function word the languages that have it."""
    of: dict[str, list[str]] = {}
    for language, words in known_by()["words"].items():
        for word in words.split():
            of.setdefault(word, []).append(language)
    return {word: tuple(names) for word, names in of.items()}


@kept
def _english() -> frozenset[str]:
    return frozenset(known_by()["words"][ENGLISH].split())


@kept
def _foreign_words() -> frozenset[str]:
    return frozenset(word for word, languages in _languages().items() if languages != (ENGLISH,))


def _script(words: list[str]) -> str | None:
    """The language of the script of most letters, if that is not the Latin one."""
    letters: Counter[str] = Counter()
    for word in words[:2000]:
        letters[unicodedata.name(word[0], "").split(" ")[0]] += len(word)
    name, number = letters.most_common(1)[0]
    if name == "LATIN" or 2 * number <= letters.total():
        return None
    scripts: dict[str, str] = known_by()["scripts"]
    return scripts.get(name, "und")
