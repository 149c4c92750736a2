"""The binders: each knows one family of constructions and says which figures the words derive from which others."""

from __future__ import annotations

from audit.checks.binders.weekdays import weekdays
from audit.checks.proposal import Binder

__all__ = ["BINDERS"]

BINDERS: tuple[Binder, ...] = (weekdays,)
"""In order of precedence: an earlier binder has a claim for which a later one proposes too."""
