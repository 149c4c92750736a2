"""HTML: one file that asks nothing of any network, under a content security policy that lets nothing in.

Style and script stand in the file and are allowed by their hashes; there is no inline handler and no style attribute.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from pathlib import Path

from audit.picture import Picture
from audit.report.build import build
from audit.report.palette import DARK, LIGHT
from audit.report.strip import strip_of
from audit.report.templating import template
from audit.report.words import shown
from audit.result import Audit

__all__ = ["render", "source_hash", "stylesheet"]

PARAGRAPHS = 40
"""Paragraphs of a text that stand open together; the rest is closed, sheet by sheet, so that a phone can scroll the page."""
ROWS = 60
"""Rows of figures beyond which the table is closed."""


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes in UTF-8."""
    report = build(audit)
    style = stylesheet()
    script = _beside("report.js")
    allowed = f"style-src '{source_hash(style)}'; script-src '{source_hash(script)}'"
    entries = [entry for article in report.articles for entry in article.entries]
    sources = {finding.source for finding in report.findings} | {entry.source for entry in entries if entry.source}
    paragraphs = [paragraph for article in report.articles for paragraph in article.paragraphs]
    page = template("report.html").render(
        report=report,
        strips=[strip_of(article.sizes) for article in report.articles],
        entries={entry.key: entry for entry in entries},
        marks={piece.entry for paragraph in paragraphs for piece in paragraph if piece.entry},
        sources=sorted(sources),
        timelines=[(_image(picture), _cells(picture)) for picture in report.pictures],
        images=[[_image(picture) for picture in article.pictures] for article in report.articles],
        PARAGRAPHS=PARAGRAPHS,
        ROWS=ROWS,
        style=style,
        script=script,
        policy=f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'",
    )
    return page.encode()


def stylesheet() -> str:
    """The style of every page: the two palettes and the rules."""
    return _palette() + _beside("report.css")


def _beside(name: str) -> str:
    return files(__package__).joinpath("templates").joinpath(name).read_text(encoding="utf-8")


def _palette() -> str:
    """The two palettes as custom properties: dark where the reader's system or the page's own button asks for it."""

    def properties(colours: dict[str, str]) -> str:
        return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in colours.items())

    return (
        f":root{{color-scheme:light;{properties(LIGHT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light])"
        f"{{color-scheme:dark;{properties(DARK)}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{properties(DARK)}}}}}\n"
    )


def _image(picture: Picture) -> dict[str, str]:
    """As data in the page: an image cannot run anything, nor reach the page's own names."""
    svg = base64.b64encode(picture.written("svg", LIGHT)).decode() if picture.drawn else ""
    return {
        "source": f"data:image/svg+xml;base64,{svg}" if svg else "",
        "title": shown(picture.title),
        "alternative": shown(picture.alternative),
    }


def _cells(picture: Picture) -> list[list[str]]:
    return [[shown(cell) for cell in row] for row in picture.table]


def source_hash(content: str) -> str:
    """How a content security policy names a style or script that stands in the page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
