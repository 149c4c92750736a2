"""What a word means to a table: words of one stem or for one thing are a concept ('arrived' and 'arrivals')."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from audit.lang import Pack, load, pack
from audit.series.names import cut
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["Said", "concept", "concepts", "stem", "verbs_of_saying", "words_of_role"]

SHORTEST = 3
"""Letters that a stem has at least."""


@dataclass(frozen=True, slots=True)
class Said:
    """A concept where a sequence of words has it: the words from `first` to before `last`."""

    first: int
    last: int
    concept: str


@kept
def stem(word: str) -> str:
    """A word without its ending.

    >>> stem("arrivals") == stem("arrived"), stem("women"), stem("kidnapped") == stem("kidnappings"), stem("camp's")
    (True, 'woman', True, 'camp')
    """
    low = word.lower()
    for ending in pack()["asking"]["possessive"]["endings"]:
        low = low.removesuffix(ending)
    one = singular(low)
    if one != low and not low.endswith("s"):
        return one
    for suffix in pack().build(_suffixes):
        if one.endswith(suffix) and len(one) - len(suffix) >= SHORTEST:
            one = one.removesuffix(suffix)
            break
    return one[:-1] if len(one) > SHORTEST and one[-1] == one[-2] and one[-1] not in "sl" else one


def concept(word: str) -> str:
    """The concept of a single word."""
    return next(iter(concepts([word.lower()]))).concept


def concepts(words: Sequence[str], apart: Collection[str] = ()) -> list[Said]:
    """The concepts of words in lower case, in their order: of phrases for one thing the longest, else of each its stem.

    Words whose stems are to be kept `apart` are no others' synonyms: 'damaged', of a table of homes destroyed and damaged.
    """
    book = pack().build(_book)
    stems = [stem(word) for word in words]
    found, at = [], 0
    while at < len(words):
        for phrase, name in book.get(stems[at], ()):
            if tuple(stems[at : at + len(phrase)]) == phrase and not (len(phrase) == 1 and stems[at] in apart):
                found.append(Said(at, at + len(phrase), name))
                at += len(phrase)
                break
        else:
            found.append(Said(at, at + 1, stems[at]))
            at += 1
    return found


def words_of_role(role: str) -> frozenset[str]:
    """The words of a role, whole phrases."""
    return frozenset(pack()["asking"][role]["words"])


def verbs_of_saying(words: Pack) -> frozenset[str]:
    """The concepts of verbs that give words or findings to a source; they leave open nothing about what is counted."""
    classes = words["saying"]["classes"]
    return frozenset(stem(verb) for role in ("say", "claim", "show") for verb in classes[role])


def _suffixes(words: Pack) -> tuple[str, ...]:
    return tuple(words["asking"]["suffixes"]["words"])


def _book(words: Pack) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first stem of a phrase the stems of the whole and what it means, the longest first."""
    book: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    known: set[tuple[str, ...]] = set()

    def add(phrases: Iterable[str], name: str) -> None:
        for phrase in phrases:
            stems = tuple(stem(word) for word in cut(phrase))
            if stems and stems not in known:
                known.add(stems)
                book.setdefault(stems[0], []).append((stems, name))

    for measure, phrases in load("columns")["measures"].items():
        add([measure, *phrases], measure)
    for group, phrases in load("columns")["groups"].items():
        add([group, *phrases], group)
    for name, phrases in words["asking"]["same"].items():
        add([name, *phrases], name)
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in book.items()}
