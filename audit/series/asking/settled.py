"""Whether the words of a figure speak of the table, and leave only one answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.claims.claim import Claim
from audit.lang import Pack, pack
from audit.series.asking.concepts import concept, concepts, stem, verbs_of_saying, words_of_role
from audit.series.asking.filters import is_part
from audit.series.asking.scene import Scene
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.stretches import Stretch
from audit.series.asking.target import is_generic, is_row
from audit.series.asking.terms import each_of
from audit.series.asking.values import Mention
from audit.syntax.nouns import nouns

__all__ = ["is_foreign", "is_settled", "is_told", "open_words"]

_UNITS = frozenset({"day", "week", "month", "quarter", "year", "person"})
_WITH = frozenset({"with"})
_ARTICLES = frozenset({"the", "a", "an"})
_RESTS = re.compile(r"(?:\w+ )?of (?:the|these|those|them|whom|its|their)\b")


def _counts_all(heard: Heard, spot: Spot, scene: Scene) -> bool:
    """Whether the clause counts all that the table lists: '364 latrines in the five camps'."""
    for one in heard.spots:
        head = one.claim.figure.head
        column = scene.subjects.kinds.get(concept(head.lower())) if head and one is not spot else None
        if column is not None and one.claim.figure.value.low == scene.subjects.table.frame[column].nunique():
            return True
    return False


def is_told(
    heard: Heard, spot: Spot, scene: Scene, own: Sequence[Mention], when: Stretch | None, *, of_list: bool
) -> bool:
    """Whether the figure is one of the table's: a day's figure in an article is that of one event, how things stood by a
    day, or over days, or at a place is the table's."""
    whole = heard.has("largest", heard.begin, heard.end) or heard.has("mean", heard.begin, heard.end)
    if _one_event(heard) and not whole:
        return False
    named = any(not one.column for one in own)
    if of_list or whole or _counts_all(heard, spot, scene):
        return True
    if when is not None and (not when.exact or when.reached or when.since or named):
        return True
    keyed = scene.subjects.table.series and any(one.column in scene.subjects.table.key_names for one in own)
    return bool(own) and (when is None or named or keyed or not when.exact)


def _one_event(heard: Heard) -> bool:
    """'A bomb', 'an airstrike': the sentence tells of one event."""
    words = heard.tokens.words
    for at in range(heard.begin, heard.end - 1):
        if words[at] in ("a", "an") and (
            is_row(concept(words[at + 1])) or is_row(concept(words[min(at + 2, heard.end - 1)]))
        ):
            return True
    return False


def is_foreign(claim: Claim, own: Sequence[Mention]) -> bool:
    """Whether the claim is of a place that is none of the table's."""
    return claim.place is not None and not own


def is_settled(heard: Heard, spot: Spot, scene: Scene, own: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Whether every word of the figure's clause is accounted for: by the table, by a day, or as one that leaves nothing
    open; and no word says that only some of the rows are meant."""
    first, last = heard.clause(spot.first)
    each = each_of(heard, first, last) if heard.has("mean", first, last) else []
    over = all(is_row(one.concept) or one.concept in scene.subjects.kinds or one.concept in _UNITS for one in each)
    some = words_of_role("only_some") - (words_of_role("distributed") if each and over else frozenset())
    if not over:
        return False  # 'in each district', of a table without districts
    if any(heard.text(first, last).find(f" {word} ") >= 0 for word in some):
        return False
    if _is_of_others(heard, spot, scene, mentions) or heard.has_unread_day(scene.stretches.document):
        return False
    if _RESTS.match(heard.text(spot.last, spot.last + 4)) and spot.noun[0] == spot.noun[1] and not is_part(heard, spot):
        return False
    shared = [one for one in own if one.column]
    if len({one.column for one in shared}) < len({(one.column, one.value) for one in shared}) and len(heard.spots) > 1:
        # two values of one column are both meant, unless several figures share them out
        return False
    return not open_words(heard, spot, scene, mentions)


def open_words(heard: Heard, spot: Spot, scene: Scene, mentions: Sequence[Mention]) -> list[str]:
    """The words of a figure's clause that nothing accounts for: 'inland' of '40 people drowned inland'."""
    first, last = heard.clause(spot.first)
    if heard.text(first, first + 1) in _WITH:  # 'Ash was hit worst, with 13 attacks': whose they are stands before
        first = heard.begin
    named = {at for one in mentions for at in range(one.first, one.last)}
    counted = {at for one in heard.spots if one is not spot for at in range(*one.noun)}
    covered = named | {at for one in heard.stretches for at in range(*heard.place(one))}
    covered |= {at for other in heard.spots for at in range(other.first, other.last)}
    for link in spot.claim.attribution.chain if spot.claim.attribution else ():
        for span in (link.source, link.cue):
            if span is None or (span is link.source and _is_name(span.text)):
                continue
            place = set(range(heard.tokens.at(span.start), heard.tokens.from_(span.end)))
            # 'the coast guard' is no source that a value 'Coast' may be cut from
            covered |= set() if place & named else place
    return [
        heard.tokens.words[one.first]
        for one in heard.between(first, last)
        if one.first not in covered
        and not (is_row(one.concept) and any(low <= one.first < high for low, high in (of.noun for of in heard.spots)))
        and not _neutral(heard.text(one.first, one.last), one.concept, scene)
        and not (one.first < spot.first and one.first not in counted and one.concept in pack().build(_agents))
    ]


def _is_name(text: str) -> bool:
    """Whether a source is a name and no office, which may be a place that has no row in the table: 'Velm district'."""
    words = text.split()
    offices = pack().build(_agents)
    return any(word[:1].isupper() for word in words[words[0].lower() in _ARTICLES :]) and not any(
        concept(word) in offices for word in words
    )


def _is_of_others(heard: Heard, spot: Spot, scene: Scene, mentions: Sequence[Mention]) -> bool:
    """Whether the clause counts as many places as the table does not have: 'across 12 districts', of a table of four."""
    admin = {concept(word) for word in words_of_role("admin")}
    for one in heard.spots:
        head = concept(one.claim.figure.head.lower()) if one.claim.figure.head else ""
        if one is spot or heard.clause(one.first) != heard.clause(spot.first) or not one.claim.figure.value.is_point:
            continue
        column = scene.subjects.kinds.get(head)
        if column is None and head not in admin:
            continue
        known = {len({m.value for m in mentions if m.column == column})} if column else set()
        known |= {scene.subjects.table.frame[column].nunique()} if column else set()
        if one.claim.figure.value.low not in known:
            return True
    return False


def _neutral(word: str, said: str, scene: Scene) -> bool:
    if {stem(part) for part in word.split()} & pack().build(_manners) - scene.subjects.stems:
        return False
    if (
        not word[0].isalpha()
        or len(word) < 3
        or word in nouns().stop
        or word in words_of_role("neutral") | words_of_role("having")
    ):
        return True
    if said in scene.subjects.known or said in scene.subjects.kinds or said in pack().build(_occurrences):
        return True
    if is_generic(said):
        return not _parts(said)
    # of 'registered' and 'register' the stems are two, of their stems one
    forms = {said, stem(said)}
    return bool(forms & pack().build(_neutral_concepts)) or stem(word) in pack().build(verbs_of_saying)


def _parts(said: str) -> bool:
    return said in ("man", "civilian")


def _manners(words: Pack) -> frozenset[str]:
    return frozenset(stem(word) for phrase in words["asking"]["manners"]["words"] for word in phrase.split()[:1])


def _occurrences(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["asking"]["occurrences"]["words"]))


def _agents(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["asking"]["agents"]["words"]))


def _neutral_concepts(words: Pack) -> frozenset[str]:
    roles = ("neutral", "rise", "fall", "largest", "smallest", "mean")
    asking = words["asking"]
    every = [word for role in roles for word in (asking[role]["words"] if role in asking else asking["change"][role])]
    return frozenset(one.concept for word in every for one in concepts([word]))
