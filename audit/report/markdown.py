"""Markdown, as GitHub and CommonMark read it."""

from __future__ import annotations

from pathlib import Path

from audit.report.build import build
from audit.report.templating import template
from audit.result import Audit

__all__ = ["render"]


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes in UTF-8."""
    return template("report.md").render(report=build(audit)).encode()
