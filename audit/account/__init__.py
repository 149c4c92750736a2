"""The account of a document: which figures speak of the same thing, of a part of it, of it earlier, of what is listed.

Every module here proposes the bindings of one relation; fitted weights say how likely each is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Generator, Role
from audit.account.parts import parts
from audit.account.weights import chance_of
from audit.syntax import Reading

__all__ = ["GENERATORS", "Binding", "Generator", "Role", "bindings", "chance_of"]

GENERATORS: dict[str, Generator] = {"parts": parts}


def bindings(reading: Reading) -> Iterator[tuple[Binding, float]]:
    """Every binding that a generator proposes, with the chance that it is meant."""
    for generator in GENERATORS.values():
        for binding in generator(reading):
            yield binding, chance_of(binding)
