"""How two numbers differ that ought to be one: as a slip of the pen makes them, or as strangers do."""

from __future__ import annotations

from audit.account.binding import Binding
from audit.account.fit import worked
from audit.operations import record

__all__ = ["slip_of"]

_DIGITS = 6
_LEAST = 2
"""Digits below which any two numbers differ by one."""


def slip_of(binding: Binding) -> str:
    """'swapped' where two digits change places, 'one_digit' where one is another, else ''."""
    printed, meant = _digits(binding.claim.nominal), _digits(_meant(binding))
    if len(printed) != len(meant) or len(printed) < _LEAST:
        return ""
    apart = [at for at, (one, other) in enumerate(zip(printed, meant, strict=True)) if one != other]
    if len(apart) == 1:
        return "one_digit"
    if len(apart) == 2 and [printed[at] for at in apart] == [meant[at] for at in reversed(apart)]:
        return "swapped"
    return ""


def _meant(binding: Binding) -> float | None:
    if record(binding.operation, binding.form).discrete:
        return binding.roles[0].nominal
    found = worked(binding)
    return found[0] if found is not None else None


def _digits(number: float | None) -> str:
    if number is None:
        return ""
    number = abs(number)
    return (str(round(number)) if abs(number - round(number)) < 1e-6 else f"{number:.{_DIGITS}g}").replace(".", "")
