"""Whether two statements of different documents are about the same quantity, why, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.claims.claim import Claim, Confidence, PeriodKind, Relation
from audit.lang import load
from audit.ledger.acts import fixed
from audit.ledger.names import people_nouns
from audit.ledger.scene import scene
from audit.ledger.spans import openings
from audit.ledger.statement import Statement
from audit.ledger.things import THING, is_thing, one_thing
from audit.vocabulary import kept

__all__ = ["Alignment", "align", "same_moment"]

_SHARED_WORDS = 2
"""Words of the matter that two reports of one event share besides the place, where no class of event or site is shared."""
_MATTER = 3
"""Words of the matter that two reports share which name no place at all."""
_SETTLED = 30
"""Days after which the count of an event is taken to be closed: two later reports of it should agree."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements about one quantity; high if nothing is in doubt."""

    reasons: tuple[str, ...]
    """What they share, each in a few words, for the reader."""
    confidence: Confidence
    doubts: tuple[str, ...] = ()
    """What keeps it from being sure."""
    part: str = ""
    """'one' or 'other' if that counts people who are among those that the other counts: it cannot be more."""


def align(one: Statement, other: Statement) -> Alignment | None:
    """How the two answer to each other; None if anything hints that they count different things, or nothing says that
    they count the same. Days are compared by `same_moment`, not here."""
    if one.what != other.what or one.unit != other.unit or _kinds_differ(one, other):
        return None
    part = _part(one, other)
    more = frozenset() if part else _loosely(one, other) ^ _loosely(other, one)
    if more and not (one.people < other.people or other.people < one.people or _is_loose(one, other)):
        return None
    if not more <= one.names & other.names:
        return None
    place = _same_place(one, other)
    if not _meet(one.sentence.order, other.sentence.order) or not _meet(one.extent, other.extent):
        return None
    if place is None or not _related(one.events, other.events) or not _meet(one.sites, other.sites):
        return None
    if not _one_matter(one, other) or not (_one_scene(one, other) or _one_group(one, other)):
        return None
    reasons = [one.what.removeprefix(THING) + (f" in {one.unit}" if one.unit else "")]
    reasons += [" ".join(sorted(one.people & other.people))] if one.people & other.people else []
    reasons += [place, *sorted(one.events & other.events)]
    doubts = _doubts(one, other, more or _unshared(one, other) or (frozenset() if part else one.people ^ other.people))
    return Alignment(tuple(reasons), Confidence.LOW if doubts else Confidence.HIGH, doubts, part)


def _part(one: Statement, other: Statement) -> str:
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


def _unshared(one: Statement, other: Statement) -> frozenset[str]:
    """Words that narrow down whom one counts and that the other's text has nowhere."""
    owners = frozenset(load("aliases")["populations"]["owners"]["words"])
    return (
        (one.beside ^ other.beside) & owners
        | (one.beside - other.beside - other.forms)
        | (other.beside - one.beside - one.forms)
    )


def same_moment(one: Statement, other: Statement) -> bool | None:
    """Whether the two speak of the same day and were said on the same day, or so long after it that nothing changes
    any more; None where a date is missing."""
    if one.day is None or other.day is None:
        return None
    if one.day != other.day:
        return False
    if one.published is None or other.published is None or one.published == other.published or fixed(one.what):
        return True
    return all((s.published - s.day).days >= _SETTLED for s in (one, other) if s.published and s.day)


def _doubts(one: Statement, other: Statement, more: frozenset[str]) -> tuple[str, ...]:
    """What keeps two statements that are about one quantity from surely being so."""
    found = []
    if not _one_scene(one, other):
        found.append("each names something that the other does not")
    if one.sentence.order != other.sentence.order:
        found.append("one of them speaks of one of several events")
    if more:
        found.append("they do not say in one way of whom")
    if "since" in (one.total, other.total) and not (is_thing(one) or _open_alike(one, other)):
        found.append("one of them does not say since when")
    if not (_is_clear(one.claim) and _is_clear(other.claim)):
        found.append("the meaning of a figure is not sure")
    return tuple(found)


def _is_clear(claim: Claim) -> bool:
    """Whether it is sure what is counted: the words say it, or the figure stands in a headline or a point and they
    say it right behind ('three dead')."""
    if claim.confidence is not Confidence.LOW:
        return True
    cue, figure = claim.measure_cue, claim.figure
    if cue is None or figure.words is not None or cue.start < figure.end:
        return False
    behind = figure.phrase.end if figure.phrase is not None and figure.phrase.start >= figure.end else figure.end
    return cue.start <= behind or not claim.document.text[behind : cue.start].strip()


def _open_alike(one: Statement, other: Statement) -> bool:
    """Whether both give the day from which they count, or name it with one word."""
    if all(s.claim.period and s.claim.period.start for s in (one, other)):
        return True
    return not openings(one.claim).isdisjoint(openings(other.claim))


def _one_matter(one: Statement, other: Statement) -> bool:
    """Whether their measure is of one event or of one place's people; any other may measure two things."""
    if is_thing(one):
        return one_thing(one, other)
    measures, what = load("events")["measures"], set(one.what.split("+"))
    of_event, of_place = (what <= set(measures[name]) for name in ("of_events", "of_places"))
    if not (of_event or of_place):
        return False
    return _one_event(one, other) if of_event else bool(one.people)


def _one_scene(one: Statement, other: Statement) -> bool:
    """Whether neither names a place, a person or a thing of its own, and both speak of one event or both of many.

    One may say more than the other; if each says something that the other does not, they may play in two places.
    """
    if one.scenes - other.names and other.scenes - one.names:
        return False
    if one.sentence.many != other.sentence.many and not (one.running and other.running):
        return False
    if Relation.SUBSET in (one.claim.relation, other.claim.relation):
        return False
    if not _meet(_agent(one), _agent(other)):
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
    return frozenset() if match[1].endswith("s") and " " not in match[1] else scene(match[1]).names


@kept
def _subject() -> re.Pattern[str]:
    """A name, a verb in the past and perhaps a word of degree, at the end of what stands before a figure."""
    return re.compile(
        r"(?<![\w’'-])([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s(?:(?:has|had)\s)?[a-z]+(?:ed|ook|eed)(?:\s[a-z]+){0,2}\s$"
    )


def _one_group(one: Statement, other: Statement) -> bool:
    """Whether a group is named of which people are counted: then they can be set beside each other, never held against."""
    return bool((_loosely(one, other) | _loosely(other, one)) & one.names & other.names)


def _own_names(one: Statement) -> frozenset[str]:
    """Names of its sentence, those of who says it left out."""
    attribution = one.claim.attribution
    sources = [scene(link.name).names for link in attribution.chain] if attribution else []
    sources += [scene(match[1] or match[2]).names for match in _hearers().finditer(one.sentence.text)]
    return one.sentence.names.difference(one.sentence.first, *sources)


def _is_loose(one: Statement, other: Statement) -> bool:
    return _loosely(one, other) != one.people or _loosely(other, one) != other.people


def _loosely(one: Statement, other: Statement) -> frozenset[str]:
    """Who is counted, with a word such as 'member' taken for what the other calls them."""
    loose: dict[str, list[str]] = load("aliases")["populations"]["loose"]
    found = set(one.people)
    for word in sorted(one.people & loose.keys()):
        if kind := sorted(other.people & set(loose[word])):
            found = found - {word} | {kind[0]}
    return frozenset(found)


def _one_event(one: Statement, other: Statement) -> bool:
    """Whether the two share what happened, or to what, or enough words of the matter."""
    if one.events & other.events or one.sites & other.sites:
        return True
    if not _one_cause(one, other):
        return False
    alike = one.people == other.people or _part(one, other)
    told = all(s.what not in s.claim.measures for s in (one, other))
    same = alike if told or fixed(one.what) else bool(one.people & other.people)
    if same and _at_one_place(one, other) and _names_its_day(one) and _names_its_day(other):
        return True
    if one.total == other.total == "since" and _open_alike(one, other) and one.told & other.told:
        return True
    return _words_in_common(one, other) >= _SHARED_WORDS


def _words_in_common(one: Statement, other: Statement) -> int:
    return len((one.words & other.words) | (one.people & other.people))


def _one_cause(one: Statement, other: Statement) -> bool:
    """Whether both marched for or against one thing, or one of them does not say for what."""
    if one.what != "attended":
        return True
    return _meet(*(frozenset(m[1].lower() for m in _causes().finditer(s.sentence.text)) for s in (one, other)))


@kept
def _causes() -> re.Pattern[str]:
    words = load("acts")["attended"]
    return re.compile(rf"\b(?:{'|'.join(words['causes'])})\s(?:(?:the|a|an|of|more|better)\s)*([\w-]+)")


def _at_one_place(one: Statement, other: Statement) -> bool:
    """Whether the place of one is that of the other, or named as a place in its sentence."""
    known = one.place or other.place
    if known is None:
        return bool(one.sentence.located & other.sentence.located)
    return all(s.place == known or known in s.sentence.located for s in (one, other))


def _names_its_day(one: Statement) -> bool:
    """Whether its words say of which day it speaks."""
    return one.day is not None and one.day != one.published


def _kinds_differ(one: Statement, other: Statement) -> bool:
    """Parts with wholes, further ones with all, another period, the new with the running total."""
    periods = tuple(s.claim.period for s in (one, other))
    first, second = (period.kind if period else None for period in periods)
    if (one.total == "since") != (other.total == "since") or one.degree != other.degree or one.spans != other.spans:
        return True
    if PeriodKind.NEW in (first, second) and (one.running or other.running):
        return True
    if PeriodKind.PER in (first, second) and first != second:
        return True
    if len({period.start for period in periods if period and period.start}) > 1:
        return True
    for relation in (Relation.ADDITION, Relation.SUBSET):
        if (one.claim.relation is relation) != (other.claim.relation is relation):
            return True
    if _is_background(one) != _is_background(other) and not one.total == other.total == "since":
        return True
    return one.claim.relation is Relation.ADDITION or one.claim.figure.kind is not other.claim.figure.kind


def _is_background(one: Statement) -> bool:
    """Whether it is of a longer time or another event; 'last month's bombing' is the event itself."""
    claim = one.claim
    if claim.relation is not Relation.BACKGROUND:
        return False
    return claim.period is not None or claim.sentence is None or not _owned_time().search(claim.sentence.text)


def _same_place(one: Statement, other: Statement) -> str | None:
    """The reason why the place is the same; None if it differs or nothing says so."""
    if one.place and other.place:
        if one.place == other.place:
            return f"in {one.claim.place or other.claim.place}"
        # 'the Old Quarter of Orrin' is in Orrin
        within = any(_nested(s, (one.claim.place, other.claim.place)) for s in (one, other))
        return f"in {one.claim.place} and {other.claim.place}, which one names" if within else None
    if not _meet(one.sentence.located, other.sentence.located):
        return None
    if one.place or other.place:
        known, silent = (one, other) if one.place else (other, one)
        return f"in {known.claim.place}, which both name" if known.place in silent.names else None
    if not (one.names or other.names):
        told = one.sites & other.sites or one.events & other.events
        return "no place in either" if told and _words_in_common(one, other) >= _MATTER else None
    shared = one.names & other.names & (one.located | other.located)
    return "a place that both name" if shared else None


def _nested(one: Statement, places: tuple[str | None, str | None]) -> bool:
    """Whether its sentence names one place within the other: 'the Old Quarter of Orrin', 'Tarn, in the Kesh valley'."""
    first, second = (re.escape(place or "\n") for place in places)
    joint = rf"(?:,?\s(?:{'|'.join(load('aliases')['places']['generic'])}))*,?\s"
    return re.search(rf"{first}{joint}{second}|{second}{joint}{first}", one.sentence.text) is not None


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets share something, or one of them says nothing."""
    return not one or not other or bool(one & other)


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the classes of event can be one event's."""
    return _meet(one, other) or any(frozenset((a, b)) in _together() for a in one for b in other)


@kept
def _hearers() -> re.Pattern[str]:
    """To whom somebody spoke ('told the Eastern Post'), and the agency of a dateline ('ORRIN (Newsline) -')."""
    verbs = "|".join(load("ledger")["said"]["to"])
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
    return re.compile(rf"\b(?:{verbs})\s(?:the\s)?({name})|\(({name})\)\s[-–—]")


@kept
def _owned_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:last|this)\s(?:{'|'.join(load('ledger')['spans']['owners'])})['’]s\b", re.IGNORECASE)


@kept
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("events")["related"]["together"])
