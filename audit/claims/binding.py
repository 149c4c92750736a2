"""Which noun phrases a verb or noun of harm counts: the one place where a clause is taken apart.

`bind` is the seam for a parser: whatever gives the same `Binding`s for a sentence's tokens can take its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.claims.claim import Status
from audit.claims.lexicon import CHANGES, Kind, Role, word_set
from audit.claims.phrases import LONGEST, VERBAL, Item, is_verb, object_items, subject_items
from audit.claims.tokens import Token
from audit.vocabulary import load

__all__ = ["Binding", "bind"]


@dataclass(frozen=True, slots=True)
class Binding:
    """A cue and the noun phrases that it counts."""

    cue: tuple[int, int]
    """First token of the cue and the token after its last ('killed and wounded' is one cue)."""
    measures: tuple[str, ...]
    items: tuple[Item, ...]
    number: int | None = None
    """1 where the verb is singular ('was killed'), 2 where it is plural, None where it does not tell."""
    active: bool = False
    """Whether the items are the object of an act, rather than its subject."""
    nominal: bool = False
    """Whether a noun names the act or the count ('the murder of', 'the death toll')."""
    status: Status | None = None
    """Denied, planned or hypothetical, where the verb's own group says so ('was not killed', 'to kill')."""
    loose: bool = False
    """Whether no word of the clause makes sure that the items are meant ('12 people wounded'): no victim is implied."""


_VERBS = frozenset(VERBAL) | {Role.STATE}
_GROUP = frozenset({Kind.ADVERB, Kind.HAVE, Kind.MODAL, Kind.BE, Kind.RESULTATIVE, Kind.TIME})
_OBJECT = frozenset({Kind.FIGURE, Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE, Kind.WORD, Kind.PRONOUN})
_OPENS = frozenset({Kind.SAYING, Kind.RESULTATIVE})
"""Verbs after which the subject of another clause may follow at once ('the army said two men were killed')."""
_BREAKS = frozenset({Kind.SUBORDINATOR, Kind.THAT, Kind.COLON})
_WITHIN_TOLL = frozenset(
    {Kind.BE, Kind.HAVE, Kind.MODAL, Kind.ADVERB, Kind.PREPOSITION, Kind.COLON, Kind.RESULTATIVE, Kind.WORD, Kind.TIME,
     Kind.OPEN, Kind.MARK, Kind.ARTICLE, Kind.DETERMINER, Kind.CUE, Kind.VERB}
)  # fmt: skip
_TOLL_REACH = 10
_COMPANION_REACH = 16


def bind(tokens: Sequence[Token]) -> list[Binding]:
    """The bindings of a sentence, verbs before nouns, each in the order of their cues."""
    verbs: list[Binding] = []
    nouns: list[Binding] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind is not Kind.CUE:
            at += 1
            continue
        if is_verb(tokens, at) and tokens[at].has(*_VERBS):
            last = _chain(tokens, at)
            status = _status(tokens, at)
            found = [replace(binding, status=status) for binding in _verb(tokens, at, last)]
            verbs.extend(found)
            if not found:
                nouns.extend(binding for i in range(at, last) for binding in _noun(tokens, i))
            at = last
        else:
            nouns.extend(_noun(tokens, at))
            at += 1
    return verbs + nouns


def _chain(tokens: Sequence[Token], at: int) -> int:
    """The token after the last of cues that share their arguments: 'killed and wounded', 'raided and searched'."""
    last = at + 1
    while last < len(tokens):
        i = last
        while i < len(tokens) and tokens[i].kind in (Kind.AND, Kind.ADVERB, Kind.COMMA, Kind.BE):
            i += 1
        linked = i > last and i < len(tokens) and any(tokens[j].kind is Kind.AND for j in range(last, i))
        if not (linked and tokens[i].kind is Kind.CUE and tokens[i].has(*_VERBS) and _like(tokens[at], tokens[i])):
            break
        last = i + 1
    return last


def _status(tokens: Sequence[Token], first: int) -> Status | None:
    """What the verb group makes of the act: 'not killed' is denied, 'to kill' planned, 'could be killed' hypothetical."""
    start, _ = _group(tokens, first)
    group = [token.low for token in tokens[start:first]]
    if set(group) & word_set("negation") or any(word.endswith("n't") for word in group):
        return Status.DENIED
    if start and tokens[start - 1].low in ("without", "nor"):
        return Status.DENIED
    if any(token.kind is Kind.HAVE for token in tokens[start:first]):  # 'may have been', 'had to be'
        return None
    if "to" in group or "will" in group:
        return Status.PLANNED
    return Status.HYPOTHETICAL if set(group) & word_set("supposition") else None


def _like(one: Token, other: Token) -> bool:
    """Whether two cues can share their arguments: both name acts in the same form, or both states."""
    forms = (Role.GERUND, Role.PRESENT)
    return one.has(*forms) == other.has(*forms) and not other.has(Role.SUICIDE)


def _measures(tokens: Sequence[Token], first: int, last: int, *roles: Role) -> tuple[str, ...]:
    """The measures of a chain. Who was shot and killed is killed, who was injured and later died is killed too."""
    found: list[str] = []
    for token in tokens[first:last]:
        if token.entry is not None:
            found.extend(measure for measure, role in token.entry.meanings if role in roles and measure not in found)
    if len(found) > 1:
        found = [measure for measure in found if measure != "shot"]
        died = any(
            token.has(Role.INTRANSITIVE) and "killed" in token.entry.measures
            for token in tokens[first:last]
            if token.entry
        )
        if died and "injured" in found:
            found.remove("injured")
    return tuple(found)


def _verb(tokens: Sequence[Token], first: int, last: int) -> Iterator[Binding]:
    """Bindings of a chain of verbs that stands from `first` to before `last`."""
    cue, head, end = (first, last), tokens[first], tokens[last - 1]
    if head.has(Role.SUICIDE):
        return
    after = last
    while after < len(tokens) and tokens[after].kind is Kind.ADVERB:
        after += 1
    has_object = after < len(tokens) and tokens[after].kind in _OBJECT
    start, auxiliary = _group(tokens, first)
    if head.has(Role.INTRANSITIVE) and set(head.entry.measures if head.entry else ()) <= CHANGES:
        yield from _change(tokens, cue, _measures(tokens, first, last, *_VERBS))
        return
    if head.has(Role.INTRANSITIVE) or (head.has(Role.STATE) and not head.has(Role.PAST)):
        measures = _measures(tokens, first, last, Role.INTRANSITIVE, Role.STATE, Role.PAST, Role.PARTICIPLE)
        yield from _subject(
            tokens, cue, measures, start, auxiliary, sure=head.has(Role.INTRANSITIVE) or auxiliary is not None
        )
        return
    measures = _measures(
        tokens, first, last, Role.PAST, Role.PARTICIPLE, Role.GERUND, Role.PRESENT, Role.STATE, Role.INTRANSITIVE
    )
    if head.has(Role.GERUND, Role.PRESENT) and not head.has(Role.PAST, Role.PARTICIPLE):
        before = tokens[first - 1].kind if first else None
        if has_object and before not in (Kind.ARTICLE, Kind.POSSESSIVE):
            yield Binding(cue, _ended(tokens, after, measures), tuple(object_items(tokens, after)), active=True)
        elif auxiliary == "being":
            yield from _subject(tokens, cue, measures, start, auxiliary, sure=True)
        return
    if set(measures) <= CHANGES:
        yield from _change(tokens, cue, measures)
        return
    if first == 0 and has_object:  # 'Displaced families ...': an adjective
        return
    passive = auxiliary not in (None, "have")
    if passive or not has_object or end.has(Role.INTRANSITIVE):
        if auxiliary != "have" or end.has(Role.INTRANSITIVE):
            yield from _subject(tokens, cue, measures, start, auxiliary, sure=passive)
        return
    yield Binding(cue, _ended(tokens, after, measures), tuple(object_items(tokens, after)), active=True)


def _ended(tokens: Sequence[Token], first: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    """The measures of an act whose object is followed by how it ended: 'shot three people to death'."""
    if measures != ("shot",):
        return measures
    results = load("measures")["killed"]["results"]
    for i in range(first, min(len(tokens), first + _TOLL_REACH + _TOLL_REACH)):
        if tokens[i].kind in _BREAKS:
            break
        if tokens[i].low in results or " ".join(token.low for token in tokens[i : i + 2]) in results:
            return ("killed",)
    return measures


def _change(tokens: Sequence[Token], cue: tuple[int, int], measures: tuple[str, ...]) -> Iterator[Binding]:
    """The binding of a verb of rising or falling to the figure that tells by how much: 'reduced the force by 56%'."""
    for i in range(cue[1], min(len(tokens), cue[1] + _TOLL_REACH)):
        if tokens[i].kind is Kind.FIGURE:
            if i == cue[1] or tokens[i - 1].low == "by" or tokens[i - 1].kind is Kind.ADVERB:
                yield Binding(cue, measures, (_lone(tokens, i),), active=True)
            return
        if tokens[i].kind in _BREAKS or (i > cue[1] and is_verb(tokens, i)):
            return


def _group(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    """Where the verb group of a cue begins, and its auxiliary: a form of 'be', 'have', or None."""
    at, auxiliary = first, None
    while at > 0 and tokens[at - 1].kind in _GROUP:
        at -= 1
        token = tokens[at]
        if token.kind is Kind.BE:
            auxiliary = token.low if auxiliary in (None, "have", "been", "being") else auxiliary
            if token.low in ("been", "being"):
                auxiliary = auxiliary or token.low
        elif token.kind is Kind.HAVE:
            auxiliary = auxiliary or "have"
    return at, auxiliary


def _subject(
    tokens: Sequence[Token],
    cue: tuple[int, int],
    measures: tuple[str, ...],
    start: int,
    auxiliary: str | None,
    *,
    sure: bool,
) -> Iterator[Binding]:
    """The binding of a verb whose subject is counted, with 'along with his wife' after it."""
    number = 1 if auxiliary in word_set("singular") else 2 if auxiliary in word_set("plural") else None
    first, last = _subject_range(tokens, start)
    if first < last:
        items = subject_items(tokens, first, last)
        if not sure and items:
            items = items[-1:] if items[-1].figure is not None and items[-1].joined is not Kind.COMMA else items
        if items:
            yield Binding(cue, measures, tuple(items), number, loose=not sure)
    after = cue[1]
    while after < len(tokens) and tokens[after].kind is Kind.ADVERB:
        after += 1
    if after < len(tokens) and tokens[after].kind is Kind.COMMA:
        after += 1
    after = _companion(tokens, after)
    if after + 1 < len(tokens) and tokens[after].kind is Kind.COMPANION:
        yield Binding(cue, measures, tuple(object_items(tokens, after + 1)), active=True)
    elif after + 1 < len(tokens) and tokens[after].kind is Kind.INCLUDING:
        parts = tuple(replace(item, subset=True) for item in object_items(tokens, after + 1))
        yield Binding(cue, measures, parts, active=True)


def _companion(tokens: Sequence[Token], first: int) -> int:
    """Where 'along with' stands after a verb and its adverbials ('was killed at his home, along with ...'), else `first`."""
    for i in range(first, min(len(tokens), first + _COMPANION_REACH)):
        if tokens[i].kind is Kind.COMPANION:
            return i
        if tokens[i].kind in _BREAKS or tokens[i].kind is Kind.RELATIVE or is_verb(tokens, i):
            break
    return first


def _subject_range(tokens: Sequence[Token], start: int) -> tuple[int, int]:
    """First token and end of the subject of a verb group that begins at `start`."""
    last = start
    closing = last > 0 and tokens[last - 1].kind is Kind.COMMA
    if last > 0 and tokens[last - 1].kind is Kind.RELATIVE:  # 'X, who was killed'
        last -= 1
        while last > 0 and tokens[last - 1].kind is Kind.COMMA:
            last -= 1
        return _antecedent(tokens, last), last
    at, floor = last, max(0, last - LONGEST)
    while at > floor:
        token = tokens[at - 1]
        if token.kind in _BREAKS:
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
            if opener < 0:
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
    return at - 1 if at > 0 and tokens[at - 1].kind in (Kind.RELATIVE, Kind.OF_THEM) else -1


def _antecedent(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase begins that a relative pronoun after `last` refers to."""
    at, floor = last, max(0, last - LONGEST)
    while at > floor and not is_verb(tokens, at - 1) and tokens[at - 1].kind not in _BREAKS:
        if tokens[at - 1].kind in (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.OF_THEM, Kind.RELATIVE):
            break
        at -= 1
    return at


def _noun(tokens: Sequence[Token], at: int) -> Iterator[Binding]:
    """Bindings of a noun: 'the murder of X', 'X's murder', '12 deaths', 'the death toll rose to 12', 'deaths: 12'."""
    token = tokens[at]
    cue = (at, at + 1)
    if token.has(Role.EVENT) and at + 2 < len(tokens) and tokens[at + 1].low == "of":
        number = None if token.low.endswith("s") else 1
        items = tuple(object_items(tokens, at + 2))
        yield Binding(cue, _measures(tokens, at, at + 1, Role.EVENT), items, number, nominal=True)
        return
    if token.has(Role.COUNTED, Role.STATE):
        measures = _measures(tokens, at, at + 1, Role.COUNTED, Role.STATE)
        figure = _figure_before(tokens, at)
        if figure >= 0:
            yield Binding(cue, measures, (_lone(tokens, figure),), nominal=True)
            return
    if token.has(Role.DIMENSION) and at and tokens[at - 1].kind is Kind.FIGURE:
        yield Binding(cue, _measures(tokens, at, at + 1, Role.DIMENSION), (_lone(tokens, at - 1),), nominal=True)
        return
    if token.has(Role.SPAN) and at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].figure is not None:
        yield Binding(cue, ("duration",), (_lone(tokens, at - 2),), nominal=True)
        return
    if token.has(Role.TOLL, Role.COUNTED, Role.SIZE):
        figure = _figure_after(tokens, at + 1)
        if figure >= 0 and (token.has(Role.TOLL) or _announced(tokens, at + 1, figure)):
            measures = _measures(tokens, at, at + 1, Role.TOLL, Role.COUNTED, Role.SIZE)
            yield Binding(cue, measures, (_lone(tokens, figure),), nominal=True)
            return
    if token.has(Role.EVENT) and at and tokens[at - 1].low.endswith(("'s", "s'", "’s", "s’")):
        owner = Item(_owner(tokens, at), at, at)
        yield Binding(cue, _measures(tokens, at, at + 1, Role.EVENT), (owner,), 1, nominal=True)


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


def _lone(tokens: Sequence[Token], at: int) -> Item:
    return Item(at, at + 1, at + 1, tokens[at].figure)


def _figure_before(tokens: Sequence[Token], at: int) -> int:
    """The figure that counts the noun at `at` ('12 confirmed deaths'), or -1."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if tokens[i].kind is Kind.FIGURE:
            return i
        if tokens[i].kind not in (Kind.WORD, Kind.ADVERB, Kind.CUE):
            return -1
    return -1


def _figure_after(tokens: Sequence[Token], first: int) -> int:
    """The figure that a toll comes to: the last of 'from 10 to 12', else the first; -1 if none is near."""
    for i in range(first, min(len(tokens), first + _TOLL_REACH)):
        if tokens[i].kind is Kind.FIGURE:
            later = i + 2
            if tokens[i - 1].low == "from" and later < len(tokens) and tokens[later].kind is Kind.FIGURE:
                return later
            return i
        if tokens[i].kind not in _WITHIN_TOLL or not _changes(tokens[i]):
            return -1
    return -1


def _changes(token: Token) -> bool:
    """Whether a cue between a toll and its figure is a verb of rising or falling."""
    return token.entry is None or all(measure in CHANGES for measure in token.entry.measures)


def _announced(tokens: Sequence[Token], first: int, figure: int) -> bool:
    """Whether only a colon, a form of 'be' or 'at' stands between a counted noun and its figure ('deaths: 12')."""
    return figure > first and all(
        token.kind in (Kind.COLON, Kind.BE, Kind.ADVERB)
        or token.low in ("at", "to", "of", "reached", "totaled", "totalled")
        for token in tokens[first:figure]
    )
