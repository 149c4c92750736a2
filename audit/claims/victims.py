"""Victims without a number: 'the driver was killed' is one, 'a woman and her son were killed' are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from audit.claims.binding import Binding
from audit.claims.lexicon import Kind, Role, word_set
from audit.claims.phrases import Item, is_age
from audit.claims.populations import roles
from audit.claims.tokens import Token
from audit.figures.ages import is_person
from audit.interval import End, Interval
from audit.lang import load
from audit.text.plurals import is_plural, singular

__all__ = ["ATTACKER", "Victim", "attackers", "describes", "enumerated", "victims"]

ATTACKER = "attacker"
"""The population of those who died of the attack that they made."""
ONE = Interval.of(1)
MORE = Interval.above(2)
"""'Civilians were killed': two or more."""


@dataclass(frozen=True, slots=True)
class Victim:
    """A phrase that names one victim, or several without saying how many."""

    first: int
    last: int
    """Index of the token after the phrase."""
    count: Interval
    subset: bool = False
    attacker: bool = False


def victims(tokens: Sequence[Token], binding: Binding) -> Iterator[Victim]:
    """The victims that the binding's items name without a number, in order."""
    if binding.loose or binding.status is not None:
        return
    if binding.number == 1 and not binding.active and not binding.nominal:
        pairs = zip(binding.items, (None, *binding.items), strict=False)
        items = [item for item, before in pairs if before is None or not describes(tokens, item, before)]
        if all(item.figure is None for item in items):
            found = list(_one(tokens, items))
            # 'our colleague, Ali Omar,' 'the writer, painter and activist Ali Omar was killed': the name says who it is
            yield from sorted(found, key=lambda victim: not _named_within(tokens, victim))[:1]
        return
    figurative = tokens[binding.cue[0]].low in word_set("figurative")
    for i, item in enumerate(binding.items):
        if figurative and not _a_person(tokens, item):
            continue
        if binding.active and item.last - item.first == 1 and tokens[item.first].low in word_set("object"):
            yield Victim(item.first, item.last, ONE, item.subset)
        if item.figure is not None or _apposed(tokens, binding.items, i):
            continue
        apposed = (
            i and binding.number == 1 and item.joined is Kind.COMMA and tokens[item.first - 1].kind is not Kind.AND
        )
        if apposed and not _of_kin(tokens, item):
            continue  # 'the murder of Ana Ruiz, candidate of her party,' but 'of Ana Ruiz, her son and ...'
        count = _count(tokens, item, plural=binding.number == 2 and len(binding.items) == 1)
        if count is None and i and _bare(tokens, item) and tokens[binding.items[0].first].kind is not Kind.WORD:
            count = ONE
        if count is not None:
            yield Victim(item.first, _end(tokens, item), count, item.subset, _attacks(tokens, item))


def enumerated(tokens: Sequence[Token], binding: Binding) -> Binding:
    """The binding with the items marked as parts that spell out a number before them.

    'Three civilians, two women and a man' are three, 'six people, Ana Ruiz, her son ...' are six; 'six others and his
    driver' are seven: what only 'and' joins is added.
    """
    items = binding.items
    for i, whole in enumerate(items[:-1]):
        if whole.figure is None or whole.subset or items[i + 1].joined is not Kind.COMMA:
            continue
        rest = items[i + 1 :]
        if tokens[items[i + 1].first - 1].kind is Kind.AND:
            continue
        names = _named([token for token in tokens[rest[0].first : rest[0].head] if token.kind is not Kind.ADVERB])
        if names or _amount(tokens, rest) == _amount(tokens, [whole]):
            return binding._replace(items=(*items[: i + 1], *(item._replace(subset=True) for item in rest)))
    return binding


def describes(tokens: Sequence[Token], item: Item, before: Item) -> bool:
    """Whether 'one of' after a name and a comma tells who it is: 'Marco Rey, one of the three leaders of the group'."""
    one = tokens[item.first].low in word_set("single") and tokens[item.first + 1 : item.first + 2]
    return (
        bool(one)
        and tokens[item.first + 1].low == "of"
        and item.joined is Kind.COMMA
        and before.figure is None
        and tokens[before.head - 1].capital
    )


def _amount(tokens: Sequence[Token], items: Sequence[Item]) -> End | None:
    """How many the items are together, one for each without a figure; None if a figure is no single number."""
    total: End = Fraction(0)
    for item in items:
        numbers = [token.number for token in tokens[item.first : item.head] if token.figure is not None]
        if item.figure is not None and (not numbers or numbers[0] is None):
            return None
        total += numbers[0] if numbers and numbers[0] is not None else 1
    return total


def attackers(tokens: Sequence[Token], bindings: Sequence[Binding]) -> Iterator[Victim]:
    """The attacker's own death: 'committed suicide', 'killing her and then himself', 'before being killed by police'."""
    acts = min((binding.cue[0] for binding in bindings if binding.active), default=len(tokens))
    for binding in bindings:
        if binding.active and "killed" in binding.measures:
            for item in binding.items:
                if tokens[item.first].low in word_set("reflexive"):
                    yield Victim(item.first, item.first + 1, ONE, attacker=True)
    cue, subordinator = Kind.CUE, Kind.SUBORDINATOR
    for i in [i for i, token in enumerate(tokens) if token.kind is cue and token.has(Role.SUICIDE)]:
        if i == 0 or tokens[i - 1].kind is not Kind.MODAL:
            yield Victim(i, i + 1, ONE, attacker=True)
    if acts == len(tokens):
        return
    ends = {at: binding.cue[1] for binding in bindings for at in range(*binding.cue)}
    opened = [at for at, token in enumerate(tokens) if token.kind is subordinator]
    for i in sorted({at for opener in opened for at in (opener + 1, opener + 2)}):
        if acts < i < len(tokens) and _of_the_same_subject(tokens, i):
            act = next((j for j in range(i + 1, min(len(tokens), i + 6)) if tokens[j].kind is cue), -1)
            end = ends.get(act, act + 1)
            if act > 0 and any(token.entry and "killed" in token.entry.measures for token in tokens[act:end]):
                yield Victim(i, end, ONE, attacker=True)


def _of_the_same_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a passive's subject is that of the main clause: 'before being ...', 'until he was ...', 'before dying'."""
    token = tokens[at]
    if at and tokens[at - 1].kind is Kind.SUBORDINATOR:
        return token.low == "being" or (token.low.endswith("ing") and token.has(Role.INTRANSITIVE))
    if at < 2 or token.kind is not Kind.BE or tokens[at - 1].low not in word_set("subject"):
        return False
    return tokens[at - 2].kind is Kind.SUBORDINATOR


def _one(tokens: Sequence[Token], items: Sequence[Item]) -> Iterator[Victim]:
    for item in items:
        if not item.subset and _count(tokens, item, plural=False) is not None:
            yield Victim(item.first, _end(tokens, item), ONE, attacker=_attacks(tokens, item))


def _named_within(tokens: Sequence[Token], victim: Victim) -> bool:
    """Whether a name of two words or more stands in the phrase."""
    words = tokens[victim.first : victim.last]
    return any(one.capital and other.capital and not one.text.isupper() for one, other in pairwise(words[-4:]))


def _end(tokens: Sequence[Token], item: Item) -> int:
    """The token after the phrase: a name ends where its capitals do, whatever unknown verb follows it."""
    at = item.first
    while at < item.head and tokens[at].kind in (Kind.WORD, Kind.CUE) and tokens[at].capital:
        at += 1
    return at if at - item.first > 1 else item.head


def _attacks(tokens: Sequence[Token], item: Item) -> bool:
    return any(token.low in word_set("attackers") for token in tokens[item.first : item.head])


def _count(tokens: Sequence[Token], item: Item, *, plural: bool) -> Interval | None:
    """How many the item names; None where it names nobody, or nothing that can be counted."""
    words = [
        token
        for token in tokens[item.first : item.head]
        if token.kind not in (Kind.ADVERB, Kind.QUOTE, Kind.MARK) and not is_age(token)
    ]
    if words and words[0].low in word_set("single"):  # 'killing one', where it is read as a pronoun
        return ONE
    if not words or words[0].kind in (Kind.PRONOUN, Kind.NUMBER, Kind.TIME, Kind.PREPOSITION):
        return None
    if words[0].low in word_set("nobody"):
        return None
    nouns = [token for token in words if token.kind in (Kind.WORD, Kind.CUE)]
    if words[0].low in word_set("others"):
        return MORE
    if words[0].low in word_set("another"):
        return ONE
    if not nouns:
        # 'wounded a sixth', 'the fourth was killed'
        ordinal = len(words) == 2 and words[1].kind is Kind.NUMBER and words[1].low[0].isalpha()
        return ONE if ordinal and words[0].kind in (Kind.ARTICLE, Kind.DETERMINER) else None
    head = nouns[-1].low
    named = _named(words)
    if head in word_set("collective") or (head in word_set("things") and not named):
        return MORE if head in word_set("plural_people") else None
    if words[0].kind is Kind.WORD and all(
        token.low in roles() for token in words
    ):  # 'senator and candidate Luis Ortega'
        return None
    surname = len(nouns) > 1 and nouns[-1].capital and nouns[-2].capital and words[0].kind is Kind.POSSESSIVE
    named = named or (surname and not nouns[-1].text.isupper())  # 'his companion Gilda Flores'
    capitals = nouns[-1].text.isupper() and is_person(singular(head))  # where all are, none makes a name
    several = plural or head in word_set("plural_people") or (is_plural(head) and (capitals or not named))
    if words[0].kind in (Kind.ARTICLE,):
        return ONE
    if several:
        return MORE
    titled = len(words) > 2 and words[-1].capital and words[-2].capital and not words[0].capital  # 'activist Ali Omar'
    if words[0].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or named or titled or words[0].low.endswith(("'s", "’s")):
        return ONE
    return None


def _a_person(tokens: Sequence[Token], item: Item) -> bool:
    """Whether the item's head or its name means a person: what is 'lost' or 'eliminated' may be a thing."""
    words = [token for token in tokens[item.first : item.head] if token.kind in (Kind.WORD, Kind.CUE)]
    if not words:
        return False
    head = words[-1].low
    return (
        is_person(head)
        or is_person(singular(head))
        or head in word_set("plural_people")
        or (words[-1].capital and not words[-1].text.isupper())
    )


def _of_kin(tokens: Sequence[Token], item: Item) -> bool:
    """Whether the item is a relative of who was named before it: 'his wife'."""
    words = tokens[item.first : item.head]
    return (
        bool(words) and words[0].kind is Kind.POSSESSIVE and any(word.low in load("ages")["kin"] for word in words[1:])
    )


def _bare(tokens: Sequence[Token], item: Item) -> bool:
    """Whether an item shares the determiner of the first: 'his mother, sister and infant nephew'."""
    words = tokens[item.first : item.head]
    return (
        bool(words)
        and all(token.kind is Kind.WORD and (not token.capital or token.low in roles()) for token in words)
        and not is_plural(words[-1].low)
        and words[-1].low not in word_set("plural_people") | word_set("things") | word_set("collective")
    )


def _named(words: Sequence[Token]) -> bool:
    """Whether a phrase without article names somebody: all its words, or the last, begin with a capital."""
    words = [token for token in words if not is_age(token)]
    if not words or words[0].kind not in (Kind.WORD, Kind.CUE) or not words[0].capital:
        return False
    if words[0].text.isupper() and words[0].low.endswith(("ed", "ing")):  # in capitals a verb looks like a name
        return False
    return words[-1].capital or (len(words) > 1 and words[1].capital)


def _apposed(tokens: Sequence[Token], items: Sequence[Item], i: int) -> bool:
    """Whether an item only describes the one before it: 'Orlando Gomez, a street vendor,'; 'the mayor, Juan Perez,'."""
    item = items[i]
    if i and is_age(tokens[item.first]) and tokens[items[i - 1].first].kind is Kind.POSSESSIVE:
        return item.joined is Kind.COMMA  # 'his mother-in-law, 54 year old Ann Poe,'
    if i == 0 or item.joined is not Kind.COMMA or tokens[item.first - 1].kind is Kind.AND:
        return False
    before = items[i - 1]
    if tokens[item.first].low in word_set("alias"):
        return True
    if before.figure is not None:
        return False
    if _kin_named(tokens, before, item):
        return True
    one, other = _named(tokens[before.first : before.head]), _named(tokens[item.first : item.head])
    owned = tokens[item.first].kind in (Kind.ARTICLE, Kind.DETERMINER)
    described = other and item.head < item.last and not owned and i < len(items)  # 'X, leader of the party'
    return (
        (one and (owned or described))
        or (one and not other and not _owned(tokens, item))
        or (not one and other and i == 1)
    )


def _kin_named(tokens: Sequence[Token], before: Item, item: Item) -> bool:
    """Whether a name between commas says which relative was meant: 'Torrado's son, William, and ...'."""
    words = tokens[before.first : before.head]
    owned = bool(words) and (words[0].kind is Kind.POSSESSIVE or any(word.low.endswith(("'s", "’s")) for word in words))
    name = item.head - item.first == 1 and tokens[item.first].kind is Kind.WORD and tokens[item.first].capital
    return owned and name and words[-1].low in load("ages")["kin"]


def _owned(tokens: Sequence[Token], item: Item) -> bool:
    return tokens[item.first].kind is Kind.POSSESSIVE or tokens[item.first].low.endswith(("'s", "’s"))
