"""Small tables of invented numbers for the tests."""

from __future__ import annotations

from typing import Any

import pandas as pd

import audit
from audit import Check, Operation

__all__ = ["broken", "daily", "found"]


def daily(start: str = "2024-03-01", **columns: list[Any]) -> pd.DataFrame:
    """A frame with one row a day."""
    rows = len(next(iter(columns.values())))
    return pd.DataFrame({"date": pd.date_range(start, periods=rows).strftime("%Y-%m-%d"), **columns})


def found(source: Any, operation: Operation, **options: Any) -> list[Check]:
    """All checks of one operation."""
    return [check for check in audit.check_table(source, **options).checks if check.operation is operation]


def broken(source: Any, operation: Operation, **options: Any) -> list[str]:
    """The cells, as printed, that break the rules of one operation."""
    return [check.claim.figure.text for check in found(source, operation, **options) if check.verdict == "inconsistent"]
