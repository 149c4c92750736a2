"""Whom two statements count: the same people, some among those of the other, or a group that one names loosely."""

from __future__ import annotations

import re

from audit.figures.figure import Kind
from audit.lang import load
from audit.ledger.names import people_nouns
from audit.ledger.scene import scene
from audit.ledger.statement import Statement
from audit.vocabulary import kept

__all__ = ["among", "is_loose", "loosely", "meet", "nearly_all", "part", "set_apart", "unshared"]

_OF_A_WORD = re.compile(r"\sof\s(?:the\s)?([a-z]+(?:(?:,\s|\sand\s)[a-z]+)*)")
_OF_A_NAME = re.compile(r"\s(?:of|from|at)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?)+)")


def part(one: Statement, other: Statement) -> str:
    """Which of the two counts people who are among those that the other counts ('passengers' beside 'people')."""
    if one.people and not other.people and not other.beside and one.people <= among():
        return "one"
    if other.people and not one.people and not one.beside and other.people <= among():
        return "other"
    first, second = _is_treated(one), _is_treated(other)
    return "" if first == second or one.people != other.people else "one" if first else "other"


def nearly_all(one: Statement, other: Statement) -> bool:
    """Whether one counts people who are all that were there but a few: who dies in a crash is a passenger, and who is led
    away from a march a protester, unless a text names others who were there."""
    known = load("aliases")["populations"]
    among_them = part(one, other)
    if not among_them:
        return False
    less, more = (one, other) if among_them == "one" else (other, one)
    events = {event for word in less.people for event in known["nearly_all"].get(word, ())}
    if more.told.isdisjoint(events) or len((less.told | more.told) & set(known["beside"]["vehicles"])) > 1:
        return False
    others = frozenset(known["beside"]["words"])
    return all(others.isdisjoint(s.sentence.forms | s.lead.forms) for s in (one, other))


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


def set_apart(one: Statement, other: Statement) -> bool:
    """Whether one leaves some out, or counts those of a name that the other has not ('48 pupils of Lindner')."""
    if _leaves_out(one) != _leaves_out(other) or _kind_of_land(one) != _kind_of_land(other):
        return True
    return any(names and not names & s.names for names, s in ((_belonging(one), other), (_belonging(other), one)))


def _leaves_out(one: Statement) -> bool:
    behind = one.claim.document.text[one.claim.figure.end : one.claim.sentence.end if one.claim.sentence else 0]
    return _excluding().search(behind) is not None


def _kind_of_land(one: Statement) -> str:
    """Of what an area is: 'farmland' of '300 hectares of farmland'; '' where that says nothing of which land."""
    figure = one.claim.figure
    match = _OF_A_WORD.match(one.claim.document.text, figure.end) if figure.kind is Kind.MEASURE else None
    return match[1] if match and match[1] not in load("ledger")["of_area"]["plain"] else ""


def _belonging(one: Statement) -> frozenset[str]:
    """The names right behind the counted to which they belong."""
    figure, text = one.claim.figure, one.claim.document.text
    end = figure.phrase.end if figure.phrase is not None and figure.phrase.start >= figure.end else figure.end
    match = _OF_A_NAME.match(text, end)
    return scene(match[1]).names if match else frozenset()


@kept
def _excluding() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('ledger')['parts']['excluding'])})\b")


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


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets share something, or one of them says nothing."""
    return not one or not other or bool(one & other)
