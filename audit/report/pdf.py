"""PDF: tagged (PDF/UA-1), searchable, fonts embedded, the same bytes for the same audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from audit.report.build import build
from audit.report.model import Report
from audit.report.palette import LIGHT
from audit.report.strip import strip_of
from audit.report.typesetting import drawn, plain, typeset
from audit.result import Audit
from audit.strings import strings

__all__ = ["render"]

TEMPLATES = ("base.typ", "charts.typ", "finding.typ", "figures.typ", "report.typ")
LONG = 400
"""Figures from which on they are listed in lines, and the text has no links to these."""


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes."""
    report = build(audit)
    words = strings("report")
    data: dict[str, Any] = {
        "report": plain(report) | {"contents": _contents(report)},
        "pictures": [[drawn(picture) for picture in article.pictures] for article in report.articles],
        "timelines": [drawn(picture) | {"table": picture.table} for picture in report.pictures],
        "strips": [plain(strip_of(article.sizes)) for article in report.articles],
        "palette": LIGHT,
        "labels": words["labels"],
        "heading": words["heading"],
        "anchors": _anchors(report),
        "long": sum(len(article.entries) for article in report.articles) > LONG,
    }
    return typeset(TEMPLATES, data, "pdf")


def _contents(report: Report) -> list[dict[str, str]]:
    """What the first page of a long report lists."""
    names = ("key", "sign", "group", "title", "gist")
    return [{name: plain(getattr(finding, name)) for name in names} for finding in report.contents]


def _anchors(report: Report) -> dict[str, dict[str, bool]]:
    """What there is to link to: marks in the articles, and rows of the tables."""
    marks = {
        piece.entry: True
        for article in report.articles
        for paragraph in article.paragraphs
        for piece in paragraph
        if piece.entry
    }
    return {"marks": marks, "rows": {entry.key: True for article in report.articles for entry in article.entries}}
