"""Writes an `Audit` in the format of a path's suffix."""

from __future__ import annotations

from pathlib import Path

from audit.errors import OptionError
from audit.result import Audit

__all__ = ["write"]


def write(audit: Audit, path: Path) -> Path:
    """Write the report and return its path; a suffix that is not known raises `OptionError`."""
    raise OptionError("report", path.suffix)
