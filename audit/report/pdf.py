"""PDF by typst: tagged (PDF/UA-1), searchable, fonts embedded, the same bytes for the same audit.

The report reaches the template as JSON, never as markup, so that nothing in an input can be typst code. Fonts are typst's
own and matplotlib's, never the system's.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.picture import Picture
from audit.report.build import build
from audit.report.model import Report
from audit.report.palette import LIGHT
from audit.report.strip import strip_of
from audit.report.words import shown
from audit.result import Audit
from audit.vocabulary import load

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["render"]

TEMPLATES = ("base.typ", "charts.typ", "report.typ")
BEHIND = {"check", "sizes", "pictures"}
"""Fields of the model that the template does not see as they are."""
UNBROKEN = 24
"""A word of more characters may break anywhere in steps, or it would leave the page."""
_LONG = re.compile(rf"\S{{{UNBROKEN + 1},}}")
_STEP = re.compile(r"\S{6}(?=\S)")


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes."""
    import typst

    report = build(audit)
    words = load("report")
    data: dict[str, Any] = {
        "report": _plain(report),
        "pictures": [[_drawn(picture) for picture in article.pictures] for article in report.articles],
        "timelines": [_drawn(picture) | {"table": picture.table} for picture in report.pictures],
        "strips": [_plain(strip_of(article.sizes)) for article in report.articles],
        "palette": LIGHT,
        "labels": words["labels"],
        "heading": words["heading"],
        "anchors": _anchors(report),
    }
    content: bytes = typst.compile(
        b"".join(files(__package__).joinpath("templates", name).read_bytes() for name in TEMPLATES),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data)},
    )
    return content


@cache
def _fonts() -> Fonts:
    """Typst's fonts and matplotlib's, which are found without importing it."""
    from typst import Fonts

    spec = find_spec("matplotlib")
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, down to strings and numbers."""
    if isinstance(value, str):
        return _LONG.sub(lambda word: _STEP.sub("\\g<0>\u200b", word.group()), value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in pairs if name not in BEHIND}
    return value


def _drawn(picture: Picture) -> dict[str, str]:
    svg = picture.written("svg", LIGHT).decode()
    return {"title": shown(picture.title), "alternative": shown(picture.alternative), "svg": svg}


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
