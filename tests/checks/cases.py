"""A sentence goes down the whole road, and the check of one figure is looked at."""

from __future__ import annotations

import audit
from audit.checks.check import Check, Verdict

FITS = frozenset({Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING, Verdict.TOO_COARSE})


def check_of(sentence: str, figure: str) -> Check | None:
    """The check of the first figure that is printed so, or None."""
    found = audit.check(audit.Document(sentence)).checks
    return next((check for check in found if check.claim.figure.text == figure), None)


def verdict_of(sentence: str, figure: str) -> str:
    """'fits', 'wrong', or 'open' for a figure that is not checked or cannot be."""
    check = check_of(sentence, figure)
    if check is None or check.verdict is Verdict.UNVERIFIABLE:
        return "open"
    return "fits" if check.verdict in FITS else "wrong"


def checks_of(sentence: str) -> tuple[Check, ...]:
    """Every check of the sentence."""
    return tuple(audit.check(audit.Document(sentence)).checks)


def wrong_anywhere(sentence: str) -> list[str]:
    """The workings of every flag in the sentence."""
    return [check.working for check in audit.check(audit.Document(sentence)).inconsistent]
