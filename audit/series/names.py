"""What the name of a column says: its words, and the roles that `vocabulary/columns.toml` gives them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from audit.lang import load
from audit.vocabulary import kept

__all__ = ["Name", "cut", "parse_name"]

_CUT = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_ROLES = (
    "date",
    "counter",
    "span",
    "episode",
    "key",
    "names_measures",
    "names_values",
    "cumulative",
    "new",
    "low",
    "best",
    "high",
    "variant",
    "smoothed",
    "share",
    "per",
    "population",
    "stock",
    "coded",
    "whole",
    "change",
    "length",
    "neutral",
    "part",
)


@dataclass(frozen=True, slots=True)
class Name:
    """A column's name in words, with the roles that they play and the measure that they name."""

    text: str
    words: tuple[str, ...]
    roles: frozenset[str]
    measure: str | None
    perhaps_cumulative: bool

    def has(self, *roles: str) -> bool:
        return any(role in self.roles for role in roles)

    @property
    def counts(self) -> bool:
        """Whether what it holds may be added up, as far as the name says: no share, rate, mean or code."""
        return not self.has("share", "per", "smoothed", "coded")

    def without(self, *roles: str) -> frozenset[str]:
        """The words that play none of these roles; words that only count people are left out, measures are unified."""
        drop = {word for role in (*roles, "neutral") for word in _words(role)}
        if "cumulative" in roles:
            drop.update(load("columns")["cumulative"]["perhaps"])
        kept = (word for word in self.words if word not in drop)
        return frozenset(_measures().get(word, word) for word in kept)


@kept
def _words(role: str) -> frozenset[str]:
    return frozenset(load("columns")[role]["words"])


@kept
def _measures() -> dict[str, str]:
    return {word: measure for measure, words in load("columns")["measures"].items() for word in words}


def cut(text: str) -> tuple[str, ...]:
    """The words of a name, in lower case."""
    return tuple(word.lower() for word in _CUT.findall(_CAMEL.sub(" ", text.replace("%", " percent "))))


@kept
def parse_name(text: str) -> Name:
    """The name read word by word.

    >>> name = parse_name("ext_killed_women_cum")
    >>> name.measure, name.has("cumulative"), name.has("part"), name.has("variant")
    ('killed', True, True, True)
    """
    words = cut(text)
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(words)}
    found = pairs.union(words)
    measures = [_measures()[word] for word in words if word in _measures()]
    roles = frozenset(role for role in _ROLES if found & _words(role))
    # of two measures in a name the more general one tells where, not what: 'casualties killed' counts the killed
    # ('confirmed deaths': deaths; 'confirmed' alone: cases)
    general = (*load("columns")["within"], *load("columns")["weak_measures"]["words"])
    measure = next((m for m in measures if m not in general), measures[0] if measures else None)
    perhaps = bool(found & frozenset(load("columns")["cumulative"]["perhaps"]))
    return Name(text, words, roles, measure, perhaps)
