"""Keeps the claims of many documents, and finds where they do not agree."""

from __future__ import annotations

from audit.ledger.compare import compare

__all__ = ["compare"]
