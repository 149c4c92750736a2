"""Whom a claim counts, how badly they fared, and whether they are a part of others that its sentence counts."""

from __future__ import annotations

import re

from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.lang import load
from audit.ledger.acts import Act, whole
from audit.ledger.names import Counted, counted_key, singular
from audit.syntax.nouns import nouns
from audit.vocabulary import kept

__all__ = ["at_work", "counted", "degree_of", "is_part", "is_wanted"]

_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION})


def counted(claim: Claim, act: Act | None) -> Counted:
    """Who is counted; of things that no measure and no act names their key says it (`things.thing_of`)."""
    words = claim.population or _people(claim)
    if act is not None and act.who:
        words = words or act.who
    found = counted_key(words if claim.measures or act else "")
    if act is not None:
        found = found._replace(who=found.who - whole(act.name))
    elif len(claim.measures) == 1:
        found = found._replace(who=found.who - whole(claim.measures[0]))
    if all_of := _all_of().match(claim.document.text, claim.figure.end):
        found = found._replace(who=found.who | counted_key(all_of["noun"]).who)
    return found


def at_work(who: frozenset[str], sites: frozenset[str]) -> frozenset[str]:
    """The same people by what they are where it happened: workers who are trapped in a mine are miners."""
    known: dict[str, dict[str, str]] = load("aliases")["populations"]["at"]
    called = {word: name for site in sites & known.keys() for word, name in known[site].items()}
    return frozenset(called.get(word, word) for word in who)


def _people(claim: Claim) -> str:
    """The counted noun where it names people and the claim has not said so ('nine hostages')."""
    noun = claim.figure.noun or ""
    return noun if nouns().kind_of.get(singular(noun.rpartition(" ")[2])) == "person" else ""


@kept
def _all_of() -> re.Pattern[str]:
    """What says of all the counted who they were: '29, all of them militants'."""
    words = "|".join(load("ledger")["parts"]["all"])
    return re.compile(rf"(?:\s[^\W\d_]+){{0,2}},\s(?:{words})\s(?P<noun>[a-z]+)\b")


def degree_of(claim: Claim) -> frozenset[str]:
    """The words of degree right before or after the word that says what was counted."""
    cue, text = claim.measure_cue, claim.document.text
    if cue is None:
        return frozenset()
    beside = {
        *text[max(0, cue.start - 24) : cue.start].lower().split()[-1:],
        *text[cue.end : cue.end + 24].lower().split()[:1],
    }
    return frozenset(
        word for word in (word.strip(",.;") for word in beside) if word in load("ledger")["degrees"]["words"]
    )


def is_part(claim: Claim) -> bool:
    """Whether the words after the figure make it a part or a remainder ('one of the', 'five of whom', 'six others').

    A vague word and a share have their 'of' for another reason ('thousands of its members', '45% of the houses'), and '90
    of the 300 homes' are a count of their own.
    """
    figure, text = claim.figure, claim.document.text
    if figure.words is not None or figure.kind in _SHARES:
        return False
    match = _part_words().match(text, figure.end)
    return match is not None and not (match["others"] and _besides(claim))


def is_wanted(claim: Claim) -> bool:
    """Whether a sum is one that somebody asks for: 'should be fined $90 million'."""
    sentence, figure = claim.sentence, claim.figure
    if sentence is None or figure.kind is not Kind.MONEY:
        return False
    return _wanted().search(claim.document.text, sentence.start, figure.start) is not None


@kept
def _wanted() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('ledger')['wanted']['words'])})\b")


def _besides(claim: Claim) -> bool:
    """Whether 'others' stand beside those to whom something else happened: 'ten were killed and 38 others injured'."""
    sentence = claim.sentence
    if sentence is None or claim.measures == ("killed",):
        return False
    words = {word.strip(".,;:") for word in claim.document.text[sentence.start : claim.figure.start].lower().split()}
    own = claim.measure_cue.text.lower() if claim.measure_cue else None
    return own not in words and not words.isdisjoint(load("ledger")["parts"]["besides"])


@kept
def _part_words() -> re.Pattern[str]:
    words = load("ledger")["parts"]
    after, others = "|".join(words["of"]), "|".join(words["others"])
    return re.compile(rf"\s+(?:of\s+(?:{after})|(?P<others>{others}))\b(?!\s\d)", re.IGNORECASE)
