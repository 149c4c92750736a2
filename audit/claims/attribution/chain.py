"""The chain of sources of a figure, outermost first, each under its fullest name.

Beside the source that fits best, others of the same sentence belong to the chain when they would be accepted without it:
'the paper reported that officials said'. An outlet that a speaker 'told' carries the words: it stands in the chain as a
publisher.
"""

from __future__ import annotations

from audit.claims.attribution.antecedents import antecedent
from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.names import Names, without_possessive
from audit.claims.attribution.noun_phrases import named_after
from audit.claims.attribution.reading import Reader
from audit.claims.attribution.rejected import rejected
from audit.claims.attribution.sources import Named
from audit.claims.claim import CueKind, Link
from audit.figures.ages import is_person
from audit.lang import load
from audit.text.document import Span
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["link", "outlet", "speakers"]

_KINDS = {
    "according": CueKind.ACCORDING_TO,
    "nominal": CueKind.NOMINAL,
    "within": CueKind.EVIDENTIAL,
    "colon": CueKind.COLON,
}
_NESTING = frozenset(["sv", "vs", "according", "within", "participle", "nominal"])
_APART = frozenset(["dash between", "clause between", "comma-and between"])


def speakers(named: list[Named], best: Named) -> list[Named]:
    """The best candidate and those that its words pass through, outermost first."""
    others = [one for one in named if _passes(one, best) and (one.log_odds >= 0 or _certain(one, best))]
    return sorted([best, *others], key=lambda one: _depth(one, best)) if others else [best]


def _passes(one: Named, best: Named) -> bool:
    """Whether it is another source and cue of the sentence, and no clause of its own stands between it and the figure."""
    if one is best or one.sentence != best.sentence:
        return False
    its, of_best = one.candidate, best.candidate
    apart = its.head[1] < of_best.head[0] or of_best.head[1] < its.head[0]
    low, high = sorted((its.cue[1], of_best.head[0]))
    if ";" in one.tokens.words[low:high]:
        return False
    return (
        its.order in _NESTING
        and its.cue != of_best.cue
        and apart
        and _APART.isdisjoint(one.between)
        and not rejected(one)
    )


def _certain(one: Named, best: Named) -> bool:
    """Whether the words leave no doubt that the best source's words pass through it, however the score takes them."""
    return _quoted_as_saying(one) or _told_on(one, best) or _cited_by(one, best)


def _told_on(one: Named, best: Named) -> bool:
    """'The minister said the police reported 30 arrests': its clause is what the best source says."""
    its, words, lex = one.candidate, one.tokens.words, lexicon()
    if its.order != "sv" or its.verb not in ("say", "claim") or its.negated or its.passive:
        return False
    first, last = its.head
    speaks = words[last] in lex.people or words[last] in lex.documents or words[last] in _bodies()
    speaks = speaks or is_person(singular(words[last]))
    if words[first] in lex.pronouns or not (speaks or one.tokens.capital(last)):
        return False
    following = best.candidate.cue[1] + 1
    joint = words[following] == "that" if following < len(words) else False
    return its.head[0] == following + joint and one.standing.place.endswith(".after")


@kept
def _bodies() -> frozenset[str]:
    return frozenset(load("sources")["bodies"]["nouns"]) | frozenset(load("sources")["lines"]["told"])


def _cited_by(one: Named, best: Named) -> bool:
    """'Orin, citing the ministry, said': it stands within what is said of the best source."""
    (first, last), its = best.candidate.source, one.candidate
    cites = its.order == "according" and one.tokens.words[its.cue[0]] in lexicon().quoting
    return cites and first < its.source[0] and its.source[1] <= last


def _quoted_as_saying(named: Named) -> bool:
    """'The radio quoted the governor as saying': the words leave no doubt, however the score takes them."""
    return named.tokens.words[named.candidate.cue[0]] in lexicon().reported_as


def _depth(named: Named, best: Named) -> tuple[int, int]:
    """Order in the chain: speech after the figure stands outside that before it, earlier outside later; documents inside.

    Whom a speaker cites stands inside.

    'According to' after the figure stands outside where it fits best, else inside: 'the paper said ..., according to X'.
    """
    cue, place = named.candidate.cue[0], named.standing.place
    if _cited_by(named, best):
        return 3, cue
    if place in ("sv.before", "vs.before") or (place == "according.before" and named is best):
        return 0, -cue
    return (2, cue) if place == "according.before" or named.candidate.order == "within" else (1, cue)


def link(reader: Reader, names: Names, named: Named) -> Link:
    """The link of one source."""
    name = antecedent(reader, names, named)
    if name is None:
        head = _apposed(named) or named.head
        name = names.fullest(head.text, head.start)
    return Link(without_possessive(name), named.source, named.cue, _kind(named))


def _apposed(named: Named) -> Span | None:
    """The name after a description: 'Ann Poe' of 'a resident, Ann Poe'; None where the head is a name or none follows."""
    tokens, (opening, noun), lex = named.tokens, named.candidate.head, lexicon()
    first, last = noun + 2, named.candidate.source[1]
    described = tokens.words[opening] in lex.appositive and not tokens.capital(noun)
    if not described or not tokens.cased or first > last or tokens.words[noun + 1] != "," or not tokens.capital(last):
        return None
    if not all(tokens.capital(i) or tokens.words[i] in lex.small for i in range(first, last)):
        return None
    return tokens.span(first, last)


def _kind(named: Named) -> CueKind:
    if named.candidate.order in _KINDS:
        return _KINDS[named.candidate.order]
    if named.candidate.order == "line" and not named.standing.place.startswith("quote."):
        return CueKind.COLON
    if named.candidate.verb == "show":
        return CueKind.EVIDENTIAL
    quoted = named.standing.place.startswith("quote.") or "quoted beside" in named.between
    return CueKind.DIRECT if quoted else CueKind.INDIRECT


def outlet(names: Names, named: Named) -> Link | None:
    """The outlet that the speaker told: 'told the daily', 'told Reuters'; None where the hearer is no outlet."""
    tokens, candidate = named.tokens, named.candidate
    lex = lexicon()
    if tokens.words[candidate.cue[1]] not in lex.hearers:
        return None
    hearer = named_after(tokens, lex, candidate.cue[1] + 1)
    if hearer is None:
        return None
    first, last = hearer.head
    span, cue = tokens.span(first, last), tokens.span(candidate.cue[1], candidate.cue[1])
    name = text = span.text
    if tokens.words[last] in lex.outlets and not tokens.capital(last):
        name = _introduced(names, span.start) or text
    elif text not in load("agencies")["agencies"] and _introduced(names, span.start) != text:
        return None
    return Link(name, span, cue, CueKind.PUBLISHER)


def _introduced(names: Names, offset: int) -> str | None:
    """The outlet that the text introduced last: 'the Israeli newspaper Haaretz'."""
    return names.outlet_before(offset)
