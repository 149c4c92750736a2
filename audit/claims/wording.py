"""What a claim's own words say of how it adds up: told by another, narrated, definite, also, up to."""

from __future__ import annotations

from audit.claims.claim import Claim
from audit.claims.lexicon import Role, lexicon, word_set
from audit.claims.populations import roles
from audit.claims.victims import ATTACKER
from audit.figures.figure import Bound
from audit.interval import INFINITY, Interval
from audit.lang import load
from audit.vocabulary import kept

__all__ = [
    "bounds",
    "counted",
    "has_also",
    "is_anonymous",
    "is_attacker",
    "is_definite",
    "is_narrated",
    "is_of_them",
    "is_one_of",
    "is_other",
    "is_owner",
    "is_pronoun",
    "is_titled",
    "is_told",
    "is_toll",
    "is_vague",
    "same_people",
    "victim_name",
    "was_injured",
]

_ALSO_BEFORE = 16
"""Characters before a verb in which 'also' stands."""
_PHRASE = 60
"""Characters of a counted phrase that are looked at."""
_MARKS = "\"“”.,;:'’()[]"


def counted(claim: Claim) -> Interval:
    """What a claim adds to a sum: the number that is printed. 'At least 10' and 'more than 10' add 10, 'up to 20' adds 20.

    A vague word adds what its convention makes of it, without an upper end its lower one.
    """
    value, bound = claim.figure.value, claim.figure.bound
    ceiling = claim.figure.words is None and bound in (Bound.AT_MOST, Bound.LESS_THAN)
    if ceiling and value.low <= 0 and value.high != INFINITY:
        return Interval.of(value.high)
    return Interval.of(value.low, value.low if value.high == INFINITY else value.high)


def was_injured(claim: Claim) -> bool:
    """Whether who died is said to have been injured before: 'three of the injured died'."""
    cue = claim.measure_cue
    if cue is None or cue.start < claim.figure.start:
        return False
    words = claim.document.text[claim.figure.start : min(cue.start, claim.figure.end + _PHRASE)].lower().split()
    return not _injured().isdisjoint(words)


@kept
def _injured() -> frozenset[str]:
    return frozenset(load("measures")["injured"]["states"])


def is_vague(claim: Claim) -> bool:
    return claim.figure.words is not None


def is_told(claim: Claim) -> bool:
    """Whether somebody other than the publisher states it."""
    return claim.attribution is not None and claim.attribution.source is not None


def is_attacker(claim: Claim) -> bool:
    """Whether the claim counts those who died of an attack of their own."""
    words = (claim.population or "").lower().split()
    return claim.population == ATTACKER or any(word.strip(_MARKS) in word_set("attackers") for word in words)


def is_toll(claim: Claim) -> bool:
    """Whether it is a total under that name: 'the death toll rose to 31'."""
    cue = claim.measure_cue
    forms = lexicon().get(cue.text.split()[0].lower(), ()) if cue is not None else ()
    return any(
        entry.has(Role.TOLL) and " ".join((cue.text.split()[0].lower(), *entry.rest)) == cue.text.lower()
        for entry in forms
        if cue
    )


def is_pronoun(claim: Claim) -> bool:
    """'Him' or 'her'."""
    return claim.figure.text.lower() in word_set("object")


def is_narrated(claim: Claim) -> bool:
    """Whether the count is the object of an act that is told ('then killed three'): acts follow one another and add up."""
    cue = claim.measure_cue
    if cue is None or cue.start > claim.figure.start:
        return False
    forms = lexicon().get(cue.text.split()[0].lower(), ())
    between = claim.document.text[cue.end : cue.end + 4].split()[:1]
    return between != ["of"] and any(entry.has(Role.PAST, Role.GERUND, Role.PARTICIPLE) for entry in forms)


def is_of_them(claim: Claim) -> bool:
    """'two of them', 'three of whom'."""
    return claim.document.lowered.startswith(tuple(load("grammar")["of_them"]), claim.figure.end + 1)


def is_one_of(claim: Claim) -> bool:
    """Whether it is one of those told of: 'another of their daughters was killed'."""
    return claim.document.text.startswith(" of ", claim.figure.end)


def is_other(claim: Claim) -> bool:
    """Whether the counted are others than those told of: '10 other people', 'two others'."""
    return bool(_cues("others") & set(claim.document.lowered[claim.figure.end : claim.figure.end + 8].split()[:1]))


@kept
def _cues(name: str) -> frozenset[str]:
    return frozenset(load("other_counts")[name])


def is_definite(claim: Claim) -> bool:
    """Whether 'the' or its like says that the counted are known already."""
    if claim.implied:
        words = claim.figure.text.lower().split()[:1]
    else:
        words = claim.document.text[max(0, claim.figure.start - 8) : claim.figure.start].lower().split()[-1:]
    return bool(words) and words[0] in _cues("anaphora")


def is_owner(claim: Claim) -> bool:
    """Whether the victim is only named as whose death it was: 'the judge's murder' is told of as known."""
    return claim.implied and claim.figure.text.lower().endswith(("'s", "’s"))


def is_anonymous(claim: Claim) -> bool:
    """Whether 'a' or 'an' brings in a victim whose name may follow: 'a guard was killed ... Luis Ortega, the guard'."""
    words = claim.figure.text.split()
    return words[0].lower() in word_set("article") and not any(word[:1].isupper() for word in words[1:])


def is_titled(claim: Claim) -> bool:
    """Whether only a title names the victim, and no article brings one in: 'the leader's murder' after a leader's name."""
    words = [word.strip(_MARKS).lower() for word in claim.figure.text.split()]
    if words[0] in word_set("article"):
        return False
    own = [word.removesuffix("'s").removesuffix("’s") for word in words if word not in word_set("determiner")]
    return all(word in roles() for word in own)


def same_people(one: Claim, other: Claim) -> bool:
    """Whether two counts can be of the same people: of one noun, or one of them of people in general."""
    nouns = {one.figure.head, other.figure.head}
    return len(nouns) == 1 or not nouns.isdisjoint(_generic())


@kept
def _generic() -> frozenset[str | None]:
    return frozenset({None, *load("populations")["generic"]})


def has_also(claim: Claim) -> bool:
    """Whether the verb's group says that it adds to what was told: 'two guards were also killed'."""
    cue = claim.measure_cue
    if cue is None:
        return False
    before = claim.document.text[max(0, cue.start - _ALSO_BEFORE) : cue.start].lower().split()
    return not _cues("also").isdisjoint(before[-2:])


def bounds(floor: Claim, ceiling: Claim) -> bool:
    """Whether two figures are the floor and the ceiling of one count: 'at least nine and up to 14'."""
    if floor.sentence is not ceiling.sentence or floor.measure_cue != ceiling.measure_cue:
        return False
    return floor.figure.bound is Bound.AT_LEAST and ceiling.figure.bound is Bound.AT_MOST


def victim_name(claim: Claim) -> frozenset[str]:
    """The words by which a victim is known again: those of the name without titles, else the noun."""
    words = [word.strip(_MARKS).lower() for word in claim.figure.text.split()]
    small = word_set("article") | word_set("determiner") | word_set("possessive")
    owners = [word for word in words[:-1] if word.endswith(("'s", "’s"))]  # 'his neighbour's sister' is the sister
    kept = [word.removesuffix("'s").removesuffix("’s") for word in words if word and word not in (*small, *owners)]
    return frozenset(word for word in kept if word not in roles()) or frozenset(kept)
