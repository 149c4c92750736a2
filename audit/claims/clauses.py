"""Takes the clauses of a sentence apart: which noun phrases each verb or noun of harm counts.

`bind` is the seam for a parser: whatever gives the same `Binding`s for a sentence's tokens can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.claims.binding import Binding
from audit.claims.lexicon import Kind
from audit.claims.nouns import bind_noun
from audit.claims.phrases import is_verb
from audit.claims.tokens import Token
from audit.claims.verbs import VERBS, bind_verbs, chain, status_of

__all__ = ["bind"]


def bind(tokens: Sequence[Token]) -> list[Binding]:
    """The bindings of a sentence, verbs before nouns, each in the order of their cues."""
    verbs: list[Binding] = []
    nouns: list[Binding] = []
    cue, last = Kind.CUE, 0
    for at in [i for i, token in enumerate(tokens) if token.kind is cue]:
        if at < last:  # in the chain of a verb before it
            continue
        if tokens[at].has(*VERBS) and is_verb(tokens, at):
            last = chain(tokens, at)
            found = list(bind_verbs(tokens, at, last))
            if not found:
                nouns.extend(binding for i in range(at, last) for binding in bind_noun(tokens, i))
                continue
            status = status_of(tokens, at)
            verbs.extend(found if status is None else [binding._replace(status=status) for binding in found])
        else:
            nouns.extend(bind_noun(tokens, at))
    return verbs + nouns
