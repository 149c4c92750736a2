"""The noun `Binding`: a verb or noun of harm and the noun phrases that it counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.claims.claim import Status
from audit.claims.lexicon import Role
from audit.claims.phrases import Item
from audit.claims.tokens import Token

__all__ = ["Binding", "lone", "measures_of"]


class Binding(NamedTuple):
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
    counted: tuple[int, int] | None = None
    """First token of the phrase that says of whom, and the token after it, where it does not follow the figure."""
    loose: bool = False
    """Whether no word of the clause makes sure that the items are meant ('12 people wounded'): no victim is implied."""


def measures_of(tokens: Sequence[Token], first: int, last: int, *roles: Role) -> tuple[str, ...]:
    """The measures of a chain. Who was shot and killed is killed, who was injured and later died is killed too."""
    found: list[str] = []
    for token in tokens[first:last]:
        if token.entry is not None:
            for measure, role in token.entry.meanings:
                if role in roles and measure not in found:
                    found.append(measure)
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


def lone(tokens: Sequence[Token], at: int) -> Item:
    """The item that is a figure alone."""
    return Item(at, at + 1, at + 1, tokens[at].figure)
