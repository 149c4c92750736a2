"""Whom two statements count: the same people, some among those of the other, or a group that one names loosely."""

from __future__ import annotations

from audit.lang import load
from audit.ledger.names import people_nouns
from audit.ledger.statement import Statement
from audit.vocabulary import kept

__all__ = ["among", "is_loose", "loosely", "part", "unshared"]


def part(one: Statement, other: Statement) -> str:
    """Which of the two counts people who are among those that the other counts ('passengers' beside 'people')."""
    if one.people and not other.people and not other.beside and one.people <= among():
        return "one"
    if other.people and not one.people and not one.beside and other.people <= among():
        return "other"
    first, second = _is_treated(one), _is_treated(other)
    return "" if first == second or one.people != other.people else "one" if first else "other"


def _is_treated(one: Statement) -> bool:
    """Whether it counts those of the injured who came to a hospital."""
    words = one.sentence.text.lower() if one.what == "injured" else ""
    return any(word in words for word in load("ledger")["parts"]["treated"])


@kept
def among() -> frozenset[str]:
    """Nouns for people who are among the 'people' of any report: all but those who fight."""
    fighting = frozenset(load("aliases")["populations"]["combatants"]["words"])
    return frozenset(load("aliases")["populations"]["bystanders"]["words"]) | people_nouns() - fighting


def unshared(one: Statement, other: Statement) -> frozenset[str]:
    """Words that narrow down whom one counts and that the other's text has nowhere."""
    owners = frozenset(load("aliases")["populations"]["owners"]["words"])
    return (
        (one.beside ^ other.beside) & owners
        | (one.beside - other.beside - other.forms)
        | (other.beside - one.beside - one.forms)
    )


def is_loose(one: Statement, other: Statement) -> bool:
    return loosely(one, other) != one.people or loosely(other, one) != other.people


def loosely(one: Statement, other: Statement) -> frozenset[str]:
    """Who is counted, with a word such as 'member' taken for what the other calls them."""
    loose: dict[str, list[str]] = load("aliases")["populations"]["loose"]
    found = set(one.people)
    for word in sorted(one.people & loose.keys()):
        if kind := sorted(other.people & set(loose[word])):
            found = found - {word} | {kind[0]}
    return frozenset(found)
