"""Pictures: a finding, a card to post, the strip of a document, and all of an audit on one sheet.

PNG or SVG by the path's suffix, each with the words that stand for it where it cannot be seen. Typst sets them, as it sets
the PDF, so that a quotation is shaped and turned as its script asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.checks.check import Check
from audit.figures.rounding import Policy
from audit.files import write_whole
from audit.report import typesetting
from audit.report.build import build
from audit.report.entries import credit
from audit.report.findings import alone
from audit.report.groups import is_between
from audit.report.model import Finding, Paragraph, Piece, Report
from audit.report.palette import LIGHT
from audit.report.strip import Strip, strip_of
from audit.report.words import say, shown
from audit.result import Audit
from audit.strings import strings

__all__ = ["card", "finding", "render", "shortened", "strip"]

TEMPLATES = ("base.typ", "charts.typ", "finding.typ", "picture.typ")
WIDTH = 500
"""Points of a picture's width, on which the type of a printed page is well read."""
PIXELS = 1800
CARD = (450, 253.125, 1200)
"""Points and pixels: 1200 x 675."""
SHOWN = 6
"""Findings on the sheet of an audit; the other formats hold all."""
DRAWN = 3
"""Series drawn on it, those of several documents first."""
_EDGES = (400, 250, 150, 80, 40)
"""Characters kept on each side of the claim in a quotation that is too long for a card, tried in this order."""
_LONGEST = {"title": 150, "source": 110, "last": 190, "credit": 110}
"""Characters of the lines of a card."""


def finding(check: Check, path: Path, *, policy: Policy = Policy.TWO_FIGURE) -> Path:
    """Write the picture of a check: quote, who says so, chart, working, what would make it fit."""
    found = alone(check, policy)
    content = _picture(path, found.title, _spoken(found), what="finding", findings=[found])
    return write_whole(path, content)


def card(check: Check, path: Path, *, policy: Policy = Policy.TWO_FIGURE) -> Path:
    """Write a card of 1200 x 675 pixels; a quote that is too long for it is shortened round its figure."""
    found = alone(check, policy)
    last = found.implied[0] if found.implied else found.told
    claims = check.claims if is_between(check) else (check.claim,)
    whose = "; ".join(dict.fromkeys(filter(None, (credit(claim.document) for claim in claims))))
    lines = {"title": found.title, "source": found.source, "last": last, "credit": whose}
    words: dict[str, Any] = {name: _cut(line, _LONGEST[name]) for name, line in lines.items()}
    # of two statements beside each other both are quoted, each with where it stands
    quotes = found.quotes if is_between(check) else found.quotes[:1]
    wheres = [quote.where if len(quotes) > 1 else "" for quote in quotes]
    words["quotes"] = tuple(
        tuple(zip((shortened(quote.pieces, room) for quote in quotes), wheres, strict=True))
        for room in (10**6, *_EDGES)
    )
    words["program"] = say("sentences", "program")
    wide, high, pixels = CARD
    content = _picture(
        path, found.title, _spoken(found), what="card", findings=[found], card=words, size=(wide, high), pixels=pixels
    )
    return write_whole(path, content)


def strip(audit: Audit, path: Path) -> Path:
    """Write the strip of all quantities of an audit."""
    places = _places(build(audit))
    content = _picture(path, say("heading", "strip"), places.alternative, what="strip", strip=places)
    return write_whole(path, content)


def render(audit: Audit, path: Path) -> bytes:
    """The bytes of an audit's picture: title, counts, the first findings, the strip, what it rests on."""
    report = build(audit)
    chosen = [found for found in report.findings if found.group != "fit"][:SHOWN] or list(report.findings[:SHOWN])
    rest = len(report.findings) - len(chosen)
    places = _places(report)
    drawn = [
        *(picture for picture in report.pictures if picture.drawn),
        *(picture for article in report.articles for picture in article.pictures),
    ][:DRAWN]
    spoken = "\n\n".join(
        [
            " ".join((f"{report.title}. {report.summary}.", *_counts(report), *report.limits)),
            *map(_spoken, chosen),
            places.alternative,
            *(shown(f"{picture.title}: {picture.alternative}") for picture in drawn),
        ]
    )
    return _picture(
        path,
        report.title,
        spoken,
        what="sheet",
        report=report,
        findings=chosen,
        strip=places,
        more=say("sentences", "more", n=f"{rest:,}") if rest else "",
        drawn=[typesetting.drawn(picture) for picture in drawn],
    )


def _picture(
    path: Path,
    title: str,
    spoken: str,
    *,
    what: str,
    findings: Sequence[Finding] = (),
    strip: Strip | None = None,
    report: Report | None = None,
    card: dict[str, Any] | None = None,
    more: str = "",
    drawn: Sequence[dict[str, str]] = (),
    size: tuple[float, float] = (WIDTH, 0),
    pixels: int = PIXELS,
) -> bytes:
    words = strings("report")
    data = {
        "what": what,
        "width": size[0],
        "height": size[1],
        "report": typesetting.plain(report) if report else {"title": title, "language": "en"},
        # a picture links to nothing, and its heads need names that differ
        "findings": [typesetting.plain(replace(one, key=f"p{n}")) for n, one in enumerate(findings)],
        "strip": typesetting.plain(strip or Strip((), "")),
        "card": {name: typesetting.plain(value) for name, value in (card or {}).items()},
        "more": more,
        "drawn": list(drawn),
        "palette": LIGHT,
        "labels": words["labels"],
        "heading": words["heading"],
        "anchors": {"marks": {}, "rows": {}},
    }
    form: typesetting.Form = "svg" if path.suffix.lower() == ".svg" else "png"
    return typesetting.picture(TEMPLATES, data, form, title, spoken, dpi=72 * pixels / size[0])


def _places(report: Report) -> Strip:
    return strip_of(size for article in report.articles for size in article.sizes)


def _counts(report: Report) -> tuple[str, ...]:
    return tuple(f"{words}." for *_, words in report.counts)


def _spoken(found: Finding) -> str:
    """What a picture shows, in words."""
    return "\n".join([found.as_text(), *(panel.alternative for panel in found.panels)])


def shortened(pieces: Paragraph, room: int) -> Paragraph:
    """The quotation with no more than so many characters on each side of the claim, or else of an operand, cut at spaces."""
    marked = (index for role in ("claim", "operand") for index, piece in enumerate(pieces) if piece.role == role)
    at = next(marked, 0)
    before = list(_kept(pieces[at - 1 :: -1] if at else (), room, left=True))
    return (*reversed(before), pieces[at], *_kept(pieces[at + 1 :], room, left=False))


def _kept(pieces: Sequence[Piece], room: int, *, left: bool) -> Iterator[Piece]:
    """The pieces from the claim outwards, until the room is used up."""
    for piece in pieces:
        if len(piece.text) > room:
            words = piece.text[len(piece.text) - room :] if left else piece.text[:room]
            if piece.role:
                words = piece.text  # a figure is told whole or it is another
            elif " " in words:
                words = words.split(" ", 1)[1] if left else words.rsplit(" ", 1)[0]
            yield replace(piece, text=f"… {words}" if left else f"{words} …")
            return
        yield piece
        room -= len(piece.text)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
