"""Of the conflicts of a ledger those that a reader asks for: since a day, of a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from audit.checks.check import Check
from audit.claims.claim import Claim
from audit.ledger.names import place_key
from audit.ledger.statement import statement
from audit.result import Audit

__all__ = ["narrowed", "with_checks"]


def narrowed(audit: Audit, *, since: date | None = None, place: str | None = None) -> Audit:
    """The audit with those conflicts of which one side was published, or speaks of a day, on or after `since`, and of which
    one side names `place`, in any spelling."""
    kept = [
        check
        for check in audit.between
        if (since is None or any(_said_since(claim, since) for claim in check.claims))
        and (place is None or any(_names(claim, place_key(place)) for claim in check.claims))
    ]
    return with_checks(audit, kept)


def with_checks(audit: Audit, checks: Iterable[Check]) -> Audit:
    """The audit with these of its checks between documents, and the documents that they are between."""
    kept = tuple(checks)
    used = {id(claim.document) for check in kept for claim in check.claims}
    return replace(audit, between=kept, parts=tuple(part for part in audit.parts if id(part.document) in used))


def _said_since(claim: Claim, since: date) -> bool:
    days = (claim.document.published, claim.as_of)
    return any(day is not None and day >= since for day in days)


def _names(claim: Claim, key: str) -> bool:
    made = statement(claim)
    return made is not None and key in (made.names | {made.place or ""})
