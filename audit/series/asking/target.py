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

__all__ = ["Target", "balance_of", "find_target", "is_generic", "is_row"]

NEAR = 3
"""Concepts on either side that may belong to the name of a column."""
_OPENS, _CLOSES = frozenset({",", "(", "–", "—"}), frozenset({",", ")", "–", "—"})
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


def _containers(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["asking"]["containers"]["words"]))


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
    if noun and not carried and noun[-1].last > spot.noun[1]:
        head = noun[-1].concept  # 'bodies were recovered'
    if head in subjects.context:
        head = "person"
    if head in pack().build(_containers) and heard.text(spot.noun[1], spot.noun[1] + 1) == "of":
        noun = heard.between(spot.noun[1] + 1, spot.noun[1] + 3)
        head = noun[0].concept if noun else head
    sexes = pack()["asking"]["sexes"]["columns"]
    if any(spot.noun[0] <= one.first < spot.noun[1] and one.column.lower() in sexes for one in mine):
        head = "person"  # 'women arrived': which people, not what is counted
    said = frozenset(one.concept for one in noun) - {"person"}
    if noun or (figure.noun and any(is_whole(heard, one) for one in heard.spots)):
        longer = _longer(heard, spot, subjects, said, beside, carried=carried)
        if longer:
            return Target(tuple(longer))
        found = subjects.named(said, beside)
        if found and (not head or is_generic(head) or any(head in one.core for one in found)):
            return Target(tuple(found), sure=_exact(found, said | beside) and not carried)
    if (head == "person" or figure.head in ("inhabitant", "inhabitants")) and (
        held := _inhabitants(heard, spot, subjects)
    ):
        return Target(held)
    if head and not is_generic(head) and not (carried and figure.kind is not Kind.COUNT):
        valued = any(spot.noun[0] <= one.first < spot.noun[1] for one in mine if one.column)
        rows = subjects.is_list and (is_row(head) or head in subjects.rows or valued)
        if rows and not subjects.kinds.get(head):
            return Target(sure=not carried)
        if head in subjects.kinds:
            return Target(kind=subjects.kinds[head], sure=not carried)
        if not carried and figure.kind is Kind.COUNT and not _is_case(heard, spot, subjects, head):
            return None
    if _is_case(heard, spot, subjects, head):
        return Target()
    apposed = _apposed(heard, spot, subjects, mine)
    if apposed is not None:
        return apposed
    listed = subjects.is_list
    if listed and not noun and not figure.noun and figure.kind is Kind.COUNT and _of_value(heard, spot, mine):
        return Target()  # 'five were imprisoned', of a list with a column that says so
    if figure.head in words_of_role("times") and listed and not carried:
        return Target()
    unit = [one for one in heard.between(spot.first, spot.last) if one.concept[:1].isalpha()]
    if unit and figure.kind in (Kind.MEASURE, Kind.RATE, Kind.MONEY):
        said = frozenset(one.concept for one in [*unit, *heard.between(spot.last, spot.last + NEAR)])
        found = [one for one in subjects.named(said, beside) if any(other.concept in one.core for other in unit)]
        if found:
            return Target(tuple(found), sure=_exact(found, said | beside))
        of_unit = [one for one in subjects.all if one.beside & {other.concept for other in unit}]
        if len(of_unit) == 1:
            return Target(tuple(of_unit))  # '130 mm', of the one column in millimetres
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


def balance_of(heard: Heard, spot: Spot, subjects: Subjects) -> tuple[Target, Target] | None:
    """The two columns whose difference a noun in the figure's clause names: 'the deficit came to 550 million'."""
    if spot.claim.figure.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE):
        return None
    text = f" {heard.text(heard.clause(spot.first)[0], spot.first)} "
    named = {one.column for one in subjects.all for word in pack()["asking"]["balance"] if concept(word) in one.core}
    for word, pair in sorted(pack()["asking"]["balance"].items(), key=lambda entry: -len(entry[0])):
        if f" {word} " not in text or named:
            continue
        one, other = (subjects.named(frozenset({concept(of)}), frozenset()) for of in pair)
        if len(one) == 1 and len(other) == 1 and one != other:
            return Target(tuple(one)), Target(tuple(other))
    return None


def _is_case(heard: Heard, spot: Spot, subjects: Subjects, head: str) -> bool:
    """Whether a figure counts cases of the harm that each row of a list is one of: '27 inmates died', '5 of the deaths'."""
    if not subjects.cases or spot.claim.figure.kind not in (Kind.COUNT, Kind.PERCENT, Kind.FRACTION):
        return False
    if head in subjects.cases:
        return True
    harmed = {one.concept for name in spot.claim.measures for one in concepts([name])}
    if heard.text(spot.last, spot.last + 1) == "of":  # '9 of those who died'
        harmed |= {one.concept for one in heard.between(spot.last, spot.last + NEAR + 1)}
    return bool(harmed & subjects.cases) and (not head or is_generic(head) or head in pack().build(_persons))


def _persons(words: Pack) -> frozenset[str]:
    return frozenset(map(concept, words["kinds"]["kinds"]["person"]))


def _apposed(heard: Heard, spot: Spot, subjects: Subjects, mine: Sequence[Mention]) -> Target | None:
    """What a bare number is set beside: 'most of the incidents, 16, took place', 'the lowest figure for Ash, 31, was'."""
    if spot.claim.figure.kind is not Kind.COUNT or spot.noun[0] != spot.noun[1]:
        return None
    if heard.text(spot.first - 1, spot.first) not in _OPENS or heard.text(spot.last, spot.last + 1) not in _CLOSES:
        return None
    ahead = heard.between(*heard.ahead(spot))
    if (
        subjects.is_list
        and ahead
        and is_row(ahead[-1].concept if ahead[-1].concept not in _OPENS else ahead[-2].concept)
    ):
        return Target()
    cores = {one.core for one in subjects.all}
    if len(cores) == 1 and any(not one.column for one in mine) and any(is_generic(one.concept) for one in ahead):
        named = subjects.named(next(iter(cores)), frozenset(one.value for one in mine if not one.column))
        return Target(tuple(named))
    return None


def _of_value(heard: Heard, spot: Spot, mine: Sequence[Mention]) -> bool:
    """Whether what is said right behind a bare number is a value of a column."""
    start = spot.last + (heard.text(spot.last, spot.last + 1) in words_of_role("passive"))
    return any(one.column and one.first == start for one in mine)


def _inhabitants(heard: Heard, spot: Spot, subjects: Subjects) -> tuple[Subject, ...]:
    """The column of a population where the words say that a place has so many people."""
    held = [one for one in subjects.all if one.kind == "stock" and one.core & {"reside"}]
    start = heard.start(spot)
    before = {heard.text(start - 1, start), heard.text(start - 2, start)}
    return tuple(held) if len(held) == 1 and before & words_of_role("having") else ()


def _longer(
    heard: Heard, spot: Spot, subjects: Subjects, said: frozenset[str], beside: frozenset[str], *, carried: bool
) -> list[Subject]:
    """The columns that the noun and what is said of it name together, as '46 schools were damaged' names 'Damaged schools'
    where there is a column of schools too; none where a whole is told of which this is a part."""
    if is_whole(heard, spot):
        return []
    start = max(spot.noun[1], spot.last)
    whole = next((one for one in heard.spots if one.first > spot.first and is_whole(heard, one)), None)
    if carried and whole is not None:  # '41 of the 98 schools are damaged'
        start = max(whole.noun[1], whole.last)
    elif carried:
        return []
    said_of = heard.between(start, min(heard.clause(spot.first)[1], start + NEAR))
    verb = heard.text(start, start + 1)
    if verb in words_of_role("passive") and not {one.concept for one in heard.between(*spot.noun)} & set(
        subjects.kinds
    ):
        # '35 crew members were taken', of a table with a column of the crew and one of those taken
        done = frozenset(one.concept for one in said_of)
        of_verb = [one for one in subjects.named(done, beside) if one.core <= done]
        if of_verb and not any(one.core & done for one in subjects.named(said, beside)):
            return of_verb
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
