"""Keeps the claims of many documents, and finds where they do not agree."""

from __future__ import annotations

from audit.ledger.adding import Added
from audit.ledger.compare import compare
from audit.ledger.ledger import Ledger
from audit.ledger.series import Series, series_of

__all__ = ["Added", "Ledger", "Series", "compare", "series_of"]
