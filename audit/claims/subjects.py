"""Where the subject of a verb begins: past other clauses, over relative ones, at the antecedent of 'who'."""

from __future__ import annotations

from collections.abc import Sequence

from audit.claims.lexicon import Kind
from audit.claims.phrases import LONGEST, is_verb
from audit.claims.tokens import Token

__all__ = ["BREAKS", "antecedent", "subject_range", "verb_group"]

BREAKS = frozenset({Kind.SUBORDINATOR, Kind.THAT, Kind.COLON})
"""Words that no noun phrase and no subject reaches over."""
_GROUP = frozenset({Kind.ADVERB, Kind.HAVE, Kind.MODAL, Kind.BE, Kind.RESULTATIVE, Kind.TIME})
_OWN = _GROUP | {Kind.WORD, Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN}
_OWN_SUBJECT = 6
"""Words of the subject and the verb's group that a relative clause has of its own."""
_OPENED = frozenset({Kind.PREPOSITION, Kind.COMMA, Kind.AND})
"""What stands behind 'left' where it has no object."""
_OPENS = frozenset({Kind.SAYING, Kind.RESULTATIVE})
"""Verbs after which the subject of another clause may follow at once ('the army said two men were killed')."""


def verb_group(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    """Where the verb group of a cue begins, and its auxiliary: a form of 'be', 'have', or None."""
    at, auxiliary, infinitive = first, None, False
    while at > 0 and tokens[at - 1].kind in _GROUP:
        at -= 1
        token = tokens[at]
        infinitive = infinitive or token.low == "to"
        if infinitive and auxiliary == "have":  # 'is reported to have killed' is no passive
            continue
        if token.kind is Kind.BE:
            auxiliary = token.low if auxiliary in (None, "have", "been", "being") else auxiliary
            if token.low in ("been", "being"):
                auxiliary = auxiliary or token.low
        elif token.kind is Kind.HAVE:
            auxiliary = auxiliary or "have"
    return at, auxiliary


def subject_range(tokens: Sequence[Token], start: int, *, bare: bool = False) -> tuple[int, int]:
    """First token and end of the subject of a verb group that begins at `start`.

    `bare` says that no auxiliary stands in the group: then the subject may be the object of 'left', as in 'left 7 dead'.
    """
    last = start
    closing = last > 0 and tokens[last - 1].kind is Kind.COMMA
    if last > 0 and tokens[last - 1].kind is Kind.RELATIVE:  # 'X, who was killed'
        last -= 1
        while last > 0 and tokens[last - 1].kind is Kind.COMMA:
            last -= 1
        return antecedent(tokens, last), last
    at, floor = last, max(0, last - LONGEST)
    while at > floor:
        token = tokens[at - 1]
        if token.kind in BREAKS:
            if at == 1:  # 'After a long hunt, the man was killed'
                at = next((i + 1 for i in range(at, last) if tokens[i].kind is Kind.COMMA), at)
            break
        if token.kind is Kind.RELATIVE:
            if not closing:
                break
            at -= 1
            continue
        if is_verb(tokens, at - 1):
            opener = _relative_before(tokens, at - 1)
            if opener < 0 or (
                bare and at < last and token.kind is Kind.RESULTATIVE and _OPENED.isdisjoint((tokens[at].kind,))
            ):
                return (at if token.kind in _OPENS else _next_clause(tokens, at, last)), last
            at = opener
            continue
        at -= 1
    return at, last


def _next_clause(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a subject begins after another clause's verb: past the object of that verb, at its ', and', 'and' or comma.

    'It hit a house and a car, and two men were killed'; 'after wounding a guard, the man was killed'.
    """
    for i in range(last - 2, first - 1, -1):
        if tokens[i].kind is Kind.COMMA and tokens[i + 1].kind is Kind.AND:
            return i + 1
    return next((i for i in range(first, last) if tokens[i].kind in (Kind.COMMA, Kind.AND)), first)


def _relative_before(tokens: Sequence[Token], at: int) -> int:
    """The relative pronoun whose verb stands at `at` ('who were in the house'), or -1."""
    while at > 0 and tokens[at - 1].kind in _GROUP:
        at -= 1
    if at > 0 and tokens[at - 1].kind in (Kind.RELATIVE, Kind.OF_THEM):
        return at - 1
    # 'the driver, whom the police have not named, was killed': the clause has a subject of its own
    first = at
    while first > max(0, at - _OWN_SUBJECT) and tokens[first - 1].kind in _OWN:
        first -= 1
    whom = first > 1 and tokens[first - 1].kind is Kind.RELATIVE and tokens[first - 2].kind is Kind.COMMA
    return first - 1 if whom and first < at else -1


def antecedent(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase begins that a relative pronoun after `last` refers to."""
    at, floor = last, max(0, last - LONGEST)
    while at > floor and not is_verb(tokens, at - 1) and tokens[at - 1].kind not in BREAKS:
        if tokens[at - 1].kind in (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.OF_THEM, Kind.RELATIVE):
            break
        at -= 1
    return at
