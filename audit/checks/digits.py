"""How two numbers differ that ought to be one: as a slip of the pen or of the reckoning makes them, or as strangers do."""

from __future__ import annotations

from math import isfinite, log10

from audit.account.binding import Binding
from audit.account.fit import worked
from audit.operations import record

__all__ = ["evidence", "slip_between", "slip_of"]

_DIGITS = 6
_LEAST = 2
"""Digits below which any two numbers differ by one."""
_TENS = (1, 2, 3, 6)
_OF_ERRORS = {"own": 0.15, "tens": 0.04}
"""Of 290 wrong figures that people made up or printed: the share that a slip of the operation's own ('by 33%' of a fall from
600 to 450) and one of thousands or millions explains."""
_SELDOM = 0.002
"""How often a stranger fits at least, however many digits are printed."""


def slip_of(binding: Binding) -> str:
    """'own' where one of the operation's known slips gives the printed figure, 'tens' where it is right but for the place
    of the point, else by which slip its digits differ."""
    if _is_own(binding):
        return "own"
    if _is_tens(binding):
        return "tens"
    return slip_between(_digits(binding.claim.nominal), _digits(_meant(binding)))


def slip_between(printed: str, meant: str) -> str:
    """'swapped' where two digits change places, 'one_digit' where one is another, else ''.

    >>> slip_between("1243", "1423"), slip_between("1243", "1253"), slip_between("1243", "987")
    ('swapped', 'one_digit', '')
    """
    if len(printed) != len(meant) or len(printed) < _LEAST:
        return ""
    apart = [at for at, (one, other) in enumerate(zip(printed, meant, strict=True)) if one != other]
    if len(apart) == 1:
        return "one_digit"
    if len(apart) == 2 and [printed[at] for at in apart] == [meant[at] for at in reversed(apart)]:
        return "swapped"
    return ""


def evidence(binding: Binding, chance: float) -> float:
    """How much oftener an error than a stranger is explained by a slip of the reckoning; 0 where none explains it.

    `chance` is how often a stranger would fit.
    """
    slip = slip_of(binding)
    tried = len(record(binding.operation, binding.form).slips) if slip == "own" else 2 * len(_TENS)
    return _OF_ERRORS[slip] / (tried * max(_SELDOM, chance)) if slip in _OF_ERRORS else 0.0


def _is_own(binding: Binding) -> bool:
    values = [role.nominal for role in binding.roles]
    for slip in record(binding.operation, binding.form).slips:
        try:
            found = float(slip.compute(values))
        except (ZeroDivisionError, OverflowError):
            continue
        if _is_printed(found, binding):
            return True
    return False


def _is_tens(binding: Binding) -> bool:
    found = worked(binding)
    printed = binding.claim.nominal
    known = record(binding.operation, binding.form)
    if found is None or known.discrete or known.any_gap or known.limit or found[0] * printed <= 0:
        return False
    tens = round(log10(found[0] / printed))
    return abs(tens) in _TENS and _is_printed(found[0] / 10**tens, binding)


def _is_printed(found: float, binding: Binding) -> bool:
    """Whether a value would be printed as the claim."""
    place = float(binding.claim.figure.precision)
    return isfinite(found) and abs(found - binding.claim.nominal) <= 0.5 * place + 1e-9 * abs(found)


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
