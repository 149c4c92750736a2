"""The words of `measures.toml` and `grammar.toml` as one table: first word -> what may begin there, longest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from audit.errors import VocabularyError
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["CHANGES", "TOTALLED", "Entry", "Kind", "Role", "harm", "lexicon", "personal", "word_set"]

TOTALLED = ("killed", "injured", "detained", "missing", "displaced")
"""The measures of which `audit.casualties` gives totals."""

CHANGES = frozenset({"increase", "reduction"})
"""The measures whose verbs tell how a toll moves ('the toll rose to 12')."""


class Role(StrEnum):
    """The part that a form of a measure plays: where in the sentence the counted stand."""

    PAST = "past"  # killed: object after it, or passive subject before it
    PARTICIPLE = "participle"  # shot dead: passive subject before it, or object after it
    GERUND = "gerund"  # killing: object after it
    PRESENT = "present"  # kills: object after it
    INTRANSITIVE = "intransitive"  # died: subject before it
    STATE = "state"  # dead: subject before it
    COUNTED = "counted"  # deaths: the number stands right before it
    TAKEN = "taken"  # lives: the number stands right before it, a verb of taking before that
    EVENT = "event"  # murder: 'of' and the counted after it
    SIZE = "size"  # forces: the number comes after 'were' or 'of'
    TOLL = "toll"  # death toll: the number comes after it
    DIMENSION = "dimension"  # long: a length right before it
    SPAN = "span"  # fighting: 'months of' before it
    SUICIDE = "suicide"  # committed suicide: the attacker is among the dead


class Kind(StrEnum):
    """The class of a token."""

    CUE = "cue"
    FIGURE = "figure"
    NUMBER = "number"  # a figure that counts nothing: a date, an age
    BE = "be"
    HAVE = "have"
    MODAL = "modal"
    RESULTATIVE = "resultative"
    RELATIVE = "relative"
    THAT = "complementiser"
    SUBORDINATOR = "subordinator"
    PREPOSITION = "preposition"
    AND = "and"
    COMPANION = "companion"
    INCLUDING = "including"
    OF_THEM = "of_them"
    ARTICLE = "article"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    TIME = "time"
    SAYING = "saying"
    VERB = "verb"
    WORD = "word"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    OPEN = "open"
    CLOSE = "close"
    QUOTE = "quote"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Entry:
    """What may begin with a first word: the words after it, the class, and of a cue its measures and roles."""

    rest: tuple[str, ...]
    kind: Kind
    meanings: tuple[tuple[str, Role], ...] = ()
    measures: tuple[str, ...] = ()
    roles: frozenset[Role] = frozenset()
    """Measures and roles are those of `meanings`."""

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


_VERB_ROLES = (Role.PRESENT, Role.PRESENT, Role.PAST, Role.PAST, Role.GERUND)
_LISTS = {
    "phrases": Role.PARTICIPLE,
    "gerunds": Role.GERUND,
    "outcomes": Role.INTRANSITIVE,
    "states": Role.STATE,
    "counted": Role.COUNTED,
    "taken": Role.TAKEN,
    "events": Role.EVENT,
    "tolls": Role.TOLL,
    "sizes": Role.SIZE,
    "dimension": Role.DIMENSION,
    "spans": Role.SPAN,
}
_CLASSES = (
    Kind.TIME,
    Kind.VERB,
    Kind.SAYING,
    Kind.RESULTATIVE,
    Kind.ADVERB,
    Kind.PRONOUN,
    Kind.POSSESSIVE,
    Kind.DETERMINER,
    Kind.ARTICLE,
    Kind.PREPOSITION,
    Kind.SUBORDINATOR,
    Kind.THAT,
    Kind.RELATIVE,
    Kind.AND,
    Kind.COMPANION,
    Kind.INCLUDING,
    Kind.OF_THEM,
    Kind.MODAL,
    Kind.HAVE,
    Kind.BE,
)
"""Later classes win where a word stands in two lists."""


@kept
def harm() -> frozenset[str]:
    """The measures that count harm to people."""
    return frozenset(name for name, table in load("measures").items() if table.get("harm"))


@kept
def personal() -> frozenset[str]:
    """The measures of harm that are done to one person at a time: a victim who is named without a number counts."""
    return frozenset(name for name, table in load("measures").items() if table.get("harm") == "personal")


@kept
def word_set(name: str) -> frozenset[str]:
    """A list of `grammar.toml` as a set."""
    return frozenset(load("grammar")[name])


@kept
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """First word (lower case) -> entries, longest first; a cue before a class of the same length."""
    meanings: dict[tuple[str, ...], list[tuple[str, Role]]] = {}
    for measure, table in load("measures").items():
        for form, role in _forms(measure, table):
            known = meanings.setdefault(tuple(form.split()), [])
            if (measure, role) not in known:
                known.append((measure, role))
    for phrase in load("grammar")["suicide"]:
        meanings.setdefault(tuple(phrase.split()), []).append(("killed", Role.SUICIDE))
    classes: dict[tuple[str, ...], Kind] = {}
    for kind in _CLASSES:
        classes.update((tuple(word.split()), kind) for word in load("grammar")[kind.value])
    table_: dict[str, list[Entry]] = {}
    for words, kind in classes.items():
        if words not in meanings:
            table_.setdefault(words[0], []).append(Entry(words[1:], kind))
    for words, found in meanings.items():
        measures = tuple(dict.fromkeys(measure for measure, _ in found))
        roles = frozenset(role for _, role in found)
        table_.setdefault(words[0], []).append(Entry(words[1:], Kind.CUE, tuple(found), measures, roles))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e.rest), e.rest))) for first, entries in table_.items()}


def _forms(measure: str, table: dict[str, Any]) -> list[tuple[str, Role]]:
    found: list[tuple[str, Role]] = []
    for verb in table.get("transitive", ()):
        if len(verb) != len(_VERB_ROLES):
            raise VocabularyError("measures.toml", f"a verb of [{measure}] needs five forms, not {verb}")
        found.extend(zip(verb, _VERB_ROLES, strict=True))
    found.extend((form, Role.INTRANSITIVE) for verb in table.get("intransitive", ()) for form in verb)
    for name, role in _LISTS.items():
        found.extend((form, role) for form in table.get(name, ()))
    return found
