"""Whether two statements play in one place, and nowhere that the other does not know."""

from __future__ import annotations

import re

from audit.claims.claim import Relation
from audit.lang import load
from audit.ledger.names import people_key, people_nouns
from audit.ledger.scene import scene
from audit.ledger.statement import Statement
from audit.ledger.whom import loosely, meet
from audit.vocabulary import kept

__all__ = ["at_one_place", "one_group", "one_party", "one_scene", "same_place", "words_in_common"]

_MATTER = 3
"""Words of the matter that two reports share which name no place at all."""
_OWNER = re.compile(r"[A-Z][\w-]+['’]s\s(?!\d)")
"""A name that owns something: a fine for 'Tamsin's chairman' is none for Tamsin."""


def same_place(one: Statement, other: Statement) -> str | None:
    """The reason why the place is the same; None if it differs or nothing says so."""
    if one.place and other.place:
        if one.place == other.place:
            return f"in {one.place_name}"
        # 'the Old Quarter of Orrin' is in Orrin
        within = any(_nested(s, (one.place_name, other.place_name)) for s in (one, other))
        return f"in {one.place_name} and {other.place_name}, which one names" if within else None
    if not meet(one.sentence.located, other.sentence.located):
        return None
    if one.place or other.place:
        known, silent = (one, other) if one.place else (other, one)
        return f"in {known.place_name}, which both name" if known.place in silent.names else None
    if not (one.names or other.names):
        told = one.sites & other.sites or one.events & other.events
        return "no place in either" if told and words_in_common(one, other) >= _MATTER else None
    if one.names & other.names & (one.located | other.located):
        return "a place that both name"
    return "to one whom both name" if one_party(one, other) else None


def one_party(one: Statement, other: Statement) -> bool:
    """Whether something is done to one whom both name, and to nobody else: 'fined Hollin Bank' needs no place."""
    if one.what not in load("events")["measures"]["of_parties"]:
        return False
    first, second = (s.sentence.names - _sources(s) - s.sentence.located for s in (one, other))
    openings = one.sentence.first | other.sentence.first  # whose capital says nothing
    return (
        bool(first & second)
        and (first ^ second) <= openings
        and not any(_OWNER.search(s.sentence.text) for s in (one, other))
    )


def _nested(one: Statement, places: tuple[str | None, str | None]) -> bool:
    """Whether its sentence names one place within the other: 'the Old Quarter of Orrin', 'Tarn, in the Kesh valley'."""
    first, second = (re.escape(place or "\n") for place in places)
    joint = rf"(?:,?\s(?:{'|'.join(load('aliases')['places']['generic'])}))*,?\s"
    return re.search(rf"{first}{joint}{second}|{second}{joint}{first}", one.sentence.text) is not None


def at_one_place(one: Statement, other: Statement) -> bool:
    """Whether the place of one is that of the other, or named as a place in its sentence."""
    known = one.place or other.place
    if known is None:
        return bool(one.sentence.located & other.sentence.located)
    return all(s.place == known or known in s.sentence.located for s in (one, other))


def one_scene(one: Statement, other: Statement) -> bool:
    """Whether neither names a place, a person or a thing of its own, and both speak of one event or both of many.

    One may say more than the other; if each says something that the other does not, they may play in two places.
    """
    if one.scenes - other.names and other.scenes - one.names:
        return False
    if one.sentence.many != other.sentence.many and not (one.running and other.running):
        return False
    if Relation.SUBSET in (one.claim.relation, other.claim.relation):
        return False
    if not meet(_agent(one), _agent(other)):
        return False
    return not (_own_names(one) - other.names and _own_names(other) - one.names)


def _agent(one: Statement) -> frozenset[str]:
    """The name that is the subject of the verb right before the figure: 'Vell released 64 prisoners'."""
    sentence, figure = one.claim.sentence, one.claim.figure
    if sentence is None:
        return frozenset()
    match = _subject().search(one.claim.document.text, sentence.start, figure.start)
    if match is None or match[1].lower() in load("sentences")["starters"]:
        return frozenset()
    if (match[1].endswith("s") and " " not in match[1]) or people_key(match[1].lower()) <= people_nouns():
        return frozenset()
    return scene(match[1]).names - one.sentence.located


@kept
def _subject() -> re.Pattern[str]:
    """A name, a verb in the past and perhaps a word of degree, at the end of what stands before a figure."""
    return re.compile(
        r"(?<![\w’'-])([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s(?:(?:has|had)\s)?[a-z]+(?:ed|ook|eed)(?:\s[a-z]+){0,2}\s$"
    )


def one_group(one: Statement, other: Statement) -> bool:
    """Whether a group is named of which people are counted: then they can be set beside each other, never held against."""
    return bool((loosely(one, other) | loosely(other, one)) & one.names & other.names)


def _own_names(one: Statement) -> frozenset[str]:
    """Names of its sentence, those of who says it left out."""
    return one.sentence.names - one.sentence.first - _sources(one)


def _sources(one: Statement) -> frozenset[str]:
    attribution = one.claim.attribution
    sources = [scene(link.name).names for link in attribution.chain] if attribution else []
    sources += [scene(match[1] or match[2]).names for match in _hearers().finditer(one.sentence.text)]
    return frozenset().union(*sources)


@kept
def _hearers() -> re.Pattern[str]:
    """To whom somebody spoke ('told the Eastern Post'), and the agency of a dateline ('ORRIN (Newsline) -')."""
    verbs = "|".join(load("ledger")["said"]["to"])
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
    return re.compile(rf"\b(?:{verbs})\s(?:the\s)?({name})|\(({name})\)\s[-–—]")


def words_in_common(one: Statement, other: Statement) -> int:
    return len((one.words & other.words) | (one.people & other.people))
