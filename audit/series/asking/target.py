"""What a figure counts of a table: columns, its rows, or the different values of a column of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.figures.figure import Kind
from audit.lang import Pack, load, pack
from audit.series.asking.concepts import Said, concept, concepts, words_of_role
from audit.series.asking.filters import is_whole
from audit.series.asking.sentence import Heard, Spot
from audit.series.asking.subjects import Subject, Subjects
from audit.series.asking.values import Mention
from audit.series.meaning import parts_named
from audit.series.names import cut

__all__ = ["Target", "find_target", "is_generic"]

NEAR = 3
"""Concepts on either side that may belong to the name of a column."""
_ENDS = frozenset({",", "and", "or", "but", "while"})


@dataclass(frozen=True, slots=True)
class Target:
    """`columns`, or the column of words whose values are counted (`kind`), or the rows if there is neither."""

    columns: tuple[Subject, ...] = ()
    kind: str = ""
    sure: bool = True
    """Whether the figure's own words name it, not those further off."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.column for one in self.columns)


def is_generic(word: str) -> bool:
    """Whether a concept counts people or things as such."""
    return word in pack().build(_generic)


def is_row(word: str) -> bool:
    """Whether a concept is what a row of a list is called."""
    return word in pack().build(_rows)


def _rows(words: Pack) -> frozenset[str]:
    return frozenset(concept(row) for row in words["asking"]["rows"]["words"]) - frozenset(load("columns")["measures"])


def _generic(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["asking"]["generic"]["words"]))


def find_target(
    heard: Heard, spot: Spot, subjects: Subjects, mine: Sequence[Mention], before: Target | None
) -> Target | None:
    """What the figure counts; None if that is nothing the table holds."""
    figure = spot.claim.figure
    beside = frozenset(one.value for one in mine if not one.column)
    noun = heard.between(*spot.noun)
    carried = not noun
    if carried and figure.noun:
        noun = [Said(0, 0, one.concept) for one in concepts(cut(figure.noun))]
    head = concept(figure.head.lower()) if figure.head else ""
    if head in subjects.context:
        head = "person"
    said = frozenset(one.concept for one in noun) - {"person"}
    if noun:
        longer = _longer(heard, spot, subjects, said, beside, carried=carried)
        if longer:
            return Target(tuple(longer))
        found = subjects.named(said, beside)
        if found and (not head or is_generic(head) or any(head in one.core for one in found)):
            return Target(tuple(found), sure=_exact(found, said | beside) and not carried)
    if head and not is_generic(head) and not (carried and figure.kind is not Kind.COUNT):
        if subjects.table.series and subjects.table.regular:
            rows = False
        else:
            rows = is_row(head) or any(spot.noun[0] <= one.first < spot.noun[1] for one in mine if one.column)
        if rows and not subjects.kinds.get(head):
            return Target(sure=not carried)
        if head in subjects.kinds:
            return Target(kind=subjects.kinds[head], sure=not carried)
        if not carried and figure.kind is Kind.COUNT:
            return None
    listed = not (subjects.table.series and subjects.table.regular)
    if figure.head in words_of_role("times") and listed and not carried:
        return Target()
    unit = [one for one in heard.between(spot.first, spot.last) if one.concept[:1].isalpha()]
    if unit and figure.kind in (Kind.MEASURE, Kind.RATE, Kind.MONEY):
        said = frozenset(one.concept for one in [*unit, *heard.between(spot.last, spot.last + NEAR)])
        found = [one for one in subjects.named(said, beside) if any(other.concept in one.core for other in unit)]
        if found:
            return Target(tuple(found), sure=_exact(found, said | beside))
    start = max(spot.noun[1], spot.last)
    beyond = next((at for at in range(start, heard.behind(spot)[1]) if heard.tokens.words[at] in _ENDS), start + NEAR)
    right = heard.between(start, min(beyond, start + NEAR, heard.behind(spot)[1]))
    found = _nearest(right, subjects, beside)
    if found:
        return Target(tuple(found), sure=_exact(found, frozenset(one.concept for one in right) | beside))
    measures = frozenset(one.concept for name in spot.claim.measures for one in concepts([name]))
    if len(spot.claim.measures) == 1:
        found = subjects.named(measures, beside)
        if found:
            return Target(tuple(found), sure=_exact(found, measures | beside))
    behind, ahead = heard.between(*heard.behind(spot)), heard.between(*heard.ahead(spot))
    for words, near in ((behind, True), (ahead[::-1], True)):
        found = _nearest(words, subjects, beside)
        if found:
            return Target(tuple(found), sure=near and _exact(found, frozenset(one.concept for one in words) | beside))
    if before is not None and (carried or figure.kind is not Kind.COUNT):
        return Target(before.columns, before.kind, sure=carried and before.sure and figure.kind is Kind.COUNT)
    words = heard.between(heard.begin, spot.first)[::-1]
    found = _nearest(words, subjects, beside)
    if found:
        return Target(tuple(found), sure=_exact(found, frozenset(one.concept for one in words) | beside))
    return None


def _longer(
    heard: Heard, spot: Spot, subjects: Subjects, said: frozenset[str], beside: frozenset[str], *, carried: bool
) -> list[Subject]:
    """The columns that the noun and what is said of it name together, as '46 schools were damaged' names 'Damaged schools'
    where there is a column of schools too; none where a whole is told of which this is a part."""
    if carried or is_whole(heard, spot):
        return []
    start = max(spot.noun[1], spot.last)
    said_of = heard.between(start, min(heard.clause(spot.first)[1], start + NEAR))
    found = subjects.named(said | {one.concept for one in said_of}, beside)
    names = ((one, one.core | one.beside) for one in found)
    return [one for one, name in names if name & said and name - said - beside]


def _nearest(words: Sequence[Said], subjects: Subjects, beside: frozenset[str]) -> list[Subject]:
    """The columns that the first word to name one names with those near it."""
    for at, one in enumerate(words):
        if any(one.concept in subject.core for subject in subjects.all):
            one = _narrowed(one, words, subjects)
            near = frozenset(other.concept for other in words[max(0, at - NEAR) : at + NEAR + 1])
            best = [s for s in subjects.named(near, beside) if one.concept in s.core]
            if best:
                return best
    return []


def _narrowed(one: Said, words: Sequence[Said], subjects: Subjects) -> Said:
    """Of two words side by side that name two columns the first: 'defence spending' is that of defence."""
    before = next((other for other in words if other.last == one.first), None)
    names = [{s.column for s in subjects.all if s.core == {word.concept}} for word in (before, one) if word is not None]
    return before if before is not None and all(names) and not set.intersection(*names) else one


def _exact(found: Sequence[Subject], said: frozenset[str]) -> bool:
    """Whether the words say all that the names of the columns say of what is counted."""
    if len(found) == 1 and len(found[0].core) == 2 and not parts_named(" ".join(found[0].core - said)):
        return True  # 'hectares' of the one column of hectares burned
    return all(len(one.core - said) <= len(one.core) // 3 for one in found)
