"""Candidates that no score may accept: cues that speak for nobody, and facts that a plan takes for granted."""

from __future__ import annotations

from audit.claims.attribution.sources import Named
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["rejected"]


def rejected(named: Named) -> bool:
    """Whether the candidate cannot be the figure's source, whatever its score."""
    return _points(named) or _taken_for_granted(named) or _unsaid(named) or _said_by_nobody(named)


def _unsaid(named: Named) -> bool:
    """'The army has not commented on the claim that 40 died' gives no words of the army's."""
    return named.candidate.negated and named.candidate.verb in ("say", "claim")


def _said_by_nobody(named: Named) -> bool:
    """'It was reported that 50 died', 'it is believed': 'it' stands for what follows, and nobody is named."""
    candidate = named.candidate
    (first, last), passive = candidate.head, candidate.passive or candidate.order == "coordinated"
    word = named.tokens.words[first]
    return word in ("it's", "it’s") or (first == last and word == "it" and passive)


@kept
def _pointing() -> tuple[frozenset[str], str]:
    table = load("hedges")["inference"]
    return frozenset(table["verbs"]), table["modal"]


def _points(named: Named) -> bool:
    """In 'his announcement would suggest' the narrator draws the inference."""
    verbs, modal = _pointing()
    words, cue = named.tokens.words, named.candidate.cue
    return words[cue[1]] in verbs and modal in words[cue[0] : cue[1]]


def _taken_for_granted(named: Named) -> bool:
    """In 'vowed to retake the town where 40 people hide' the number is the narrator's."""
    return named.candidate.verb == "will" and "relative between" in named.between
