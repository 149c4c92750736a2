"""What a verb of harm counts: its object ('killed five'), its passive subject ('were killed') or its subject ('died')."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.claims.binding import Binding, lone, measures_of
from audit.claims.claim import Status
from audit.claims.lexicon import CHANGES, Kind, Role, word_set
from audit.claims.phrases import VERBAL, Item, is_verb, object_items, subject_items
from audit.claims.subjects import BREAKS, subject_range, verb_group
from audit.claims.tokens import Token
from audit.lang import load

__all__ = ["VERBS", "bind_verbs", "chain", "status_of"]

VERBS = frozenset(VERBAL) | {Role.STATE}
"""The roles of forms that can be the verb of a clause."""
_UNFINISHED = frozenset({Role.GERUND, Role.PRESENT})
_FINISHED = frozenset({Role.PAST, Role.PARTICIPLE})
_OBJECT = frozenset({Kind.FIGURE, Kind.ARTICLE, Kind.DETERMINER, Kind.POSSESSIVE, Kind.WORD, Kind.PRONOUN})
_NO_ADVERBIAL = BREAKS | {Kind.RELATIVE, Kind.COMPANION}
"""What ends the adverbials after a verb."""
_AFTER_AND = frozenset({Kind.ADVERB, Kind.TIME, Kind.AND})
_RESULT_REACH = 20
_CHANGE_REACH = 10
_GAP_REACH = 12
_COMPANION_REACH = 16


def chain(tokens: Sequence[Token], at: int) -> int:
    """The token after the last of cues that share their arguments: 'killed and wounded', 'raided and searched'."""
    last = at + 1
    while last < len(tokens):
        i = last
        while i < len(tokens) and tokens[i].kind in (Kind.AND, Kind.ADVERB, Kind.COMMA, Kind.BE):
            i += 1
        linked = i > last and i < len(tokens) and any(tokens[j].kind is Kind.AND for j in range(last, i))
        if not (linked and tokens[i].kind is Kind.CUE and tokens[i].has(*VERBS) and _like(tokens[at], tokens[i])):
            break
        last = i + 1
    return last


def status_of(tokens: Sequence[Token], first: int) -> Status | None:
    """What the verb group makes of the act: 'not killed' is denied, 'to kill' planned, 'could be killed' hypothetical."""
    start, _ = verb_group(tokens, first)
    group = [token.low for token in tokens[start:first]]
    if set(group) & word_set("negation") or any(word.endswith("n't") for word in group):
        return Status.DENIED
    if start and tokens[start - 1].low in word_set("without"):
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


def bind_verbs(tokens: Sequence[Token], first: int, last: int) -> Iterator[Binding]:
    """Bindings of a chain of verbs that stands from `first` to before `last`."""
    cue, entry = (first, last), tokens[first].entry
    if entry is None or Role.SUICIDE in entry.roles:
        return
    roles = entry.roles
    intransitive = Role.INTRANSITIVE in roles
    after = last
    while after < len(tokens) and tokens[after].kind is Kind.ADVERB:
        after += 1
    has_object = after < len(tokens) and tokens[after].kind in _OBJECT
    start, auxiliary = verb_group(tokens, first)
    if intransitive and CHANGES.issuperset(entry.measures):
        yield from _change(tokens, cue, measures_of(tokens, first, last, *VERBS))
        return
    if intransitive and has_object and Role.GERUND in roles and auxiliary is None:  # 'drowning at least 33 migrants'
        yield Binding(cue, measures_of(tokens, first, last, *VERBS), tuple(object_items(tokens, after)), active=True)
        return
    if intransitive or (Role.STATE in roles and Role.PAST not in roles):
        measures = measures_of(tokens, first, last, Role.INTRANSITIVE, Role.STATE, Role.PAST, Role.PARTICIPLE)
        yield from _subject(tokens, cue, measures, start, auxiliary, sure=intransitive or auxiliary is not None)
        return
    measures = measures_of(
        tokens, first, last, Role.PAST, Role.PARTICIPLE, Role.GERUND, Role.PRESENT, Role.STATE, Role.INTRANSITIVE
    )
    if not _UNFINISHED.isdisjoint(roles) and _FINISHED.isdisjoint(roles):
        before = tokens[first - 1].kind if first else None
        if has_object and before not in (Kind.ARTICLE, Kind.POSSESSIVE):
            yield Binding(cue, _ended(tokens, after, measures), tuple(object_items(tokens, after)), active=True)
        elif auxiliary == "being":
            yield from _subject(tokens, cue, measures, start, auxiliary, sure=True)
        return
    if CHANGES.issuperset(measures):
        yield from _change(tokens, cue, measures)
        return
    if first == 0 and has_object:  # 'Displaced families ...': an adjective
        return
    passive = auxiliary not in (None, "have")
    ends_intransitive = tokens[last - 1].has(Role.INTRANSITIVE)
    if passive or not has_object or ends_intransitive:
        if auxiliary != "have" or ends_intransitive:
            yield from _subject(tokens, cue, measures, start, auxiliary, sure=passive)
        return
    yield Binding(cue, _ended(tokens, after, measures), tuple(object_items(tokens, after)), active=True)


def _ended(tokens: Sequence[Token], first: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    """The measures of an act whose object is followed by how it ended: 'shot three people to death'."""
    if measures != ("shot",):
        return measures
    results = load("measures")["killed"]["results"]
    for i in range(first, min(len(tokens), first + _RESULT_REACH)):
        if tokens[i].kind in BREAKS:
            break
        if tokens[i].low in results or " ".join(token.low for token in tokens[i : i + 2]) in results:
            return ("killed",)
    return measures


def _change(tokens: Sequence[Token], cue: tuple[int, int], measures: tuple[str, ...]) -> Iterator[Binding]:
    """The binding of a verb of rising or falling to the figure that tells by how much: 'reduced the force by 56%'."""
    for i in range(cue[1], min(len(tokens), cue[1] + _CHANGE_REACH)):
        if tokens[i].kind is Kind.FIGURE:
            if i == cue[1] or tokens[i - 1].low == "by" or tokens[i - 1].kind is Kind.ADVERB:
                by = i - 1 if tokens[i - 1].low == "by" else i
                counted = (cue[1], by) if by > cue[1] else None
                yield Binding(cue, measures, (lone(tokens, i),), active=True, counted=counted)
            return
        if tokens[i].kind in BREAKS or (i > cue[1] and is_verb(tokens, i)):
            return


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
    first, last = subject_range(tokens, start, bare=auxiliary is None)
    if first < last:
        items = subject_items(tokens, first, last)
        if not items and auxiliary is None and tokens[cue[0]].has(Role.INTRANSITIVE):
            items, sure = _shared(tokens, first, last), True
        if not sure and items:
            items = items[-1:] if items[-1].figure is not None and items[-1].joined is not Kind.COMMA else items
        if items:
            left = first > 0 and tokens[first - 1].low in load("other_counts")["leaving"]
            told = sure or left or _gapped(tokens, items[0].first)
            yield Binding(cue, measures, tuple(items), number, loose=not told)
    after = cue[1]
    while after < len(tokens) and tokens[after].kind is Kind.ADVERB:
        after += 1
    if after < len(tokens) and tokens[after].kind is Kind.COMMA:
        after += 1
    after = _companion(tokens, after)
    if after + 1 < len(tokens) and tokens[after].kind is Kind.COMPANION:
        yield Binding(cue, measures, tuple(object_items(tokens, after + 1)), active=True)
    elif after + 1 < len(tokens) and tokens[after].kind is Kind.INCLUDING:
        parts = tuple(item._replace(subset=True) for item in object_items(tokens, after + 1))
        yield Binding(cue, measures, parts, active=True)


def _shared(tokens: Sequence[Token], first: int, last: int) -> list[Item]:
    """The subject of the verb before 'and' where the later one has none: 'the judge was shot here and died there'."""
    if tokens[first].kind is not Kind.AND or any(tokens[i].kind not in _AFTER_AND for i in range(first + 1, last)):
        return []
    act = next((i for i in range(first - 1, max(0, first - _GAP_REACH), -1) if is_verb(tokens, i)), -1)
    if act < 1 or tokens[act].kind not in (Kind.CUE, Kind.VERB):
        return []
    start, auxiliary = verb_group(tokens, act)
    if tokens[act].kind is Kind.CUE and auxiliary in (None, "have") and not tokens[act].has(Role.INTRANSITIVE):
        return []  # 'police shot the man and died' tells of the police
    return subject_items(tokens, *subject_range(tokens, start))


def _gapped(tokens: Sequence[Token], first: int) -> bool:
    """Whether the verb's auxiliary is that of the clause before: 'one man was killed and others wounded'."""
    if first < 3 or tokens[first - 1].kind is not Kind.AND:
        return False
    back = range(first - 2, max(0, first - _GAP_REACH), -1)
    act = next((i for i in back if tokens[i].kind is Kind.CUE and tokens[i].has(*_FINISHED)), -1)
    return act > 0 and verb_group(tokens, act)[1] not in (None, "have")


def _companion(tokens: Sequence[Token], first: int) -> int:
    """Where 'along with' stands after a verb and its adverbials ('was killed at his home, along with ...'), else `first`."""
    for i in range(first, min(len(tokens), first + _COMPANION_REACH)):
        kind = tokens[i].kind
        if kind in _NO_ADVERBIAL:
            if kind is Kind.COMPANION:
                return i
            break
        if is_verb(tokens, i):
            break
    return first
