"""What each figure of a document counts, and the victims that are named without a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from audit.claims.binding import Binding, measures_of
from audit.claims.claim import Relation, Status
from audit.claims.clauses import bind
from audit.claims.lexicon import CHANGES, Kind, Role, harm, lexicon, personal, word_set
from audit.claims.phrases import Item
from audit.claims.tokens import Token, is_counted, tokenise
from audit.claims.verbs import VERBS
from audit.claims.victims import ATTACKER, Victim, attackers, describes, enumerated, victims
from audit.figures.figure import Figure
from audit.lang import load
from audit.text.document import Document, Sentence, Span
from audit.text.words import PhraseBook, may_have, phrase_book
from audit.vocabulary import kept

__all__ = ["Meaning", "find_meanings"]


class Meaning(NamedTuple):
    """A figure and what the words of its clause make of it."""

    figure: Figure
    sentence: Sentence | None
    measures: tuple[str, ...] = ()
    cue: Span | None = None
    implied: bool = False
    sure: bool = True
    relation: Relation | None = None
    whole: int | None = None
    """Where the figure begins of which this one counts a part."""
    population: str | None = None
    status: Status | None = None
    """What the verb's own group makes of it; None where it is stated as a fact."""
    partitive: bool = False
    """Whether 'of them' or 'including' says that it is a part, even if the whole is not in the same list."""


_KEPT = frozenset({"killed", "injured"})
"""Nouns of these say more than a verb that is done to the counted: '10 bodies were recovered'."""
_NAMING = VERBS | {Role.EVENT}
"""The roles of cues that count more than figures: a toll, or lives that were taken, are a number or nothing."""
_BRINGING_REACH = 4
"""Tokens before a toll in which its verb stands ('bringing the overall death toll to')."""


@kept
def _cues() -> tuple[PhraseBook, PhraseBook, PhraseBook]:
    """The cues of harm to people, which name victims; those that a date, an age or a length of time can have too; all."""
    cues = [
        (" ".join((first, *entry.rest)), entry)
        for first, entries in lexicon().items()
        for entry in entries
        if entry.kind is Kind.CUE
    ]
    victims = [
        (words, entry)
        for words, entry in cues
        if not personal().isdisjoint(entry.measures) and not _NAMING.isdisjoint(entry.roles)
    ]
    spans = [(words, entry) for words, entry in cues if entry.has(Role.SPAN)]
    harm, other, every = (phrase_book(words for words, _ in some) for some in (victims, victims + spans, cues))
    return harm, other, every


def find_meanings(document: Document, figures: Sequence[Figure]) -> list[Meaning]:
    """One meaning for each figure and one for each phrase of victims without a number, in the order of the text."""
    found: list[Meaning] = []
    harm, other, every = _cues()
    k = 0
    for sentence in document.sentences:
        first = k
        while k < len(figures) and figures[k].start < sentence.end:
            k += 1
        here = [(i, figures[i]) for i in range(first, k)] if k > first else []
        cues = harm if not here else every if any(is_counted(figure) for _, figure in here) else other
        if may_have(document.words_of(sentence), cues):
            found.extend(_sentence(document, sentence, here))
        else:
            found.extend(Meaning(figure, sentence) for _, figure in here)
    found.extend(Meaning(figure, document.sentence_at(figure.start)) for figure in figures[k:])
    return found


def _sentence(document: Document, sentence: Sentence, here: Sequence[tuple[int, Figure]]) -> Iterator[Meaning]:
    tokens = tokenise(document, sentence, here)
    bindings = [enumerated(tokens, binding) for binding in bind(tokens)]
    meanings = {index: Meaning(figure, sentence) for index, figure in here}
    named: dict[tuple[int, int], Meaning] = {}
    for binding in bindings:
        cue = document.span(tokens[binding.cue[0]].start, tokens[binding.cue[1] - 1].end)
        whole: int | None = None
        for i, item in enumerate(binding.items):
            if item.figure is None or item.figure not in meanings or _none(tokens, item) or _lost(tokens, item):
                continue
            if i and (_age(item, binding.items[i - 1]) or describes(tokens, item, binding.items[i - 1])):
                continue
            known = meanings[item.figure]
            own = _own(tokens, item) if i and not harm().isdisjoint(binding.measures) else ()
            bound = binding._replace(measures=own) if own else binding
            meanings[item.figure] = _bound(known, tokens, bound, item, cue, whole)
            if not item.subset:
                whole = known.figure.start
        if not personal().isdisjoint(binding.measures):
            for victim in victims(tokens, binding):
                _name(named, document, sentence, tokens, victim, binding.measures, cue)
    for victim in attackers(tokens, bindings):
        cue = document.span(tokens[victim.first].start, tokens[victim.last - 1].end)
        _name(named, document, sentence, tokens, replace(victim, attacker=True), ("killed",), cue)
    if not named:  # the figures are in order as they are
        yield from meanings.values()
        return
    yield from sorted(
        [*meanings.values(), *named.values()], key=lambda meaning: (meaning.figure.start, meaning.figure.end)
    )


def _own(tokens: Sequence[Token], item: Item) -> tuple[str, ...]:
    """What a later part of a list says of itself: of 'killed 27 men and 80 injured civilians' the 80 were injured."""
    states = (at for at in range(item.first, item.last) if tokens[at].entry is not None)
    return next((found for at in states if (found := measures_of(tokens, at, at + 1, Role.STATE))), ())


def _bound(
    known: Meaning, tokens: Sequence[Token], binding: Binding, item: Item, cue: Span, whole: int | None
) -> Meaning:
    """The meaning with a binding's measures. A verb wins over a noun, but '10 bodies were found' stay dead."""
    measures = binding.measures
    if known.measures and not tokens[binding.cue[0]].has(Role.DIMENSION):
        if binding.nominal and (set(known.measures) & set(harm()) or not set(measures) & _KEPT):
            return known
        if not binding.nominal:
            measures = (
                tuple(dict.fromkeys((*known.measures, *measures))) if _both(known.measures, measures) else measures
            )
    relation = Relation.SUBSET if item.subset else _relation(tokens, item, binding)
    if relation is None and binding.active and _another(tokens):
        relation = Relation.ADDITION
    return known._replace(
        measures=measures,
        cue=cue,
        sure=not binding.loose,
        status=binding.status,
        population=_counted(tokens, binding),
        relation=relation,
        whole=whole if item.subset else None,
        partitive=item.subset,
    )


def _another(tokens: Sequence[Token]) -> bool:
    """Whether the sentence opens with one more event as its subject: 'Another blast killed three'."""
    words = [token.low for token in tokens[:2]]
    opened = words[:1] == ["another"] or (words[:1] == ["a"] and words[-1] in word_set("further"))
    return opened and any(token.low in word_set("things") for token in tokens[1:4])


def _none(tokens: Sequence[Token], item: Item) -> bool:
    """Whether 'no' stands before the figure: 'injuring no one'."""
    return tokens[item.first].low in word_set("nobody")


def _lost(tokens: Sequence[Token], item: Item) -> bool:
    """Whether the figure counts money or goods that went too: 'the injury of six men and millions in losses'."""
    after = tokens[item.head : item.head + 2]
    return len(after) == 2 and after[0].low == "in" and after[1].low in word_set("losses")


def _age(item: Item, before: Item) -> bool:
    """Whether a bare number after a comma and a name is the age of its bearer: 'Ana Ruiz, 42, and ...'."""
    return item.last - item.first == 1 and item.joined is Kind.COMMA and before.figure is None


def _counted(tokens: Sequence[Token], binding: Binding) -> str | None:
    """The words of the phrase that says of whom, where the figure's own phrase does not."""
    if binding.counted is None:
        return None
    return " ".join(token.text for token in tokens[binding.counted[0] : binding.counted[1]])


def _both(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(m in harm() for m in one) and any(m in harm() for m in other) and "shot" not in (*one, *other)


def _relation(tokens: Sequence[Token], item: Item, binding: Binding) -> Relation | None:
    words = load("other_counts")
    last = item.head
    while last < len(tokens) and tokens[last].kind is Kind.ADVERB:  # 'five more were hurt'
        last += 1
    if item.joined is Kind.COMMA and any(token.low == "total" for token in tokens[item.first : item.head]):
        return Relation.UPDATE  # 'freed 40, 55 and 60 prisoners, a total of 155'
    if _summed(tokens):
        return Relation.UPDATE
    beside = {token.low for token in tokens[max(0, item.first - 1) : last]}
    if beside & set(words["addition"]):
        return Relation.ADDITION
    if binding.nominal and any(
        token.entry is not None and set(token.entry.measures) & CHANGES for token in tokens[binding.cue[1] : item.first]
    ):
        return Relation.UPDATE
    brought = {token.low for token in tokens[max(0, binding.cue[0] - _BRINGING_REACH) : binding.cue[0]]}
    if binding.nominal and brought & set(words["bringing"]) and tokens[item.first - 1].low == "to":
        return Relation.UPDATE
    return None


def _summed(tokens: Sequence[Token]) -> bool:
    """Whether the sentence opens by saying that it gives a total: 'In all, 19 people died'."""
    words = " ".join(token.low for token in tokens[:2])
    return any(words == summing or words.startswith(f"{summing} ") for summing in load("other_counts")["summing"])


def _name(
    named: dict[tuple[int, int], Meaning],
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    victim: Victim,
    measures: tuple[str, ...],
    cue: Span,
) -> None:
    """Add a victim to those named, or a measure to one that is named already."""
    start, end = tokens[victim.first].start, tokens[victim.last - 1].end
    known = named.get((start, end))
    if known is not None:
        named[start, end] = known._replace(measures=tuple(dict.fromkeys((*known.measures, *measures))))
        return
    span = document.span(start, end)
    words = None if victim.count.is_point else span.text
    figure = Figure(start, end, span.text, victim.count, noun=tokens[victim.last - 1].low, phrase=span, words=words)
    another = tokens[victim.first].low in load("other_counts")["addition"]
    kept = tuple(measure for measure in measures if measure in personal())
    named[start, end] = Meaning(
        figure,
        sentence,
        kept,
        cue,
        implied=True,
        relation=Relation.SUBSET if victim.subset else Relation.ADDITION if another else None,
        population=ATTACKER if victim.attacker else None if span.text.lower() in word_set("single") else span.text,
        partitive=victim.subset,
    )
