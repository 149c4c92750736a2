"""By which words a text goes on about a set that it has counted: 'the dead' of nine who were killed, 'the closures' of shops
that were shut, 'the buses' of five minibuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.syntax.nouns import nouns
from audit.text.plurals import singular

__all__ = ["Sets", "sets"]

_SHORTEST = 3
"""Letters of a noun that another can be put together with: 'minibus' is a bus."""
_PERSON = "person"


class Sets(NamedTuple):
    """Noun or verb, in the singular -> what it can be a name of."""

    by_word: Mapping[str, frozenset[str]]
    """By what befell them: 'killed', 'closed'."""
    by_kind: Mapping[str, frozenset[str]]
    """By what they are: 'home', 'person'."""
    people: frozenset[str]
    """The kinds that are of people."""
    pronouns: frozenset[str]
    paired: Mapping[str, int]
    """'former' and 'latter', with the place of what they mean among the counts before them, from the last."""
    quantities: frozenset[str]
    behind: frozenset[tuple[str, ...]]
    adverbs: frozenset[str]
    endings: tuple[str, ...]
    apart: frozenset[str]

    def called(self, words: Iterable[str]) -> frozenset[str]:
        """What befell those that the words name."""
        found: set[str] = set()
        for word in words:
            found.update(self.by_word.get(word) or self.by_word.get(singular(word)) or ())
        return frozenset(found)

    def kinds(self, noun: str) -> frozenset[str]:
        """What those are that a noun names: of people all kinds of people."""
        return self.by_kind.get(noun, frozenset())

    def is_compound(self, one: str, other: str) -> bool:
        """Whether one noun is the other with something before it: 'minibus' and 'bus'."""
        short, long = sorted((one, other), key=len)
        return len(short) >= _SHORTEST and long != short and long.endswith(short)


def sets(language: str = "en") -> Sets:
    return pack(language).build(_sets)


def _sets(words: Pack) -> Sets:
    table = words["sets"]
    lexicon = nouns(words.language).kind_of
    by_kind: dict[str, set[str]] = {noun: {kind} for noun, kind in lexicon.items()}
    for kind, members in table["kinds"].items():
        for noun in members:
            by_kind.setdefault(noun, set()).add(kind)
    people = frozenset(table["people"]["kinds"])
    for kinds in by_kind.values():
        if not kinds.isdisjoint(people):
            kinds.add(_PERSON)
    by_word: dict[str, set[str]] = {}
    for name, members in table["called"].items():
        for word in members:
            by_word.setdefault(word, set()).add(name)
    some, apart = table["some"], table["apart"]
    return Sets(
        {word: frozenset(names) for word, names in by_word.items()},
        {noun: frozenset(kinds) for noun, kinds in by_kind.items()},
        people,
        frozenset(some["pronouns"]),
        {word: place for place, name in enumerate(("latter", "former")) for word in some[name]},
        frozenset(some["quantities"]),
        frozenset(tuple(phrase.split()) for phrase in some["behind"]),
        frozenset(some["adverbs"]),
        tuple(apart["endings"]),
        frozenset(apart["words"]),
    )
