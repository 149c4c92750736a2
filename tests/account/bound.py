"""What the account makes of a sentence of a test: its likeliest binding for a figure, by operation and operands."""

from __future__ import annotations

from audit.account import bindings
from audit.account.fit import fits
from audit.claims import find_claims
from audit.syntax import Reading, read
from audit.text.document import Document

__all__ = ["best", "chance", "reading_of", "working"]


def reading_of(text: str, published: str | None = None) -> Reading:
    """How a text is read, that of a day where one is given."""
    document = Document(text, published=published)  # type: ignore[arg-type]
    return read(document, find_claims(document))


def _all(text: str, claim: str, operation: str) -> list[tuple[float, tuple[str, ...], bool, str]]:
    found = [
        (chance, tuple(role.figure.text for role in binding.roles), fits(binding), binding.form)
        for binding, chance in bindings(reading_of(text))
        if binding.operation == operation and binding.claim.figure.text == claim and "farther" not in binding.rule
    ]
    return sorted(found, key=lambda each: -each[0])


def best(text: str, claim: str, operation: str) -> tuple[str, ...]:
    """The operands of the likeliest binding, in the order of their roles; nothing where none is proposed."""
    found = _all(text, claim, operation)
    return found[0][1] if found else ()


def chance(text: str, claim: str, operation: str, *operands: str) -> float:
    """The chance of a binding with these operands; 0 where it is not proposed."""
    return max((p for p, names, _, _ in _all(text, claim, operation) if names == operands), default=0.0)


def working(text: str, claim: str, operation: str) -> bool | None:
    """Whether the figures of the likeliest binding fit; None where none is proposed."""
    found = _all(text, claim, operation)
    return found[0][2] if found else None
