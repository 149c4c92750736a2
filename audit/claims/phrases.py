"""Lists of noun phrases: 'the minister, six others and his driver' has three items, one of them with a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.claims.lexicon import Kind, Role, word_set
from audit.claims.tokens import Token

__all__ = ["LONGEST", "VERBAL", "Item", "is_age", "is_verb", "object_items", "subject_items"]

VERBAL = (Role.PAST, Role.PARTICIPLE, Role.GERUND, Role.PRESENT, Role.INTRANSITIVE, Role.SUICIDE)
_FINITE = frozenset({Kind.BE, Kind.HAVE, Kind.MODAL, Kind.SAYING, Kind.VERB, Kind.RESULTATIVE})
_VERBS = _FINITE | {Kind.CUE}
_ALWAYS = _FINITE - {Kind.SAYING, Kind.VERB}
"""What is a verb wherever it stands."""
_FORMS = frozenset(VERBAL) | {Role.STATE}
_PAST = frozenset({Role.PAST, Role.INTRANSITIVE})
_ADJECTIVAL = frozenset({Role.PAST, Role.STATE, Role.GERUND})
_STOPS = _FINITE | {Kind.SUBORDINATOR, Kind.THAT, Kind.RELATIVE, Kind.COLON}
_DELIMITERS = frozenset({Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.COMPANION, Kind.INCLUDING})
_TELLING = _FINITE | {Kind.OPEN, Kind.FIGURE, Kind.OF_THEM, Kind.PREPOSITION, Kind.RELATIVE, Kind.THAT}
"""What tells how a noun phrase is built; all other tokens are only words of it."""
_SKIPPED = frozenset({Kind.ADVERB, Kind.QUOTE, Kind.MARK, Kind.TIME})
_SPECIFIED = frozenset({Kind.FIGURE, Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE})
_OPENING = frozenset({Kind.FIGURE, Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE, Kind.WORD, Kind.PRONOUN})
LONGEST = 150
"""No noun phrase or list of them is followed further than so many tokens, which keeps the work linear."""
_AHEAD = 14
"""How many tokens are looked at to tell whether a noun phrase is the next item or the subject of another clause."""


class Item(NamedTuple):
    """One noun phrase: its tokens, the head before any preposition, its figure, and how it hangs on what precedes it."""

    first: int
    last: int
    """Index of the token after it."""
    head: int
    """Index of the token after its head: where the first preposition or relative clause begins."""
    figure: int | None = None
    subset: bool = False
    """Whether 'including' or 'of whom' makes it a part of what precedes it."""
    joined: Kind | None = None
    """The delimiter before it; None for the first item."""


def is_age(token: Token) -> bool:
    """'16 year old' before a name."""
    return token.kind is Kind.NUMBER and token.figure is not None and token.low.endswith("old")


_BOUND = 5
"""Tokens of a bound at most: 'as many as'."""


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token can be the verb of a clause."""
    token = tokens[at]
    kind = token.kind
    if kind not in _VERBS:
        return False
    if kind in _ALWAYS:
        return True
    before, after = tokens[at - 1].kind if at else None, tokens[at + 1].kind if at + 1 < len(tokens) else None
    if kind is Kind.VERB:  # 'three identified victims'
        return not (token.low.endswith("ed") and before in _SPECIFIED and after is Kind.WORD)
    if kind is Kind.SAYING:  # 'according to the report'
        return before not in _SPECIFIED
    roles = token.entry.roles if token.entry is not None else frozenset()
    if _FORMS.isdisjoint(roles):
        return False
    if Role.PRESENT in roles and _PAST.isdisjoint(roles):  # 'launch sites', 'the attack'
        return before is Kind.MODAL or after in _SPECIFIED or (after is Kind.ADVERB and _is_bound(tokens, at + 1))
    if at and tokens[at - 1].low in word_set("naming") and not _ADJECTIVAL.isdisjoint(roles):  # 'two of the wounded'
        return False
    # 'three wounded soldiers', 'the dead woman': an adjective before its noun
    nominal = before in _SPECIFIED and after is Kind.WORD
    return not (nominal and not _ADJECTIVAL.isdisjoint(roles))


def _is_bound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the bound of a figure stands there: 'kills at least 40'."""
    past = next((token.kind for token in tokens[at : at + _BOUND] if token.kind is not Kind.ADVERB), None)
    return past is Kind.FIGURE


def subject_items(tokens: Sequence[Token], first: int, last: int) -> list[Item]:
    """The items of a subject, from `first` to before `last`; a prepositional phrase at its beginning is passed over."""
    at = _past_opening(tokens, first, last)
    found: list[Item] = []
    subset, joined = False, None
    while at < last:
        item, at = _item(tokens, at, last, subset, joined)
        if item is not None:
            found.append(item)
        if at < last:
            joined = tokens[at].kind
            subset = joined is Kind.INCLUDING or (subset and joined in (Kind.COMMA, Kind.AND))
            at += 1
    return found


def object_items(tokens: Sequence[Token], first: int, *, subject: bool = False) -> list[Item]:
    """The items of an object that begins at `first`; the list ends where another clause begins.

    `subject` says that the noun which governs them is the subject of the verb to come: 'the murder of Ana Ruiz and her
    driver led to riots' tells of both.
    """
    found: list[Item] = []
    at, stop = first, _stop(tokens, first)
    subset, joined = False, None
    while at < stop:
        item, at = _item(tokens, at, stop, subset, joined)
        if item is not None:
            found.append(item)
        if at >= stop:
            break
        if len(found) == 1 and tokens[at].kind is Kind.COMMA and _adjunct(tokens, first) and at - first == 1:
            break  # 'by killing him, the men hoped ...'
        delimiter, joined = at, tokens[at].kind
        named = subject and bool(found) and all(_name(token) for token in tokens[found[-1].first : found[-1].last])
        at = _next_item(tokens, at, bool(found) and found[-1].head < found[-1].last, within=named)
        if at < 0:
            break
        listed = joined in (Kind.COMMA, Kind.AND)
        subset = any(t.kind is Kind.INCLUDING for t in tokens[delimiter:at]) or (subset and listed)
    return found


def _adjunct(tokens: Sequence[Token], first: int) -> bool:
    """Whether a preposition leads the act and only a pronoun is its object: 'by killing him'."""
    led = first > 1 and tokens[first - 1].has(Role.GERUND) and tokens[first - 2].kind is Kind.PREPOSITION
    return led and tokens[first].low in word_set("object")


def _past_opening(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the subject proper begins: past 'In the evening,' and 'and', and past 'in the attack' before a figure."""
    at = first
    while at < last:
        if tokens[at].kind is Kind.OPEN:
            at = _closing(tokens, at, last)
        elif tokens[at].kind in _SKIPPED or tokens[at].kind in (Kind.AND, Kind.COMMA, Kind.SEMICOLON):
            at += 1
        else:
            break
    if at >= last or tokens[at].kind not in (Kind.PREPOSITION, Kind.NUMBER) or is_age(tokens[at]):
        return at
    comma = next((i for i in range(at, last) if tokens[i].kind is Kind.COMMA), -1)
    figure = next(
        (
            i
            for i in range(at + 1, last)
            if tokens[i].kind is Kind.FIGURE and tokens[i - 1].kind is not Kind.PREPOSITION
        ),
        -1,
    )
    if comma >= 0 and (figure < 0 or comma < figure):
        return _past_opening(tokens, comma + 1, last)
    if figure >= 0:
        return figure
    joint = next((i for i in range(at, last) if tokens[i].kind is Kind.AND), -1)
    return _past_opening(tokens, joint + 1, last) if joint >= 0 else last


def _item(tokens: Sequence[Token], at: int, last: int, subset: bool, joined: Kind | None) -> tuple[Item | None, int]:
    """The item at a token and where its delimiter stands."""
    while at < last and tokens[at].kind in _SKIPPED:
        at += 1
    if at < last and tokens[at].kind is Kind.RELATIVE:
        return None, next((i for i in range(at, last) if tokens[i].kind is Kind.COMMA), last)
    first, head, figure, of_them = at, -1, None, False
    while at < last and (kind := tokens[at].kind) not in _DELIMITERS:
        if kind not in _TELLING:
            if head < 0 and at > first + 1 and _doing(tokens, at, last):  # 'a guard watching the house'
                head = at
            at += 1
            continue
        if kind is Kind.OPEN:
            at = _closing(tokens, at, last)
            continue
        if kind is Kind.FIGURE and figure is None and head < 0:
            figure = tokens[at].figure
        elif kind is Kind.OF_THEM:
            of_them = True
            head = at if head < 0 else head
        elif tokens[at].low == "of" and tokens[at - 1].low in word_set("collective") and figure is None:
            pass  # 'a total of 12 people', 'a family of five'
        elif kind in (Kind.PREPOSITION, Kind.RELATIVE, Kind.THAT) or (kind in _FINITE and at > first):
            head = at if head < 0 else head
            if kind is Kind.RELATIVE:
                at = next((i for i in range(at, last) if tokens[i].kind is Kind.COMMA), last)
                continue
        at += 1
    if at == first:
        return None, at
    head = head if head >= 0 else at
    while head > first and tokens[head - 1].kind in _SKIPPED:
        head -= 1
    return Item(first, at, head, figure, subset or of_them, joined), at


def _doing(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a participle with an object of its own tells what somebody was doing: 'a guard watching the house'."""
    before, token = tokens[at - 1], tokens[at]
    return (
        token.kind is Kind.WORD
        and token.low.endswith("ing")
        and before.kind is Kind.WORD
        and at + 1 < last
        and tokens[at + 1].kind in (Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE)
    )


def _closing(tokens: Sequence[Token], at: int, last: int) -> int:
    """The token after the bracket that closes the one at `at`, or after `at` if none does soon."""
    return next((i + 1 for i in range(at + 1, min(last, at + 30)) if tokens[i].kind is Kind.CLOSE), at + 1)


def _stop(tokens: Sequence[Token], at: int) -> int:
    """Where the object surely ends: at a verb, a subordinator or a relative clause."""
    last = min(len(tokens), at + LONGEST)
    for i in range(at, last):
        kind = tokens[i].kind
        if kind in _STOPS or (kind is Kind.CUE and is_verb(tokens, i)):
            return i
    return last


def _name(token: Token) -> bool:
    """Whether the token can be part of a name and no verb: capitals alone, in a text that has small letters too."""
    return token.capital and not token.text.isupper()


def _next_item(tokens: Sequence[Token], at: int, modified: bool, *, within: bool = False) -> int:
    """Where the item after the delimiter at `at` begins, or -1 if what follows is no further item.

    `within` says that a verb may follow whose subject the list belongs to.

    After a prepositional phrase ('killed five in Gaza, ...') only a figure, or 'and' with an article, goes on with the list.
    """
    linked = tokens[at].kind in (Kind.INCLUDING, Kind.COMPANION)
    i = at + 1
    while i < len(tokens) and (tokens[i].kind in _SKIPPED or tokens[i].kind in _DELIMITERS):
        linked = linked or tokens[i].kind in (Kind.INCLUDING, Kind.COMPANION)
        i += 1
    if i < len(tokens) and tokens[i].low == "of" and tokens[i - 1].kind is Kind.AND:  # 'the murder of X and of Y'
        i += 1
    if i >= len(tokens) or tokens[i].kind not in _OPENING or _participle(tokens, i):
        return -1
    if modified and not linked and tokens[i].kind is not Kind.FIGURE:
        owned = tokens[i].kind in (Kind.ARTICLE, Kind.POSSESSIVE)
        last = tokens[at].kind is Kind.COMMA and tokens[at + 1].kind is Kind.AND  # ', and' ends a list
        if not last and not (owned and Kind.AND in (tokens[at].kind, tokens[i - 1].kind)):
            return -1
    for j in range(i, min(len(tokens), i + _AHEAD)):
        if tokens[j].kind in _DELIMITERS:
            return i
        if is_verb(tokens, j) and not (j > i and tokens[j - 1].kind is Kind.RELATIVE):
            return i if within and tokens[i - 1].kind is Kind.AND else -1
        if tokens[j].kind in (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.OF_THEM):
            return i
    return i


def _participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unknown word begins a participial clause: 'taking three hostages'."""
    token = tokens[at]
    if token.kind is not Kind.WORD or not token.low.endswith("ing") or at + 1 >= len(tokens):
        return False
    if token.capital and not token.text.isupper():
        return False
    return tokens[at + 1].kind in _SPECIFIED | {Kind.THAT, Kind.WORD, Kind.PRONOUN, Kind.NUMBER, Kind.PREPOSITION}
