"""What a noun counts: 'the murder of X', 'X's murder', '12 deaths', 'the death toll rose to 12', 'deaths: 12'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.claims.binding import Binding, lone, measures_of
from audit.claims.lexicon import CHANGES, Kind, Role, word_set
from audit.claims.phrases import Item, is_verb, object_items
from audit.claims.tokens import Token

__all__ = ["bind_noun"]

_WITHIN_TOLL = frozenset(
    {Kind.BE, Kind.HAVE, Kind.MODAL, Kind.ADVERB, Kind.PREPOSITION, Kind.COLON, Kind.RESULTATIVE, Kind.WORD, Kind.TIME,
     Kind.OPEN, Kind.MARK, Kind.ARTICLE, Kind.DETERMINER, Kind.CUE, Kind.VERB}
)  # fmt: skip
_BEFORE = frozenset({Role.COUNTED, Role.STATE, Role.TAKEN})
"""The number comes before these."""
_AFTER = frozenset({Role.TOLL, Role.COUNTED, Role.SIZE})
"""The number comes after these."""
_NOMINAL = _BEFORE | _AFTER | {Role.EVENT, Role.DIMENSION, Role.SPAN}
_TOLL_REACH = 16
"""How many tokens may stand between a toll and its figure."""
_INFLICTED_REACH = 5
_INCLUDED_REACH = 4
_PLACE_REACH = 6
"""Words of a place or time between the noun of an act and 'of'."""
_NAME_REACH = 5
"""How many words a force's name has before it ('Hamas' pre-war forces')."""


def bind_noun(tokens: Sequence[Token], at: int) -> Iterator[Binding]:
    """Bindings of a noun: 'the murder of X', 'X's murder', '12 deaths', 'the death toll rose to 12', 'deaths: 12'."""
    token = tokens[at]
    if token.entry is None or _NOMINAL.isdisjoint(token.entry.roles):
        return
    roles = token.entry.roles
    cue = (at, at + 1)
    of = _of(tokens, at + 1) if Role.EVENT in roles else -1
    if 0 < of < len(tokens) - 1:
        number = None if token.low.endswith("s") else 1
        items = tuple(object_items(tokens, of + 1, subject=not any(is_verb(tokens, i) for i in range(at))))
        yield Binding(cue, measures_of(tokens, at, at + 1, Role.EVENT), items, number, nominal=True)
        return
    if Role.EVENT in roles and at + 2 < len(tokens) and _done_to(tokens, at):
        items = tuple(item for item in object_items(tokens, at + 2) if _people(tokens, item))
        if items:
            yield Binding(cue, measures_of(tokens, at, at + 1, Role.EVENT), items, nominal=True)
            return
    if not _BEFORE.isdisjoint(roles):
        figure = _figure_before(tokens, at)
        if figure >= 0 and (Role.TAKEN not in roles or _taken(tokens, figure)):
            measures = measures_of(tokens, at, at + 1, *_BEFORE)
            yield Binding(cue, measures, (lone(tokens, figure),), nominal=True)
            return
    if Role.DIMENSION in roles and at and tokens[at - 1].kind is Kind.FIGURE:
        yield Binding(cue, measures_of(tokens, at, at + 1, Role.DIMENSION), (lone(tokens, at - 1),), nominal=True)
        return
    if Role.SPAN in roles and at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].figure is not None:
        yield Binding(cue, ("duration",), (lone(tokens, at - 2),), nominal=True)
        return
    if not _AFTER.isdisjoint(roles):
        figure = _figure_after(tokens, at + 1)
        if figure >= 0 and (Role.TOLL in roles or _announced(tokens, at + 1, figure)):
            measures = _state_after(tokens, figure) or measures_of(tokens, at, at + 1, *_AFTER)
            counted = (_force(tokens, at), at + 1) if Role.SIZE in roles else None
            item = lone(tokens, figure)._replace(subset=Role.TOLL in roles and _holds(tokens, at, figure))
            yield Binding(cue, measures, (item,), nominal=True, counted=counted)
            return
    if Role.EVENT in roles and at and tokens[at - 1].low.endswith(("'s", "s'", "’s", "s’")):
        owner = Item(_owner(tokens, at), at, at)
        yield Binding(cue, measures_of(tokens, at, at + 1, Role.EVENT), (owner,), 1, nominal=True)


def _of(tokens: Sequence[Token], first: int) -> int:
    """Where the 'of' stands that brings in whom an act was done to, past a place or time: 'the murder on Monday of two men';
    -1 if none does. 'The murder in the city of Kesh' names a place: behind an article 'of' belongs to the noun."""
    for i in range(first, min(len(tokens), first + _PLACE_REACH)):
        token = tokens[i]
        if token.low == "of":
            return i
        place = token.kind is Kind.WORD and token.capital
        if not (place or token.kind in (Kind.TIME, Kind.NUMBER) or (token.kind is Kind.PREPOSITION and i == first)):
            return -1
    return -1


def _done_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether those who came to the harm follow: 'injuries to 12 men', 'inflicted wounds on three women'."""
    link = tokens[at + 1].low
    if link in word_set("done_to"):
        return True
    before = {token.low for token in tokens[max(0, at - _INFLICTED_REACH) : at]}
    return link == "on" and not word_set("inflicting").isdisjoint(before)


def _people(tokens: Sequence[Token], item: Item) -> bool:
    return item.figure is not None or (
        item.head > item.first and tokens[item.head - 1].low in word_set("plural_people")
    )


def _holds(tokens: Sequence[Token], toll: int, figure: int) -> bool:
    """Whether the figure is only a part of the toll: 'included in the toll were four medics', 'it includes nine boys'."""
    including = Kind.INCLUDING
    first = max(0, toll - _INCLUDED_REACH)
    return any(token.kind is including for token in (*tokens[first:toll], *tokens[toll + 1 : figure]))


def _state_after(tokens: Sequence[Token], figure: int) -> tuple[str, ...]:
    """What the counted of a toll are said to be: of 'a toll of one person wounded' they are injured."""
    for token in tokens[figure + 1 : figure + 4]:
        if token.has(Role.STATE):
            return measures_of(tokens, (at := tokens.index(token, figure)), at + 1, Role.STATE)
        if token.kind is not Kind.WORD:
            break
    return ()


def _owner(tokens: Sequence[Token], at: int) -> int:
    """Where the possessor before the noun begins: with its capitals or article; one word where all are capitals."""
    first = at - 1
    while (
        first
        and tokens[first - 1].kind is Kind.WORD
        and tokens[first - 1].capital
        and not tokens[first - 1].text.isupper()
    ):
        first -= 1
    if first and tokens[first - 1].kind in (Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE):
        first -= 1
    return first


def _force(tokens: Sequence[Token], at: int) -> int:
    """Where the name of a force begins that ends at its noun."""
    first = at
    while first > max(0, at - _NAME_REACH) and tokens[first - 1].kind is Kind.WORD:
        if tokens[first - 1].low.endswith("ing") and not tokens[first - 1].capital:
            break
        first -= 1
    return first


def _figure_before(tokens: Sequence[Token], at: int) -> int:
    """The figure that counts the noun at `at` ('12 confirmed deaths'), or -1."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if tokens[i].kind is Kind.FIGURE:
            return i
        if tokens[i].low == "of" and i == at - 1 and tokens[i - 1].kind is Kind.FIGURE:  # 'a number of injuries'
            return i - 1
        if tokens[i].kind not in (Kind.WORD, Kind.ADVERB, Kind.CUE):
            return -1
    return -1


def _taken(tokens: Sequence[Token], figure: int) -> bool:
    """Whether a verb of taking stands before the figure ('claimed at least 12 lives')."""
    before = figure - 1
    while before >= 0 and tokens[before].kind is Kind.ADVERB:
        before -= 1
    return before >= 0 and tokens[before].low in word_set("taking")


def _figure_after(tokens: Sequence[Token], first: int) -> int:
    """The figure that a toll comes to: the last of 'from 10 to 12', else the first; -1 if none is near."""
    for i in range(first, min(len(tokens), first + _TOLL_REACH)):
        if tokens[i].kind is Kind.FIGURE:
            later = i + 2
            if tokens[i - 1].low == "from" and later < len(tokens) and tokens[later].kind is Kind.FIGURE:
                return later
            return i
        if tokens[i].kind is Kind.INCLUDING and i + 1 < len(tokens) and tokens[i + 1].kind is Kind.FIGURE:
            return i + 1
        if tokens[i].kind not in _WITHIN_TOLL or not (_changes(tokens[i]) or _named(tokens[i - 1])):
            return -1
    return -1


def _changes(token: Token) -> bool:
    """Whether a cue between a toll and its figure is a verb of rising or falling, or no verb ('fighting')."""
    return token.entry is None or token.entry.roles == {Role.SPAN} or set(token.entry.measures) <= CHANGES


def _named(before: Token) -> bool:
    """Whether the token after this one is a noun, whatever else its form can be ('the toll from the fire')."""
    owns = before.low.endswith(("'s", "’s", "s'"))  # 'the toll from Sunday's strike'
    return owns or before.kind in (Kind.ARTICLE, Kind.DETERMINER, Kind.PREPOSITION, Kind.TIME)


def _announced(tokens: Sequence[Token], first: int, figure: int) -> bool:
    """Whether only a colon, a form of 'be' or 'at' stands between a counted noun and its figure ('deaths: 12')."""
    return figure > first and all(
        token.kind in (Kind.COLON, Kind.BE, Kind.ADVERB) or token.low in word_set("announcing")
        for token in tokens[first:figure]
    )
